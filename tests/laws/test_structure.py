"""Which places the three laws have; what is told of one that they do not have."""

import pytest

from emonev.laws import LAWS, Place, missing, read_citation
from emonev.laws.structure import _laws

GONE = {
    "UU 14/2008 Pasal 65": (
        "UU 14/2008 tidak memiliki Pasal 65",
        "Yang ada: Pasal 1 sampai Pasal 64.",
    ),
    "UU 14/2008 Pasal 8 ayat (1)": (
        "UU 14/2008 Pasal 8 tidak memiliki ayat (1)",
        "UU 14/2008 Pasal 8 tidak terbagi lagi.",
    ),
    "PERKI 1/2021 Pasal 15 ayat (11)": (
        "PERKI 1/2021 Pasal 15 tidak memiliki ayat (11)",
        "Yang ada: ayat (1) sampai ayat (10).",
    ),
    "PERKI 1/2021 Pasal 15 ayat (1) huruf e": (
        "PERKI 1/2021 Pasal 15 ayat (1) tidak memiliki huruf e",
        "Yang ada: huruf a sampai huruf d.",
    ),
    "PERKI 1/2021 Pasal 15 ayat (9) huruf b angka 24": (
        "PERKI 1/2021 Pasal 15 ayat (9) huruf b tidak memiliki angka 24",
        "Yang ada: angka 1 sampai angka 23.",
    ),
    "UU 14/2008 Pasal 11 huruf h": (
        "UU 14/2008 Pasal 11 terbagi atas ayat, tetapi ayatnya tidak disebut",
        "Huruf h ada di ayat (1).",
    ),
    "UU 14/2008 Pasal 11 huruf z": (
        "UU 14/2008 Pasal 11 terbagi atas ayat, tetapi ayatnya tidak disebut",
        "Yang ada: ayat (1) sampai ayat (3).",
    ),
    "PERKI 1/2021 Lampiran XII": (
        "PERKI 1/2021 tidak memiliki Lampiran XII",
        "Yang ada: Lampiran I sampai Lampiran XI.",
    ),
    "PP 61/2010 Lampiran I": (
        "PP 61/2010 tidak memiliki Lampiran I",
        "PP 61/2010 tidak memiliki Lampiran.",
    ),
}


@pytest.mark.parametrize(("text", "told"), GONE.items(), ids=list(GONE))
def test_a_place_that_does_not_exist_is_told_with_what_does(
    text: str, told: tuple[str, str]
) -> None:
    cited = read_citation(text)
    assert cited is not None
    gone = missing(cited.law, cited.places[0])
    assert gone is not None
    assert (gone.message.id, gone.nearby.id) == told


@pytest.mark.parametrize(
    "text",
    [
        "UU 14/2008 Pasal 17 huruf j",
        "UU 14/2008 Pasal 9 ayat (2) huruf d",
        "PERKI 1/2021 Pasal 21 ayat (1) huruf r",
        "PERKI 1/2021 Pasal 15 ayat (9) huruf c angka 15",
        "PERKI 1/2021 Pasal 1 angka 22",
        "PERKI 1/2021 Lampiran XI",
        "PP 61/2010 Pasal 22",
        "UU 14/2008 BAB XIV",
    ],
)
def test_a_place_that_exists_is_passed(text: str) -> None:
    cited = read_citation(text)
    assert cited is not None
    assert missing(cited.law, cited.places[0]) is None


def test_other_laws_are_not_judged() -> None:
    assert missing("PERKI 1/2018", Place("999")) is None


def test_the_laws_have_as_many_articles_as_they_print() -> None:
    counts = {law: list(_laws()[law].articles) for law in LAWS}
    assert {law: len(articles) for law, articles in counts.items()} == {
        "UU 14/2008": 64,
        "PERKI 1/2021": 64,
        "PP 61/2010": 22,
    }
    for articles in counts.values():
        assert articles == [str(number) for number in range(1, len(articles) + 1)]


def test_letters_and_paragraphs_run_without_a_gap() -> None:
    for law in _laws().values():
        for article in law.articles.values():
            ayat = [key for key in article if key]
            assert ayat == [str(number) for number in range(1, len(ayat) + 1)]
            for letters in article.values():
                given = [key for key in letters if key]
                assert given == [chr(ord("a") + n) for n in range(len(given))]


def test_procurement_counts_39_documents() -> None:
    """PERKI 1/2021 Pasal 15 ayat (9): the general plan, 23 of the selection, 15 of the execution."""
    procurement = _laws()["PERKI 1/2021"].articles["15"]["9"]
    assert procurement == {"a": 0, "b": 23, "c": 15}
