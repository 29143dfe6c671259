"""What got worse is listed, with the ids of both years; what the questionnaire changed is not."""

from fractions import Fraction

from hypothesis import given, settings

from emonev.compare import compare
from emonev.model.assessment import Assessment, CriterionResult
from emonev.model.finding import Outcome
from emonev.model.text import Text
from emonev.model.workspace import Body
from emonev.render.worse_text import remarks_text, worse_text
from tests.builders import (
    a_criterion_result,
    a_rubric_used,
    a_stage_result,
    an_assessment,
    an_indicator_result,
)
from tests.plan.test_make import assessments

MET, PARTLY, NOT_MET, UNSURE = (
    Outcome.MET,
    Outcome.PARTLY,
    Outcome.NOT_MET,
    Outcome.NEEDS_REVIEW,
)
BODY = Body(name="Pemerintah Kabupaten Contoh", category="kabupaten-kota")


def a_year(year: int, *criteria: CriterionResult, body: Body = BODY) -> Assessment:
    stage = a_stage_result(an_indicator_result(*criteria))
    rubric = a_rubric_used(id=f"kabkota-{year}", year=year)
    return an_assessment(stage, year=year, rubric=rubric, body=body)


def told(older: Assessment, newer: Assessment) -> str:
    return worse_text(compare(older, newer), "id")


def test_what_got_worse_is_listed_and_what_improved_is_not() -> None:
    older = a_year(
        2023,
        a_criterion_result("A-1"),
        a_criterion_result("A-2"),
        a_criterion_result("A-3", NOT_MET),
        a_criterion_result("A-4"),
        a_criterion_result("A-5"),
    )
    newer = a_year(
        2024,
        a_criterion_result("B-1", PARTLY, replaces=("A-1",)),
        a_criterion_result("A-2", UNSURE),
        a_criterion_result("A-3"),
        a_criterion_result("A-4", NOT_MET),
        a_criterion_result("A-6", NOT_MET),
    )
    assert told(older, newer) == (
        "Lebih buruk daripada hasil 2023:\n"
        "  Nilai turun dari 80,00 menjadi 30,00.\n"
        "  3 kriteria memburuk:\n"
        "  - B-1 (dahulu A-1): 100% → 50%. Apakah B-1 diumumkan?\n"
        "  - A-2: 100%, kini menunggu telaah. Apakah A-2 diumumkan?\n"
        "  - A-4: 100% → 0%. Apakah A-4 diumumkan?"
    )


def test_a_criterion_that_fell_is_told_even_where_the_total_rose() -> None:
    older = a_year(2023, a_criterion_result("A"), *(a_criterion_result(n, NOT_MET) for n in "BC"))
    newer = a_year(2024, a_criterion_result("A", NOT_MET), *map(a_criterion_result, "BC"))
    assert "Nilai turun" not in told(older, newer)
    assert "A: 100% → 0%" in told(older, newer)


def test_a_total_that_fell_is_told_even_where_no_criterion_did() -> None:
    older = a_year(2023, a_criterion_result("A"))
    newer = a_year(2024, a_criterion_result("A"), a_criterion_result("B", NOT_MET))
    assert told(older, newer) == (
        "Lebih buruk daripada hasil 2023:\n  Nilai turun dari 100,00 menjadi 50,00."
    )


def test_a_hair_that_rounding_hides_is_told() -> None:
    heavy = Fraction(100_000)
    older = a_year(2023, a_criterion_result("A", weight=heavy), a_criterion_result("B"))
    newer = a_year(
        2024,
        a_criterion_result("A", weight=heavy),
        a_criterion_result("B"),
        a_criterion_result("C", NOT_MET),
    )
    assert "Nilai 100,00 sedikit lebih rendah" in told(older, newer)


@settings(max_examples=40)
@given(assessments())
def test_no_result_is_worse_than_itself(assessment: Assessment) -> None:
    assert told(assessment, assessment) == ""


def test_foreign_words_drive_no_terminal() -> None:
    bad = Text("\x1b[2J\u202e{x}", "")
    older = a_year(2023, a_criterion_result("A"))
    newer = a_year(2024, a_criterion_result("A", NOT_MET, text=bad))
    assert "\x1b" not in told(older, newer)
    assert "{x}" in told(older, newer)


def test_another_body_is_remarked_upon() -> None:
    older = a_year(2023, a_criterion_result("A"), body=Body(name="Lain", category="kementerian"))
    remarks = remarks_text(compare(older, a_year(2024, a_criterion_result("A"))), "id")
    assert "Badan publiknya berbeda" in remarks
    assert "Kategori badannya berbeda" in remarks
