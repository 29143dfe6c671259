"""The judge: checks meet the evidence of one criterion, and every check gets its finding."""

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from emonev.checks import answers
from emonev.checks.answers import ZERO
from emonev.checks.asking import Heard, ask, on_document
from emonev.language import say
from emonev.model.case import Case
from emonev.model.finding import Finding, Outcome
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
MAYBE_ELSEWHERE = Text(
    "{message} Namun, berkas {name} mungkin memenuhi; periksa berkas itu.",
    "{message} But the file {name} may well do; check that file.",
)


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
    asked = [ask(check, case) for check in criterion.checks]
    alike = [one for one in asked if isinstance(one, Heard)]
    if len(alike) == len(asked):
        return tuple(heard.finding for heard in alike)
    return _best_for(criterion, [on_document(asked, index) for index in range(len(case.exhibits))])


def needs_text(criterion: Criterion) -> bool:
    """Say whether any check looks at running text, so that it must be fetched."""
    return any(part.needs_text for part in criterion.parts())


def _best_for(criterion: Criterion, candidates: Sequence[tuple[Heard, ...]]) -> tuple[Finding, ...]:
    """Return the findings on the document that serves the criterion best; the first of equals.

    Best is what is certain. Where another document, in doubt, may bring more, what this one
    does not meet is still open.
    """
    findings = [tuple(heard.finding for heard in candidate) for candidate in candidates]
    if len(candidates) == 1:
        return findings[0]
    shares = [share_of(criterion, on_one) for on_one in findings]

    def service(index: int) -> tuple[Fraction, Fraction, Fraction]:
        nearness = sum((heard.nearness for heard in candidates[index]), ZERO)
        return shares[index].low, shares[index].high, nearness

    best = max(range(len(candidates)), key=service)
    rival = max(range(len(candidates)), key=lambda index: shares[index].high)
    if shares[rival].high <= shares[best].high:
        return findings[best]
    return tuple(map(_or_elsewhere, findings[best], findings[rival]))


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
