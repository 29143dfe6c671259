"""From rows of cells to a table: which row is the header, and how many rows of data follow it."""

import re
from collections.abc import Sequence
from itertools import islice

from emonev.model.facts import Table

Row = Sequence[str]

_LOOKED_AT = 40  # rows in which a header is looked for
_CELL = 200  # characters kept of a header cell
_COLUMNS = 256  # header cells kept
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"[\s\d.,%()/:+\-]*(?:Rp)?[\s\d.,%()/:+\-]*\d[\s\d.,%()/:+\-]*")
_RUNNING_NUMBER = re.compile(r"\(?\d{1,5}(?:\.0)?[.)]{0,2}")


def table_of(
    rows: Sequence[Row], *, name: str = "", page: int | None = None, hidden: bool = False
) -> Table | None:
    """Return the table that the rows make, or None where there is nothing in them."""
    filled = [row for row in rows if "".join(row).strip()]
    if not filled:
        return None
    at = _header_index(filled)
    header, below = ((), filled) if at is None else _header(filled, at)
    numbered = [row for row in below if _RUNNING_NUMBER.fullmatch(_first(row))]
    unfilled = sum(map(_is_alone, numbered))
    return Table(
        name=name[:_CELL],
        header=header,
        rows=len(below) - unfilled,
        columns=_width(filled),
        page=page,
        hidden=hidden,
        numbered=len(numbered) - unfilled,
    )


def header_index(rows: Sequence[Row]) -> int | None:
    """Return where the header begins among rows that may be empty, or None where there is none."""
    filled_places = (index for index, row in enumerate(rows) if "".join(row).strip())
    places = list(islice(filled_places, _LOOKED_AT))
    filled = [rows[index] for index in places]
    found = _header_index(filled)
    if found is None:
        return None
    return places[found - 1 if found and _begins_above(filled[found - 1], filled[found]) else found]


def _header_index(filled: Sequence[Row]) -> int | None:
    """Return where the header is: the first row that is about as wide as the table, all in words.

    Titles stand above it in one or two cells; rows of data hold numbers, or come later.
    """
    top = filled[:_LOOKED_AT]
    counts = [_count(row) for row in top]
    widest = max(counts, default=0)
    for index, (row, count) in enumerate(zip(top, counts, strict=True)):
        if count >= max(1 if widest == 1 else 2, -(-widest * 3 // 5)):
            return index if _in_words(row) else None
    return None


def _header(filled: Sequence[Row], at: int) -> tuple[tuple[str, ...], Sequence[Row]]:
    """Return the header's cells and the rows below it: a second header row is joined to the first."""
    cells, below = _cells(filled[at]), filled[at + 1 :]
    if at and _begins_above(filled[at - 1], filled[at]):
        cells = _joined(_cells(filled[at - 1]), cells)
    elif len(below) > 1 and _continues(filled[at], below[0], below[1]):
        cells, below = _joined(cells, _cells(below[0])), below[1:]
    if below and _numbers_columns(below[0]):
        below = below[1:]
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells, below


def _begins_above(upper: Row, header: Row) -> bool:
    """Say whether the header's first cells are merged with those of the row above it."""
    first = next(index for index, cell in enumerate(upper) if cell.strip())
    empty = first >= len(header) or not header[first].strip()
    return empty and _count(upper) > 1 and _in_words(upper)


def _continues(header: Row, second: Row, third: Row) -> bool:
    """Say whether the second row names parts of the header's merged cells.

    Then it is empty below the header's first cell, where data begins again in the third row, and
    filled where the merged cells of the header are empty.
    """
    first = next(index for index, cell in enumerate(header) if cell.strip())
    begins = first >= len(third) or bool(third[first].strip())
    empty_below = first >= len(second) or not second[first].strip()
    parts = any(
        cell.strip() and (index >= len(header) or not header[index].strip())
        for index, cell in enumerate(second)
    )
    return begins and empty_below and parts and _in_words(second, years_suffice=True)


def _joined(upper: tuple[str, ...], lower: tuple[str, ...]) -> tuple[str, ...]:
    """Return one header of two rows: a merged cell above goes before each of its parts."""
    merged: list[str] = []
    over = ""
    for index in range(max(len(upper), len(lower))):
        above = upper[index] if index < len(upper) else ""
        below = lower[index] if index < len(lower) else ""
        over = above or over
        merged.append(f"{over} {below}".strip() if below else above)
    return tuple(merged[:_COLUMNS])


def _numbers_columns(row: Row) -> bool:
    """Say whether the row only counts the columns: (1) (2) (3), as official tables do."""
    digits = [re.sub(r"\D", "", cell) for cell in row if cell.strip()]
    counted = [str(number) for number in range(1, len(digits) + 1)]
    return len(digits) > 1 and digits == counted and all(len(cell.strip()) < 6 for cell in row)


def _is_alone(row: Row) -> bool:
    """Say whether the row is prepared but not filled in: its running number and nothing else."""
    return len(row) > 1 and "".join(row).strip() == _first(row)


def _in_words(row: Row, *, years_suffice: bool = False) -> bool:
    cells = [cell.strip() for cell in row if cell.strip()]
    numbers = [cell for cell in cells if _NUMBER.fullmatch(cell)]
    years = [cell for cell in numbers if _YEAR.fullmatch(cell)]
    if ":" in cells:  # a form: what is asked, a colon, what is answered
        return False
    return len(numbers) == len(years) and (years_suffice or len(numbers) < len(cells))


def _cells(row: Row) -> tuple[str, ...]:
    return tuple(" ".join(cell.split())[:_CELL] for cell in row[:_COLUMNS])


def _first(row: Row) -> str:
    for cell in row:
        if stripped := cell.strip():
            return stripped
    return ""


def _count(row: Row) -> int:
    return len([cell for cell in row if cell and not cell.isspace()])


def _width(rows: Sequence[Row]) -> int:
    width = 0
    for row in rows:
        if len(row) > width and "".join(row[width:]).strip():
            width = max(at for at, cell in enumerate(row, start=1) if cell.strip())
    return width
