"""Which obligations a rubric asks for, by what its criteria cite."""

from fractions import Fraction

from emonev.coverage import Coverage, coverage_of
from emonev.laws import obligations_of
from tests.builders import a_criterion, a_rubric, a_stage, an_indicator


def covered(*laws: tuple[str, ...], category: str = "kabupaten-kota") -> Coverage:
    criteria = (a_criterion(f"K-{number}", law=law) for number, law in enumerate(laws))
    return coverage_of(a_rubric(a_stage(an_indicator(*criteria)), category=category))


def states(coverage: Coverage, *starts: str) -> dict[str, str]:
    return {
        each.citation: each.state
        for each in coverage.obligations
        if each.citation.startswith(starts)
    }


UU_9_2 = {f"UU 14/2008 Pasal 9 ayat (2) huruf {letter}" for letter in "abc"}


def test_a_citation_covers_its_own_place_and_no_other() -> None:
    found = states(covered(("UU 14/2008 Pasal 9 ayat (2) huruf b",)), "UU 14/2008 Pasal 9 ayat (2)")
    assert found == {place: "asked" if place.endswith("b") else "not-asked" for place in UU_9_2}


def test_an_ayat_covers_its_letters_and_an_article_its_ayat() -> None:
    for law in ("UU 14/2008 Pasal 9 ayat (2)", "UU 14/2008 Pasal 9"):
        found = states(covered((law,)), "UU 14/2008 Pasal 9 ayat (2)")
        assert set(found.values()) == {"asked"}


def test_a_letter_covers_its_ayat_in_part() -> None:
    """UU 14/2008 Pasal 12 is one obligation with four parts of its own."""
    coverage = covered(("UU 14/2008 Pasal 12 huruf a",))
    assert states(coverage, "UU 14/2008 Pasal 12") == {
        "UU 14/2008 Pasal 12": "partly",
        "UU 14/2008 Pasal 12 huruf a": "asked",
        "UU 14/2008 Pasal 12 huruf b": "not-asked",
        "UU 14/2008 Pasal 12 huruf c": "not-asked",
        "UU 14/2008 Pasal 12 huruf d": "not-asked",
    }
    whole = next(each for each in coverage.obligations if each.citation == "UU 14/2008 Pasal 12")
    assert [(by.criterion, by.reach) for by in whole.by] == [("K-0", "narrower")]


def test_lists_and_ranges_cover_each_of_their_places() -> None:
    found = states(
        covered(("UU 14/2008 Pasal 9 ayat (2) huruf a–c",)), "UU 14/2008 Pasal 9 ayat (2)"
    )
    assert found == dict.fromkeys(UU_9_2, "asked")


def test_what_cites_nothing_or_another_law_is_named() -> None:
    coverage = covered((), ("PERKI 1/2018 Pasal 3",), ("UU 14/2008 Pasal 9",))
    assert coverage.elsewhere == ("K-0", "K-1")


def test_only_what_the_category_owes_counts() -> None:
    for category in ("kabupaten-kota", "desa", "partai-politik"):
        coverage = covered(("UU 14/2008",), category=category)
        assert coverage.total.obligations == len(obligations_of(category))


def test_the_parts_add_up_to_the_whole() -> None:
    coverage = covered(("PERKI 1/2021 Pasal 15",), ("UU 14/2008 Pasal 12 huruf a",))
    for count in ("obligations", "asked", "partly", "not_asked"):
        assert sum(getattr(kind, count) for kind in coverage.kinds) == getattr(
            coverage.total, count
        )
    for kind in (*coverage.kinds, coverage.total):
        assert kind.asked + kind.partly + kind.not_asked == kind.obligations
        assert kind.share == Fraction(kind.asked, kind.obligations)


def test_a_law_cited_as_a_whole_covers_nothing() -> None:
    """ "UU 14/2008" alone names no duty."""
    assert covered(("UU 14/2008",)).total.asked == 0
