"""How far a criterion can be raised, in which partial gains, and for how many working days."""

from fractions import Fraction

from msgspec import Struct

from emonev.model.assessment import CriterionResult
from emonev.model.rubric import Staircase, Tiers
from emonev.score.shares import ONE, ZERO

# Where the rubric gives no effort: a day, and the plan says that it is a guess.
UNKNOWN_EFFORT = ONE
# Nobody plans a third of a day: partial efforts are rounded up to quarters.
_QUARTER = Fraction(1, 4)


class Raise(Struct, frozen=True):
    """A share that a criterion can be raised to, and the working days it takes to get there."""

    share: Fraction
    effort: Fraction


def raises_of(criterion: CriterionResult, share: Fraction) -> tuple[Raise, ...]:
    """Return what the criterion can be raised to from `share`, the highest last.

    The rubric's effort is for the whole way that is left; the partial levels of steps and tiers
    take their part of it, rounded up to a quarter of a day.
    """
    levels = [level for level in _levels(criterion) if level > share]
    if not levels:
        return ()
    top, effort = levels[-1], effort_of(criterion)
    return tuple(
        Raise(level, min(effort, _quarters(effort * (level - share) / (top - share))))
        for level in levels
    )


def effort_of(criterion: CriterionResult) -> Fraction:
    """Return the rubric's working days for the whole way, or a day where it says nothing."""
    return UNKNOWN_EFFORT if criterion.effort is None else criterion.effort


def _levels(criterion: CriterionResult) -> list[Fraction]:
    match criterion.scoring:
        case Staircase(steps=steps):
            return sorted({*steps} - {ZERO})
        case Tiers(tiers=tiers):
            return sorted({tier.share for tier in tiers} - {ZERO})
        case _:
            return [ONE]


def _quarters(days: Fraction) -> Fraction:
    scaled = days / _QUARTER
    return -(-scaled.numerator // scaled.denominator) * _QUARTER
