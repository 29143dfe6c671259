import base64
import hashlib
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser, LexborNode

from emonev.model.assessment import Assessment, SkippedResult, Warning
from emonev.model.finding import Outcome
from emonev.model.text import Language, Text
from emonev.model.workspace import Body, Letterhead, NotApplicable
from emonev.render.html import DESIGNS as SHIPPED
from emonev.render.html import render_html
from emonev.render.signs import visible, visible_lines
from emonev.resources import reports_folder
from tests.builders import (
    a_criterion_result,
    a_finding,
    a_proof,
    a_review,
    a_rubric_used,
    a_stage_result,
    an_assessment,
    an_evidence_result,
    an_indicator_result,
)
from tests.conftest import Golden
from tests.render.rich import HOSTILE, a_rich_assessment

DESIGNS = sorted(
    path.name.removesuffix(".html.j2") for path in (reports_folder() / "assessment").glob("*.html.j2")
    if path.name != "macros.html.j2"
)  # fmt: skip
DRAWN = render_html(a_rich_assessment(), "id")
PAGE = LexborHTMLParser(DRAWN)


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_whole_report(golden: Golden, language: Language) -> None:
    golden(f"report.{language}.html", _without_style(render_html(a_rich_assessment(), language)))


@pytest.mark.parametrize("design", DESIGNS)
def test_every_design_draws_an_assessment(design: str) -> None:
    assert "Pemerintah Kabupaten Contoh" in render_html(a_rich_assessment(), "id", design=design)


def test_the_same_assessment_gives_the_same_report() -> None:
    assert render_html(a_rich_assessment(), "id") == DRAWN


def test_both_languages_are_drawn_from_the_same_result_in_the_same_form() -> None:
    english = LexborHTMLParser(render_html(a_rich_assessment(), "en"))
    assert _form(english) == _form(PAGE)
    assert _first(english, "html").attributes["lang"] == "en"


def test_every_design_can_be_asked_for() -> None:
    assert set(DESIGNS) == set(SHIPPED)


# What the page may do -----------------------------------------------------------------------


def test_the_policy_names_the_style_and_the_script_and_nothing_else() -> None:
    policy = _first(PAGE, "meta[http-equiv=Content-Security-Policy]").attributes["content"]
    assert policy == (
        f"default-src 'none'; style-src '{_hash('style')}'; script-src '{_hash('script')}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_the_page_asks_for_nothing_from_outside() -> None:
    for node in _nodes(PAGE):
        assert not {"src", "srcset", "style", "action", "data"} & set(node.attributes)
        assert not [name for name in node.attributes if name.startswith("on")]
        assert node.tag not in {"link", "base", "iframe", "object", "embed", "img", "form"}
    assert len(PAGE.css("script")) == len(PAGE.css("style")) == 1
    assert not re.search(r"@import|url\((?!#|%23|.data:)", _first(PAGE, "style").text())


def test_outside_links_are_http_and_tell_nobody_where_they_came_from() -> None:
    outside = [a for a in PAGE.css("a") if "://" in (a.attributes["href"] or "")]
    assert [a.attributes["href"] for a in outside] == [
        "https://ppid.contoh.go.id/dip?tahun=2024&hal=1"
    ]
    assert {a.attributes["rel"] for a in outside} == {"noopener noreferrer"}


def test_evidence_is_linked_from_the_report_s_folder_to_its_page() -> None:
    links = {a.attributes["href"] for a in PAGE.css(".proofs a")}
    assert (
        "../bukti/2024/JEN-01%20-%20daftar%20informasi/DIP%202024%20%28final%29.pdf#page=1" in links
    )


def test_the_way_to_the_workspace_can_be_another() -> None:
    drawn = render_html(a_rich_assessment(), "id", to_workspace="../../")
    assert 'href="../../bukti/2024/' in drawn


@pytest.mark.parametrize("text", ["a{}</style>b", "<!-- <script> -->"])
def test_a_style_that_would_end_itself_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    from emonev.render import page

    (tmp_path / "assessment").mkdir()
    (tmp_path / "assessment" / "style.css").write_text(text)
    monkeypatch.setattr(page, "reports_folder", lambda: tmp_path)
    page.inlined.cache_clear()
    with pytest.raises(ValueError, match=r"style\.css"):
        page.inlined("assessment/style.css")
    page.inlined.cache_clear()


def test_the_first_page_names_the_five_most_costly_gaps() -> None:
    lost = [a_criterion_result(f"K-{n:02}", Outcome.NOT_MET) for n in range(7)]
    drawn = render_html(an_assessment(a_stage_result(an_indicator_result(*lost))), "id")
    first = _first(LexborHTMLParser(drawn), "#hasil .first")
    assert [node.text() for node in first.css("a b")] == [f"K-{n:02}" for n in range(5)]


def test_last_year_stands_beside_this_year() -> None:
    now, before = an_assessment(), an_assessment(
        a_stage_result(an_indicator_result(
            a_criterion_result("A-1"), a_criterion_result("A-2", Outcome.NOT_MET)))
    )  # fmt: skip
    drawn = render_html(now, "id", before=replace(before, year=now.year - 1))
    row = _words(_first(LexborHTMLParser(drawn), ".voices .before").text())
    assert "Tahun 2023" in row
    assert "50,00" in row
    assert "Naik 50,00 poin sejak itu." in row


def test_a_difference_of_open_totals_is_not_told_as_a_number() -> None:
    drawn = render_html(a_rich_assessment(), "id", before=a_rich_assessment())
    assert "Selisihnya belum pasti" in _first(LexborHTMLParser(drawn), ".before").text()


def test_without_a_result_of_last_year_none_is_told_of() -> None:
    assert PAGE.css_first(".before") is None


@pytest.mark.parametrize("design", DESIGNS)
def test_every_link_within_a_page_leads_somewhere(design: str) -> None:
    page = LexborHTMLParser(render_html(a_rich_assessment(), "id", design=design))
    ids = {node.attributes.get("id") for node in _nodes(page)}
    within = [
        a.attributes["href"] or "" for a in page.css("a") if (a.attributes["href"] or "")[:1] == "#"
    ]
    assert [href for href in within if href[1:] not in ids] == []


# Foreign text ---------------------------------------------------------------------------------


@settings(max_examples=60)
@given(st.text(st.characters(), min_size=1))
def test_hostile_text_in_every_field_comes_out_as_text(text: str) -> None:
    page = LexborHTMLParser(render_html(_full_of(text), "id"))
    assert _form(page) == _form(LexborHTMLParser(render_html(_full_of("x"), "id")))
    for place in ("h1", ".rubric strong", ".path", ".head .facts dd"):
        assert _words(visible(text)) in _words(_first(page, place).text()), place
    for place in (
        "h4",
        ".indicator li",
        ".gaps .prose",
        ".review p + p",
        ".note",
        ".skipped .prose",
    ):
        assert _words(visible_lines(text)) in _words(_first(page, place).text()), place


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "{{ 7 * 7 }}{% raw %}",
        "</style></pre></details>",
        "]]><!--",
        "&lt;b&gt;",
    ],
)
def test_what_looks_like_a_page_stays_text(text: str) -> None:
    page = LexborHTMLParser(render_html(_full_of(text), "id"))
    assert _first(page, "h1").text() == text
    assert len(page.css("script")) == 1


def test_a_turned_file_name_is_seen_through() -> None:
    shown = [node.text() for node in PAGE.css(".files a, .files .path")]
    assert HOSTILE.replace("\u202e", r"\u202e") in shown
    assert "\u202e" not in DRAWN


# Reading it with other senses ------------------------------------------------------------------


def test_every_id_is_there_once_and_every_reference_finds_one() -> None:
    ids = [node.attributes["id"] for node in _nodes(PAGE) if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    assert set(_references(PAGE)) <= set(ids)


def test_headings_stand_in_order() -> None:
    levels = [
        int(str(node.tag)[1]) for node in _nodes(PAGE) if re.fullmatch("h[1-6]", str(node.tag))
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    for before, after in pairwise(levels):
        assert after <= before + 1


def test_tables_say_what_they_are_and_what_their_heads_head() -> None:
    for table in PAGE.css("table"):
        assert table.css_first("caption") is not None
        assert all(head.attributes.get("scope") for head in table.css("th"))


def test_every_drawing_has_words() -> None:
    for drawing in PAGE.css("svg[role=img]"):
        assert _first(drawing, "title").text().strip()


def test_an_outcome_is_never_only_a_colour() -> None:
    assert PAGE.css("i")
    for sign in PAGE.css("i"):
        assert sign.text().strip()
        assert re.search(
            rf"\.{sign.attributes['class']} {{[^}}]*--sign: url", _first(PAGE, "style").text()
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "tint"])
def test_words_stand_out_from_their_ground(scheme: str, ground: str) -> None:
    colours = _colours(scheme)
    words = ("ink", "soft", "link", "accent", "met", "partly", "not-met", "not-applicable",
             "needs-review", "error")  # fmt: skip
    for name in words:
        assert _contrast(colours[name], colours[ground]) >= 4.5, name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ranks_of_the_bands_can_be_read_on_them(scheme: str) -> None:
    colours = _colours(scheme)
    for band in ("green", "blue", "red", "black"):
        assert _contrast("#ffffff", colours[band]) >= 4.2, band
    assert _contrast(colours["on-yellow"], colours["yellow"]) >= 4.5


# What stands in it -------------------------------------------------------------------------------


def test_a_criterion_shows_its_question_points_and_proof() -> None:
    criterion = _first(PAGE, "#k-JEN-01")
    assert _first(criterion, "summary .met").text() == "terpenuhi"
    assert _first(criterion, "summary small").text() == "20,57 dari 20,57 poin"
    assert _first(criterion, "mark").text() == "Daftar Informasi Publik"
    assert "PERKI 1/2021 Pasal 15 ayat (9) huruf a" in criterion.text()


def test_a_review_in_force_shows_what_the_evidence_said() -> None:
    review = _first(PAGE, "#k-PEL-02 .review").text()
    assert "diterima oleh Kepala Dinas, 27 September 2024" in review
    assert "Hasil dari bukti: belum terpenuhi." in review


def test_a_review_that_ran_out_says_so() -> None:
    assert "tidak dihitung" in _first(PAGE, "#k-PEL-03 .review.over").text()


def test_gaps_stand_worst_first() -> None:
    ids = [node.text() for node in PAGE.css(".gaps .id")]
    assert ids == ["JEN-03", "PEL-01", "PEL-03", "JEN-02"]


def test_every_file_is_listed_with_its_hash() -> None:
    rows = PAGE.css(".evidence tbody tr")
    assert len(rows) == len(a_rich_assessment().evidence)
    assert all(re.fullmatch("[0-9a-f]{64}", _first(row, "code").text()) for row in rows)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("official", "resmi"),
        ("adapted", "bukan instrumen resmi"),
        ("internal", "keperluan internal"),
    ],
)
def test_the_head_says_plainly_what_the_rubric_is(status: str, said: str) -> None:
    page = LexborHTMLParser(render_html(an_assessment(rubric=a_rubric_used(status=status)), "id"))
    assert said in _first(page, ".rubric").text()


def test_an_assessment_of_nothing_can_be_drawn() -> None:
    empty = an_assessment(a_stage_result(an_indicator_result(
        a_criterion_result(outcome=Outcome.NOT_APPLICABLE))))  # fmt: skip
    page = LexborHTMLParser(render_html(empty, "id"))
    assert "Tidak ada poin yang tertahan." in _first(page, "#kesenjangan").text()


def _full_of(text: str) -> Assessment:
    pair, path = Text(text, text), f"bukti/2024/{text}"
    finding = a_finding(
        Outcome.NOT_MET,
        message=pair,
        label=pair,
        proofs=(a_proof(path, page=1, snippet=text + "yz", marks=((len(text), len(text) + 1),)),),
    )
    criterion = a_criterion_result(
        text,
        Outcome.NOT_MET,
        text=pair,
        law=(text,),
        accepts=pair,
        years_text=pair,
        remedy=pair,
        answer_note=text,
        not_applicable=NotApplicable(reason=text, statement=text),
        review=a_review(by=text, why=text),
        findings=(finding,),
        evidence=(path,),
        links=(f"javascript:{text}",),
    )
    return an_assessment(
        a_stage_result(an_indicator_result(criterion, id=text, title=pair), id=text, title=pair),
        body=Body(name=text, category=text, province=text),
        rubric=a_rubric_used(title=pair, authority=text, sources=(text,), note=pair),
        evidence=(an_evidence_result(path, title=text, notes=(pair,), criteria=(text,)),),
        unassigned=(f"lain/{text}",),
        skipped=(SkippedResult(text, pair),),
        warnings=(Warning(code="x", message=pair, proofs=(a_proof(text),)),),
    )


def _nodes(page: LexborHTMLParser) -> Iterator[LexborNode]:
    return page.root.traverse() if page.root else iter(())


def _first(within: LexborHTMLParser | LexborNode, place: str) -> LexborNode:
    found = within.css_first(place)
    assert found is not None, place
    return found


def _form(page: LexborHTMLParser) -> list[tuple[str, tuple[str, ...]]]:
    """Return tags and attribute names in order; links with and without an address are alike."""
    form = []
    for node in _nodes(page):
        names = tuple(sorted(node.attributes))
        is_link = node.tag == "a" or node.attributes.get("class") == "path"
        form.append(("link", ()) if is_link else (str(node.tag), names))
    return form


def _references(page: LexborHTMLParser) -> Iterator[str]:
    for node in _nodes(page):
        href = node.attributes.get("href") or ""
        if href.startswith("#"):
            yield href[1:]
        yield from (node.attributes.get("aria-labelledby") or "").split()


def _words(text: str) -> str:
    return " ".join(text.split())


def _hash(tag: str) -> str:
    inline = re.search(f"<{tag}>(.*?)</{tag}>", DRAWN, re.DOTALL)
    assert inline
    return f"sha256-{base64.b64encode(hashlib.sha256(inline[1].encode()).digest()).decode()}"


def _without_style(drawn: str) -> str:
    drawn = re.sub(r"(?s)<style>.*?</style>", "<style>…</style>", drawn)
    drawn = re.sub(r"(?s)<script>.*?</script>", "<script>…</script>", drawn)
    drawn = re.sub(r"(</dd>|</li>|</td>)(?=<(?:dt|li|td)>)", r"\1\n", drawn)
    drawn = re.sub(r"H4sI[\w+/=]+", "…", drawn)  # zlib's versions pack alike, not the same
    return re.sub(r"sha256-[\w+/=]+", "sha256-…", drawn)


def _colours(scheme: str) -> dict[str, str]:
    style = (reports_folder() / "assessment" / "style.css").read_text(encoding="utf-8")
    light, dark = re.findall(r":root \{(.*?color-scheme: \w+;)", style, re.DOTALL)[:2]
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    if scheme == "dark":
        found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark))
    return found


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("logo", "drawn"),
    [
        ("data:image/png;base64,iVBORw0KGgo=", True),
        ("data:image/svg+xml;base64,PHN2Zz4=", False),
        ("https://contoh.go.id/logo.png", False),
        ("logo.png", False),
    ],
)
def test_a_letterhead_draws_a_picture_it_holds_and_no_other(logo: str, drawn: bool) -> None:
    given = replace(an_assessment(), letterhead=Letterhead(office="PPID <b>Utama</b>", logo=logo))
    page = LexborHTMLParser(render_html(given, "id"))
    assert _first(page, ".letterhead").text() == "PPID <b>Utama</b>"
    assert [node.attributes["src"] for node in page.css("img")] == [logo] * drawn
