"""A criterion scored by share, raised check by check: which shares can be reached, by which checks.

Each check that is not met is a gain of its own, by its weight; those that are `required` come
first and together, for nothing is earned before all of them are met.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import compress

from msgspec import Struct

from emonev.model.assessment import CriterionResult
from emonev.model.finding import Finding, Outcome
from emonev.score.rollup import added
from emonev.score.shares import ONE, ZERO

# Ten checks of different weights have a thousand sums; a foreign result with hundreds of them
# shall not fill the memory. Beyond, a criterion is raised wholly or not at all.
_MOST_SUMS = 4_096


class Part(Struct, frozen=True):
    """A share that is reached once these findings (by place) are met besides what is met now."""

    share: Fraction
    mend: tuple[int, ...]


def parts_of(criterion: CriterionResult, share: Fraction) -> list[Part]:
    """Return every share above the present one that some of the checks reach; the whole is last.

    Empty where the findings are not what the present share comes from: a person decided, or it is
    supposed.
    """
    asked = [_Asked(place, f) for place, f in enumerate(criterion.findings) if _counts(f)]
    if criterion.review_in_force or not any(one.weight for one in asked):
        return []
    for reading in (ZERO, ONE):
        shares = [one.share(reading) for one in asked]
        if _earned(asked, shares) == share:
            return _parts(asked, shares, share)
    return []


class _Asked:
    """One check that weighs or bars, and where its finding stands."""

    def __init__(self, place: int, finding: Finding) -> None:
        self.place, self.finding = place, finding

    @property
    def weight(self) -> Fraction:
        return self.finding.weight

    def share(self, pending: Fraction) -> Fraction:
        return pending if self.finding.outcome.is_pending else self.finding.share


def _counts(finding: Finding) -> bool:
    """Say whether the finding answers a check; one tells what became of "not applicable"."""
    if finding.outcome is Outcome.NOT_APPLICABLE or finding.kind == "not-applicable":
        return False
    return finding.required or bool(finding.weight)


def _earned(asked: Sequence[_Asked], shares: Sequence[Fraction]) -> Fraction:
    if any(one.finding.required and share != ONE for one, share in zip(asked, shares, strict=True)):
        return ZERO
    return _mean(asked, shares)


def _mean(asked: Sequence[_Asked], shares: Sequence[Fraction]) -> Fraction:
    whole = added([one.weight for one in asked])
    gained = added([one.weight * share for one, share in zip(asked, shares, strict=True)])
    return gained / whole if whole else ZERO


def _parts(asked: Sequence[_Asked], shares: Sequence[Fraction], now: Fraction) -> list[Part]:
    whole = added([one.weight for one in asked])
    unmet = [share != ONE for share in shares]
    first = [one for one in compress(asked, unmet) if one.finding.required]
    least = _mean(
        asked,
        [ONE if one in first else share for one, share in zip(asked, shares, strict=True)],
    )
    sums = {least: tuple(one.place for one in first)}
    for one, share in zip(asked, shares, strict=True):
        if share != ONE and one not in first:
            gain = one.weight * (ONE - share) / whole
            sums = {at + gain: (*mend, one.place) for at, mend in sums.items()} | sums
            if len(sums) > _MOST_SUMS:
                return [Part(ONE, tuple(o.place for o in compress(asked, unmet)))]
    return [Part(share, tuple(sorted(mend))) for share, mend in sorted(sums.items()) if share > now]
