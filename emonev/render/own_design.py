"""An office's own design: templates of a folder, in a sandbox, with every mistake at its line."""

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from emonev.errors import EmonevError, reason_of
from emonev.language import say
from emonev.model.text import Text
from emonev.render.page import inlined, policy
from emonev.render.page_style import rules_of
from emonev.render.view import View
from emonev.render.words import words_in
from emonev.resources import reports_folder

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

TEMPLATE = "report.html.j2"
_LARGEST = 4 * 1024**2

_NO_TEMPLATE = Text("rancangan {folder} tidak memuat {file}", "the design {folder} holds no {file}")
_MAKE_ONE = Text(
    "Pilih full, summary, atau folder yang memuat templat itu; lihat reports/README.md.",
    "Choose full, summary, or a folder that holds this template; see reports/README.md.",
)
_FAULT = Text("{place}: templat tidak dapat dipakai: {reason}", "{place}: cannot draw: {reason}")
_MEND = Text(
    "Perbaiki baris itu; reports/README.md menyebut semua yang diterima sebuah rancangan.",
    "Mend that line; reports/README.md tells all that a design receives.",
)
_UNREADABLE = Text("{path} tidak dapat dibaca: {reason}", "cannot read {path}: {reason}")
_NOT_UTF8 = Text("bukan teks UTF-8", "it is no UTF-8 text")
_ENDS_ITSELF = Text("memuat </ atau <!--", "it holds </ or <!--")
_TOO_LARGE = Text("lebih dari 4 MB", "it is over 4 MB")


def draw_own(folder: Path, view: View) -> str:
    """Return the folder's `report.html.j2`, filled; raises EmonevError with the faulty line.

    `style.css` and `script.js` beside it take the place of the shipped ones. Its templates may
    include the shipped ones by their names in the reports folder.
    """
    if not (folder / TEMPLATE).is_file():
        told = say(_NO_TEMPLATE, folder=str(folder), file=TEMPLATE)
        raise EmonevError("design-missing", told, _MAKE_ONE)
    style, script = _beside(folder, "style.css"), _beside(folder, "script.js")
    style = f"{style}\n{rules_of(view)}"
    values = {
        "view": view,
        "words": words_in(view.language),
        "policy": policy(style, script),
        "style": Markup(style),  # noqa: S704 - a `</` in it was refused
        "script": Markup(script),  # noqa: S704 - as above
    }
    try:
        return _sandbox(folder).get_template(TEMPLATE).render(values)
    except Exception as error:  # noqa: BLE001 - a template can fail in any way; each is told
        raise _told(error, folder) from None


def _sandbox(folder: Path) -> "ImmutableSandboxedEnvironment":
    from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(folder), FileSystemLoader(reports_folder())]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _beside(folder: Path, name: str) -> str:
    path = folder / name
    if not path.is_file():
        return inlined(f"assessment/{name}")
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise _unreadable(path, reason_of(error)) from None
    except UnicodeDecodeError:
        raise _unreadable(path, _NOT_UTF8) from None
    if len(content) > _LARGEST:
        raise _unreadable(path, _TOO_LARGE)
    if "</" in text or "<!--" in text:
        raise _unreadable(path, _ENDS_ITSELF)
    return text.replace("\r\n", "\n")


def _unreadable(path: Path, reason: Text) -> EmonevError:
    return EmonevError("design-faulty", say(_UNREADABLE, path=str(path), reason=reason), _MEND)


def _told(error: Exception, folder: Path) -> EmonevError:
    """Return the error with the line of the template that it is about."""
    from jinja2 import TemplateSyntaxError, UndefinedError

    place = f"{folder / TEMPLATE}"
    if isinstance(error, TemplateSyntaxError):
        place = f"{error.filename or error.name or place}:{error.lineno}"
    else:
        own = (str(folder), str(reports_folder()))
        frames = [
            f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith(own)
        ]
        place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else place
    known = isinstance(error, TemplateSyntaxError | UndefinedError)
    reason = str(error) if known else f"{type(error).__name__}: {error}"
    told = say(_FAULT, place=place, reason=reason.strip()[:300])
    return EmonevError("design-faulty", told, _MEND)
