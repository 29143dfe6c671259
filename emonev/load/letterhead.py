"""The office's letterhead, with its logo inside it, so that a saved result needs no other file."""

import base64
from pathlib import Path

from emonev.errors import EmonevError, reason_of
from emonev.language import say
from emonev.load.faults import shown
from emonev.model.text import Text
from emonev.model.workspace import Letterhead

LARGEST_LOGO = 256 * 1024

_KINDS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_UNREADABLE = Text(
    "logo {path} tidak dapat dibuka: {reason}", "cannot open the logo {path}: {reason}"
)
_TOO_LARGE = Text("logo {path} lebih dari {limit} KB", "the logo {path} is over {limit} KB")
_OTHER_KIND = Text("logo {path} bukan PNG atau JPEG", "the logo {path} is neither PNG nor JPEG")
_OUTSIDE = Text(
    "logo {path} berada di luar ruang kerja", "the logo {path} lies outside the workspace"
)
_MEND = Text(
    "Letakkan PNG atau JPEG kecil di ruang kerja dan tulis jalurnya di “letterhead: logo:”.",
    "Put a small PNG or JPEG into the workspace and write its path in “letterhead: logo:”.",
)


def load_letterhead(folder: Path, wanted: Letterhead | None) -> Letterhead | None:
    """Return the letterhead with its logo as a data address; raises EmonevError for a bad logo."""
    if wanted is None or not wanted.logo:
        return wanted
    content = _content(folder, wanted.logo)
    kind = next((kind for start, kind in _KINDS.items() if content.startswith(start)), "")
    if not kind:
        raise _fault(_OTHER_KIND, wanted.logo)
    packed = base64.b64encode(content).decode()
    return Letterhead(office=wanted.office, logo=f"data:{kind};base64,{packed}")


def _content(folder: Path, name: str) -> bytes:
    path = folder / name
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise _fault(_OUTSIDE, name)
        if path.exists() and not path.is_file():  # a pipe would never end
            raise _fault(_OTHER_KIND, name)
        with path.open("rb") as file:
            content = file.read(LARGEST_LOGO + 1)
    except (OSError, ValueError, RuntimeError) as error:  # no name at all, links in a circle
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        told = say(_UNREADABLE, path=shown(name, 200), reason=reason)
        raise EmonevError("logo", told, _MEND) from None
    if len(content) > LARGEST_LOGO:
        raise _fault(_TOO_LARGE, name)
    return content


def _fault(template: Text, name: str) -> EmonevError:
    told = say(template, path=shown(name, 200), limit=LARGEST_LOGO // 1024)
    return EmonevError("logo", told, _MEND)
