"""What all workbooks share: quiet type, rows as high as their words, A4 across, no cell a formula.

Excel makes rows as high as wrapped words need when it opens a file; LibreOffice does not, and
prints them over each other. So heights are written, estimated from the widths of columns.
"""

import datetime
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # ships no types
    from xlsxwriter.format import Format  # type: ignore[import-untyped]  # as above
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # as above

LONGEST = 32_000  # signs; a cell of XLSX holds 32,767
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")

_FONT = {"font_name": "Arial", "font_size": 10}  # or its like of the same widths, everywhere
_LINE, _AROUND, _HIGHEST = 12.75, 3.0, 409.0  # points; no row of Excel is higher
_PER_UNIT = 1.1  # signs of running text to a unit of a column's width
_CAPITAL = 1.3  # small letters
_NOT_IN_XML = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}  # Excel calls a file that holds them damaged
_MARGIN = 0.4  # inches
# The same content gives the same bytes on every day.
_MADE = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's dates know no zone


class Looks(Struct, frozen=True):
    """How cells look, in one book."""

    head: "Format"
    number_head: "Format"
    text: "Format"
    number: "Format"
    rank: "Format"
    strong: "Format"
    strong_number: "Format"
    title: "Format"
    plain: "Format"


def new_book(content: io.BytesIO, title: str) -> "Workbook":
    """Return a book that takes no word for a formula or an address."""
    from xlsxwriter import Workbook  # 40 ms, and only here

    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_format_properties": _FONT,
    }
    book = Workbook(content, options)
    book.set_properties({"title": as_cell(title)[:200], "created": _MADE})
    return book


def looks_of(book: "Workbook") -> Looks:
    cell = {**_FONT, "valign": "top", "bottom": 1, "bottom_color": "#D5D9D6"}
    head = {**_FONT, "valign": "bottom", "bold": True, "text_wrap": True, "bottom": 2, "bg_color": "#EEF2F6"}  # fmt: skip
    strong = {**cell, "bold": True, "bg_color": "#F6F8FA"}
    right = {"align": "right", "indent": 1}
    number = {"num_format": "#,##0.00", **right}
    return Looks(
        head=book.add_format(head),
        number_head=book.add_format({**head, **right}),
        text=book.add_format({**cell, "text_wrap": True}),
        number=book.add_format({**cell, **number}),
        rank=book.add_format({**cell, **right}),
        strong=book.add_format({**strong, "text_wrap": True}),
        strong_number=book.add_format({**strong, **number}),
        title=book.add_format({**_FONT, "bold": True, "font_size": 14}),
        plain=book.add_format({**_FONT, "valign": "top", "text_wrap": True}),
    )


def as_cell(text: str) -> str:
    """Return as much of a text as a cell holds; what is missing is marked."""
    text = text.translate(_NOT_IN_XML)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def harmless(cell: str) -> str:
    """Return a cell of CSV that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(BEGINS_A_FORMULA) else cell


def height_of(cells: Sequence[Any], widths: Sequence[int]) -> float:
    """Return how high a row must be, in points, for its texts to be read whole."""
    lines = max(
        (
            _lines(cell, width)
            for cell, width in zip(cells, widths, strict=False)
            if isinstance(cell, str)
        ),
        default=1,
    )
    return min(_HIGHEST, max(1, lines) * _LINE + _AROUND)


def set_up(sheet: "Worksheet", title: str, head: int, rows: int, columns: int, held: int) -> None:
    """Freeze and filter the head, which stands in row `head`, and print on A4 with it repeated.

    `held` is the number of columns that stay in sight.
    """
    sheet.freeze_panes(head + 1, held)
    sheet.autofilter(head, 0, max(head + 1, head + rows), columns - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(_MARGIN, _MARGIN, 2 * _MARGIN, 2 * _MARGIN)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.set_footer(f"&L{as_cell(title)[:80].replace('&', '&&')} · &A&R&P / &N")


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes in a column; a row's height has room for some thirty."""
    line = max(1, round(width * _PER_UNIT))
    return sum(_wrapped(part, line) for part in text[: 40 * width].split("\n"))


def _wrapped(part: str, line: int) -> int:
    lines, used = 1, 0
    for word in part.split(" "):
        length = round(len(word) * (_CAPITAL if word.isupper() else 1))
        if used and used + 1 + length > line:
            lines, used = lines + 1, length
        else:
            used += length + (1 if used else 0)
        over = max(0, used - 1) // line  # a word that is longer than a line
        lines, used = lines + over, used - over * line
    return lines
