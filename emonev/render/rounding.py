"""Rounding a table of points both ways: its columns add up as printed, and its rows stay true.

Each column is rounded by largest remainders. A row may then come out one last place away from
what it is worth (earned 5,19 + pending 2,82 = 8,01 of 8 points); such rows swap a unit of the
same column with others, until every row is its exact worth rounded down or up. Where no swap is
left the columns win.
"""

from collections.abc import Sequence
from fractions import Fraction

Row = Sequence[Fraction]


def even_rows(columns: Sequence[list[int]], rows: Sequence[Row], places: int) -> None:
    """Swap units between the rows of rounded `columns`; `rows` are the exact values, unscaled."""
    scale = 10**places
    mixed = [i for i, row in enumerate(rows) if sum(1 for value in row if value) > 1]
    if all(_fits(sum(column[i] for column in columns), sum(rows[i]) * scale) for i in mixed):
        return
    table = _Table(columns, [[value * scale for value in row] for row in rows])
    for i in mixed:
        table.mend(i)


class _Table:
    """Columns of units, of which each holds its exact value rounded down, or one more."""

    def __init__(self, columns: Sequence[list[int]], rows: Sequence[Row]) -> None:
        self._columns = columns
        self._worth = [sum(row) for row in rows]
        self._floors = [[_floor(value) for value in row] for row in rows]
        self._open = [[value.denominator != 1 for value in row] for row in rows]

    def mend(self, row: int) -> None:
        """Bring one row to its worth, rounded down or up, where the others allow it."""
        while self._sum(row) > _ceiling(self._worth[row]) and self._pass_on(row, 1):
            pass
        while self._sum(row) < _floor(self._worth[row]) and self._pass_on(row, -1):
            pass

    def _pass_on(self, start: int, unit: int) -> bool:
        """Hand a unit (or the lack of one) from row to row to one that has room for it."""
        came: dict[int, tuple[int, int]] = {start: (start, 0)}
        used: set[int] = set()
        queue = [start]
        for row in queue:
            for column in range(len(self._columns)):
                if column in used or not self._may(row, column, -unit):
                    continue
                used.add(column)
                for other in range(len(self._worth)):
                    if other in came or not self._may(other, column, unit):
                        continue
                    came[other] = (row, column)
                    if self._has_room(other, unit):
                        self._carry_out(other, came, unit)
                        return True
                    queue.append(other)
        return False

    def _may(self, row: int, column: int, unit: int) -> bool:
        if not self._open[row][column]:
            return False
        has_more = self._columns[column][row] > self._floors[row][column]
        return has_more if unit < 0 else not has_more

    def _has_room(self, row: int, unit: int) -> bool:
        if unit > 0:
            return self._sum(row) < _ceiling(self._worth[row])
        return self._sum(row) > _floor(self._worth[row])

    def _carry_out(self, row: int, came: dict[int, tuple[int, int]], unit: int) -> None:
        before, column = came[row]
        while before != row:
            self._columns[column][row] += unit
            self._columns[column][before] -= unit
            row, (before, column) = before, came[before]

    def _sum(self, row: int) -> int:
        return sum(column[row] for column in self._columns)


def _fits(units: int, worth: Fraction | int) -> bool:
    return _floor(worth) <= units <= _ceiling(worth)


def _floor(value: Fraction | int) -> int:
    return value.numerator // value.denominator


def _ceiling(value: Fraction | int) -> int:
    return -(-value.numerator // value.denominator)
