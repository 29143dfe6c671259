"""What a ZIP or OLE container holds, told by the names in its table of contents.

This runs outside the worker processes, so it reads a bounded part of the file, never unpacks
anything and follows no chain for ever.
"""

import struct
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

_END = b"PK\x05\x06"
_END_WITHIN = 22 + 65_535  # the end record and the longest comment
_ENTRY = b"PK\x01\x02"
_LOCAL = b"PK\x03\x04"
_DIRECTORY_READ = 4 * 1024**2
_ENTRIES_READ = 20_000

_OFFICE = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_OPEN_DOCUMENT = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}

_OLE_NAMES = (
    ("EncryptedPackage", "encrypted-office"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
    ("__properties_version1.0", "msg"),
)
_OLE_SECTORS = 256
_LAST_SECTOR = 0xFFFF_FFFA


def kind_of_zip(file: BinaryIO, size: int) -> str:
    """Return "docx", "xlsx", "pptx", "odt", "ods", "odp", "zip" or "damaged-zip"."""
    directory = _zip_directory(file, size)
    if directory is None:
        return "damaged-zip"
    kind = _open_document(file)
    if kind:
        return kind
    names = {_top_of(name) for name in islice(_zip_names(directory), _ENTRIES_READ)}
    if "[Content_Types].xml" not in names:
        return "zip"
    return next((kind for folder, kind in _OFFICE if folder in names), "zip")


def kind_of_ole(file: BinaryIO) -> str:
    """Return "doc", "xls", "ppt", "msg", "encrypted-office", or "ole" for anything else."""
    try:
        names = set(islice(_ole_names(file), 4 * _OLE_SECTORS))
    except struct.error:
        return "damaged-ole"
    return next((kind for name, kind in _OLE_NAMES if name in names), "ole")


def _zip_directory(file: BinaryIO, size: int) -> bytes | None:
    """Return the beginning of the central directory; None where the end of the file is missing."""
    tail_at = max(0, size - _END_WITHIN)
    file.seek(tail_at)
    tail = file.read(_END_WITHIN)
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < 22:
        return None
    length, start = struct.unpack_from("<LL", tail, end + 12)
    # What stands before the archive shifts it; the end record's own place is sure.
    at = start if length == 0xFFFF_FFFF else tail_at + end - length
    if length == 0:
        return b""
    for place in (at, start):
        if 0 <= place < size:
            file.seek(place)
            directory = file.read(min(length, _DIRECTORY_READ))
            if directory.startswith(_ENTRY):
                return directory
    return None


def _zip_names(directory: bytes) -> Iterator[str]:
    at = 0
    while directory.startswith(_ENTRY, at) and at + 46 <= len(directory):
        name, extra, comment = struct.unpack_from("<HHH", directory, at + 28)
        yield directory[at + 46 : at + 46 + name].decode("utf-8", "replace")
        at += 46 + name + extra + comment


def _top_of(name: str) -> str:
    """Return "word/" of "word/document.xml"; some programs write it with a backslash."""
    top, slash, _ = name.replace("\\", "/").partition("/")
    return top + slash


def _open_document(file: BinaryIO) -> str:
    """Return the kind that an OpenDocument file declares in its first, stored member."""
    file.seek(0)
    head = file.read(256)
    if not head.startswith(_LOCAL) or head[30:38] != b"mimetype":
        return ""
    declared = head[38:].partition(b"PK")[0]
    _, _, kind = declared.partition(b"application/vnd.oasis.opendocument.")
    word = kind.partition(b"-")[0].decode("ascii", "replace").strip()
    return next((short for long, short in _OPEN_DOCUMENT.items() if word.startswith(long)), "")


def _ole_names(file: BinaryIO) -> Iterator[str]:
    """Yield the names in the directory of an OLE file, whose sectors form a chain."""
    file.seek(0)
    header = file.read(512)
    (shift,) = struct.unpack_from("<H", header, 30)
    (sector,) = struct.unpack_from("<L", header, 48)
    tables = struct.unpack_from("<109L", header, 76)
    size = 1 << shift if shift in (9, 12) else 512
    for _ in range(_OLE_SECTORS):
        file.seek((sector + 1) * size)
        yield from _ole_entries(file.read(size))
        table = sector // (size // 4)
        if table >= len(tables) or tables[table] >= _LAST_SECTOR:
            return
        file.seek((tables[table] + 1) * size + sector % (size // 4) * 4)
        (sector,) = struct.unpack("<L", file.read(4))
        if sector >= _LAST_SECTOR:
            return


def _ole_entries(sector: bytes) -> Iterator[str]:
    for at in range(0, len(sector) - 127, 128):
        (length,) = struct.unpack_from("<H", sector, at + 64)
        if 2 <= length <= 64:
            yield sector[at : at + length - 2].decode("utf-16-le", "replace")
