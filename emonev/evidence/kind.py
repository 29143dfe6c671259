"""What a file is, decided by its content: never by its name, never by unpacking it."""

import csv
import os
import re
from pathlib import Path
from typing import BinaryIO

from emonev.evidence.kind_of_container import kind_of_ole, kind_of_zip

HEAD = 4096
_PDF_WITHIN = 1024  # how deep readers of PDF look for its signature
_NO_NUL_NEEDED = ("utf-16", "utf-32")

# The first that fits wins. Each signature stands at the given place from the start.
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (0, b"GIF87a", "gif"),
    (0, b"GIF89a", "gif"),
    (0, b"II*\0", "tiff"),
    (0, b"MM\0*", "tiff"),
    (0, b"II+\0", "tiff"),
    (0, b"MM\0+", "tiff"),
    (0, b"Rar!\x1a\x07", "rar"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z"),
    (0, b"\x1f\x8b", "gzip"),
    (0, b"BZh", "bzip2"),
    (0, b"\xfd7zXZ\0", "xz"),
    (257, b"ustar", "tar"),
    (0, b"{\\rtf", "rtf"),
    (0, b"\x1aE\xdf\xa3", "video"),  # Matroska, WebM
    (0, b"FLV\x01", "video"),
    (0, b"\x00\x00\x01\xba", "video"),
    (0, b"\x00\x00\x01\xb3", "video"),
    (0, b"0&\xb2u\x8ef\xcf\x11", "video"),  # WMV
    (0, b"ID3", "audio"),
    (0, b"OggS", "audio"),
    (0, b"fLaC", "audio"),
    (0, b"#!AMR", "audio"),
    (0, b"\xff\xfb", "audio"),
    (0, b"\xff\xf3", "audio"),
)
_RIFF = {b"WEBP": "webp", b"AVI ": "video", b"WAVE": "audio"}
_STILL_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif")
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_HTML = re.compile(
    # Possessive, because comments side by side could otherwise be split in countless ways.
    r"(?:<\?xml[^>]*>|(?><!--.*?-->)|\s++)*+"
    r"<(?:!doctype\s+html|html|head|body|title|meta|table|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<(?:\?xml\b|!DOCTYPE\b|svg\b|[\w:]+\s+xmlns)")
_JSON = re.compile(r'\s*(?:\{\s*(?:"[^"\n]*"\s*:|\})|\[\s*(?:[{\["\]]|-?\d+\s*[,\]]\s*-?\d))')
_MAIL = re.compile(r"(?:[A-Z][\w-]{1,40}:[ \t][^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.IGNORECASE)
_MAIL_FIELD = re.compile(
    r"^(?:mime-version|received|message-id|return-path):", re.IGNORECASE | re.MULTILINE
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x19\x1c-\x1f]")
_SEPARATORS = ",;\t|"
_ROWS_LOOKED_AT = 20


def format_of(path: Path) -> str:
    """Return what the file is: "pdf", "docx", "csv", "damaged-zip", "empty", "unknown" and so on."""
    with path.open("rb") as file:
        return format_of_open(file)


def format_of_open(file: BinaryIO) -> str:
    """Return the same for a file already open; where it stands afterwards is not said."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    head = file.read(HEAD)
    if not head.strip(b"\0"):
        return "unknown" if head else "empty"
    if head.startswith(b"PK") and head[2:4] in (b"\x03\x04", b"\x05\x06", b"\x07\x08", b"00"):
        return kind_of_zip(file, size)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return kind_of_ole(file)
    return _binary(head) or _text(head, whole=size <= HEAD) or "unknown"


def _binary(head: bytes) -> str:
    for place, signature, kind in _SIGNATURES:
        if head.startswith(signature, place):
            return kind
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        return _kind_of_media(head[8:12])
    if head.startswith(b"BM") and head[6:10] == b"\0\0\0\0" and len(head) > 26:
        return "bmp"
    return "pdf" if b"%PDF-" in head[:_PDF_WITHIN] else ""


def _kind_of_media(brand: bytes) -> str:
    if brand in _STILL_BRANDS:
        return "heic"
    return "audio" if brand in {b"M4A ", b"M4B "} else "video"


def _text(head: bytes, *, whole: bool) -> str:
    text = _decoded(head)
    if text is None:
        return ""
    if _HTML.match(text):
        return "html"
    if _XML.match(text):
        return "html" if re.search(r"<html\b", text, re.IGNORECASE) else "xml"
    if _MAIL.match(text) and _MAIL_FIELD.search(text):
        return "eml"
    if _JSON.match(text):
        return "json"
    lines = text.splitlines()[:_ROWS_LOOKED_AT]
    return "csv" if _is_table(lines if whole else lines[:-1] or lines) else "text"


def _decoded(head: bytes) -> str | None:
    """Return the head as text, good enough to tell kinds of text apart; None where it is none."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    encoding = _without_mark(head)
    if b"\0" in head and not encoding.startswith(_NO_NUL_NEEDED):
        return None
    text = head.decode(encoding, "replace")
    return None if len(_CONTROL.findall(text)) * 50 > len(text) else text


def _without_mark(head: bytes) -> str:
    """Guess UTF-16 without a mark: Latin text has its NULs on one side only."""
    even, odd = head[0::2], head[1::2]
    for nuls, letters, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if nuls and nuls.count(0) * 10 >= len(nuls) * 9 and not letters.count(0):
            return encoding
    return "latin-1"


def _is_table(lines: list[str]) -> bool:
    rows = [line for line in lines if line.strip()]
    return any(_splits_evenly(rows, separator) for separator in _SEPARATORS)


def _splits_evenly(rows: list[str], separator: str) -> bool:
    """Say whether each row has as many cells as the others.

    One comma in each of two or three lines is how letters look too ("Ranai, 2 Mei"), so two
    columns need more rows to be believed.
    """
    try:
        counts = {len(cells) for cells in csv.reader(rows, delimiter=separator) if cells}
    except csv.Error:
        return False
    cells = counts.pop() if len(counts) == 1 else 0
    if cells < 2:
        return False
    return len(rows) >= (2 if cells > 2 or separator in "\t|;" else 4)
