"""The arithmetic in words: complete, exact, and checked against the stored total."""

import re
from fractions import Fraction

from hypothesis import given, settings
from msgspec.structs import replace

from emonev.model.assessment import Assessment, CriterionResult, IndicatorResult, StageResult
from emonev.model.finding import Outcome
from emonev.model.rubric import Criterion, Indicator, NotApplicableRule, Rounding, Rubric, Stage
from emonev.model.text import Text
from emonev.model.workspace import EnteredStage, NotApplicable
from emonev.score import Share, Sheet, outcome_of, roll_up, total_of
from emonev.score.explain import explain, explain_total
from tests.builders import (
    a_criterion_result,
    a_finding,
    a_review,
    a_rubric_used,
    a_stage_result,
    a_total,
    an_assessment,
    an_indicator_result,
)
from tests.score.rubrics import ZERO, judged_rubrics

Judged = tuple[Rubric, dict[str, Share], dict[str, Share]]

EXEMPT = NotApplicable(reason="Tidak ada pengadaan pada tahun ini.")


def natuna_like() -> Assessment:
    return an_assessment(
        a_stage_result(
            an_indicator_result(
                a_criterion_result("JEN-01", weight=Fraction(2)),
                a_criterion_result("JEN-02", Outcome.PARTLY, weight=Fraction(3)),
                a_criterion_result("JEN-03", Outcome.NEEDS_REVIEW),
                a_criterion_result("JEN-04", Outcome.NOT_APPLICABLE, not_applicable=EXEMPT),
                weight=Fraction(40),
            ),
            an_indicator_result(
                a_criterion_result("KUA-01", Outcome.NOT_APPLICABLE),
                id="kualitas",
                title=Text("Kualitas informasi", "Quality of information"),
                weight=Fraction(10),
            ),
            weight=Fraction(80),
        ),
        a_stage_result(
            id="presentasi",
            title=Text("Presentasi", "Presentation"),
            weight=Fraction(20),
            entered=True,
            entry=EnteredStage(value=Fraction(90)),
        ),
    )


def test_a_whole_explanation() -> None:
    assert (
        "\n".join(line.id for line in explain(natuna_like()))
        == """\
HITUNGAN NILAI YANG BERLAKU
Indikator jenis: Jenis informasi
  JEN-01: 2 × 1 = 2
  JEN-02: 3 × 0,5 = 1,5
  JEN-03: 1 × (0 sampai 1) = (0 sampai 1)
  JEN-04: tidak berlaku; bobot 1 tidak ikut dibagi
  Jumlah (3,5 sampai 4,5) ÷ jumlah bobot 6 × 100 = (175/3 (≈ 58,3333) sampai 75)
Indikator kualitas: Kualitas informasi
  KUA-01: tidak berlaku; bobot 1 tidak ikut dibagi
  Tidak ada yang berlaku di sini.
Tahap saq: Penilaian mandiri
  jenis: 40 × (175/3 (≈ 58,3333) sampai 75) = (7000/3 (≈ 2.333,3333) sampai 3.000)
  kualitas: tidak berlaku; bobot 10 tidak ikut dibagi
  Jumlah (7000/3 (≈ 2.333,3333) sampai 3.000) ÷ jumlah bobot 40 = (175/3 (≈ 58,3333) sampai 75)
Tahap presentasi: Presentasi: nilai 90, diisi oleh orang
Nilai akhir
  saq: 80 × (175/3 (≈ 58,3333) sampai 75) = (14000/3 (≈ 4.666,6667) sampai 6.000)
  presentasi: 20 × 90 = 1.800
  Jumlah (19400/3 (≈ 6.466,6667) sampai 7.800) ÷ jumlah bobot 100 = (194/3 (≈ 64,6667) sampai 78)
Pembulatan: 194/3 (≈ 64,6667) menjadi 64,67 (2 angka di belakang koma, tepat setengah ke atas).
Kualifikasi: 64,67 ≥ 60 dan < 80, jadi Cukup Informatif.
Pembulatan: 78 menjadi 78,00 (2 angka di belakang koma, tepat setengah ke atas).
Kualifikasi: 78 ≥ 60 dan < 80, jadi Cukup Informatif.
Nilai yang didukung bukti sama dengan nilai yang berlaku: tidak ada telaah yang mengubahnya."""
    )


def english(assessment: Assessment) -> list[str]:
    return [line.en for line in explain(assessment)]


def one_criterion(criterion: CriterionResult, **given: object) -> Assessment:
    return an_assessment(a_stage_result(an_indicator_result(criterion)), **given)


def test_a_review_shows_and_the_supported_total_is_explained_beside_it() -> None:
    reviewed = a_criterion_result(
        review=a_review(),
        review_in_force=True,
        supported_outcome=Outcome.NOT_MET,
        supported_low=ZERO,
        supported_high=ZERO,
    )
    lines = english(one_criterion(reviewed, supported=a_total(0)))
    assert "  JEN-01: 1 × 1 = 1 (decided by review)" in lines
    assert "HOW THE SCORE THAT EVIDENCE SUPPORTS IS MADE (without reviews)" in lines
    assert "  JEN-01: 1 × 0 = 0" in lines
    assert not [line for line in lines if line.startswith("CHECK")]


def test_a_claim_is_explained_from_the_answers() -> None:
    claimed = a_criterion_result(
        outcome=Outcome.NOT_MET,
        claim=Fraction(1, 2),
        na=NotApplicableRule(allowed=False),
        not_applicable=EXEMPT,
    )
    lines = [
        line.en for line in explain_total(one_criterion(claimed, claimed=a_total(50)), "claimed")
    ]
    assert lines[:3] == [
        "HOW THE SCORE THAT THE BODY CLAIMS IS MADE",
        "Indicator jenis: Kinds of information",
        "  JEN-01: 1 × 0.5 = 0.5",
    ]
    assert lines[-1] == "Band: 50 ≥ 40 and < 60, so Less Informative."


def test_every_total_there_is_has_its_arithmetic() -> None:
    claimed = a_criterion_result(claim=Fraction(1))
    lines = english(one_criterion(claimed, claimed=a_total(100)))
    headings = [line for line in lines if line.startswith("HOW")]
    assert headings == [
        "HOW THE SCORE THAT COUNTS IS MADE",
        "HOW THE SCORE THAT THE BODY CLAIMS IS MADE",
    ]


def test_a_stage_that_nobody_entered_is_a_range() -> None:
    lines = english(an_assessment(a_stage_result(entered=True)))
    assert "Stage saq: Self-assessment: no score entered yet, so 0 to 100" in lines
    assert "Rounding: 100 becomes 100.00 (2 decimal places, exact halves up)." in lines
    assert "Band: 100 ≥ 90, so Informative." in lines


def test_nothing_that_applies_is_said() -> None:
    nothing = one_criterion(
        a_criterion_result(outcome=Outcome.NOT_APPLICABLE), total=a_total(0, 100)
    )
    assert (
        "  Nothing applies in the whole rubric, so every score is still possible: 0 to 100."
        in english(nothing)
    )


def test_a_stored_total_that_does_not_follow_is_shown() -> None:
    altered = one_criterion(a_criterion_result(outcome=Outcome.NOT_MET), total=a_total(95))
    assert "CHECK: this arithmetic gives 0, but the stored score is 95." in english(altered)


def nearly(rounding: Rounding, value: str) -> list[str]:
    stage = a_stage_result(entered=True, entry=EnteredStage(value=Fraction(value)))
    return english(an_assessment(stage, rubric=a_rubric_used(rounding=rounding)))


def test_a_band_that_only_rounding_reaches_is_said() -> None:
    assert "Note: the bound 80 is reached by rounding; the exact score is 79.999." in nearly(
        Rounding(), "79.999"
    )


def test_a_band_from_the_exact_value_is_said() -> None:
    assert "Note: the band is taken from the exact score 79.999, not from 80.00." in nearly(
        Rounding(band_from="exact"), "79.999"
    )


# For any rubric at all ----------------------------------------------------------------------


def saved(judged: Judged) -> Assessment:
    """Return what would be saved of a rubric so judged: points and totals from `roll_up`."""
    rubric, shares, entered = judged
    sheet = roll_up(rubric, shares, entered)
    total = total_of(sheet.low, sheet.high, rubric)
    stages = tuple(saved_stage(stage, sheet, shares, entered) for stage in rubric.stages)
    return replace(an_assessment(), stages=stages, total=total, supported=total)


def saved_stage(
    stage: Stage, sheet: Sheet, shares: dict[str, Share], entered: dict[str, Share]
) -> StageResult:
    value = entered.get(stage.id)
    level = sheet.stages[stage.id]
    return StageResult(
        id=stage.id,
        title=stage.title,
        weight=stage.weight,
        full=level.full,
        points=level.points,
        score_low=level.score_low,
        score_high=level.score_high,
        entered=stage.entered,
        entry=None if value is None else EnteredStage(value=value.low * 100),
        indicators=tuple(saved_indicator(i, sheet, shares) for i in stage.indicators),
    )


def saved_indicator(
    indicator: Indicator, sheet: Sheet, shares: dict[str, Share]
) -> IndicatorResult:
    level = sheet.indicators[indicator.id]
    return IndicatorResult(
        id=indicator.id,
        title=indicator.title,
        weight=indicator.weight,
        full=level.full,
        points=level.points,
        score_low=level.score_low,
        score_high=level.score_high,
        criteria=tuple(saved_criterion(c, shares[c.id]) for c in indicator.criteria),
    )


def saved_criterion(criterion: Criterion, share: Share) -> CriterionResult:
    outcome = outcome_of(share, (a_finding(Outcome.NEEDS_REVIEW),))
    return a_criterion_result(
        criterion.id,
        outcome,
        weight=criterion.weight,
        share_low=share.low,
        share_high=share.high,
        supported_low=share.low,
        supported_high=share.high,
    )


@settings(max_examples=50)
@given(judged_rubrics())
def test_the_explanation_always_arrives_at_the_rolled_up_total(judged: Judged) -> None:
    lines = english(saved(judged))
    assert not [line for line in lines if line.startswith("CHECK")]


@settings(max_examples=50)
@given(judged_rubrics())
def test_every_printed_product_can_be_redone(judged: Judged) -> None:
    for line in english(saved(judged)):
        product = re.fullmatch(r"  \S+: ([\d./,]+) × ([\d./,]+) = ([\d./,]+)", line)
        if product:
            weight, share, result = (Fraction(n.replace(",", "")) for n in product.groups())
            assert weight * share == result
