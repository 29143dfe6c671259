"""Where phrases stand: the short way to a proof agrees with the long one, and tolerance has ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.checks.phrases import any_hit, closest, hits_of, misreading, proof_of_hit
from emonev.model.facts import DocumentText
from emonev.model.finding import Proof
from emonev.normalise import Hit, normalise


def text_of(*pages: str) -> DocumentText:
    return DocumentText(pages, tuple(normalise(page) for page in pages))


def first_hit(phrase: str, pages: tuple[str, ...], *, tolerant: bool = False) -> Hit | None:
    return next(hits_of(phrase, pages, forgive=range(len(pages)) if tolerant else ()), None)


def marked(proof: Proof) -> str:
    (start, end) = proof.marks[0]
    return proof.snippet[start:end]


def letters_of(printed: str) -> str:
    """Return the letters alone: a snippet keeps the hyphen at a line's end, and loses the line."""
    return "".join(character for character in normalise(printed) if character.isalpha())


WORDS = "daftar Daftar DAFTAR informasi infor-\nmasi publik PUBLIK, daftarnya é ﬁnal İ (informasi)"
words = st.lists(
    st.sampled_from([*WORDS.split(" "), "d a f t a r", "undang-undang", "\u00ad"]),
    min_size=3,
    max_size=25,
)
gaps = st.sampled_from((" ", "\n", "  ", " \n "))


@given(words, gaps, st.sampled_from(("daftar informasi", "informasi publik", "undang-undang")))
def test_a_proof_marks_the_words_that_were_found(some: list[str], gap: str, phrase: str) -> None:
    text = text_of(gap.join(some))
    for hit in hits_of(phrase, text.normal):
        proof = proof_of_hit(hit, text, "a.pdf")
        assert proof.page == 1
        assert letters_of(marked(proof)) == letters_of(phrase)


def test_the_place_is_that_of_the_hit_and_not_of_an_earlier_look_alike() -> None:
    text = text_of("Daftarnya panjang. Daftar hadir. Daftar informasi\npublik ada di sini.")
    hit = first_hit("daftar informasi publik", text.normal)
    assert hit is not None
    assert proof_of_hit(hit, text, "a.pdf") == Proof(
        "a.pdf",
        1,
        "Daftarnya panjang. Daftar hadir. Daftar informasi publik ada di sini.",
        ((33, 56),),
    )


@pytest.mark.parametrize(
    "printed",
    [
        "İstana. Daftar\ninformasi",  # a letter that becomes two when lowered
        "infor-\nmasi dan daftar informasi",  # one more "infor" than words
        "dáftar, daftar informasi",  # an accent that normal text drops
        "daftar informasinya, D A F T A R informasi",
        "daf-\ntar hadir, daftar hadir, daftar informasi, daftar isi",
        "daf-\ntar hadir, daf-\ntar informasi",
    ],
)
def test_where_the_short_way_fails_the_long_one_arrives(printed: str) -> None:
    text = text_of(printed)
    hit = first_hit("daftar informasi", text.normal)
    assert hit is not None
    assert letters_of(marked(proof_of_hit(hit, text, "a.pdf"))) == "daftarinformasi"


@pytest.mark.parametrize("page", ["", "dip", "  kata sambutan kepala dinas"])
def test_tolerance_finds_nothing_where_there_is_nothing(page: str) -> None:
    assert first_hit("daftar informasi", (page,), tolerant=True) is None


def test_tolerance_forgives_recognition() -> None:
    pages = (normalise("lapor an layanan lnformasl publik tahun 2024"),)
    assert first_hit("layanan informasi publik", pages) is None
    assert first_hit("layanan informasi publik", pages, tolerant=True) == Hit(0, 9, 33)


@pytest.mark.parametrize("page", ["a nformasi publik b", "a informasi publi b"])
def test_a_similar_place_begins_and_ends_with_a_word(page: str) -> None:
    hit = first_hit("informasi publik", (page,), tolerant=True)
    assert hit is not None
    assert page[hit.start : hit.end] == page[2:-2]


def test_tolerance_does_not_forgive_another_year() -> None:
    pages = ("laporan layanan informasi publik tahun 2023",)
    assert first_hit("layanan informasi publik tahun 2024", pages, tolerant=True) is None


def test_tolerance_does_not_take_a_short_word_for_another() -> None:
    assert first_hit("dip", ("daftar dik dinas",), tolerant=True) is None


def test_tolerance_compares_whole_words() -> None:
    assert first_hit("informasi publik", ("informasi publikasikan",), tolerant=True) is None


def test_tolerance_prefers_the_exact_words() -> None:
    pages = ("informasl publik", "informasi publik")
    assert [hit.page for hit in hits_of("informasi publik", pages, forgive=(0, 1))] == [1]


def test_misread_words_count_only_where_they_are_forgiven() -> None:
    pages = ("informasl publik", "lnformasi publik")
    assert list(hits_of("informasi publik", pages)) == []
    assert [hit.page for hit in hits_of("informasi publik", pages, forgive=(1,))] == [1]


def test_an_exact_alternative_goes_before_a_misread_one() -> None:
    pages = ("maklumat pelayanam", "janji layanan")
    found = any_hit(("maklumat pelayanan", "janji layanan"), pages, forgive=(0, 1))
    assert found == ("janji layanan", Hit(1, 0, 13))


def test_words_that_ran_together_are_no_misreading() -> None:
    assert misreading("Daftar informasi", Hit(0, 0, 15), ("daftarinformasi",)) is None
    assert misreading("daftar", Hit(0, 0, 6), ("daflar",)) == "daflar"


def test_closest_counts_the_words_between_in_any_order() -> None:
    pages = ("anggaran a b c ppid d anggaran",)
    groups = [list(hits_of(phrase, pages)) for phrase in ("ppid", "anggaran")]
    found = closest(groups, pages)
    assert found is not None
    assert found[0] == 1


def test_words_on_different_pages_are_not_close() -> None:
    pages = ("anggaran", "ppid")
    assert closest([list(hits_of(p, pages)) for p in ("anggaran", "ppid")], pages) is None


@given(st.lists(st.sampled_from("abcx"), min_size=1, max_size=30))
def test_closest_finds_the_narrowest_window(letters: list[str]) -> None:
    pages = (" ".join(letters),)
    groups = [list(hits_of(letter, pages)) for letter in "abc"]
    found = closest(groups, pages)
    places = [[i for i, one in enumerate(letters) if one == letter] for letter in "abc"]
    windows = [
        max(a, b, c) - min(a, b, c) - 1 for a in places[0] for b in places[1] for c in places[2]
    ]
    assert (found[0] if found else None) == min(windows, default=None)
