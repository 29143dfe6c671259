"""The kind `reviewed`: a person has to decide."""

from typing import Annotated

from msgspec import Meta

from emonev.checks import answers
from emonev.checks.examples import Example, a_case, a_document
from emonev.language import say
from emonev.model.case import Case
from emonev.model.check import CollectionCheck
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.text import Text

NOTHING = Text(
    "Belum ada bukti yang dapat dinilai; serahkan berkas atau tautan.",
    "There is no evidence to judge; hand in a file or a link.",
)
PLEASE_DECIDE = Text(
    "Hanya orang yang dapat menilai hal ini; periksa {files} berkas dan {links} tautan, lalu catat "
    "putusannya di berkas jawaban.",
    "Only a person can judge this; look at {files} file(s) and {links} link(s), then note the "
    "decision in the answer file.",
)
PLEASE_ANSWER = Text(
    "{ask} Periksa {files} berkas dan {links} tautan, lalu catat putusannya di berkas jawaban.",
    "{ask} Look at {files} file(s) and {links} link(s), then note the decision in the answer file.",
)


class Reviewed(CollectionCheck, frozen=True, kw_only=True, tag="reviewed"):
    """Only a person can decide, so the criterion stays open until a review is written down.

    Without any evidence there is nothing to decide, and the check is not met. The decision itself
    stands in `jawaban/<year>.yaml` and wins over every finding.
    """

    asks_words = False

    ask: Annotated[
        Text | None,
        Meta(description="the question to the person, a whole sentence in both languages"),
    ] = None

    def look_at_all(self, case: Case) -> Finding:
        if not (case.exhibits or case.links):
            return answers.not_met(self, NOTHING)
        numbers = {"files": len(case.exhibits), "links": len(case.links)}
        message = (
            say(PLEASE_DECIDE, **numbers)
            if self.ask is None
            else say(PLEASE_ANSWER, ask=self.ask, **numbers)
        )
        paths = sorted(exhibit.evidence.path for exhibit in case.exhibits)
        return answers.needs_review(self, message, *(Proof(path) for path in paths[:5]))


EXAMPLES = (
    Example(
        name="evidence waits for a person",
        check=Reviewed(),
        case=a_case(a_document("foto-loket.jpg")),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="without evidence there is nothing to decide",
        check=Reviewed(),
        case=a_case(),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="the rubric may put the question",
        check=Reviewed(
            ask=Text("Apakah meja layanan mudah dijangkau?", "Is the service desk easily reached?")
        ),
        case=a_case(links=("https://ppid.contoh.go.id/foto",)),
        outcome=Outcome.NEEDS_REVIEW,
    ),
)
