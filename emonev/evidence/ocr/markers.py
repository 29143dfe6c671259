"""Numbers of items, put back before their items: Tesseract takes a column of them for a block."""

import re
from collections.abc import Sequence
from itertools import chain, groupby

from msgspec import structs

from emonev.evidence.ocr.layout import Box, SeenWord

_NUMBER = r"\(?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[IVX]{1,5})[.):;,]{1,2}"
_CLAUSE = (
    r"(?:KESATU|KEDUA|KETIGA|KEEMPAT|KELIMA|KEENAM|KETUJUH|KEDELAPAN|KESEMBILAN|KESEPULUH"
    r"|[Mm]enimbang|[Mm]engingat|[Mm]emperhatikan|[Mm]enetapkan|PERTAMA)"
)
_MARKER = re.compile(rf"(?:{_NUMBER}|{_CLAUSE}\s?:?(?:\s?{_NUMBER})?)")
_MOST = 400  # markers of a page that are looked after
_FAR = 12  # line heights between a marker and its item

Line = list[SeenWord]


def with_markers(words: Sequence[SeenWord]) -> list[SeenWord]:
    """Return the words with each marker that stands alone before the line to its right."""
    lines = [list(line) for _, line in groupby(words, key=lambda word: (word.block, word.line))]
    boxes = [_around(line) for line in lines]
    markers = {number for number, line in enumerate(lines) if _is_marker(line)}
    before: dict[int, list[int]] = {}
    for marker in sorted(markers, key=lambda number: boxes[number].left)[:_MOST]:
        item = _item_of(marker, markers, lines, boxes)
        if item is not None:
            before.setdefault(item, []).append(marker)
    moved = set(chain.from_iterable(before.values()))
    return [
        word
        for number, line in enumerate(lines)
        if number not in moved
        for word in _led(line, [lines[marker] for marker in before.get(number, ())])
    ]


def _is_marker(line: Line) -> bool:
    return bool(_MARKER.fullmatch(" ".join(word.text for word in line)))


def _led(line: Line, markers: list[Line]) -> Line:
    first = line[0]
    return [
        *(structs.replace(w, block=first.block, line=first.line) for m in markers for w in m),
        *line,
    ]


def _item_of(marker: int, markers: set[int], lines: list[Line], boxes: list[Box]) -> int | None:
    """Return the nearest line of another block that stands to the right at the same height.

    A marker is no item: it may go to one itself.
    """
    box = boxes[marker]
    beside = [
        (boxes[number].left - box.right, number)
        for number, line in enumerate(lines)
        if number not in markers
        and line[0].block != lines[marker][0].block
        and _is_right_of(box, boxes[number])
    ]
    return min(beside)[1] if beside else None


def _is_right_of(marker: Box, item: Box) -> bool:
    gap = item.left - marker.right
    shared = min(marker.bottom, item.bottom) - max(marker.top, item.top)
    return 0 <= gap <= _FAR * marker.height and shared > 0.5 * min(marker.height, item.height)


def _around(line: Line) -> Box:
    return Box(
        min(word.box.left for word in line),
        min(word.box.top for word in line),
        max(word.box.right for word in line),
        max(word.box.bottom for word in line),
    )
