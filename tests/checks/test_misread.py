"""Misread phrases: found as recognition leaves them, and never where another word stands."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.checks.contains import Contains
from emonev.checks.has_columns import HasColumns
from emonev.checks.known_words import known_words
from emonev.checks.misread import is_misread, misread_places
from emonev.checks.statement_of_nil import NIL, STATEMENT, StatementOfNil
from emonev.checks.titled import Titled
from emonev.load import load_rubric
from emonev.model.check import Check
from emonev.normalise import find_phrase, normalise
from emonev.resources import criteria_folder


def read_as(phrase: str, page: str) -> list[str]:
    page = normalise(page)
    return [page[start:end] for start, end in misread_places(normalise(phrase), page)]


@pytest.mark.parametrize(
    ("phrase", "page", "found"),
    [
        ("informasi publik", "DAFTAR lNFORMASl PUBLIK", ["lnformasl publik"]),
        ("laporan layanan", "LAPOR AN LAYANAN 2024", ["lapor an layanan"]),
        ("daftar informasi publik", "daftarinformasi publik", ["daftarinformasi publik"]),
        ("maklumat pelayanan", "MAKLUMAT PELAYANAM", ["maklumat pelayanam"]),
        ("permohonan informasi", "perrnohonan inforrnasi", ["perrnohonan inforrnasi"]),
        ("rencana kerja", "R3NCANA KERJA", ["r3ncana kerja"]),
        ("pasal 17", "Pasai l7 huruf a", ["pasai l7"]),
        ("daftar informasi", "daftar | informasi", ["daftar | informasi"]),
        ("ppid", "Tim PPlD Utama", ["ppld"]),
        ("dip", "Lampiran D1P", ["d1p"]),
    ],
)
def test_what_recognition_does_to_words_is_forgiven(
    phrase: str, page: str, found: list[str]
) -> None:
    assert read_as(phrase, page) == found


@pytest.mark.parametrize(
    ("phrase", "page"),
    [
        ("jalur evakuasi", "jalur evaluasi"),  # another word
        ("sumber dana", "sumber daya"),
        ("pengelolaan informasi", "pengelola informasi"),
        ("dip", "dik"),  # too few letters to differ in one
        ("kib", "klb"),
        ("renja", "renda"),
        ("laporan tahun 2024", "iaporan tahun 2023"),  # another year
        ("laporan tahun 2024", "iaporan tahun 20Z4"),
        ("triwulan ii", "triwuian iii"),
        ("semester 1", "semester i"),  # a numeral that stands there
        ("10 hari", "11 hari"),
        ("kerjasama", "kerja sama"),  # both are words, and a rubric may tell them apart
        ("rencana kerja", "disusun rencana. Kerja sama"),  # two sentences
        ("penyusunan rencana", "penyusumam. Rencana"),
        ("informasi publik", "informasi publikasikan"),
        ("layanan informasi", "layanan (4) informasi"),
        ("no", "n0"),  # too short for anything
        ("...", "... ..."),
        ("maklumat", ""),
    ],
)
def test_what_may_really_stand_there_is_not_taken_for_the_phrase(phrase: str, page: str) -> None:
    assert read_as(phrase, page) == []


def test_each_place_is_found_once_and_in_reading_order() -> None:
    assert read_as("informasi publik", "informasl publik dan lnformasi publik") == [
        "informasl publik",
        "lnformasi publik",
    ]


def test_a_long_text_full_of_misreadings_takes_no_more_than_its_length() -> None:
    page = "daftar informasl publik " * 4_000
    assert len(read_as("daftar informasi publik", page)) == 4_000
    begun = time.process_time()
    read_as("daftar informasi publik", page)
    assert time.process_time() - begun < 5


def test_a_misread_word_is_told_from_a_word() -> None:
    assert is_misread("lap0ran", ("laporan", "evaluasi"))
    assert not is_misread("lapangan", ("laporan",))  # a word
    assert not is_misread("sumedang", ("pedoman",))
    assert not is_misread("la", ("laporan",))


# Measured over all phrases of the shipped rubrics ---------------------------------------------------


def phrases_of(check: Check) -> tuple[str, ...]:
    match check:
        case Contains():
            return (*check.any_of, *check.all_of)
        case Titled():
            return (*check.any_of, *check.not_any_of)
        case HasColumns():
            return tuple(name for names in check.all_of for name in names)
        case StatementOfNil():
            return check.about
        case _:
            return ()


def shipped_phrases() -> list[str]:
    rubrics = map(load_rubric, sorted(criteria_folder().glob("*-20*.yaml")))
    checks = (check for one in rubrics for c in one.criteria() for check in c.checks)
    found = {normalise(phrase) for check in checks for phrase in phrases_of(check)}
    return sorted({*found, *STATEMENT, *NIL})


PHRASES = shipped_phrases()
# Sentences that hold other phrases of the rubrics, for each to be looked for in all of them.
PAGES = [
    " sesuai dengan ".join(PHRASES[first : first + 40]) for first in range(0, len(PHRASES), 40)
]
letters_alone = str.maketrans("", "", " ,/.")


def test_no_phrase_of_the_rubrics_is_taken_for_another() -> None:
    taken = {
        (phrase, page[start:end])
        for page in PAGES
        for phrase in PHRASES
        if not any(find_phrase(phrase, (page,)))
        for start, end in misread_places(phrase, page)
    }
    # The same phrase, parted or joined otherwise, is no other.
    assert {
        (phrase, read)
        for phrase, read in taken
        if phrase.translate(letters_alone) != read.translate(letters_alone)
    } == set()


SEEN_IN_SCANS = {
    "i": "l1j", "l": "i1", "o": "0c", "s": "5", "e": "co", "c": "e", "a": "o", "u": "n", "n": "u",
    "b": "h6", "h": "b", "g": "q9", "t": "f", "f": "t", "r": "n", "j": "i", "d": "o", "m": "n",
}  # fmt: skip


def noisy(text: str, rate: float, chance: random.Random) -> str:
    """Return the text with that part of its characters misread, dropped or doubled."""

    def read(character: str) -> str:
        if chance.random() >= rate:
            return character
        kind = chance.random()
        if kind < 0.5 and character in SEEN_IN_SCANS:
            return chance.choice(SEEN_IN_SCANS[character])
        if kind < 0.75:
            return ""
        return chance.choice("aeiknrstu") if kind < 0.9 else character + chance.choice(" .'il")

    return "".join(map(read, text))


@pytest.mark.parametrize(("rate", "exact", "forgiven"), [(0.01, 0.9, 0.97), (0.05, 0.55, 0.84)])
def test_most_phrases_are_found_under_noise(rate: float, exact: float, forgiven: float) -> None:
    chance = random.Random(1)
    pages = [f"kepala bagian {noisy(one, rate, chance)} sesuai ketentuan" for one in PHRASES]
    pairs = list(zip(PHRASES, pages, strict=True))
    strictly = [any(find_phrase(phrase, (page,))) for phrase, page in pairs]
    tolerantly = [any(misread_places(phrase, page)) for phrase, page in pairs]
    found = [a or b for a, b in zip(strictly, tolerantly, strict=True)]
    assert sum(strictly) / len(pairs) < exact
    assert sum(found) / len(pairs) > forgiven


@given(st.sampled_from(PHRASES), st.lists(st.sampled_from(sorted(known_words())), max_size=30))
def test_words_that_exist_are_never_taken_for_a_phrase(phrase: str, words: list[str]) -> None:
    assert list(misread_places(phrase, " ".join(words))) == []


@given(st.text(max_size=60), st.text(max_size=300))
def test_any_text_may_be_searched_for_anything(phrase: str, page: str) -> None:
    for start, end in misread_places(normalise(phrase), normalise(page)):
        assert 0 <= start < end <= len(normalise(page))
