import csv
import io
import json
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # ships no types
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from emonev.model.text import Text
from emonev.render.json_file import to_json
from emonev.render.result_sheet import result_csv, result_workbook
from tests.builders import a_criterion_result, a_stage_result, an_assessment, an_indicator_result
from tests.render.large import a_large_assessment
from tests.render.rich import a_rich_assessment
from tests.render.worst import a_worst_assessment

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(1)")


def test_the_workbook_says_what_the_result_says() -> None:
    sheets = _read(result_workbook(a_rich_assessment(), "id"))
    saved = json.loads(to_json(a_rich_assessment()))
    said = {
        row[0]: row
        for name in ("Mengumumkan informasi publik", "Pelayanan informasi publik")
        for row in sheets[name][1:]
    }
    criteria = [c for s in saved["stages"] for i in s.get("indicators", ()) for c in i["criteria"]]
    assert list(said) == [criterion["id"] for criterion in criteria]
    for criterion in criteria:
        row = said[criterion["id"]]
        assert row[1] == criterion["text"]["id"]
        assert row[7] == pytest.approx(_number(criterion["points"]["earned"]))
        assert row[8] == pytest.approx(_number(criterion["points"]["pending"]))
        assert row[9] == pytest.approx(_number(criterion["full"]))


def test_the_points_of_the_sheets_add_up_to_the_total() -> None:
    sheets = _read(result_workbook(a_rich_assessment(), "id"))
    *_, whole = sheets["Ringkasan"]
    assert sum(whole[2:5]) == pytest.approx(100)


def test_heads_are_frozen_filtered_and_repeated_on_paper() -> None:
    book = openpyxl.load_workbook(io.BytesIO(result_workbook(a_rich_assessment(), "id")))
    assert book.sheetnames == [
        "Ringkasan",
        "Mengumumkan informasi publik",
        "Pelayanan informasi publik",
        "Rencana perbaikan",
        "Daftar bukti",
    ]
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"


def test_the_action_plan_stands_worst_first() -> None:
    plan = _read(result_workbook(a_rich_assessment(), "id"))["Rencana perbaikan"]
    assert [row[1] for row in plan[1:]] == ["JEN-03", "PEL-01", "PEL-03", "JEN-02"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_word_of_a_result_is_a_formula(formula: str) -> None:
    pair = Text(formula, formula)
    criterion = a_criterion_result(formula, text=pair, answer_note=formula)
    given = an_assessment(a_stage_result(an_indicator_result(criterion, title=pair)))
    book = openpyxl.load_workbook(io.BytesIO(result_workbook(given, "id")))
    assert not [c for sheet in book for row in sheet for c in row if c.data_type == "f"]
    for row in _rows(result_csv(given, "id"))[1:]:
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]


@settings(max_examples=30)
@given(st.text(st.characters(), min_size=1))
def test_hostile_titles_still_make_a_workbook(text: str) -> None:
    pair = Text(text, text)
    indicators = (an_indicator_result(a_criterion_result(f"A-{n}"), title=pair) for n in range(3))
    book = CalamineWorkbook.from_filelike(
        io.BytesIO(result_workbook(an_assessment(a_stage_result(*indicators)), "id"))
    )
    assert len(book.sheet_names) == len({name.casefold() for name in book.sheet_names}) == 6


def test_endless_words_fit_their_cells() -> None:
    assert _read(result_workbook(a_worst_assessment(), "en"))


def test_csv_has_a_row_for_every_criterion() -> None:
    rows = _rows(result_csv(a_large_assessment(120), "id"))
    assert rows[0][:4] == ["Indikator", "No", "Pertanyaan", "Jawaban"]
    assert len(rows) == 121
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("draw", [result_workbook, result_csv])
def test_the_same_result_gives_the_same_bytes(draw: Any) -> None:
    assert draw(a_rich_assessment(), "id") == draw(a_rich_assessment(), "id")


def _read(content: bytes) -> dict[str, list[Any]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def _rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def _number(exact: str) -> float:
    first, _, second = exact.partition("/")
    return float(first) / float(second or 1)
