"""Signatures: fields, statements, blocks, halves and doubts."""

import re
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from emonev.checks.examples import a_case, a_document
from emonev.checks.signed import Signed
from emonev.model.facts import Integrity, Signature
from emonev.model.finding import Finding, Outcome, Proof

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


INTACT = Signature("Kepala Dinas", integrity="intact", afterwards="nothing")


def asked_of_signed(*signatures: Signature, check: Signed | None = None) -> Finding:
    document = a_document("a.pdf", "Isi", signatures=signatures)
    return (check or Signed()).look_at(document, a_case(document))


def test_an_intact_digital_signature_will_do_without_its_issuer_being_asked() -> None:
    finding = asked_of_signed(INTACT, check=Signed(electronic=True))
    assert finding.outcome is Outcome.MET
    assert finding.message.id == (
        "Tanda tangan digital di berkas ini: isi berkas utuh sejak ditandatangani. Penerbit "
        "sertifikat tidak diperiksa (luring)."
    )
    assert finding.proofs == (Proof("a.pdf", snippet="Kepala Dinas"),)


def test_several_are_counted() -> None:
    finding = asked_of_signed(INTACT, replace(INTACT, afterwards="unseen"))
    assert finding.outcome is Outcome.MET
    assert finding.message.id.startswith("Ada 2 tanda tangan digital. Tanda tangan digital di")


@pytest.mark.parametrize(
    "doubt",
    [
        *({"integrity": integrity} for integrity in get_args(Integrity) if integrity != "intact"),
        {"afterwards": "content"},
        {"afterwards": "unknown"},
        {"certificate": "expired"},
        {"certificate": "too-early"},
        {"chain": "broken"},
        {"chain": "self-signed"},
    ],
    ids=str,
)
def test_a_doubtful_signature_is_for_a_person_to_see(doubt: dict[str, Any]) -> None:
    finding = asked_of_signed(INTACT, replace(INTACT, **doubt))
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert re.search("[Pp]eriksa|[Bb]andingkan|Minta", finding.message.id)
    assert finding.proofs == (Proof("a.pdf", snippet="Kepala Dinas"),)


def test_a_stamp_on_the_document_is_nobodys_signature() -> None:
    assert asked_of_signed(replace(INTACT, timestamp=True)).outcome is Outcome.NOT_MET
