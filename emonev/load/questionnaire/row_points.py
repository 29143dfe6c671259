"""The words and the points in one row, by its columns."""

from fractions import Fraction

from emonev.load.questionnaire.cells import plain
from emonev.load.questionnaire.columns import Columns, Row
from emonev.load.questionnaire.points import Option, best_first, number_of, options_of


def words(row: Row, column: int | None) -> str:
    """Return a cell's words on one line; nothing where there is no such column."""
    return plain(row[column]) if column is not None and column < len(row) else ""


def raw(row: Row, column: int | None) -> str:
    """Return a cell as it stands."""
    return row[column].strip() if column is not None and column < len(row) else ""


def weight_in(row: Row, columns: Columns) -> Fraction | None:
    """Return the weight that a row states."""
    return number_of(raw(row, columns.weight))


def number_in(row: Row, columns: Columns) -> Fraction | None:
    """Return a single number in the column of points."""
    return number_of(raw(row, columns.points))


def options_in(row: Row, columns: Columns) -> tuple[Option, ...]:
    """Return the options of a row: in one cell, or one column for each of them."""
    for column in (columns.points, columns.weight, columns.options):
        found = options_of(raw(row, column))
        if found:
            return found
    graded = [
        Option(points, label.upper() if len(label) == 1 else label)
        for column, label in columns.grades
        if (points := number_of(raw(row, column))) is not None
    ]
    return best_first(graded) if len(graded) > 1 else ()


def has_points(row: Row, columns: Columns) -> bool:
    """Tell whether a row states points of any kind."""
    numbers = weight_in(row, columns), number_in(row, columns)
    return bool(options_in(row, columns)) or any(number is not None for number in numbers)
