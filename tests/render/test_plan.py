"""The plan, as an officer reads it: in 80 columns, on a page, in a worksheet, and as JSON."""

import csv
import io
import json
from fractions import Fraction
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # ships no types
import openpyxl  # type: ignore[import-untyped]  # ships no types
import pytest
from hypothesis import given, settings
from selectolax.lexbor import LexborHTMLParser

from emonev.model.assessment import Assessment
from emonev.model.finding import Outcome
from emonev.model.plan import Plan
from emonev.model.rubric import Staircase
from emonev.model.text import Language, Text
from emonev.model.workspace import EnteredStage
from emonev.plan import Request, make_plan
from emonev.render.json_file import as_json
from emonev.render.plan_page import plan_page, plan_schema
from emonev.render.plan_sheet import plan_csv, plan_workbook
from emonev.render.plan_shown import PlanView
from emonev.render.plan_text import plan_text
from emonev.render.plan_view import prepare_plan
from emonev.resources import reports_folder
from emonev.score import Share
from tests.builders import (
    a_criterion_result,
    a_stage_result,
    an_assessment,
    an_indicator_result,
)
from tests.conftest import Golden
from tests.plan.test_make import assessments

ZERO, HALF, ONE = Fraction(0), Fraction(1, 2), Fraction(1)
NOT_MET, UNSURE = Outcome.NOT_MET, Outcome.NEEDS_REVIEW
HOSTILE = Text('=HYPERLINK("http://a.b","<script>alert(1)</script>")\u202e{x}', "+1<b>\x1b[2J")


def a_body() -> Assessment:
    """Return a body that may gain in every way a plan knows."""
    lost = {"effort": Fraction(2), "remedy": Text("Umumkan di laman.", "Publish it online.")}
    steps = Staircase(steps=(Fraction(1, 3), Fraction(2, 3), ONE))
    kinds = an_indicator_result(
        *(a_criterion_result(f"JEN-{n:02}") for n in range(1, 8)),
        a_criterion_result("JEN-08", NOT_MET, scoring=steps, **lost),
        a_criterion_result("JEN-09", UNSURE, effort=HALF),
        a_criterion_result("JEN-10", NOT_MET),
        weight=Fraction(70),
    )
    service = an_indicator_result(
        a_criterion_result("PEL-01"),
        a_criterion_result("PEL-02", NOT_MET, effort=Fraction(5)),
        a_criterion_result("PEL-03", NOT_MET, effort=ZERO),
        id="pelayanan",
        weight=Fraction(30),
    )
    presented = a_stage_result(
        id="presentasi",
        title=Text("Presentasi", "Presentation"),
        entered=True,
        weight=Fraction(20),
    )
    return an_assessment(a_stage_result(kinds, service, weight=Fraction(80)), presented)


def planned(**asked: Any) -> Plan:
    return make_plan(a_body(), Request(**asked))


def rich() -> Plan:
    supposed = {"JEN-01": Share(ZERO, ZERO), "JEN-02": Share(HALF, HALF)}
    assumed = {"presentasi": Fraction(70)}
    return planned(target="menuju-informatif", supposed=supposed, assumed=assumed, skip=("PEL-02",))


def view(plan: Plan | None = None, language: Language = "id") -> PlanView:
    return prepare_plan(plan or rich(), language)


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_plan_on_a_terminal(language: Language, golden: Golden) -> None:
    text = plan_text(view(language=language))
    assert max(map(len, text.splitlines())) <= 80
    golden(f"plan.{language}.txt", text + "\n")


def test_a_band_that_is_too_far_and_a_budget_that_is_too_small_are_told_apart() -> None:
    assert "tidak dapat dicapai: bila semua" in plan_text(view(planned(target="informatif")))
    short = planned(target="menuju-informatif", assumed={"presentasi": ONE * 80}, budget=ONE)
    assert "tidak dapat dicapai dalam 1 hari kerja" in plan_text(view(short))


def test_what_is_reached_already_needs_nothing() -> None:
    told = " ".join(plan_text(view(planned(target="kurang-informatif"))).split())
    assert "tidak ada yang perlu dikerjakan untuk mencapai Kurang Informatif." in told
    assert "1 langkah (0 hari kerja) ditetapkan atau tidak memerlukan hari kerja" in told


def told(body: Assessment, **asked: Any) -> str:
    return " ".join(plan_text(view(make_plan(body, Request(**asked)))).split())


def a_small_body(**given: Any) -> Assessment:
    judged = a_stage_result(an_indicator_result(a_criterion_result()), weight=Fraction(50))
    seen = a_stage_result(
        id="visitasi",
        title=Text("Visitasi", "Visit"),
        entered=True,
        entry=EnteredStage(value=Fraction(90)),
        weight=Fraction(50),
    )
    return an_assessment(judged, seen, **given)


def test_the_best_band_is_told_and_what_it_bears() -> None:
    shown = told(a_small_body())
    assert shown.startswith("Rencana kerja ============= Pemerintah Kabupaten Contoh · 2024")
    assert "Nilai 95,00 sudah Informatif, kualifikasi tertinggi." in shown
    assert "95,00 (Informatif) berada 5,00 poin di atas batasnya." in shown


def test_a_band_that_no_rejection_drops_says_so() -> None:
    shown = told(a_small_body(), supposed={"JEN-01": Share(ZERO, ZERO)}, target="informatif")
    assert "45,00 (Kurang Informatif)" in shown
    assert "Tidak ada satu kriteria pun yang penolakannya saja menurunkannya." in shown
    assert "Penolakan sebanyak apa pun tidak menurunkannya." in shown


def test_a_value_assumed_over_a_recorded_one_names_both() -> None:
    shown = told(a_small_body(), assumed={"visitasi": Fraction(70)})
    assert "Tahap Visitasi dianggap bernilai 70, bukan 90 seperti tercatat." in shown


def test_what_awaits_review_can_be_taken_as_met() -> None:
    shown = told(a_body(), pending_met=True)
    assert "Semua kriteria yang menunggu telaah dianggap terpenuhi." in shown
    assert "Selesaikan telaah dahulu" in shown  # the stage without a value still waits


def test_a_date_that_is_none_is_shown_as_it_stands() -> None:
    assert "tanggal kemarin." in told(a_small_body(assessed_on="kemarin"))


def test_a_partial_gain_says_how_far_is_enough() -> None:
    steps = Staircase(steps=(Fraction(1, 3), Fraction(2, 3), ONE))
    lost = a_criterion_result("K-1", NOT_MET, scoring=steps, effort=Fraction(2))
    shown = told(
        an_assessment(a_stage_result(an_indicator_result(lost))), target="cukup-informatif"
    )
    assert "(cukup sampai 66,7% dari bobotnya; penuhnya 100%)" in shown
    assert "1 langkah, 1,5 hari kerja: nilai naik dari 0,00 menjadi 66,67" in shown


def test_no_step_at_all_is_told() -> None:
    assert "Tidak ada langkah yang dapat direncanakan." in told(
        a_body(), skip=("*",), budget=Fraction(3)
    )


@settings(max_examples=40)
@given(assessments())
def test_printed_points_lead_from_the_start_to_the_end(assessment: Assessment) -> None:
    plan = make_plan(assessment, Request(budget=Fraction(6)))
    drawn = prepare_plan(plan, "en")
    gains = sum((row.exact[1] for row in drawn.steps), ZERO)
    assert [Fraction(row.gain) for row in drawn.steps] == [row.exact[1] for row in drawn.steps]
    assert Fraction(drawn.sum.gain) == gains
    if plan.rubric.rounding.places >= 2:
        assert Fraction(drawn.sum.start) + gains == Fraction(drawn.sum.end)


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_stands_alone(language: Language) -> None:
    page = LexborHTMLParser(plan_page(view(language=language)))
    policy = page.css_first("meta[http-equiv=Content-Security-Policy]")
    assert policy is not None
    assert "default-src 'none'" in str(policy.attributes["content"])
    assert "script-src" not in str(policy.attributes["content"])
    assert page.css("script, img, link, iframe, [style]") == []
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    for link in page.css("a[href^='#']"):
        assert str(link.attributes["href"])[1:] in ids
    assert len(page.css("h1")) == 1


def hostile() -> PlanView:
    lost = a_criterion_result("K-1", NOT_MET, text=HOSTILE, remedy=HOSTILE, law=("@SUM(1)",))
    pending = a_criterion_result("K-2", UNSURE, text=HOSTILE)
    body = an_assessment(a_stage_result(an_indicator_result(lost, pending)))
    return prepare_plan(make_plan(body, Request(target="informatif")), "id")


def test_foreign_words_stay_words_on_the_page_and_on_the_terminal() -> None:
    drawn = plan_page(hostile())
    assert LexborHTMLParser(drawn).css("script") == []
    assert "alert(1)" in drawn
    for output in (drawn, plan_text(hostile())):
        assert "\u202e" not in output
        assert "\x1b" not in output


def test_foreign_words_are_no_formulas_in_a_worksheet() -> None:
    book = openpyxl.load_workbook(io.BytesIO(plan_workbook(hostile())))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not any(cell.hyperlink for cell in cells)
    read = list(csv.reader(io.StringIO(plan_csv(hostile()).decode("utf-8-sig")), delimiter=";"))
    assert not any(cell[:1] in {"=", "+", "-", "@"} for row in read for cell in row)
    assert any(cell.startswith("'=HYPERLINK") for row in read for cell in row)


def test_the_worksheet_has_the_steps_and_empty_columns_for_people() -> None:
    shown = view()
    book = openpyxl.load_workbook(io.BytesIO(plan_workbook(shown)))
    sheet = book.active
    head, *rows = sheet.iter_rows(min_row=4, values_only=True)
    assert head[-3:] == ("Penanggung jawab", "Tenggat", "Catatan")
    assert [row[1] for row in rows] == [step.id for step in shown.steps]
    assert all(row[-3:] == (None, None, None) for row in rows)
    assert Fraction(str(sum(row[4] for row in rows))) == sum(s.exact[0] for s in shown.steps)
    assert sheet.freeze_panes == "C5"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.page_setup.orientation == "landscape"


def test_the_csv_has_the_same_rows() -> None:
    shown = view()
    read = list(csv.reader(io.StringIO(plan_csv(shown).decode("utf-8-sig")), delimiter=";"))
    assert [row[1] for row in read[1:]] == [step.id for step in shown.steps]
    assert all(row[-3:] == ["", "", ""] for row in read[1:])
    assert plan_csv(view(language="en")).startswith("\ufeffNo,Criterion,".encode())


def test_the_same_plan_gives_the_same_workbook() -> None:
    assert plan_workbook(view()) == plan_workbook(view())


def test_a_plan_fits_its_published_schema() -> None:
    schema = json.loads((reports_folder() / "plan.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    for plan in (rich(), planned(), planned(budget=ONE)):
        validator.validate(json.loads(as_json(plan)))


def test_the_published_schema_is_current(golden: Golden) -> None:
    golden("../../reports/plan.schema.json", json.dumps(plan_schema(), indent=2) + "\n")
