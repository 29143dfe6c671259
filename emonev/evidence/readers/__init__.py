"""The readers: one module per kind of format, each with `read(path, limits) -> Reading`.

Readers are imported where they are used, in the worker: the libraries behind them are heavy, and
some of them may bring a process down.
"""

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

_ARCHIVE = Text(
    "Arsip tidak dibuka; ekstrak, lalu serahkan berkas di dalamnya satu per satu.",
    "Archives are not opened; extract it and hand in the files one by one.",
)
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
    "gzip": _ARCHIVE,
    "bzip2": _ARCHIVE,
    "xz": _ARCHIVE,
    "tar": _ARCHIVE,
    "msg": Text(
        "Surel Outlook (.msg) belum dapat dibaca; simpan sebagai PDF atau .eml.",
        "Outlook e-mails (.msg) cannot be read; save it as PDF or .eml.",
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
_CLOSED: dict[str, Problem] = {
    "empty": Problem("empty", problems.EMPTY),
    "damaged-zip": Problem("damaged", problems.DAMAGED),
    "damaged-ole": Problem("damaged", problems.DAMAGED),
    "encrypted-office": Problem("encrypted", problems.ENCRYPTED),
}


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
    if not size:
        raise cannot("empty", problems.EMPTY)
    if size > limits.bytes:
        raise problems.too_many_bytes(limits.bytes)
    if format in _CLOSED:
        raise CannotReadError(_CLOSED[format])
    if format not in READERS:
        raise cannot("unsupported", UNSUPPORTED.get(format, _UNKNOWN))
    reading: Reading = import_module(f"{__name__}.{READERS[format]}").read(path, limits)
    return reading
