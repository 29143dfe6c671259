"""The readers: one module per kind of format, each with `read(path, limits) -> Reading`.

Readers are imported where they are used, in the worker: the libraries behind them are heavy, and
some of them may bring a process down.
"""

import mmap
import struct
from importlib import import_module
from pathlib import Path

from msgspec.structs import replace

from emonev.evidence.limits import Limits
from emonev.evidence.readers import problems
from emonev.evidence.readers.problems import CannotReadError, cannot
from emonev.evidence.reading import Reading
from emonev.model.facts import Problem
from emonev.model.text import Text

READERS: dict[str, str] = {
    "pdf": "pdf",
    "docx": "docx",
    "pptx": "pptx",
    "xlsx": "spreadsheet",
    "xls": "spreadsheet",
    "ods": "spreadsheet",
    "odt": "opendocument",
    "odp": "opendocument",
    "html": "html",
    "eml": "mail",
    "text": "plain_text",
    "json": "plain_text",
    "xml": "plain_text",
    "csv": "delimited",
    "jpeg": "image",
    "png": "image",
    "gif": "image",
    "bmp": "image",
    "tiff": "image",
    "webp": "image",
    "zip": "archive",
}

UNSUPPORTED: dict[str, Text] = {
    "doc": Text(
        "Format Word lama (.doc) belum dapat dibaca; simpan sebagai .docx atau PDF.",
        "The old Word format (.doc) cannot be read; save it as .docx or PDF.",
    ),
    "ppt": Text(
        "Format PowerPoint lama (.ppt) belum dapat dibaca; simpan sebagai .pptx atau PDF.",
        "The old PowerPoint format (.ppt) cannot be read; save it as .pptx or PDF.",
    ),
    "rtf": Text(
        "Format RTF belum dapat dibaca; simpan sebagai .docx atau PDF.",
        "RTF cannot be read; save it as .docx or PDF.",
    ),
    "rar": Text(
        "Arsip RAR tidak dibuka; ekstrak, lalu serahkan berkas di dalamnya satu per satu.",
        "RAR archives are not opened; extract it and hand in the files one by one.",
    ),
    "7z": Text(
        "Arsip 7z tidak dibuka; ekstrak, lalu serahkan berkas di dalamnya satu per satu.",
        "7z archives are not opened; extract it and hand in the files one by one.",
    ),
    "heic": Text(
        "Foto HEIC belum dapat dibaca; simpan sebagai JPEG atau PNG.",
        "HEIC photos cannot be read; save it as JPEG or PNG.",
    ),
    "video": Text(
        "Video tidak dinilai otomatis; muat di kanal badan publik dan cantumkan tautannya, "
        "atau mintakan telaah.",
        "Videos are not judged by the program; publish it on the body's channel and give the link, "
        "or have it reviewed.",
    ),
    "audio": Text(
        "Rekaman suara tidak dinilai otomatis; sertakan notulen atau transkripnya.",
        "Sound recordings are not judged by the program; hand in minutes or a transcript.",
    ),
}

_UNKNOWN = Text(
    "Format berkas tidak dikenali; simpan sebagai PDF, DOCX, XLSX, JPEG, atau PNG.",
    "The file's format is not recognised; save it as PDF, DOCX, XLSX, JPEG or PNG.",
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_file(path: Path, format: str, limits: Limits) -> Reading:  # noqa: A002 - the field's word
    """Return what stands in a file of this format, or a Reading that says why it was not read.

    `format` was decided by content. A reader's unforeseen exceptions pass: the supervisor
    answers for those.
    """
    try:
        reading = _read(path, format, limits)
    except CannotReadError as error:
        return Reading(format=format, problem=error.problem)
    except MemoryError:
        return Reading(format=format, problem=Problem("memory-limit", problems.MEMORY))
    except OSError:
        return Reading(format=format, problem=Problem("unreadable", problems.UNREADABLE))
    return reading if reading.format == format else replace(reading, format=format)


def _read(path: Path, format: str, limits: Limits) -> Reading:  # noqa: A002 - as above
    size = path.stat().st_size
    if not size or format == "empty":
        raise cannot("empty", problems.EMPTY)
    if size > limits.bytes:
        raise problems.too_many_bytes(limits.bytes)
    if format == "damaged-zip":
        raise cannot("damaged", problems.DAMAGED)
    if _is_locked_office_file(path):
        raise cannot("encrypted", problems.ENCRYPTED)
    if format not in READERS:
        raise cannot("unsupported", UNSUPPORTED.get(format, _UNKNOWN))
    reading: Reading = import_module(f"{__name__}.{READERS[format]}").read(path, limits)
    return reading


def _is_locked_office_file(path: Path) -> bool:
    """Say whether this is a .docx, .xlsx or .pptx with a password: an OLE container around it.

    Looks for the directory entry "EncryptedPackage": its name padded to 64 bytes, then the
    name's length in bytes with the closing zero.
    """
    with path.open("rb") as file:
        if file.read(8) != _OLE:
            return False
        name = "EncryptedPackage".encode("utf-16-le")
        entry = name.ljust(64, b"\0") + struct.pack("<H", len(name) + 2)
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            return content.find(entry) >= 0
