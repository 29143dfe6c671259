"""The kind `signed`: the document bears a signature."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from re import Pattern
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from emonev.checks import answers
from emonev.checks.answers import page_list, pages_without_text
from emonev.checks.confidence import recognised
from emonev.checks.examples import Example, a_case, a_document, a_recognised_scan, a_scan
from emonev.checks.phrases import hits_of, proof_of_hit
from emonev.language import say
from emonev.model.case import Case, Exhibit
from emonev.model.check import DocumentCheck
from emonev.model.facts import DocumentText, Facts, Signature
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.text import Text
from emonev.normalise import Hit
from emonev.signing import is_sound, signer_of, told

SEVERAL = Text(
    "Ada {count} tanda tangan digital. {first}", "There are {count} digital signatures. {first}"
)
STATED = Text(
    "Tercantum pernyataan tanda tangan elektronik (halaman {page}); keabsahannya tidak diperiksa "
    "emonev.",
    "It states that it was signed electronically (page {page}); emonev did not verify that.",
)
BLOCK = Text(
    "Ada blok tanda tangan (halaman {page}); tanda tangannya sendiri tidak diperiksa emonev.",
    "There is a signature block (page {page}); emonev did not examine the signature itself.",
)
HALF_A_BLOCK = Text(
    "Hanya sebagian blok tanda tangan yang terlihat (halaman {page}); periksa apakah dokumen ini "
    "ditandatangani.",
    "Only part of a signature block is seen (page {page}); check whether this document is signed.",
)
UNFILLED = Text(
    "Tempat tanggal pada blok tanda tangan belum diisi (halaman {page}); mungkin ini rancangan. "
    "Periksa.",
    "The date in the signature block is not filled in (page {page}); this may be a draft. Check it.",
)
PAGES_UNREAD = Text(
    "Tidak terlihat tanda tangan pada halaman yang berteks, tetapi halaman {pages} tanpa teks; "
    "periksa halaman itu.",
    "No signature is seen on the pages with text, but page(s) {pages} have none; check those pages.",
)
INK_UNREAD = Text(
    "Tidak terbaca blok tanda tangan, tetapi halaman {pages} berupa pindaian dan OCR tidak membaca "
    "tinta; periksa halaman itu.",
    "No signature block was read, but page(s) {pages} are scanned and OCR does not read ink; check "
    "those pages.",
)
UNSIGNED = Text(
    "Tidak terlihat tanda tangan; serahkan naskah yang sudah ditandatangani.",
    "No signature is seen; hand in the signed copy.",
)
NOT_ELECTRONIC = Text(
    "Tidak ada tanda tangan elektronik; serahkan naskah yang ditandatangani secara elektronik.",
    "There is no electronic signature; hand in the electronically signed copy.",
)


class Trace(Struct, frozen=True):
    """What a signature leaves in normal text. One of `words` must be there for it to be looked for:

    a word is found a hundred times faster than a pattern. On pages read by OCR it also counts
    where it matches `misread`, or where one of `phrases` stands as recognition misreads it.
    """

    words: tuple[str, ...]
    pattern: Pattern[str]
    phrases: tuple[str, ...] = ()
    misread: Pattern[str] | None = None


_STATED = Trace(
    ("elektronik", "digital"),
    re.compile(
        r"\bditanda ?tangani (?:secara )?(?:elektronik|digital)\b"
        r"|\btanda ?tangan elektronik\b.{0,60}\b(?:bsre|bssn|psre)\b"
    ),
    ("ditandatangani secara elektronik", "ditandatangani secara digital"),
)
_SIGNED_AT = ("ditetapkan di", "dikeluarkan di", "dibuat di", "disahkan di", "diundangkan di")
_OPENING = Trace(
    _SIGNED_AT,
    re.compile(r"\b(?:ditetapkan|dikeluarkan|dibuat|disahkan|diundangkan) di\b"),
    _SIGNED_AT,
)
_MARK = Trace(
    ("ttd", "t.t.d", "dto", "cap dan"),
    re.compile(r"(?<!\w)(?:ttd|t\.t\.d|dto)(?!\w)|\bcap dan tanda ?tangan\b"),
)
_CLOSING = Trace(
    ("nip", "nrp", "materai", "meterai"),
    re.compile(r"\bnip\b ?\.?:? ?\d[\d ]{7,}|\bnrp\b ?\.?:? ?\d{6,}|\bm[ae]terai\b"),
    # "NlP, 19700101 199O03 1 001"
    misread=re.compile(r"\bn[i1l|!]p\b\W{0,4}\d(?:[ .,oil|]{0,2}\d){7,}"),
)
_UNFILLED = Trace(
    ("pada tanggal",),
    re.compile(r"\bpada tanggal ?:? ?(?:[._…]{3,}|\d{0,2} ?[._…]{4,})"),
)


class Signed(DocumentCheck, frozen=True, kw_only=True, tag="signed"):
    """The document bears a signature.

    A digital signature in a PDF counts if it is intact: what was signed, and what the pages show,
    is as it was. So does the printed sentence that a document was signed electronically, the mark
    "ttd", and a signature block: place of signing ("ditetapkan di …") together with an NIP on the
    same page. On pages read by OCR its words also count as recognition misreads them. Half a
    block, a date left open and pages without text or badly read need a person; so does a digital
    signature that is broken, cannot be read, is by a certificate that was not in force, or has
    pages changed after it. `electronic: true` accepts only the first two.

    It cannot see ink, and it asks no authority whether a certificate is to be trusted: an unsigned
    copy with a complete block looks signed.
    """

    needs_text = True

    electronic: Annotated[bool, Meta(description="only an electronic signature counts")] = False

    def look_at(self, exhibit: Exhibit, case: Case) -> Finding:  # noqa: ARG002 - one form for all kinds
        path, text = exhibit.evidence.path, exhibit.text
        signatures = [one for one in exhibit.facts.signatures if not one.timestamp]
        if signatures:
            return self._digital(signatures, path)
        if text is None:
            return answers.without_text(self, exhibit)
        seen = self._in_text(text, path, recognised(exhibit.facts))
        if seen is not None:
            return seen
        unread = pages_without_text(exhibit.facts)
        if unread:
            message = say(PAGES_UNREAD, pages=page_list(unread))
            return answers.needs_review(self, message, Proof(path, unread[-1]))
        scanned = [number + 1 for number in recognised(exhibit.facts)]
        if scanned and not self.electronic:
            message = say(INK_UNREAD, pages=page_list(scanned))
            return answers.needs_review(self, message, Proof(path, scanned[-1]))
        return answers.not_met(self, NOT_ELECTRONIC if self.electronic else UNSIGNED, Proof(path))

    def rests_on(self, finding: Finding, facts: Facts) -> Iterable[int]:
        if finding.outcome is Outcome.NOT_MET:
            return range(1, len(facts.pages) + 1)
        return super().rests_on(finding, facts)

    def _digital(self, signatures: Sequence[Signature], path: str) -> Finding:
        """Answer for digital signatures: one that is doubtful leaves the document to a person.

        A broken signature is no proof against a document (it may have been saved again), so it
        is never simply not met.
        """
        told_of = next((one for one in signatures if not is_sound(one)), signatures[0])
        message, proof = told(told_of, named=False), Proof(path, None, signer_of(told_of))
        if not is_sound(told_of):
            return answers.needs_review(self, message, proof)
        if len(signatures) > 1:
            message = say(SEVERAL, count=len(signatures), first=message)
        return answers.met(self, message, proof)

    def _in_text(self, text: DocumentText, path: str, forgive: Collection[int]) -> Finding | None:
        stated = _last(_STATED, text, forgive)
        if stated is not None:
            return answers.met(self, *_said(STATED, stated, text, path))
        if self.electronic:
            return None
        unfilled = _last(_UNFILLED, text, forgive)
        if unfilled is not None:
            return answers.needs_review(self, *_said(UNFILLED, unfilled, text, path))
        block = _last(_MARK, text, forgive) or _block(text, forgive)
        if block is not None:
            return answers.met(self, *_said(BLOCK, block, text, path))
        half = _last(_OPENING, text, forgive) or _last(_CLOSING, text, forgive)
        if half is not None:
            return answers.needs_review(self, *_said(HALF_A_BLOCK, half, text, path))
        return None


def _said(template: Text, hit: Hit, text: DocumentText, path: str) -> tuple[Text, Proof]:
    return say(template, page=hit.page + 1), proof_of_hit(hit, text, path)


def _block(text: DocumentText, forgive: Collection[int]) -> Hit | None:
    """Return the last place of signing that has a signatory's number on the same page."""
    closings = {hit.page for hit in _all(_CLOSING, text, forgive)}
    blocks = [hit for hit in _all(_OPENING, text, forgive) if hit.page in closings]
    return blocks[-1] if blocks else None


def _last(trace: Trace, text: DocumentText, forgive: Collection[int]) -> Hit | None:
    return max(_all(trace, text, forgive), default=None, key=lambda hit: (hit.page, hit.start))


def _all(trace: Trace, text: DocumentText, forgive: Collection[int]) -> Iterator[Hit]:
    """Yield the traces page by page; misread ones only where a page has no others."""
    for page, normal in enumerate(text.normal):
        found = _on_page(trace, normal)
        if page in forgive and not found:
            found = _misread_on_page(trace, normal)
        yield from (Hit(page, start, end) for start, end in found)


def _on_page(trace: Trace, normal: str) -> list[tuple[int, int]]:
    if not any(word in normal for word in trace.words):
        return []
    return [match.span() for match in trace.pattern.finditer(normal)]


def _misread_on_page(trace: Trace, normal: str) -> list[tuple[int, int]]:
    numbers = [] if trace.misread is None else trace.misread.finditer(normal)
    phrases = (hit for one in trace.phrases for hit in hits_of(one, (normal,), forgive=(0,)))
    return sorted([match.span() for match in numbers] + [(hit.start, hit.end) for hit in phrases])


_BLOCK_TEXT = (
    "Ditetapkan di Ranai\npada tanggal 2 Januari 2024\nKEPALA DINAS\nNIP. 19700101 199003 1 001"
)

_INTACT = Signature("Kepala Dinas", integrity="intact", afterwards="nothing")

EXAMPLES = (
    Example(
        name="a digital signature that is intact",
        check=Signed(electronic=True),
        case=a_case(a_document("sk.pdf", "Keputusan", signatures=(_INTACT,))),
        outcome=Outcome.MET,
    ),
    Example(
        name="a file that was changed after it was signed",
        check=Signed(),
        case=a_case(
            a_document("sk.pdf", "Keputusan", signatures=(replace(_INTACT, integrity="altered"),))
        ),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="place of signing and NIP on one page make a block",
        check=Signed(),
        case=a_case(a_document("sk.pdf", "Keputusan", _BLOCK_TEXT)),
        outcome=Outcome.MET,
    ),
    Example(
        name="a signature block whose words OCR misread",
        check=Signed(),
        case=a_case(a_recognised_scan("sk.pdf", "Ditetapkan di Ranai\nNlP, 19700101 199003 1 001")),
        outcome=Outcome.MET,
    ),
    Example(
        name="a signature block on a page that OCR read badly",
        check=Signed(),
        case=a_case(a_recognised_scan("sk.pdf", _BLOCK_TEXT, confidence=61)),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="OCR does not read ink",
        check=Signed(),
        case=a_case(a_recognised_scan("laporan.pdf", "Demikian laporan ini. Kepala Dinas")),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="a block is not an electronic signature",
        check=Signed(electronic=True),
        case=a_case(a_document("sk.pdf", _BLOCK_TEXT)),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="a text without any block",
        check=Signed(),
        case=a_case(a_document("sop.docx", "Standar operasional prosedur")),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="an open date may be a draft's",
        check=Signed(),
        case=a_case(
            a_document("sk.docx", "Ditetapkan di Ranai\npada tanggal ............\nKEPALA DINAS")
        ),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="a list of officials is no signature block for certain",
        check=Signed(),
        case=a_case(a_document("sk.pdf", "Sekretaris NIP 19700101 199003 1 001")),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="ink on a scan is for people to see",
        check=Signed(),
        case=a_case(a_scan()),
        outcome=Outcome.NEEDS_REVIEW,
    ),
)
