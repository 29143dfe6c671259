"""Rubrics and findings of every shape, for the laws that scoring must keep."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from emonev.model.check import Check
from emonev.model.finding import Finding, Outcome
from emonev.model.rubric import Criterion, Rubric, Scoring, Staircase, Tier, Tiers
from emonev.score import Share
from tests.builders import a_criterion, a_finding, a_rubric, a_stage, an_indicator

ZERO, ONE = Fraction(0), Fraction(1)

# Twelfths: thirds and decimals meet in them, and drawing one integer is quick.
weights = st.integers(0, 240).map(lambda twelfths: Fraction(twelfths, 12))
positive_weights = st.integers(1, 240).map(lambda twelfths: Fraction(twelfths, 12))
portions = st.integers(0, 12).map(lambda twelfths: Fraction(twelfths, 12))


@st.composite
def shares(draw: st.DrawFn) -> Share:
    form = draw(st.sampled_from(["certain", "pending", "exempt"]))
    if form == "exempt":
        return Share(ZERO, ZERO, applicable=False)
    low = draw(portions)
    return Share(low, low if form == "certain" else max(low, draw(portions)))


@st.composite
def rubrics(draw: st.DrawFn) -> Rubric:
    """Return a rubric of one to three stages, some of them entered, some empty of indicators."""
    numbers = iter(range(10_000))
    stages = []
    for _ in range(draw(st.integers(1, 3))):
        given: dict[str, Any] = {"id": f"t{next(numbers)}", "weight": draw(weights)}
        if draw(st.booleans()):
            stages.append(a_stage(entered=True, **given))
            continue
        indicators = [
            an_indicator(
                *(
                    a_criterion(f"K-{next(numbers)}", weight=draw(weights))
                    for _ in range(draw(st.integers(1, 3)))
                ),
                id=f"i{next(numbers)}",
                weight=draw(weights),
            )
            for _ in range(draw(st.integers(1, 3)))
        ]
        stages.append(a_stage(*indicators, **given))
    return a_rubric(*stages)


@st.composite
def judged_rubrics(draw: st.DrawFn) -> tuple[Rubric, dict[str, Share], dict[str, Share]]:
    """Return a rubric, a share for each criterion, and values for some of its entered stages."""
    rubric = draw(rubrics())
    judged = {criterion.id: draw(shares()) for criterion in rubric.criteria()}
    entered = {
        stage.id: Share(value, value)
        for stage in rubric.stages
        if stage.entered and draw(st.booleans())
        for value in (draw(portions),)
    }
    return rubric, judged, entered


def a_met(count: int | None = None, **given: Any) -> Finding:
    return a_finding(Outcome.MET, count=count, **given)


def a_partly(share: Fraction = Fraction(1, 2), **given: Any) -> Finding:
    return a_finding(Outcome.PARTLY, share=share, **given)


def a_not_met(**given: Any) -> Finding:
    return a_finding(Outcome.NOT_MET, **given)


def an_unsure(**given: Any) -> Finding:
    return a_finding(Outcome.NEEDS_REVIEW, **given)


def an_error(**given: Any) -> Finding:
    return a_finding(Outcome.ERROR, **given)


def an_exempt(**given: Any) -> Finding:
    return a_finding(Outcome.NOT_APPLICABLE, **given)


findings = st.one_of(
    st.builds(a_met),
    st.builds(a_partly, st.fractions(Fraction(1, 12), Fraction(11, 12), max_denominator=12)),
    st.builds(a_not_met),
    st.builds(an_unsure),
    st.builds(an_error),
    st.builds(an_exempt),
)
TOP_COUNT = 20
counted_findings = st.one_of(
    st.builds(a_met, st.integers(0, 30), kind=st.just("counted")),
    st.builds(a_not_met, count=st.integers(0, 30), kind=st.just("counted")),
    st.builds(an_unsure, kind=st.just("counted")),
    st.builds(an_error, count=st.integers(0, 30), kind=st.just("counted")),
)


def scored_by(scoring: Scoring, checks: int, *check_weights: Fraction | int) -> Criterion:
    given = [Fraction(weight) for weight in check_weights] or [ONE] * checks
    return a_criterion(scoring=scoring, checks=tuple(Check(weight=w) for w in given))


def with_required(criterion: Criterion, required: Sequence[bool]) -> Criterion:
    """Return the criterion with some of its checks required."""
    checks = zip(criterion.checks, required, strict=True)
    return replace(criterion, checks=tuple(replace(c, required=must) for c, must in checks))


@st.composite
def judged_criteria(draw: st.DrawFn) -> tuple[Criterion, tuple[Finding, ...]]:
    """Return a criterion of any scoring form with one finding per check."""
    answers = draw(st.lists(findings, min_size=1, max_size=5))
    form = draw(st.sampled_from(["all", "share", "steps", "tiers"]))
    if form == "tiers":
        answers.insert(draw(st.integers(0, len(answers))), draw(counted_findings))
    check_weights = [draw(positive_weights) for _ in answers]
    scoring: Scoring = "all"
    if form == "share":
        scoring = "share"
    if form == "steps":
        scoring = Staircase(steps=tuple(sorted(draw(portions) for _ in answers)))
    if form == "tiers":
        first, second = sorted([draw(portions), draw(portions)])
        scoring = Tiers(
            tiers=(Tier(at_least=5, share=first), Tier(at_least=TOP_COUNT, share=second))
        )
    required = draw(st.lists(st.booleans(), min_size=len(answers), max_size=len(answers)))
    return with_required(scored_by(scoring, 0, *check_weights), required), tuple(answers)


def turned_to_met(finding: Finding) -> Finding:
    """Return the finding as it would be if all had been found: a count then reaches the top."""
    return a_finding(
        Outcome.MET, kind=finding.kind, count=TOP_COUNT if finding.kind == "counted" else None
    )
