"""Small pictures in the report: beside the proof, once each, never where they do not belong."""

import base64
import gzip
import json
import os
import re
import sys
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # ships no types
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser, LexborNode

from emonev.load.pictures import LARGEST, load_pictures, place_of_pictures
from emonev.model.assessment import Assessment
from emonev.model.finding import Outcome, Proof
from emonev.model.pictures import Box, PagePicture, Pictures, key_of
from emonev.render import pictures as pictures_module
from emonev.render.html import render_html
from emonev.render.json_file import pictures_json, pictures_schema, to_json
from emonev.render.public import for_the_public
from tests.builders import (
    a_criterion_result,
    a_finding,
    a_stage_result,
    an_assessment,
    an_evidence_result,
    an_indicator_result,
)
from tests.conftest import Golden
from tests.render.pictured import BOX, a_picture, pictures_of
from tests.render.rich import a_rich_assessment
from tests.render.worst import a_worst_assessment

SCAN = "bukti/2024/SK PPID.pdf"
SHA = "5c" * 32


def an_assessment_of(*criteria: tuple[Proof, ...], format_: str = "pdf") -> Assessment:
    """Return an assessment with a finding for each proof of each criterion."""
    results = (
        a_criterion_result(
            f"A-{n}", findings=tuple(a_finding(Outcome.MET, proofs=(proof,)) for proof in proofs)
        )
        for n, proofs in enumerate(criteria)
    )
    file = an_evidence_result(SCAN, sha256=SHA, format=format_)
    return an_assessment(a_stage_result(an_indicator_result(*results)), evidence=(file,))


def drawn(assessment: Assessment, pictures: Pictures | None, **given: object) -> LexborHTMLParser:
    return LexborHTMLParser(render_html(assessment, "id", pictures=pictures, **given))  # type: ignore[arg-type]  # as given


def pictures_in(page: LexborHTMLParser) -> list[LexborNode]:
    return page.css("svg.picture")


def rules_in(page: LexborHTMLParser) -> list[str]:
    style = page.css_first("style")
    assert style is not None
    return re.findall(r"\.gb\d+ \{[^}]*data:image/webp;base64,[^}]*\}", style.text())


ONE, TWO = Proof(SCAN, 1, "SK PPID"), Proof(SCAN, 2, "Tahun 2024", ((6, 10),))
BOTH = Pictures(
    files={
        SHA: (
            a_picture(1, quotes={key_of(ONE): (BOX,)}),
            a_picture(2, quotes={key_of(TWO): (Box(1, 2, 3, 4),)}),
        )
    }
)


def test_a_picture_stands_in_the_link_to_its_page_and_says_what_it_is() -> None:
    page = drawn(an_assessment_of((TWO,)), BOTH)
    (picture,) = pictures_in(page)
    link = picture.parent
    assert link is not None
    assert link.attributes["href"] == "../bukti/2024/SK%20PPID.pdf#page=2"
    assert link.text() == "SK PPID.pdf"
    assert picture.attributes["role"] == "img"
    assert picture.attributes["aria-label"] == "Gambar kecil halaman 2, kutipan ditandai"
    (mark,) = picture.css("rect")
    assert mark.attributes == {"x": "0.1%", "y": "0.2%", "width": "0.3%", "height": "0.4%"}


def test_a_criterion_shows_a_page_once_with_all_that_it_proves_marked() -> None:
    first, second = Proof(SCAN, 1, "satu"), Proof(SCAN, 1, "dua")
    quotes = {key_of(first): (BOX,), key_of(second): (Box(0, 0, 10, 10), BOX)}
    given = Pictures(files={SHA: (a_picture(1, quotes=quotes),)})
    (picture,) = pictures_in(drawn(an_assessment_of((first, second)), given))
    assert len(picture.css("rect")) == 2


def test_a_page_that_proves_many_criteria_is_in_the_file_once() -> None:
    page = drawn(an_assessment_of((ONE,), (ONE, TWO), (TWO,)), BOTH)
    names = [picture.attributes["class"] for picture in pictures_in(page)]
    assert names == ["picture gb1", "picture gb1", "picture gb2", "picture gb2"]
    assert len(rules_in(page)) == 2


def test_a_picture_that_nothing_names_is_not_in_the_file() -> None:
    page = drawn(an_assessment_of((ONE,)), BOTH)
    assert len(rules_in(page)) == 1
    assert rules_in(drawn(an_assessment_of(()), BOTH)) == []


def test_a_picture_without_marks_does_not_speak_of_any() -> None:
    bare = Pictures(files={SHA: (a_picture(1),)})
    (picture,) = pictures_in(drawn(an_assessment_of((ONE,)), bare))
    assert picture.attributes["aria-label"] == "Gambar kecil halaman 1"
    assert picture.css("rect") == []


@pytest.mark.parametrize(
    ("format_", "words"),
    [
        ("jpeg", "Gambar kecil foto"),
        ("tiff", "Gambar kecil halaman 1"),
        ("pdf", "Gambar kecil halaman 1"),
    ],
)
def test_a_photo_is_called_a_photo(format_: str, words: str) -> None:
    assessment = an_assessment_of((Proof(SCAN),), format_=format_)
    (picture,) = pictures_in(drawn(assessment, Pictures(files={SHA: (a_picture(1),)})))
    assert picture.attributes["aria-label"] == words


def test_without_a_link_the_picture_stands_alone() -> None:
    (picture,) = pictures_in(drawn(an_assessment_of((ONE,)), BOTH, to_workspace=None))
    assert picture.parent is not None
    assert "href" not in picture.parent.attributes


def test_pages_that_were_left_out_are_told_and_only_then() -> None:
    some = replace(BOTH, left_out=7)
    assert "7 halaman bukti lain tidak digambar" in render_html(
        an_assessment_of((ONE,)), "id", pictures=some
    )
    assert "tidak digambar" not in render_html(an_assessment_of((ONE,)), "id", pictures=BOTH)


def test_a_summary_has_no_pictures() -> None:
    page = drawn(an_assessment_of((ONE,)), BOTH, design="summary")
    assert pictures_in(page) == []
    assert rules_in(page) == []


def test_without_pictures_the_page_is_what_it_was() -> None:
    plain = render_html(a_rich_assessment(), "id")
    assert render_html(a_rich_assessment(), "id", pictures=Pictures()) == plain
    assert "data:image/webp" not in plain


def test_the_same_result_and_pictures_give_the_same_bytes() -> None:
    pictures = pictures_of(a_rich_assessment())
    assert pictures.files
    once, again = (render_html(a_rich_assessment(), "id", pictures=pictures) for _ in range(2))
    assert once == again


def test_the_result_in_the_page_is_the_result_and_holds_no_pictures() -> None:
    assessment = an_assessment_of((ONE,))
    page = render_html(assessment, "id", pictures=BOTH)
    saved = re.search(r'<template id="hasil-json">([^<]*)</template>', page)
    assert saved
    assert gzip.decompress(base64.b64decode(saved[1])) == to_json(assessment)


def test_a_public_result_has_nothing_that_pictures_could_hang_on() -> None:
    public = for_the_public(an_assessment_of((ONE, TWO)))
    assert all(file.path != SCAN for file in public.evidence)
    assert not any(p.snippet for p in _proofs(public))


@pytest.mark.parametrize(
    "picture",
    [
        replace(BOTH.files[SHA][0], webp=b"</style><script>alert(1)</script>"),
        replace(BOTH.files[SHA][0], webp=b""),
        replace(BOTH.files[SHA][0], webp=b"GIF89a" + bytes(100)),
        replace(BOTH.files[SHA][0], width=0),
        replace(BOTH.files[SHA][0], height=-5),
        replace(BOTH.files[SHA][0], width=10**9),
    ],
)
def test_a_picture_that_is_none_is_not_drawn(picture: PagePicture) -> None:
    page = drawn(an_assessment_of((ONE,)), Pictures(files={SHA: (picture,)}))
    assert pictures_in(page) == []
    assert rules_in(page) == []


@pytest.mark.parametrize(
    "box", [Box(-1, 0, 10, 10), Box(0, 0, 0, 10), Box(995, 0, 10, 10), Box(0, 0, 10**9, 1)]
)
def test_a_mark_outside_its_picture_is_not_drawn(box: Box) -> None:
    picture = a_picture(1, quotes={key_of(ONE): (box,)})
    (shown,) = pictures_in(drawn(an_assessment_of((ONE,)), Pictures(files={SHA: (picture,)})))
    assert shown.css("rect") == []


def test_pictures_of_others_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures_module, "_MOST_BYTES", len(BOTH.files[SHA][0].webp))
    assert len(rules_in(drawn(an_assessment_of((ONE, TWO)), BOTH))) == 1


@settings(max_examples=40)
@given(st.binary(max_size=300))
def test_whatever_the_bytes_the_style_does_not_end(content: bytes) -> None:
    webp = b"RIFF\0\0\0\0WEBP" + content
    picture = replace(BOTH.files[SHA][0], webp=webp)
    page = drawn(an_assessment_of((ONE,)), Pictures(files={SHA: (picture,)}))
    (rule,) = rules_in(page)
    assert base64.b64decode(rule.partition("base64,")[2].rpartition(")")[0]) == webp


def test_hostile_names_and_words_stay_where_they_are() -> None:
    worst = a_worst_assessment()
    page = drawn(worst, pictures_of(worst))
    assert pictures_in(page)
    assert len(page.css("script")) == 1
    assert page.css("img[onerror]") == []


# The file beside the result


def test_pictures_are_read_as_they_were_written(tmp_path: Path) -> None:
    result = tmp_path / "2024.json"
    place_of_pictures(result).write_bytes(pictures_json(BOTH))
    assert place_of_pictures(result).name == "2024-gambar.json"
    assert load_pictures(result) == BOTH


def test_pictures_fit_the_published_schema(golden: Golden) -> None:
    golden("../../reports/pictures.schema.json", json.dumps(pictures_schema(), indent=2) + "\n")
    written = json.loads(pictures_json(BOTH))
    assert written["schema"] == "emonev/pictures/1"
    jsonschema.validate(written, pictures_schema())


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{}x", b"[]", b'{"schema": "emonev/assessment/1"}', b"\xff\xfe", b"[" * 100_000,
        b'{"schema": "emonev/pictures/1", "files": {"a": [{"page": "1"}]}}', b" " * (LARGEST + 1),
    ],
)  # fmt: skip
def test_pictures_that_cannot_be_used_are_none(tmp_path: Path, content: bytes) -> None:
    result = tmp_path / "2024.json"
    assert load_pictures(result) is None
    place_of_pictures(result).write_bytes(content)
    assert load_pictures(result) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_in_the_place_of_pictures_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(place_of_pictures(tmp_path / "2024.json"))
    assert load_pictures(tmp_path / "2024.json") is None


@settings(max_examples=50)
@given(st.builds(Box, *[st.integers(-5, 2_000)] * 4), st.integers(1, 9), st.text(max_size=9))
def test_writing_then_reading_gives_the_same_pictures(box: Box, page: int, key: str) -> None:
    pictures = Pictures(files={SHA: (a_picture(page, (20, 20), {key: (box,)}),)}, left_out=page)
    assert msgspec.json.decode(pictures_json(pictures), type=Pictures) == pictures


def _proofs(assessment: Assessment) -> list[Proof]:
    return [
        proof
        for criterion in assessment.criteria()
        for finding in criterion.findings
        for proof in finding.proofs
    ]
