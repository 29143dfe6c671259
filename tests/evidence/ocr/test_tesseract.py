"""What Tesseract's table of words becomes, also where it is not as it should be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.evidence.ocr.layout import Box, SeenWord, confidence_of, lines_of, text_of
from emonev.evidence.ocr.tesseract import read_table

HEAD = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
)


def row(text: str, *, block: int = 1, line: int = 1, conf: str = "96.5", left: int = 100) -> str:
    cells = (5, 1, block, 1, line, 1, left, 200 * line, 80, 30, conf, text)
    return "\t".join(map(str, cells))


def test_words_come_in_their_order_with_box_and_confidence() -> None:
    level = "4\t1\t1\t1\t1\t0\t100\t200\t300\t30\t-1\t"
    assert list(
        read_table("\n".join([HEAD, level, row("Daftar"), row("informasi", left=200)]))
    ) == [
        SeenWord("Daftar", 96.5, Box(100, 200, 180, 230), 1, 10_001),
        SeenWord("informasi", 96.5, Box(200, 200, 280, 230), 1, 10_001),
    ]


@pytest.mark.parametrize(
    "odd",
    [
        "",
        "5\t1\t1",
        HEAD,
        row(" "),
        row("a", conf="-1"),
        row("a", conf="nan"),
        row("a", conf="101"),
        row("a", conf="inf"),
        row("a", conf="1e999"),
        row("a").replace("\t80\t", "\t-80\t"),
        row("a").replace("\t80\t", "\t0\t"),
        row("a").replace("\t80\t", "\t8.5\t"),
        row("a").replace("\t80\t", "\tlebar\t"),
        row("a").replace("\t80\t", "\t" + "9" * 5000 + "\t"),
    ],
)
def test_an_odd_row_is_left_out_and_the_others_stay(odd: str) -> None:
    words = list(read_table("\n".join([row("Daftar"), odd, row("informasi")])))
    assert [word.text for word in words] == ["Daftar", "informasi"]


@given(st.text(alphabet=st.sampled_from("5\t1 0-.\nanife"), max_size=200))
def test_no_table_breaks_the_reading(table: str) -> None:
    for word in read_table(table):
        assert word.text
        assert 0 <= word.confidence <= 100


def test_text_has_a_line_feed_between_lines_and_an_empty_line_between_blocks() -> None:
    rows = [row("Satu"), row("dua"), row("tiga", line=2), row("empat", block=2)]
    words = list(read_table("\n".join(rows)))
    assert text_of(words) == "Satu dua\ntiga\n\nempat"
    assert [line.text for line in lines_of(words, (1000, 1000), 2.0)] == [
        "Satu dua",
        "tiga",
        "empat",
    ]


def test_long_words_weigh_more_in_the_confidence_of_a_page() -> None:
    words = list(read_table("\n".join([row("a", conf="10"), row("informasi", conf="90")])))
    assert confidence_of(words) == 82
    assert confidence_of([]) == 0


def test_the_size_of_type_is_told_from_its_letters_however_tall_they_are() -> None:
    # 20 points high type at 2 pixels a point: x-height 20, capitals 28, and 8.4 below the line.
    for text, height in (("memo", 20), ("Memo", 28), ("gaya", 28.4), ("Jaya", 36.4)):
        word = SeenWord(text, 90, Box(0, 0, 100, height), 1, 1)
        (line,) = lines_of([word], (1000, 1000), 2.0)
        assert line.size == pytest.approx(20, abs=0.5)
