"""Snippets: what stands around a place."""

from hypothesis import given
from hypothesis import strategies as st

from emonev.evidence.analysis.snippet import snippet_of
from emonev.personal_data import masked


def test_a_snippet_is_cut_between_words_and_says_that_it_was_cut() -> None:
    text = "alpha " * 30 + "TENGAH" + " omega" * 30
    start = text.index("TENGAH")
    assert snippet_of(text, start, start + 6) == (
        "… " + "alpha " * 10 + "TENGAH" + " omega" * 10 + " …"
    )


def test_a_short_text_is_shown_whole_on_one_line() -> None:
    assert snippet_of("satu\n dua\ttiga", 6, 9) == "satu dua tiga"


@given(st.text(), st.data())
def test_the_words_themselves_are_always_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = snippet_of(text, start, end)
    assert "".join(masked(text)[start:end].split()) in "".join(found.split())
    assert len(found) <= end - start + 128
