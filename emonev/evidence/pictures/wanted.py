"""Which pages a result wants pictures of, the most needed first, and what is quoted from each."""

from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct

from emonev.evidence.pictures.messages import Asked, Quote
from emonev.model.assessment import Assessment, CriterionResult, EvidenceResult
from emonev.model.finding import Proof
from emonev.model.pictures import key_of

DRAWN = frozenset({"pdf", "jpeg", "png", "gif", "bmp", "tiff", "webp"})  # formats with a face
_QUOTES = 24  # of one page; more would cover it

Content = tuple[str, str]  # sha256 and format


class PageWanted(Struct, frozen=True):
    """One page, by what its file holds; counted from 1."""

    content: Content
    page: int


class Wanted(Struct, frozen=True):
    """The pages in order, and the proofs that quote each of them."""

    pages: tuple[PageWanted, ...]
    proofs: dict[PageWanted, tuple[Proof, ...]]

    def asked(self, page: PageWanted) -> Asked:
        """Return what a worker is asked to draw."""
        return Asked(page.page, tuple(Quote(p.snippet, p.marks) for p in self.proofs[page]))


def wanted_of(assessment: Assessment) -> Wanted:
    """Return the pages that findings name: first one of each criterion, then the second of each."""
    contents = {
        file.path: (file.sha256, file.format)
        for file in assessment.evidence
        if file.sha256 and file.format in DRAWN and file.problem is None and not _shows(file)
    }
    proofs: dict[PageWanted, dict[str, Proof]] = {}
    turns = [list(_pages_of(each, contents, proofs)) for each in assessment.criteria()]
    in_turn = (page for turn in zip_longest(*turns) for page in turn if page is not None)
    return Wanted(
        tuple(dict.fromkeys(in_turn)),
        {page: tuple(quoted.values())[:_QUOTES] for page, quoted in proofs.items()},
    )


def _shows(file: EvidenceResult) -> bool:
    """Say whether personal data may be legible in a small picture: in a scan or photo of a card.

    Running text cannot be read in them; what OCR read may stand there in any size.
    """
    return "personal-data" in file.note_codes and file.text == "ocr"


def _pages_of(
    criterion: CriterionResult,
    contents: dict[str, Content],
    proofs: dict[PageWanted, dict[str, Proof]],
) -> Iterator[PageWanted]:
    """Yield the pages that a criterion's findings name, and note what they quote."""
    for finding in criterion.findings:
        for proof in finding.proofs:
            content = contents.get(proof.path)
            if content is None:
                continue
            page = PageWanted(content, proof.page or 1)  # the face of a file that is named whole
            quoted = proofs.setdefault(page, {})
            if proof.snippet:
                quoted[key_of(proof)] = proof
            yield page
