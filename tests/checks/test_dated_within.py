"""Which date counts, and what is left to a person."""

import pytest

from emonev.checks.dated_within import DatedWithin
from emonev.checks.document_years import years_wanted
from emonev.checks.examples import (
    LATEST,
    PERIOD,
    THIS_YEAR,
    Role,
    a_case,
    a_date,
    a_document,
)
from emonev.model.facts import DateSeen
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.text import Text
from emonev.model.years import YearRule, resolve_years

LAST_TWO = YearRule("years", -1, 0)


def asked_of(
    check: DatedWithin,
    *dates: DateSeen,
    about: tuple[int, int] | None = None,
    basis: str = "",
    years: tuple[YearRule, ...] = (THIS_YEAR,),
) -> Finding:
    document = a_document("a.pdf", "Isi dokumen", dates=dates, years=about, basis=basis)
    return check.look_at(document, a_case(document, years=years))


@pytest.mark.parametrize(
    ("about", "rules", "outcome"),
    [
        ((2024, 2024), (THIS_YEAR,), Outcome.MET),
        ((2023, 2023), (THIS_YEAR,), Outcome.NOT_MET),
        ((2025, 2025), (THIS_YEAR,), Outcome.NOT_MET),
        ((2023, 2024), (LAST_TWO,), Outcome.MET),
        ((2023, 2024), (THIS_YEAR,), Outcome.NEEDS_REVIEW),
        ((2021, 2026), (PERIOD,), Outcome.MET),
        ((2024, 2024), (PERIOD,), Outcome.NOT_MET),
        ((2016, 2021), (PERIOD,), Outcome.NOT_MET),
        ((2024, 2024), (THIS_YEAR, PERIOD), Outcome.MET),
        ((2019, 2019), (LATEST,), Outcome.MET),
        ((2025, 2025), (LATEST,), Outcome.NOT_MET),
        ((1999, 1999), (), Outcome.MET),
    ],
)
def test_the_years_it_is_about_are_held_against_the_rules(
    about: tuple[int, int], rules: tuple[YearRule, ...], outcome: Outcome
) -> None:
    finding = asked_of(DatedWithin(), about=about, basis="title", years=rules)
    assert finding.outcome is outcome


def test_the_checks_own_years_win() -> None:
    check = DatedWithin(years=(YearRule("years", -1, -1),))
    assert asked_of(check, about=(2023, 2023), basis="title").outcome is Outcome.MET


@pytest.mark.parametrize("basis", ["property", "file-name", "text"])
@pytest.mark.parametrize("year", [2022, 2024])
def test_a_weak_hint_decides_neither_way(basis: str, year: int) -> None:
    assert asked_of(DatedWithin(), about=(year, year), basis=basis).outcome is Outcome.NEEDS_REVIEW


@pytest.mark.parametrize(
    ("year", "outcome"),
    [
        (2024, Outcome.MET),
        (2025, Outcome.NEEDS_REVIEW),  # the report on a year is signed in the next one
        (2022, Outcome.NOT_MET),
    ],
)
def test_a_date_of_signing_stands_in_for_the_year(year: int, outcome: Outcome) -> None:
    seen = a_date(f"2 Januari {year}", f"{year}-01-02", "signed")
    finding = asked_of(DatedWithin(), seen, about=(year, year), basis="signed")
    assert finding.outcome is outcome


def test_signed_takes_the_last_signature_and_no_other_date() -> None:
    dates = (
        a_date("TAHUN 2023", "2023", "title"),
        a_date("5 Mei 2023", "2023-05-05", "signed"),
        a_date("2 Januari 2024", "2024-01-02", "signed", page=9),
    )
    finding = asked_of(DatedWithin(date="signed"), *dates, about=(2023, 2023), basis="title")
    assert finding.outcome is Outcome.MET
    assert finding.proofs == (Proof("a.pdf", 9, "2 Januari 2024", ((0, 14),)),)


def test_signed_falls_back_on_the_number() -> None:
    number = a_date("Nomor 5 Tahun 2024", "2024", "number")
    assert asked_of(DatedWithin(date="signed"), number).outcome is Outcome.MET


def test_signed_is_open_where_only_the_title_has_a_year() -> None:
    title = a_date("2024", "2024", "title")
    finding = asked_of(DatedWithin(date="signed"), title, about=(2024, 2024), basis="title")
    assert finding.outcome is Outcome.NEEDS_REVIEW


@pytest.mark.parametrize(
    ("role", "outcome"),
    [
        ("text", Outcome.MET),
        ("number", Outcome.MET),
        ("citation", Outcome.NEEDS_REVIEW),
        ("property", Outcome.NEEDS_REVIEW),
    ],
)
def test_any_date_will_do_but_that_of_a_cited_law(role: Role, outcome: Outcome) -> None:
    check = DatedWithin(date="any")
    assert asked_of(check, a_date("2024", "2024", role)).outcome is outcome


def test_any_finds_the_fitting_date_among_others() -> None:
    dates = (a_date("TAHUN 2022", "2022", "title"), a_date("2024", "2024", "text", page=4))
    finding = asked_of(DatedWithin(date="any"), *dates)
    assert (finding.outcome, finding.proofs[0].page) == (Outcome.MET, 4)


def test_any_reports_the_strongest_date_where_none_fits() -> None:
    dates = (a_date("2021", "2021", "text"), a_date("TAHUN 2022", "2022", "title"))
    finding = asked_of(DatedWithin(date="any"), *dates)
    assert finding.outcome is Outcome.NOT_MET
    assert finding.proofs[0].snippet == "TAHUN 2022"


def test_any_takes_every_year_where_the_rubric_restricts_none() -> None:
    finding = asked_of(DatedWithin(date="any"), a_date("1999", "1999", "text"), years=())
    assert finding.outcome is Outcome.MET


def test_a_missing_date_needs_review() -> None:
    assert asked_of(DatedWithin()).outcome is Outcome.NEEDS_REVIEW


def test_a_missing_date_names_the_pages_without_text() -> None:
    document = a_document("a.pdf", "Kata pengantar", "", "")
    finding = DatedWithin().look_at(document, a_case(document))
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert "halaman 2–3 tanpa teks" in finding.message.id


def test_a_year_without_its_place_is_still_said() -> None:
    finding = asked_of(DatedWithin(), about=(2024, 2024), basis="about")
    assert finding.proofs == (Proof("a.pdf"),)
    assert finding.message.id == (
        "Dokumen ini dari 2024, menurut masa yang disebut dalam dokumen: “2024” (dokumen ini); "
        "diminta 2024."
    )


@pytest.mark.parametrize(
    ("rules", "wanted"),
    [
        ((THIS_YEAR,), Text("2024", "2024")),
        ((LAST_TWO,), Text("2023–2024", "2023–2024")),
        (
            (THIS_YEAR, PERIOD),
            Text("2024 atau periode yang mencakup 2024", "2024 or a period that covers 2024"),
        ),
        ((LATEST,), Text("edisi terbaru sampai 2024", "the newest edition up to 2024")),
        ((), Text("tahun apa pun", "any year")),
    ],
)
def test_allowed_years_are_said_as_people_say_them(
    rules: tuple[YearRule, ...], wanted: Text
) -> None:
    assert years_wanted(resolve_years(rules, 2024)) == wanted
