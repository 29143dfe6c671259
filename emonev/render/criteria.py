"""One criterion prepared: its question, what it brings, and everything that was found."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from emonev.language import date, number
from emonev.model.assessment import CriterionResult
from emonev.model.finding import Finding, Outcome
from emonev.model.rubric import Scoring, Staircase, Tiers
from emonev.model.text import Language, Text
from emonev.model.workspace import Review
from emonev.render.criterion_shown import CriterionShown, FindingShown, ReviewShown
from emonev.render.law import law_shown
from emonev.render.links import Addresses
from emonev.render.printed import Printed, points_shown
from emonev.render.shown import Fact, OutcomeShown
from emonev.render.signs import visible, visible_lines
from emonev.render.view import Count
from emonev.render.words import OUTCOMES, words_in
from emonev.score.explain_share import explain_share

_PLAIN = re.compile(r"[A-Za-z0-9-]+")


def criterion_shown(
    criterion: CriterionResult,
    points: Printed,
    rank: str,
    language: Language,
    where: Addresses,
) -> CriterionShown:
    """Return one criterion as a design shows it; files that a finding names are not listed again."""
    proven = {proof.path for found in criterion.findings for proof in found.proofs}
    return CriterionShown(
        id=visible(criterion.id),
        anchor=anchor_of(criterion.id),
        question=_prose(criterion.text, language),
        outcome=outcome_shown(criterion.outcome, language),
        points=points_shown(points, language),
        rank=rank,
        facts=_facts(criterion, language),
        law=law_shown(criterion.law, language),
        findings=tuple(_finding(found, language, where) for found in criterion.findings),
        evidence=tuple(where.by_name(path) for path in criterion.evidence if path not in proven),
        proven=bool(proven),
        links=tuple(where.outside(url) for url in criterion.links),
        review=_review(criterion, language),
    )


def outcome_shown(outcome: Outcome, language: Language) -> OutcomeShown:
    """Return an outcome as its word and signs."""
    return _OUTCOMES[language][outcome]


def counts_of(criteria: tuple[CriterionResult, ...], language: Language) -> tuple[Count, ...]:
    """Return how many criteria have each outcome, those that occur, in the order of outcomes."""
    outcomes = [criterion.outcome for criterion in criteria]
    return tuple(
        _count(outcome, outcomes.count(outcome), language)
        for outcome in Outcome
        if outcome in outcomes
    )


def anchor_of(name: str, kind: str = "k") -> str:
    """Return the place in the page of what has this id: ids may hold any sign, addresses not."""
    if _PLAIN.fullmatch(name):
        return f"{kind}-{name}"
    signs = (s if s.isascii() and s.isalnum() else f"_{ord(s):x}" for s in name)
    return f"{kind}-{''.join(signs)}"


def effort_shown(effort: Fraction | None, language: Language) -> str:
    """Return an effort in working days, or nothing where the rubric has none."""
    words = words_in(language)
    if effort is None:
        return ""
    if effort == 1:
        return words["effort_day"]
    return words["effort_days"].format(days=number(effort, language))


def _outcome(outcome: Outcome, language: Language) -> OutcomeShown:
    word, sign, plain = OUTCOMES[outcome]
    return OutcomeShown(
        id=outcome.value, word=word.in_language(language), sign=sign, plain_sign=plain
    )


_OUTCOMES: dict[Language, dict[Outcome, OutcomeShown]] = {
    "id": {outcome: _outcome(outcome, "id") for outcome in Outcome},
    "en": {outcome: _outcome(outcome, "en") for outcome in Outcome},
}


def _count(outcome: Outcome, count: int, language: Language) -> Count:
    shown = outcome_shown(outcome, language)
    return Count(outcome=shown, count=str(count), words=f"{count} {shown.word}")


def _facts(criterion: CriterionResult, language: Language) -> tuple[Fact, ...]:
    """Return what to do, what the body says and what the rubric asks, where there is any."""
    words = words_in(language)
    costs = criterion.points.lost or criterion.points.pending
    facts = (
        (words["remedy"], _remedy(criterion, language) if costs else ""),
        (words["claim"], _claim(criterion.claim, language)),
        (words["answer_note"], visible_lines(criterion.answer_note)),
        (words["not_applicable"], _not_applicable(criterion, language)),
        (words["years"], _years(criterion, language)),
        (words["accepts"], _prose(criterion.accepts, language)),
        (words["scoring"], scoring_shown(criterion.scoring, language)),
        (words["share_redone"], _prose(explain_share(criterion), language)),
    )
    return tuple(Fact(name=name, value=value) for name, value in facts if value)


@lru_cache(maxsize=64)  # a rubric scores its criteria in a handful of ways
def scoring_shown(scoring: Scoring, language: Language) -> str:
    """Return how a criterion's checks become its share; nothing for the usual way: all must be met.

    A page says the usual way once, and not under every criterion.
    """
    words = words_in(language)
    match scoring:
        case Staircase(steps=steps):
            told = ", ".join(_percent(step, language) + "%" for step in steps)
            return words["scoring_steps"].format(steps=told)
        case Tiers(tiers=tiers):
            told = "; ".join(
                words["tier"].format(count=tier.at_least, share=_percent(tier.share, language))
                for tier in tiers
            )
            return words["scoring_tiers"].format(tiers=told)
        case "all":
            return ""
        case "share":
            return words["scoring_share"]


def _remedy(criterion: CriterionResult, language: Language) -> str:
    """Return what to do and how long it may take, as far as the rubric says."""
    remedy, effort = _prose(criterion.remedy, language), effort_shown(criterion.effort, language)
    if remedy and effort:
        return words_in(language)["remedy_effort"].format(remedy=remedy, effort=effort)
    return remedy or effort


def _years(criterion: CriterionResult, language: Language) -> str:
    if criterion.years_text is not None:
        return _prose(criterion.years_text, language)
    return ", ".join(str(year) for year in criterion.years)


def _claim(claim: Fraction | None, language: Language) -> str:
    words = words_in(language)
    if claim is None:
        return ""
    if claim in {0, 1}:
        return words["claim_yes"] if claim else words["claim_no"]
    return words["claim_partly"].format(share=_percent(claim, language))


def _finding(finding: Finding, language: Language, where: Addresses) -> FindingShown:
    return FindingShown(
        outcome=outcome_shown(finding.outcome, language),
        asked=_prose(finding.label, language),
        message=visible_lines(finding.message.in_language(language)),
        proofs=tuple(where.of_proof(proof) for proof in finding.proofs),
    )


def _not_applicable(criterion: CriterionResult, language: Language) -> str:
    stated = criterion.not_applicable
    if stated is None:
        return ""
    reason = visible_lines(stated.reason)
    if not stated.statement:
        return reason
    template = words_in(language)["not_applicable_words"]
    return template.format(reason=reason, statement=visible(stated.statement))


def _review(criterion: CriterionResult, language: Language) -> ReviewShown | None:
    review, words = criterion.review, words_in(language)
    if review is None:
        return None
    line = words["review_line"].format(
        decision=_decision(review, language),
        by=visible(review.by) or words["nobody"],
        at=date(review.at, language),
    )
    return ReviewShown(
        line=line,
        why=visible_lines(review.why),
        in_force=criterion.review_in_force,
        sentences=tuple(_review_sentences(criterion, review, language)),
    )


def _review_sentences(
    criterion: CriterionResult, review: Review, language: Language
) -> Iterator[str]:
    words = words_in(language)
    supported = outcome_shown(criterion.supported_outcome, language).word
    yield words["instead_of"].format(outcome=supported)
    if review.until is not None:
        yield words["review_until"].format(until=date(review.until, language))
    if not criterion.review_in_force:
        yield words["review_over"]


def _decision(review: Review, language: Language) -> str:
    share = _percent(review.share or Fraction(0), language)
    return words_in(language)[f"review_{review.decision}"].format(share=share)


def _prose(text: Text | None, language: Language) -> str:
    return visible_lines(text.in_language(language)) if text is not None else ""


def _percent(share: Fraction, language: Language) -> str:
    return number(100 * share, language)
