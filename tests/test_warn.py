"""Warnings about the whole: each appears for its reason, and not without it."""

from pathlib import Path

import pytest

from emonev.laws import citations_in, missing
from emonev.model.assessment import Assessment
from tests.samples.pdf import a_report
from tests.samples.signed_pdf import SignedPdf, a_signer
from tests.workspaces import a_workspace, answer, assessed, put

PHRASES = {"JEN-01": "daftar informasi publik", "JEN-02": "rencana kerja"}
FILES = {"JEN-01/dip.txt": "Daftar Informasi Publik", "JEN-02/renja.txt": "Rencana Kerja"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return a_workspace(tmp_path, PHRASES, FILES)


def codes(assessment: Assessment) -> set[str]:
    return {warning.code for warning in assessment.warnings}


def test_a_clean_workspace_is_warned_of_nothing(folder: Path) -> None:
    assert codes(assessed(folder)) == set()


def test_blank_answers_are_named_once_there_are_answers(folder: Path) -> None:
    answer(folder, "answers:\n  JEN-01: {claim: ya}\n")
    (warning,) = assessed(folder).warnings
    assert warning.code == "blank-answers"
    assert warning.message.id == (
        "1 kriteria belum dijawab: JEN-02. Jawaban kosong kehilangan seluruh poinnya."
    )


def test_a_yes_without_evidence_is_named(folder: Path) -> None:
    (folder / "bukti" / "2024" / "JEN-02" / "renja.txt").unlink()
    answer(folder, "answers:\n  JEN-01: {claim: ya}\n  JEN-02: {claim: ya}\n")
    assert codes(assessed(folder)) == {"claim-only"}


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("lain.txt", "tanpa kriteria", "unassigned"),
        ("JEN-01/kosong.txt", "", "unreadable"),
        ("JEN-01/salinan.txt", FILES["JEN-01/dip.txt"], "same-content"),
        ("JEN-01/dip.pdf", "ini bukan PDF", "false-extension"),
        ("JEN-01/besar.txt", "daftar informasi publik " * 100_000, "over-portal-limit"),
        ("JEN-07/x.txt", "folder tanpa kriteria", "unknown-folder"),
    ],
)
def test_each_trouble_with_a_file_is_warned_of(
    folder: Path, name: str, text: str, code: str
) -> None:
    put(folder, name, text)
    assert code in codes(assessed(folder))


def test_a_pattern_that_finds_nothing_is_named(folder: Path) -> None:
    answer(
        folder,
        "answers:\n  JEN-01: {claim: ya, evidence: bukti/2024/umum/*.pdf}\n  JEN-02: {claim: ya}\n",
    )
    (warning,) = assessed(folder).warnings
    assert warning.code == "unmatched-pattern"
    assert "bukti/2024/umum/*.pdf" in warning.message.id


def test_a_total_near_a_bound_is_warned_of(folder: Path) -> None:
    reviewed = "review: {decision: partly, share: 0.7995, by: V, at: 2024-09-20, why: telaah}"
    answer(folder, f"answers:\n  JEN-01: {{claim: ya}}\n  JEN-02: {{claim: ya, {reviewed}}}\n")
    (warning,) = assessed(folder).warnings
    assert warning.code == "near-bound"
    assert "0,02 poin dari batas Informatif (90,00)" in warning.message.id


def test_personal_data_in_evidence_is_warned_of_by_kind(folder: Path) -> None:
    put(folder, "JEN-01/pemohon.txt", "NIK 3201124505910002, HP 0812-3456-7890")
    put(folder, "JEN-02/pemohon.txt", "NIK 3201120101900001")
    (warning,) = assessed(folder).warnings
    assert (warning.code, len(warning.proofs)) == ("personal-data", 2)
    assert warning.message.id == (
        "2 berkas memuat data pribadi (NIK, telepon seluler). Sebelum diumumkan, hitamkan pada "
        "salinannya dan simpan aslinya (UU 27/2022 Pasal 4; UU 14/2008 Pasal 17 huruf h)."
    )


def test_personal_data_in_the_name_of_a_file_is_warned_of(folder: Path) -> None:
    put(folder, "JEN-01/KTP 3201124505910002.txt", "Kartu")
    assert codes(assessed(folder)) == {"personal-data-in-names"}


def test_a_digital_signature_that_does_not_fit_is_warned_of(folder: Path) -> None:
    place = folder / "bukti" / "2024" / "JEN-01" / "sk.pdf"
    place.write_bytes(SignedPdf(a_report()).sign(a_signer()).data)
    assert codes(assessed(folder)) == set()
    place.write_bytes(place.read_bytes().replace(b"Baris 1 ", b"Baris 7 ", 1))
    (warning,) = assessed(folder).warnings
    assert (warning.code, len(warning.proofs)) == ("doubtful-signature", 1)


def test_the_law_that_the_warning_of_personal_data_cites_is_there(folder: Path) -> None:
    put(folder, "JEN-01/pemohon.txt", "NIK 3201124505910002")
    (warning,) = assessed(folder).warnings
    cited = list(citations_in(warning.message.id.partition("; ")[2].rstrip(").")))
    assert [(one.law, one.places[0].letter) for one in cited] == [("UU 14/2008", "h")]
    assert missing(cited[0].law, cited[0].places[0]) is None
