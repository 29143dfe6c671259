"""What the findings of one criterion bring: each scoring form, and the laws they share."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.model.finding import Finding, Outcome
from emonev.model.rubric import Criterion, Scoring, Staircase, Tier, Tiers
from emonev.score import Share, outcome_of, share_of
from tests.score.rubrics import (
    ONE,
    ZERO,
    a_met,
    a_not_met,
    a_partly,
    an_error,
    an_exempt,
    an_unsure,
    judged_criteria,
    scored_by,
    turned_to_met,
    with_required,
)

HALF = Fraction(1, 2)
STEPS = Staircase(steps=(Fraction(1, 4), HALF, ONE))
TIERS = Tiers(
    tiers=(
        Tier(at_least=1, share=Fraction(1, 4)),
        Tier(at_least=10, share=HALF),
        Tier(at_least=20, share=ONE),
    )
)
COUNTED = {"kind": "counted"}


def shared(scoring: Scoring, *findings: Finding) -> Share:
    return share_of(scored_by(scoring, len(findings)), findings)


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ((a_met(), a_met()), Share(ONE, ONE)),
        ((a_met(), a_not_met()), Share(ZERO, ZERO)),
        ((a_met(), a_partly()), Share(ZERO, ZERO)),
        ((a_met(), an_unsure()), Share(ZERO, ONE)),
        ((a_not_met(), an_unsure()), Share(ZERO, ZERO)),
        ((a_met(), an_exempt()), Share(ONE, ONE)),
        ((an_exempt(), an_exempt()), Share(ZERO, ZERO, applicable=False)),
    ],
)
def test_all_is_all_or_nothing(findings: tuple[Finding, ...], expected: Share) -> None:
    assert shared("all", *findings) == expected


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ((a_met(), a_not_met()), Share(Fraction(3, 4), Fraction(3, 4))),
        ((a_not_met(), a_met()), Share(Fraction(1, 4), Fraction(1, 4))),
        ((a_partly(HALF), a_met()), Share(Fraction(5, 8), Fraction(5, 8))),
        ((a_partly(HALF), an_unsure()), Share(Fraction(3, 8), Fraction(5, 8))),
        ((an_error(), an_unsure()), Share(ZERO, ONE)),
        ((an_exempt(), a_partly(HALF)), Share(HALF, HALF)),
    ],
)
def test_share_is_the_weighted_mean(findings: tuple[Finding, ...], expected: Share) -> None:
    assert share_of(scored_by("share", 2, 3, 1), findings) == expected


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ((a_not_met(), a_met()), Share(ZERO, ZERO)),
        ((a_partly(HALF), a_met()), Share(ZERO, ZERO)),
        ((an_unsure(), a_met()), Share(ZERO, ONE)),
        ((a_met(), a_not_met()), Share(Fraction(3, 4), Fraction(3, 4))),
    ],
)
def test_nothing_is_earned_without_a_required_check(
    findings: tuple[Finding, ...], expected: Share
) -> None:
    criterion = with_required(scored_by("share", 2, 3, 1), (True, False))
    assert share_of(criterion, findings) == expected


def test_checks_without_any_weight_bring_nothing() -> None:
    assert share_of(scored_by("share", 1, 0), (a_met(),)) == Share(ZERO, ZERO)


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ((a_not_met(), a_met(), a_met()), Share(ZERO, ZERO)),
        ((a_met(), a_not_met(), a_met()), Share(Fraction(1, 4), Fraction(1, 4))),
        ((a_met(), a_met(), a_partly()), Share(HALF, HALF)),
        ((a_met(), a_met(), a_met()), Share(ONE, ONE)),
        ((a_met(), an_unsure(), a_met()), Share(Fraction(1, 4), ONE)),
        ((a_met(), an_unsure(), a_not_met()), Share(Fraction(1, 4), HALF)),
        ((a_met(), an_exempt(), a_met()), Share(ONE, ONE)),
    ],
)
def test_steps_are_climbed_in_order(findings: tuple[Finding, ...], expected: Share) -> None:
    assert shared(STEPS, *findings) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, ZERO), (1, Fraction(1, 4)), (9, Fraction(1, 4)), (10, HALF), (19, HALF), (20, ONE)],
)
def test_the_count_chooses_the_tier(count: int, expected: Fraction) -> None:
    assert shared(TIERS, a_met(), a_met(count, **COUNTED)) == Share(expected, expected)


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ((a_not_met(), a_met(20, **COUNTED)), Share(ZERO, ZERO)),
        ((an_unsure(), a_met(10, **COUNTED)), Share(ZERO, HALF)),
        ((a_met(), an_error(**COUNTED)), Share(ZERO, ONE)),
        ((a_not_met(), an_error(**COUNTED)), Share(ZERO, ZERO)),
        ((a_met(), a_not_met(count=10, **COUNTED)), Share(HALF, HALF)),
        ((a_met(), a_not_met(**COUNTED)), Share(ZERO, ZERO)),
        # Files are counted too, but they do not stand in for the list that could not be counted.
        ((a_met(20), an_unsure(**COUNTED)), Share(ZERO, ONE)),
        # Without a check that counts there is nothing to choose by.
        ((a_met(), a_met()), Share(ZERO, ZERO)),
        ((a_met(), a_met(10)), Share(HALF, HALF)),
    ],
)
def test_all_other_checks_are_a_gate(findings: tuple[Finding, ...], expected: Share) -> None:
    assert shared(TIERS, *findings) == expected


def test_a_finding_too_few_is_refused() -> None:
    with pytest.raises(ValueError, match="1 findings for 2 checks"):
        share_of(scored_by("all", 2), (a_met(),))


@pytest.mark.parametrize(
    ("share", "findings", "expected"),
    [
        (Share(ONE, ONE), (a_met(),), Outcome.MET),
        (Share(HALF, HALF), (a_partly(),), Outcome.PARTLY),
        (Share(ZERO, ZERO), (a_not_met(),), Outcome.NOT_MET),
        (Share(ZERO, ZERO), (a_not_met(), an_unsure()), Outcome.NOT_MET),
        (Share(ZERO, ONE), (an_unsure(), an_error()), Outcome.NEEDS_REVIEW),
        (Share(ZERO, ONE), (a_met(), an_error()), Outcome.ERROR),
        (Share(ZERO, ZERO, applicable=False), (an_exempt(),), Outcome.NOT_APPLICABLE),
    ],
)
def test_the_outcome_follows_from_the_share(
    share: Share, findings: tuple[Finding, ...], expected: Outcome
) -> None:
    assert outcome_of(share, findings) is expected


@given(judged_criteria(), st.data())
def test_turning_one_finding_to_met_never_lowers_a_share(
    judged: tuple[Criterion, tuple[Finding, ...]], data: st.DataObject
) -> None:
    criterion, findings = judged
    turned = list(findings)
    at = data.draw(st.integers(0, len(findings) - 1))
    turned[at] = turned_to_met(turned[at])
    before, after = share_of(criterion, findings), share_of(criterion, tuple(turned))
    assert after.low >= before.low
    assert after.high >= before.high


@given(judged_criteria(), st.data())
def test_deciding_a_pending_finding_stays_within_the_range(
    judged: tuple[Criterion, tuple[Finding, ...]], data: st.DataObject
) -> None:
    criterion, findings = judged
    decided = [
        data.draw(st.sampled_from([turned_to_met(f), a_not_met(kind=f.kind)]))
        if f.outcome.is_pending
        else f
        for f in findings
    ]
    before, after = share_of(criterion, findings), share_of(criterion, tuple(decided))
    assert before.low <= after.low == after.high <= before.high


@given(judged_criteria())
def test_a_share_is_a_range_within_nought_and_one(
    judged: tuple[Criterion, tuple[Finding, ...]],
) -> None:
    criterion, findings = judged
    share = share_of(criterion, findings)
    assert 0 <= share.low <= share.high <= 1
    certain = not any(finding.outcome.is_pending for finding in findings)
    assert share.low == share.high or not certain
    assert outcome_of(share, findings).is_pending == (share.low < share.high)
