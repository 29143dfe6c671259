"""Coverage as people read it, and as JSON with its published schema."""

import json

import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest
from selectolax.lexbor import LexborHTMLParser

from emonev.coverage import Coverage, coverage_of
from emonev.model.text import Language, Text
from emonev.render.coverage_text import coverage_text
from emonev.render.coverage_view import prepare_coverage
from emonev.render.json_file import as_json
from emonev.render.rubric_pages import coverage_page, coverage_schema
from emonev.resources import reports_folder
from tests.builders import a_criterion, a_rubric, a_stage, an_indicator
from tests.conftest import Golden

HOSTILE = Text("<script>alert(1)</script> {x}", "<i>x</i>")


def some_coverage() -> Coverage:
    criteria = (
        a_criterion("JEN-01", law=("PERKI 1/2021 Pasal 15", "UU 14/2008 Pasal 9")),
        a_criterion("JEN-02", law=("PERKI 1/2021 Pasal 19–58",)),
        a_criterion("JEN-03", law=("UU 14/2008 Pasal 12 huruf a",)),
        a_criterion("DIG-01"),
    )
    return coverage_of(a_rubric(a_stage(an_indicator(*criteria)), title=HOSTILE))


@pytest.mark.parametrize("language", ["id", "en"])
def test_coverage_on_a_terminal(language: Language, golden: Golden) -> None:
    text = coverage_text(prepare_coverage(some_coverage(), language))
    assert max(map(len, text.splitlines())) <= 80
    golden(f"coverage.{language}.txt", text + "\n")


def test_villages_are_told_that_their_own_law_is_not_held() -> None:
    villages = coverage_of(a_rubric(category="desa"))
    assert "PERKI 1/2018" in coverage_text(prepare_coverage(villages, "id"))


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_stands_alone_and_foreign_words_stay_words(language: Language) -> None:
    page = LexborHTMLParser(coverage_page(prepare_coverage(some_coverage(), language)))
    assert page.css("script, img, link, iframe, [style]") == []
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    for link in page.css("a[href^='#']"):
        assert str(link.attributes["href"])[1:] in ids
    assert len(page.css("tbody tr")) == len(some_coverage().obligations) + len(
        some_coverage().kinds
    )


def test_coverage_fits_its_published_schema() -> None:
    schema = json.loads((reports_folder() / "coverage.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    validator.validate(json.loads(as_json(some_coverage())))


def test_the_published_schema_is_current(golden: Golden) -> None:
    current = json.dumps(coverage_schema(), indent=2) + "\n"
    golden("../../reports/coverage.schema.json", current)
