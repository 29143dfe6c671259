"""Where the words of a proof stand on a page of a PDF: found by their letters, shown as boxes."""

import ctypes
from collections.abc import Iterator

import pypdfium2_raw as pdfium  # type: ignore[import-untyped] # ships no type information
from msgspec import Struct

from emonev.evidence.pictures.frame import Frame
from emonev.evidence.pictures.messages import Quote
from emonev.evidence.readers.pdf_document import Handle
from emonev.evidence.readers.pdf_page import raw_text
from emonev.model.pictures import Box
from emonev.personal_data import masked

_CHARACTERS = 50_000  # a page with more is no page that anybody reads
_BOXES = 12
_FINE = 100_000  # parts into which a side is divided while places are computed
_WHOLE = 1_000


class _Letters(Struct, frozen=True):
    """The letters and digits of a text in small type, and the place of each in it."""

    letters: str
    places: tuple[int, ...]


def places_of(page: Handle, quotes: tuple[Quote, ...], frame: Frame) -> tuple[tuple[Box, ...], ...]:
    """Return where each quote stands, nowhere for one that cannot be found."""
    if not quotes:
        return ()
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return ((),) * len(quotes)
    try:
        # A quote hides personal data; it is found on a page that hides it too.
        letters = _letters_of(masked(raw_text(text_page)[:_CHARACTERS]))
        return tuple(
            tuple(_boxes(page, text_page, _found(quote, letters), frame))[:_BOXES]
            for quote in quotes
        )
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _letters_of(text: str) -> _Letters:
    """Return what stays the same however a text is spaced, broken into lines and hyphenated."""
    known = [(sign.lower()[:1], place) for place, sign in enumerate(text) if sign.isalnum()]
    return _Letters("".join(sign for sign, _ in known), tuple(place for _, place in known))


def _found(quote: Quote, page: _Letters) -> Iterator[tuple[int, int]]:
    """Yield the first and last place, in the page's text, of each part of a quote that matched."""
    words = _letters_of(quote.words)
    at = page.letters.find(words.letters) if words.letters else -1
    if at < 0:
        return
    for start, end in quote.marks or ((0, len(quote.words)),):
        within = [at + n for n, place in enumerate(words.places) if start <= place < end]
        if within:
            yield page.places[within[0]], page.places[within[-1]]


def _boxes(
    page: Handle, text_page: Handle, found: Iterator[tuple[int, int]], frame: Frame
) -> Iterator[Box]:
    for first, last in found:
        start = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, first)
        end = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, last)
        if not 0 <= start <= end:
            continue
        for number in range(
            min(pdfium.FPDFText_CountRects(text_page, start, end - start + 1), _BOXES)
        ):
            box = _box(page, text_page, number, frame)
            if box:
                yield box


def _box(page: Handle, text_page: Handle, number: int, frame: Frame) -> Box | None:
    """Return one stretch of a line as it lies on the picture; None where it lies outside."""
    left, top, right, bottom = (ctypes.c_double() for _ in range(4))
    if not pdfium.FPDFText_GetRect(text_page, number, left, top, right, bottom):
        return None
    one = _on_picture(page, left.value, top.value, frame)
    other = _on_picture(page, right.value, bottom.value, frame)
    (x1, x2), (y1, y2) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    if x2 <= x1 or y2 <= y1:
        return None
    return Box(x1, y1, x2 - x1, y2 - y1)


def _on_picture(page: Handle, x: float, y: float, frame: Frame) -> tuple[int, int]:
    """Return a point of the page in thousandths of the picture, which may show only a part."""
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, x, y, across, down)
    return (
        _part(across.value, frame.full_width, frame.width),
        _part(down.value, frame.full_height, frame.height),
    )


def _part(place: int, full: int, shown: int) -> int:
    return min(_WHOLE, max(0, round(place * full * _WHOLE / (_FINE * shown))))
