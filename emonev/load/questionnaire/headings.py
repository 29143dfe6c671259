"""The headings above a question: in rows of their own, or in merged cells beside it."""

import re

from emonev.load.questionnaire.cells import marker_of
from emonev.load.questionnaire.columns import LONGEST_HEAD, Columns, Row
from emonev.load.questionnaire.row_points import words

_ROMAN = re.compile(r"[IVX]{1,5}")


class Headings:
    """Under which headings the walk down a sheet is.

    `lead` is the question whose parts follow, each of which it has to be read with.
    """

    def __init__(self) -> None:
        self.indicator = self.lead = ""
        self._section = self._group = ""
        self._merged: dict[int, str] = {}

    @property
    def above(self) -> tuple[str, ...]:
        """All of them but the indicator, the widest first."""
        return tuple(filter(None, (self._section, self._group, *self._merged.values())))

    def carry(self, row: Row, columns: Columns) -> None:
        """Keep what merged cells hold until another one begins."""
        if columns.indicator is not None:
            told = words(row, columns.indicator)
            if told and told != self.indicator:
                self.indicator, self._merged = told, {}
        for column in columns.groups:
            told = words(row, column)
            if told:
                self._merged[column] = told

    def take(self, number: str, heading: str) -> None:
        """Go under the heading in a row, which bears a number of its own or begins with one."""
        marker, rest = marker_of(heading)
        mark, title = number or marker, rest if marker else heading
        self.lead = ""
        if _ROMAN.fullmatch(mark) or (title.isupper() and len(mark) != 1):
            self._section, self._group = title, ""
        else:
            self._group = title

    def take_alone(self, heading: str) -> None:
        """Go under a heading that is all that its row holds."""
        marker, rest = marker_of(heading)
        self._section, self._group, self.lead = (rest if marker else heading), "", ""


def is_heading(row: Row, columns: Columns, question: str) -> bool:
    """Tell whether what stands in the place of a question is a heading."""
    number = own_number(row, columns)
    beside = [words(row, column) for column in (columns.evidence, columns.note)]
    marker, rest = marker_of(question)
    if any(beside) or number.isdecimal() or marker.isdecimal():
        return False
    if number or question.isupper() or (marker and (marker.isupper() or rest.isupper())):
        return True
    # Where questions are numbered, a few words without a number stand above some.
    alone = columns.number is not None and not marker
    return alone and len(question) <= LONGEST_HEAD and question[-1] not in "?:;"


def own_number(row: Row, columns: Columns) -> str:
    """Return what a row is numbered with: "3", "IV", "A"."""
    return words(row, columns.number).rstrip(".)")
