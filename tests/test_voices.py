"""Three voices on one criterion: the claim, the evidence, and the person whose word wins."""

import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from emonev.model.assessment import CriterionResult
from emonev.model.finding import Outcome
from tests.workspaces import TODAY, a_workspace, answer, assessed, criterion

PHRASES = {"JEN-01": "daftar informasi publik", "JEN-02": "rencana kerja"}
FILES = {"JEN-01/dip.txt": "Daftar Informasi Publik", "JEN-02/lain.txt": "Berita acara"}
DECIDED = "by: Verifikator, at: 2024-09-20, why: sudah diperiksa"


def judged(folder: Path, id_: str, yaml: str, today: datetime.date = TODAY) -> CriterionResult:
    a_workspace(folder, PHRASES, FILES)
    answer(folder, f"answers:\n  {id_}: {yaml}\n")
    return criterion(assessed(folder, today), id_)


def test_evidence_counts_where_nobody_reviewed(tmp_path: Path) -> None:
    result = judged(tmp_path, "JEN-01", "{claim: tidak}")
    assert (result.outcome, result.share_low, result.claim) == (
        Outcome.MET,
        Fraction(1),
        Fraction(0),
    )
    assert result.review_in_force is False


@pytest.mark.parametrize(
    ("decision", "outcome", "share"),
    [
        ("decision: rejected", Outcome.NOT_MET, 0),
        ("decision: accepted", Outcome.MET, 1),
        ("decision: partly, share: 1/4", Outcome.PARTLY, Fraction(1, 4)),
    ],
)
@pytest.mark.parametrize("id_", ["JEN-01", "JEN-02"])
def test_a_review_wins_and_what_the_evidence_says_stays(
    tmp_path: Path, id_: str, decision: str, outcome: Outcome, share: Fraction
) -> None:
    result = judged(tmp_path, id_, f"{{review: {{{decision}, {DECIDED}}}}}")
    assert (result.outcome, result.share_low, result.share_high) == (outcome, share, share)
    assert result.supported_outcome is (Outcome.MET if id_ == "JEN-01" else Outcome.NOT_MET)
    assert result.findings


def test_a_review_holds_on_its_last_day_and_not_after(tmp_path: Path) -> None:
    yaml = f"{{review: {{decision: rejected, until: 2024-09-27, {DECIDED}}}}}"
    last, after = TODAY, TODAY + datetime.timedelta(days=1)
    assert judged(tmp_path, "JEN-01", yaml, last).outcome is Outcome.NOT_MET
    assert judged(tmp_path, "JEN-01", yaml, after).outcome is Outcome.MET


def test_a_review_of_tomorrow_does_not_hold_yet(tmp_path: Path) -> None:
    yaml = f"{{review: {{decision: rejected, {DECIDED}}}}}"
    early = datetime.date(2024, 9, 19)
    assert judged(tmp_path, "JEN-01", yaml, early).outcome is Outcome.MET


def test_a_review_that_ran_out_is_said(tmp_path: Path) -> None:
    a_workspace(tmp_path, PHRASES, FILES)
    answer(
        tmp_path,
        f"answers:\n  JEN-01: {{review: {{decision: rejected, until: 2024-09-21, {DECIDED}}}}}\n",
    )
    assert "review-not-in-force" in {warning.code for warning in assessed(tmp_path).warnings}


def test_not_applicable_without_a_statement_is_judged_all_the_same(tmp_path: Path) -> None:
    result = judged(tmp_path, "JEN-02", "{not-applicable: {reason: tidak ada}}")
    assert result.outcome is Outcome.NOT_MET
    assert result.findings[-1].kind == "not-applicable"
    assert result.full > 0


def test_three_totals_stand_side_by_side(tmp_path: Path) -> None:
    a_workspace(tmp_path, PHRASES, FILES)
    answer(
        tmp_path,
        "answers:\n"
        "  JEN-01: {claim: ya}\n"
        f"  JEN-02: {{claim: ya, review: {{decision: partly, share: 0.5, {DECIDED}}}}}\n",
    )
    assessment = assessed(tmp_path)
    assert assessment.claimed is not None
    assert assessment.reviewed == assessment.total
    assert (assessment.claimed.value, assessment.supported.value, assessment.total.value) == (
        "100.00",
        "50.00",
        "75.00",
    )


def test_without_answers_nothing_is_claimed(tmp_path: Path) -> None:
    a_workspace(tmp_path, PHRASES, FILES)
    assessment = assessed(tmp_path)
    assert assessment.claimed is None
    assert assessment.reviewed is None
    assert assessment.total == assessment.supported
