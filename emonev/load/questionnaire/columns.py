"""Where a questionnaire's table begins, and what each of its columns holds.

The words of the header decide; where they fail, what stands in the column.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from msgspec import Struct

from emonev.load.questionnaire.cells import plain
from emonev.load.questionnaire.points import is_points, number_of, options_of
from emonev.normalise import normalise

Row = Sequence[str]

LOOKED_AT = 60  # rows in which a header is looked for
LONGEST_HEAD = 60  # a longer cell is a question and no header
_SAMPLE = 200  # rows by which a column without a telling header is judged

# The first that fits wins, so the narrower one stands before the wider.
_ROLES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (role, re.compile(rf"\b(?:{words})\b"))
    for role, words in (
        ("weight", r"bobot|(?:nilai|skor|poin) (?:maksimal|maksimum|maks|penuh)"),
        ("group", r"sub ?(?:kategori|indikator|aspek|komponen)(?: ?\d)?|kelompok|sub unsur"),
        ("law", r"dasar hukum|regulasi|pasal|landasan hukum"),
        (
            "evidence",
            r"bukti|data dukung|data pendukung|dokumen pendukung|eviden|evidence|lampiran",
        ),
        ("question", r"pertanyaan|pernyataan|kuesioner|kuisioner"),
        ("note", r"keterangan|catatan|penjelasan|petunjuk"),
        ("points", r"nilai|poin|point|points|skor|score|penilaian"),
        ("options", r"pilihan|jawaban|opsi|tersedia"),
        ("indicator", r"indikator|kategori|aspek|komponen|variabel|unsur"),
        ("question", r"uraian|kriteria|butir|parameter|item|kegiatan"),
        ("number", r"no|nomor|no urut|kode|id"),
    )
)
_GRADE = re.compile(r"[a-e]|ya|tidak|sesuai|hampir|cukup|kurang")


class Columns(Struct, frozen=True, kw_only=True):
    """The column of each part; None where there is none. `grades` are (column, label)."""

    question: int
    number: int | None = None
    indicator: int | None = None
    groups: tuple[int, ...] = ()
    options: int | None = None
    points: int | None = None
    weight: int | None = None
    evidence: int | None = None
    note: int | None = None
    law: int | None = None
    grades: tuple[tuple[int, str], ...] = ()

    @property
    def known(self) -> set[int]:
        """Every column that has a part."""
        parts = (getattr(self, part) for part in self.__struct_fields__)
        single = {part for part in parts if isinstance(part, int)}
        return single.union(self.groups, (column for column, _ in self.grades))


class Header(Struct, frozen=True):
    """A header: its first row, the first row below it, and its columns."""

    first: int
    below: int
    columns: Columns


def header_at(rows: Sequence[Row], at: int) -> Header | None:
    """Return the header that begins in this row, or None where it is none."""
    heads = [normalise(plain(cell)) for cell in rows[at]]
    roles = {role for role in map(_role, heads) if role}
    if len(roles) < 2 or not roles & {"question", "evidence", "weight", "points"}:
        return None
    if any(head.isdecimal() for head in heads):  # a row of the table that uses the same words
        return None
    below = at + 1
    while below < len(rows) and (_numbers_columns(rows[below]) or _continues(heads, rows[below])):
        if not _numbers_columns(rows[below]):
            heads = _joined(heads, [normalise(plain(cell)) for cell in rows[below]])
        below += 1
    columns = _columns(heads, rows[below : below + _SAMPLE])
    return Header(at, below, columns) if columns else None


def find_header(rows: Sequence[Row]) -> Header | None:
    """Return the first header, or columns by their content alone, or None for a sheet of prose."""
    for at in range(min(len(rows), LOOKED_AT)):
        found = header_at(rows, at)
        if found is not None:
            return found
    columns = _columns([], rows[:_SAMPLE])
    has_points = columns is not None and (columns.weight is not None or columns.points is not None)
    return Header(0, 0, columns) if columns and has_points else None


def unused_columns(header: Header, rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """Yield the columns with a heading and content that have no part, each with its heading."""
    if not header.below:
        return
    known, below = header.columns.known, rows[header.below :]
    for column, cell in enumerate(rows[header.first]):
        head = plain(cell)
        if head and column not in known and any(_cell(row, column) for row in below):
            yield column, head


def _role(head: str) -> str:
    if not head or len(head) > LONGEST_HEAD:
        return ""
    return next((role for role, words in _ROLES if words.search(head)), "")


def _numbers_columns(row: Row) -> bool:
    """Tell whether a row only counts the columns: (1) (2) (3), as official tables do."""
    cells = [re.sub(r"\W", "", cell) for cell in row if cell.strip()]
    return len(cells) > 2 and cells == [str(number) for number in range(1, len(cells) + 1)]


def _continues(heads: Sequence[str], row: Row) -> bool:
    """Tell whether a row names parts of merged header cells: short words, none below the first."""
    cells = [normalise(plain(cell)) for cell in row]
    filled = [cell for cell in cells if cell]
    first = next((index for index, head in enumerate(heads) if head), 0)
    below_first = cells[first] if first < len(cells) else ""
    if len(filled) < 2 or below_first or max(map(len, filled)) > 25:
        return False
    if any(_role(head) == "question" and cell for head, cell in zip(heads, cells, strict=False)):
        return False  # a question's cell is not parted; this one holds a question
    return any(_GRADE.fullmatch(cell) or _role(cell) for cell in filled)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    size = max(len(upper), len(lower))
    above, below = ([*heads, *[""] * (size - len(heads))] for heads in (upper, lower))
    return [second or first for first, second in zip(above, below, strict=True)]


def _columns(heads: Sequence[str], rows: Sequence[Row]) -> Columns | None:
    found: dict[str, int] = {}
    groups, grades = [], []
    for index, head in enumerate(heads):
        role = _role(head)
        if role == "group":
            groups.append(index)
        elif _GRADE.fullmatch(head):
            grades.append((index, head))
        elif role and role not in found:
            found[role] = index
    if grades and not any(is_points(_cell(row, index)) for index, _ in grades for row in rows):
        grades = []  # boxes to tick
    grades = grades or _graded(heads, found, rows)
    taken = {*found.values(), *groups, *(index for index, _ in grades)}
    _add_by_content(found, taken, rows, may_guess_points=not grades)
    if "question" not in found:
        return None
    return Columns(groups=tuple(groups), grades=tuple(grades), **found)


def _graded(
    heads: Sequence[str], found: dict[str, int], rows: Sequence[Row]
) -> list[tuple[int, str]]:
    """Return the columns of options that bear names of their own: "Sangat baik", "Baik", …

    Their numbers fall from left to right, or rise, in nearly every row.
    """
    free = [(i, h) for i, h in enumerate(heads) if h and not _role(h) and i not in found.values()]
    numeric = [(i, h) for i, h in free if _most([_cell(r, i) for r in rows], _is_number_or_none)]
    for size in range(len(numeric), 1, -1):
        for first in range(len(numeric) - size + 1):
            some = numeric[first : first + size]
            if _fall_together([index for index, _ in some], rows):
                return some
    return []


def _fall_together(columns: Sequence[int], rows: Sequence[Row]) -> bool:
    filled = [row for row in rows if any(_cell(row, column) for column in columns)]
    falling = [row for row in filled if _falls([number_of(_cell(row, c)) for c in columns])]
    return len(falling) * 10 >= len(filled) * 9 > 0


def _is_number_or_none(cell: str) -> bool:
    return not cell or number_of(cell) is not None


def _falls(numbers: Sequence[Fraction | None]) -> bool:
    """Tell whether numbers fall or rise throughout."""
    known = [number for number in numbers if number is not None]
    steps = [later - earlier for earlier, later in pairwise(known)]
    return bool(steps) and (all(step < 0 for step in steps) or all(step > 0 for step in steps))


def _add_by_content(
    found: dict[str, int], taken: set[int], rows: Sequence[Row], *, may_guess_points: bool
) -> None:
    """Find the columns that no header names by what stands in them."""
    free = [index for index in range(max(map(len, rows), default=0)) if index not in taken]
    for role, index in _by_content(free, rows, may_guess_points=may_guess_points):
        if role not in found and index not in found.values():
            found[role] = index


def _by_content(
    free: Sequence[int], rows: Sequence[Row], *, may_guess_points: bool
) -> Iterator[tuple[str, int]]:
    texts = {index: [_cell(row, index) for row in rows] for index in free}
    filled = {index: [text for text in cells if text] for index, cells in texts.items()}
    wordy = sorted(
        (index for index in free if filled[index] and _mean(filled[index]) > 15),
        key=lambda index: -sum(map(len, filled[index])),
    )
    for role, index in zip(("question", "evidence"), sorted(wordy[:2]), strict=False):
        yield role, index
    if may_guess_points:
        for index in free:
            if _most(filled[index], lambda cell: bool(options_of(cell))):
                yield "points", index
    for index in free:
        if _is_running(filled[index]):
            yield "number", index
        elif _most(filled[index], lambda cell: number_of(cell) is not None):
            yield "weight", index


def _cell(row: Row, index: int) -> str:
    return row[index].strip() if index < len(row) else ""


def _mean(texts: Sequence[str]) -> float:
    return sum(map(len, texts)) / len(texts)


def _most(cells: Sequence[str], holds: Callable[[str], bool]) -> bool:
    return len(cells) > 1 and sum(map(bool, map(holds, cells))) * 10 >= len(cells) * 7


def _is_running(cells: Sequence[str]) -> bool:
    """Tell whether a column counts its rows; it may begin again for each part."""
    numbers = [int(cell.rstrip(".)")) for cell in cells if cell.rstrip(".)").isdecimal()]
    steps = sum(b == a + 1 for a, b in pairwise(numbers))
    return len(numbers) > 2 and steps * 10 >= (len(numbers) - 1) * 7
