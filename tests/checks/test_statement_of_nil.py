"""A statement that there was nothing: words, subject, signature, year."""

import pytest

from emonev.checks.examples import a_case, a_date, a_document, a_recognised_scan
from emonev.checks.statement_of_nil import StatementOfNil
from emonev.model.finding import Finding, Outcome
from emonev.model.years import YearRule

SIGNED = "\nDibuat di Ranai\nNIP. 19700101 199003 1 001"
STATEMENT = "SURAT PERNYATAAN bahwa sengketa informasi NIHIL."


def asked_of(
    *pages: str,
    year: int | None = 2024,
    restricted: bool = True,
    check: StatementOfNil | None = None,
) -> Finding:
    dates = () if year is None else (a_date(f"tahun {year}", str(year), "about"),)
    about = None if year is None else (year, year)
    document = a_document("a.pdf", *pages, dates=dates, years=about, basis="about" if year else "")
    years = (YearRule("years"),) if restricted else ()
    return (check or StatementOfNil()).look_at(document, a_case(document, years=years))


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        ((STATEMENT + SIGNED,), Outcome.MET),
        ((STATEMENT,), Outcome.NOT_MET),  # nobody signed it
        ((STATEMENT, ""), Outcome.NEEDS_REVIEW),  # the signature may be on the scanned page
        (("SURAT PERNYATAAN tentang sengketa." + SIGNED,), Outcome.NOT_MET),
        (("Laporan: nihil." + SIGNED,), Outcome.NOT_MET),
        (("Lampiran", ""), Outcome.NEEDS_REVIEW),
        (("a", "b", "c", STATEMENT + SIGNED), Outcome.NOT_MET),  # cited deep inside a report
    ],
)
def test_words_and_signature_make_a_statement(pages: tuple[str, ...], outcome: Outcome) -> None:
    assert asked_of(*pages).outcome is outcome


@pytest.mark.parametrize(
    ("year", "outcome"),
    [(2024, Outcome.MET), (2021, Outcome.NOT_MET), (None, Outcome.NEEDS_REVIEW)],
)
def test_it_must_be_of_the_year(year: int | None, outcome: Outcome) -> None:
    assert asked_of(STATEMENT + SIGNED, year=year).outcome is outcome


def test_any_year_will_do_where_the_rubric_restricts_none() -> None:
    assert asked_of(STATEMENT + SIGNED, year=None, restricted=False).outcome is Outcome.MET


def test_a_plain_failure_outweighs_a_doubt() -> None:
    finding = asked_of(STATEMENT + "\nNIP. 19700101 199003 1 001", year=2021)
    assert finding.outcome is Outcome.NOT_MET
    assert finding.message.id.startswith("Surat pernyataan nihil terlihat. Dokumen ini dari 2021")


def test_it_must_name_the_subject() -> None:
    about = StatementOfNil(about=("sengketa", "gugatan"))
    assert asked_of(STATEMENT + SIGNED, check=about).outcome is Outcome.MET
    other = StatementOfNil(about=("penelitian",))
    assert "“penelitian”" in asked_of(STATEMENT + SIGNED, check=other).message.id


def asked_of_scan(*pages: str, confidence: int = 91) -> Finding:
    dates = (a_date("tahun 2024", "2024", "about"),)
    scan = a_recognised_scan(
        "a.pdf", *pages, confidence=confidence, dates=dates, years=(2024, 2024), basis="about"
    )
    return StatementOfNil().look_at(scan, a_case(scan))


def test_a_misread_statement_counts_and_shows_what_was_read() -> None:
    finding = asked_of_scan("SURAT PERNYATAAM bahwa sengketa tidak terdapal." + SIGNED)
    assert finding.outcome is Outcome.MET
    assert finding.message.id.endswith(
        "Tertulis “tidak terdapal”, dibaca sebagai “tidak terdapat”."
    )


def test_ink_on_a_scanned_statement_is_for_people_to_see() -> None:
    finding = asked_of_scan(STATEMENT)
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert "OCR tidak membaca tinta" in finding.message.id


def test_all_pages_of_a_statement_are_shown() -> None:
    finding = asked_of("SURAT PERNYATAAN", "bahwa sengketa NIHIL." + SIGNED)
    assert [proof.page for proof in finding.proofs] == [2, 1]
