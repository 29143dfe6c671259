"""Numbers of decrees and letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.evidence.analysis.numbers import MOST, numbers_of


@pytest.mark.parametrize(
    ("text", "number", "year"),
    [
        ("NOMOR 26 TAHUN 2024", "26", 2024),
        ("Nomor : 48 TAHUN 2024", "48", 2024),
        ("Nomor 188.45/23 Tahun 2024", "188.45/23", 2024),
        ("No. 14 Tahun 2008", "14", 2008),
        ("Nomor: 005/123/KOMINFO/IX/2024", "005/123/KOMINFO/IX/2024", 2024),
        ("Nomor 188.45/ 23 /KOMINFO", "188.45/23/KOMINFO", None),
        ("NOMOR\n12\nTAHUN\n2023", "12", 2023),
        ("Nomor KEP-54/PK/2023", "KEP-54/PK/2023", 2023),
    ],
)
def test_a_number_is_read_with_its_year(text: str, number: str, year: int | None) -> None:
    (found,) = numbers_of([text])
    assert (found.number, found.year, found.page) == (number, year, 1)
    assert found.printed == " ".join(text.split())


@pytest.mark.parametrize("text", ["Nomor 5", "no 3 orang", "Monomor 1 Tahun 2024", "Telp No. 0261"])
def test_what_has_neither_year_nor_slash_is_no_number(text: str) -> None:
    assert numbers_of([text]) == ()


def test_each_number_is_told_once_with_its_first_page() -> None:
    pages = ["UU Nomor 14 Tahun 2008", "UU nomor 14 tahun 2008 dan Nomor 3 Tahun 2024"]
    found = [(one.number, one.page) for one in numbers_of(pages)]
    assert found == [("14", 1), ("3", 2)]


@given(st.integers(0, 400))
def test_there_are_never_more_than_the_most(count: int) -> None:
    text = "; ".join(f"Nomor {n} Tahun 2024" for n in range(count))
    assert len(numbers_of([text])) == min(count, MOST)
