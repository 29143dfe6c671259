"""What is text in a saved result, but a number or a day to its readers, and sums that cannot be."""

import re
from collections.abc import Iterator
from fractions import Fraction

from emonev.model.assessment import Assessment, Points, Total
from emonev.model.exact import to_text

_WHOLE = 100  # what all points make together
_DECIMAL = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?")
_PLACES = re.compile(r"[0-9]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def unsound_figure(assessment: Assessment) -> tuple[str, str] | None:
    """Return the first figure that is none, and where it stands; None where all are sound."""
    for place, text, form in _figures(assessment):
        if not form.fullmatch(text):
            return place, text
    for place, points in _points(assessment):
        for part in (points.earned, points.lost, points.pending):
            if not _is_part(part):
                return place, to_text(part)
    return None


def _figures(assessment: Assessment) -> Iterator[tuple[str, str, re.Pattern[str]]]:
    yield "rubric.rounding.places", str(assessment.rubric.rounding.places), _PLACES
    yield "assessed-on", assessment.assessed_on, _DAY
    yield from _of_total("total", assessment.total)
    yield from _of_total("supported", assessment.supported)
    yield from _of_total("claimed", assessment.claimed)
    yield from _of_total("reviewed", assessment.reviewed)


def _of_total(voice: str, total: Total | None) -> Iterator[tuple[str, str, re.Pattern[str]]]:
    if total is None:
        return
    for figure in (total.low, total.high, total.low if total.value is None else total.value):
        yield voice, figure, _DECIMAL
    for bound in (total.above, total.below, *total.near):
        if bound is not None:
            yield f"{voice}.{bound.id}", bound.from_, _DECIMAL
            yield f"{voice}.{bound.id}", bound.distance, _DECIMAL


def _points(assessment: Assessment) -> Iterator[tuple[str, Points]]:
    """Yield the points of every stage, indicator and criterion, each with its id."""
    for stage in assessment.stages:
        yield stage.id, stage.points
        for indicator in stage.indicators:
            yield indicator.id, indicator.points
            for criterion in indicator.criteria:
                yield criterion.id, criterion.points


def _is_part(part: Fraction) -> bool:
    # In integers, because a study loads ten thousand criteria.
    return 0 <= part.numerator <= _WHOLE * part.denominator
