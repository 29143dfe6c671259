"""Tables as text (.csv): separator and encoding are found out, the first rows say what it is."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from emonev.evidence.limits import Limits
from emonev.evidence.readers import problems
from emonev.evidence.readers.lines import one_line
from emonev.evidence.readers.pages import Pages
from emonev.evidence.readers.plain_text import text_of
from emonev.evidence.readers.tables import header_index, table_of
from emonev.evidence.reading import Line, Reading

_SEPARATORS = ";,\t|"
_SAMPLE = 50  # lines that the separator is told from


def read(path: Path, limits: Limits) -> Reading:
    """Return the table, and its rows as text with tabs between the cells."""
    text = text_of(path, limits)
    rows, cut = _rows(text, limits.cells)
    pages = Pages(limits)
    for row in rows:
        pages.add("\t".join(row).rstrip("\t"))
    pages.finish()
    table = table_of(rows, page=1)
    if table is None:
        raise problems.cannot("empty", problems.EMPTY_DOCUMENT)
    above = rows[: header_index(rows) or 0]
    titles = [one_line(" ".join(row)) for row in above]
    notes = pages.notes()
    return Reading(
        format="csv",
        texts=pages.texts,
        pages=pages.pages,
        lines=tuple(Line(text=title, page=1) for title in titles if title),
        tables=(table,),
        notes=(*notes, problems.TRUNCATED) if cut and problems.TRUNCATED not in notes else notes,
    )


def rows_of(path: Path, limits: Limits) -> list[list[str]]:
    """Return the cells alone, up to the limit of cells."""
    return _rows(text_of(path, limits), limits.cells)[0]


def _rows(text: str, most: int) -> tuple[list[list[str]], bool]:
    """Return rows up to `most` cells, and whether some were left out."""
    # Python's own limit for one field (128 KiB) protects nothing here: the text is in memory.
    csv.field_size_limit(max(len(text), 1024))
    rows: list[list[str]] = []
    cells = 0
    for row in _parsed(text, _separator(text)):
        cells += len(row)
        if cells > most:
            return rows, True
        rows.append(row)
    return rows, False


def _parsed(text: str, separator: str) -> Iterator[list[str]]:
    lines = text.replace("\0", "").split("\n")
    if lines and lines[0].lower().startswith("sep="):  # Excel's own hint is no data
        del lines[0]
    yield from csv.reader((line + "\n" for line in lines), delimiter=separator)


def _separator(text: str) -> str:
    """Return the sign that cuts the most lines alike: a guess that also holds for one column."""
    lines = [line for line in islice(text[:100_000].split("\n"), _SAMPLE) if line.strip()]
    if lines and lines[0].lower().startswith("sep=") and len(lines[0]) == 5:
        return lines[0][4]
    return max(_SEPARATORS, key=lambda sign: _evenness(sign, lines))


def _evenness(separator: str, lines: list[str]) -> tuple[int, int]:
    counts = [_outside_quotes(line).count(separator) for line in lines]
    usual = max(set(counts), key=lambda count: (counts.count(count), count), default=0)
    return (counts.count(usual) if usual else 0, usual)


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
