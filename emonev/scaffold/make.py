"""Making a workspace, or adding a year to one; nothing that is there is ever overwritten."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from emonev.errors import EmonevError, reason_of
from emonev.language import say
from emonev.model.inventory import NOTE_NAME
from emonev.model.rubric import Rubric
from emonev.model.text import Language, Text
from emonev.model.workspace import Body
from emonev.scaffold.files import answers_text, quoted, with_rubric, workspace_text
from emonev.scaffold.naming import folder_name
from emonev.scaffold.note import note_of

WORKSPACE_FILE = "emonev.yaml"

_REFUSED = Text("{path} tidak dapat dibuat: {reason}", "{path} cannot be made: {reason}")
_MEND_REFUSED = Text(
    "Pilih folder lain, atau minta hak menulis di folder itu.",
    "Choose another folder, or ask for the right to write there.",
)


class Made(Struct, frozen=True):
    """What was made and what was there before, as paths relative to the workspace.

    `line_to_add` is for `emonev.yaml` where adding it safely was not possible.
    """

    made: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    line_to_add: str | None = None


def make_workspace(
    folder: Path,
    body: Body,
    rubric: Rubric,
    year: int,
    language: Language = "id",
    *,
    reference: str | None = None,
) -> Made:
    """Make the folders and files of one e-Monev year, and the workspace itself if need be.

    `reference` is how `emonev.yaml` names the rubric: its id, unless it is a file of one's own.
    """
    builder = _Builder(folder)
    named = reference or rubric.id
    try:
        line = builder.workspace_file(workspace_text(body, named, year, language), year, named)
        builder.folder("laporan")
        builder.evidence_folders(rubric, year, language)
        builder.file(f"jawaban/{year}.yaml", answers_text(rubric, year, language))
    except OSError as error:
        raise _refused(folder, error) from error
    return Made(tuple(builder.made), tuple(builder.kept), line)


class _Builder:
    def __init__(self, folder: Path) -> None:
        self._top = folder
        self.made: list[str] = []
        self.kept: list[str] = []

    def folder(self, name: str) -> None:
        path = self._top / name
        if not path.is_dir():
            path.mkdir(parents=True)
            self.made.append(f"{name}/")

    def file(self, name: str, text: str) -> None:
        path = self._top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("xb") as file:  # x: never over something that is there
                file.write(_bytes_of(text))
        except FileExistsError:
            self.kept.append(name)
        else:
            self.made.append(name)

    def evidence_folders(self, rubric: Rubric, year: int, language: Language) -> None:
        """Make one folder for each criterion; one that a person renamed serves as well."""
        top = f"bukti/{year}"
        self.folder(top)
        there = sorted(path.name for path in (self._top / top).iterdir() if path.is_dir())
        for criterion in rubric.criteria():
            own = next((name for name in there if _belongs(name, criterion.id)), None)
            name = f"{top}/{own or folder_name(criterion, language)}"
            if own:
                self.kept.append(f"{name}/")
            self.folder(name)
            self.file(f"{name}/{NOTE_NAME}", note_of(criterion, rubric, year, language))

    def workspace_file(self, text: str, year: int, reference: str) -> str | None:
        """Write `emonev.yaml`, or add the year to the one that is there; return what is left to do."""
        self._top.mkdir(parents=True, exist_ok=True)
        path = self._top / WORKSPACE_FILE
        if not path.exists():
            self.file(WORKSPACE_FILE, text)
            return None
        line = f"  {year}: {quoted(reference)}"
        try:
            before = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            return line
        if _names_year(before, year):
            self.kept.append(WORKSPACE_FILE)
            return None
        after = with_rubric(before, year, reference)
        if after is None:
            return line
        _replace(path, after.encode("utf-8"))
        self.made.append(WORKSPACE_FILE)
        return None


def _belongs(name: str, id_: str) -> bool:
    return name.casefold() == id_.casefold() or name.casefold().startswith(f"{id_.casefold()} ")


def _names_year(text: str, year: int) -> bool:
    return any(line.strip().startswith(f"{year}:") for line in text.splitlines())


def _bytes_of(text: str) -> bytes:
    """Return text as every Notepad shows it: CRLF, and a mark where UTF-8 must be told."""
    encoded = text.replace("\n", "\r\n").encode("utf-8")
    return encoded if text.isascii() else b"\xef\xbb\xbf" + encoded


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(path.stat().st_mode & 0o777)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _refused(folder: Path, error: OSError) -> EmonevError:
    path = str(error.filename or folder)
    told = say(_REFUSED, path=path, reason=reason_of(error))
    return EmonevError("init-refused", told, _MEND_REFUSED)
