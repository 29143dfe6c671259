"""The known words: those of the shipped files are among them, and the list is current."""

import pytest

from emonev.checks import known_words
from emonev.checks.known_words import is_known, words_of_shipped_files


def test_the_list_holds_the_words_of_the_shipped_rubrics_and_laws() -> None:
    missing = set(words_of_shipped_files()) - known_words.known_words()
    assert missing == set(), "run: python -m emonev.checks.known_words --write"


def test_words_one_letter_off_a_phrase_are_known() -> None:
    assert all(map(is_known, ("evaluasi", "daya", "rangka", "kepala", "pengelola", "penerapan")))


def test_numbers_are_known_and_misread_words_are_not() -> None:
    assert is_known("2024")
    assert is_known("17a")
    assert not is_known("lnformasi")
    assert not is_known("lap0ran")


def test_the_list_is_printed_for_whoever_looks(capsys: pytest.CaptureFixture[str]) -> None:
    known_words.main([])
    assert {"informasi", "evaluasi"} <= set(capsys.readouterr().out.split())
