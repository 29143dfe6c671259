"""The same words are the same document, whoever saved it; too few words are nobody's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.evidence.analysis import facts_of
from emonev.evidence.analysis.text_hash import text_hash_of
from emonev.evidence.reading import Reading
from emonev.model.facts import Note, Page
from emonev.model.text import Text

WORDS = [f"kata{number}" for number in range(60)]
LETTER = " ".join(WORDS)


def test_line_breaks_case_and_properties_make_no_other_document() -> None:
    saved_again = "\n".join(WORDS).upper()
    hashes = {
        facts_of(Reading(format=format_, texts=(text,), properties={"created": made}))[0].text_hash
        for format_, text, made in (
            ("text", LETTER, "2023-01-02T03:04:05Z"),
            ("docx", saved_again, "2024-01-02T03:04:05Z"),
        )
    }
    assert len(hashes) == 1
    assert all(map(len, hashes))


def test_a_page_break_elsewhere_makes_no_other_document() -> None:
    pages = (" ".join(WORDS[:20]), " ".join(WORDS[20:]))
    assert text_hash_of(pages, (), ()) == text_hash_of((LETTER,), (), ())


@given(st.sampled_from(range(60)))
def test_one_other_word_makes_another_document(place: int) -> None:
    other = [*WORDS[:place], "2024", *WORDS[place + 1 :]]
    assert text_hash_of((" ".join(other),), (), ()) != text_hash_of((LETTER,), (), ())


@pytest.mark.parametrize(
    ("normal", "pages", "notes"),
    [
        ((), (), ()),
        (("dipindai dengan aplikasi",) * 40, (), ()),  # a stamp on every page
        ((LETTER, ""), (Page(400), Page(0, "none", has_picture=True)), ()),
        ((LETTER,), (), (Note("truncated", Text("Terpotong.", "Cut off.")),)),
    ],
    ids=["no words", "a stamp", "a page that is a picture", "read in part"],
)
def test_what_cannot_tell_documents_apart_has_no_hash(
    normal: tuple[str, ...], pages: tuple[Page, ...], notes: tuple[Note, ...]
) -> None:
    assert text_hash_of(normal, pages, notes) == ""


def test_a_blank_page_is_no_hindrance() -> None:
    assert text_hash_of((LETTER, ""), (Page(400), Page(0, "none", blank=True)), ())
