"""The tables of a web page, with cells that span columns and rows put where they are seen."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from emonev.evidence.readers.elements import whole
from emonev.evidence.readers.tables import table_of
from emonev.model.facts import Table

_TABLES = 200
_SPAN = 64  # columns or rows that one cell may claim


def tables_of(page: LexborHTMLParser, cells: int) -> tuple[Table, ...]:
    """Return the page's tables; one that holds other tables only arranges them and is left out."""
    tables: list[Table] = []
    for node in page.css("table")[:_TABLES]:
        if len(node.css("table")) > 1 or cells <= 0:  # the first one found is the table itself
            continue
        rows = list(_rows(node))
        cells -= sum(map(len, rows))
        table = table_of(rows, name=_caption(node), page=1)
        tables += [table] if table and table.columns > 1 else []
    return tuple(tables)


def _rows(table: LexborNode) -> Iterator[list[str]]:
    hanging: dict[int, int] = {}  # column -> rows that a cell from above still covers
    for row in table.css("tr"):
        cells: list[str] = []
        for cell in row.iter():
            if cell.tag not in {"td", "th"}:
                continue
            _skip_hanging(cells, hanging)
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            if down > 1:
                hanging |= {len(cells) + offset: down for offset in range(across)}
            cells += [cell.text(deep=True).strip()] + [""] * (across - 1)
        _skip_hanging(cells, hanging)
        hanging = {column: left - 1 for column, left in hanging.items() if left > 1}
        yield cells


def _skip_hanging(cells: list[str], hanging: dict[int, int]) -> None:
    """Leave out the places that cells of earlier rows reach down to."""
    while len(cells) in hanging and len(cells) < 4 * _SPAN:
        cells.append("")


def _span(cell: LexborNode, name: str) -> int:
    return min(max(whole(cell.attributes.get(name) or "", 1), 1), _SPAN)


def _caption(table: LexborNode) -> str:
    node = table.css_first("caption")
    return " ".join(node.text(deep=True).split()) if node else ""
