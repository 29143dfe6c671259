"""From the findings of one criterion to the share of its weight that it brings, and its outcome.

A share is a range: a pending finding counts as failed at the low end and as met at the high end.
A finding that is not applicable asks nothing: it neither earns nor costs.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import assert_never

from msgspec import Struct

from emonev.model.check import Check
from emonev.model.finding import Finding, Outcome
from emonev.model.rubric import Criterion, Scoring, Staircase, Tiers

ZERO, ONE = Fraction(0), Fraction(1)


class Share(Struct, frozen=True):
    """How much of a criterion's weight is earned: at least `low`, at most `high`, both 0..1."""

    low: Fraction
    high: Fraction
    applicable: bool = True


NOT_APPLICABLE = Share(ZERO, ZERO, applicable=False)
PENDING = Share(ZERO, ONE)


def share_of(criterion: Criterion, findings: tuple[Finding, ...]) -> Share:
    """Return the share that the findings support, one finding per check and in its order."""
    if findings and all(f.outcome is Outcome.NOT_APPLICABLE for f in findings):
        return NOT_APPLICABLE
    if len(criterion.checks) != len(findings):
        raise ValueError(
            f"{criterion.id}: {len(findings)} findings for {len(criterion.checks)} checks"
        )
    rule = _rule(criterion.scoring, criterion.checks)
    low = rule(findings, _as_failed)
    pending = any(finding.outcome.is_pending for finding in findings)
    return Share(low, rule(findings, _as_met) if pending else low)


def outcome_of(share: Share, findings: Sequence[Finding]) -> Outcome:
    """Return the criterion's outcome: pending as long as its share is a range."""
    if not share.applicable:
        return Outcome.NOT_APPLICABLE
    if share.low < share.high:
        return _why_pending(findings)
    if share.high == ZERO:
        return Outcome.NOT_MET
    return Outcome.MET if share.low == ONE else Outcome.PARTLY


# How a pending finding is read, and a rule that turns findings so read into a share.
Reading = Callable[[Finding], Fraction]
Rule = Callable[[Sequence[Finding], Reading], Fraction]


def _as_failed(finding: Finding) -> Fraction:
    return _read(finding, pending=ZERO)


def _as_met(finding: Finding) -> Fraction:
    return _read(finding, pending=ONE)


def _read(finding: Finding, *, pending: Fraction) -> Fraction:
    if finding.outcome is Outcome.NOT_APPLICABLE:
        return ONE  # bars no one: only `share` divides by what was asked
    return pending if finding.outcome.is_pending else finding.share


def _rule(scoring: Scoring, checks: Sequence[Check]) -> Rule:
    match scoring:
        case "all":
            return _all_met
        case "share":
            return lambda findings, read: _weighted(findings, checks, read)
        case Staircase(steps=steps):
            return lambda findings, read: _climbed(findings, steps, read)
        case Tiers():
            return lambda findings, read: _counted(findings, scoring, read)
        case _:
            assert_never(scoring)


def _all_met(findings: Sequence[Finding], read: Reading) -> Fraction:
    return ONE if findings and all(read(finding) == ONE for finding in findings) else ZERO


def _weighted(findings: Sequence[Finding], checks: Sequence[Check], read: Reading) -> Fraction:
    """Return the weighted mean of what was asked; nothing where a required check is not met."""
    asked = []
    for finding, check in zip(findings, checks, strict=True):
        share = read(finding)
        if check.required and share != ONE:
            return ZERO
        if check.weight and finding.outcome is not Outcome.NOT_APPLICABLE:
            asked.append((check.weight, share))
    if not asked:
        return ZERO
    first = asked[0][1]
    if all(share == first for _, share in asked):  # most often all are met, or none is
        return first
    whole = sum((weight for weight, _ in asked), ZERO)
    return sum((weight * share for weight, share in asked), ZERO) / whole


def _climbed(findings: Sequence[Finding], steps: Sequence[Fraction], read: Reading) -> Fraction:
    """Return the step reached before the first check that is not met."""
    reached = ZERO
    for finding, step in zip(findings, steps, strict=False):
        if read(finding) != ONE:
            break
        reached = step
    return reached


def _counted(findings: Sequence[Finding], scoring: Tiers, read: Reading) -> Fraction:
    """Return the tier of the count, once every other check is met; an unknown count is pending."""
    counting = _counting(findings)
    if any(read(finding) != ONE for finding in findings if finding is not counting):
        return ZERO
    if counting is None or counting.outcome.is_pending:
        unknown = any(finding.outcome.is_pending for finding in findings)
        return _top(scoring) if unknown and read is _as_met else ZERO
    return _tier(counting.count or 0, scoring)


def _counting(findings: Sequence[Finding]) -> Finding | None:
    """Return the finding that chooses the tier.

    Other kinds count too (`exists` counts files), so `counted` goes first: where it is pending
    and has no count, another kind's count must not stand in for it.
    """
    counted = (finding for finding in findings if finding.kind == "counted")
    return next(counted, None) or next((f for f in findings if f.count is not None), None)


def _tier(count: int, scoring: Tiers) -> Fraction:
    return max((tier.share for tier in scoring.tiers if count >= tier.at_least), default=ZERO)


def _top(scoring: Tiers) -> Fraction:
    return max((tier.share for tier in scoring.tiers), default=ZERO)


def _why_pending(findings: Sequence[Finding]) -> Outcome:
    outcomes = {finding.outcome for finding in findings}
    if Outcome.ERROR in outcomes and Outcome.NEEDS_REVIEW not in outcomes:
        return Outcome.ERROR
    return Outcome.NEEDS_REVIEW
