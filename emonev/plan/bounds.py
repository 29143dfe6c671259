"""Where a band begins, seen from the exact total; and what a total bears before its band drops."""

from collections.abc import Sequence
from fractions import Fraction

from emonev.model.assessment import CriterionResult, Qualification
from emonev.model.plan import Loss, Robustness
from emonev.model.rubric import Band
from emonev.plan.solve import Need
from emonev.score import Sheet, band_of, round_exact, total_of
from emonev.score.totals import Ruled

_HALF = Fraction(1, 2)


def least_for(band: Band, rubric: Ruled) -> Need:
    """Return the least exact total that the rubric puts into the band or a better one.

    Where bands are taken from rounded totals, that lies up to half a last place below the bound.
    """
    rounding = rubric.rounding
    if rounding.band_from == "exact":
        return Need(band.from_)
    unit = Fraction(1, 10**rounding.places)
    scaled = band.from_ / unit
    first = -(-scaled.numerator // scaled.denominator) * unit
    if rounding.mode == "down":
        return Need(first)
    edge = first - unit * _HALF
    return Need(edge, more=Fraction(round_exact(edge, rounding)) < band.from_)


def robustness(sheet: Sheet, criteria: Sequence[CriterionResult], rubric: Ruled) -> Robustness:
    """Return which rejections drop the band of the total's lower end, and how few are enough.

    A rejection takes what a criterion earned and leaves the denominators as they are, so the
    fewest are found among those that earned most.
    """
    total, band = total_of(sheet.low, sheet.high, rubric), band_of(sheet.low, rubric)
    if band == rubric.bands[-1]:
        return Robustness(total=total, margin=None)
    earned = [(sheet.criteria[c.id].points.earned, c) for c in criteria]
    earned = sorted((e for e in earned if e[0]), key=lambda e: -e[0])
    singles = [
        _loss(criterion, points, sheet.low - points, rubric)
        for points, criterion in earned
        if band_of(sheet.low - points, rubric) != band
    ]
    sequence = _sequence(sheet.low, earned, band, rubric)
    return Robustness(
        total=total,
        margin=sheet.low - least_for(band, rubric).least,
        singles=tuple(singles),
        fewest=len(sequence) or None,
        sequence=sequence,
    )


def _sequence(
    low: Fraction,
    earned: Sequence[tuple[Fraction, CriterionResult]],
    band: Band,
    rubric: Ruled,
) -> tuple[Loss, ...]:
    """Return the costliest rejections until the band drops; none where it never does."""
    losses: list[Loss] = []
    for points, criterion in earned:
        low -= points
        losses.append(_loss(criterion, points, low, rubric))
        if band_of(low, rubric) != band:
            return tuple(losses)
    return ()


def _loss(criterion: CriterionResult, points: Fraction, left: Fraction, rubric: Ruled) -> Loss:
    band = band_of(left, rubric)
    return Loss(
        id=criterion.id,
        text=criterion.text,
        points=points,
        total=round_exact(left, rubric.rounding),
        qualification=Qualification(id=band.id, label=band.label),
    )
