"""Words that stand in a page's style cannot end it, nor themselves."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from emonev.model.text import Language
from emonev.model.workspace import Body
from emonev.render.html import render_html
from emonev.render.page import as_css
from emonev.render.page_style import foot_of, rules_of
from emonev.render.prepare import prepare
from tests.builders import an_assessment


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_from_the_style(text: str) -> None:
    written = as_css(text)
    assert re.fullmatch(r"(?:[A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*", written)
    read = re.sub(r"\\([0-9a-f]{1,6}) ", lambda found: chr(int(found[1], 16)), written)
    assert read == text


def test_the_foot_names_the_body_and_the_year() -> None:
    view = prepare(an_assessment(), "id")
    assert foot_of(view) == "Pemerintah Kabupaten Contoh · Laporan Penilaian Mandiri 2024"


def test_an_endless_name_leaves_room_for_the_year() -> None:
    body = Body(name="W" * 10_000, category="opd")
    foot = foot_of(prepare(replace(an_assessment(), body=body), "en"))
    assert foot == f"{'W' * 69}… · Self-Assessment Report 2024"


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_column_of_the_evidence_list_is_named(language: Language) -> None:
    rules = rules_of(prepare(an_assessment(), language))
    assert re.findall(r"nth-of-type\((\d)\)", rules) == ["1", "2", "3"]
    assert ('"Isi"' if language == "id" else '"Content"') in rules


def test_a_hostile_name_stays_in_its_string() -> None:
    body = Body(name='"}</style><script>alert(1)</script>', category="opd")
    page = render_html(replace(an_assessment(), body=body), "id")
    assert page.count("</style>") == page.count("</script>") == 1
