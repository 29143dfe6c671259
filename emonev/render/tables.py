"""Plain text for terminals: wrapped lines and tables that fit 80 columns, in any language."""

import textwrap
from collections.abc import Iterable, Sequence

WIDTH = 80


def wrapped(text: str, lead: str = "", hang: str | None = None) -> list[str]:
    """Return lines of at most 80 signs: `lead` before the first, `hang` (or blanks) before others."""
    blank = " " * len(lead) if hang is None else hang
    words = " ".join(text.split())
    return textwrap.wrap(
        words, WIDTH, initial_indent=lead, subsequent_indent=blank, break_on_hyphens=False
    ) or [lead.rstrip()]


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, wide: int = 0) -> list[str]:
    """Return a table whose column `wide` takes what the others leave; numbers stand right."""
    listed = [list(head), *map(list, rows)]
    widths = [max(len(row[column]) for row in listed) for column in range(len(head))]
    others = sum(width for column, width in enumerate(widths) if column != wide)
    widths[wide] = min(widths[wide], WIDTH - others - 2 * (len(head) - 1))
    return [line for row in listed for line in _lines(row, widths, wide)]


def _lines(row: Sequence[str], widths: Sequence[int], wide: int) -> list[str]:
    lead = row[wide][: len(row[wide]) - len(row[wide].lstrip())]
    cells = textwrap.wrap(
        row[wide].strip(), widths[wide], initial_indent=lead, subsequent_indent=lead + "  "
    ) or [""]
    first = [
        (cells[0].ljust if column == wide else cell.rjust)(widths[column])
        for column, cell in enumerate(row)
    ]
    before = " " * sum(width + 2 for width in widths[:wide])
    return ["  ".join(first).rstrip(), *(f"{before}{cell}".rstrip() for cell in cells[1:])]
