"""Words in a text: found, missing, near, tolerated, unknown."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from emonev.checks.contains import Contains
from emonev.checks.examples import a_case, a_document
from emonev.errors import EmonevError
from emonev.model.facts import Note
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.text import Text


def asked_of(check: Contains, *pages: str, notes: tuple[str, ...] = ()) -> Finding:
    document = a_document("a.pdf", *pages)
    noted = tuple(Note(code, Text("", "")) for code in notes)
    document = replace(document, facts=replace(document.facts, notes=noted))
    return check.look_at(document, a_case(document))


def test_a_finding_says_what_stands_where() -> None:
    finding = asked_of(Contains(any_of=("maklumat",), all_of=("loket",)), "Loket", "MAKLUMAT kami")
    assert finding == Finding(
        kind="contains",
        outcome=Outcome.MET,
        share=finding.share,
        message=Text(
            "Tercantum “maklumat” dan “loket” (halaman 1–2).",
            "Holds “maklumat” and “loket” (page 1–2).",
        ),
        proofs=(
            Proof("a.pdf", 2, "MAKLUMAT kami", ((0, 8),)),
            Proof("a.pdf", 1, "Loket", ((0, 5),)),
        ),
    )


def test_a_similar_spelling_is_shown() -> None:
    check = Contains(any_of=("maklumat pelayanan",), tolerant=True)
    finding = asked_of(check, "MAKLUMAT PELAYANAM")
    assert finding.message.id == (
        "Tercantum “maklumat pelayanan” dengan ejaan yang mirip: “maklumat pelayanam” (halaman 1)."
    )


def test_exact_words_are_not_called_similar() -> None:
    check = Contains(any_of=("daftar informasi",), all_of=("publik",), tolerant=True)
    finding = asked_of(check, "DAFTARINFORMASI publik")
    assert finding.outcome is Outcome.MET
    assert "mirip" not in finding.message.id


def test_an_exact_alternative_is_preferred_to_a_similar_one() -> None:
    check = Contains(any_of=("maklumat pelayanan", "janji layanan"), tolerant=True)
    finding = asked_of(check, "maklumat pelayanam", "janji layanan")
    assert finding.message.id == "Tercantum “janji layanan” (halaman 2)."


def test_words_close_together_are_proved_by_that_place() -> None:
    check = Contains(all_of=("anggaran", "ppid"), near=2)
    finding = asked_of(check, "anggaran kantor. " + "x " * 50 + "ppid", "PPID dan anggaran")
    assert finding.outcome is Outcome.MET
    assert {proof.page for proof in finding.proofs} == {2}


def test_words_on_different_pages_are_not_near() -> None:
    check = Contains(all_of=("anggaran", "ppid"), near=1000)
    assert asked_of(check, "anggaran", "ppid").outcome is Outcome.NOT_MET


def test_words_that_must_be_near_are_worth_nothing_alone() -> None:
    finding = asked_of(Contains(all_of=("anggaran", "ppid"), near=5), "anggaran")
    assert (finding.outcome, finding.share) == (Outcome.NOT_MET, Fraction(0))


def test_only_the_first_pages_count_where_the_rubric_says_so() -> None:
    check = Contains(any_of=("maklumat",), pages=2)
    assert asked_of(check, "a", "b", "maklumat").message.id == (
        "Tidak tercantum “maklumat” pada 2 halaman pertama; lengkapi dokumen atau serahkan dokumen "
        "lain."
    )
    assert asked_of(check, "a", "maklumat").outcome is Outcome.MET


def test_a_page_without_text_behind_the_first_pages_does_not_matter() -> None:
    assert asked_of(Contains(any_of=("maklumat",), pages=1), "a", "").outcome is Outcome.NOT_MET


def test_what_is_missing_is_named_alternatives_first() -> None:
    check = Contains(any_of=("dip", "daftar"), all_of=("tanggal", "nomor"))
    assert asked_of(check, "kosong").message.id == (
        "Tidak tercantum “dip” atau “daftar” dan “tanggal” dan “nomor”; lengkapi dokumen atau "
        "serahkan dokumen lain."
    )


def test_missing_alternatives_are_named_as_such() -> None:
    check = Contains(any_of=("dip", "daftar"), all_of=("tanggal",))
    assert asked_of(check, "tanggal").message.id == (
        "Tercantum “tanggal” (halaman 1), tetapi tidak “dip” atau “daftar”; lengkapi dokumennya."
    )


def test_words_missing_in_part_are_shown_where_pages_cannot_be_read() -> None:
    finding = asked_of(Contains(all_of=("tanggal", "nomor")), "tanggal", "")
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert finding.proofs == (Proof("a.pdf", 1, "tanggal", ((0, 7),)),)


def test_a_document_read_in_part_leaves_missing_words_open() -> None:
    check = Contains(any_of=("maklumat",))
    assert asked_of(check, "a", notes=("truncated",)).outcome is Outcome.NEEDS_REVIEW
    assert asked_of(check, "maklumat", notes=("truncated",)).outcome is Outcome.MET


def test_a_check_that_asks_nothing_is_a_mistake_in_the_rubric() -> None:
    with pytest.raises(EmonevError) as raised:
        Contains()
    assert raised.value.slug == "empty-check"
