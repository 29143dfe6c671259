"""Weights and graded points as people type them: "0,5", "3/2/1/0", "Ya = 2; Tidak = 0"."""

import re
from fractions import Fraction

from msgspec import Struct

_NUMBER = re.compile(r"[0-9]{1,4}(?:[.,][0-9]{1,4})?")
_WHOLE_NUMBER = re.compile(
    r"\s*([0-9]{1,4}(?:[.,][0-9]{1,4})?)\s*(?:%|poin|point|points)?\s*", re.IGNORECASE
)
_PART = re.compile(r"\s*(?:/|;|\||\n|\s[-–]\s)\s*")
_DATE = re.compile(r"[0-9]{2}-[0-9]{2}-[0-9]{4}")
_LABELLED = re.compile(
    r"(?P<label>[A-Za-z][\w .,/()-]{0,60}?)\s*(?:=|:|\()\s*(?P<points>[0-9]{1,4}(?:[.,][0-9]{1,4})?)"
    r"\s*(?:poin|point)?\)?\s*(?:$|[;/|\n,])",
    re.IGNORECASE,
)


_LONGEST = 1_000  # signs of a cell of points


class Option(Struct, frozen=True):
    """One answer that may be chosen, and the points it brings."""

    points: Fraction
    label: str = ""


def number_of(cell: str) -> Fraction | None:
    """Return the number that a cell is, with a comma or a point for decimals; None for all else."""
    found = _WHOLE_NUMBER.fullmatch(cell)
    return Fraction(found[1].replace(",", ".")) if found else None


def options_of(cell: str) -> tuple[Option, ...]:
    """Return the graded points in one cell, best first; nothing where it holds no such list."""
    if len(cell) > _LONGEST:
        return ()
    parts = [part for part in _PART.split(cell.strip()) if part]
    numbers = [number_of(part) for part in parts]
    if len(parts) > 1 and all(number is not None for number in numbers):
        return best_first([Option(number) for number in numbers if number is not None])
    labelled = [
        Option(Fraction(found["points"].replace(",", ".")), found["label"].strip())
        for found in _LABELLED.finditer(cell.strip())
    ]
    return best_first(labelled) if len(labelled) > 1 else ()


def best_first(options: list[Option]) -> tuple[Option, ...]:
    """Return the options in falling order of their points."""
    return tuple(sorted(options, key=lambda option: -option.points))


def is_points(cell: str) -> bool:
    """Tell whether a cell holds graded points, or a number alone."""
    return bool(options_of(cell)) or number_of(cell) is not None


def looks_like_points(cell: str) -> bool:
    """Tell whether a cell was probably meant to hold points, understood or not."""
    return bool(_NUMBER.search(cell))


def is_spoiled_date(cell: str) -> bool:
    """Tell whether a cell is a date: spreadsheets make one of "3/2/1"."""
    return bool(_DATE.fullmatch(cell.strip()))
