"""What stands around the cells of an .xlsx: drawings with words in them, links, macros.

Flow charts (an SOP, most often) are drawn on a sheet as shapes; their words are in no cell.
"""

import re

from msgspec import Struct, field

from emonev.evidence.limits import Limits
from emonev.evidence.readers import problems
from emonev.evidence.readers.elements import Attributes, Elements, attribute
from emonev.evidence.readers.lines import LONGEST_URL, MOST_LINKS
from emonev.evidence.readers.package import Package

_DEFLATE_AT_MOST = 1_032  # times that zlib can unpack a stream at the utmost
_FAR_OUT = re.compile(rb"""\br=["'](?:[A-Z]{3}[0-9]{4,7}|[A-Z]{1,3}[0-9]{6,7})["']""")
# Numbers that no workbook can hold (a sheet ends at row 1,048,576) and that the library behind
# would reserve memory for.
_IMPOSSIBLE = re.compile(rb"""\b(?:r|count|uniqueCount)=["'][A-Z]{0,3}[0-9]{8,}["']""")
# Markup with every digit as 0, letter as A and quotation mark as ": what both patterns above look
# for then holds one of two strings that can be found thirty times as fast.
_SHAPES = bytes.maketrans(b"123456789BCDEFGHIJKLMNOPQRSTUVWXYZ'", b"0" * 9 + b"A" * 25 + b'"')
_FAR_SHAPES = (b'000000"', b"AAA0000")
_VALUE = re.compile(
    rb"""<(?:\w+:)?c\s(?:[^>]*?\s)?r=["']([A-Z]{1,3})([0-9]{1,7})["'](?:[^>]*[^/>])?>"""
)


class Sheet(Struct):
    """Words in shapes, links and large pictures of one sheet."""

    texts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    has_picture: bool = False


class Around(Struct):
    """A workbook without its cells."""

    format: str
    properties: dict[str, str] = field(default_factory=dict)
    sheets: dict[str, Sheet] = field(default_factory=dict)
    macros: bool = False


def check_unpacking(package: Package, limits: Limits) -> None:
    """Raise where the members unpack over the limits: the library behind would swallow them.

    What is so small that it cannot reach the limit is not unpacked twice.
    """
    large = package.packed_size * _DEFLATE_AT_MOST > limits.unpacked_bytes
    for name in package.names:
        if name.endswith((".xml", ".rels", ".bin")) and (large or name.startswith("xl/")):
            _check_member(package, name, limits)
    package.forget_unpacked()


def _check_member(package: Package, name: str, limits: Limits) -> None:
    """Unpack one member; look for values so far out that the area of the sheet is absurd."""
    width = height = 0
    rest = b""
    for chunk in package.chunks(name):
        piece = rest + chunk
        rest = piece[-200:]
        if not _may_reach_far(piece):
            continue
        if _IMPOSSIBLE.search(piece):
            raise problems.cannot("damaged", problems.DAMAGED)
        if "/worksheets/" in name and _FAR_OUT.search(piece):
            for found in _VALUE.finditer(piece):
                width, height = max(width, _column(found[1])), max(height, int(found[2]))
    if width * height > limits.cells:
        raise problems.too_many_cells(name.rpartition("/")[2], height, width, limits.cells)


def _may_reach_far(markup: bytes) -> bool:
    shape = markup.translate(_SHAPES)
    return any(far in shape for far in _FAR_SHAPES)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def around_sheets(package: Package, limits: Limits) -> Around:
    """Return what an .xlsx holds besides its cells, by the names of its sheets."""
    main = package.main_part()
    book = _Book(limits.depth)
    if main.endswith(".xml"):  # .xlsb keeps it in binary; calamine reads that alone
        package.parse(main, book)
    relations = package.relations(main)
    sheets = {
        name: _sheet(package, relations[key].target, limits)
        for name, key in book.sheets.items()
        if key in relations
    }
    return Around("xlsx", package.core_properties(), sheets, package.has_macros)


def _sheet(package: Package, part: str, limits: Limits) -> Sheet:
    sheet = Sheet()
    for relation in package.relations(part).values():
        if relation.kind == "hyperlink" and relation.external and len(sheet.links) < MOST_LINKS:
            sheet.links.append(relation.target[:LONGEST_URL])
        if relation.kind == "drawing" and relation.target in package:
            drawing = _Drawing(limits.depth)
            package.parse(relation.target, drawing)
            sheet.texts += drawing.texts
            sheet.has_picture = sheet.has_picture or drawing.has_picture
    return sheet


class _Book(Elements):
    def __init__(self, depth: int) -> None:
        super().__init__(depth)
        self.sheets: dict[str, str] = {}
        self.opened["sheet"] = self._sheet

    def _sheet(self, attributes: Attributes) -> None:
        self.sheets[attribute(attributes, "name")] = attribute(attributes, "id")


class _Drawing(Elements):
    ignored = frozenset({"Fallback"})

    def __init__(self, depth: int) -> None:
        super().__init__(depth)
        self.texts: list[str] = []
        self.has_picture = False
        self._in_text = False
        self._pieces: list[str] = []
        self.opened = {"t": self._open_text, "pic": self._picture}
        self.closed = {"t": self._close_text, "p": self._close_paragraph}

    def characters(self, text: str) -> None:
        if self._in_text:
            self._pieces.append(text)

    def _open_text(self, _: Attributes) -> None:
        self._in_text = True

    def _close_text(self) -> None:
        self._in_text = False

    def _close_paragraph(self) -> None:
        text = "".join(self._pieces).strip()
        self._pieces = []
        if text:
            self.texts.append(text)

    def _picture(self, _: Attributes) -> None:
        self.has_picture = True
