"""Words in boxes become lines of type on a page, whichever engine saw them."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from statistics import median

from msgspec import Struct

from emonev.evidence.recognised import RecognisedLine

# Parts of the type size: how far letters reach above and below the line they stand on.
_CAPITAL, _SMALL_LETTER, _BELOW = 0.70, 0.50, 0.21
_TALL = re.compile(r"[A-Z0-9bdfhklt()\[\]/%&!?]")
_DEEP = re.compile(r"[gjpqy()\[\],;/]")


class Box(Struct, frozen=True):
    """A place on a picture in pixels, from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def is_level(self) -> bool:
        return self.right - self.left >= self.height


class SeenWord(Struct, frozen=True):
    """A word, or a run of words, as an engine gave it; `block` and `line` say what it belongs to."""

    text: str
    confidence: float
    box: Box
    block: int
    line: int


def lines_of(
    words: Sequence[SeenWord], size: tuple[int, int], per_point: float
) -> tuple[RecognisedLine, ...]:
    """Return the lines of a page in the order in which their words were given."""
    lines = groupby(words, key=lambda word: (word.block, word.line))
    return tuple(_line(list(members), size, per_point) for _, members in lines)


def text_of(words: Sequence[SeenWord]) -> str:
    """Return the text: a line feed between lines, an empty line between blocks."""
    blocks = []
    for _, members in groupby(words, key=lambda word: word.block):
        lines = groupby(members, key=lambda word: word.line)
        blocks.append("\n".join(" ".join(word.text for word in line) for _, line in lines))
    return "\n\n".join(blocks)


def confidence_of(words: Iterable[SeenWord]) -> int:
    """Return the mean confidence, long words counting more; 0 without words."""
    weighed = [(word.confidence, len(word.text)) for word in words]
    characters = sum(count for _, count in weighed)
    if not characters:
        return 0
    return max(0, min(100, round(sum(sure * count for sure, count in weighed) / characters)))


def _line(words: list[SeenWord], size: tuple[int, int], per_point: float) -> RecognisedLine:
    width, height = size
    left = min(word.box.left for word in words)
    right = max(word.box.right for word in words)
    top = min(word.box.top for word in words)
    bottom = max(word.box.bottom for word in words)
    return RecognisedLine(
        text=" ".join(word.text for word in words),
        confidence=confidence_of(words),
        left=round(left / width, 4),
        top=round(top / height, 4),
        width=round((right - left) / width, 4),
        height=round((bottom - top) / height, 4),
        size=round(median(_type_size(word) for word in words) / per_point, 1),
    )


def _type_size(word: SeenWord) -> float:
    """Estimate the type size from a box that is drawn closely around the letters of a word."""
    above = _CAPITAL if _TALL.search(word.text) else _SMALL_LETTER
    below = _BELOW if _DEEP.search(word.text) else 0.0
    return word.box.height / (above + below)
