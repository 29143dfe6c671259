"""What is text in a saved result, but a number or a day to its readers, and sums that cannot be."""

import re
from collections.abc import Iterator
from fractions import Fraction

from emonev.model.assessment import Assessment, CriterionResult, IndicatorResult, StageResult, Total
from emonev.model.exact import to_text

_WHOLE = Fraction(100)  # what all points make together
_DECIMAL = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?")
_PLACES = re.compile(r"[0-9]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def unsound_figure(assessment: Assessment) -> tuple[str, str] | None:
    """Return the first figure that is none, and where it stands; None where all are sound."""
    for place, text, form in _figures(assessment):
        if not form.fullmatch(text):
            return place, text
    for place, whole, parts in _parts(assessment):
        for part in parts:
            if not _is_part(part, whole):
                return place, to_text(part)
    return None


def _figures(assessment: Assessment) -> Iterator[tuple[str, str, re.Pattern[str]]]:
    yield "rubric.rounding.places", str(assessment.rubric.rounding.places), _PLACES
    yield "assessed-on", assessment.assessed_on, _DAY
    for voice, total in _totals(assessment):
        yield from _of_total(voice, total)


def _totals(assessment: Assessment) -> Iterator[tuple[str, Total]]:
    yield "total", assessment.total
    yield "supported", assessment.supported
    if assessment.claimed is not None:
        yield "claimed", assessment.claimed
    if assessment.reviewed is not None:
        yield "reviewed", assessment.reviewed


def _of_total(voice: str, total: Total) -> Iterator[tuple[str, str, re.Pattern[str]]]:
    for figure in (total.low, total.high, total.low if total.value is None else total.value):
        yield voice, figure, _DECIMAL
    for bound in (total.above, total.below, *total.near):
        if bound is not None:
            yield f"{voice}.{bound.id}", bound.from_, _DECIMAL
            yield f"{voice}.{bound.id}", bound.distance, _DECIMAL


def _parts(assessment: Assessment) -> Iterator[tuple[str, Fraction, tuple[Fraction, ...]]]:
    """Yield wholes with what must be parts of them, and their places."""
    for voice, total in _totals(assessment):
        low, high = Fraction(total.low), Fraction(total.high)  # decimals, as was seen before
        yield voice, _WHOLE, (total.exact_low, total.exact_high, high)
        yield voice, high, (low,)
    for stage in assessment.stages:
        yield stage.id, _WHOLE, (stage.full,)
        yield _each(stage)
        for indicator in stage.indicators:
            yield indicator.id, stage.full, (indicator.full,)
            yield _each(indicator)
            for criterion in indicator.criteria:
                yield criterion.id, indicator.full, (criterion.full,)
                yield _each(criterion)


def _each(
    result: StageResult | IndicatorResult | CriterionResult,
) -> tuple[str, Fraction, tuple[Fraction, ...]]:
    points = result.points
    return result.id, result.full, (points.earned, points.lost, points.pending)


def _is_part(part: Fraction, whole: Fraction) -> bool:
    # In integers, because a study loads ten thousand criteria.
    numerator, denominator = part.as_integer_ratio()
    limit, unit = whole.as_integer_ratio()
    return 0 <= numerator * unit <= limit * denominator
