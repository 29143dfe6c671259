"""Columns in tables and in printed heads."""

from collections.abc import Callable

import pytest

from emonev.checks.examples import a_case, a_document, a_recognised_scan
from emonev.checks.has_columns import HasColumns
from emonev.model.case import Exhibit
from emonev.model.facts import Table
from emonev.model.finding import Finding, Outcome, Proof

CHECK = HasColumns(all_of=(("nomor", "no"), ("uraian", "isi")), at_least=2)


def asked_of(document: Exhibit, check: HasColumns = CHECK) -> Finding:
    return check.look_at(document, a_case(document))


def a_book(*tables: Table) -> Exhibit:
    return a_document("a.xlsx", "Nomor Uraian", tables=tables)


def test_the_table_with_most_of_the_columns_answers() -> None:
    finding = asked_of(
        a_book(
            Table("Kosong", (), 0, 0),
            Table("Isi", ("No.", "URAIAN kegiatan", "Pagu"), 7, 3),
            Table("Lain", ("Nomor", "Alamat"), 90, 2),
        )
    )
    assert finding.outcome is Outcome.MET
    assert finding.proofs == (Proof("a.xlsx", None, "No. | URAIAN kegiatan | Pagu"),)


def test_a_name_must_stand_whole_in_a_cell() -> None:
    assert asked_of(a_book(Table("x", ("Notulen", "Uraian"), 7, 2))).outcome is Outcome.PARTLY


@pytest.mark.parametrize(("rows", "outcome"), [(2, Outcome.MET), (1, Outcome.NOT_MET)])
def test_rows_below_the_header_are_counted(rows: int, outcome: Outcome) -> None:
    assert asked_of(a_book(Table("x", ("No", "Uraian"), rows, 2))).outcome is outcome


def test_a_shown_sheet_is_preferred_to_a_hidden_one() -> None:
    hidden = Table("lama", ("No", "Uraian"), 99, 2, hidden=True)
    assert asked_of(a_book(hidden, Table("x", ("No", "Uraian"), 2, 2))).outcome is Outcome.MET
    assert asked_of(a_book(hidden)).outcome is Outcome.NEEDS_REVIEW


def test_a_printed_head_leaves_the_rows_to_a_person() -> None:
    assert asked_of(a_document("a.pdf", "No  Uraian\n1  Rapat")).outcome is Outcome.NEEDS_REVIEW


def test_a_printed_head_over_a_numbered_list_is_enough() -> None:
    finding = asked_of(a_document("a.pdf", "No  Uraian\n1  Rapat\n2  Pelatihan", list_items=2))
    assert finding.outcome is Outcome.MET


def test_names_scattered_over_a_text_need_a_person() -> None:
    far = "Nomor surat. " + "kata " * 60 + "uraian"
    assert asked_of(a_document("a.pdf", far)).outcome is Outcome.NEEDS_REVIEW


def test_pages_without_text_may_hold_the_table() -> None:
    finding = asked_of(a_document("a.pdf", "Pengantar", ""))
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert "halaman 2 tanpa teks" in finding.message.id


def test_a_table_beside_the_text_does_not_hide_it() -> None:
    letterhead = Table("1", ("PEMERINTAH", "Logo"), 0, 2)
    document = a_document("a.docx", "No Uraian", tables=(letterhead,), list_items=5)
    assert asked_of(document).outcome is Outcome.MET


def test_a_table_without_any_text_answers_alone() -> None:
    document = a_document("a.xlsx", tables=(Table("x", ("Alamat",), 5, 1),))
    assert asked_of(document).outcome is Outcome.NOT_MET


def test_misread_names_make_a_head_on_a_page_that_ocr_read() -> None:
    text = "REGISTER\nNomor | Ura1an\n1 permohonan"
    read = asked_of(a_recognised_scan("a.pdf", text, list_items=2))
    assert read.outcome is Outcome.MET
    assert read.message.id.endswith("Tertulis “ura1an”, dibaca sebagai “uraian”.")
    assert asked_of(a_document("a.pdf", text, list_items=2)).outcome is Outcome.NOT_MET


@pytest.mark.parametrize("build", [a_document, a_recognised_scan])
def test_names_broken_over_cells_are_left_to_a_person(build: Callable[..., Exhibit]) -> None:
    check = HasColumns(all_of=(("penanggung jawab",), ("jangka waktu",), ("uraian",)))
    head = "Penanggung | Jangka | Uraian\nJawab | Waktu | Isi"
    assert asked_of(build("a.pdf", head), check).outcome is Outcome.NEEDS_REVIEW
    far = "Penanggung Jangka Uraian " + "kata " * 40 + "Jawab Waktu"
    assert asked_of(build("a.pdf", far), check).outcome is Outcome.NOT_MET
