"""How a check is put to a case: to everything in it at once, or to each document by itself.

Whatever way a check takes, it ends in a finding: a file that cannot be read, a page that was badly
read and a fault in the check itself are findings, too.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from emonev.checks import answers
from emonev.checks.answers import ONE, ZERO
from emonev.checks.confidence import as_sure_as_read
from emonev.language import say
from emonev.model.case import Case, Exhibit
from emonev.model.check import Check, CollectionCheck, DocumentCheck, JoinedCheck
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.text import Text

ONLY_LINKS = Text(
    "Tautan tidak dibuka oleh emonev; buka dan periksa, atau simpan halamannya ke folder bukti.",
    "emonev does not open links; open and check them, or save the page to the evidence folder.",
)
NONE_OF = Text(
    "Tidak satu pun dari {files} berkas memenuhi. Yang paling dekat: {message}",
    "None of the {files} files will do. The nearest: {message}",
)
FAILED = Text(
    "Pemeriksaan “{kind}” gagal karena kesalahan program ({error}); periksa sendiri dan laporkan.",
    "The check “{kind}” failed by a fault of the program ({error}); check it yourself and report it.",
)

_log = logging.getLogger(__name__)
Answer = TypeVar("Answer")


class Heard(Struct, frozen=True):
    """What a check says, and how near that is to `met`: between 0 and 1 for alternatives only.

    That chooses among documents that all fail.
    """

    finding: Finding
    nearness: Fraction


# The same whichever document is chosen; or what is said of each document, in the case's order.
Asked = Heard | tuple[Heard, ...]


def ask(check: Check, case: Case) -> Asked:
    """Return what the check says of a case with evidence in it."""
    if isinstance(check, JoinedCheck):
        return _ask_joined(check, case)
    if isinstance(check, CollectionCheck):
        return _heard(_caught(check, lambda: check.look_at_all(case)))
    if not case.exhibits:
        return _heard(answers.needs_review(check, ONLY_LINKS))
    assert isinstance(check, DocumentCheck)
    of_each = [_heard(_ask_of(check, exhibit, case)) for exhibit in case.exhibits]
    return _best(of_each) if check.of == "any" else tuple(of_each)


def on_document(asked: Iterable[Asked], index: int) -> tuple[Heard, ...]:
    """Return what is said where this document of the case is chosen."""
    return tuple(one if isinstance(one, Heard) else one[index] for one in asked)


def _ask_joined(check: JoinedCheck, case: Case) -> Asked:
    asked = [ask(part, case) for part in check.parts()]
    alike = [one for one in asked if isinstance(one, Heard)]
    if len(alike) == len(asked):
        (whole,) = _joined(check, [alike])
        return whole
    on_each = [on_document(asked, index) for index in range(len(case.exhibits))]
    of_each = [
        _on_top(heard, exhibit.evidence.path)
        for heard, exhibit in zip(_joined(check, on_each), case.exhibits, strict=True)
    ]
    return _best(of_each) if check.of == "any" else tuple(of_each)


def _joined(check: JoinedCheck, on_each: Sequence[Sequence[Heard]]) -> list[Heard]:
    rows = [[one.finding for one in heard] for heard in on_each]
    answered = _caught(check, lambda: check.join(rows))
    if isinstance(answered, Finding):  # what became of a fault
        return [_heard(answered)] * len(rows)
    return [_heard(finding) for finding in answered]


def _on_top(heard: Heard, path: str) -> Heard:
    """Return a finding on one document with the proofs of that document before those of others."""
    proofs = sorted(heard.finding.proofs, key=lambda proof: proof.path != path)
    return replace(heard, finding=replace(heard.finding, proofs=tuple(proofs)))


def _ask_of(check: DocumentCheck, exhibit: Exhibit, case: Case) -> Finding:
    """Return what the check says of one document, no surer than the document was read.

    The document is named even where it says no.
    """
    path, problem = exhibit.evidence.path, exhibit.facts.problem
    if problem is not None:
        return answers.error(check, problem.message, Proof(path))
    finding = _caught(check, lambda: as_sure_as_read(check, check.look_at(exhibit, case), exhibit))
    return finding if finding.proofs else replace(finding, proofs=(Proof(path),))


def _best(of_each: Sequence[Heard]) -> Heard:
    """Return the best answer that any document gives; the first of equals, by path."""
    best, files = max(of_each, key=_worth), len(of_each)
    if files == 1 or best.finding.outcome is not Outcome.NOT_MET:
        return best
    message = say(NONE_OF, files=files, message=best.finding.message)
    return replace(best, finding=replace(best.finding, message=message))


def _worth(heard: Heard) -> tuple[Fraction, Fraction, int, Fraction]:
    """Return what a finding brings for certain, what it may bring, what it counted, how near it is."""
    finding = heard.finding
    pending = finding.outcome.is_pending
    low, high = (ZERO, ONE) if pending else (finding.share, finding.share)
    return low, high, finding.count or 0, heard.nearness


def _heard(finding: Finding) -> Heard:
    if finding.outcome is Outcome.MET:
        return Heard(finding, ONE)
    parts = [Fraction(one.met, one.checks) for one in finding.alternatives]
    return Heard(finding, max(finding.share, *parts) if parts else ZERO)


def _caught(check: Check, ask: Callable[[], Answer]) -> Answer | Finding:
    """Return the check's answer; a fault in it is a finding too and stops nothing."""
    try:
        return ask()
    except Exception as fault:  # noqa: BLE001 - the one wide net around each check (style 4.30)
        kind = answers.kind_of(check)
        _log.debug("check %s failed", kind, exc_info=True)
        return answers.error(check, say(FAILED, kind=kind, error=type(fault).__name__))
