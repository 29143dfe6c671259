"""The plan as a worksheet to be filled in: person, due date and note are left empty.

What the rubric or a result says is foreign: no cell of it may be read as a formula, in XLSX
(cells are written as text) or in CSV (a sign that begins a formula gets an apostrophe).
"""

import csv
import datetime
import io
from typing import TYPE_CHECKING

from emonev.render.plan_shown import PlanView, StepRow

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]  # ships no types
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # as above

_COLUMNS = (
    ("number", 5), ("criterion", 11), ("question", 44), ("remedy", 44), ("days", 7),
    ("points", 8), ("total", 9), ("band", 18), ("share", 13), ("notes", 30),
    ("person", 20), ("due", 13), ("note", 30),
)  # fmt: skip
_NUMBERS = {4: 0, 5: 1, 6: 2}  # columns of numbers, and their place in a row's exact numbers
_EMPTY = 3
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_FIRST_ROW = 4
# The same plan gives the same bytes on every day.
_MADE = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's dates know no zone


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
    # 40 ms, and only here.
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # ships no types

    content = io.BytesIO()
    book = Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": view.title, "subject": view.between, "created": _MADE})
    sheet = book.add_worksheet(view.said["title_none"][:31])
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 2, "bg_color": "#EEF2F6"})  # fmt: skip
    text = book.add_format({"text_wrap": True, "valign": "top", "bottom": 4})
    number = book.add_format({"num_format": "#,##0.00", "valign": "top", "bottom": 4})
    _above(sheet, view, book.add_format({"bold": True, "font_size": 14}))
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(_FIRST_ROW - 1, column, view.said[name], head)
    for row, step in enumerate(view.steps, _FIRST_ROW):
        _row(sheet, row, step, text, number)
    _set_up(sheet, len(view.steps))
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
    if cell.startswith(_BEGINS_A_FORMULA) and not _is_number(cell):
        return f"'{cell}"
    return cell


def _is_number(cell: str) -> bool:
    digits = cell.removeprefix("-").replace(".", "").replace(",", "")
    return digits.isascii() and digits.isdigit()


def _above(sheet: "Worksheet", view: PlanView, title: "Format") -> None:
    sheet.write_string(0, 0, view.title, title)
    sheet.write_string(1, 0, f"{view.between} · {view.size}")
    sheet.write_string(2, 0, " ".join(view.summary))


def _row(sheet: "Worksheet", row: int, step: StepRow, text: "Format", number: "Format") -> None:
    for column, cell in enumerate(_cells(step)):
        if column in _NUMBERS:
            # A cell holds a binary number; what counts is exact in the JSON.
            sheet.write_number(row, column, float(step.exact[_NUMBERS[column]]), number)
        elif column == 0:
            sheet.write_number(row, column, step.rank, text)
        else:
            sheet.write_string(row, column, cell, text)
    for column in range(len(_COLUMNS) - _EMPTY, len(_COLUMNS)):
        sheet.write_blank(row, column, None, text)


def _set_up(sheet: "Worksheet", rows: int) -> None:
    sheet.freeze_panes(_FIRST_ROW, 2)
    sheet.autofilter(_FIRST_ROW - 1, 0, max(_FIRST_ROW, _FIRST_ROW + rows - 1), len(_COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_FIRST_ROW - 1)
    sheet.set_footer("&L&F&R&P / &N")
