"""What was done to a PDF after it was signed: the part that was signed held against the whole.

Every change after signing is added behind the signed part, which is a complete PDF by itself. Both
are drawn page by page: what a reader sees decides, and not how the change was made.
"""

import ctypes
import time
from collections.abc import Callable

import pypdfium2_raw as pdfium  # type: ignore[import-untyped] # ships no type information

from emonev.evidence.readers.pdf_document import Handle, opened, page_count, page_of
from emonev.model.facts import Afterwards, Problem

_PAGES = 100
_SECONDS = 5.0  # of computing; a scanned page takes a tenth of one
_LONGEST_SIDE = 640  # pixels: letters are small, but a changed one changes grey dots
_GREY, _WHITE = pdfium.FPDFBitmap_Gray, 0xFFFFFFFF
_ANNOTATIONS = 1000  # counted on a page


def afterwards(signed: bytes, document: Handle) -> Afterwards:
    """Return what the whole document shows beyond its signed part."""
    with opened(signed) as before:
        if isinstance(before, Problem):
            return "unknown"
        return _compared(before, document)


def _compared(before: Handle, after: Handle) -> Afterwards:
    pages = page_count(after)
    if page_count(before) != pages:
        return "content"
    started, marked = time.process_time(), False
    for page in range(pages):
        if page >= _PAGES or time.process_time() - started > _SECONDS:
            return "unknown"
        if _both(before, after, page, _seen):
            return "content"
        marked = marked or _both(before, after, page, _annotations)
    return "marks" if marked else "unseen"


def _both(
    before: Handle, after: Handle, page: int, look: Callable[[Handle, Handle], object]
) -> bool:
    """Say whether a page looks different in the two documents."""
    with page_of(before, page) as old, page_of(after, page) as new:
        return look(*old) != look(*new)


def _seen(page: Handle, text_page: Handle) -> object:
    """Return all that a page itself shows: its size, its words, and how it is drawn."""
    if not page:
        return None
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    return width, height, _words(text_page), _drawn(page, width, height)


def _words(text_page: Handle) -> bytes:
    count = pdfium.FPDFText_CountChars(text_page) if text_page else 0
    if count <= 0:
        return b""
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    return bytes(buffer)


def _drawn(page: Handle, width: float, height: float) -> bytes:
    """Return a small picture of the page, without what lies upon it."""
    scale = _LONGEST_SIDE / max(width, height, 1.0)
    across, down = max(1, int(width * scale)), max(1, int(height * scale))
    bitmap = pdfium.FPDFBitmap_CreateEx(across, down, _GREY, None, 0)
    if not bitmap:
        return b""
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, _WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, 0)
        size = pdfium.FPDFBitmap_GetStride(bitmap) * down
        return ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), size)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _annotations(page: Handle, _text_page: Handle) -> object:
    """Return what lies upon the page: stamps, fields, notes."""
    count = min(pdfium.FPDFPage_GetAnnotCount(page), _ANNOTATIONS) if page else 0
    return [_annotation(page, place) for place in range(count)]


def _annotation(page: Handle, place: int) -> object:
    annotation = pdfium.FPDFPage_GetAnnot(page, place)
    if not annotation:
        return None
    try:
        box = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(annotation, box)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        said = [_entry(annotation, key) for key in (b"Contents", b"V", b"AS")]
        return kind, box.left, box.bottom, box.right, box.top, said
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _entry(annotation: Handle, key: bytes) -> bytes:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if length <= 2:
        return b""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, length)
    return bytes(buffer)
