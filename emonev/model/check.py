"""What every check kind is: one question that the rubric puts to the evidence of one criterion."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import ClassVar, Literal

from msgspec import Struct

from emonev.model.case import Case, Exhibit
from emonev.model.facts import Facts
from emonev.model.finding import Finding
from emonev.model.text import Text

ONE = Fraction(1)


class Check(
    Struct, frozen=True, kw_only=True, tag_field="kind", rename="kebab", forbid_unknown_fields=True
):
    """The settings that all kinds share.

    `weight` counts among the checks of a criterion scored by `share`. `required: true` there
    means that nothing is earned unless this check is met (a document of the wrong year must not
    keep most of its points); in the other forms every check bars the way already. `label` says
    in a few words what is asked, for the report, where the kind's own words are too general.
    """

    needs_text: ClassVar[bool] = False
    asks_words: ClassVar[bool] = True  # False: words that OCR could read make no difference

    weight: Fraction = ONE
    required: bool = False
    label: Text | None = None

    def parts(self) -> "tuple[Check, ...]":
        """Return the checks that look at the evidence: itself, or those it is made of."""
        return (self,)


class DocumentCheck(Check, frozen=True, kw_only=True):
    """A question put to one document at a time.

    `of: document` (default): a criterion's checks must all look at the same document, so that a
    right title in one file and a right year in another do not make a pass. `of: any`: any file
    of the criterion may answer (an annex in a workbook beside a decree in PDF).
    """

    of: Literal["document", "any"] = "document"

    @abstractmethod
    def look_at(self, exhibit: Exhibit, case: Case) -> Finding:
        """Answer the question for one readable document; `judge` deals with unreadable ones."""
        raise NotImplementedError

    def rests_on(self, finding: Finding, facts: Facts) -> Iterable[int]:  # noqa: ARG002 - for kinds that answer by absence
        """Return the numbers of the pages that decided the finding: those of its proofs.

        A kind that says "not found" names every page on which it looked.
        """
        return {proof.page for proof in finding.proofs if proof.page is not None}


class CollectionCheck(Check, frozen=True, kw_only=True):
    """A question put to everything handed in for a criterion at once."""

    @abstractmethod
    def look_at_all(self, case: Case) -> Finding:
        """Answer the question for all files and links of the case."""
        raise NotImplementedError


class JoinedCheck(Check, frozen=True, kw_only=True):
    """A question that the answers to other checks answer.

    Those that look at documents see the same one, that of the criterion's other checks; with
    `of: any` another one of the criterion may answer.
    """

    of: Literal["document", "any"] = "document"

    @abstractmethod
    def parts(self) -> tuple[Check, ...]:
        """Return the checks that it is made of, in the rubric's order."""
        raise NotImplementedError

    @abstractmethod
    def join(self, on_each: Sequence[Sequence[Finding]]) -> tuple[Finding, ...]:
        """Answer for each document by what its parts found there, in their order.

        There is one row where all documents are alike.
        """
        raise NotImplementedError
