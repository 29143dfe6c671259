"""A document read again with what OCR read on its pages put in, as if it had always stood there."""

from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from emonev.evidence.limits import Limits
from emonev.evidence.reading import Line, Reading
from emonev.evidence.recognised import BOTH, RecognisedLine, RecognisedPage
from emonev.evidence.recognition import notes
from emonev.model.facts import DocumentText, Facts, Page

TASK = f"{__name__}:read_merged"

_MORE_TITLE_PAGES = 5  # as the reader of PDFs looks behind a cover that is a picture
_CENTRE = 0.04  # of the page's width that a centred line may be off
_FULL = 0.72  # of the page's width: a line so long is centred by chance


class Merge(Struct, frozen=True):
    """What a worker is asked: to put these pages (from 0) into a document."""

    pages: dict[int, RecognisedPage]


def read_merged(
    path: Path, format_: str, limits: Limits, request: bytes
) -> tuple[Facts, DocumentText | None]:
    """Return what a file says, with the words that OCR read on its pages."""
    from emonev.evidence.analysis import facts_of
    from emonev.evidence.readers import read_file

    asked = msgspec.msgpack.decode(request, type=Merge)
    reading = merged(read_file(path, format_, limits), asked.pages, limits)
    facts, text = facts_of(reading)
    if facts.problem or not asked.pages:
        return facts, text
    return replace(facts, recognised_by=_engines(asked.pages.values())), text


def merged(reading: Reading, read: dict[int, RecognisedPage], limits: Limits) -> Reading:
    """Return the reading with recognised pages in the place of pictures and rubbish."""
    read = {page: read[page] for page in sorted(read) if page < len(reading.pages)}
    if reading.problem or not read:
        return reading
    texts, pages = list(reading.texts), list(reading.pages)
    for number, recognised in read.items():
        texts[number] = recognised.text
        pages[number] = _page(reading.pages[number], recognised)
    return replace(
        reading,
        texts=tuple(texts),
        pages=tuple(pages),
        lines=_lines(reading.lines, read, limits),
        notes=(
            *notes.still_true(reading.notes, pages),
            *notes.on_recognised(read, reading.pages),
        ),
    )


def _engines(pages: Iterable[RecognisedPage]) -> str:
    """Return the names of the engines that read these pages: "tesseract 5.3.0 ind + rapidocr …"."""
    names = [name for page in pages for name in page.engine.split(BOTH)]
    return BOTH.join(dict.fromkeys(names))


def _page(before: Page, recognised: RecognisedPage) -> Page:
    return replace(
        before,
        characters=len("".join(recognised.text.split())),
        source="ocr",
        blank=False,
        rubbish=False,
        confidence=recognised.confidence,
        read_by=recognised.engine,
    )


def _lines(
    before: tuple[Line, ...], read: dict[int, RecognisedPage], limits: Limits
) -> tuple[Line, ...]:
    """Return the lines of the first pages that have any, in the order of the pages."""
    by_page: dict[int | None, list[Line]] = {}
    for line in before:
        by_page.setdefault(line.page, []).append(line)
    for number, recognised in read.items():
        if number < limits.title_pages + _MORE_TITLE_PAGES:
            by_page[number + 1] = list(_lines_of(recognised.lines, number + 1))
    filled = sorted((page or 0, lines) for page, lines in by_page.items() if lines)
    return tuple(line for _, lines in filled[: limits.title_pages] for line in lines)


def _lines_of(lines: Iterable[RecognisedLine], page: int) -> Iterable[Line]:
    for line in lines:
        middle = line.left + line.width / 2
        yield Line(
            text=line.text,
            page=page,
            size=line.size or None,
            centred=abs(middle - 0.5) <= _CENTRE and line.width < _FULL,
            top=line.top,
        )
