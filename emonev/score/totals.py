"""From exact points to the number that is printed, its band, and how far the next bounds are.

Rounding happens here and once, as the rubric says. Bands are lower bounds (`>=`), so that they
have no holes: 89.95 is below 90, whatever a table printed as "80-89.9" leaves open.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Protocol, assert_never

from emonev.model.assessment import Bound, Qualification, Total
from emonev.model.exact import to_text
from emonev.model.rubric import Band, Rounding, RoundingMode

NEAR = Fraction(1, 10)
_HALF = Fraction(1, 2)


class Ruled(Protocol):
    """What rounding and bands are taken from: a rubric, or what a saved result keeps of it."""

    @property
    def rounding(self) -> Rounding: ...

    @property
    def bands(self) -> tuple[Band, ...]: ...


def total_of(low: Fraction, high: Fraction, rubric: Ruled) -> Total:
    """Return the total for exact points from `low` to `high`.

    `below` names the band of `low` and its own lower bound, None in the lowest band. Distances
    and margins are never negative; printed value and printed distance add up to the bound.
    """
    band, best = band_of(low, rubric), band_of(high, rubric)
    printed = round_exact(low, rubric.rounding)
    return Total(
        low=printed,
        high=round_exact(high, rubric.rounding),
        exact_low=low,
        exact_high=high,
        qualification=_qualification(band, provisional=band != best),
        value=printed if low == high else None,
        best=_qualification(best, provisional=True) if band != best else None,
        above=_above(low, band, rubric),
        below=_below(low, band, rubric),
        near=_near(low, high, rubric),
    )


def round_exact(value: Fraction, rounding: Rounding) -> str:
    """Return the value with the rubric's number of places: "86.40"."""
    return _decimal(_rounded(value * 10**rounding.places, rounding.mode), rounding.places)


def band_of(value: Fraction, rubric: Ruled) -> Band:
    """Return the band of a total, taken from the rounded or the exact value as the rubric says."""
    decisive = decisive_value(value, rubric.rounding)
    return next((b for b in rubric.bands if decisive >= b.from_), rubric.bands[-1])


def decisive_value(value: Fraction, rounding: Rounding) -> Fraction:
    """Return the value that bounds are compared with."""
    return Fraction(round_exact(value, rounding)) if rounding.band_from == "rounded" else value


def largest_remainder(parts: Sequence[Fraction], total: Fraction, places: int) -> tuple[str, ...]:
    """Return the parts with so many places, rounded so that they add up to the printed total.

    `total` is the sum of the parts or that sum as printed. Each part is rounded down; what is
    then missing goes, one last place each, to those that lost most, the first among equals.
    """
    scaled = [part * 10**places for part in parts]
    floors = [part.numerator // part.denominator for part in scaled]
    missing = _rounded(total * 10**places, "half-up") - sum(floors)
    losses = [part - floor for part, floor in zip(scaled, floors, strict=True)]
    if not 0 <= missing <= sum(1 for loss in losses if loss):
        raise ValueError("the parts do not add up to the total")
    for index in sorted(range(len(parts)), key=losses.__getitem__, reverse=True)[:missing]:
        floors[index] += 1
    return tuple(_decimal(part, places) for part in floors)


def _rounded(value: Fraction, mode: RoundingMode) -> int:
    whole, rest = divmod(abs(value), 1)
    match mode:
        case "half-up":
            up = rest >= _HALF
        case "half-even":
            up = rest > _HALF or (rest == _HALF and whole % 2 == 1)
        case "down":
            up = False
        case _:
            assert_never(mode)
    return (-1 if value < 0 else 1) * (whole + up)


def _decimal(units: int, places: int) -> str:
    """Write a number of last places: 8640 of two places is "86.40"."""
    if not places:
        return str(units)
    digits = str(abs(units)).rjust(places + 1, "0")
    return f"{'-' if units < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def _qualification(band: Band, *, provisional: bool) -> Qualification:
    return Qualification(id=band.id, label=band.label, provisional=provisional)


def _above(low: Fraction, band: Band, rubric: Ruled) -> Bound | None:
    better = rubric.bands[: rubric.bands.index(band)]
    return _bound(better[-1], low, rubric) if better else None


def _below(low: Fraction, band: Band, rubric: Ruled) -> Bound | None:
    return None if band == rubric.bands[-1] else _bound(band, low, rubric)


def _near(low: Fraction, high: Fraction, rubric: Ruled) -> tuple[Bound, ...]:
    """Return the bounds within 0.1 points of either end, each with the smaller distance."""
    bounds = [band for band in rubric.bands[:-1] if _gap(band, low, high) <= NEAR]
    return tuple(
        _bound(band, min(low, high, key=lambda value: abs(band.from_ - value)), rubric)
        for band in bounds
    )


def _gap(band: Band, low: Fraction, high: Fraction) -> Fraction:
    return min(abs(band.from_ - low), abs(band.from_ - high))


def _bound(band: Band, value: Fraction, rubric: Ruled) -> Bound:
    return Bound(
        id=band.id,
        label=band.label,
        from_=_enough(band.from_, rubric.rounding.places),
        distance=_distance(band.from_, value, rubric.rounding),
    )


def _distance(bound: Fraction, value: Fraction, rounding: Rounding) -> str:
    """Return how far the printed value is from the bound.

    Where rounding carried a value over a bound that the exact value does not reach (bands from
    exact values), the exact distance counts: "0.002", never "0.00".
    """
    printed = Fraction(round_exact(value, rounding))
    if (printed >= bound) == (value >= bound) or rounding.band_from == "rounded":
        return _enough(abs(bound - printed), rounding.places)
    return _enough(abs(bound - value), rounding.places)


def _enough(distance: Fraction, places: int) -> str:
    """Write a distance with at least so many places, and more where it has more or would vanish.

    One that no decimal can write is rounded up: who gains that much has reached the bound.
    """
    written = to_text(distance)
    if "/" not in written:
        places = max(places, len(written.partition(".")[2]))
        return _decimal(int(distance * 10**places), places)
    while distance * 10**places < 1:
        places += 1
    scaled = distance * 10**places
    return _decimal(-(-scaled.numerator // scaled.denominator), places)
