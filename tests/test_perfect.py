"""Every shipped rubric reaches 100 with perfect evidence, and exactly 0 with none."""

import datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from emonev.checks import answers
from emonev.checks.counted import Counted
from emonev.checks.dated_within import DatedWithin
from emonev.load import load_rubric, shipped_rubrics
from emonev.model.assessment import Assessment
from emonev.model.check import Check
from emonev.model.finding import Finding, Outcome
from emonev.model.rubric import Criterion, Rubric
from emonev.model.text import Text
from emonev.pipeline import assess
from emonev.score import share_of
from tests.samples.perfect import make_perfect, write_workspace

SHIPPED = shipped_rubrics()
# The one answer that no document can give.
OF_A_PERSON = "reviewed"
PAID = {Outcome.MET, Outcome.PARTLY}


@pytest.fixture(scope="module", params=SHIPPED, ids=lambda path: path.stem)
def rubric(request: pytest.FixtureRequest) -> Rubric:
    return load_rubric(request.param)


@pytest.fixture(scope="module")
def perfect(rubric: Rubric, tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    folder = tmp_path_factory.mktemp("sempurna") / rubric.id
    make_perfect(folder, rubric)
    return assessed(folder, rubric)


def assessed(folder: Path, rubric: Rubric) -> Assessment:
    return assess(folder, rubric.year, today=datetime.date(rubric.year, 9, 1))


def asks_for_a_year(check: Check) -> bool:
    return isinstance(check, DatedWithin)


def test_perfect_evidence_meets_every_question_that_a_document_can_answer(
    perfect: Assessment,
) -> None:
    failed = [
        (criterion.id, finding.kind, finding.message.en)
        for criterion in perfect.criteria()
        for finding in criterion.findings
        if finding.outcome is not Outcome.MET and finding.kind != OF_A_PERSON
    ]
    assert failed == []


def test_perfect_evidence_reaches_a_hundred(perfect: Assessment) -> None:
    assert {criterion.outcome for criterion in perfect.criteria()} == {Outcome.MET}
    assert perfect.total.value is not None
    assert Decimal(perfect.total.value) == Decimal(perfect.total.low) == 100
    assert perfect.total.qualification.id == "informatif"


def test_perfect_evidence_of_long_ago_earns_nothing_where_a_year_is_asked(
    rubric: Rubric, tmp_path: Path
) -> None:
    make_perfect(tmp_path, rubric, years_late=9)
    asked = {c.id for c in rubric.criteria() if any(map(asks_for_a_year, c.parts()))}
    late = [c for c in assessed(tmp_path, rubric).criteria() if c.id in asked]
    paid = [(c.id, c.supported_outcome) for c in late if c.supported_outcome in PAID]
    assert paid == []


def test_without_evidence_every_criterion_is_exactly_nothing(
    rubric: Rubric, tmp_path: Path
) -> None:
    write_workspace(tmp_path, rubric)
    empty = assessed(tmp_path, rubric)
    assert {criterion.outcome for criterion in empty.criteria()} == {Outcome.NOT_MET}
    for stage in empty.stages:
        entered = not stage.indicators
        assert stage.points.earned == 0
        assert stage.points.pending == (stage.full if entered else 0), stage.id
    assert Decimal(empty.total.low) == 0


def test_without_evidence_and_with_nought_entered_the_total_is_nought(
    rubric: Rubric, tmp_path: Path
) -> None:
    stages = {stage.id: {"value": 0} for stage in rubric.stages if stage.entered}
    write_workspace(tmp_path, rubric, {"stages": stages})
    total = assessed(tmp_path, rubric).total
    assert total.value is not None
    assert {Decimal(total.low), Decimal(total.value), Decimal(total.high)} == {Decimal(0)}


def finding_of(criterion: Criterion, outcome: Outcome) -> tuple[Finding, ...]:
    """Return what every check would say; a check that counts finds just what it asks for."""
    met = outcome is Outcome.MET
    return tuple(
        Finding(
            kind=answers.kind_of(check),
            outcome=outcome,
            share=Fraction(met),
            message=Text("", ""),
            count=(check.at_least if met else 0) if isinstance(check, Counted) else None,
        )
        for check in criterion.checks
    )


def test_every_scoring_form_runs_from_nothing_to_all(rubric: Rubric) -> None:
    for criterion in rubric.criteria():
        none, whole = (
            share_of(criterion, finding_of(criterion, outcome))
            for outcome in (Outcome.NOT_MET, Outcome.MET)
        )
        assert {none.low, none.high} == {Fraction(0)}, criterion.id
        assert {whole.low, whole.high} == {Fraction(1)}, criterion.id
