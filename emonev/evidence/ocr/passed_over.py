"""What one reading of a page passed over, by where another one saw type."""

from collections.abc import Iterable, Sequence

from emonev.evidence.ocr.layout import Box
from emonev.evidence.recognised import RecognisedLine

_BESIDE = 0.4  # of the lower one's height: so much two places on one line share
_OPEN = 0.6  # of its width: from here on a line was passed over, and not merely read shorter
_MOST = 500  # lines that are looked at; the densest real page has 160


def places_of(lines: Iterable[RecognisedLine], size: tuple[float, float] = (1.0, 1.0)) -> list[Box]:
    """Return where lines stand on a page of this size."""
    width, height = size
    return [
        Box(
            line.left * width,
            line.top * height,
            (line.left + line.width) * width,
            (line.top + line.height) * height,
        )
        for line in lines
    ]


def share_passed_over(seen: Sequence[Box], read: Sequence[Box]) -> float:
    """Return the share of the type seen, by its length in letters, that no line read covers."""
    lengths = [(box.right - box.left) / max(1.0, box.height) for box in seen[:_MOST]]
    passed = sum(
        length * open_share(box, read) for box, length in zip(seen[:_MOST], lengths, strict=True)
    )
    return passed / sum(lengths) if sum(lengths) else 0.0


def is_passed_over(box: Box, read: Sequence[Box]) -> bool:
    """Say whether a line was not read; what stands beside it on its height does not count."""
    return open_share(box, read) > _OPEN


def open_share(box: Box, read: Sequence[Box]) -> float:
    """Return the share of a box's width that no line read at its height covers."""
    width = box.right - box.left
    covers = sorted(
        (max(line.left, box.left), min(line.right, box.right))
        for line in read[:_MOST]
        if line.left < box.right and line.right > box.left and _beside(line, box)
    )
    covered, reached = 0.0, box.left
    for left, right in covers:
        covered += max(0.0, right - max(left, reached))
        reached = max(reached, right)
    return 1.0 - covered / width if width > 0 else 0.0


def _beside(one: Box, other: Box) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _BESIDE * min(one.height, other.height)
