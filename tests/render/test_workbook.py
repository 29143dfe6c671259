"""What all workbooks share: rows that hold their words, cells that hold what they are given."""

import textwrap
import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.render.workbook import LONGEST, as_cell, harmless, height_of, looks_of, new_book

WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=1, max_size=60)
ONE_LINE = height_of(["satu"], [20])


def lines_of(height: float) -> int:
    return round((height - ONE_LINE) / 12.75) + 1


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    long = "kata " * 40
    assert height_of(["a", long], [20, 20]) == height_of([long], [20]) > ONE_LINE
    assert height_of([long], [60]) < height_of([long], [20])
    assert height_of(["a\nb\nc"], [20]) == ONE_LINE + 2 * 12.75
    assert height_of([1, "", None], [20, 20, 20]) == ONE_LINE


@given(WORDS, st.integers(8, 60))
def test_a_row_has_room_for_every_line_of_its_words(words: list[str], width: int) -> None:
    text = " ".join(words)
    wrapped = textwrap.wrap(text, max(12, round(width * 1.1)))
    if width * 1.1 >= 12:  # no word is longer than a line
        assert lines_of(height_of([text], [width])) >= min(30, len(wrapped))


@given(st.text(max_size=2_000), st.integers(1, 80))
def test_no_row_is_higher_than_excel_allows(text: str, width: int) -> None:
    assert ONE_LINE <= height_of([text], [width]) <= 409


def test_a_word_longer_than_its_column_takes_several_lines() -> None:
    assert lines_of(height_of(["x" * 100], [20])) == 5


def test_what_a_cell_cannot_hold_is_cut_or_replaced_and_seen() -> None:
    assert as_cell("a" * LONGEST) == "a" * LONGEST
    assert as_cell("a" * (LONGEST + 1)) == "a" * (LONGEST - 1) + "…"
    assert as_cell("a\ufffeb\uffff") == "a\ufffdb\ufffd"


@given(st.text(st.characters(codec="utf-8")))
def test_every_cell_is_sound_xml(text: str) -> None:
    content = BytesIO()
    book = new_book(content, text)
    book.add_worksheet().write_string(0, 0, as_cell(text), looks_of(book).text)
    book.close()
    with zipfile.ZipFile(content) as package:
        for name in package.namelist():
            ET.fromstring(package.read(name))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\r=1", "\n=1", "＝1"])
def test_a_cell_of_csv_that_begins_like_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert harmless("biasa") == "biasa"
