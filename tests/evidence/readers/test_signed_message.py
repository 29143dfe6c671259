"""Signed messages: every usual form is verified, and a bomb costs nothing."""

import hashlib
import time
from typing import Any

import pytest
from asn1crypto import cms, core, x509  # type: ignore[import-untyped] # no type information
from cryptography.hazmat.primitives.serialization import Encoding

from emonev.evidence.readers.certificate import chain_of
from emonev.evidence.readers.message_bounds import is_modest
from emonev.evidence.readers.signed_message import examine
from tests.samples.signed_pdf import (
    Signer,
    a_signer,
    a_signer_of_its_own,
    an_authority,
    message_of,
    stamp_of,
)

CONTENT = b"isi dokumen"
DETACHED = "adbe.pkcs7.detached"


@pytest.mark.parametrize(
    "given",
    [
        {"signer": a_signer(kind="ec")},
        {"signer": a_signer(kind="rsa")},
        {"signer": a_signer(kind="rsa"), "pss": True},
        {"signer": a_signer(kind="ed")},
        {"signer": a_signer(), "digest": "sha512"},
        {"signer": a_signer(kind="rsa"), "digest": "sha1"},
        {"signer": a_signer(), "attributes": False},
        {"signer": a_signer(), "by_key_identifier": True},
        {"signer": a_signer_of_its_own()},
    ],
    ids=lambda given: " ".join(f"{k}={v}" for k, v in given.items() if k != "signer") or "plain",
)
def test_every_usual_form_is_verified(given: dict[str, Any]) -> None:
    message = message_of(CONTENT, **given)
    assert examine(message, (CONTENT,), DETACHED).integrity == "intact"
    assert examine(message, (b"isi ", b"lain"), DETACHED).integrity in {"altered", "invalid"}
    assert examine(message + bytes(999), (b"isi ", b"dokumen"), DETACHED).integrity == "intact"


def test_a_message_that_encloses_a_digest_is_verified() -> None:
    digest = hashlib.sha1(CONTENT).digest()
    enclosed = {"content_type": "data", "content": core.OctetString(digest)}
    message = message_of(digest, a_signer(), enclosed=enclosed)
    assert examine(message, (CONTENT,), "adbe.pkcs7.sha1").integrity == "intact"
    assert examine(message, (b"lain",), "adbe.pkcs7.sha1").integrity == "altered"


def test_a_stamp_is_of_its_content_only() -> None:
    stamp = stamp_of(CONTENT, an_authority())
    assert examine(stamp, (CONTENT,), "ETSI.RFC3161").stamped_at == "2024-08-01T07:45:07+00:00"
    other = examine(stamp, (b"lain",), "ETSI.RFC3161")
    assert (other.integrity, other.stamped_at) == ("altered", "")


def test_a_signature_is_no_stamp() -> None:
    message = message_of(CONTENT, a_signer())
    assert examine(message, (CONTENT,), "ETSI.RFC3161").integrity == "unsupported"


def test_without_the_signers_certificate_nothing_can_be_verified() -> None:
    whole = cms.ContentInfo.load(message_of(CONTENT, a_signer()))
    certificates = whole["content"]["certificates"]
    whole["content"]["certificates"] = [
        one for one in certificates if "Otoritas" in one.chosen.subject.human_friendly
    ]
    found = examine(whole.dump(force=True), (CONTENT,), DETACHED)
    assert found.integrity == "unreadable"


def element(tag: int, content: bytes) -> bytes:
    length = len(content).to_bytes((len(content).bit_length() + 7) // 8 or 1, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content


def nested(depth: int) -> bytes:
    message = b""
    for _ in range(depth):
        message = element(0x30, message)
    return message


@pytest.mark.parametrize(
    "bomb",
    [
        element(0x30, b"\x30\x00" * 200_000),
        element(0x30, element(0x06, b"\xff" * 500_000)),
        element(0x30, element(0x02, b"\x7f" * 500_000)),
        b"\x30\x80" * 200_000,
        nested(5_000),
        b"\x30\x89" + b"\xff" * 20,
        b"\x1f\x81\x81\x81",
        b"\x30",
        b"",
        bytes(100_000),
    ],
    ids=[
        "many",
        "identifier",
        "integer",
        "indefinite",
        "deep",
        "length",
        "tag",
        "cut",
        "none",
        "0",
    ],
)
def test_a_bomb_costs_nothing(bomb: bytes) -> None:
    started = time.process_time()
    assert examine(bomb, (CONTENT,), DETACHED).integrity == "unreadable"
    assert time.process_time() - started < 1


def test_a_message_with_a_chain_is_modest() -> None:
    message = message_of(CONTENT, a_signer(), stamper=an_authority())
    assert is_modest(message)
    assert is_modest(message + bytes(8192))


def test_a_certificate_that_cannot_be_loaded_accuses_nobody() -> None:
    signer = a_signer(with_authority=False)
    own = x509.Certificate.load(_der(signer))
    own["tbs_certificate"]["version"] = 9
    assert chain_of(own, [x509.Certificate.load(_der(an_authority()))]) == ""


def _der(signer: Signer) -> bytes:
    return signer.certificate.public_bytes(Encoding.DER)
