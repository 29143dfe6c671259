"""Signature fields of a PDF: who signed, when, why, and what was added after."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.evidence.limits import Limits
from emonev.evidence.readers import read_file
from emonev.evidence.readers.pdf_signatures import common_name
from emonev.evidence.reading import Reading
from emonev.model.facts import Signature
from tests.samples.pdf import Pdf, Sheet, text

SIGNED_DATA, DATA, COMMON_NAME = "2a864886f70d010702", "2a864886f70d010701", "550403"


def der(tag: int, *contents: bytes) -> bytes:
    content = b"".join(contents)
    if len(content) < 0x80:
        return bytes([tag, len(content)]) + content
    length = len(content).to_bytes((len(content).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content


def named(name: str, tag: int = 0x0C) -> bytes:
    value = name.encode("utf-16-be" if tag == 0x1E else "utf-8")
    kind = der(0x06, bytes.fromhex(COMMON_NAME))
    return der(0x30, der(0x31, der(0x30, kind, der(tag, value))))


def certificate(serial: int, name: str, tag: int = 0x0C) -> bytes:
    issuer, validity, algorithm = named("Otoritas Contoh"), der(0x30), der(0x30)
    number = der(0x02, bytes([serial]))
    version = der(0xA0, der(0x02, b"\2"))
    signed = der(0x30, version, number, algorithm, issuer, validity, named(name, tag))
    return der(0x30, signed, algorithm, der(0x03, b"\0"))


def message(*certificates: bytes, signer: int) -> bytes:
    issued = der(0x30, named("Otoritas Contoh"), der(0x02, bytes([signer])))
    infos = der(0x31, der(0x30, der(0x02, b"\1"), issued))
    inside = der(0x30, der(0x06, bytes.fromhex(DATA)))
    signed = der(0x30, der(0x02, b"\1"), der(0x31), inside, der(0xA0, *certificates), infos)
    return der(0x30, der(0x06, bytes.fromhex(SIGNED_DATA)), der(0xA0, signed))


def read_signed(path: Path, contents: bytes, *, added: bytes = b"") -> Reading:
    """Write a file with one signature field, its byte range filled in, and read it."""
    room = "[0 1111111111 2222222222 3333333333]"
    signature = (
        f"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange{room}"
        f"/Contents<{contents.hex()}>/M(D:20240801144507+07'00')/Reason(Persetujuan)>>"
    ).encode()
    form = "/AcroForm<</SigFlags 3/Fields[901 0 R]>>"
    widget = b"<</Type/Annot/Subtype/Widget/FT/Sig/T(ttd)/Rect[0 0 0 0]/V 900 0 R>>"
    pdf = Pdf([Sheet(text((72, 700, 12, "Isi")))], {900: signature, 901: widget}, catalog=form)
    whole = pdf.bytes()
    start = whole.index(f"<{contents.hex()}>".encode())
    end = start + 2 * len(contents) + 2
    spans = f"[0 {start:010} {end:010} {len(whole) - end:010}]"
    path.write_bytes(whole.replace(room.encode(), spans.encode()) + added)
    return read_file(path, "pdf", Limits())


def test_a_signature_tells_who_signed_when_and_why(tmp_path: Path) -> None:
    chain = message(certificate(7, "Akar Contoh"), certificate(9, "Kepala Dinas"), signer=9)
    reading = read_signed(tmp_path / "ttd.pdf", chain)
    assert reading.signatures == (
        Signature(
            name="Kepala Dinas",
            reason="Persetujuan",
            signed_at="2024-08-01T14:45:07+07:00",
            sub_filter="adbe.pkcs7.detached",
            covers_all=True,
        ),
    )
    (note,) = reading.notes
    assert note.message.id == (
        "PDF ini memuat 1 tanda tangan elektronik; keabsahannya tidak diperiksa."
    )


def test_what_was_added_after_signing_is_said(tmp_path: Path) -> None:
    reading = read_signed(tmp_path / "ttd.pdf", b"\x30\x00", added=b"%tambahan\n%%EOF\n")
    (signature,) = reading.signatures
    assert signature.covers_all is False
    signed = next(note for note in reading.notes if note.code == "signed")
    assert "ditambah sesudah ditandatangani" in signed.message.id


@pytest.mark.parametrize("tag", [0x0C, 0x13, 0x1E])
def test_names_are_read_in_the_usual_kinds_of_strings(tag: int) -> None:
    assert common_name(message(certificate(3, "Bupati", tag), signer=3)) == "Bupati"


def test_padding_behind_the_message_does_no_harm() -> None:
    assert common_name(message(certificate(3, "Bupati"), signer=3) + bytes(64)) == "Bupati"


def test_no_certificate_of_that_number_gives_no_name() -> None:
    assert common_name(message(certificate(3, "Bupati"), signer=4)) == ""


@given(st.binary(max_size=80))
def test_anything_else_gives_no_name(message: bytes) -> None:
    assert isinstance(common_name(message), str)


@given(st.data())
def test_a_spoilt_message_gives_a_name_or_none(data: st.DataObject) -> None:
    whole = bytearray(message(certificate(3, "Bupati"), signer=3))
    whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(common_name(bytes(whole)), str)
