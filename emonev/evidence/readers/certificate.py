"""A certificate in a signed message: whose it is, when it was in force, who vouches for it."""

import datetime
import warnings
from collections.abc import Sequence

from asn1crypto import x509  # type: ignore[import-untyped] # no type information
from cryptography.exceptions import InvalidSignature
from cryptography.x509 import load_der_x509_certificate

from emonev.model.facts import CertificateChain, CertificateTime

_LINKS = 10  # of a chain
_NAME = 200  # signs


def named(name: x509.Name, part: str) -> str:
    """Return a part of a name, such as "common_name"; "" where there is none."""
    for relative in name.chosen:
        for attribute in relative:
            if attribute["type"].native == part:
                said = str(attribute["value"].native)
                return "".join(sign for sign in said if sign.isprintable()).strip()[:_NAME]
    return ""


def in_time(certificate: x509.Certificate, time: str) -> CertificateTime:
    """Say whether a certificate was in force at a time (ISO)."""
    try:
        at = datetime.datetime.fromisoformat(time)
    except ValueError:
        return ""
    if at.tzinfo is None:
        at = at.replace(tzinfo=datetime.UTC)
    if at < certificate.not_valid_before:
        return "too-early"
    return "expired" if at > certificate.not_valid_after else "valid"


def chain_of(certificate: x509.Certificate, others: Sequence[x509.Certificate]) -> CertificateChain:
    """Say how far the file's own certificates lead from the signer's towards an authority."""
    try:
        return _followed(certificate, others)
    except Exception:  # noqa: BLE001 - a certificate that cannot be read accuses nobody
        return ""


def _followed(
    certificate: x509.Certificate, others: Sequence[x509.Certificate]
) -> CertificateChain:
    if _is_self_issued(certificate):
        return "self-signed"
    for _ in range(_LINKS):
        issuers = [one for one in others if one.subject.dump() == certificate.issuer.dump()]
        if not issuers:
            return "incomplete"
        issuer = next((one for one in issuers if _issued(certificate, one)), None)
        if issuer is None:
            return "broken"
        if _is_self_issued(issuer):
            return "complete" if _issued(issuer, issuer) else "broken"
        certificate = issuer
    return "incomplete"


def _is_self_issued(certificate: x509.Certificate) -> bool:
    same: bool = certificate.subject.dump() == certificate.issuer.dump()
    return same


def _issued(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of serial numbers that a later release will refuse
        loaded = load_der_x509_certificate(certificate.dump())
        by = load_der_x509_certificate(issuer.dump())
    try:
        loaded.verify_directly_issued_by(by)
    except InvalidSignature:
        return False
    return True
