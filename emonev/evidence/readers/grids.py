"""Tables of text documents while they are read: cells gather blocks, rows become lines of text."""

from msgspec import Struct, field

from emonev.evidence.readers.pages import Pages
from emonev.evidence.readers.tables import table_of
from emonev.model.facts import Table

_TABLES = 500
_LISTING = 3
_SPAN = 64  # columns that one cell may claim, as spanned or as repeated


class _Grid(Struct):
    """A table: finished rows, the row at hand and, in its last cell, its blocks."""

    name: str
    page: int
    rows: list[list[str]] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)
    spanned: int = 1
    repeated: int = 1


class Grids:
    """The tables being read, one inside the other; false while none is open.

    The rows of an outer table are added to the page, those of an inner one to its cell.
    """

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._open: list[_Grid] = []
        self.tables: list[Table] = []

    def __bool__(self) -> bool:
        return bool(self._open)

    @property
    def row_begins_page(self) -> bool:
        """Whether a page may be turned before the row at hand: it has text and is in no cell."""
        return len(self._open) == 1 and any(self._open[0].row)

    @property
    def row_lists(self) -> bool:
        """Whether the row at hand is one of a list: three cells or more, none of them a title."""
        return bool(self._open) and sum(1 for cell in self._open[-1].row if cell) >= _LISTING

    def open_table(self, name: str = "") -> None:
        self._open.append(_Grid(name, self._pages.number))

    def open_cell(self, *, repeated: int = 1) -> None:
        if self._open:
            grid = self._open[-1]
            grid.cell, grid.spanned, grid.repeated = [], 1, min(max(repeated, 1), _SPAN)

    def span(self, columns: int) -> None:
        """Let the cell at hand stretch over so many columns."""
        if self._open:
            self._open[-1].spanned = min(max(columns, 1), _SPAN)

    def add(self, block: str) -> None:
        """Add a paragraph to the cell at hand."""
        if block:
            self._open[-1].cell.append(block)

    def close_cell(self) -> None:
        if self._open:
            grid = self._open[-1]
            grid.row += ["\n".join(grid.cell)] * grid.repeated + [""] * (grid.spanned - 1)
            grid.cell = []

    def close_row(self) -> None:
        if not self._open:
            return
        grid = self._open[-1]
        text = "\t".join(cell for cell in grid.row if cell)
        if len(self._open) > 1:
            self._open[-2].cell.append(text)
        else:
            self._pages.add(text)
        if not grid.rows:
            grid.page = self._pages.number
        grid.rows.append(grid.row)
        grid.row = []

    def close_table(self) -> None:
        if not self._open:
            return
        grid = self._open.pop()
        table = table_of(grid.rows, name=grid.name, page=grid.page)
        if table and len(self.tables) < _TABLES:
            self.tables.append(table)
