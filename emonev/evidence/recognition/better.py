"""Two readings of a page, and what is kept of them.

What a page of known text showed, read by both engines (docs/ocr.md): where the first read poorly,
the second lost fewer words nearly always; where the first read surely, but passed type over, its
words are as good, and the second's stand in the gaps.
"""

import re

from msgspec.structs import replace

from emonev.evidence.ocr.layout import Box
from emonev.evidence.ocr.passed_over import is_passed_over, places_of
from emonev.evidence.recognised import BOTH, FEW, SURE, RecognisedLine, RecognisedPage
from emonev.model.facts import LOW_CONFIDENCE

_BELIEVED = 60  # a line in a gap, as sure as the first engine must be of scattered ones
_FEWEST = 0.5  # of the first reading's letters; a second one with fewer has missed the page
_MUCH_INK = 0.5  # of the page: so much outside the lines, and nothing else to go by
_LETTERS = re.compile(r"[^\W\d_]{2}")


def better_of(first: RecognisedPage | None, second: RecognisedPage | None) -> RecognisedPage | None:
    """Return what is kept of two readings, and how sure it is; None without any."""
    if first is None or second is None:
        return first or (second and replace(second, confidence=_alone(second)))
    other = replace(second, confidence=_sureness(first, second))
    if first.confidence < LOW_CONFIDENCE:
        return other if len(second.text) >= _FEWEST * len(first.text) else first
    reads_more = first.confidence < SURE and second.certain > first.certain
    return other if reads_more or other.confidence > first.confidence else _filled(first, second)


def _sureness(first: RecognisedPage, second: RecognisedPage) -> int:
    """Return how sure a second reading is, by what the first one saw."""
    if first.certain < FEW:
        return min(_alone(second), _against(first, second))
    return _against(first, second)


def _alone(second: RecognisedPage) -> int:
    """Return how sure a reading is that nothing bears out.

    Of a page that has all but faded the engine may see three lines only, and be sure of these.
    """
    if second.certain < FEW:
        return min(second.confidence, LOW_CONFIDENCE - 1)
    return round(second.confidence * (1 - second.left if second.left > _MUCH_INK else 1))


def _against(first: RecognisedPage, second: RecognisedPage) -> int:
    """Return how sure the second reading is, where lines that stand in its gaps count with nothing.

    However poor these are: of a page half of which is out of focus, the first reads rubbish there.
    """
    if first.turned != second.turned:
        return second.confidence  # the first was upside down: its lines are nowhere
    missed = sum(len(line.text) for line in _in_gaps(first.lines, second.lines))
    read = len(second.text)
    return round(second.confidence * read / (read + missed)) if read else 0


def _filled(first: RecognisedPage, second: RecognisedPage) -> RecognisedPage:
    """Return the first reading with the lines of the second that stand in its gaps after it."""
    if first.turned != second.turned:
        return first
    gaps = _in_gaps(second.lines, first.lines)
    more = tuple(line for line in gaps if line.confidence >= _BELIEVED)
    if not more:
        return first
    weights = len(first.text), *(len(line.text) for line in more)
    sure = first.confidence, *(line.confidence for line in more)
    total = sum(weight * each for weight, each in zip(weights, sure, strict=True))
    return replace(
        first,
        engine=f"{first.engine}{BOTH}{second.engine}",
        text="\n\n".join((first.text, "\n".join(line.text for line in more))),
        lines=first.lines + more,
        confidence=round(total / sum(weights)),
    )


def _in_gaps(
    lines: tuple[RecognisedLine, ...], others: tuple[RecognisedLine, ...]
) -> list[RecognisedLine]:
    """Return the lines with words that stand where the other reading has none."""
    read: list[Box] = places_of(others)
    return [
        line
        for line, place in zip(lines, places_of(lines), strict=True)
        if _LETTERS.search(line.text) and is_passed_over(place, read)
    ]
