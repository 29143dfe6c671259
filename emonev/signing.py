"""What a digital signature in a file tells, in careful words: what was verified, and what was not.

Never "valid": whether an authority is to be trusted, and whether it has revoked a certificate, can
only be asked online.
"""

import datetime

from emonev.language import say
from emonev.model.facts import Afterwards, CertificateChain, CertificateTime, Integrity, Signature
from emonev.model.text import Text

_INTACT: dict[Afterwards, Text] = {
    "nothing": Text(
        "Tanda tangan digital {signer}: isi berkas utuh sejak ditandatangani.",
        "Digital signature {signer}: the file is intact since it was signed.",
    ),
    "unseen": Text(
        "Tanda tangan digital {signer}: isi halaman utuh sejak ditandatangani; yang ditambahkan "
        "sesudahnya tidak tampak pada halaman.",
        "Digital signature {signer}: the pages are intact since it was signed; what was added "
        "later shows on none of them.",
    ),
    "marks": Text(
        "Tanda tangan digital {signer}: isi halaman utuh sejak ditandatangani; sesudahnya hanya "
        "ditambahkan tanda tangan, isian, atau catatan.",
        "Digital signature {signer}: the pages are intact since it was signed; only signatures, "
        "form entries or notes were added later.",
    ),
    "content": Text(
        "Isi halaman berubah sesudah tanda tangan digital {signer}; bandingkan dengan naskah "
        "aslinya.",
        "What the pages show was changed after the digital signature {signer}; compare it with "
        "the original.",
    ),
    "unknown": Text(
        "Tanda tangan digital {signer}: bagian yang ditandatangani utuh, tetapi tambahan sesudahnya "
        "tidak dapat diperiksa; bandingkan dengan naskah aslinya.",
        "Digital signature {signer}: what was signed is intact, but what was added later cannot "
        "be examined; compare it with the original.",
    ),
}
_NOT_INTACT: dict[Integrity, Text] = {
    "altered": Text(
        "Isi berkas tidak cocok dengan tanda tangan digital {signer}: berkas berubah sesudah "
        "ditandatangani, atau rusak. Minta berkas aslinya.",
        "The file does not match the digital signature {signer}: it was changed after signing, "
        "or is damaged. Ask for the original file.",
    ),
    "invalid": Text(
        "Tanda tangan digital {signer} tidak cocok dengan sertifikat di dalam berkas. Minta berkas "
        "aslinya.",
        "The digital signature {signer} does not match the certificate in the file. Ask for the "
        "original file.",
    ),
    "wrong-range": Text(
        "Tanda tangan digital di berkas ini tidak mencakup isinya dengan benar: berkas disimpan "
        "ulang sesudah ditandatangani, atau tanda tangannya dipindahkan. Minta berkas aslinya.",
        "The digital signature in this file does not truly cover what the file holds: it was saved "
        "again after signing, or the signature was moved. Ask for the original file.",
    ),
    "unreadable": Text(
        "Tanda tangan digital di berkas ini tidak dapat dibaca; periksa pada layanan verifikasi "
        "penerbit sertifikat.",
        "The digital signature in this file cannot be read; check it with the verification service "
        "of the certificate's issuer.",
    ),
    "unsupported": Text(
        "Tanda tangan digital di berkas ini memakai cara yang belum dikenal emonev; periksa pada "
        "layanan verifikasi penerbit sertifikat.",
        "The digital signature in this file is made in a way that emonev does not know; check it "
        "with the verification service of the certificate's issuer.",
    ),
    "unexamined": Text(
        "Tanda tangan digital {signer} belum diperiksa; periksa pada layanan verifikasi penerbit "
        "sertifikat.",
        "The digital signature {signer} was not examined; check it with the verification service "
        "of the certificate's issuer.",
    ),
}
_STAMPED = Text(
    "Cap waktu digital {signer}: isi halaman utuh sejak dicap.",
    "Digital time stamp {signer}: the pages are intact since then.",
)
_ISSUER = Text(
    "Penerbit sertifikat menurut berkas: {issuer}; penerbit tidak diperiksa (luring).",
    "Issuer of the certificate according to the file: {issuer}; the issuer was not checked "
    "(offline).",
)
_NO_ISSUER = Text(
    "Penerbit sertifikat tidak diperiksa (luring).",
    "The issuer of the certificate was not checked (offline).",
)
_TIMES: dict[CertificateTime, Text] = {
    "expired": Text(
        "Masa berlaku sertifikat sudah habis ketika ditandatangani; periksa.",
        "The certificate had expired when it was signed; check it.",
    ),
    "too-early": Text(
        "Sertifikat belum berlaku ketika ditandatangani; periksa.",
        "The certificate was not yet in force when it was signed; check it.",
    ),
}
_CHAINS: dict[CertificateChain, Text] = {
    "broken": Text(
        "Sertifikat tidak berasal dari penerbit yang disebutnya; periksa.",
        "The certificate is not from the issuer that it names; check it.",
    ),
    "self-signed": Text(
        "Sertifikat dibuat sendiri, bukan oleh penyelenggara sertifikasi; periksa.",
        "The certificate was made by its owner and not by an authority; check it.",
    ),
}
_DOUBTFUL = frozenset[Afterwards](["content", "unknown"])
_NEXT = Text("{first} {second}", "{first} {second}")
_ON_DAY = Text("{who}, {day}", "{who}, {day}")
_BY = Text("atas nama {name}", "in the name of {name}")
_NOBODY = Text("tanpa nama", "without a name")
_HERE = Text("di berkas ini", "in this file")
_LONGEST_NAME = 80


def is_sound(signature: Signature) -> bool:
    """Say whether nothing that the file itself tells speaks against a signature."""
    return (
        signature.integrity == "intact"
        and signature.afterwards not in _DOUBTFUL
        and signature.certificate not in _TIMES
        and signature.chain not in _CHAINS
    )


def told(signature: Signature, *, named: bool = True) -> Text:
    """Return what is known of a signature: what it covers, who issued it, what is odd.

    `named`: with the signer's name, which has no place in what the public may see.
    """
    signer = _signer(signature, named=named)
    template = _NOT_INTACT.get(signature.integrity)
    if template is not None:
        return say(template, signer=signer)
    intact = _INTACT[signature.afterwards]
    if signature.timestamp and signature.afterwards not in _DOUBTFUL:
        intact = _STAMPED
    said = say(intact, signer=signer)
    for further in (_issuer(signature, named=named), *_oddities(signature)):
        said = say(_NEXT, first=said, second=further)
    return said


def signer_of(signature: Signature) -> str:
    """Return the signer as the certificate has it: "Kepala Dinas (Dinas Contoh)"."""
    name, organisation = _cut(signature.name), _cut(signature.organisation)
    return f"{name} ({organisation})" if name and organisation else name


def _issuer(signature: Signature, *, named: bool) -> Text:
    is_signer = signature.chain == "self-signed" and not named
    if is_signer or not signature.issuer:
        return _NO_ISSUER
    return say(_ISSUER, issuer=_cut(signature.issuer))


def _oddities(signature: Signature) -> list[Text]:
    odd = (_TIMES.get(signature.certificate), _CHAINS.get(signature.chain))
    return [one for one in odd if one is not None]


def _signer(signature: Signature, *, named: bool) -> Text:
    signer, day = signer_of(signature), _day(signature.signed_at)
    who = _HERE if not named else say(_BY, name=signer) if signer else _NOBODY
    return who if day is None else say(_ON_DAY, who=who, day=day)


def _day(stamp: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(stamp[:10])
    except ValueError:
        return None


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
