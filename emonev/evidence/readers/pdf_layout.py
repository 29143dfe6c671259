"""The lines of type on a page of a PDF, with what makes them stand out: size, weight and place.

Only the first and last characters of a line are asked about, so that a page costs well under a
millisecond. Places are those of the page as it is shown, after its turn.
"""

import ctypes
import math

import pypdfium2_raw as pdfium  # type: ignore[import-untyped] # ships no type information
from msgspec import Struct

from emonev.evidence.readers.pdf_document import Handle
from emonev.evidence.readers.pdf_page import as_printed
from emonev.evidence.reading import Line

_LONGEST = 400  # characters of a line
_LINES = 120  # on one page; a title does not come later
_BOLD = 600
_NAME = 96
_SAME_LINE = 0.35  # of the type size
_GAP = 3.0  # type sizes between pieces of one line
_CENTRED = 0.06  # of the page's width
_INDENT = 0.02


class _Piece(Struct):
    text: str
    left: float
    right: float
    base: float  # from the top of the page
    size: float
    bold: bool


class _Frame(Struct, frozen=True):
    """The page as it is shown: its box in the file's space, its turn, and its size."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """Return the place from the left and the top of the page as it is shown."""
        match self.turns:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
        return x - self.left, self.top - y


def lines_of(page: Handle, text_page: Handle, raw: str, number: int) -> list[Line]:
    """Return the page's lines from top to bottom; none where nothing but numbers stands on it."""
    frame = _frame_of(page)
    pieces = _pieces(text_page, raw, frame)
    if not any(c.isalpha() for piece in pieces for c in piece.text):
        return []
    pieces.sort(key=lambda piece: (round(piece.base), piece.left))
    joined = _joined(pieces)
    indent = _INDENT * frame.width
    column = (
        min(piece.left for piece in joined) + indent,
        max(piece.right for piece in joined) - indent,
    )
    return [_line(piece, frame, column, number) for piece in joined]


def _frame_of(page: Handle) -> _Frame:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    return _Frame(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page) % 4)


def _pieces(text_page: Handle, raw: str, frame: _Frame) -> list[_Piece]:
    """Return the pieces that pdfium breaks lines into, in the order of the file."""
    pieces: list[_Piece] = []
    start = 0
    for part in raw.split("\r\n"):
        text = part.strip()
        if text:
            first = start + len(part) - len(part.lstrip())
            piece = _piece(text_page, text, first, frame)
            if piece:
                pieces.append(piece)
        if len(pieces) >= _LINES:
            break
        start += len(part) + 2
    return pieces


def _piece(text_page: Handle, text: str, start: int, frame: _Frame) -> _Piece | None:
    first = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, start)
    last = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, start + len(text) - 1)
    matrix = pdfium.FS_MATRIX()
    if first < 0 or last < 0 or not pdfium.FPDFText_GetMatrix(text_page, first, matrix):
        return None
    scale = math.hypot(matrix.c, matrix.d)
    size = abs(pdfium.FPDFText_GetFontSize(text_page, first)) * scale
    left, base = _edge(text_page, first, frame, 0)
    right, _ = _edge(text_page, last, frame, 1)
    return _Piece(
        " ".join(as_printed(text[:_LONGEST]).replace("-\n", "-").split()),
        left,
        right,
        base,
        size,
        _is_bold(text_page, first),
    )


def _edge(text_page: Handle, place: int, frame: _Frame, end: int) -> tuple[float, float]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text_page, place, left, right, bottom, top)
    corners = (
        frame.shown(left.value, bottom.value),
        frame.shown(right.value, top.value),
    )
    return (max if end else min)(x for x, _ in corners), max(y for _, y in corners)


def _is_bold(text_page: Handle, place: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(text_page, place) >= _BOLD:
        return True
    name, flags = ctypes.create_string_buffer(_NAME), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, place, name, _NAME, flags)
    written = name.value.lower()
    return b"bold" in written or b"black" in written or b"heavy" in written


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """Join pieces that stand on one line with no wide gap between them."""
    lines: list[_Piece] = []
    for piece in pieces:
        last = lines[-1] if lines else None
        if last and _continues(last, piece):
            space = " " if piece.left - last.right > 0.1 * piece.size else ""
            last.text += space + piece.text
            last.right = max(last.right, piece.right)
            last.bold = last.bold and piece.bold
        else:
            lines.append(piece)
    return lines


def _continues(last: _Piece, piece: _Piece) -> bool:
    size = max(last.size, piece.size)
    return (
        abs(piece.base - last.base) < _SAME_LINE * size
        and abs(piece.size - last.size) < 0.2 * size
        and -0.5 * size < piece.left - last.right < _GAP * size
    )


def _line(piece: _Piece, frame: _Frame, column: tuple[float, float], number: int) -> Line:
    width, height = frame.width or 1.0, frame.height or 1.0
    # Justified lines lie evenly on the page too, so a centred one must keep off the margins.
    inside = column[0] < piece.left and piece.right < column[1]
    centred = inside and abs(piece.left + piece.right - width) < _CENTRED * width
    return Line(
        text=piece.text,
        page=number,
        size=round(piece.size, 1),
        bold=piece.bold,
        centred=centred,
        top=round(min(1.0, max(0.0, piece.base / height)), 3),
    )
