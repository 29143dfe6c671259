"""The table of obligations: every citation exists, and each body gets its own."""

from collections import Counter

from emonev.laws import KINDS, missing, obligations, obligations_of


def test_every_obligation_stands_at_a_place_that_exists() -> None:
    assert [each.citation for each in obligations() if missing(each.law, each.place)] == []


def test_keys_are_unique_and_texts_are_in_both_languages() -> None:
    keys = Counter(each.key for each in obligations())
    assert max(keys.values()) == 1
    for each in obligations():
        assert each.gist.id.strip()
        assert each.gist.en.strip()
        assert each.gist.id != each.gist.en
        assert each.kind in KINDS


def test_a_regency_owes_what_parties_and_companies_do_not_take_from_it() -> None:
    groups = Counter(each.applies_to for each in obligations_of("kabupaten-kota"))
    assert set(groups) == {"all", "state", "risk-permits", "education"}
    assert sum(groups.values()) == 332
    assert {each.applies_to for each in obligations_of("desa")} == {"all", "state"}
    assert "party" in {each.applies_to for each in obligations_of("partai-politik")}


def test_an_unknown_category_is_taken_for_a_body_of_the_state() -> None:
    assert obligations_of("badan-entah") == obligations_of("desa")


def test_the_standards_must_cover_seven_procedures() -> None:
    """PERKI 1/2021 Pasal 23 ayat (2) huruf a to g."""
    places = {each.place for each in obligations() if each.law == "PERKI 1/2021"}
    letters = {p.letter for p in places if (p.article, p.paragraph) == ("23", "2")} - {""}
    assert letters == set("abcdefg")
