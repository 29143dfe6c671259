"""The rows below a header: headings, questions, parts of questions, options, sums, and what is unclear."""

import re
from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from emonev.language import say
from emonev.load.faults import shown
from emonev.load.questionnaire import found
from emonev.load.questionnaire.cells import is_letter, marker_of, plain
from emonev.load.questionnaire.columns import (
    LONGEST_HEAD,
    Header,
    Row,
    find_header,
    header_at,
    unused_columns,
)
from emonev.load.questionnaire.found import Asked, SheetRead
from emonev.load.questionnaire.headings import Headings, is_heading, own_number
from emonev.load.questionnaire.points import (
    Option,
    best_first,
    is_spoiled_date,
    looks_like_points,
)
from emonev.load.questionnaire.row_points import (
    has_points,
    number_in,
    options_in,
    raw,
    weight_in,
    words,
)
from emonev.model.grid import Sheet
from emonev.model.text import Text
from emonev.normalise import normalise

_SUM = re.compile(r"(?:sub ?)?(?:jumlah|total)(?: (?:nilai|bobot|skor|poin|keseluruhan))*")
_HEAD_NUMBER = re.compile(r"[A-Z]|[IVX]{1,5}")


def read_sheet(sheet: Sheet) -> SheetRead:
    """Return the questions of one sheet, with everything that could not be understood."""
    if sheet.hidden:
        return _nothing(sheet, found.HIDDEN, "hidden-sheet")
    header = find_header(sheet.rows)
    if header is None:
        empty = not any("".join(row).strip() for row in sheet.rows)
        return _nothing(sheet, None if empty else found.NO_TABLE, "no-table")
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
    doubts = (found.Doubt(sheet.name, slug, why),) if why else ()
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
        self.doubts: list[found.Doubt] = []
        self.headings = Headings()
        self.last: tuple[Asked, int] | None = None  # more of it may follow, and its row
        self.weighed = False
        self.sum_from = 0
        heads = sheet.rows[header.first] if header.below else ()
        self.repeated = {normalise(plain(cell)) for cell in heads if cell.strip()}

    def read(self) -> None:
        """Read every row below the header."""
        for column, head in unused_columns(self.header, self.sheet.rows):
            told = say(found.UNUSED, head=shown(head))
            self.doubt(self.header.first, column, "unused-column", told)
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
        self.headings.carry(row, self.columns)
        question = words(row, self.columns.question)
        if self.is_sum(row, at):
            return
        if not question:
            self.take_beside(row, at)
            return
        self.close()
        if has_points(row, self.columns) and not self.is_part(row, at, question):
            self.take_question(row, at, question)
        elif is_heading(row, self.columns, question):
            self.headings.take(own_number(row, self.columns), question)
        else:
            self.take_unscored(row, at, question)

    def doubt(self, at: int, column: int | None, slug: str, message: Text) -> None:
        self.doubts.append(found.Doubt(self.sheet.place(at, column or 0), slug, message))

    # Kinds of rows

    def is_sum(self, row: Row, at: int) -> bool:
        """Take a row that states a sum, and compare it with the weights above."""
        first = next((plain(cell) for cell in row if cell.strip()), "")
        if not _SUM.fullmatch(normalise(first).rstrip(" :")):
            return False
        self.close()
        stated = weight_in(row, self.columns) or number_in(row, self.columns)
        above = sum((one.weight for one in self.asked[self.sum_from :]), Fraction(0))
        every = sum((one.weight for one in self.asked), Fraction(0))
        if stated is not None and stated not in {above, every}:
            told = say(found.TOTAL, stated=stated, found=above)
            self.doubt(at, self.columns.weight, "sum", told)
        self.sum_from = len(self.asked)
        return True

    def is_part(self, row: Row, at: int, question: str) -> bool:
        """Tell whether a row names a whole part with its weight: those below are its questions."""
        weight = weight_in(row, self.columns)
        if weight is None or options_in(row, self.columns) or not marker_of(question)[1].isupper():
            return False
        if not is_heading(row, self.columns, question):
            return False
        told = say(found.PART, question=shown(question), weight=weight)
        self.doubt(at, self.columns.weight, "part-weight", told)
        return True

    def take_unscored(self, row: Row, at: int, question: str) -> None:
        for column in (self.columns.points, self.columns.weight):
            cell = raw(row, column)
            if looks_like_points(cell):
                template = found.DATE if is_spoiled_date(cell) else found.UNCLEAR
                self.doubt(at, column, "points-unclear", say(template, cell=shown(cell)))
        self.headings.lead = _lead(marker_of(question)[1])
        self.leave_out(at, say(found.NO_POINTS, question=shown(question)))

    def leave_out(self, at: int, message: Text) -> None:
        """Count a question that brings nothing, and say so."""
        self.unscored.append(self.sheet.place(at, self.columns.question))
        self.doubt(at, self.columns.question, "no-points", message)

    def take_question(self, row: Row, at: int, question: str) -> None:
        options, weight = options_in(row, self.columns), weight_in(row, self.columns)
        label, points = words(row, self.columns.options), number_in(row, self.columns)
        self.weighed = weight is not None
        if not options and label and points is not None:  # the others follow in rows of their own
            options = (Option(points, label),)
        if weight is None:
            weight = options[0].points if options else points or Fraction(0)
        elif options and options[0].points not in {weight, 1, 100}:
            told = say(found.MISMATCH, points=options[0].points, weight=weight)
            self.doubt(at, self.columns.points, "points-weight", told)
        self.last = self.made(row, at, question, weight, options), at

    def made(
        self, row: Row, at: int, question: str, weight: Fraction, options: tuple[Option, ...]
    ) -> Asked:
        marker, rest = marker_of(question)
        number = own_number(row, self.columns) or (marker if marker.isdecimal() else "")
        if is_letter(marker) and self.headings.lead:
            rest = f"{self.headings.lead}: {rest}"
        elif not is_letter(marker):
            self.headings.lead = _lead(rest)
        return Asked(
            place=self.sheet.place(at, self.columns.question),
            number=number,
            question=rest,
            weight=weight,
            options=options,
            indicator=self.headings.indicator,
            headings=self.headings.above,
            evidence=words(row, self.columns.evidence),
            note=words(row, self.columns.note),
            law=words(row, self.columns.law),
        )

    def take_beside(self, row: Row, at: int) -> None:
        """Take a row without a question: an option or more evidence of the one above, or a heading."""
        points = (
            number_in(row, self.columns)
            if self.columns.points is not None
            else weight_in(row, self.columns)
        )
        label = words(row, self.columns.options) or words(row, self.columns.note)
        evidence = words(row, self.columns.evidence)
        if self.last and points is not None and label:
            asked, begun = self.last
            options = best_first([*asked.options, Option(points, label)])
            self.last = replace(asked, options=options), begun
        elif self.last and evidence:
            asked, begun = self.last
            self.last = replace(asked, evidence=f"{asked.evidence} {evidence}".strip()), begun
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
            self.headings.take_alone(text)
        elif not text.rstrip(".)").isdecimal():
            self.doubt(at, column, "left-over", say(found.ALONE, cell=shown(text)))

    def close(self) -> None:
        """Take the last question as complete: no more options or evidence belong to it."""
        if self.last is None:
            return
        (asked, at), self.last = self.last, None
        if asked.options and not self.weighed:
            asked = replace(asked, weight=asked.options[0].points)
        if asked.weight > 0:
            self.asked.append(asked)
        else:
            self.leave_out(at, say(found.ZERO, question=shown(asked.question)))


def _lead(question: str) -> str:
    """Return what goes before the parts of a question: its words up to the colon."""
    lead, colon, _ = question.rpartition(":")
    return (lead if colon and len(lead) > 10 else question).rstrip(" .:;-")
