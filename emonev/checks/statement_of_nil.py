"""The kind `statement-of-nil`: a signed statement that there was nothing to report."""

from collections.abc import Collection, Iterable, Sequence
from typing import Annotated

from msgspec import Meta

from emonev.checks import answers
from emonev.checks.answers import page_list, pages_without_text
from emonev.checks.confidence import as_sure_as_read, recognised, taken_for
from emonev.checks.dated_within import DatedWithin
from emonev.checks.examples import (
    Example,
    a_case,
    a_date,
    a_document,
    a_recognised_scan,
    a_scan,
)
from emonev.checks.phrases import any_hit, misreading, proof_of_hit
from emonev.checks.signed import Signed
from emonev.language import say
from emonev.model.case import Case, Exhibit
from emonev.model.check import DocumentCheck
from emonev.model.facts import DocumentText, Facts
from emonev.model.finding import Finding, Outcome
from emonev.model.text import Text
from emonev.model.years import YearRule
from emonev.normalise import Hit

IS_STATEMENT = Text(
    "Surat pernyataan {nil} (halaman {page}), bertanda tangan dan dari tahun yang diminta.",
    "A statement that says {nil} (page {page}), signed and of a year asked for.",
)
NOT_A_STATEMENT = Text(
    "Tidak tercantum kata “surat pernyataan”; serahkan surat pernyataan yang ditandatangani atasan.",
    "The words “surat pernyataan” are missing; hand in a statement signed by the superior.",
)
NOT_NIL = Text(
    "Surat pernyataan ini tidak menyatakan nihil; cantumkan bahwa tidak ada yang dilaporkan.",
    "This statement does not say that there was nothing; state that there is nothing to report.",
)
OTHER_SUBJECT = Text(
    "Surat pernyataan ini tidak menyebut {about}; sebutkan hal yang dinyatakan nihil.",
    "This statement does not mention {about}; name what there was none of.",
)
PAGES_UNREAD = Text(
    "Surat pernyataan nihil belum terlihat, tetapi halaman {pages} tanpa teks; periksa halaman itu.",
    "No statement of nil is seen, but page(s) {pages} have no text; check those pages.",
)
BUT = Text("Surat pernyataan nihil terlihat. {reason}", "A statement of nil is seen. {reason}")

STATEMENT = ("surat pernyataan", "surat keterangan", "pernyataan", "menyatakan")
NIL = ("nihil", "tidak ada", "tidak terdapat", "tidak memiliki", "tidak pernah", "belum ada")
FIRST_PAGES = 3


class StatementOfNil(DocumentCheck, frozen=True, kw_only=True, tag="statement-of-nil"):
    """A signed statement of an allowed year says that there was nothing to report.

    Its first pages must hold "surat pernyataan" (or the like), a word for nil ("nihil", "tidak
    ada", "tidak terdapat" …), one of `about` where the rubric names the subject, a signature as in
    `signed`, and a date as in `dated-within` with `date: any`. On pages read by OCR the words also
    count as recognition misreads them. Doubt about signature or date, and pages without text or
    badly read, need a person.

    It cannot see whether the statement is true.
    """

    needs_text = True

    about: Annotated[
        tuple[str, ...], Meta(description="words for what there was none of; one must be there")
    ] = ()
    years: Annotated[
        tuple[YearRule, ...],
        Meta(description="allowed years; left out: those of the criterion"),
    ] = ()

    def look_at(self, exhibit: Exhibit, case: Case) -> Finding:
        text, path = exhibit.text, exhibit.evidence.path
        if text is None:
            return answers.without_text(self, exhibit)
        pages, forgive = text.normal[:FIRST_PAGES], recognised(exhibit.facts)
        fault = self._fault(pages, forgive)
        unread = pages_without_text(exhibit.facts, FIRST_PAGES)
        if fault is not None and unread:
            return answers.needs_review(self, say(PAGES_UNREAD, pages=page_list(unread)))
        if fault is not None:
            return answers.not_met(self, fault)
        doubt = self._doubt(exhibit, case)
        proofs = [proof_of_hit(hit, text, path) for hit in self._hits(pages, forgive)]
        if doubt is None:
            return answers.met(self, _is_statement(text, forgive), *proofs)
        message = say(BUT, reason=doubt.message)
        if doubt.outcome.is_pending:
            return answers.needs_review(self, message, *proofs, *doubt.proofs)
        return answers.not_met(self, message, *proofs, *doubt.proofs)

    def rests_on(self, finding: Finding, facts: Facts) -> Iterable[int]:
        if finding.outcome.is_pending:  # it says itself why
            return ()
        pages = {*super().rests_on(finding, facts)}
        if finding.outcome is Outcome.NOT_MET:
            pages.update(range(1, len(facts.pages[:FIRST_PAGES]) + 1))
        return pages

    def _hits(self, pages: Sequence[str], forgive: Collection[int]) -> list[Hit]:
        """Return where the word for nil stands, and on other pages the rest of the statement."""
        asked = [NIL, STATEMENT] + ([self.about] if self.about else [])
        found = (any_hit(phrases, pages, forgive=forgive) for phrases in asked)
        by_page: dict[int, Hit] = {}
        for one in found:
            if one is not None:
                by_page.setdefault(one[1].page, one[1])
        return list(by_page.values())

    def _fault(self, pages: Sequence[str], forgive: Collection[int]) -> Text | None:
        if any_hit(STATEMENT, pages, forgive=forgive) is None:
            return NOT_A_STATEMENT
        if any_hit(NIL, pages, forgive=forgive) is None:
            return NOT_NIL
        if self.about and any_hit(self.about, pages, forgive=forgive) is None:
            return say(OTHER_SUBJECT, about=answers.any_of(self.about))
        return None

    def _doubt(self, exhibit: Exhibit, case: Case) -> Finding | None:
        """Return what speaks against signature or date; a plain "no" before a doubt."""
        asked: list[DocumentCheck] = [Signed()]
        if self.years or not case.years.unrestricted:
            asked.append(DatedWithin(years=self.years, date="any"))
        found = [as_sure_as_read(one, one.look_at(exhibit, case), exhibit) for one in asked]
        failed = [finding for finding in found if finding.outcome is not Outcome.MET]
        return min(failed, key=lambda finding: finding.outcome.is_pending, default=None)


def _is_statement(text: DocumentText, forgive: Collection[int]) -> Text:
    nil, hit = any_hit(NIL, text.normal, forgive=forgive) or ("", Hit(0, 0, 0))
    message = say(IS_STATEMENT, nil=answers.quoted(nil), page=hit.page + 1)
    read = misreading(nil, hit, text.normal)
    return message if read is None else taken_for(message, read, nil)


_STATEMENT_TEXT = (
    "SURAT PERNYATAAN\nDengan ini menyatakan bahwa selama tahun 2024 tidak terdapat keberatan atas "
    "permohonan informasi.\nDibuat di Ranai, 2 Januari 2025\nNIP. 19700101 199003 1 001"
)
_YEAR = (a_date("tahun 2024", "2024", "about"),)

EXAMPLES = (
    Example(
        name="a signed statement of the year about the subject",
        check=StatementOfNil(about=("keberatan",)),
        case=a_case(
            a_document("nihil.pdf", _STATEMENT_TEXT, dates=_YEAR, years=(2024, 2024), basis="about")
        ),
        outcome=Outcome.MET,
    ),
    Example(
        name="a statement about something else",
        check=StatementOfNil(about=("sengketa",)),
        case=a_case(
            a_document("nihil.pdf", _STATEMENT_TEXT, dates=_YEAR, years=(2024, 2024), basis="about")
        ),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="a register is not a statement",
        check=StatementOfNil(),
        case=a_case(a_document("register.pdf", "Register keberatan: nihil")),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="a statement whose year is not seen",
        check=StatementOfNil(),
        case=a_case(a_document("nihil.pdf", _STATEMENT_TEXT.replace("selama tahun 2024 ", ""))),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="a scanned statement that OCR read well",
        check=StatementOfNil(about=("keberatan",)),
        case=a_case(
            a_recognised_scan(
                "nihil.pdf",
                _STATEMENT_TEXT.replace("PERNYATAAN", "PERNYATAAM"),
                dates=_YEAR,
                years=(2024, 2024),
                basis="about",
            )
        ),
        outcome=Outcome.MET,
    ),
    Example(
        name="a statement on a page that OCR read badly",
        check=StatementOfNil(about=("keberatan",)),
        case=a_case(
            a_recognised_scan(
                "nihil.pdf",
                _STATEMENT_TEXT,
                confidence=60,
                dates=_YEAR,
                years=(2024, 2024),
                basis="about",
            )
        ),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="a scanned statement is for people to read",
        check=StatementOfNil(),
        case=a_case(a_scan()),
        outcome=Outcome.NEEDS_REVIEW,
    ),
)
