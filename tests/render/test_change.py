"""What is new, as an officer reads it: in 80 columns, on a page, and as JSON with a schema."""

import json
from fractions import Fraction

import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest
from hypothesis import assume, given, settings
from selectolax.lexbor import LexborHTMLParser

from emonev.checks import KINDS
from emonev.model.rubric import Rubric
from emonev.model.text import Language, Text
from emonev.model.years import YearRule
from emonev.render.change_text import change_text
from emonev.render.change_view import ChangeView, prepare_change
from emonev.render.json_file import as_json
from emonev.render.rubric_pages import change_page, change_schema
from emonev.resources import reports_folder
from emonev.rubric_change import compare_rubrics
from tests.builders import a_criterion, a_rubric, a_stage, an_indicator
from tests.conftest import Golden
from tests.score.rubrics import rubrics

SIGNED = KINDS["signed"]()


def two_years() -> tuple[Rubric, Rubric]:
    """Return two rubrics with everything that can happen between them."""
    title = Text("Kuesioner {year}", "Questionnaire {year}")
    old = a_rubric(
        a_stage(
            an_indicator(
                a_criterion("JEN-01"),
                a_criterion("JEN-02", years=(YearRule("years", -1, 0),)),
                a_criterion("JEN-03"),
                a_criterion("JEN-04"),
                a_criterion("JEN-05"),
                a_criterion("JEN-06"),
                weight=Fraction(60),
            ),
            an_indicator(
                a_criterion("SAR-01"),
                id="sarana",
                title=Text("Sarana", "Facilities"),
                weight=Fraction(40),
            ),
            weight=Fraction(80),
        ),
        a_stage(
            id="presentasi",
            title=Text("Presentasi", "Presentation"),
            entered=True,
            weight=Fraction(20),
        ),
        id="uji-2023",
        year=2023,
        title=Text(title.id.format(year=2023), title.en.format(year=2023)),
    )
    new = a_rubric(
        a_stage(
            an_indicator(
                a_criterion("JEN-01"),
                a_criterion("JEN-02", years=(YearRule("years"),), checks=(SIGNED,)),
                a_criterion("JEN-03", replaces=("JEN-03", "JEN-04")),
                a_criterion("JEN-05", text=Text("Apakah lain?", "Is it otherwise?")),
                a_criterion("JEN-07"),
                weight=Fraction(50),
            ),
            an_indicator(
                a_criterion("SAR-01", weight=Fraction(2), replaces=("SAR-01",)),
                a_criterion("SAR-02", replaces=("SAR-01",)),
                id="sarana",
                title=Text("Sarana", "Facilities"),
                weight=Fraction(50),
            ),
            weight=Fraction(80),
        ),
        a_stage(
            id="presentasi",
            title=Text("Presentasi", "Presentation"),
            entered=True,
            weight=Fraction(20),
        ),
        id="uji-2024",
        title=Text(title.id.format(year=2024), title.en.format(year=2024)),
    )
    return old, new


def view(language: Language = "id") -> ChangeView:
    return prepare_change(compare_rubrics(*two_years()), language)


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_is_new_on_a_terminal(language: Language, golden: Golden) -> None:
    text = change_text(view(language))
    assert max(map(len, text.splitlines())) <= 80
    golden(f"change.{language}.txt", text + "\n")


def test_two_equal_rubrics_have_nothing_new() -> None:
    old, _ = two_years()
    text = change_text(prepare_change(compare_rubrics(old, old), "id"))
    assert "7 kriteria tetap, 0 di antaranya dengan poin yang bergeser." in text
    assert "Baru ditanyakan" not in text


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_stands_alone(language: Language) -> None:
    page = LexborHTMLParser(change_page(view(language)))
    policy = page.css_first("meta[http-equiv=Content-Security-Policy]")
    assert policy is not None
    assert "default-src 'none'" in str(policy.attributes["content"])
    assert "script-src" not in str(policy.attributes["content"])
    assert page.css("script, img, link, iframe") == []
    assert [node.attributes.get("style") for node in page.css("[style]")] == []
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    for link in page.css("a[href^='#']"):
        assert str(link.attributes["href"])[1:] in ids
    assert len(page.css("h1")) == 1


def test_foreign_words_stay_words_on_the_page() -> None:
    bad = Text("<script>alert(1)</script> \u202e{x}", "<b>x</b>")
    old = a_rubric(a_stage(an_indicator(a_criterion("A"))), year=2023, title=bad)
    new = a_rubric(a_stage(an_indicator(a_criterion("A", text=bad), title=bad)), title=bad)
    drawn = change_page(prepare_change(compare_rubrics(old, new), "id"))
    assert LexborHTMLParser(drawn).css("script") == []
    assert "\u202e" not in drawn
    assert "alert(1)" in drawn


def test_the_comparison_fits_its_published_schema() -> None:
    schema = json.loads(
        (reports_folder() / "rubric-change.schema.json").read_text(encoding="utf-8")
    )
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    validator.validate(json.loads(as_json(compare_rubrics(*two_years()))))


def test_the_published_schema_is_current(golden: Golden) -> None:
    current = json.dumps(change_schema(), indent=2) + "\n"
    golden("../../reports/rubric-change.schema.json", current)


@settings(max_examples=50)
@given(rubrics(), rubrics())
def test_printed_points_add_up_in_every_table(older: Rubric, newer: Rubric) -> None:
    for rubric in (older, newer):
        assume(all(s.weight for s in rubric.stages))
        assume(all(i.weight for s in rubric.stages for i in s.indicators))
        assume(all(c.weight for c in rubric.criteria()))
    drawn = prepare_change(compare_rubrics(older, newer), "en")
    stages = [row for row in drawn.levels if row.is_stage]
    for column in ("before", "after"):
        assert sum(Fraction(getattr(row, column)) for row in stages) == 100
    for row in drawn.levels:
        assert Fraction(row.after) - Fraction(row.before) == signed(row.moved)
    assert sum(signed(row.moved) for row in stages) == 0


def signed(printed: str) -> Fraction:
    return Fraction(printed.replace("−", "-").replace("±", ""))
