"""Signatures: fields, statements, blocks, halves and doubts."""

import pytest

from emonev.checks.examples import a_case, a_document
from emonev.checks.signed import Signed
from emonev.model.facts import Signature
from emonev.model.finding import Finding, Outcome

BLOCK = "Ditetapkan di Ranai\nPada tanggal 2 Januari 2024\nKEPALA DINAS,\n"
NIP = "NIP. 19700101 199003 1 001"


def asked_of(*pages: str, check: Signed | None = None) -> Finding:
    document = a_document("a.pdf", *pages)
    return (check or Signed()).look_at(document, a_case(document))


@pytest.mark.parametrize(
    "text",
    [
        BLOCK + NIP,
        BLOCK + "NIP 197001011990031001",
        "KEPALA DINAS\nttd\n(jabatan)",
        "BUPATI,\nttd.\n",
        "Dokumen ini telah ditandatangani secara elektronik",
        "Ditanda-tangani secara elektronik oleh Kepala Dinas",
        "memakai tanda tangan elektronik yang diterbitkan BSrE",
        "Dibuat di Ranai\nmeterai\nYang menyatakan",
    ],
)
def test_a_signature_is_recognised(text: str) -> None:
    assert asked_of(text).outcome is Outcome.MET


@pytest.mark.parametrize(
    "text", [BLOCK, NIP, "Ditetapkan di Ranai pada tanggal ........... 2024\n" + NIP]
)
def test_a_doubtful_signature_needs_a_person(text: str) -> None:
    assert asked_of(text).outcome is Outcome.NEEDS_REVIEW


@pytest.mark.parametrize("text", ["Daftar isi", "attd", "Nipah kuning", "tanggal 12 bulan 3"])
def test_ordinary_words_are_no_signature(text: str) -> None:
    assert asked_of(text).outcome is Outcome.NOT_MET


def test_place_and_number_on_different_pages_are_no_block() -> None:
    assert asked_of(BLOCK, NIP).outcome is Outcome.NEEDS_REVIEW


def test_the_last_block_is_the_proof() -> None:
    finding = asked_of(BLOCK + NIP, "Lampiran", BLOCK + NIP)
    assert finding.proofs[0].page == 3


def test_a_picture_on_the_last_page_may_be_the_signature() -> None:
    finding = asked_of("Keputusan", "")
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert finding.proofs[0].page == 2


def test_an_electronic_signature_is_asked_for() -> None:
    check = Signed(electronic=True)
    assert asked_of(BLOCK + NIP, check=check).outcome is Outcome.NOT_MET
    assert asked_of("ditandatangani secara elektronik", check=check).outcome is Outcome.MET


def test_a_field_without_a_name_counts_too() -> None:
    document = a_document("a.pdf", "Isi", signatures=(Signature(),))
    assert Signed().look_at(document, a_case(document)).message.id == (
        "Ada 1 kolom tanda tangan elektronik; keabsahannya tidak diperiksa emonev."
    )
