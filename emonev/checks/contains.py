"""The kind `contains`: certain words stand in the document."""

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from typing import Annotated

from msgspec import Meta, Struct

from emonev.checks import answers
from emonev.checks.answers import ONE, ZERO, page_list, pages_without_text, quoted
from emonev.checks.confidence import recognised
from emonev.checks.examples import Example, a_case, a_document, a_recognised_scan, a_scan
from emonev.checks.phrases import any_hit, closest, hits_of, misreading, proof_of_hit
from emonev.errors import EmonevError
from emonev.language import say
from emonev.model.case import Case, Exhibit
from emonev.model.check import DocumentCheck
from emonev.model.facts import DocumentText, Facts
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.text import Text
from emonev.normalise import Hit

FOUND = Text(
    "Tercantum {found} (halaman {pages}).",
    "Holds {found} (page {pages}).",
)
FOUND_SIMILAR = Text(
    "Tercantum {found} dengan ejaan yang mirip: {printed} (halaman {pages}).",
    "Holds {found} in a similar spelling: {printed} (page {pages}).",
)
MISSING = Text(
    "Tidak tercantum {missing}; lengkapi dokumen atau serahkan dokumen lain.",
    "Does not hold {missing}; complete the document or hand in another.",
)
MISSING_ON_FIRST = Text(
    "Tidak tercantum {missing} pada {first} halaman pertama; lengkapi dokumen atau serahkan "
    "dokumen lain.",
    "Does not hold {missing} on the first {first} page(s); complete the document or hand in "
    "another.",
)
SOME_MISSING = Text(
    "Tercantum {found} (halaman {pages}), tetapi tidak {missing}; lengkapi dokumennya.",
    "Holds {found} (page {pages}) but not {missing}; complete the document.",
)
FAR_APART = Text(
    "Tercantum {found}, tetapi tidak berdekatan (paling banyak {near} kata di antaranya); periksa "
    "apakah dokumen ini yang diminta.",
    "Holds {found}, but not close together (at most {near} words between them); check whether "
    "this is the document asked for.",
)
PAGES_UNREAD = Text(
    "Tidak ditemukan {missing} pada halaman yang berteks, tetapi halaman {pages} tanpa teks; "
    "periksa halaman itu.",
    "{missing} not found on the pages with text, but page(s) {pages} have none; check those pages.",
)
READ_IN_PART = Text(
    "Tidak ditemukan {missing} pada bagian yang terbaca; dokumen ini terlalu panjang untuk dibaca "
    "seluruhnya. Periksa sisanya.",
    "{missing} not found in the part that was read; this document is too long to be read to its "
    "end. Check the rest.",
)
NOTHING_ASKED = Text(
    "`contains` memerlukan any-of atau all-of; tuliskan kata yang dicari",
    "`contains` needs any-of or all-of; write the words to look for",
)


class Wanted(Struct, frozen=True):
    """One thing that must be there: any of some phrases, or one phrase; and where it was found."""

    phrases: tuple[str, ...]
    found: str = ""
    hit: Hit | None = None


class Contains(DocumentCheck, frozen=True, kw_only=True, tag="contains"):
    """Certain words or phrases stand in the text.

    Words are matched whole and without regard to case, line breaks, hyphens and spaced-out
    letters. Of `any-of` one must be there, of `all-of` every one; where some are missing, the
    share is the part that is there. `near` asks that they stand close together on one page.
    On pages read by OCR words also count as recognition misreads them ("lnformasi"), and `tolerant`
    allows it everywhere; the finding then shows the spelling. Pages without text, or badly read,
    make a missing word unknown, not missing.

    It cannot see what the words mean there: nearly all plans and reports cite each other. Ask what
    a document is with `titled`.
    """

    needs_text = True

    any_of: Annotated[tuple[str, ...], Meta(description="phrases, one of which must be there")] = ()
    all_of: Annotated[tuple[str, ...], Meta(description="phrases that must all be there")] = ()
    near: Annotated[
        Annotated[int, Meta(ge=0, le=10_000)] | None,
        Meta(description="at most so many words between the outermost of them"),
    ] = None
    pages: Annotated[
        Annotated[int, Meta(ge=1, le=10_000)] | None,
        Meta(description="look only at the first so many pages"),
    ] = None
    tolerant: Annotated[
        bool, Meta(description="accept words as recognition misreads them on every page")
    ] = False

    def __post_init__(self) -> None:
        if not (self.any_of or self.all_of):
            raise EmonevError("empty-check", NOTHING_ASKED)

    def look_at(self, exhibit: Exhibit, case: Case) -> Finding:  # noqa: ARG002 - one form for all kinds
        text, path = exhibit.text, exhibit.evidence.path
        if text is None:
            return answers.without_text(self, exhibit)
        pages, forgive = text.normal[: self.pages], self._forgiven(exhibit.facts)
        things = [_look_for(phrases, pages, forgive) for phrases in self._asked()]
        if all(thing.hit for thing in things):
            return self._found(things, text, path, forgive)
        unread = pages_without_text(exhibit.facts, self.pages)
        if unread:
            return self._unknown(PAGES_UNREAD, things, text, path, unread)
        if self.pages is None and any(note.code == "truncated" for note in exhibit.facts.notes):
            return self._unknown(READ_IN_PART, things, text, path)
        return self._missing(things, text, path)

    def rests_on(self, finding: Finding, facts: Facts) -> Iterable[int]:
        if finding.outcome is Outcome.MET:
            return super().rests_on(finding, facts)
        return range(1, len(facts.pages[: self.pages]) + 1)

    def _forgiven(self, facts: Facts) -> Collection[int]:
        """Return the pages, counted from 0, on which misread words count."""
        return range(len(facts.pages) or 1) if self.tolerant else recognised(facts)

    def _asked(self) -> list[tuple[str, ...]]:
        one_of = [self.any_of] if self.any_of else []
        return one_of + [(phrase,) for phrase in self.all_of]

    def _found(
        self, things: list[Wanted], text: DocumentText, path: str, forgive: Collection[int]
    ) -> Finding:
        hits = [thing.hit for thing in things if thing.hit]
        if self.near is not None and len(things) > 1:
            near = self._close_together(text, forgive)
            if near is None or near[0] > self.near:
                return self._far_apart(things, text, path)
            hits = near[1]
        found, pages = _names(things), page_list(hit.page + 1 for hit in hits)
        printed = _other_spelling(things, text)
        if printed is None:
            message = say(FOUND, found=found, pages=pages)
        else:
            message = say(FOUND_SIMILAR, found=found, printed=quoted(printed), pages=pages)
        return answers.met(self, message, *(proof_of_hit(hit, text, path) for hit in hits))

    def _close_together(
        self, text: DocumentText, forgive: Collection[int]
    ) -> tuple[int, list[Hit]] | None:
        pages = text.normal[: self.pages]
        groups = [
            [hit for phrase in phrases for hit in hits_of(phrase, pages, forgive=forgive)]
            for phrases in self._asked()
        ]
        return closest([sorted(group, key=_place) for group in groups], pages)

    def _far_apart(self, things: list[Wanted], text: DocumentText, path: str) -> Finding:
        message = say(FAR_APART, found=_names(things), near=self.near or 0)
        return answers.not_met(self, message, *_proofs(things, text, path))

    def _unknown(
        self,
        template: Text,
        things: list[Wanted],
        text: DocumentText,
        path: str,
        unread: Sequence[int] = (),
    ) -> Finding:
        message = say(template, missing=_missing_names(things), pages=page_list(unread))
        return answers.needs_review(self, message, *_proofs(things, text, path))

    def _missing(self, things: list[Wanted], text: DocumentText, path: str) -> Finding:
        there = [thing for thing in things if thing.hit]
        missing = _missing_names(things)
        if there:
            pages = page_list(thing.hit.page + 1 for thing in there if thing.hit)
            message = say(SOME_MISSING, found=_names(there), pages=pages, missing=missing)
        elif self.pages is None:
            message = say(MISSING, missing=missing)
        else:
            message = say(MISSING_ON_FIRST, missing=missing, first=self.pages)
        # Words that must stand together are worth nothing apart.
        share = ZERO if self.near is not None else Fraction(len(there), len(things))
        return answers.partly(self, min(share, ONE), message, *_proofs(there, text, path))


def _look_for(phrases: tuple[str, ...], pages: Sequence[str], forgive: Collection[int]) -> Wanted:
    found = any_hit(phrases, pages, forgive=forgive)
    return Wanted(phrases) if found is None else Wanted(phrases, *found)


def _place(hit: Hit) -> tuple[int, int]:
    return hit.page, hit.start


def _names(things: Sequence[Wanted]) -> Text:
    return answers.all_of([thing.found for thing in things if thing.hit])


def _missing_names(things: Sequence[Wanted]) -> Text:
    """Return what is missing, alternatives first: “a” or “b”, and “c”."""
    missing = [thing.phrases for thing in things if thing.hit is None]
    singles = [phrases[0] for phrases in missing if len(phrases) == 1]
    choice = next((phrases for phrases in missing if len(phrases) > 1), None)
    if choice is None:
        return answers.all_of(singles)
    if not singles:
        return answers.any_of(choice)
    return say(answers.AND, first=answers.any_of(choice), last=answers.all_of(singles))


def _other_spelling(things: Sequence[Wanted], text: DocumentText) -> str | None:
    """Return the first spelling that differs from the phrase, or None where all are exact."""
    spelt = (misreading(one.found, one.hit, text.normal) for one in things if one.hit)
    return next((words for words in spelt if words is not None), None)


def _proofs(things: Sequence[Wanted], text: DocumentText, path: str) -> list[Proof]:
    return [proof_of_hit(thing.hit, text, path) for thing in things if thing.hit]


EXAMPLES = (
    Example(
        name="one of several phrases is enough",
        check=Contains(any_of=("daftar informasi publik", "DIP")),
        case=a_case(a_document("dip.pdf", "Lampiran", "Daftar Informasi\nPublik tahun 2024")),
        outcome=Outcome.MET,
    ),
    Example(
        name="two phrases of three are two thirds",
        check=Contains(all_of=("gambaran umum", "pelaksanaan", "kendala")),
        case=a_case(a_document("laporan.pdf", "A. Gambaran umum. B. Pelaksanaan layanan.")),
        outcome=Outcome.PARTLY,
        share=Fraction(2, 3),
    ),
    Example(
        name="a part of a word is not the word",
        check=Contains(any_of=("DIP",)),
        case=a_case(a_document("dipa.pdf", "DIPA Petikan")),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="words far apart do not count where they must be near",
        check=Contains(all_of=("anggaran", "PPID"), near=5),
        case=a_case(
            a_document(
                "apbd.pdf",
                "Anggaran belanja daerah tahun berjalan dibahas bersama DPRD. Adapun PPID melapor.",
            )
        ),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="misread words count on a page read by OCR",
        check=Contains(any_of=("laporan layanan informasi publik",)),
        case=a_case(a_recognised_scan("pindaian.pdf", "LAPORAN LAYANAN lNFORMASl PUBLIK")),
        outcome=Outcome.MET,
    ),
    Example(
        name="a page that OCR read badly decides nothing",
        check=Contains(any_of=("maklumat",)),
        case=a_case(a_recognised_scan("pindaian.pdf", "MAKLUMAT PELAYANAN", confidence=41)),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="misread words count elsewhere where the rubric is tolerant",
        check=Contains(any_of=("laporan layanan informasi publik",), tolerant=True),
        case=a_case(a_document("pindaian.pdf", "LAPORAN LAYANAN lNFORMASl PUBLIK")),
        outcome=Outcome.MET,
    ),
    Example(
        name="a page without text makes a missing word unknown",
        check=Contains(any_of=("maklumat",)),
        case=a_case(a_document("campuran.pdf", "Kata pengantar", "")),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="a scan says nothing",
        check=Contains(any_of=("maklumat",)),
        case=a_case(a_scan()),
        outcome=Outcome.NEEDS_REVIEW,
    ),
)
