"""Digitally signed PDFs, made with keys and certificates of their own, so that each can be spoilt."""

import datetime
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from asn1crypto import algos, cms, core, tsp  # type: ignore[import-untyped] # no type information
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.x509.oid import NameOID

from tests.samples.pdf import CATALOG, TREE, Pdf, stream

SIGNED_ON = datetime.datetime(2024, 8, 1, 7, 45, 7, tzinfo=datetime.UTC)
FIRST_PAGE = 6
_NUMBER = "{:010}"
_ROOM = f"[0 {_NUMBER} {_NUMBER} {_NUMBER}]"

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey


@dataclass(frozen=True)
class Signer:
    """A key with its certificate, and the certificates of those who vouch for it."""

    key: Key
    certificate: x509.Certificate
    others: tuple[x509.Certificate, ...] = ()

    def sign(self, message: bytes, digest: str, *, pss: bool = False) -> bytes:
        hash_: hashes.HashAlgorithm = getattr(hashes, digest.upper())()
        if isinstance(self.key, rsa.RSAPrivateKey):
            form = padding.PSS(padding.MGF1(hash_), 32) if pss else padding.PKCS1v15()
            return self.key.sign(message, form, hash_)
        if isinstance(self.key, ec.EllipticCurvePrivateKey):
            return self.key.sign(message, ec.ECDSA(hash_))
        return self.key.sign(message)


@cache
def a_key(kind: str = "ec") -> Key:
    if kind == "rsa":
        return rsa.generate_private_key(65537, 2048)
    return ed25519.Ed25519PrivateKey.generate() if kind == "ed" else _another_key(0)


@cache
def _another_key(_number: int) -> Key:
    return ec.generate_private_key(ec.SECP256R1())


@cache
def an_authority(name: str = "Otoritas Contoh") -> Signer:
    key = _another_key(1)
    names = _name(name, "Lembaga Contoh")
    return Signer(key, _certificate(names, names, key, key, 1, (2016, 2036)))


@cache
def a_signer(
    name: str = "Kepala Dinas",
    organisation: str = "Dinas Contoh",
    *,
    kind: str = "ec",
    years: tuple[int, int] = (2023, 2026),
    with_authority: bool = True,
    forged: bool = False,
) -> Signer:
    """Return a signer; `forged`: the authority that it names did not sign its certificate."""
    authority, key = an_authority(), a_key(kind)
    issuing = _another_key(2) if forged else authority.key
    subject = _name(name, organisation)
    certificate = _certificate(subject, authority.certificate.subject, key, issuing, 7, years)
    return Signer(key, certificate, (authority.certificate,) if with_authority else ())


@cache
def a_signer_of_its_own(name: str = "Kepala Dinas") -> Signer:
    names = _name(name, "Dinas Contoh")
    return Signer(a_key(), _certificate(names, names, a_key(), a_key(), 5, (2023, 2026)))


def message_of(
    content: bytes,
    signer: Signer,
    *,
    digest: str = "sha256",
    at: datetime.datetime | None = SIGNED_ON,
    attributes: bool = True,
    pss: bool = False,
    by_key_identifier: bool = False,
    enclosed: dict[str, Any] | None = None,
    stamper: Signer | None = None,
) -> bytes:
    """Return a signed message (CMS) about the content."""
    said = _attributes(content, digest, at, enclosed) if attributes else None
    signature = signer.sign(content if said is None else said.dump(), digest, pss=pss)
    own = asn1_x509.Certificate.load(_der(signer.certificate))
    info: dict[str, Any] = {
        "version": "v3" if by_key_identifier else "v1",
        "sid": cms.SignerIdentifier(
            {"subject_key_identifier": own.key_identifier}
            if by_key_identifier
            else {
                "issuer_and_serial_number": cms.IssuerAndSerialNumber(
                    {"issuer": own.issuer, "serial_number": own.serial_number}
                )
            }
        ),
        "digest_algorithm": {"algorithm": digest},
        "signature_algorithm": _algorithm(signer, digest, pss=pss),
        "signature": signature,
    }
    if said is not None:
        info["signed_attrs"] = said
    if stamper is not None:
        info["unsigned_attrs"] = [_stamp_attribute(signature, stamper)]
    certificates = [
        asn1_x509.Certificate.load(_der(c)) for c in (*signer.others, signer.certificate)
    ]
    signed = cms.SignedData(
        {
            "version": "v3" if enclosed and enclosed["content_type"] == "tst_info" else "v1",
            "digest_algorithms": [{"algorithm": digest}],
            "encap_content_info": enclosed or {"content_type": "data"},
            "certificates": certificates,
            "signer_infos": [info],
        }
    )
    whole: bytes = cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump()
    return whole


def stamp_of(content: bytes, stamper: Signer, *, at: datetime.datetime = SIGNED_ON) -> bytes:
    """Return a time stamp (RFC 3161) on the content."""
    stamp = tsp.TSTInfo(
        {
            "version": "v1",
            "policy": "1.2.3.4",
            "message_imprint": {
                "hash_algorithm": {"algorithm": "sha256"},
                "hashed_message": hashlib.sha256(content).digest(),
            },
            "serial_number": 1,
            "gen_time": at,
        }
    ).dump()
    enclosed = {"content_type": "tst_info", "content": core.ParsableOctetString(stamp)}
    return message_of(stamp, stamper, at=None, enclosed=enclosed)


@dataclass
class SignedPdf:
    """A PDF that is signed and added to, each time behind all that is there already."""

    pdf: Pdf
    data: bytes = b""
    _fields: list[int] = field(default_factory=list)
    _next: int = 950

    def __post_init__(self) -> None:
        self.data = self.data or self.pdf.bytes()

    def sign(
        self,
        message: Signer | Callable[[bytes], bytes],
        *,
        sub_filter: str = "adbe.pkcs7.detached",
        room: int = 4096,
        entries: str = "/M(D:20240801144507+07'00')",
    ) -> "SignedPdf":
        """Add a signature over all that there is, and over itself but for its message."""
        signature, widget = self._next, self._next + 1
        self._next += 2
        self._fields.append(widget)
        fields = " ".join(f"{number} 0 R" for number in self._fields)
        span = _ROOM.format(*[9_999_999_999] * 3)
        self.add(
            {
                signature: (
                    f"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/{sub_filter}/ByteRange{span}"
                    f"/Contents<{'00' * room}>{entries}>>"
                ).encode(),
                widget: (
                    f"<</Type/Annot/Subtype/Widget/FT/Sig/T(ttd{widget})/Rect[0 0 0 0]"
                    f"/V {signature} 0 R>>"
                ).encode(),
                CATALOG: (
                    f"<</Type/Catalog/Pages {TREE} 0 R/AcroForm<</SigFlags 3/Fields[{fields}]>>>>"
                ).encode(),
            }
        )
        self._fill_in(message, span.encode(), room)
        return self

    def add(self, objects: dict[int, bytes]) -> "SignedPdf":
        """Add objects, or new versions of old ones, as an incremental update."""
        before = self.data.rindex(b"startxref") + len(b"startxref")
        previous = int(self.data[before:].split()[0])
        out, places = bytearray(self.data), {}
        for number, content in sorted(objects.items()):
            places[number] = len(out)
            out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
        table = len(out)
        out += b"xref\n"
        for number, place in places.items():
            out += f"{number} 1\n{place:010} 00000 n \n".encode()
        out += f"trailer\n<</Size 1000/Root {CATALOG} 0 R/Prev {previous}>>\n".encode()
        out += f"startxref\n{table}\n%%EOF\n".encode()
        self.data = bytes(out)
        return self

    def write_on_page(self, content: bytes) -> "SignedPdf":
        """Change what stands on the first page."""
        return self.add({FIRST_PAGE + 1: stream(content)})

    def note_on_page(self, words: str) -> "SignedPdf":
        """Lay a note upon the first page."""
        page = self.pdf.body()[FIRST_PAGE].removesuffix(b">>") + b"/Annots[990 0 R]>>"
        note = f"<</Type/Annot/Subtype/Text/Rect[100 100 120 120]/Contents({words})>>".encode()
        return self.add({FIRST_PAGE: page, 990: note})

    def _fill_in(self, message: Signer | Callable[[bytes], bytes], span: bytes, room: int) -> None:
        start = self.data.rindex(b"/Contents<" + b"00" * room) + len(b"/Contents")
        end = start + 2 * room + 2
        spans = _ROOM.format(start, end, len(self.data) - end).encode()
        whole = self.data.replace(span, spans)
        content = whole[:start] + whole[end:]
        told = message_of(content, message) if isinstance(message, Signer) else message(content)
        self.data = (
            whole[: start + 1] + told.hex().encode().ljust(2 * room, b"0") + whole[end - 1 :]
        )


def _attributes(
    content: bytes, digest: str, at: datetime.datetime | None, enclosed: dict[str, Any] | None
) -> Any:
    kind = enclosed["content_type"] if enclosed else "data"
    said = [
        cms.CMSAttribute({"type": "content_type", "values": [kind]}),
        cms.CMSAttribute(
            {"type": "message_digest", "values": [hashlib.new(digest, content).digest()]}
        ),
    ]
    if at is not None:
        time = cms.Time({"utc_time": at})
        said.append(cms.CMSAttribute({"type": "signing_time", "values": [time]}))
    return cms.CMSAttributes(said)


def _algorithm(signer: Signer, digest: str, *, pss: bool) -> dict[str, Any]:
    if isinstance(signer.key, ed25519.Ed25519PrivateKey):
        return {"algorithm": "ed25519"}
    if isinstance(signer.key, ec.EllipticCurvePrivateKey):
        return {"algorithm": f"{digest}_ecdsa"}
    if not pss:
        return {"algorithm": "rsassa_pkcs1v15"}
    parameters = algos.RSASSAPSSParams(
        {
            "hash_algorithm": {"algorithm": digest},
            "mask_gen_algorithm": {"algorithm": "mgf1", "parameters": {"algorithm": digest}},
            "salt_length": 32,
        }
    )
    return {"algorithm": "rsassa_pss", "parameters": parameters}


def _stamp_attribute(signature: bytes, stamper: Signer) -> Any:
    token = cms.ContentInfo.load(stamp_of(signature, stamper))
    return cms.CMSAttribute({"type": "signature_time_stamp_token", "values": [token]})


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: Key, issuing: Key, serial: int, years: Sequence[int]
) -> x509.Certificate:
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(serial)
        .not_valid_before(datetime.datetime(years[0], 1, 1, tzinfo=datetime.UTC))
        .not_valid_after(datetime.datetime(years[1], 1, 1, tzinfo=datetime.UTC))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    edwards = isinstance(issuing, ed25519.Ed25519PrivateKey)
    return builder.sign(issuing, None if edwards else hashes.SHA256())


def _name(name: str, organisation: str) -> x509.Name:
    parts = [(NameOID.COUNTRY_NAME, "ID"), (NameOID.ORGANIZATION_NAME, organisation)]
    parts.append((NameOID.COMMON_NAME, name))
    return x509.Name([x509.NameAttribute(kind, said) for kind, said in parts if said])


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.DER)
