"""Which pages want OCR: those that hold something, but no text that means anything."""

from hypothesis import given
from hypothesis import strategies as st

from emonev.evidence.recognition.wanted import MOST_PAGES, Wanted, wanted_in
from emonev.model.facts import Facts, Page, Problem
from emonev.model.text import Text

TEXT = Page(900)
SCAN = Page(0, "none", has_picture=True)
PAGES = st.lists(
    st.builds(
        Page,
        st.integers(0, 5_000),
        st.sampled_from(["layer", "none"]),
        has_picture=st.booleans(),
        blank=st.booleans(),
        rubbish=st.booleans(),
    ),
    max_size=120,
)


def of(*pages: Page, format: str = "pdf") -> Wanted:  # noqa: A002 - the field's word
    return wanted_in(Facts(format=format, pages=pages, page_count=len(pages)))


def test_pages_with_text_are_left_alone() -> None:
    assert of(TEXT, TEXT) == Wanted()


def test_a_scan_is_read_its_first_pages_and_its_last_before_the_rest() -> None:
    assert of(*[SCAN] * 6) == Wanted(first=(0, 1, 2, 5), rest=(3, 4))


def test_a_picture_is_a_page_too() -> None:
    assert of(SCAN, format="jpeg").pages == (0,)


def test_blank_pages_hold_nothing_to_read() -> None:
    assert of(Page(0, "none", blank=True), SCAN).pages == (1,)


def test_a_layer_that_means_nothing_is_read_anew() -> None:
    assert of(TEXT, Page(900, has_picture=True, rubbish=True)).pages == (1,)


def test_words_drawn_as_curves_are_read_although_they_are_no_picture() -> None:
    assert of(Page(0, "none")).pages == (0,)


def test_formats_that_are_never_drawn_are_not_asked() -> None:
    assert of(SCAN, format="docx") == Wanted()


def test_a_file_that_could_not_be_read_is_not_asked() -> None:
    problem = Problem("damaged", Text("rusak", "damaged"))
    assert wanted_in(Facts(format="pdf", problem=problem, pages=(SCAN,))) == Wanted()


def test_a_scanned_book_does_not_eat_the_time_of_everything_else() -> None:
    wanted = of(*[SCAN] * 500)
    assert len(wanted.pages) == MOST_PAGES
    assert 499 in wanted.first
    assert wanted.beyond == tuple(range(MOST_PAGES - 1, 499))


@given(PAGES)
def test_every_page_that_wants_ocr_has_one_place(pages: list[Page]) -> None:
    wanted = of(*pages)
    places = [*wanted.first, *wanted.rest, *wanted.beyond]
    assert sorted(places) == [
        number
        for number, page in enumerate(pages)
        if page.rubbish or (page.source == "none" and not page.blank)
    ]
    assert len(wanted.pages) == min(MOST_PAGES, len(places))
