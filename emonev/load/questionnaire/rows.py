"""The rows below a header: headings, questions, parts of questions, options, sums, and what is unclear."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from emonev.language import say
from emonev.load.faults import shown
from emonev.load.questionnaire.cells import is_letter, marker_of, plain
from emonev.load.questionnaire.columns import LONGEST_HEAD, Header, Row, find_header, header_at
from emonev.load.questionnaire.points import (
    Option,
    best_first,
    is_spoiled_date,
    looks_like_points,
    number_of,
    options_of,
)
from emonev.model.grid import Sheet
from emonev.model.text import Text
from emonev.normalise import normalise


class Doubt(Struct, frozen=True, order=True):
    """Something that could not be understood, with its cell ("Sarana!B12") or sheet."""

    place: str
    slug: str
    message: Text


class Asked(Struct, frozen=True, kw_only=True):
    """One question as the sheet asks it. `weight` is over 0; `options` stand best first."""

    place: str
    number: str
    question: str
    weight: Fraction
    options: tuple[Option, ...] = ()
    indicator: str = ""
    headings: tuple[str, ...] = ()
    evidence: str = ""
    note: str = ""
    law: str = ""


class SheetRead(Struct, frozen=True):
    """What one sheet gave: `rows` counts its questions, those without points included."""

    name: str
    title: str
    asked: tuple[Asked, ...]
    unscored: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    rows: int


_NO_TABLE = Text(
    "lembar ini tidak berisi tabel pertanyaan", "there is no table of questions on this sheet"
)
_HIDDEN = Text("lembar tersembunyi tidak diimpor", "a hidden sheet is not imported")
_NO_POINTS = Text(
    "pertanyaan tanpa bobot dan poin tidak diimpor: “{question}”",
    "a question without weight and points is not imported: “{question}”",
)
_ZERO = Text(
    "pertanyaan berbobot 0 tidak diimpor: “{question}”",
    "a question that weighs 0 is not imported: “{question}”",
)
_UNCLEAR = Text("poin “{cell}” tidak dapat dipahami", "the points “{cell}” cannot be understood")
_DATE = Text(
    "“{cell}” adalah tanggal; aplikasi lembar kerja mungkin mengubah poin seperti “3/2/1”",
    "“{cell}” is a date; the spreadsheet may have changed points such as “3/2/1”",
)
_MISMATCH = Text(
    "poin tertinggi {points} bukan bobotnya, {weight}; bobot yang dipakai",
    "the highest points, {points}, are not the weight, {weight}; the weight is used",
)
_TOTAL = Text(
    "tertulis jumlah {stated}, tetapi bobot di atasnya berjumlah {found}",
    "the sheet states a sum of {stated}, but the weights above add up to {found}",
)
_UNUSED = Text("kolom “{head}” tidak dipakai", "the column “{head}” is not used")
_ALONE = Text("teks tanpa pertanyaan: “{cell}”", "text without a question: “{cell}”")

_SUM = re.compile(r"(?:sub ?)?(?:jumlah|total)(?: (?:nilai|bobot|skor|poin|keseluruhan))*")
_HEAD_NUMBER = re.compile(r"[A-Z]|[IVX]{1,5}", re.ASCII)


def read_sheet(sheet: Sheet) -> SheetRead:
    """Return the questions of one sheet, with everything that could not be understood."""
    if sheet.hidden:
        return _nothing(sheet, _HIDDEN, "hidden-sheet")
    header = find_header(sheet.rows)
    if header is None:
        empty = not any("".join(row).strip() for row in sheet.rows)
        return _nothing(sheet, None if empty else _NO_TABLE, "no-table")
    reader = _Reader(sheet, header)
    reader.read()
    return SheetRead(
        sheet.name,
        _title(sheet.rows[: header.first]),
        tuple(reader.asked),
        tuple(reader.unscored),
        tuple(reader.doubts),
        len(reader.asked) + len(reader.unscored),
    )


def _nothing(sheet: Sheet, why: Text | None, slug: str) -> SheetRead:
    doubts = (Doubt(sheet.name, slug, why),) if why else ()
    return SheetRead(sheet.name, "", (), (), doubts, 0)


def _title(rows: Sequence[Row]) -> str:
    """Return the last line above the header: the questionnaire's name stands before it."""
    lines = [line for row in rows if (line := plain(" ".join(row)))]
    return lines[-1] if lines else ""


class _Reader:
    """Walks down the rows of one sheet and remembers under which headings it is."""

    def __init__(self, sheet: Sheet, header: Header) -> None:
        self.sheet, self.header, self.columns = sheet, header, header.columns
        self.asked: list[Asked] = []
        self.unscored: list[str] = []
        self.doubts: list[Doubt] = []
        self.section = self.group = self.indicator = self.lead = ""
        self.groups: dict[int, str] = {}
        self.open: list[Option] = []  # options in rows of their own
        self.sum_from = 0
        heads = sheet.rows[header.first] if header.below else ()
        self.repeated = {normalise(plain(cell)) for cell in heads if cell.strip()}

    def read(self) -> None:
        """Read every row below the header."""
        self.unused()
        at = self.header.below
        while at < len(self.sheet.rows):
            again = header_at(self.sheet.rows, at) if self.repeats(at) else None
            if again is not None:
                self.columns, at = again.columns, again.below
                continue
            row = self.sheet.rows[at]
            if any(cell.strip() for cell in row):
                self.take(row, at)
            at += 1
        self.close()

    def repeats(self, at: int) -> bool:
        """Tell whether a row is the header again, as long tables print it."""
        filled = [cell for cell in self.sheet.rows[at] if cell.strip()]
        if len(filled) < 2 or max(map(len, filled)) > LONGEST_HEAD:
            return False
        return {normalise(plain(cell)) for cell in filled} <= self.repeated

    def take(self, row: Row, at: int) -> None:
        """Read one row."""
        self.carry(row)
        question = self.words(row, self.columns.question)
        if self.is_sum(row, at):
            return
        if not question:
            self.take_beside(row, at)
        elif self.has_points(row) or self.unclear(row, at):
            self.close()
            self.take_question(row, at, question)
        elif self.is_heading(row, question):
            self.close()
            self.take_heading(row, question)
        else:
            self.close()
            self.take_unscored(at, question)

    def carry(self, row: Row) -> None:
        """Keep what merged cells hold until another one begins."""
        if self.columns.indicator is not None:
            told = self.words(row, self.columns.indicator)
            if told and told != self.indicator:
                self.indicator, self.groups = told, {}
        for column in self.columns.groups:
            told = self.words(row, column)
            if told:
                self.groups[column] = told

    def words(self, row: Row, column: int | None) -> str:
        return plain(row[column]) if column is not None and column < len(row) else ""

    def raw(self, row: Row, column: int | None) -> str:
        return row[column].strip() if column is not None and column < len(row) else ""

    def doubt(self, at: int, column: int | None, slug: str, message: Text) -> None:
        self.doubts.append(Doubt(self.sheet.place(at, column or 0), slug, message))

    # Points

    def weight(self, row: Row) -> Fraction | None:
        return number_of(self.raw(row, self.columns.weight))

    def options(self, row: Row) -> tuple[Option, ...]:
        """Return the options of a row: in one cell, or one column for each of them."""
        for column in (self.columns.points, self.columns.weight, self.columns.options):
            found = options_of(self.raw(row, column))
            if found:
                return found
        graded = [
            Option(points, label.upper() if len(label) == 1 else label)
            for column, label in self.columns.grades
            if (points := number_of(self.raw(row, column))) is not None
        ]
        return best_first(graded) if len(graded) > 1 else ()

    def alone(self, row: Row) -> Fraction | None:
        """Return a single number in the column of points."""
        return number_of(self.raw(row, self.columns.points))

    def has_points(self, row: Row) -> bool:
        found = self.weight(row), self.alone(row)
        return bool(self.options(row)) or any(number is not None for number in found)

    def unclear(self, row: Row, at: int) -> bool:
        """Note points that cannot be understood; the row is then one without points."""
        for column in (self.columns.points, self.columns.weight):
            cell = self.raw(row, column)
            if cell and looks_like_points(cell):
                template = _DATE if is_spoiled_date(cell) else _UNCLEAR
                self.doubt(at, column, "points-unclear", say(template, cell=shown(cell)))
        return False

    # Kinds of rows

    def is_sum(self, row: Row, at: int) -> bool:
        """Take a row that states a sum, and compare it with the weights above."""
        first = next((plain(cell) for cell in row if cell.strip()), "")
        if not _SUM.fullmatch(normalise(first).rstrip(" :")):
            return False
        self.close()
        stated = self.weight(row) or self.alone(row)
        found = sum((one.weight for one in self.asked[self.sum_from :]), Fraction(0))
        every = sum((one.weight for one in self.asked), Fraction(0))
        if stated is not None and stated not in {found, every}:
            told = say(_TOTAL, stated=stated, found=found)
            self.doubt(at, self.columns.weight, "sum", told)
        self.sum_from = len(self.asked)
        return True

    def is_heading(self, row: Row, question: str) -> bool:
        number = self.words(row, self.columns.number)
        beside = [self.words(row, c) for c in (self.columns.evidence, self.columns.note)]
        if any(beside) or number.rstrip(".)").isdecimal():
            return False
        marker, rest = marker_of(question)
        if not number and marker.isdecimal():
            return False  # a numbered question that nobody gave points
        return bool(number) or question.isupper() or (bool(marker) and rest.isupper())

    def take_heading(self, row: Row, question: str) -> None:
        number = self.words(row, self.columns.number).rstrip(".)")
        marker, rest = marker_of(question)
        mark = number or (marker if rest else "")
        self.lead = ""
        if len(mark) == 1 and mark.isalpha() and mark not in "IVX":
            self.group = rest if marker else question
        else:
            self.section, self.group = (rest if marker else question), ""

    def take_unscored(self, at: int, question: str) -> None:
        _, rest = marker_of(question)
        self.lead = _lead(rest)
        self.unscored.append(self.sheet.place(at, self.columns.question))
        told = say(_NO_POINTS, question=shown(question))
        self.doubt(at, self.columns.question, "no-points", told)

    def take_question(self, row: Row, at: int, question: str) -> None:
        options, weight = self.options(row), self.weight(row)
        if weight is None:
            weight = options[0].points if options else self.alone(row)
        assert weight is not None, "the row has points"
        if weight <= 0:
            self.unscored.append(self.sheet.place(at, self.columns.question))
            told = say(_ZERO, question=shown(question))
            self.doubt(at, self.columns.question, "no-points", told)
            return
        if options and options[0].points not in {weight, 1, 100}:
            told = say(_MISMATCH, points=options[0].points, weight=weight)
            self.doubt(at, self.columns.points, "points-weight", told)
        self.asked.append(self.made(row, at, question, weight, options))

    def made(
        self, row: Row, at: int, question: str, weight: Fraction, options: tuple[Option, ...]
    ) -> Asked:
        number = self.words(row, self.columns.number).rstrip(".)")
        marker, rest = marker_of(question)
        number = number or (marker if marker.isdecimal() else "")
        if is_letter(marker) and self.lead:
            rest = f"{self.lead}: {rest}"
        elif not is_letter(marker):
            self.lead = _lead(rest)
        return Asked(
            place=self.sheet.place(at, self.columns.question),
            number=number,
            question=rest,
            weight=weight,
            options=options,
            indicator=self.indicator,
            headings=tuple(filter(None, (self.section, self.group, *self.groups.values()))),
            evidence=self.words(row, self.columns.evidence),
            note=self.words(row, self.columns.note),
            law=self.words(row, self.columns.law),
        )

    def take_beside(self, row: Row, at: int) -> None:
        """Take a row without a question: an option or more evidence of the one above, or a heading."""
        points = self.alone(row) if self.columns.points is not None else self.weight(row)
        label = self.words(row, self.columns.options) or self.words(row, self.columns.note)
        evidence = self.words(row, self.columns.evidence)
        if points is not None and label and self.asked:
            self.open.append(Option(points, label))
        elif evidence and self.asked:
            last = self.asked[-1]
            more = f"{last.evidence} {evidence}".strip()
            self.asked[-1] = replace(last, evidence=more)
        else:
            self.take_alone(row, at)

    def take_alone(self, row: Row, at: int) -> None:
        """Take a row whose only text stands in a merged cell: a heading, else unclear."""
        filled = [(column, plain(cell)) for column, cell in enumerate(row) if plain(cell)]
        kept = {self.columns.indicator, *self.columns.groups}
        others = [(column, text) for column, text in filled if column not in kept]
        if not others:
            return
        column, text = others[0]
        if (
            len(others) == 1
            and not text.rstrip(".)").isdecimal()
            and not _HEAD_NUMBER.fullmatch(text)
        ):
            self.close()
            marker, rest = marker_of(text)
            self.section, self.group, self.lead = (rest if marker else text), "", ""
        elif not text.rstrip(".)").isdecimal():
            self.doubt(at, column, "left-over", say(_ALONE, cell=shown(text)))

    def close(self) -> None:
        """Give the last question the options that stood in rows of their own."""
        if self.open:
            last = self.asked[-1]
            options = best_first([*last.options, *self.open])
            if not last.options:  # the best one stands in the question's own row
                options = best_first([Option(last.weight), *options])
            self.asked[-1] = replace(last, options=options)
            self.open = []

    def unused(self) -> None:
        """Note columns with a header and content that have no part in a questionnaire."""
        known = {self.columns.question, *self.columns.groups, *(c for c, _ in self.columns.grades)}
        for part in (
            "number",
            "indicator",
            "options",
            "points",
            "weight",
            "evidence",
            "note",
            "law",
        ):
            known.add(getattr(self.columns, part))
        for column, head in self.heads():
            filled = any(self.raw(row, column) for row in self.sheet.rows[self.header.below :])
            if column not in known and filled:
                told = say(_UNUSED, head=shown(head))
                self.doubt(self.header.first, column, "unused-column", told)

    def heads(self) -> Iterator[tuple[int, str]]:
        if self.header.below:
            row = self.sheet.rows[self.header.first]
            yield from ((column, plain(cell)) for column, cell in enumerate(row) if plain(cell))


def _lead(question: str) -> str:
    """Return what goes before the parts of a question: its words up to the colon."""
    lead, colon, _ = question.rpartition(":")
    return (lead if colon and len(lead) > 10 else question).rstrip(" .:;-")
