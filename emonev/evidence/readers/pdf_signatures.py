"""Digital signatures in a PDF: who, when, over which part, and what became of it afterwards.

They are verified as far as the file allows; see `signed_message` and `pdf_revision`.
"""

import ctypes
from collections.abc import Sequence

import pypdfium2_raw as pdfium  # type: ignore[import-untyped] # ships no type information
from msgspec.structs import replace

from emonev.evidence.readers.pdf_document import Handle, iso_time, plain_text, wide_text
from emonev.evidence.readers.pdf_revision import afterwards
from emonev.model.facts import Signature

_MOST = 20
_COMPARED = 4  # signatures whose part is held against the whole; the latest say most
_SLACK = 2  # bytes of white space behind the end that some writers leave out
_CONTENTS = 1024**2
_STAMP = "ETSI.RFC3161"
_WITHOUT_MESSAGE = frozenset(["adbe.x509.rsa_sha1"])  # a bare signature, as in PDF 1.3

Spans = tuple[int, int, int, int]


def signatures_of(document: Handle, data: bytes) -> tuple[Signature, ...]:
    """Return the signature fields that have been signed, in the order of the file."""
    count = min(max(0, pdfium.FPDF_GetSignatureCount(document)), _MOST)
    handles = (pdfium.FPDF_GetSignatureObject(document, place) for place in range(count))
    found = [_signature(handle, data) for handle in handles if handle]
    return _with_what_followed([one for one, _ in found], [end for _, end in found], document, data)


def _signature(handle: Handle, data: bytes) -> tuple[Signature, int]:
    """Return a signature, and where the part ends that it stands over."""
    said = Signature(
        reason=wide_text(pdfium.FPDFSignatureObj_GetReason, handle).strip(),
        signed_at=iso_time(plain_text(pdfium.FPDFSignatureObj_GetTime, handle)),
        sub_filter=plain_text(pdfium.FPDFSignatureObj_GetSubFilter, handle),
    )
    said = replace(said, timestamp=said.sub_filter == _STAMP)
    spans, contents = _spans(handle), _contents(handle)
    if spans is None or not is_true(spans, contents, data):
        return replace(said, integrity="wrong-range"), 0
    start, length, rest, rest_length = spans
    whole = memoryview(data)
    content = (whole[start:length], whole[rest : rest + rest_length])
    end = rest + rest_length
    said = replace(said, covers_all=end >= len(data) - _SLACK)
    return _examined(said, contents, content), end


def is_true(spans: Spans, contents: bytes, data: bytes) -> bool:
    """Say whether a byte range leaves out just the signature itself, and nothing else.

    One that leaves out more, or lies elsewhere, would let anything be put where nobody looks.
    """
    start, length, rest, rest_length = spans
    end = rest + rest_length
    if not (start == 0 < length < rest and rest_length > 0 and end <= len(data)):
        return False
    gap = data[length:rest]
    if not (gap.startswith(b"<") and gap.endswith(b">")):
        return False
    try:
        return bool(contents) and bytes.fromhex(gap[1:-1].decode("ascii")) == contents
    except ValueError:
        return False


def _examined(said: Signature, contents: bytes, content: Sequence[memoryview]) -> Signature:
    if said.sub_filter in _WITHOUT_MESSAGE:
        return replace(said, integrity="unsupported")
    try:
        # Loads 18 MB; most files bear no signature.
        from emonev.evidence.readers.signed_message import examine
    except ImportError:  # a machine for which there is no build of cryptography
        return replace(said, integrity="unexamined")
    found = examine(contents, content, said.sub_filter, said.signed_at)
    return replace(
        said,
        name=found.name,
        organisation=found.organisation,
        issuer=found.issuer,
        integrity=found.integrity,
        signed_at=said.signed_at or found.at,
        stamped_at=found.stamped_at,
        certificate=found.certificate,
        chain=found.chain,
    )


def _with_what_followed(
    found: Sequence[Signature], ends: Sequence[int], document: Handle, data: bytes
) -> tuple[Signature, ...]:
    """Return them with what was added after each; the latest few are held against the whole."""
    later = sorted({end for end in ends if end}, reverse=True)[:_COMPARED]
    known = {
        end: "nothing" if end >= len(data) - _SLACK else afterwards(data[:end], document)
        for end in later
    }
    return tuple(
        replace(one, afterwards=known.get(end, "unknown"))
        for one, end in zip(found, ends, strict=True)
    )


def _spans(handle: Handle) -> Spans | None:
    if pdfium.FPDFSignatureObj_GetByteRange(handle, None, 0) != 4:
        return None
    spans = (ctypes.c_int * 4)()
    pdfium.FPDFSignatureObj_GetByteRange(handle, spans, 4)
    return spans[0], spans[1], spans[2], spans[3]


def _contents(handle: Handle) -> bytes:
    length = pdfium.FPDFSignatureObj_GetContents(handle, None, 0)
    if not 0 < length <= _CONTENTS:
        return b""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFSignatureObj_GetContents(handle, buffer, length)
    return buffer.raw
