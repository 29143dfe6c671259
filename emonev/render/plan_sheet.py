"""The plan as a worksheet to be filled in: person, due date and note are left empty.

What the rubric or a result says is foreign: no cell of it may be read as a formula, in XLSX
(cells are written as text) or in CSV (a sign that begins a formula gets an apostrophe).
"""

import csv
import io
from typing import TYPE_CHECKING

from emonev.render.plan_shown import PlanView, StepRow
from emonev.render.workbook import (
    BEGINS_A_FORMULA,
    Looks,
    as_cell,
    height_of,
    looks_of,
    new_book,
    set_up,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # ships no types

_COLUMNS = (
    ("number", 6), ("criterion", 10), ("question", 36), ("remedy", 38), ("days", 7),
    ("points", 8), ("total", 9), ("band", 14), ("share", 13), ("notes", 24),
    ("person", 18), ("due", 11), ("note", 20),
)  # fmt: skip
_NUMBERS = {4: 0, 5: 1, 6: 2}  # columns of numbers, and their place in a row's exact numbers
_EMPTY = 3
_FIRST_ROW = 4


def plan_csv(view: PlanView) -> bytes:
    """Return the steps as CSV with a BOM, its cells parted as the language's Excel expects."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter="," if view.language == "en" else ";")
    writer.writerow([view.said[name] for name, _ in _COLUMNS])
    for step in view.steps:
        writer.writerow([*(_harmless(cell) for cell in _cells(step)), *[""] * _EMPTY])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def plan_workbook(view: PlanView) -> bytes:
    """Return the steps as a workbook: head frozen, printed on A4 across with the head repeated."""
    content = io.BytesIO()
    book = new_book(content, view.title)
    looks = looks_of(book)
    sheet = book.add_worksheet(view.said["title_none"][:31])
    _above(sheet, view, looks)
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        head = looks.number_head if column in _NUMBERS else looks.head
        sheet.write_string(_FIRST_ROW - 1, column, view.said[name], head)
    for row, step in enumerate(view.steps, _FIRST_ROW):
        _row(sheet, row, step, looks)
    set_up(sheet, view.title, _FIRST_ROW - 1, len(view.steps), len(_COLUMNS), held=2)
    book.close()
    return content.getvalue()


def _cells(step: StepRow) -> list[str]:
    notes = "; ".join((*((step.crosses,) if step.crosses else ()), *step.notes))
    return [
        f"{step.rank}", step.id, step.question, step.remedy, step.days, step.gain, step.total,
        step.band, step.share, notes,
    ]  # fmt: skip


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; numbers keep their sign."""
    if cell.startswith(BEGINS_A_FORMULA) and not _is_number(cell):
        return f"'{cell}"
    return cell


def _is_number(cell: str) -> bool:
    digits = cell.removeprefix("-").replace(".", "").replace(",", "")
    return digits.isascii() and digits.isdigit()


def _above(sheet: "Worksheet", view: PlanView, looks: Looks) -> None:
    """Write what the plan is about over the whole width of its columns."""
    sheet.write_string(0, 0, view.title, looks.title)
    sheet.write_string(1, 0, f"{view.between} · {view.size}")
    summary = as_cell(" ".join(view.summary))
    sheet.merge_range(2, 0, 2, len(_COLUMNS) - 1, "", looks.plain)
    sheet.write_string(2, 0, summary, looks.plain)
    sheet.set_row(2, height_of([summary], [sum(width for _, width in _COLUMNS)]))


def _row(sheet: "Worksheet", row: int, step: StepRow, looks: Looks) -> None:
    cells = [as_cell(cell) for cell in _cells(step)]
    sheet.set_row(row, height_of(cells, [width for _, width in _COLUMNS]))
    for column, cell in enumerate(cells):
        if column in _NUMBERS:
            # A cell holds a binary number; what counts is exact in the JSON.
            sheet.write_number(row, column, float(step.exact[_NUMBERS[column]]), looks.number)
        elif column == 0:
            sheet.write_number(row, column, step.rank, looks.rank)
        else:
            sheet.write_string(row, column, cell, looks.text)
    for column in range(len(_COLUMNS) - _EMPTY, len(_COLUMNS)):
        sheet.write_blank(row, column, None, looks.text)
