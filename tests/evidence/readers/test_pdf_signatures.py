"""Digital signatures in a PDF: who signed, whether it is intact, and what was done afterwards."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emonev.evidence.limits import Limits
from emonev.evidence.readers import read_file
from emonev.evidence.readers.pdf_signatures import is_true
from emonev.evidence.reading import Reading
from emonev.model.facts import Signature
from tests.conftest import program
from tests.samples.pdf import Pdf, Sheet, a_report, text
from tests.samples.signed_pdf import (
    SignedPdf,
    Signer,
    a_key,
    a_signer,
    a_signer_of_its_own,
    an_authority,
    message_of,
    stamp_of,
)


def read(folder: Path, data: bytes) -> Reading:
    path = folder / "ttd.pdf"
    path.write_bytes(data)
    return read_file(path, "pdf", Limits())


def signatures(folder: Path, pdf: SignedPdf) -> tuple[Signature, ...]:
    return read(folder, pdf.data).signatures


def a_signed() -> SignedPdf:
    return SignedPdf(a_report()).sign(a_signer())


def test_an_intact_signature_tells_who_signed_when_and_what_is_known(tmp_path: Path) -> None:
    entries = "/M(D:20240801144507+07'00')/Reason(Persetujuan)"
    reading = read(tmp_path, SignedPdf(a_report()).sign(a_signer(), entries=entries).data)
    assert reading.signatures == (
        Signature(
            name="Kepala Dinas",
            organisation="Dinas Contoh",
            issuer="Otoritas Contoh, Lembaga Contoh",
            reason="Persetujuan",
            signed_at="2024-08-01T14:45:07+07:00",
            sub_filter="adbe.pkcs7.detached",
            covers_all=True,
            integrity="intact",
            afterwards="nothing",
            certificate="valid",
            chain="complete",
        ),
    )
    (note,) = reading.notes
    assert note.code == "signed"
    assert note.message.id == (
        "Tanda tangan digital atas nama Kepala Dinas (Dinas Contoh), 1 Agustus 2024: isi berkas "
        "utuh sejak ditandatangani. Penerbit sertifikat menurut berkas: Otoritas Contoh, Lembaga "
        "Contoh; penerbit tidak diperiksa (luring)."
    )


def test_the_time_in_the_message_stands_in_for_one_in_the_dictionary(tmp_path: Path) -> None:
    (one,) = signatures(tmp_path, SignedPdf(a_report()).sign(a_signer(), entries=""))
    assert one.signed_at == "2024-08-01T07:45:07+00:00"


def test_a_changed_byte_is_seen(tmp_path: Path) -> None:
    (one,) = read(tmp_path, a_signed().data.replace(b"Baris 1 ", b"Baris 7 ", 1)).signatures
    assert (one.integrity, one.name) == ("altered", "Kepala Dinas")


@pytest.mark.parametrize(
    ("add", "expected"),
    [
        (lambda pdf: pdf, "nothing"),
        (lambda pdf: pdf.add({980: b"<</Type/DSS>>"}), "unseen"),
        (lambda pdf: pdf.note_on_page("Sudah dibaca"), "marks"),
        (lambda pdf: pdf.write_on_page(text((72, 700, 12, "Lain"))), "content"),
        (lambda pdf: pdf.add({2: b"<</Type/Pages/Count 1/Kids[6 0 R]>>"}), "content"),
        (lambda pdf: pdf.add({6: b"<</Type/Page/Parent 2 0 R>>"}), "content"),
    ],
    ids=["nothing", "unseen", "note", "page", "page left out", "page emptied"],
)
def test_what_was_added_after_signing_is_told_by_what_pages_show(
    tmp_path: Path, add: Callable[[SignedPdf], SignedPdf], expected: str
) -> None:
    (one,) = signatures(tmp_path, add(a_signed()))
    assert (one.integrity, one.afterwards) == ("intact", expected)
    assert one.covers_all is (expected == "nothing")


def test_one_changed_figure_on_a_page_is_seen(tmp_path: Path) -> None:
    pdf = SignedPdf(Pdf([Sheet(text((72, 700, 8, "Rp1.000.000")))])).sign(a_signer())
    (one,) = signatures(tmp_path, pdf.write_on_page(text((72, 700, 8, "Rp7.000.000"))))
    assert one.afterwards == "content"


def test_a_change_that_no_letter_tells_is_seen_in_the_picture(tmp_path: Path) -> None:
    drawn = text((72, 700, 12, "Tetap"))
    pdf = SignedPdf(Pdf([Sheet(drawn)])).sign(a_signer())
    (one,) = signatures(tmp_path, pdf.write_on_page(drawn + b"0 0 0 rg 200 200 9 9 re f\n"))
    assert one.afterwards == "content"


def test_each_of_two_signatures_is_examined(tmp_path: Path) -> None:
    first, second = signatures(tmp_path, a_signed().sign(a_signer("Sekretaris")))
    assert (first.name, first.integrity, first.afterwards) == ("Kepala Dinas", "intact", "unseen")
    assert (second.name, second.integrity, second.afterwards) == ("Sekretaris", "intact", "nothing")


def test_a_change_between_two_signatures_speaks_against_the_first(tmp_path: Path) -> None:
    pdf = a_signed().write_on_page(text((72, 700, 12, "Lain"))).sign(a_signer("Sekretaris"))
    first, second = signatures(tmp_path, pdf)
    assert (first.afterwards, second.afterwards) == ("content", "nothing")
    reading = read(tmp_path, pdf.data)
    assert reading.notes[0].message.id.startswith("Isi halaman berubah sesudah tanda tangan")


def test_a_stamp_of_an_authority_gives_the_time(tmp_path: Path) -> None:
    pdf = SignedPdf(a_report()).sign(
        lambda content: message_of(content, a_signer(), stamper=an_authority())
    )
    (one,) = signatures(tmp_path, pdf)
    assert one.stamped_at == "2024-08-01T07:45:07+00:00"


def test_a_stamp_on_the_document_is_no_signature_of_a_person(tmp_path: Path) -> None:
    def stamp(content: bytes) -> bytes:
        return stamp_of(content, an_authority())

    signed, stamped = signatures(tmp_path, a_signed().sign(stamp, sub_filter="ETSI.RFC3161"))
    assert (signed.timestamp, stamped.timestamp) == (False, True)
    assert (stamped.integrity, stamped.name) == ("intact", "Otoritas Contoh")


@pytest.mark.parametrize(
    ("signer", "certificate", "chain"),
    [
        (a_signer(years=(2020, 2022)), "expired", "complete"),
        (a_signer(years=(2025, 2026)), "too-early", "complete"),
        (a_signer(with_authority=False), "valid", "incomplete"),
        (a_signer(forged=True), "valid", "broken"),
        (a_signer_of_its_own(), "valid", "self-signed"),
    ],
    ids=["expired", "too early", "without its authority", "forged", "self-signed"],
)
def test_the_certificate_is_held_against_the_time_and_its_issuer(
    tmp_path: Path, signer: Signer, certificate: str, chain: str
) -> None:
    (one,) = signatures(tmp_path, SignedPdf(a_report()).sign(signer))
    assert (one.integrity, one.certificate, one.chain) == ("intact", certificate, chain)


@pytest.mark.parametrize(
    ("message", "integrity"),
    [
        (b"", "unreadable"),
        (b"bukan pesan", "unreadable"),
        (b"\x30\x80" * 2000, "unreadable"),
        (b"\x30\x84\xff\xff\xff\xff", "unreadable"),
        (message_of(b"isi lain", a_signer()), "altered"),
    ],
    ids=["empty", "garbage", "nested", "longer than it is", "of something else"],
)
def test_a_worthless_message_is_said_to_be_so(
    tmp_path: Path, message: bytes, integrity: str
) -> None:
    reading = read(tmp_path, SignedPdf(a_report()).sign(lambda _: message).data)
    assert [one.integrity for one in reading.signatures] == [integrity]
    assert reading.problem is None
    assert "LAPORAN LAYANAN" in reading.texts[0]


def test_an_enormous_message_is_not_read(tmp_path: Path) -> None:
    pdf = SignedPdf(a_report()).sign(lambda _: b"\x30\x00", room=2 * 1024**2)
    assert [one.integrity for one in signatures(tmp_path, pdf)] == ["wrong-range"]


def test_a_form_without_a_message_is_said_to_be_unknown(tmp_path: Path) -> None:
    pdf = SignedPdf(a_report()).sign(lambda _: b"\x04\x02ab", sub_filter="adbe.x509.rsa_sha1")
    assert [one.integrity for one in signatures(tmp_path, pdf)] == ["unsupported"]


@pytest.mark.parametrize(
    "lie",
    [
        lambda a, b, c, d: (a, b, c, d + 1000),  # beyond the file
        lambda a, b, c, d: (a, b, b - 10, d),  # overlapping
        lambda a, b, c, d: (a, -b, c, d),
        lambda a, b, c, d: (-1, b, c, d),
        lambda a, b, c, d: (a, b - 50, c, d),  # leaves out more than the signature
        lambda a, b, c, d: (a, b, c + 50, d),
        lambda a, b, c, d: (10, b, c, d),
        lambda a, b, c, d: (a, b, c, 0),
        lambda a, b, c, d: (a, 0, c, d),
        lambda a, b, c, d: (a, b, c, 99_999_999_999),
    ],
)
def test_a_byte_range_that_lies_is_seen_through(
    tmp_path: Path, lie: Callable[[int, int, int, int], tuple[int, ...]]
) -> None:
    data = a_signed().data
    found = re.search(rb"/ByteRange\[([\d ]+)\]", data)
    assert found is not None
    told = " ".join(map(str, lie(*map(int, found[1].split())))).encode()
    room = len(found[1])
    reading = read(tmp_path, data.replace(found[1], told.ljust(room)[: max(room, len(told))]))
    assert [one.integrity for one in reading.signatures] == ["wrong-range"]
    assert "LAPORAN LAYANAN" in reading.texts[0]


@given(st.tuples(*[st.integers(-(2**31), 2**31 - 1)] * 4), st.binary(max_size=20))
def test_no_byte_range_breaks_the_comparison(spans: tuple[int, int, int, int], data: bytes) -> None:
    assert is_true(spans, b"\x30", data) in {True, False}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_changed_byte_in_what_was_signed_goes_unseen(
    tmp_path: Path, data: st.DataObject
) -> None:
    pdf = bytearray(SIGNED)
    gap = SIGNED.index(b"/Contents<") + len(b"/Contents")
    at = data.draw(st.integers(0, len(pdf) - 1).filter(lambda n: not gap < n < gap + 8192))
    pdf[at] ^= data.draw(st.integers(1, 255))
    reading = read(tmp_path, bytes(pdf))
    assert "intact" not in {one.integrity for one in reading.signatures}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_spoilt_message_never_stops_the_reader(tmp_path: Path, data: st.DataObject) -> None:
    message = bytearray(MESSAGE)
    for _ in range(data.draw(st.integers(1, 5))):
        message[data.draw(st.integers(0, len(message) - 1))] = data.draw(st.integers(0, 255))
    reading = read(tmp_path, SignedPdf(a_report()).sign(lambda _: bytes(message)).data)
    assert reading.problem is None
    assert all(one.integrity != "intact" for one in reading.signatures)


@pytest.mark.parametrize(
    ("pdf", "verdicts"),
    [
        (a_signed(), ["Valid"]),
        (SignedPdf(a_report()).sign(a_signer(kind="rsa")), ["Valid"]),
        (a_signed().sign(a_signer("Sekretaris")), ["Valid", "Valid"]),
        (a_signed().write_on_page(b""), ["Valid"]),
        (SignedPdf(a_report()).sign(lambda _: message_of(b"x", a_signer())), ["Mismatch"]),
        (
            SignedPdf(a_report()).sign(
                lambda c: message_of(c, Signer(a_key("rsa"), a_signer().certificate))
            ),
            ["Failure"],
        ),
    ],
    ids=["ECDSA", "RSA", "two", "changed later", "of something else", "of another key"],
)
def test_another_program_comes_to_the_same_verdict(
    tmp_path: Path, pdf: SignedPdf, verdicts: list[str]
) -> None:
    ours = {"Valid": "intact", "Mismatch": "altered", "Failure": "invalid"}
    assert [one.integrity for one in signatures(tmp_path, pdf)] == [ours[v] for v in verdicts]
    told = subprocess.run(
        [program("pdfsig"), "-nocert", str(tmp_path / "ttd.pdf")],
        capture_output=True, text=True, check=False, env={"HOME": str(tmp_path), "PATH": "/usr/bin"},
    ).stdout  # fmt: skip
    said = re.findall(r"Signature Validation: .*?(Valid|Mismatch|Failure)\.", told)
    assert said == verdicts


def test_nothing_is_fetched_and_no_client_of_the_network_is_even_loaded(tmp_path: Path) -> None:
    path = tmp_path / "ttd.pdf"
    path.write_bytes(a_signed().data)
    script = (
        "import socket, sys\n"
        "def refuse(*_, **__): raise AssertionError('the network was asked')\n"
        "socket.socket = socket.create_connection = socket.getaddrinfo = refuse\n"
        "from pathlib import Path\n"
        "from emonev.evidence.limits import Limits\n"
        "from emonev.evidence.readers import read_file\n"
        f"(one,) = read_file(Path({str(path)!r}), 'pdf', Limits()).signatures\n"
        "print(one.integrity, sorted({'urllib.request', 'http.client', 'ssl'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "intact []"


def test_a_file_without_a_signature_loads_nothing_for_them(tmp_path: Path) -> None:
    path = tmp_path / "biasa.pdf"
    path.write_bytes(a_report().bytes())
    script = (
        "import sys; from pathlib import Path; from emonev.evidence.limits import Limits; "
        "from emonev.evidence.readers import read_file; "
        f"read_file(Path({str(path)!r}), 'pdf', Limits()); "
        "print(sorted({'cryptography', 'asn1crypto'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


SIGNED = a_signed().data
MESSAGE = message_of(b"isi lain", a_signer())
