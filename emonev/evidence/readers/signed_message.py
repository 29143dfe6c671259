"""The signed message in a PDF's signature (CMS, RFC 5652), verified with what the file itself brings.

Whether the content is what was signed, and whether the signature is that of the certificate that
comes with it, can be computed anywhere. Whether that certificate is to be trusted, or was revoked,
cannot: no list of trusted authorities is kept here, and nothing is ever fetched.
"""

import datetime
import hashlib
import hmac
from collections.abc import Iterable, Sequence
from typing import Any

from asn1crypto import algos, cms, tsp, x509  # type: ignore[import-untyped] # no type information
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, padding, rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key
from msgspec import Struct

from emonev.evidence.readers.certificate import chain_of, in_time, named
from emonev.evidence.readers.message_bounds import is_modest
from emonev.model.facts import CertificateChain, CertificateTime, Integrity

_DIGESTS: dict[str, type[hashes.HashAlgorithm]] = {
    "sha1": hashes.SHA1, "sha224": hashes.SHA224, "sha256": hashes.SHA256,
    "sha384": hashes.SHA384, "sha512": hashes.SHA512, "sha3_256": hashes.SHA3_256,
    "sha3_384": hashes.SHA3_384, "sha3_512": hashes.SHA3_512,
}  # fmt: skip
_CERTIFICATES = 50  # looked at in one message

Content = Sequence[bytes | memoryview]


class Message(Struct, frozen=True, kw_only=True):
    """What a signed message tells. `at` is when it was signed as the signer says."""

    integrity: Integrity
    name: str = ""
    organisation: str = ""
    issuer: str = ""
    at: str = ""
    stamped_at: str = ""
    certificate: CertificateTime = ""
    chain: CertificateChain = ""


class _UnsupportedError(Exception):
    """An algorithm or form that is not known here."""


def examine(message: bytes, content: Content, sub_filter: str, claimed: str = "") -> Message:
    """Return what a signature's message says of the content that it signs.

    `claimed` is the time that the signature's dictionary gives (ISO), for want of a better one.
    """
    try:
        return _examined(message, content, sub_filter, claimed)
    except _UnsupportedError:
        return Message(integrity="unsupported")
    except Exception:  # noqa: BLE001 - hostile bytes make a parser raise anything
        return Message(integrity="unreadable")


def _examined(message: bytes, content: Content, sub_filter: str, claimed: str) -> Message:
    signed = _signed_data(message)
    (signer,) = signed["signer_infos"]
    certificates = _certificates(signed)
    certificate = _certificate_of(signer, certificates)
    if sub_filter == "ETSI.RFC3161":
        integrity, time = _of_stamp(signed, signer, certificate, content)
        return _told(integrity, certificate, certificates, at=time, stamped_at=time)
    integrity = _of_content(signed, signer, certificate, content, sub_filter)
    at = claimed or _signing_time(signer)
    return _told(integrity, certificate, certificates, at=at, stamped_at=_stamp_on(signer))


def _signed_data(message: bytes) -> Any:
    if not is_modest(message):
        raise ValueError("more than a signature needs")
    whole = cms.ContentInfo.load(message)  # what stands behind it is padding
    if whole["content_type"].native != "signed_data":
        raise _UnsupportedError
    return whole["content"]


def _certificates(signed: Any) -> list[x509.Certificate]:
    found: list[x509.Certificate] = []
    for choice in signed["certificates"]:
        if choice.name == "certificate" and len(found) < _CERTIFICATES:
            found.append(choice.chosen)
    return found


def _certificate_of(signer: Any, certificates: Iterable[x509.Certificate]) -> x509.Certificate:
    """Return the signer's certificate; a message without it cannot be verified."""
    wanted = signer["sid"]
    for certificate in certificates:
        if wanted.name == "issuer_and_serial_number":
            said = wanted.chosen
            same = certificate.serial_number == said["serial_number"].native
            if same and certificate.issuer.dump() == said["issuer"].dump():
                return certificate
        elif certificate.key_identifier == wanted.chosen.native:
            return certificate
    raise ValueError("no certificate of the signer")


def _of_content(
    signed: Any, signer: Any, certificate: x509.Certificate, content: Content, sub_filter: str
) -> Integrity:
    """Say whether the content is what was signed, and by the certificate's key."""
    if sub_filter == "adbe.pkcs7.sha1":
        # The message encloses a digest of the content, and signs that.
        digest = signed["encap_content_info"]["content"].native
        if not hmac.compare_digest(_digest("sha1", content), digest):
            return "altered"
        content = (digest,)
    return _verified(signer, certificate, content)


def _of_stamp(
    signed: Any, signer: Any, certificate: x509.Certificate, content: Content
) -> tuple[Integrity, str]:
    """Say whether a time stamp (RFC 3161) is of this content, and which time it gives."""
    enclosed = signed["encap_content_info"]
    if enclosed["content_type"].native != "tst_info":
        raise _UnsupportedError
    if not is_modest(bytes(enclosed["content"])):
        raise ValueError("more than a time stamp needs")
    stamp: tsp.TSTInfo = enclosed["content"].parsed
    imprint = stamp["message_imprint"]
    digest = _digest(imprint["hash_algorithm"]["algorithm"].native, content)
    if not hmac.compare_digest(digest, imprint["hashed_message"].native):
        return "altered", ""
    integrity = _verified(signer, certificate, (bytes(enclosed["content"]),))
    time: datetime.datetime = stamp["gen_time"].native
    return integrity, time.isoformat() if integrity == "intact" else ""


def _stamp_on(signer: Any) -> str:
    """Return the time that an authority's stamp on the signature gives; "" without a sound one."""
    for attribute in signer["unsigned_attrs"] or ():
        if attribute["type"].native != "signature_time_stamp_token":
            continue
        try:
            signed = attribute["values"][0]["content"]
            (stamper,) = signed["signer_infos"]
            certificate = _certificate_of(stamper, _certificates(signed))
            content = (signer["signature"].native,)
            return _of_stamp(signed, stamper, certificate, content)[1]
        except Exception:  # noqa: BLE001 - a stamp that cannot be read is no stamp
            return ""
    return ""


def _verified(signer: Any, certificate: x509.Certificate, content: Content) -> Integrity:
    algorithm = _digest_name(signer)
    digest = _digest(algorithm, content)
    attributes = signer["signed_attrs"]
    if not attributes:
        return _by_key(signer, certificate, b"".join(content), algorithm)
    said = [one["values"][0].native for one in attributes if one["type"].native == "message_digest"]
    if len(said) != 1:
        return "invalid"
    if not hmac.compare_digest(digest, said[0]):
        return "altered"
    return _by_key(signer, certificate, attributes.untag().dump(), algorithm)


def _by_key(
    signer: Any, certificate: x509.Certificate, message: bytes, algorithm: str
) -> Integrity:
    key = load_der_public_key(certificate.public_key.dump())
    signature, form = signer["signature"].native, signer["signature_algorithm"]
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, message, *_padding(form, algorithm))
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, message, ec.ECDSA(_hash(_hash_in(form, algorithm))))
        elif isinstance(key, ed25519.Ed25519PublicKey | ed448.Ed448PublicKey):
            key.verify(signature, message)
        else:
            raise _UnsupportedError
    except InvalidSignature:
        return "invalid"
    return "intact"


def _padding(
    form: algos.SignedDigestAlgorithm, algorithm: str
) -> tuple[padding.AsymmetricPadding, hashes.HashAlgorithm]:
    if form["algorithm"].native != "rsassa_pss":
        return padding.PKCS1v15(), _hash(_hash_in(form, algorithm))
    parameters = form["parameters"]
    mask = parameters["mask_gen_algorithm"]["parameters"]["algorithm"].native
    hash_ = _hash(parameters["hash_algorithm"]["algorithm"].native)
    return padding.PSS(padding.MGF1(_hash(mask)), parameters["salt_length"].native), hash_


def _hash_in(form: algos.SignedDigestAlgorithm, algorithm: str) -> str:
    """Return the digest that the signature's algorithm names, else the message's."""
    named = form["algorithm"].native.partition("_")[0]
    return named if named in _DIGESTS else algorithm


def _hash(name: str) -> hashes.HashAlgorithm:
    if name not in _DIGESTS:
        raise _UnsupportedError
    return _DIGESTS[name]()


def _digest_name(signer: Any) -> str:
    name: str = signer["digest_algorithm"]["algorithm"].native
    return name


def _digest(name: str, content: Content) -> bytes:
    if name not in _DIGESTS:
        raise _UnsupportedError
    digest = hashlib.new(name)
    for part in content:
        digest.update(part)
    return digest.digest()


def _signing_time(signer: Any) -> str:
    for attribute in signer["signed_attrs"] or ():
        if attribute["type"].native == "signing_time":
            time: datetime.datetime = attribute["values"][0].native
            return time.isoformat()
    return ""


def _told(
    integrity: Integrity,
    certificate: x509.Certificate,
    certificates: Sequence[x509.Certificate],
    *,
    at: str,
    stamped_at: str,
) -> Message:
    name = named(certificate.subject, "common_name")
    organisation = named(certificate.subject, "organization_name")
    issuer = (named(certificate.issuer, part) for part in ("common_name", "organization_name"))
    return Message(
        integrity=integrity,
        name=name,
        organisation=organisation,
        issuer=", ".join(dict.fromkeys(filter(None, issuer))),
        at=at,
        stamped_at=stamped_at,
        certificate=in_time(certificate, stamped_at or at),
        chain=chain_of(certificate, certificates),
    )
