"""Workbooks opened by a spreadsheet that is not the one they were written for."""

import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from emonev.model.assessment import Assessment
from emonev.model.finding import Outcome
from emonev.model.text import Text
from emonev.plan import Request, make_plan
from emonev.render.json_file import as_json, to_json
from emonev.render.plan_sheet import plan_workbook
from emonev.render.plan_view import prepare_plan
from emonev.render.result_sheet import result_workbook
from emonev.render.signs import visible, visible_lines
from tests.builders import (
    a_criterion_result,
    a_finding,
    a_stage_result,
    an_assessment,
    an_evidence_result,
    an_indicator_result,
)
from tests.render.libreoffice import Cell, Sheets, converted, sheets_of
from tests.render.rich import a_rich_assessment
from tests.render.worst import a_worst_assessment

pytestmark = pytest.mark.browser

FORMULAS = (
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1;2)", "\t=1+1", "  =1+1", "\r=1", "＝1+1",
    '=HYPERLINK("http://contoh.example","klik")', "_x0041_", "0123", "1e5", "2024-09-27", "#REF!",
)  # fmt: skip
LONG = "kata " * 8_000
CONTROLS = "a\x00b\x07c\x1b[31md\x0be\x7ff\u202eg\ufffeh"
A4_ACROSS = (842, 595)


def a_hostile_assessment() -> Assessment:
    """Return an assessment whose every word a spreadsheet might take for something else."""
    words = (*FORMULAS, LONG, CONTROLS)
    criteria = [
        a_criterion_result(
            f"A-{number:02}",
            Outcome.NOT_MET,
            text=Text(text, text),
            remedy=Text(text, text),
            findings=(a_finding(Outcome.NOT_MET, message=Text(text, text)),),
            evidence=(text,),
        )
        for number, text in enumerate(words, start=1)
    ]
    return an_assessment(
        a_stage_result(an_indicator_result(*criteria, title=Text("=A1", "=A1"))),
        evidence=tuple(an_evidence_result(text, title=text) for text in words),
    )


BODIES = {
    "rich": a_rich_assessment(),
    "hostile": a_hostile_assessment(),
    "worst": a_worst_assessment(),
}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sheets]:
    """Return every workbook as LibreOffice read it."""
    books = {name: result_workbook(body, "id") for name, body in BODIES.items()}
    books |= {f"plan-{name}": _plan_book(body) for name, body in BODIES.items() if name != "worst"}
    folder = tmp_path_factory.mktemp("buku")
    return {name: sheets_of(path) for name, path in converted(books, "fods", folder).items()}


def test_every_criterion_is_read_with_its_question_answer_and_points(
    read: dict[str, Sheets],
) -> None:
    sheets = read["rich"]
    for indicator in _indicators("rich"):
        head, *rows = sheets[indicator["title"]["id"]]
        assert [cell.text for cell in head][:3] == ["No", "Pertanyaan", "Jawaban"]
        for criterion, row in zip(indicator["criteria"], rows, strict=True):
            assert (row[0].text, row[1].text) == (criterion["id"], criterion["text"]["id"])
            assert row[2].text == _answer(criterion.get("claim"))
            files = list(map(visible, criterion.get("evidence", [])))
            assert row[3].text.split("\n")[: len(files)] == files
            points, full = criterion["points"], criterion["full"]
            expected = [points["earned"], points["pending"], full]
            assert [cell.number for cell in row[7:10]] == pytest.approx(
                list(map(_number, expected))
            )
            assert [cell.text for cell in row[7:10]] == [f"{_number(x):.2f}" for x in expected]


def test_the_totals_are_read_as_they_are_printed(read: dict[str, Sheets]) -> None:
    said = {row[0].text: row for row in read["rich"]["Ringkasan"] if row}
    saved = _saved("rich")
    for name, total in (("Nilai akhir", "total"), ("Didukung bukti", "supported")):
        low, high = (saved[total][end].replace(".", ",") for end in ("low", "high"))
        printed = low if low == high else f"{low}–{high}"
        assert said[name][1].text.startswith(printed)
        assert saved[total]["qualification"]["label"]["id"] in said[name][1].text
    for stage in saved["stages"]:
        earned = _number(stage["points"]["earned"])
        assert said[stage["title"]["id"]][2].number == pytest.approx(earned)
    assert sum(cell.number or 0 for cell in said["Jumlah"][2:5]) == pytest.approx(100)


def test_evidence_and_actions_are_read_whole(read: dict[str, Sheets]) -> None:
    files = read["rich"]["Daftar bukti"][1:]
    saved = sorted(_saved("rich")["evidence"], key=lambda file: str(file["path"]))
    assert [row[4].text for row in files] == [file["sha256"] for file in saved]
    assert len({row[0].text for row in files}) == len(saved)
    actions = read["rich"]["Rencana perbaikan"][1:]
    lost = {
        c["id"]: _number(c["points"]["lost"]) + _number(c["points"]["pending"])
        for indicator in _indicators("rich")
        for c in indicator["criteria"]
    }
    costly = {id_: cost for id_, cost in lost.items() if cost}
    assert {row[1].text: row[5].number for row in actions} == pytest.approx(costly)


def test_the_plan_is_read_with_its_steps_days_and_points(read: dict[str, Sheets]) -> None:
    (sheet,) = read["plan-rich"].values()
    plan = json.loads(as_json(make_plan(a_rich_assessment(), Request(target="informatif"))))
    assert plan["steps"]
    for step, row in zip(plan["steps"], sheet[4:], strict=True):
        assert (row[1].text, row[2].text) == (step["id"], step["text"]["id"])
        assert row[4].number == pytest.approx(_number(step["effort"]))
        assert row[6].number == pytest.approx(_number(step["total"]))


@pytest.mark.parametrize("book", ["rich", "hostile", "worst", "plan-rich", "plan-hostile"])
def test_no_cell_is_a_formula_and_no_word_is_a_number(read: dict[str, Sheets], book: str) -> None:
    for sheet in read[book].values():
        for cell in (cell for row in sheet for cell in row):
            assert cell.formula == ""
            if cell.number is not None:
                assert cell.text.replace(".", "").replace(",", "").lstrip("-").isdigit(), cell


def test_foreign_words_are_read_letter_by_letter(read: dict[str, Sheets]) -> None:
    rows = read["hostile"]["=A1"][1:]
    questions = {row[0].text: row[1] for row in rows}
    for number, text in enumerate(FORMULAS, start=1):
        cell = questions[f"A-{number:02}"]
        assert cell.number is None
        assert cell.text.split() == visible_lines(text).split()


def test_a_text_longer_than_a_cell_is_cut_and_says_so(read: dict[str, Sheets]) -> None:
    cell = _question(read, len(FORMULAS) + 1)
    assert len(cell.text) == 32_000
    assert cell.text.endswith("…")
    assert LONG.startswith(cell.text[:-1])


def test_control_characters_are_shown_and_hold_nothing_up(read: dict[str, Sheets]) -> None:
    number = len(FORMULAS) + 2
    assert _question(read, number).text == visible_lines(CONTROLS).replace("\ufffe", "\ufffd")
    assert visible_lines(CONTROLS) != CONTROLS


def test_sheets_print_across_a4_with_their_heads_on_every_page(tmp_path: Path) -> None:
    books = {
        "hasil": result_workbook(a_worst_assessment(), "id"),
        "rencana": _plan_book(BODIES["rich"]),
    }
    printed = converted(books, "pdf", tmp_path)
    heads = {"hasil": ("Indikator", "Pertanyaan", "Berkas"), "rencana": ("Kriteria",)}
    for name, path in printed.items():
        with pypdfium2.PdfDocument(path) as document:
            for page in document:
                assert tuple(round(side) for side in page.get_size()) == A4_ACROSS
                text = page.get_textpage().get_text_bounded()
                assert any(head in text for head in heads[name]), text[:200]


def _plan_book(body: Assessment) -> bytes:
    return plan_workbook(prepare_plan(make_plan(body, Request(target="informatif")), "id"))


def _question(read: dict[str, Sheets], number: int) -> Cell:
    rows = read["hostile"]["=A1"]
    return next(row[1] for row in rows if row[0].text == f"A-{number:02}")


def _saved(name: str) -> dict[str, Any]:
    saved: dict[str, Any] = json.loads(to_json(BODIES[name]))
    return saved


def _indicators(name: str) -> list[dict[str, Any]]:
    return [i for stage in _saved(name)["stages"] for i in stage.get("indicators", ())]


def _answer(claim: str | None) -> str:
    if claim is None:
        return ""
    return {"1": "ya", "0": "tidak"}.get(claim, f"sebagian ({_number(claim):.0%})")


def _number(exact: str) -> float:
    first, _, second = exact.partition("/")
    return float(first) / float(second or 1)
