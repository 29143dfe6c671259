"""Studi banding as people read it: on a terminal, on a page, and as JSON with a schema."""

import csv
import io
import json
from fractions import Fraction

import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from emonev.compare import study
from emonev.model.comparison import Lead
from emonev.model.text import Language, Text
from emonev.render.json_file import as_json
from emonev.render.study_csv import study_csv
from emonev.render.study_view import prepare_study, study_page, study_schema, study_text
from emonev.resources import reports_folder
from tests.compare.test_study import BETTER, OURS, body
from tests.compare.two_years import older
from tests.conftest import Golden

BOTH = study(OURS, [BETTER, body(older(), "Kabupaten C")])


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_study_on_a_terminal(language: Language, golden: Golden) -> None:
    text = study_text(prepare_study(BOTH, language))
    assert max(map(len, text.splitlines())) <= 80
    golden(f"study.{language}.txt", text + "\n")


def test_the_page_stands_alone_and_foreign_words_stay_words() -> None:
    name = "<script>alert(1)</script> \u202e{x}"
    drawn = study_page(prepare_study(study(OURS, [body(BETTER, name)]), "id"))
    page = LexborHTMLParser(drawn)
    assert page.css("script, img, link, iframe, [style]") == []
    assert "\u202e" not in drawn
    assert "alert(1)" in drawn
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    for link in page.css("a[href^='#']"):
        assert str(link.attributes["href"])[1:] in ids


def test_leads_are_grouped_by_effort() -> None:
    efforts = {"A": Fraction(1), "B": Fraction(5), "C": Fraction(6), "D": None}
    leads = tuple(
        Lead(ids=(id_,), text=Text(id_, id_), points=Fraction(1), effort=effort)
        for id_, effort in efforts.items()
    )
    found = study(OURS, [BETTER])
    drawn = prepare_study(replace(found, leads=leads), "en")
    assert [(s.id, [e.id for e in s.entries]) for s in drawn.sections] == [
        ("day", ["A"]),
        ("week", ["B"]),
        ("longer", ["C"]),
        ("unknown", ["D"]),
    ]


def test_a_study_fits_its_published_schema() -> None:
    schema = json.loads((reports_folder() / "study.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    validator.validate(json.loads(as_json(BOTH)))


def test_the_published_schema_is_current(golden: Golden) -> None:
    golden("../../reports/study.schema.json", json.dumps(study_schema(), indent=2) + "\n")


def test_a_study_as_a_table() -> None:
    rows = list(
        csv.reader(io.StringIO(study_csv(BOTH, "id").removeprefix("\ufeff")), delimiter=";")
    )
    assert {len(row) for row in rows} == {8}
    assert [row[0] for row in rows[1:]] == [" + ".join(lead.ids) for lead in BOTH.leads]
    points = [Fraction(row[2].replace(",", ".")) for row in rows[1:]]
    assert all(
        abs(p - lead.points) < Fraction(1, 10**6)
        for p, lead in zip(points, BOTH.leads, strict=True)
    )


def test_no_cell_of_the_table_is_a_formula() -> None:
    first, *others = BOTH.leads
    hostile = replace(
        first, text=Text("=1+1", "=1+1"), ahead=("@SUM(A1)",), remedy=Text("-2", "-2")
    )
    table = study_csv(replace(BOTH, leads=(hostile, *others)), "en")
    row = list(csv.reader(io.StringIO(table)))[1]
    assert (row[1], row[3], row[6]) == ("'=1+1", "'@SUM(A1)", "'-2")
