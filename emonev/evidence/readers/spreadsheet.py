"""Workbooks (.xlsx, .xls, .ods): every sheet as a table and as a page of text.

Cells come from calamine, which may abort the process on absurd sheets: the supervisor contains
that. What can be told before (bombs, passwords, a cell gone astray) is told in words.
"""

import contextlib
import datetime
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from emonev.evidence.limits import Limits
from emonev.evidence.readers import problems
from emonev.evidence.readers.lines import one_line
from emonev.evidence.readers.opendocument import META, refuse_encrypted
from emonev.evidence.readers.package import Package
from emonev.evidence.readers.pages import Pages
from emonev.evidence.readers.tables import header_index, table_of
from emonev.evidence.readers.workbook_parts import Around, around_sheets, check_unpacking
from emonev.evidence.reading import Line, Reading
from emonev.model.facts import LinkSeen, Note, Table

_LINES_PER_SHEET = 20


def read(path: Path, limits: Limits) -> Reading:
    """Return the content of a workbook."""
    around = _look_around(path, limits)
    sheets = [(name, hidden, rows) for name, hidden, _, rows in _sheets(path, limits)]
    pages = Pages(limits)
    lines: list[Line] = []
    tables: list[Table] = []
    links: list[LinkSeen] = []
    for name, hidden, rows in sheets:
        drawn = around.sheets.get(name)
        number = pages.number
        lines += _lines(rows, number) if number <= limits.title_pages else ()
        table = table_of(rows, name=name, page=number, hidden=hidden)
        tables += [table] if table else []
        links += [LinkSeen(url, "", number) for url in (drawn.links if drawn else ())]
        _add_page(pages, rows, drawn.texts if drawn else ())
        if drawn and drawn.has_picture:
            pages.add_picture()
        pages.turn()
    if not pages.has_content:
        raise problems.cannot("empty", problems.EMPTY_DOCUMENT)
    return Reading(
        format=around.format,
        texts=pages.texts,
        pages=pages.pages,
        page_count=len(sheets),
        lines=tuple(lines),
        tables=tuple(tables),
        links=tuple(links),
        properties=around.properties,
        notes=_notes(pages, [name for name, hidden, _ in sheets if hidden], around),
    )


def cells_of(
    path: Path, limits: Limits
) -> Iterator[tuple[str, bool, tuple[int, int], list[list[str]]]]:
    """Yield name, hiddenness, the place of the first cell, and the rows of every sheet."""
    _look_around(path, limits)
    return _sheets(path, limits)


def _look_around(path: Path, limits: Limits) -> Around:
    if not zipfile.is_zipfile(path):
        return Around(format="xls")
    with Package(path, limits) as package:
        refuse_encrypted(package)
        check_unpacking(package, limits)
        if "content.xml" in package:
            # At markup that breaks off within a table, calamine would look for its end for ever.
            package.check_markup("content.xml")
            package.forget_unpacked()
            return Around(format="ods", properties=package.properties("meta.xml", META))
        return around_sheets(package, limits)


def _sheets(
    path: Path, limits: Limits
) -> Iterator[tuple[str, bool, tuple[int, int], list[list[str]]]]:
    """Yield name, hiddenness, first cell and rows of every sheet; charts have none."""
    import python_calamine as calamine  # 3 MB of machine code, and only workbooks need it

    left = limits.cells
    with _told_apart():
        workbook = calamine.load_workbook(str(path))
        for meta in workbook.sheets_metadata:
            if meta.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_name(meta.name)
            left -= sheet.height * sheet.width
            if left < 0:
                raise problems.too_many_cells(
                    meta.name, sheet.total_height, sheet.total_width, limits.cells
                )
            hidden = meta.visible != calamine.SheetVisibleEnum.Visible
            yield meta.name, hidden, sheet.start or (0, 0), _rows(sheet.to_python())


@contextlib.contextmanager
def _told_apart() -> Iterator[None]:
    """Make a problem of whatever calamine raises."""
    import python_calamine as calamine

    try:
        yield
    except calamine.PasswordError as error:
        raise problems.cannot("encrypted", problems.ENCRYPTED) from error
    except (calamine.CalamineError, UnicodeDecodeError, ValueError) as error:
        raise problems.cannot("damaged", problems.DAMAGED) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # its class cannot be imported
            raise problems.cannot("damaged", problems.DAMAGED) from error
        raise


def _rows(cells: Sequence[Sequence[Any]]) -> list[list[str]]:
    # Most cells are text, empty or a number: no call for those. Fifteen digits are what Excel
    # keeps; whole numbers then have no point. Adding 0.0 takes the sign off zero.
    return [
        [
            cell
            if cell.__class__ is str
            else f"{cell + 0.0:.15g}"
            if cell.__class__ is float
            else _shown(cell)
            for cell in row
        ]
        for row in cells
    ]


def _shown(value: Any) -> str:
    """Return a cell as a person reads it: dates day first."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return f"{value:%d-%m-%Y}" if midnight else f"{value:%d-%m-%Y %H:%M}"
    if isinstance(value, datetime.date):
        return f"{value:%d-%m-%Y}"
    return str(value)


def _lines(rows: Sequence[Sequence[str]], number: int) -> list[Line]:
    """Return what stands above the header: there a sheet says what it is."""
    header = header_index(rows)
    top = rows[: _LINES_PER_SHEET if header is None else header]
    texts = [one_line(" ".join(filter(None, row))) for row in top]
    return [Line(text=text, page=number) for text in texts if text][:_LINES_PER_SHEET]


def _add_page(pages: Pages, rows: Sequence[Sequence[str]], drawn: Sequence[str]) -> None:
    lines = ("\t".join(filter(None, row)) for row in rows)
    pages.add("\n".join(filter(None, lines)))
    for text in drawn:
        pages.add(text)


def _notes(pages: Pages, hidden: Sequence[str], around: Around) -> tuple[Note, ...]:
    notes = list(pages.notes())
    if hidden:
        notes.append(problems.hidden_sheets(hidden))
    if around.macros:
        notes.append(problems.MACROS)
    return tuple(notes)
