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
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x


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


class _Type:
    """The type on a page: what pdfium knows of the character at a place.

    pdfium answers into variables. They are made once, for that takes as long as the answer.
    """

    def __init__(self, text_page: Handle, frame: _Frame) -> None:
        self._page, self._frame = text_page, frame
        self._matrix = pdfium.FS_MATRIX()
        self._sides = tuple(ctypes.c_double() for _ in range(4))
        self._sides_asked = tuple(map(ctypes.byref, self._sides))
        self._name, self._flags = ctypes.create_string_buffer(_NAME), ctypes.c_int()
        self._flags_asked = ctypes.byref(self._flags)

    def place_of(self, index: int) -> int:
        """Return the place of a character of the text; below 0 where it was put in for reading."""
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._page, index))

    def size(self, place: int) -> float | None:
        matrix = self._matrix
        if not pdfium.FPDFText_GetMatrix(self._page, place, matrix):
            return None
        scale = math.hypot(matrix.c, matrix.d)
        return abs(float(pdfium.FPDFText_GetFontSize(self._page, place))) * scale

    def box(self, place: int) -> tuple[float, float, float]:
        """Return left, right and bottom as the page is shown."""
        pdfium.FPDFText_GetCharBox(self._page, place, *self._sides_asked)
        left, right, bottom, top = self._sides
        x, y = self._frame.shown(left.value, bottom.value)
        across, down = self._frame.shown(right.value, top.value)
        return min(x, across), max(x, across), max(y, down)

    def is_bold(self, place: int) -> bool:
        if pdfium.FPDFText_GetFontWeight(self._page, place) >= _BOLD:
            return True
        self._name.value = b""
        pdfium.FPDFText_GetFontInfo(self._page, place, self._name, _NAME, self._flags_asked)
        written = self._name.value.lower()
        return b"bold" in written or b"black" in written or b"heavy" in written


def _pieces(text_page: Handle, raw: str, frame: _Frame) -> list[_Piece]:
    """Return the pieces that pdfium breaks lines into, in the order of the file."""
    pieces: list[_Piece] = []
    type_ = _Type(text_page, frame)
    start = 0
    for part in raw.split("\r\n"):
        text = part.strip()
        if text:
            first = start + len(part) - len(part.lstrip())
            piece = _piece(type_, text, first)
            if piece:
                pieces.append(piece)
        if len(pieces) >= _LINES:
            break
        start += len(part) + 2
    return pieces


def _piece(type_: _Type, text: str, start: int) -> _Piece | None:
    first, last = type_.place_of(start), type_.place_of(start + len(text) - 1)
    if first < 0 or last < 0:
        return None
    size = type_.size(first)
    if size is None:
        return None
    left, _, base = type_.box(first)
    _, right, _ = type_.box(last)
    return _Piece(
        " ".join(as_printed(text[:_LONGEST]).replace("-\n", "-").split()),
        left,
        right,
        base,
        size,
        type_.is_bold(first),
    )


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
