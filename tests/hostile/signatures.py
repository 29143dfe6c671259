"""Digital signatures that lie, do not fit, or are made to keep a reader busy."""

import re
from pathlib import Path

from tests.samples.pdf import a_report, text
from tests.samples.signed_pdf import SignedPdf, a_signer, message_of


def changed_byte(place: Path) -> None:
    place.write_bytes(_signed().data.replace(b"Baris 1 ", b"Baris 7 ", 1))


def page_exchanged(place: Path) -> None:
    """A file that is intact, with another page laid in its place behind what was signed."""
    place.write_bytes(_signed().write_on_page(text((72, 700, 12, "Isi yang lain"))).data)


def from_elsewhere(place: Path) -> None:
    message = message_of(b"dokumen lain", a_signer())
    place.write_bytes(SignedPdf(a_report()).sign(lambda _: message).data)


def range_beyond(place: Path) -> None:
    data = _signed().data
    found = re.search(rb"/ByteRange\[[\d ]+\]", data)
    assert found is not None
    lie = b"/ByteRange[0 10 2000000000 2000000000]".ljust(len(found[0]))
    place.write_bytes(data.replace(found[0], lie))


def many_certificates(place: Path) -> None:
    """As many parts as fit into a message: a parser in Python is busy with them for seconds."""
    place.write_bytes(_with_message(_part(0x30, b"\x30\x00" * 200_000)))


def long_identifier(place: Path) -> None:
    """An object identifier that takes a time that grows with the square of its length."""
    place.write_bytes(_with_message(_part(0x30, _part(0x06, b"\xff" * 500_000))))


def _signed() -> SignedPdf:
    return SignedPdf(a_report()).sign(a_signer())


def _with_message(message: bytes) -> bytes:
    return SignedPdf(a_report()).sign(lambda _: message, room=len(message) + 16).data


def _part(tag: int, content: bytes) -> bytes:
    return bytes([tag, 0x84]) + len(content).to_bytes(4, "big") + content
