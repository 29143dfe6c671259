"""How far a criterion can be raised, in which partial gains, and for how many working days."""

from fractions import Fraction

from msgspec import Struct

from emonev.model.assessment import CriterionResult
from emonev.model.rubric import Staircase, Tiers
from emonev.plan.parts import Part, parts_of
from emonev.score.shares import ONE, ZERO

# Where the rubric gives no effort: a day, and the plan says that it is a guess.
UNKNOWN_EFFORT = ONE
# Nobody plans a third of a day: partial efforts are rounded up to quarters.
_QUARTER = Fraction(1, 4)


class Raise(Struct, frozen=True):
    """A share that a criterion can be raised to, and the working days it takes to get there.

    `mend` are the places of the findings that must be met for it, where not all need be.
    """

    share: Fraction
    effort: Fraction
    mend: tuple[int, ...] = ()


def raises_of(criterion: CriterionResult, share: Fraction) -> tuple[Raise, ...]:
    """Return what the criterion can be raised to from `share`, the highest last.

    The rubric's effort is for the whole way that is left; the partial levels of steps, tiers and
    shares take their part of it, rounded up to a quarter of a day. Of those that take the same
    time only the highest is worth naming.
    """
    levels = [level for level in _levels(criterion, share) if level.share > share]
    if not levels:
        return ()
    top, effort = levels[-1].share, effort_of(criterion)
    raises = [
        Raise(
            level.share,
            min(effort, _quarters(effort * (level.share - share) / (top - share))),
            level.mend if level.share < top else (),
        )
        for level in levels
    ]
    return tuple({each.effort: each for each in raises}.values())


def effort_of(criterion: CriterionResult) -> Fraction:
    """Return the rubric's working days for the whole way, or a day where it says nothing."""
    return UNKNOWN_EFFORT if criterion.effort is None else criterion.effort


def _levels(criterion: CriterionResult, share: Fraction) -> list[Part]:
    match criterion.scoring:
        case Staircase(steps=steps):
            return [Part(step, ()) for step in sorted({*steps} - {ZERO})]
        case Tiers(tiers=tiers):
            return [Part(tier, ()) for tier in sorted({tier.share for tier in tiers} - {ZERO})]
        case "share":
            return parts_of(criterion, share) or [Part(ONE, ())]
        case _:
            return [Part(ONE, ())]


def _quarters(days: Fraction) -> Fraction:
    scaled = days / _QUARTER
    return -(-scaled.numerator // scaled.denominator) * _QUARTER
