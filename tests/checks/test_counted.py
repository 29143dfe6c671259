"""How many entries a list has."""

from fractions import Fraction

import pytest

from emonev.checks.counted import Counted
from emonev.checks.examples import a_broken_file, a_case, a_document, a_scan
from emonev.model.case import Exhibit
from emonev.model.facts import Table
from emonev.model.finding import Finding, Outcome


def asked_of(check: Counted, document: Exhibit) -> Finding:
    return check.look_at(document, a_case(document))


def test_numbered_counts_running_numbers_only() -> None:
    book = a_document("a.xlsx", "Isi", tables=(Table("x", ("No", "Isi"), 9, 2, numbered=6),))
    assert asked_of(Counted(what="numbered"), book).count == 6
    assert asked_of(Counted(what="rows"), book).count == 9


def test_hidden_sheets_do_not_count() -> None:
    tables = (Table("lama", ("No",), 90, 1, hidden=True), Table("x", ("No",), 2, 1))
    assert asked_of(Counted(), a_document("a.xlsx", "Isi", tables=tables)).count == 2


def test_tables_without_a_header_are_not_one_list() -> None:
    tables = (Table("1", (), 4, 2), Table("2", (), 3, 2))
    assert asked_of(Counted(), a_document("a.docx", "Isi", tables=tables)).count == 4


@pytest.mark.parametrize(
    ("items", "outcome"), [(5, Outcome.MET), (4, Outcome.PARTLY), (0, Outcome.NOT_MET)]
)
def test_items_outside_tables_are_counted(items: int, outcome: Outcome) -> None:
    finding = asked_of(
        Counted(what="items", at_least=5), a_document("a.docx", "a", list_items=items)
    )
    assert (finding.outcome, finding.count) == (outcome, items)
    assert finding.share == Fraction(items, 5)


def test_items_on_pages_without_text_may_be_more() -> None:
    finding = asked_of(
        Counted(what="items", at_least=5), a_document("a.pdf", "1. a", "", list_items=1)
    )
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert finding.count is None
    assert "halaman 2 tanpa teks" in finding.message.id


def test_a_list_printed_in_a_pdf_counts_where_it_is_long_enough() -> None:
    finding = asked_of(Counted(at_least=5), a_document("a.pdf", "1. a", list_items=6))
    assert (finding.outcome, finding.count) == (Outcome.MET, 6)


def test_a_scanned_list_is_unknown() -> None:
    finding = asked_of(Counted(), a_scan())
    assert (finding.outcome, finding.count) == (Outcome.NEEDS_REVIEW, None)


def test_pages_are_counted() -> None:
    assert asked_of(Counted(what="pages", at_least=3), a_scan(pages=3)).count == 3


def test_unreadable_files_are_not_counted() -> None:
    case = a_case(a_scan(), a_broken_file())
    finding = Counted(what="files", at_least=2).look_at(case.exhibits[0], case)
    assert (finding.outcome, finding.count) == (Outcome.PARTLY, 1)
