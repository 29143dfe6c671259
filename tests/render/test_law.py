"""The words of the law in the report: in the criterion, cut precisely, and once where there are many."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from emonev.model.assessment import Assessment
from emonev.model.text import Language
from emonev.render.html import render_html
from emonev.render.law import law_shown
from emonev.render.public import for_the_public
from tests.builders import (
    a_criterion_result,
    a_stage_result,
    an_assessment,
    an_indicator_result,
)
from tests.render.large import a_large_assessment

LARGE = LexborHTMLParser(render_html(a_large_assessment(301), "id"))


def test_the_words_stand_folded_under_the_criterion() -> None:
    (law,) = _drawn("UU 14/2008 Pasal 12", "UU 14/2008 Pasal 9 ayat (3)").css(".law details")
    assert _text(law, "summary") == "UU 14/2008 Pasal 12; UU 14/2008 Pasal 9 ayat (3)"
    assert [_plain(node.text()) for node in law.css("details > p")] == [
        "UU 14/2008 Pasal 12",
        "UU 14/2008 Pasal 9",
    ]
    first, second = law.css("blockquote")
    assert _plain(first.text(separator=" ")).startswith("Setiap tahun Badan Publik wajib")
    assert re.fullmatch(r"… \(3\) Kewajiban .* sekali\. …", _plain(second.text(separator=" ")))


def test_places_of_one_article_share_what_they_stand_in() -> None:
    law = _drawn("PERKI 1/2021 Pasal 15 ayat (2) huruf a", "PERKI 1/2021 Pasal 15 ayat (2) huruf c")
    (words,) = law.css("blockquote")
    assert [_plain(line.text())[:12] for line in words.css("p")] == [
        "…", "(2) Ringkasa", "a. nama prog", "…", "c. target da", "…",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        ("PERKI 1/2018 Pasal 7 huruf e", "Bunyi PERKI 1/2018 Pasal 7 huruf e tidak dimuat"),
        ("PERKI 1/2021 Lampiran II", "Bunyi PERKI 1/2021 Lampiran II tidak dimuat"),
        ("UU 14/2008", "Bunyi UU 14/2008 tidak dimuat"),
        ("Surat edaran bupati", "Bunyi Surat edaran bupati tidak dimuat"),
        ("UU 14/2008 Pasal 99", "UU 14/2008 tidak memiliki Pasal 99."),
    ],
)
def test_a_law_whose_words_are_not_held_says_so(cited: str, told: str) -> None:
    law = _drawn(cited)
    assert told in _plain(law.text())
    assert not law.css("blockquote")


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_law_is_marked_as_indonesian_and_named_in_full(language: Language) -> None:
    page = _page("PP 61/2010 Pasal 3", language=language)
    assert {node.attributes["lang"] for node in page.css("blockquote")} == {"id"}
    section = _text(page, "#peraturan")
    assert "Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan" in section
    assert "23 August 2010" in section or "23 Agustus 2010" in section
    assert "Lembaran Negara Republik Indonesia Tahun 2010 Nomor 99" in section


def test_without_a_law_that_is_held_there_is_no_list_of_laws() -> None:
    assert _page("PERKI 1/2018 Pasal 7").css_first("#peraturan") is None


def test_the_public_reads_the_law_too() -> None:
    assessment = for_the_public(_assessment("UU 14/2008 Pasal 12"))
    assert "jumlah permintaan informasi yang diterima" in render_html(assessment, "id")


def test_a_large_report_says_each_article_once_and_every_citation_leads_there() -> None:
    names = [_plain(node.text()) for node in LARGE.css(".article summary")]
    assert len(names) == len(set(names)) > 40
    ids = {node.attributes["id"] for node in LARGE.css("[id]")}
    html = LARGE.html or ""
    cited = set(re.findall(r'href="#((?:uu|pp|perki)\d\d-[\w-]+)"', html))
    assert len(cited) > 100
    assert cited <= ids
    assert len(ids) == len(LARGE.css("[id]"))


def test_a_citation_leads_to_the_very_line() -> None:
    line = LARGE.css_first("#perki21-15-9-c-2")
    assert line is not None
    assert line.text().startswith("2. Ringkasan Kontrak")


def test_a_large_report_tells_of_words_that_are_not_held_too() -> None:
    cited = [a_criterion_result(f"K-{n}", law=("PERKI 1/2018 Pasal 7",)) for n in range(301)]
    page = render_html(an_assessment(a_stage_result(an_indicator_result(*cited))), "id")
    assert page.count("Bunyi PERKI 1/2018 Pasal 7 tidak dimuat dalam laporan ini.") == 301


def test_laws_come_by_article_not_in_the_order_cited() -> None:
    page = LARGE.css("#peraturan details[id^=uu08]")
    numbers = [int((node.attributes["id"] or "").split("-")[1]) for node in page]
    assert numbers == sorted(numbers)


def test_hostile_citations_are_text() -> None:
    text = 'UU 14/2008 Pasal 12"><script>alert(1)</script>'
    shown = law_shown((text,), "id")
    assert shown.articles == ()
    assert shown.cited[0].text == text
    assert len(_page(text).css("script")) == 1


def _assessment(*law: str) -> Assessment:
    return an_assessment(a_stage_result(an_indicator_result(a_criterion_result("A-1", law=law))))


def _page(*law: str, language: Language = "id") -> LexborHTMLParser:
    return LexborHTMLParser(render_html(_assessment(*law), language))


def _drawn(*law: str) -> LexborNode:
    node = _page(*law).css_first(".law")
    assert node is not None
    return node


def _text(page: LexborHTMLParser | LexborNode, place: str) -> str:
    node = page.css_first(place)
    assert node is not None
    return _plain(node.text())


def _plain(text: str) -> str:
    return " ".join(text.split())
