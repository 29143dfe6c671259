"""A PDF file as a whole: opening it, what it says about itself, and why it may be refused."""

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# The bindings without pypdfium2's own layer: half the time to import, and no object per page.
import pypdfium2_raw as pdfium  # type: ignore[import-untyped] # ships no type information

from emonev.evidence.readers import pdf_notes as notes
from emonev.evidence.readers import problems
from emonev.model.facts import Problem

Handle = Any  # pdfium's opaque pointers

_HEAD = 1024  # the header may stand anywhere in the first KiB
_TAIL = 2048
_SCRIPT_WINDOW = 256 * 1024
_PASSWORD, _SECURITY = pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY
_PROPERTIES = {
    "title": b"Title",
    "author": b"Author",
    "subject": b"Subject",
    "application": b"Creator",
    "producer": b"Producer",
    "created": b"CreationDate",
    "modified": b"ModDate",
}
_PDF_DATE = re.compile(
    r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?"
)

pdfium.FPDF_InitLibrary()


@contextmanager
def opened(data: bytes) -> Iterator[Handle | Problem]:
    """Open a PDF held in memory, or say why that cannot be."""
    if not data:
        yield Problem("empty", problems.EMPTY)
        return
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle:
        yield _refusal(data, pdfium.FPDF_GetLastError())
        return
    try:
        yield handle
    finally:
        pdfium.FPDF_CloseDocument(handle)


def _refusal(data: bytes, error: int) -> Problem:
    if error in {_PASSWORD, _SECURITY}:
        return notes.ENCRYPTED
    if b"%PDF-" not in data[:_HEAD]:
        return notes.NOT_A_PDF
    if b"%%EOF" not in data[-_TAIL:]:
        return notes.CUT_SHORT
    return notes.DAMAGED


@contextmanager
def page_of(handle: Handle, index: int) -> Iterator[tuple[Handle, Handle]]:
    """Load a page and its text; both are None where the page is broken."""
    page = pdfium.FPDF_LoadPage(handle, index)
    text_page = pdfium.FPDFText_LoadPage(page) if page else None
    try:
        yield page, text_page
    finally:
        if text_page:
            pdfium.FPDFText_ClosePage(text_page)
        if page:
            pdfium.FPDF_ClosePage(page)


def page_count(handle: Handle) -> int:
    """Return the number of pages that the file says it has."""
    return max(0, int(pdfium.FPDF_GetPageCount(handle)))


def is_encrypted(handle: Handle) -> bool:
    """Say whether the file is encrypted, although it opened without a password."""
    return int(pdfium.FPDF_GetSecurityHandlerRevision(handle)) >= 0


def was_rebuilt(handle: Handle) -> bool:
    """Say whether pdfium had to rebuild the table of objects."""
    return not pdfium.FPDF_DocumentHasValidCrossReferenceTable(handle)


def attachment_count(handle: Handle) -> int:
    return max(0, int(pdfium.FPDFDoc_GetAttachmentCount(handle)))


def runs_javascript(handle: Handle, data: bytes) -> bool:
    """Say whether the file brings scripts: named ones, or one that runs as it is opened.

    pdfium lists only the named ones; actions stand in plain sight at either end of most files.
    """
    if pdfium.FPDFDoc_GetJavaScriptActionCount(handle) > 0:
        return True
    return b"/JavaScript" in data[:_SCRIPT_WINDOW] or b"/JavaScript" in data[-_SCRIPT_WINDOW:]


def properties_of(handle: Handle) -> dict[str, str]:
    """Return what the file says about itself, with dates in ISO form."""
    found = {}
    for name, tag in _PROPERTIES.items():
        value = wide_text(pdfium.FPDF_GetMetaText, handle, tag).strip()
        if name in {"created", "modified"}:
            value = iso_time(value)
        if value:
            found[name] = value
    return found


def wide_text(function: Any, *arguments: Any) -> str:
    """Return what a pdfium function writes as UTF-16: once for the length, once for the text."""
    length = function(*arguments, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    function(*arguments, buffer, length)
    text = buffer.raw[: length - 2].decode("utf-16-le", "replace")
    return "".join(c if c.isprintable() else " " for c in text)


def plain_text(function: Any, *arguments: Any) -> str:
    """Return what a pdfium function writes as bytes of ASCII."""
    length = function(*arguments, None, 0)
    if length <= 1:
        return ""
    buffer = ctypes.create_string_buffer(length)
    function(*arguments, buffer, length)
    return buffer.value.decode("ascii", "replace")


def iso_time(stamp: str) -> str:
    """Return a PDF time stamp ("D:20240801144507+07'00'") in ISO 8601; "" where it is none."""
    match = _PDF_DATE.match(stamp.strip())
    if not match:
        return ""
    year, month, day, hour, minute, second, zulu, sign, east, rest = match.groups()
    text = f"{year}-{month or '01'}-{day or '01'}"
    if hour:
        text += f"T{hour}:{minute}:{second or '00'}"
        text += "+00:00" if zulu else f"{sign}{east}:{rest or '00'}" if sign else ""
    return text if _is_real(text) else ""


def _is_real(stamp: str) -> bool:
    import datetime

    try:
        datetime.datetime.fromisoformat(stamp)
    except ValueError:
        return False
    return True
