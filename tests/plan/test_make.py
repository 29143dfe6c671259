"""A plan tells the truth: its totals are those of the roll-up, and it does what was asked."""

import datetime
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from emonev.errors import EmonevError
from emonev.model.assessment import Assessment, CriterionResult
from emonev.model.check import Check
from emonev.model.finding import Alternative, Finding, Outcome
from emonev.model.plan import Plan
from emonev.model.rubric import (
    Band,
    BandFrom,
    Criterion,
    Rounding,
    RoundingMode,
    Staircase,
    Tier,
    Tiers,
)
from emonev.model.text import Text
from emonev.model.workspace import EnteredStage
from emonev.plan import Request, make_plan
from emonev.plan.bounds import least_for
from emonev.plan.options import raises_of
from emonev.score import Share, band_of, roll_up, round_exact, share_of
from emonev.score.saved import entered_of, rubric_of, shares_of
from tests.builders import (
    BANDS,
    a_criterion,
    a_criterion_result,
    a_finding,
    a_rubric_used,
    a_stage_result,
    an_assessment,
    an_indicator_result,
)

ZERO, ONE, TWO, THREE, FIVE = map(Fraction, (0, 1, 2, 3, 5))
MET, NOT_MET, UNSURE = Outcome.MET, Outcome.NOT_MET, Outcome.NEEDS_REVIEW
STEPS = Staircase(steps=(Fraction(1, 3), Fraction(2, 3), ONE))
TIERS = Tiers(tiers=(Tier(at_least=5, share=Fraction(1, 2)), Tier(at_least=20, share=ONE)))


check_findings = st.builds(
    a_finding,
    st.sampled_from([MET, NOT_MET, NOT_MET, UNSURE, Outcome.PARTLY, Outcome.NOT_APPLICABLE]),
    weight=st.integers(0, 3).map(Fraction),
    required=st.booleans(),
).map(lambda f: replace(f, share=Fraction(1, 2)) if f.outcome is Outcome.PARTLY else f)

MODES: list[RoundingMode] = ["half-up", "half-even", "down"]
SOURCES: list[BandFrom] = ["rounded", "exact"]
roundings = st.builds(
    Rounding,
    places=st.integers(0, 2),
    mode=st.sampled_from(MODES),
    band_from=st.sampled_from(SOURCES),
)


@st.composite
def criteria(draw: st.DrawFn, id_: str) -> CriterionResult:
    effort = draw(st.sampled_from([None, ZERO, Fraction(1, 2), ONE, Fraction(5)]))
    weight = Fraction(draw(st.integers(1, 3)))
    if draw(st.booleans()):
        return replace(draw(by_share(id_)), effort=effort, weight=weight)
    return a_criterion_result(
        id_,
        draw(st.sampled_from(list(Outcome))),
        weight=weight,
        effort=effort,
        scoring=draw(st.sampled_from(["all", "share", STEPS, TIERS])),
    )


@st.composite
def by_share(draw: st.DrawFn, id_: str = "K-1") -> CriterionResult:
    """Return a criterion scored by share, judged by the scoring policy."""
    findings = tuple(draw(st.lists(check_findings, min_size=1, max_size=4)))
    share = share_of(_asking(findings), findings)
    outcome = Outcome.MET if share.applicable else Outcome.NOT_APPLICABLE
    return a_criterion_result(
        id_,
        outcome,
        scoring="share",
        findings=findings,
        share_low=share.low,
        share_high=share.high,
        effort=draw(st.sampled_from([ONE, Fraction(5, 2), Fraction(6)])),
    )


def _asking(findings: tuple[Finding, ...]) -> Criterion:
    checks = tuple(Check(weight=f.weight, required=f.required) for f in findings)
    return a_criterion("K-1", scoring="share", checks=checks)


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    numbers = iter(range(100))
    indicators = [
        an_indicator_result(
            *(draw(criteria(f"K-{next(numbers)}")) for _ in range(draw(st.integers(1, 3)))),
            id=f"i{number}",
            weight=Fraction(draw(st.integers(1, 3))),
        )
        for number in range(draw(st.integers(1, 2)))
    ]
    stages = [a_stage_result(*indicators, weight=Fraction(80))]
    if draw(st.booleans()):
        entry = draw(st.sampled_from([None, EnteredStage(value=Fraction(70))]))
        stages.append(
            a_stage_result(id="presentasi", entered=True, entry=entry, weight=Fraction(20))
        )
    rounding = draw(roundings)
    return an_assessment(*stages, rubric=a_rubric_used(rounding=rounding))


def raised(assessment: Assessment, shares: dict[str, Fraction]) -> Fraction:
    known = shares_of(assessment)
    after = known | {k: Share(s, max(s, known[k].high)) for k, s in shares.items()}
    return roll_up(rubric_of(assessment), after, entered_of(assessment)).low


def ways(assessment: Assessment) -> list[tuple[Fraction, Fraction]]:
    """Return effort and total of every possible plan."""
    criteria = [c for c in assessment.criteria() if c.full]
    options = [[None, *raises_of(c, c.share_low)] for c in criteria]
    return [
        (
            sum((r.effort for r in picked if r), ZERO),
            raised(assessment, {c.id: r.share for c, r in zip(criteria, picked, strict=True) if r}),
        )
        for picked in product(*options)
    ]


@settings(max_examples=60)
@given(assessments())
def test_every_total_is_that_of_the_roll_up(assessment: Assessment) -> None:
    plan = make_plan(assessment, Request(budget=Fraction(4)))
    shares: dict[str, Fraction] = {}
    days = ZERO
    for step in plan.steps:
        shares[step.id] = step.to_share
        days += step.effort
        assert step.exact_total == raised(assessment, shares)
        assert step.total == round_exact(step.exact_total, assessment.rubric.rounding)
        assert step.qualification.id == band_of(step.exact_total, assessment.rubric).id
        assert step.days == days
    assert plan.end.exact_low == raised(assessment, shares)
    assert plan.effort == days <= 4
    rates = [step.per_day for step in plan.steps if step.per_day is not None]
    assert rates == sorted(rates, reverse=True)


@settings(max_examples=60)
@given(assessments(), st.sampled_from(BANDS))
def test_a_band_is_reached_with_the_least_effort_where_it_can_be(
    assessment: Assessment, target: Band
) -> None:
    rank = BANDS.index(target)
    plan = make_plan(assessment, Request(target=target.id))
    enough = [
        effort
        for effort, total in ways(assessment)
        if BANDS.index(band_of(total, assessment.rubric)) <= rank
    ]
    assert plan.reached == bool(enough)
    assert not enough or plan.effort == min(enough)
    assert plan.reached == (BANDS.index(band_of(plan.end.exact_low, assessment.rubric)) <= rank)


@settings(max_examples=60)
@given(assessments(), st.integers(0, 20))
def test_a_budget_brings_the_most_points(assessment: Assessment, days: int) -> None:
    plan = make_plan(assessment, Request(budget=Fraction(days, 2)))
    best = max(total for effort, total in ways(assessment) if effort <= Fraction(days, 2))
    assert plan.end.exact_low == best


@settings(max_examples=60)
@given(assessments())
def test_the_fewest_rejections_are_those_of_exhaustive_search(assessment: Assessment) -> None:
    plan = make_plan(assessment, Request(budget=ZERO))
    band = band_of(assessment.total.exact_low, assessment.rubric)
    earned = [c for c in assessment.criteria() if c.points.earned]
    # The points of criteria do not hang on one another, so a set is told by its sum.
    drops = []
    for taken in product([False, True], repeat=len(earned)):
        lost = sum((c.points.earned for c, t in zip(earned, taken, strict=True) if t), ZERO)
        left = band_of(plan.start.exact_low - lost, assessment.rubric)
        if left != band:
            drops.append([c.id for c, t in zip(earned, taken, strict=True) if t])
    begun = make_plan(assessment, Request(budget=ZERO, skip=("*",)))
    assert begun.now.fewest == min(map(len, drops), default=None)
    assert {loss.id for loss in begun.now.singles} == {d[0] for d in drops if len(d) == 1}


@given(roundings, st.sampled_from(BANDS[:-1]))
def test_a_band_begins_where_the_rubric_says(rounding: Rounding, target: Band) -> None:
    rubric = a_rubric_used(rounding=rounding)
    need = least_for(target, rubric)
    hair = Fraction(1, 10**9)
    assert (band_of(need.least, rubric) == target) == (not need.more)
    assert band_of(need.least + hair, rubric) == target
    assert band_of(need.least - hair, rubric) != target


def a_body(*criteria: CriterionResult) -> Assessment:
    return an_assessment(a_stage_result(an_indicator_result(*criteria)))


def four_of_five() -> Assessment:
    met = [a_criterion_result(f"JEN-0{n}") for n in range(1, 5)]
    return a_body(*met, a_criterion_result("JEN-05", NOT_MET, effort=Fraction(2)))


def planned(assessment: Assessment, **asked: object) -> Plan:
    return make_plan(assessment, Request(**asked))  # type: ignore[arg-type] # as the tests name it


def test_the_next_band_is_aimed_at_unless_told_otherwise() -> None:
    plan = planned(four_of_five())
    assert plan.target is not None
    assert (plan.target.id, plan.target.distance) == ("informatif", "10.00")
    assert [step.id for step in plan.steps] == ["JEN-05"]
    assert plan.steps[0].crosses is not None
    assert plan.steps[0].crosses.id == "informatif"
    assert (plan.effort, plan.end.value, plan.reached) == (TWO, "100.00", True)


def test_in_the_best_band_there_is_nothing_to_do() -> None:
    plan = planned(a_body(a_criterion_result()))
    assert (plan.aim, plan.steps, plan.reached) == ("none", (), None)


def test_a_band_that_is_too_far_is_said_with_the_most_that_can_be_had() -> None:
    plan = planned(four_of_five(), target="informatif", skip=("JEN-05",))
    assert (plan.reached, plan.steps, plan.most.value) == (False, (), "80.00")


def test_a_band_beyond_the_budget_is_not_reached_but_the_days_are_used() -> None:
    unmet = [a_criterion_result(f"K-{n}", NOT_MET, effort=Fraction(n)) for n in (1, 2)]
    plan = planned(a_body(*unmet), target="informatif", budget=Fraction(2))
    assert (plan.reached, [step.id for step in plan.steps]) == (False, ["K-1"])
    assert planned(a_body(*unmet), target="informatif", budget=Fraction(3)).reached


def test_what_is_kept_is_in_the_plan_and_what_is_skipped_is_not() -> None:
    unmet = [a_criterion_result(f"K-{n}", NOT_MET, effort=Fraction(n)) for n in (1, 2, 3)]
    plan = planned(a_body(*unmet), target="kurang-informatif", keep=("k-3",), skip=("K-1",))
    assert [(step.id, step.kept) for step in plan.steps] == [("K-2", False), ("K-3", True)]


def test_pending_counts_as_lost_and_the_other_case_is_told_beside_it() -> None:
    body = a_body(
        a_criterion_result("K-1", UNSURE, effort=Fraction(3)),
        a_criterion_result("K-2", NOT_MET, effort=Fraction(2)),
    )
    plan = planned(body, target="informatif")
    assert (plan.effort, [pending.id for pending in plan.pending]) == (FIVE, ["K-1"])
    assert plan.if_confirmed is not None
    assert (plan.if_confirmed.effort, plan.if_confirmed.reached) == (TWO, True)
    sure = planned(body, target="informatif", pending_met=True)
    assert (sure.effort, sure.pending, sure.if_confirmed) == (TWO, (), None)


def test_an_effort_that_the_rubric_does_not_give_is_a_day_and_said() -> None:
    plan = planned(a_body(a_criterion_result("K-1", NOT_MET)), target="informatif")
    assert [(step.effort, step.effort_unknown) for step in plan.steps] == [(ONE, True)]


def test_partial_efforts_are_rounded_up_to_quarters_of_a_day() -> None:
    criterion = a_criterion_result("K-1", NOT_MET, effort=ONE, scoring=STEPS)
    efforts = [raised.effort for raised in raises_of(criterion, ZERO)]
    assert efforts == [Fraction(1, 2), Fraction(3, 4), ONE]
    assert [r.effort for r in raises_of(criterion, Fraction(1, 3))] == [Fraction(1, 2), ONE]


@given(by_share())
def test_a_criterion_by_share_is_raised_by_any_of_its_checks(criterion: CriterionResult) -> None:
    """Every set of checks met is tried; what takes the same time is named once, at its best."""
    tried: dict[Fraction, Fraction] = {}
    effort = criterion.effort or ONE
    for met in product([False, True], repeat=len(criterion.findings)):
        findings = _met_too(criterion.findings, met)
        share = share_of(_asking(findings), findings)
        if share.applicable and share.low > criterion.share_low:
            part = effort * (share.low - criterion.share_low) / (1 - criterion.share_low)
            quarters = min(effort, Fraction(-(-part * 4 // 1), 4))
            tried[quarters] = max(tried.get(quarters, ZERO), share.low)
    raises = raises_of(criterion, criterion.share_low) if criterion.share_low < 1 else ()
    if any(f.weight and f.outcome is not Outcome.NOT_APPLICABLE for f in criterion.findings):
        assert {each.effort: each.share for each in raises} == tried
    for each in raises:
        chosen = [place in each.mend for place in range(len(criterion.findings))]
        findings = _met_too(criterion.findings, tuple(chosen))
        assert not each.mend or share_of(_asking(findings), findings).low == each.share < 1


def _met_too(findings: tuple[Finding, ...], met: tuple[bool, ...]) -> tuple[Finding, ...]:
    return tuple(
        replace(f, outcome=MET, share=ONE) if now and f.outcome is not Outcome.NOT_APPLICABLE else f
        for f, now in zip(findings, met, strict=True)
    )


def test_a_partial_gain_names_the_checks_that_make_it() -> None:
    label = Text("nomor surat", "the letter's number")
    findings = (
        a_finding(NOT_MET, kind="signed", weight=Fraction(3)),
        a_finding(NOT_MET, kind="contains", label=label),
        a_finding(weight=FIVE),
    )
    criterion = a_criterion_result(
        "K-1", Outcome.PARTLY, scoring="share", findings=findings, effort=Fraction(4),
        share_low=Fraction(5, 9), share_high=Fraction(5, 9),
    )  # fmt: skip
    (step,) = planned(a_body(criterion), budget=ONE).steps
    assert (step.to_share, step.effort, step.mend) == (Fraction(2, 3), ONE, (label,))
    (step,) = planned(a_body(criterion), budget=THREE).steps
    assert [name.en for name in step.mend] == ["the signature"]
    (step,) = planned(a_body(criterion), budget=FIVE).steps
    assert (step.to_share, step.mend) == (ONE, ())


def test_of_alternatives_the_one_that_needs_least_is_to_be_mended() -> None:
    register = Alternative(Text("register", "the register"), NOT_MET, met=2, checks=3)
    statement = Alternative(Text("pernyataan", "the statement"), NOT_MET, met=0, checks=1)
    findings = (
        a_finding(NOT_MET, kind="any-of", alternatives=(statement, register)),
        a_finding(NOT_MET, kind="any-of", alternatives=(statement, statement)),
    )
    criterion = a_criterion_result(
        "K-1", NOT_MET, scoring="share", findings=findings, effort=ONE * 4
    )
    (step,) = planned(a_body(criterion), budget=Fraction(2)).steps
    assert (step.to_share, step.mend) == (
        Fraction(1, 2),
        (Text("register (2 dari 3 sudah terpenuhi)", "the register (2 of 3 are met already)"),),
    )


def test_a_required_check_comes_first() -> None:
    findings = (a_finding(NOT_MET, required=True), a_finding(NOT_MET), a_finding())
    criterion = a_criterion_result(
        "K-1", NOT_MET, scoring="share", findings=findings, effort=Fraction(3)
    )
    raises = raises_of(criterion, ZERO)
    assert [(r.share, r.mend) for r in raises] == [(Fraction(2, 3), (0,)), (ONE, ())]


def test_what_a_person_decided_is_raised_as_a_whole() -> None:
    findings = (a_finding(NOT_MET), a_finding())
    reviewed = a_criterion_result(
        "K-1", NOT_MET, scoring="share", findings=findings, review_in_force=True
    )
    assert [r.share for r in raises_of(reviewed, ZERO)] == [ONE]


def test_a_staircase_that_ends_below_one_is_climbed_to_its_end() -> None:
    scoring = Staircase(steps=(Fraction(1, 2), Fraction(9, 10)))
    criterion = a_criterion_result("K-1", NOT_MET, effort=ONE, scoring=scoring)
    assert [r.share for r in raises_of(criterion, ZERO)] == [Fraction(1, 2), Fraction(9, 10)]


def test_what_if_is_rolled_up_as_real_outcomes_are() -> None:
    rejected = planned(four_of_five(), supposed={"JEN-01": Share(ZERO, ZERO)})
    assert (rejected.saved.value, rejected.start.value) == ("80.00", "60.00")
    exempt = planned(four_of_five(), supposed={"JEN-05": Share(ZERO, ZERO, applicable=False)})
    assert exempt.start.value == "100.00"


def test_a_stage_that_people_judge_can_be_assumed() -> None:
    presented = a_stage_result(id="presentasi", entered=True, weight=Fraction(20))
    judged = a_stage_result(an_indicator_result(a_criterion_result()), weight=Fraction(80))
    body = an_assessment(judged, presented)
    assert planned(body).start.low == "80.00"
    plan = planned(body, assumed={"presentasi": Fraction(70)})
    assert (plan.start.value, plan.assumed[0].value) == ("94.00", Fraction(70))


@given(roundings, st.integers(0, 4))
def test_the_value_that_a_stage_needs_is_enough_and_a_hundredth_less_is_not(
    rounding: Rounding, lost: int
) -> None:
    presented = a_stage_result(id="presentasi", entered=True, weight=Fraction(30))
    met = [a_criterion_result(f"M-{n}") for n in range(5 - lost)]
    unmet = [a_criterion_result(f"L-{n}", NOT_MET) for n in range(lost)]
    judged = a_stage_result(an_indicator_result(*met, *unmet), weight=Fraction(70))
    body = an_assessment(judged, presented, rubric=a_rubric_used(rounding=rounding))
    needed = planned(body, target="informatif").needed
    assert needed is not None
    assert planned(body, target="informatif", assumed={"presentasi": needed.value}).reached
    less = {"presentasi": needed.value - Fraction(1, 100)}
    assert not planned(body, target="informatif", assumed=less).reached


def test_no_value_of_a_stage_is_asked_for_where_work_alone_is_enough_or_nothing_is() -> None:
    presented = a_stage_result(id="presentasi", entered=True, weight=Fraction(20))
    judged = a_stage_result(an_indicator_result(a_criterion_result()), weight=Fraction(80))
    assert planned(an_assessment(judged, presented), target="menuju-informatif").needed is None
    half = a_criterion_result("K-1", NOT_MET)
    failed = a_stage_result(an_indicator_result(half), weight=Fraction(80))
    assert (
        planned(an_assessment(failed, presented), skip=("K-1",), target="informatif").needed is None
    )


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        ({"target": "hebat"}, "no-band"),
        ({"keep": ("ZZZ",)}, "tanpa-kriteria"),
        ({"skip": ("ZZZ",)}, "tanpa-kriteria"),
        ({"supposed": {"ZZZ": Share(ONE, ONE)}}, "tanpa-kriteria"),
        ({"keep": ("JEN-05",), "skip": ("JEN-*",)}, "keep-and-skip"),
        ({"assumed": {"saq": ONE}}, "no-stage"),
        ({"keep": ("JEN-05",), "budget": ONE}, "keep-over-budget"),
    ],
)
def test_what_cannot_be_meant_is_told(asked: dict[str, object], slug: str) -> None:
    with pytest.raises(EmonevError) as told:
        planned(four_of_five(), **asked)
    assert told.value.slug == slug


@pytest.mark.parametrize("twice", [True, False])
def test_a_result_that_does_not_add_up_is_refused(twice: bool) -> None:
    body = four_of_five()
    again = a_stage_result(an_indicator_result(a_criterion_result("JEN-01")))
    broken = an_assessment(again, again) if twice else replace(body, total=planned(body).end)
    with pytest.raises(EmonevError) as told:
        planned(broken)
    assert told.value.slug == "result-unsound"


def test_a_plan_is_the_same_on_every_day() -> None:
    body = four_of_five()
    later = replace(body, assessed_on=datetime.date(2025, 1, 1).isoformat())
    assert make_plan(body, Request()).steps == make_plan(later, Request()).steps
