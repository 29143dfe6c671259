"""The printed report, sheet by sheet as words and as pictures: nothing clipped, empty, lost or split."""

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from msgspec.structs import replace

from emonev.model.assessment import Assessment
from emonev.model.text import Language
from emonev.model.workspace import Body
from emonev.render.html import render_html
from emonev.render.public import for_the_public
from tests.builders import an_assessment
from tests.render.large import a_large_assessment
from tests.render.rich import a_rich_assessment
from tests.render.sheets import faults, heading_height, printed

pytestmark = pytest.mark.browser

TITLE = {"id": "Laporan Penilaian Mandiri 2024", "en": "Self-Assessment Report 2024"}
NAME = "Pemerintah Kabupaten Contoh"
RICH = a_rich_assessment()

BROKEN = {
    "a table wider than the sheet": (".evidence { width: 230mm }", "is shrunk"),
    "words that do not wrap": ("h4 { white-space: nowrap; width: 230mm }", "is shrunk"),
    "words moved off the sheet": (
        ".indicator dl { position: relative; left: 120mm }",
        "right margin|outside|no sheet",
    ),
    "words cut off": (".indicator dd { display: block; height: 2px; overflow: hidden }", "no sheet"),
    "an empty sheet": ("#peraturan { break-before: page; height: 560mm }", "is empty"),
    "heads that are not repeated": ("thead { display: table-row-group }", "lost its heads"),
    "rows that are split": (
        ".evidence tr { break-inside: auto } .evidence code { padding-top: 90mm }",
        "no sheet holds the whole row",
    ),
    "disclosures that stay shut": ("details::details-content { display: none }", "no sheet"),
    "sheets without a foot": ("@page { @bottom-left { content: none } }", "has the foot 1/"),
    "no margin": ("@page { margin: 0 }", "margin"),
    "another paper": ("@page { size: A5 }", "is not A4"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "assessment", "design", "language"),
    [
        ("full", RICH, "full", "id"),
        ("English", RICH, "full", "en"),
        ("summary", RICH, "summary", "id"),
        ("English summary", RICH, "summary", "en"),
        ("public", for_the_public(RICH), "full", "id"),
        ("of five pages of evidence", a_large_assessment(70), "full", "en"),
        ("large", a_large_assessment(301), "full", "id"),
    ],
)
def test_every_sheet_is_whole(
    tmp_path: Path, name: str, assessment: Assessment, design: str, language: Language
) -> None:
    page = render_html(assessment, language, design=design)
    sheets = printed(page, tmp_path)
    assert faults(sheets, page, f"{NAME} · {TITLE[language]}", _height(design)) == [], name
    if design == "summary":
        assert len(sheets) == 1


@pytest.mark.parametrize(("style", "told"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_style_is_found_out(tmp_path: Path, style: str, told: str) -> None:
    page = render_html(a_large_assessment(40), "id")
    broken = re.sub("<meta http-equiv[^>]*>", "", page).replace("</style>", f"{style}</style>")
    found = faults(printed(broken, tmp_path), page, f"{NAME} · {TITLE['id']}", _height("full"))
    assert [fault for fault in found if re.search(told, fault)], found


@pytest.mark.parametrize("language", ["id", "en"])
def test_cover_and_summary_stand_on_the_first_sheet(tmp_path: Path, language: Language) -> None:
    first = printed(render_html(RICH, language), tmp_path)[0]
    asked = {
        "id": ("PemerintahKabupatenContoh", "Nilaiakhir", "Tigasuara", "Yangpalingmenahannilai",
               "Kriteriamenuruthasil", "perlutelaah"),
        "en": ("PemerintahKabupatenContoh", "Total", "Threevoices", "Whatholdsthescorebackmost",
               "Criteriabyoutcome", "needsreview"),
    }  # fmt: skip
    assert [words for words in asked[language] if words not in first.text] == []


@pytest.mark.parametrize(
    ("name", "foot"),
    [
        ('"; } body { display: none } /*', '"; } body { display: none } /*'),
        ("</style><script>alert(1)</script>", "</style><script>alert(1)</script>"),
        ("\\22 \\A x\u202e\n", r"\22 \A x\u202e\x0a"),
        ("W" * 10_000, "W" * 69 + "…"),
        ("Kabupaten “Ñandú” – (A_b)", "Kabupaten “Ñandú” – (A_b)"),
    ],
)
def test_a_hostile_name_at_the_foot_is_text(tmp_path: Path, name: str, foot: str) -> None:
    page = render_html(replace(an_assessment(), body=Body(name=name, category="opd")), "id")
    sheets = printed(page, tmp_path)
    feet = {sheet.foot.replace(f"{sheet.number}/{len(sheets)}", "") for sheet in sheets}
    assert feet == {f"{foot} · {TITLE['id']}".replace(" ", "")}


def test_an_outcome_can_be_told_without_colour(tmp_path: Path) -> None:
    sheets = printed(render_html(RICH, "id"), tmp_path)
    assert {sheet.picture.mode for sheet in sheets} == {"L"}
    whole = "".join(sheet.text for sheet in sheets)
    for word in ("terpenuhi", "sebagian", "belumterpenuhi", "tidakberlaku", "perlutelaah", "galat"):
        assert word in whole


@cache
def _height(design: str) -> float:
    """Return how high a heading is where nothing is so wide that the browser shrinks the page."""
    page = render_html(an_assessment(), "id", design=design)
    heading = re.sub(r"(?s)<body>.*</body>", "<body><h2>Hasil</h2></body>", page)
    with TemporaryDirectory() as folder:
        (sheet,) = printed(heading, Path(folder))
    return heading_height(sheet)
