"""What is said of a digital signature: never more than was verified."""

import itertools
from typing import get_args

import pytest
from msgspec.structs import replace

from emonev.model.facts import Afterwards, CertificateChain, CertificateTime, Integrity, Signature
from emonev.signing import is_sound, told

INTACT = Signature(
    name="Kepala Dinas",
    organisation="Dinas Contoh",
    issuer="BSrE, Badan Siber dan Sandi Negara",
    signed_at="2024-08-01T14:45:07+07:00",
    integrity="intact",
    afterwards="nothing",
    certificate="valid",
    chain="complete",
)
EVERY = [
    replace(INTACT, integrity=integrity, afterwards=afterwards, certificate=when, chain=chain)
    for integrity, afterwards, when, chain in itertools.product(
        get_args(Integrity), get_args(Afterwards), get_args(CertificateTime),
        get_args(CertificateChain),
    )
]  # fmt: skip


def test_the_issuer_is_named_as_the_file_names_it_and_was_not_asked() -> None:
    assert told(INTACT).id == (
        "Tanda tangan digital atas nama Kepala Dinas (Dinas Contoh), 1 Agustus 2024: isi berkas "
        "utuh sejak ditandatangani. Penerbit sertifikat menurut berkas: BSrE, Badan Siber dan "
        "Sandi Negara; penerbit tidak diperiksa (luring)."
    )
    assert told(INTACT).en == (
        "Digital signature in the name of Kepala Dinas (Dinas Contoh), 1 August 2024: the file is "
        "intact since it was signed. Issuer of the certificate according to the file: BSrE, Badan "
        "Siber dan Sandi Negara; the issuer was not checked (offline)."
    )


def test_a_broken_one_is_said_to_be_so() -> None:
    assert told(replace(INTACT, integrity="altered")).id == (
        "Isi berkas tidak cocok dengan tanda tangan digital atas nama Kepala Dinas (Dinas Contoh), "
        "1 Agustus 2024: berkas berubah sesudah ditandatangani, atau rusak. Minta berkas aslinya."
    )


def test_a_stamp_is_not_called_a_signature() -> None:
    assert told(replace(INTACT, timestamp=True)).id.startswith("Cap waktu digital atas nama")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": ""}, "Tanda tangan digital tanpa nama, 1 Agustus 2024: isi berkas utuh"),
        ({"organisation": "", "signed_at": ""}, "Tanda tangan digital atas nama Kepala Dinas: isi"),
        ({"signed_at": "kemarin"}, "(Dinas Contoh): isi berkas utuh"),
        ({"issuer": ""}, "ditandatangani. Penerbit sertifikat tidak diperiksa (luring)."),
        ({"name": "A" * 200}, "A" * 79 + "…"),
        ({"certificate": "expired"}, "Masa berlaku sertifikat sudah habis ketika ditandatangani"),
        ({"chain": "self-signed"}, "Sertifikat dibuat sendiri, bukan oleh penyelenggara"),
        ({"afterwards": "marks"}, "hanya ditambahkan tanda tangan, isian, atau catatan"),
    ],
)
def test_what_is_missing_or_odd_is_said(given: dict[str, str], said: str) -> None:
    assert said in told(replace(INTACT, **given)).id


def test_a_name_is_left_out_where_it_is_not_asked_for() -> None:
    for signature in EVERY:
        assert "Kepala Dinas" not in told(signature, named=False).id
    own = replace(INTACT, chain="self-signed", issuer="Kepala Dinas, Dinas Contoh")
    assert "Kepala Dinas" not in told(own, named=False).id


def test_no_sentence_calls_a_signature_valid() -> None:
    for signature in EVERY:
        words = told(signature)
        assert " sah" not in words.id
        assert " valid" not in words.en


def test_whatever_is_not_sound_tells_a_person_what_to_do() -> None:
    for signature in EVERY:
        advice = ("periksa", "bandingkan", "Minta")
        assert is_sound(signature) is not any(
            word in told(signature).id.replace("tidak diperiksa", "").replace("belum diperiksa", "")
            for word in advice
        )
