"""Weights and graded points in the ways that people type them."""

from fractions import Fraction

import pytest

from emonev.load.questionnaire.points import is_spoiled_date, number_of, options_of


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("2", "2"),
        ("0,5", "1/2"),
        ("0.25", "1/4"),
        (" 10 % ", "10"),
        ("3 poin", "3"),
        ("", None),
        ("-", None),
        ("dua", None),
        ("3/2/1/0", None),
        ("1.000.000", None),
    ],
)
def test_one_number(cell: str, number: str | None) -> None:
    assert number_of(cell) == (None if number is None else Fraction(number))


@pytest.mark.parametrize(
    ("cell", "points"),
    [
        ("3/2/1/0", ["3", "2", "1", "0"]),
        ("0,5 / 0,3 / 0,15 / 0", ["1/2", "3/10", "3/20", "0"]),
        ("0 - 1 - 2", ["2", "1", "0"]),
        ("0;50;100", ["100", "50", "0"]),
        ("1\n0,75\n0,5", ["1", "3/4", "1/2"]),
        ("Ya = 2; Tidak = 0", ["2", "0"]),
        ("A: 1, B: 0,75, C: 0,5", ["1", "3/4", "1/2"]),
        ("a. Lengkap (3)\nb. Sebagian (1,5)\nc. Tidak ada (0)", ["3", "3/2", "0"]),
        ("2", []),
        ("Ya", []),
        ("lihat catatan", []),
    ],
)
def test_graded_points(cell: str, points: list[str]) -> None:
    assert [option.points for option in options_of(cell)] == [Fraction(p) for p in points]


def test_options_keep_their_words() -> None:
    found = options_of("Lengkap (3)\nSebagian (1)")
    assert [option.label for option in found] == ["Lengkap", "Sebagian"]


def test_points_that_became_a_date_are_told() -> None:
    assert is_spoiled_date("03-02-2001")
    assert not is_spoiled_date("3/2/1")
