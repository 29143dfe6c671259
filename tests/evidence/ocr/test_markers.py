"""Numbers of items that were read as a column of their own."""

from hypothesis import given
from hypothesis import strategies as st

from emonev.evidence.ocr.layout import Box, SeenWord, text_of
from emonev.evidence.ocr.markers import with_markers


def word(text: str, left: float, top: float, block: int, line: int) -> SeenWord:
    return SeenWord(text, 90, Box(left, top, left + 20 * len(text), top + 30), block, line)


def test_numbers_stand_before_their_items_again() -> None:
    words = [
        word("1.", 100, 100, 1, 1),
        word("2.", 100, 200, 1, 2),
        word("Undang-Undang", 180, 102, 2, 1),
        word("Keterbukaan", 180, 150, 2, 2),
        word("Peraturan", 180, 203, 2, 3),
    ]
    assert text_of(with_markers(words)) == "1. Undang-Undang\nKeterbukaan\n2. Peraturan"


def test_a_clause_stands_before_what_it_says() -> None:
    words = [
        word("KESATU", 100, 100, 1, 1),
        word("KEDUA", 100, 160, 1, 2),
        word(":", 300, 100, 2, 1),
        word("Menetapkan", 330, 100, 2, 1),
        word(":", 300, 160, 2, 2),
        word("Keputusan", 330, 160, 2, 2),
    ]
    assert text_of(with_markers(words)) == "KESATU : Menetapkan\nKEDUA : Keputusan"


def test_two_markers_stand_before_an_item_as_they_stand_on_the_page() -> None:
    words = [
        word("a.", 300, 100, 1, 1),
        word("Menimbang :", 50, 101, 2, 1),
        word("bahwa", 380, 100, 3, 1),
    ]
    assert text_of(with_markers(words)) == "Menimbang : a. bahwa"


def test_what_is_no_marker_or_stands_alone_stays_in_its_place() -> None:
    words = [
        word("Kesehatan", 100, 100, 1, 1),
        word("9.", 100, 500, 1, 2),
        word("Uraian", 400, 100, 2, 1),
        word("jauh", 900, 500, 2, 2),
        word("2024", 100, 700, 3, 1),
        word("tahun", 200, 700, 4, 1),
    ]
    assert with_markers(words) == words


def test_markers_beside_markers_stay() -> None:
    words = [word("1.", 0, 77, 1, 0), word("1.", 40, 81, 2, 1), word("1.", 80, 77, 1, 2)]
    assert with_markers(words) == words


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["1.", "a)", "KEDUA", "Menimbang :", "kata", "(ii)"]),
            st.integers(0, 900),
            st.integers(0, 900),
            st.integers(1, 3),
        ),
        max_size=12,
    )
)
def test_no_word_is_lost_or_made(drawn: list[tuple[str, int, int, int]]) -> None:
    words = [word(text, x, y, block, line) for line, (text, x, y, block) in enumerate(drawn)]
    assert sorted(w.text for w in with_markers(words)) == sorted(w.text for w in words)
