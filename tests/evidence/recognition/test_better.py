"""Two readings of a page: which is kept, and how sure what is kept counts as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from emonev.evidence.recognised import SURE, RecognisedLine, RecognisedPage
from emonev.evidence.recognition.better import better_of
from emonev.model.facts import LOW_CONFIDENCE

WORDS = "daftar informasi publik tahun ini"


def page(*lines: tuple[str, int], by: str = "tesseract 5 ind", left: float = 0.0) -> RecognisedPage:
    """Return a page of such lines, one below the other; an empty one stands for a gap."""
    made = tuple(
        RecognisedLine(text, sure, 0.1, 0.1 + 0.05 * place, 0.8, 0.03, 11)
        for place, (text, sure) in enumerate(lines)
        if text
    )
    letters = sum(len(line.text) for line in made)
    weighed = sum(line.confidence * len(line.text) for line in made)
    return RecognisedPage(
        engine=by,
        text="\n".join(line.text for line in made),
        lines=made,
        confidence=round(weighed / letters) if letters else 0,
        certain=sum(len(line.text) for line in made if line.confidence >= 60),
        left=left,
    )


def second(*lines: tuple[str, int], left: float = 0.0) -> RecognisedPage:
    return page(*lines, by="rapidocr 3 latin", left=left)


def kept(first: RecognisedPage | None, other: RecognisedPage | None) -> RecognisedPage:
    read = better_of(first, other)
    assert read is not None
    return read


def test_a_page_that_only_one_engine_read_is_kept() -> None:
    one, other = page((WORDS, 70)), second((WORDS, 95), (WORDS, 95))
    assert better_of(one, None) == one
    assert better_of(None, other) == other
    assert better_of(None, None) is None


def test_what_the_second_reads_stands_in_the_place_of_a_poor_reading() -> None:
    first = page((WORDS, 60), (WORDS, 60))
    other = second((WORDS, 95), (WORDS, 93))
    assert kept(first, other) == other


def test_it_stands_there_even_where_neither_is_sure() -> None:
    first, other = page((WORDS, 75), (WORDS, 75)), second((WORDS, 40), (WORDS, 40))
    assert kept(first, other) == other


def test_a_second_reading_that_missed_most_of_the_page_is_not_kept() -> None:
    first = page(*[(WORDS, 60)] * 5)
    assert kept(first, second((WORDS, 99), (WORDS, 99))) == first


def test_a_line_that_only_the_first_saw_makes_the_second_less_sure() -> None:
    first = page((WORDS, 60), (WORDS, 20), (WORDS, 60))
    other = second((WORDS, 96), ("", 0), (WORDS, 96))
    read = kept(first, other)
    assert (read.text, read.confidence) == (other.text, 64)  # two lines of three


def test_specks_that_only_the_first_saw_are_no_lines() -> None:
    first = page((WORDS, 60), ("| —", 20), (WORDS, 60))
    other = second((WORDS, 96), ("", 0), (WORDS, 96))
    assert kept(first, other) == other


def test_of_a_page_upside_down_the_lines_of_the_first_are_nowhere() -> None:
    first = page((WORDS, 30), (WORDS, 30), (WORDS, 30))
    other = replace(second((WORDS, 96), ("", 0), (WORDS, 96)), turned=180)
    assert kept(first, other) == other


@pytest.mark.parametrize("first", [None, page(), page(("sa", 30))])
def test_where_nothing_bears_it_out_much_ink_outside_its_lines_makes_it_unsure(
    first: RecognisedPage | None,
) -> None:
    lines = [(WORDS, 96)] * 4
    assert kept(first, second(*lines, left=0.4)).confidence == 96
    assert kept(first, second(*lines, left=0.75)).confidence == 24


def test_a_few_words_that_nothing_bears_out_decide_nothing() -> None:
    assert kept(page(), second(("LAPORAN", 100))).confidence == LOW_CONFIDENCE - 1


def test_a_sure_reading_stays_and_the_second_fills_its_gaps() -> None:
    first = page((WORDS, 96), ("", 0), (WORDS, 96))
    other = second((WORDS, 90), ("struktur organisasi", 90), (WORDS, 90))
    read = kept(first, other)
    assert read.engine == "tesseract 5 ind + rapidocr 3 latin"
    assert read.text == f"{WORDS}\n{WORDS}\n\nstruktur organisasi"
    assert [line.text for line in read.lines] == [WORDS, WORDS, "struktur organisasi"]
    assert read.confidence == 95


def test_what_fills_a_gap_must_be_sure_itself() -> None:
    first = page((WORDS, 96), ("", 0))
    assert kept(first, second((WORDS, 90), ("strnktor", 50))) == first


def test_the_surer_of_two_sure_readings_is_kept() -> None:
    first, other = page((WORDS, 92), (WORDS, 92)), second((WORDS, 97), (WORDS, 97))
    assert kept(first, other) == other


def test_of_a_reading_that_is_not_sure_the_one_with_more_certain_words_is_kept() -> None:
    first = page((WORDS, 99), (WORDS, 70), ("rusak", 30))
    other = second((WORDS, 80), (WORDS, 80), ("publik", 80))
    assert LOW_CONFIDENCE <= other.confidence < first.confidence < SURE
    assert kept(first, other) == other
    assert kept(page((WORDS, 85), (WORDS, 85)), second((WORDS, 84), (WORDS, 84))).text == (
        f"{WORDS}\n{WORDS}"
    )


LINES = st.lists(
    st.tuples(st.sampled_from(["", "rencana kerja", WORDS, "x"]), st.integers(0, 100)), max_size=5
)


@given(LINES, LINES, st.sampled_from([0.0, 0.3, 0.6, 1.0]))
def test_what_is_kept_is_never_surer_than_the_surer_engine(
    one: list[tuple[str, int]], other: list[tuple[str, int]], left: float
) -> None:
    first, again = page(*one), second(*other, left=left)
    read = kept(first, again)
    assert 0 <= read.confidence <= max(first.confidence, again.confidence, 0) or (
        read.engine == f"{first.engine} + {again.engine}"
        and read.confidence <= max(line.confidence for line in again.lines)
    )


@given(LINES, LINES)
def test_no_certain_word_of_a_sure_reading_is_lost(
    one: list[tuple[str, int]], other: list[tuple[str, int]]
) -> None:
    first, again = page(*one), second(*other)
    read = kept(first, again)
    if first.is_sure and not read.text.startswith(first.text):
        assert read.confidence > first.confidence
