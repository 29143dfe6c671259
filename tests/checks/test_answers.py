"""What every kind says in the same way: lists, places, quotations, dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.checks import answers
from emonev.checks.examples import a_date
from emonev.model.facts import Page
from emonev.model.finding import Proof
from emonev.model.text import Text


def test_alternatives_are_listed_as_each_language_does() -> None:
    assert answers.any_of(("a", "b", "c")) == Text("“a”, “b” atau “c”", "“a”, “b” or “c”")
    assert answers.all_of(("a", "b")) == Text("“a” dan “b”", "“a” and “b”")
    assert answers.any_of(("a",)) == Text("“a”", "“a”")
    assert answers.any_of(()) == Text("", "")


def test_a_long_list_of_alternatives_is_cut_short() -> None:
    assert answers.any_of("abcdefg") == Text(
        "“a”, “b”, “c”, “d” atau 3 lainnya", "“a”, “b”, “c”, “d” or 3 others"
    )


def test_what_is_missing_is_never_cut_short() -> None:
    assert answers.all_of("abcdefg").id.count("“") == 7


def test_a_long_quotation_ends_in_dots() -> None:
    shown = answers.quoted("kata " * 100)
    assert len(shown) <= answers.LONGEST_QUOTE + 2
    assert shown.endswith("…”")


@pytest.mark.parametrize(
    ("pages", "shown"),
    [((1,), "1"), ((3, 1, 2), "1–3"), ((1, 2, 5, 7, 8), "1–2, 5, 7–8"), ((), "")],
)
def test_runs_of_pages_are_drawn_together(pages: tuple[int, ...], shown: str) -> None:
    assert answers.page_list(pages) == shown


@given(st.sets(st.integers(1, 60)))
def test_a_list_of_pages_names_each_once(pages: set[int]) -> None:
    named: list[int] = []
    for run in filter(None, answers.page_list(pages).split(", ")):
        first, _, last = run.partition("–")
        named += range(int(first), int(last or first) + 1)
    assert named == sorted(pages)


@pytest.mark.parametrize(
    ("page", "lacks"),
    [
        (Page(900), False),
        (Page(0, "none", has_picture=True), True),
        (Page(24, has_picture=True), True),  # "Scanned with …"
        (Page(24), False),
        (Page(0, "none", blank=True), False),
    ],
)
def test_a_page_lacks_text_where_something_else_stands_on_it(page: Page, *, lacks: bool) -> None:
    assert answers.lacks_text(page) is lacks


def test_a_date_is_marked_in_its_sentence() -> None:
    seen = a_date("2024", "2024", "about", page=3, snippet="Tahun Anggaran 2024")
    assert answers.proof_of_date(seen, "a.pdf") == Proof(
        "a.pdf", 3, "Tahun Anggaran 2024", ((15, 19),)
    )


def test_a_date_that_its_sentence_prints_otherwise_stands_alone() -> None:
    seen = a_date("27 September 2024", "2024-09-27", "signed", snippet="27\nSeptember 2024")
    assert answers.proof_of_date(seen, "a.pdf") == Proof(
        "a.pdf", 1, "27 September 2024", ((0, 17),)
    )


def test_formats_without_pages_have_one_place() -> None:
    assert answers.place(None) == Text("dokumen ini", "this document")
