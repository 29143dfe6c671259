"""The workspace, where there is one: can it be read, and can results and cache be written to it."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from emonev.doctor.examined import Examined
from emonev.errors import EmonevError, reason_of
from emonev.evidence.cache import CACHE_PLACE
from emonev.evidence.ocr import find_engine
from emonev.language import say, size
from emonev.load import load_workspace
from emonev.load.workspace import WORKSPACE_FILE
from emonev.model.text import Text

_NONE = Text(
    "{folder} bukan ruang kerja; sebutkan foldernya agar izin tulisnya diperiksa juga: "
    "emonev doctor FOLDER",
    "{folder} is no workspace; name its folder to have its permissions looked at too: "
    "emonev doctor FOLDER",
)
_CAN_WRITE = Text("{folder} dapat ditulisi", "{folder} can be written to")
_CANNOT_WRITE = Text(
    "{folder} tidak dapat ditulisi: {reason}", "{folder} cannot be written to: {reason}"
)
_ALLOW = Text(
    "Beri izin tulis pada folder itu, atau salin ruang kerja ke tempat lain.",
    "Let that folder be written to, or copy the workspace elsewhere.",
)
_FULL = Text("Ruang disk yang bebas tinggal {free}", "Only {free} of disk space are free")
_MAKE_ROOM = Text("Kosongkan ruang disk.", "Make room on the disk.")
_FEW_BYTES = 200 * 1024**2


def on_workspace(folder: Path) -> Iterator[Examined]:
    """Yield how a workspace stands, as far as the machine is concerned."""
    if not (folder / WORKSPACE_FILE).is_file():
        told = say(_NONE, folder=str(folder.absolute()))
        yield Examined(part="workspace", state="good", told=told)
        return
    try:
        ours = load_workspace(folder)
        find_engine(ours.ocr)
    except EmonevError as error:
        remedy = () if error.remedy is None else (error.remedy,)
        yield Examined(part="workspace", state="wrong", told=error.message, remedy=remedy)
        return
    for place in (folder / CACHE_PLACE.parent, folder / ours.output):
        yield _written_to(place)
    yield from _disk(folder)


def _written_to(place: Path) -> Examined:
    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place, prefix=".emonev-"):
            pass
    except OSError as error:
        told = say(_CANNOT_WRITE, folder=str(place), reason=reason_of(error))
        return Examined(part="workspace", state="wrong", told=told, remedy=(_ALLOW,))
    return Examined(part="workspace", state="good", told=say(_CAN_WRITE, folder=str(place)))


def _disk(folder: Path) -> Iterator[Examined]:
    free = shutil.disk_usage(folder).free
    if free < _FEW_BYTES:
        told = say(_FULL, free=Text(size(free, "id"), size(free, "en")))
        yield Examined(part="workspace", state="advice", told=told, remedy=(_MAKE_ROOM,))
