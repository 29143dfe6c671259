"""ZIP archives: listed and never unpacked, because nobody can tell which file in it is meant."""

import zipfile
from pathlib import Path

from emonev.evidence.limits import Limits
from emonev.evidence.readers import problems
from emonev.evidence.readers.package import Package
from emonev.evidence.reading import Reading
from emonev.language import say
from emonev.model.facts import Note
from emonev.model.text import Text

_NAME = 300

_ARCHIVE = Text(
    "Arsip ZIP berisi {count} berkas; isinya tidak dinilai. Ekstrak, lalu serahkan berkas di "
    "dalamnya satu per satu.",
    "ZIP archive with {count} files; what is in it is not judged. Extract it and hand in the files "
    "one by one.",
)
_LOCKED = Text(
    "Arsip ZIP berisi {count} berkas, {locked} di antaranya terkunci kata sandi; isinya tidak "
    "dinilai. Ekstrak, lalu serahkan berkas di dalamnya satu per satu.",
    "ZIP archive with {count} files, {locked} of them locked with a password; what is in it is not "
    "judged. Extract it and hand in the files one by one.",
)


def read(path: Path, limits: Limits) -> Reading:
    """Return the names of the members, as they stand in the archive's directory."""
    with Package(path, limits) as package:
        # Not `is_dir`, which fails for a member without a name.
        members = [info for info in package.entries if not info.filename.endswith("/")]
    if not members:
        raise problems.cannot("empty", problems.EMPTY_DOCUMENT)
    return Reading(
        format="zip",
        members=tuple(_printable(info.filename) for info in members),
        notes=(_note(members),),
    )


def _note(members: list[zipfile.ZipInfo]) -> Note:
    locked = sum(1 for info in members if info.flag_bits & 0x1)
    template = _LOCKED if locked else _ARCHIVE
    return Note("archive", say(template, count=len(members), locked=locked))


def _printable(name: str) -> str:
    """Return a name as text that can be stored: what is no Unicode becomes a replacement sign."""
    return name[:_NAME].encode("utf-8", "replace").decode("utf-8")
