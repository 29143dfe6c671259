"""The judge: checks meet the evidence of one criterion, and every check gets its finding."""

import logging
from collections.abc import Callable, Sequence
from fractions import Fraction

from msgspec.structs import replace

from emonev.checks import answers
from emonev.checks.confidence import as_sure_as_read
from emonev.language import say
from emonev.model.case import Case, Exhibit
from emonev.model.check import Check, CollectionCheck, DocumentCheck
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.rubric import Criterion
from emonev.model.text import Text
from emonev.score import share_of

NO_EVIDENCE = Text(
    "Belum ada bukti; serahkan berkas atau tautan untuk kriteria ini.",
    "There is no evidence yet; hand in a file or a link for this criterion.",
)
CLOSED = Text(
    "Folder {names} tidak dapat dibuka, sehingga buktinya belum dapat dinilai; periksa izinnya, "
    "lalu jalankan lagi.",
    "The folder {names} could not be opened, so that its evidence cannot be judged; check its "
    "permissions and run again.",
)
CLOSED_TOO = Text(
    "{message} Namun, folder {names} tidak dapat dibuka; periksa izinnya, lalu jalankan lagi.",
    "{message} But the folder {names} could not be opened; check its permissions and run again.",
)
ONLY_LINKS = Text(
    "Tautan tidak dibuka oleh emonev; buka dan periksa, atau simpan halamannya ke folder bukti.",
    "emonev does not open links; open and check them, or save the page to the evidence folder.",
)
NONE_OF = Text(
    "Tidak satu pun dari {files} berkas memenuhi. Yang paling dekat: {message}",
    "None of the {files} files will do. The nearest: {message}",
)
MAYBE_ELSEWHERE = Text(
    "{message} Namun, berkas {name} mungkin memenuhi; periksa berkas itu.",
    "{message} But the file {name} may well do; check that file.",
)
FAILED = Text(
    "Pemeriksaan “{kind}” gagal karena kesalahan program ({error}); periksa sendiri dan laporkan.",
    "The check “{kind}” failed by a fault of the program ({error}); check it yourself and report it.",
)

_log = logging.getLogger(__name__)


def judge(criterion: Criterion, case: Case) -> tuple[Finding, ...]:
    """Return one finding for each check, in the rubric's order.

    The order in which evidence was handed in makes no difference.
    """
    findings = _judged(criterion, case)
    return tuple(_or_behind(case, finding) for finding in findings) if case.closed else findings


def _or_behind(case: Case, finding: Finding) -> Finding:
    """Return a finding as open as it is while a folder is closed: what is not met may lie there."""
    if finding.outcome is not Outcome.NOT_MET:
        return finding
    names = ", ".join(f"“{name}”" for name in case.closed)
    message = say(CLOSED, names=names)
    if case.exhibits or case.links:
        message = say(CLOSED_TOO, message=finding.message, names=names)
    return replace(finding, outcome=Outcome.ERROR, message=message)


def _judged(criterion: Criterion, case: Case) -> tuple[Finding, ...]:
    if not (case.exhibits or case.links):
        return tuple(answers.not_met(check, NO_EVIDENCE) for check in criterion.checks)
    case = replace(
        case, exhibits=tuple(sorted(case.exhibits, key=lambda exhibit: exhibit.evidence.path))
    )
    alike = tuple(_ask_all_alike(check, case) for check in criterion.checks)
    if None not in alike:
        return tuple(finding for finding in alike if finding is not None)
    candidates = [
        tuple(
            _ask_of(check, exhibit, case) if finding is None else finding
            for check, finding in zip(criterion.checks, alike, strict=True)
        )
        for exhibit in case.exhibits
    ]
    return _best_for(criterion, candidates)


def needs_text(criterion: Criterion) -> bool:
    """Say whether any check looks at running text, so that it must be fetched."""
    return any(check.needs_text for check in criterion.checks)


def _ask_all_alike(check: Check, case: Case) -> Finding | None:
    """Return the finding that is the same whichever document is chosen; None where it is not."""
    if isinstance(check, CollectionCheck):
        return _caught(check, lambda: check.look_at_all(case))
    if not case.exhibits:
        return answers.needs_review(check, ONLY_LINKS)
    if isinstance(check, DocumentCheck) and check.of == "any":
        return _ask_any(check, case)
    return None


def _ask_any(check: Check, case: Case) -> Finding:
    """Return the best answer that any document gives; the first of equals, by path."""
    best = max((_ask_of(check, exhibit, case) for exhibit in case.exhibits), key=_worth)
    files = len(case.exhibits)
    if files == 1 or best.outcome is not Outcome.NOT_MET:
        return best
    return replace(best, message=say(NONE_OF, files=files, message=best.message))


def _ask_of(check: Check, exhibit: Exhibit, case: Case) -> Finding:
    """Return what the check says of one document, no surer than the document was read.

    The document is named even where it says no.
    """
    assert isinstance(check, DocumentCheck)
    path, problem = exhibit.evidence.path, exhibit.facts.problem
    if problem is not None:
        return answers.error(check, problem.message, Proof(path))
    finding = _caught(check, lambda: as_sure_as_read(check, check.look_at(exhibit, case), exhibit))
    return finding if finding.proofs else replace(finding, proofs=(Proof(path),))


def _best_for(
    criterion: Criterion, candidates: Sequence[tuple[Finding, ...]]
) -> tuple[Finding, ...]:
    """Return the findings on the document that serves the criterion best; the first of equals.

    Best is what is certain. Where another document, in doubt, may bring more, what this one
    does not meet is still open.
    """
    if len(candidates) == 1:
        return candidates[0]
    shares = [share_of(criterion, findings) for findings in candidates]

    def service(index: int) -> tuple[Fraction, Fraction, int]:
        met = sum(finding.outcome is Outcome.MET for finding in candidates[index])
        return shares[index].low, shares[index].high, met

    best = max(range(len(candidates)), key=service)
    rival = max(range(len(candidates)), key=lambda index: shares[index].high)
    if shares[rival].high <= shares[best].high:
        return candidates[best]
    return tuple(map(_or_elsewhere, candidates[best], candidates[rival]))


def _or_elsewhere(finding: Finding, other: Finding) -> Finding:
    """Return the finding, open if it is not met and the other document's may be."""
    met_there = other.outcome is Outcome.MET or other.outcome.is_pending
    if finding.outcome is not Outcome.NOT_MET or not met_there:
        return finding
    name = answers.quoted(other.proofs[0].path.rpartition("/")[2])
    message = say(MAYBE_ELSEWHERE, message=finding.message, name=name)
    proofs = (*finding.proofs, other.proofs[0])
    return replace(
        finding, outcome=Outcome.NEEDS_REVIEW, message=message, proofs=proofs, count=None
    )


def _worth(finding: Finding) -> tuple[Fraction, Fraction, int]:
    """Return what a finding brings for certain, what it may bring, and what it counted."""
    pending = finding.outcome.is_pending
    low = answers.ZERO if pending else finding.share
    return low, answers.ONE if pending else finding.share, finding.count or 0


def _caught(check: Check, ask: Callable[[], Finding]) -> Finding:
    """Return the check's finding; a fault in it is a finding too and stops nothing."""
    try:
        return ask()
    except Exception as fault:  # noqa: BLE001 - the one wide net around each check (style 4.30)
        kind = answers.kind_of(check)
        _log.debug("check %s failed", kind, exc_info=True)
        return answers.error(check, say(FAILED, kind=kind, error=type(fault).__name__))
