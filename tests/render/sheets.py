"""A report printed by a browser, sheet by sheet: its words with their places, and its picture."""

import html
import io
import re
import subprocess
from pathlib import Path

from msgspec import Struct
from PIL import Image
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.conftest import program
from tests.render.browser import pdf_of

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT, TOP, BOTTOM = 15 * MM, 195 * MM, 13 * MM, 281 * MM  # of what a sheet holds
NEAR = 1 * MM  # a line's edge, or a letter that leans out
DPI = 50
INK = 160  # of 255: what is darker was printed

_WORD = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</word>'
)


class Word(Struct, frozen=True):
    """A word of a sheet and the box it stands in, in points from the top left."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class Sheet(Struct, frozen=True):
    """One printed page; `foot` are the words below what the page holds."""

    number: int
    size: tuple[float, float]
    words: tuple[Word, ...]
    foot: str
    picture: Image.Image

    @property
    def text(self) -> str:
        """Return the words without their foot and without blanks, as breaks may stand anywhere."""
        return "".join(word.text for word in self.words)


def printed(page: str, folder: Path) -> tuple[Sheet, ...]:
    """Return the sheets of a page of HTML, printed on A4."""
    target = pdf_of(page, folder)
    boxes = _run(program("pdftotext"), "-bbox", str(target), "-").decode("utf-8", "replace")
    _run(program("pdftoppm"), "-r", str(DPI), "-gray", str(target), str(folder / "sheet"))
    pictures = sorted(folder.glob("sheet-*.pgm"), key=lambda path: int(path.stem.split("-")[1]))
    pages = re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', boxes, re.DOTALL)
    assert len(pages) == len(pictures)
    return tuple(
        _sheet(number, (float(width), float(height)), words, path)
        for number, ((width, height, words), path) in enumerate(
            zip(pages, pictures, strict=True), start=1
        )
    )


def heading_height(sheet: Sheet) -> float:
    """Return how high the heading of the result is printed."""
    heading = next(word for word in sheet.words if word.text in {"Hasil", "Result"})
    return heading.bottom - heading.top


def faults(sheets: tuple[Sheet, ...], page: str, foot: str, height: float) -> list[str]:
    """Return what is wrong with printed sheets; `height` is that of a heading not shrunk.

    A browser shrinks all of a page that holds anything wider than the paper.
    """
    parsed = LexborHTMLParser(page)
    found = [] if abs(heading_height(sheets[0]) - height) < height / 50 else ["1 is shrunk"]
    found += [fault for sheet in sheets for fault in _faults(sheet, len(sheets), foot)]
    return found + _rows(sheets, parsed) + _lost(sheets, parsed)


def _faults(sheet: Sheet, count: int, foot: str) -> list[str]:
    found = []
    if [round(side) for side in sheet.size] != [round(WIDTH), round(HEIGHT)]:
        found.append("is not A4")
    if not sheet.words or not _ink(sheet.picture, (LEFT, TOP, RIGHT, BOTTOM)):
        found.append("is empty")
    margins = {
        "left": (0.0, 0.0, LEFT - NEAR, HEIGHT),
        "right": (RIGHT + NEAR, 0.0, WIDTH, HEIGHT),
        "top": (0.0, 0.0, WIDTH, TOP - NEAR),
        "very bottom": (0.0, HEIGHT - 2 * MM, WIDTH, HEIGHT),
    }
    found += [
        f"has ink in the {side} margin" for side, box in margins.items() if _ink(sheet.picture, box)
    ]
    found += [f"has a word outside: {word.text}" for word in sheet.words if not _inside(word)][:1]
    if sheet.foot != f"{foot}{sheet.number}/{count}".replace(" ", ""):
        found.append(f"has the foot {sheet.foot}")
    return [f"{sheet.number} {fault}" for fault in found]


def _inside(word: Word) -> bool:
    return (
        word.left >= LEFT - NEAR
        and word.right <= RIGHT + NEAR
        and word.top >= TOP - NEAR
        and word.bottom <= BOTTOM + NEAR
    )


def _rows(sheets: tuple[Sheet, ...], page: LexborHTMLParser) -> list[str]:
    """Return where the evidence list goes on without its head, or breaks within a row."""
    first = page.css_first(".evidence thead th")
    rows = [tuple(map(_joined, row.css("a, code"))) for row in page.css(".evidence tbody tr")]
    held = {row: [s for s in sheets if all(cell in s.text for cell in row)] for row in rows}
    found = [f"no sheet holds the whole row: {row}" for row, on in held.items() if not on]
    on_sheets = {sheet.number: sheet for on in held.values() for sheet in on[-1:]}
    head = _joined(first) if first else ""
    found += [f"{n} has lost its heads" for n, s in on_sheets.items() if head not in s.text]
    return found


def _lost(sheets: tuple[Sheet, ...], page: LexborHTMLParser) -> list[str]:
    """Return words of the page that no sheet holds: what is folded, cut off, or left unprinted."""
    everything = "".join(sheet.text for sheet in sheets)
    asked = page.css("h1, h2, h3, h4, .indicator li, .indicator dd, blockquote p")
    texts = ("".join(node.text(deep=False).split()) for node in asked)
    return [f"no sheet holds: {text[:60]}" for text in texts if text and text not in everything]


def _joined(node: LexborNode) -> str:
    return "".join(node.text().split())


def _ink(picture: Image.Image, box: tuple[float, float, float, float]) -> bool:
    scale = DPI / 72
    darkest = picture.crop(tuple(round(side * scale) for side in box)).getextrema()[0]  # type: ignore[arg-type] # four sides
    return bool(darkest < INK)  # type: ignore[operator] # of one band


def _sheet(number: int, size: tuple[float, float], words: str, path: Path) -> Sheet:
    every = [
        Word(float(left), float(top), float(right), float(bottom), html.unescape(text))
        for left, top, right, bottom, text in _WORD.findall(words)
    ]
    return Sheet(
        number=number,
        size=size,
        words=tuple(word for word in every if word.top < BOTTOM + NEAR),
        foot="".join(word.text for word in every if word.top >= BOTTOM + NEAR),
        picture=Image.open(io.BytesIO(path.read_bytes())),
    )


def _run(*command: str) -> bytes:
    done = subprocess.run(command, capture_output=True, check=True, timeout=180)
    return done.stdout
