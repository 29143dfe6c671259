"""Three voices on one criterion: what the body claims, what the evidence supports, what a person
decides. They stay apart here; `assemble` adds each of them up.
"""

import datetime
from fractions import Fraction
from typing import Protocol

from msgspec import Struct

from emonev.checks.statement_of_nil import StatementOfNil
from emonev.language import say
from emonev.model.finding import Finding, Outcome
from emonev.model.rubric import Criterion
from emonev.model.text import Text
from emonev.model.workspace import Answer, Review
from emonev.score import Share, outcome_of, share_of

_NOTHING, _ALL = Fraction(0), Fraction(1)
_REVIEW_OUTCOMES = {"accepted": Outcome.MET, "rejected": Outcome.NOT_MET, "partly": Outcome.PARTLY}
_GRANTED = Text("Dinyatakan tidak berlaku: {reason}", "Stated not to apply: {reason}")
_NOT_ALLOWED = Text(
    "Dijawab «tidak berlaku», tetapi rubrik tidak membolehkannya; kriteria ini tetap dinilai.",
    "Answered “not applicable”, but the rubric does not allow that; the criterion is judged.",
)
_NO_STATEMENT = Text(
    "Dijawab «tidak berlaku», tetapi surat pernyataan tidak ditemukan atau tidak memadai; "
    "lampirkan surat pernyataan bertanda tangan atasan PPID.",
    "Answered “not applicable”, but the statement was not found or does not suffice; "
    "hand in a statement signed by the PPID's superior.",
)
_STATEMENT_UNSURE = Text(
    "Dijawab «tidak berlaku»; surat pernyataan perlu diperiksa oleh orang.",
    "Answered “not applicable”; a person must look at the statement.",
)


class Hearing(Protocol):
    """Where the evidence of a criterion is judged."""

    def evidence_of(self, criterion: Criterion) -> tuple[str, ...]: ...

    def links_of(self, criterion: Criterion) -> tuple[str, ...]: ...

    def findings(self, criterion: Criterion, purpose: str = "") -> tuple[Finding, ...]: ...


class Verdict(Struct, frozen=True, kw_only=True):
    """One criterion judged, with each voice's share; a blank answer claims nothing.

    `counted` and `outcome` are what counts: the review where one is in force, else `supported`.
    """

    criterion: Criterion
    evidence: tuple[str, ...]
    links: tuple[str, ...]
    answer: Answer
    findings: tuple[Finding, ...]
    claimed: Share
    supported: Share
    supported_outcome: Outcome
    counted: Share
    outcome: Outcome
    review: Review | None


def weigh(criterion: Criterion, hearing: Hearing, answer: Answer, today: datetime.date) -> Verdict:
    """Return the verdict on one criterion from its evidence, its answer and its review."""
    findings, supported, outcome = _supported(criterion, hearing, answer)
    review = answer.review if review_holds(answer.review, today) else None
    counted, counted_outcome = supported, outcome
    if review is not None and not (supported.applicable is False and review.decision == "accepted"):
        share = _reviewed_share(review)
        counted, counted_outcome = Share(share, share), _REVIEW_OUTCOMES[review.decision]
    return Verdict(
        criterion=criterion,
        evidence=hearing.evidence_of(criterion),
        links=hearing.links_of(criterion),
        answer=answer,
        findings=findings,
        claimed=_claimed(criterion, answer),
        supported=supported,
        supported_outcome=outcome,
        counted=counted,
        outcome=counted_outcome,
        review=review,
    )


def review_holds(review: Review | None, today: datetime.date) -> bool:
    """Return whether there is a review that was made by then and has not run out."""
    if review is None or today < review.at:
        return False
    return review.until is None or today <= review.until


def _supported(
    criterion: Criterion, hearing: Hearing, answer: Answer
) -> tuple[tuple[Finding, ...], Share, Outcome]:
    excuse = _excuse(criterion, hearing, answer)
    if excuse is not None and excuse.outcome is Outcome.NOT_APPLICABLE:
        return (excuse,), Share(_NOTHING, _NOTHING, applicable=False), Outcome.NOT_APPLICABLE
    if excuse is not None and excuse.outcome.is_pending:
        return (excuse,), Share(_NOTHING, _ALL), excuse.outcome
    findings = hearing.findings(criterion)
    share = share_of(criterion, findings)
    outcome = outcome_of(share, findings)
    return (*findings, *(() if excuse is None else (excuse,))), share, outcome


def _excuse(criterion: Criterion, hearing: Hearing, answer: Answer) -> Finding | None:
    """Return what becomes of the answer "not applicable", or None where it was not given."""
    stated = answer.not_applicable
    if stated is None:
        return None
    if not criterion.na.allowed:
        return _finding(Outcome.NOT_MET, _NOT_ALLOWED)
    granted = say(_GRANTED, reason=stated.reason)
    if criterion.na.needs == "alasan":
        return _finding(Outcome.NOT_APPLICABLE, granted)
    statement = _judge_statement(criterion, hearing)
    if statement.outcome is Outcome.MET:
        return _finding(Outcome.NOT_APPLICABLE, granted, statement)
    if statement.outcome.is_pending:
        return _finding(Outcome.NEEDS_REVIEW, _STATEMENT_UNSURE, statement)
    return _finding(Outcome.NOT_MET, _NO_STATEMENT, statement)


def _judge_statement(criterion: Criterion, hearing: Hearing) -> Finding:
    asked = Criterion(id=criterion.id, text=criterion.text, weight=_ALL, checks=(StatementOfNil(),))
    return hearing.findings(asked, "statement")[0]


def _finding(outcome: Outcome, message: Text, statement: Finding | None = None) -> Finding:
    return Finding(
        kind="not-applicable",
        outcome=outcome,
        share=_NOTHING,
        message=message,
        proofs=() if statement is None else statement.proofs,
    )


def _reviewed_share(review: Review) -> Fraction:
    if review.decision == "partly" and review.share is not None:
        return review.share
    return _ALL if review.decision == "accepted" else _NOTHING


def _claimed(criterion: Criterion, answer: Answer) -> Share:
    if answer.not_applicable is not None and criterion.na.allowed:
        return Share(_NOTHING, _NOTHING, applicable=False)
    share = _NOTHING if answer.claim is None else answer.claim
    return Share(share, share)
