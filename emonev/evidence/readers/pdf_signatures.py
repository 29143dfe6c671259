"""Digital signatures in a PDF: who, when, why, and whether anything was added afterwards.

Nothing is verified here: that needs the certificates of the authorities and a clock. The name is
that of the certificate whose serial number the signature gives.
"""

import ctypes
from collections.abc import Iterator

import pypdfium2_raw as pdfium  # type: ignore[import-untyped] # ships no type information

from emonev.evidence.readers.pdf_document import Handle, iso_time, plain_text, wide_text
from emonev.model.facts import Signature

_MOST = 50
_SLACK = 2  # bytes of white space behind the end that some writers leave out
_COMMON_NAME = bytes.fromhex("550403")
_CONTEXT_0 = 0xA0
_UTF16 = 0x1E
_CONTENTS = 1024 * 1024


def signatures_of(document: Handle, data: bytes) -> tuple[Signature, ...]:
    """Return the signature fields that have been signed, in the order of the file."""
    count = min(max(0, pdfium.FPDF_GetSignatureCount(document)), _MOST)
    handles = (pdfium.FPDF_GetSignatureObject(document, place) for place in range(count))
    return tuple(_signature(handle, data) for handle in handles if handle)


def _signature(handle: Handle, data: bytes) -> Signature:
    return Signature(
        name=_signer(handle),
        reason=wide_text(pdfium.FPDFSignatureObj_GetReason, handle).strip(),
        signed_at=iso_time(plain_text(pdfium.FPDFSignatureObj_GetTime, handle)),
        sub_filter=plain_text(pdfium.FPDFSignatureObj_GetSubFilter, handle),
        covers_all=_covers_all(handle, len(data)),
    )


def _covers_all(handle: Handle, size: int) -> bool:
    count = pdfium.FPDFSignatureObj_GetByteRange(handle, None, 0)
    if count != 4:
        return False
    spans = (ctypes.c_int * 4)()
    pdfium.FPDFSignatureObj_GetByteRange(handle, spans, 4)
    start, length, rest, rest_length = spans
    return start == 0 and 0 < length <= rest and size - _SLACK <= rest + rest_length <= size


def _signer(handle: Handle) -> str:
    length = pdfium.FPDFSignatureObj_GetContents(handle, None, 0)
    if not 0 < length <= _CONTENTS:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFSignatureObj_GetContents(handle, buffer, length)
    return common_name(buffer.raw)


def common_name(message: bytes) -> str:
    """Return the signer's name in a signed message (RFC 5652, SignedData); "" where none is told."""
    try:
        return _signer_in(message)
    except (IndexError, ValueError):
        return ""


def _signer_in(message: bytes) -> str:
    _, signed = _parts(_only(message))[:2]
    parts = _parts(_only(signed[1]))
    certificates = next((value for tag, value in parts if tag == _CONTEXT_0), b"")
    signer = _parts(_only(parts[-1][1]))
    serial = _parts(signer[1][1])[1][1]
    for _, certificate in _elements(certificates):
        fields = [part for part in _parts(_parts(certificate)[0][1]) if part[0] != _CONTEXT_0]
        if fields[0][1] == serial:
            return _name_in(fields[4][1])
    return ""


def _name_in(subject: bytes) -> str:
    for _, relative in _elements(subject):
        for _, attribute in _elements(relative):
            (_, kind), (tag, value) = _parts(attribute)[:2]
            if kind == _COMMON_NAME:
                text = value.decode("utf-16-be" if tag == _UTF16 else "utf-8", "replace")
                return "".join(c for c in text if c.isprintable()).strip()
    return ""


def _only(value: bytes) -> bytes:
    return _parts(value)[0][1]


def _parts(value: bytes) -> list[tuple[int, bytes]]:
    return list(_elements(value))


def _elements(value: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (tag, content) of the DER elements that stand side by side in `value`."""
    at = 0
    while at + 2 <= len(value):
        tag, length = value[at], value[at + 1]
        at += 2
        if length == 0x80:
            raise ValueError("indefinite length")
        if length > 0x80:
            wide = length & 0x7F
            length = int.from_bytes(value[at : at + wide], "big")
            at += wide
        if at + length > len(value):
            raise ValueError("longer than what holds it")
        yield tag, value[at : at + length]
        at += length
        if not tag:
            return  # padding behind the message
