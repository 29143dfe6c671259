"""Why points moved: a change split exactly into performance, rubric, applicability and pending.

Points are a product: what criteria are worth, times the share of it that is earned. What they
are worth, F(W, A), follows from the weights W of a year's questionnaire and from A, what applies.
So there are four mixed worths: F00 (both of the older year), F10 (the newer weights, the older
applicability), F01 and F11; and two shares, s0 and s1. Each of the three factors gets the mean of
what changing it moves, over all six orders in which the three can be changed:

    weights        (F10-F00)·(2·s0+s1)/6 + (F11-F01)·(s0+2·s1)/6
    applicability  (F01-F00)·(2·s0+s1)/6 + (F11-F10)·(s0+2·s1)/6
    share          (s1-s0)·(2·F00+F10+F01+2·F11)/6

This is the Shapley value (L. S. Shapley, "A value for n-person games", 1953). Where only weights
and shares change it is Bennet's mean (T. L. Bennet, "The theory of measurement of changes in cost
of living", 1920): the change of the one times the mean of the other. Its terms add up to the
change without a rest, and all flip their signs when the years are swapped.

The part of the share is split once more. A share is a range while something is pending; what is
certain whichever way that is decided is performance, the rest is pending. Where the form of
scoring changed and both years are judged, the same findings are scored in the other year's form;
the mean difference belongs to the rubric.

A share that is not known in a year (new, dropped, or not applicable there) is taken to be the
other year's: what was not asked cannot have got better or worse.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import NamedTuple

from msgspec import Struct

from emonev.model.comparison import Change, Effects
from emonev.score.rollup import added

ZERO = Fraction(0)


class Worths(Struct, frozen=True):
    """What a group is worth under the weights (first) and the applicability (second) of a year."""

    f00: Fraction
    f10: Fraction
    f01: Fraction
    f11: Fraction


class Range(Struct, frozen=True):
    """A share of what is worth: at least `low`, at most `high`."""

    low: Fraction
    high: Fraction


class Shares(NamedTuple):
    """The shares of both years as integers over one denominator.

    `form` is what a new form of scoring did to them, `certain` what certainly changed besides.
    """

    whole: int
    low0: int
    low1: int
    high0: int
    high1: int
    form: int
    certain: int

    @property
    def is_judged(self) -> bool:
        return (self.low0, self.low1) == (self.high0, self.high1)


def shares_of(before: Range, after: Range, form: Fraction = ZERO) -> Shares:
    """Return the shares of both years; `form` is the part that the form of scoring made."""
    return _shares_of(
        before.low.as_integer_ratio(),
        before.high.as_integer_ratio(),
        after.low.as_integer_ratio(),
        after.high.as_integer_ratio(),
        form.as_integer_ratio(),
    )


def effects_of(worths: Worths, shares: Shares) -> tuple[Effects, Effects]:
    """Return the effects on the low end and on the high end."""
    whole, worth = _over_one((worths.f00, worths.f10, worths.f01, worths.f11))
    unit = 6 * whole * shares.whole
    low = _effects(worth, shares.low0, shares.low1, shares, unit)
    if shares.is_judged:
        return low, low
    return low, _effects(worth, shares.high0, shares.high1, shares, unit)


def certain_change(before: Range, after: Range) -> Fraction:
    """Return how far a share certainly rose or fell, however pending points are decided."""
    if after.low > before.high:
        return after.low - before.high
    return min(after.high - before.low, ZERO)


def change_of(before: Fraction, after: Fraction, effects: Effects) -> Change:
    """Return the change; what moved is what the effects add up to."""
    moved = ZERO if after is before else after - before
    return Change(before=before, after=after, moved=moved, effects=effects)


def sum_of(effects: Iterable[Effects]) -> Effects:
    """Return the sum, effect by effect."""
    listed = list(effects)
    return Effects(
        performance=added([e.performance for e in listed]),
        rubric=added([e.rubric for e in listed]),
        applicability=added([e.applicability for e in listed]),
        pending=added([e.pending for e in listed]),
    )


def part_of(effects: Effects, portion: Fraction, moved: Fraction) -> Effects:
    """Return the part of a group's effects that an indicator sees whose points `moved` so far.

    What the body did is spread by `portion`; that criteria came from or went to another
    indicator is the rubric's doing, so the rest is. Over all portions the parts add up.
    """
    performance = effects.performance * portion
    applicability, pending = effects.applicability * portion, effects.pending * portion
    return Effects(
        performance=performance,
        rubric=moved - performance - applicability - pending,
        applicability=applicability,
        pending=pending,
    )


@lru_cache(maxsize=1 << 12)  # thousands of criteria have a few dozen shares
def _shares_of(*ratios: tuple[int, int]) -> Shares:
    low0, high0, low1, high1, form = (Fraction(*ratio) for ratio in ratios)
    certain = certain_change(Range(low0, high0), Range(low1, high1)) - form
    whole, parts = _over_one((low0, low1, high0, high1, form, certain))
    return Shares(whole, *parts)


def _effects(worths: Sequence[int], s0: int, s1: int, shares: Shares, unit: int) -> Effects:
    """Return the effects on one end; all numbers are integers over `unit`, which is far quicker."""
    f00, f10, f01, f11 = worths
    early, late, mean = 2 * s0 + s1, s0 + 2 * s1, 2 * (f00 + f11) + f10 + f01
    performance, scoring = mean * shares.certain, mean * shares.form
    weights = (f10 - f00) * early + (f11 - f01) * late
    applicability = (f01 - f00) * early + (f11 - f10) * late
    return Effects(
        performance=_over(performance, unit),
        rubric=_over(weights + scoring, unit),
        applicability=_over(applicability, unit),
        pending=_over((s1 - s0) * mean - performance - scoring, unit),
    )


def _over(numerator: int, unit: int) -> Fraction:
    """Return the fraction; most effects on a criterion are nothing."""
    return Fraction(numerator, unit) if numerator else ZERO


def _over_one(numbers: Sequence[Fraction]) -> tuple[int, list[int]]:
    """Return a common denominator, and the numerators over it."""
    ratios = [number.as_integer_ratio() for number in numbers]
    whole = lcm(*[denominator for _, denominator in ratios])
    return whole, [numerator * (whole // denominator) for numerator, denominator in ratios]
