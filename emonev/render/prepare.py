"""An assessment becomes a view: the one place where a report's words and numbers are made."""

import datetime
import re
from fractions import Fraction
from functools import lru_cache

from emonev.language import date, number
from emonev.model.assessment import Assessment, CriterionResult
from emonev.model.finding import Outcome
from emonev.model.text import Language
from emonev.model.workspace import Letterhead
from emonev.render.criteria import counts_of, outcome_shown
from emonev.render.files import evidence_shown, evidence_words, skipped_shown, warnings_shown
from emonev.render.law import laws_shown
from emonev.render.links import Addresses
from emonev.render.method import made_with, method_lines, not_judged
from emonev.render.parts import gaps_shown, stages_shown, worst_first
from emonev.render.shown import Fact
from emonev.render.signs import visible, visible_lines
from emonev.render.totals import scale_shown, total_shown, voices_shown
from emonev.render.view import Head, View
from emonev.render.words import words_in
from emonev.score.explain import explain

_GAPS = 10
_LOGO = re.compile(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/]{1,400000}={0,2}")
_MANY = 300  # criteria, from which on a browser reads what is folded only when it is opened


def prepare(
    assessment: Assessment, language: Language, *, to_workspace: str | None = "../"
) -> View:
    """Return the assessment as finished words and numbers.

    `to_workspace` leads from the report's folder to the workspace, for the links to evidence.
    """
    return _prepared(_Itself(assessment), language, to_workspace)


class _Itself:
    """An assessment as a key that costs nothing: the same object, not one that is equal."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment

    def __hash__(self) -> int:
        return id(self.assessment)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.assessment is other.assessment


@lru_cache(maxsize=1)  # one run draws the same assessment for the terminal and for the file
def _prepared(of: _Itself, language: Language, to_workspace: str | None) -> View:
    assessment = of.assessment
    where = Addresses(assessment.evidence, to_workspace, words_in(language)["page"])
    stages = stages_shown(assessment, language, where)
    evidence = evidence_shown(assessment, language, where)
    worst, criteria = worst_first(assessment), tuple(assessment.criteria())
    return View(
        language=language,
        many=len(criteria) > _MANY,
        head=_head(assessment, language),
        total=total_shown(assessment, language),
        scale=scale_shown(assessment, language),
        voices=voices_shown(assessment, language),
        stages=stages,
        indicators=tuple(indicator for stage in stages for indicator in stage.indicators),
        outcomes=tuple(outcome_shown(outcome, language) for outcome in Outcome),
        counts=counts_of(criteria, language),
        gaps=gaps_shown(worst[:_GAPS], stages, language),
        gaps_left=_gaps_left(worst[_GAPS:], assessment, language),
        warnings=warnings_shown(assessment, language, where),
        evidence=evidence,
        evidence_words=evidence_words(assessment, language),
        unassigned=tuple(where.of_file(path) for path in sorted(assessment.unassigned)),
        unreadable=tuple(file for file in evidence if file.problem),
        skipped=skipped_shown(assessment, language),
        sources=tuple(visible(source) for source in assessment.rubric.sources),
        laws=laws_shown(criteria, language),
        method=method_lines(assessment, language),
        arithmetic="\n".join(visible(line.in_language(language)) for line in explain(assessment)),
        not_judged=not_judged(language),
        made_with=made_with(assessment, language),
    )


def _head(assessment: Assessment, language: Language) -> Head:
    words, rubric = words_in(language), assessment.rubric
    letterhead = assessment.letterhead or Letterhead()
    return Head(
        title=words["report"],
        body=visible(assessment.body.name),
        year=str(assessment.year),
        rubric=visible(rubric.title.in_language(language)),
        status=rubric.status,
        status_word=words[f"status_{rubric.status}"],
        status_words=words[f"status_{rubric.status}_words"],
        note=visible_lines(rubric.note.in_language(language)) if rubric.note else "",
        facts=_head_facts(assessment, language),
        office=visible(letterhead.office),
        logo=letterhead.logo if _LOGO.fullmatch(letterhead.logo) else "",
    )


def _head_facts(assessment: Assessment, language: Language) -> tuple[Fact, ...]:
    words, rubric = words_in(language), assessment.rubric
    facts = (
        (words["category"], assessment.body.category),
        (words["province"], assessment.body.province),
        (words["authority"], rubric.authority),
        (words["assessed_on"], _day(assessment.assessed_on, language)),
    )
    return tuple(Fact(name=name, value=visible(value)) for name, value in facts if value)


def _day(text: str, language: Language) -> str:
    try:
        return date(datetime.date.fromisoformat(text), language)
    except ValueError:  # a result written by hand: show what it says
        return text


def _gaps_left(left: list[CriterionResult], assessment: Assessment, language: Language) -> str:
    if not left:
        return ""
    points = sum((c.points.lost + c.points.pending for c in left), Fraction(0))
    shown = number(points, language, assessment.rubric.rounding.places, fixed=True)
    return words_in(language)["gaps_left"].format(count=len(left), points=shown)
