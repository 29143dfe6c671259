"""From verdicts to the assessment: the three voices added up, and all that a report needs."""

from collections.abc import Callable, Iterable, Sequence

from emonev import __version__
from emonev.checks.settings import with_settings
from emonev.discreet import discreet
from emonev.judged import Judged
from emonev.language import say
from emonev.model.assessment import (
    SCHEMA,
    Assessment,
    CriterionResult,
    EvidenceResult,
    IndicatorResult,
    RubricUsed,
    SkippedResult,
    StageResult,
    Tool,
    Total,
)
from emonev.model.case import Exhibit
from emonev.model.facts import Page
from emonev.model.rubric import Indicator, Rubric, Stage
from emonev.model.text import Text
from emonev.model.years import Years, resolve_years
from emonev.score import Share, Sheet, roll_up, total_of
from emonev.voices import Verdict
from emonev.warn import warnings_of

_LATEST = Text("edisi terbaru", "latest edition")
_PERIOD = Text("periode yang mencakup {year}", "a period that covers {year}")
_OR = Text("{first}, atau {second}", "{first}, or {second}")


def assemble(judged: Judged) -> Assessment:
    """Return the assessment: reviews in force win, and what they overrule stays visible."""
    by_id = {verdict.criterion.id: verdict for verdict in judged.verdicts}
    sheet = _sheet(judged, lambda verdict: verdict.counted)
    total = _total(judged, sheet)
    reviewed = any(verdict.review for verdict in judged.verdicts)
    assessment = Assessment(
        schema=SCHEMA,
        body=judged.body,
        year=judged.year,
        assessed_on=judged.today.isoformat(),
        rubric=_rubric_used(judged.rubric),
        tool=Tool(name="emonev", version=__version__),
        total=total,
        supported=_total(judged, _sheet(judged, lambda verdict: verdict.supported)),
        reviewed=total if reviewed else None,
        claimed=(
            _total(judged, _sheet(judged, lambda verdict: verdict.claimed))
            if judged.answers.given
            else None
        ),
        stages=tuple(_stage(stage, sheet, by_id, judged) for stage in judged.rubric.stages),
        evidence=tuple(_evidence(exhibit) for exhibit in judged.exhibits),
        unassigned=tuple(file.path for file in judged.inventory.files if not file.criteria),
        skipped=tuple(SkippedResult(s.path, s.reason) for s in judged.inventory.skipped),
        warnings=warnings_of(judged, total),
        recognition=judged.recognition,
        letterhead=judged.letterhead,
    )
    return discreet(assessment)


def years_text(years: Years) -> Text | None:
    """Return which years evidence may be of, in words: "2023-2024", "latest edition"."""
    parts: list[Text] = []
    if years.allowed:
        parts += [Text(span, span) for span in _spans(sorted(years.allowed))]
    if years.latest:
        parts.append(_LATEST)
    if years.period:
        parts.append(say(_PERIOD, year=years.evaluated))
    if not parts:
        return None
    text = parts[0]
    for part in parts[1:]:
        text = say(_OR, first=text, second=part)
    return text


def _spans(years: Sequence[int]) -> list[str]:
    spans: list[list[int]] = []
    for year in years:
        if spans and year == spans[-1][-1] + 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return [str(s[0]) if len(s) == 1 else f"{s[0]}–{s[-1]}" for s in spans]


def _sheet(judged: Judged, voice: Callable[[Verdict], Share]) -> Sheet:
    shares = {verdict.criterion.id: voice(verdict) for verdict in judged.verdicts}
    entered = {
        stage.id: Share(share, share)
        for stage in judged.rubric.stages
        if stage.entered and (entry := judged.answers.stages.get(stage.id)) is not None
        for share in (entry.value / 100,)
    }
    return roll_up(judged.rubric, shares, entered)


def _total(judged: Judged, sheet: Sheet) -> Total:
    return total_of(sheet.low, sheet.high, judged.rubric)


def _stage(stage: Stage, sheet: Sheet, verdicts: dict[str, Verdict], judged: Judged) -> StageResult:
    level = sheet.stages[stage.id]
    return StageResult(
        id=stage.id,
        title=stage.title,
        weight=stage.weight,
        full=level.full,
        points=level.points,
        score_low=level.score_low,
        score_high=level.score_high,
        entered=stage.entered,
        entry=judged.answers.stages.get(stage.id) if stage.entered else None,
        indicators=tuple(
            _indicator(each, sheet, verdicts, judged.year) for each in stage.indicators
        ),
    )


def _indicator(
    indicator: Indicator, sheet: Sheet, verdicts: dict[str, Verdict], year: int
) -> IndicatorResult:
    level = sheet.indicators[indicator.id]
    return IndicatorResult(
        id=indicator.id,
        title=indicator.title,
        weight=indicator.weight,
        full=level.full,
        points=level.points,
        score_low=level.score_low,
        score_high=level.score_high,
        criteria=tuple(_criterion(verdicts[each.id], sheet, year) for each in indicator.criteria),
    )


def _criterion(verdict: Verdict, sheet: Sheet, year: int) -> CriterionResult:
    criterion, answer = verdict.criterion, verdict.answer
    years = resolve_years(criterion.years, year)
    worth = sheet.criteria[criterion.id]
    return CriterionResult(
        id=criterion.id,
        text=criterion.text,
        weight=criterion.weight,
        scoring=criterion.scoring,
        outcome=verdict.outcome,
        share_low=verdict.counted.low,
        share_high=verdict.counted.high,
        full=worth.full,
        points=worth.points,
        supported_outcome=verdict.supported_outcome,
        supported_low=verdict.supported.low,
        supported_high=verdict.supported.high,
        findings=with_settings(verdict.findings, criterion.checks),
        evidence=verdict.evidence,
        links=verdict.links,
        years=tuple(sorted(years.allowed)),
        years_text=years_text(years),
        law=criterion.law,
        accepts=criterion.accepts,
        remedy=criterion.remedy,
        effort=criterion.effort,
        group=criterion.group,
        replaces=criterion.replaces,
        na=criterion.na,
        claim=answer.claim,
        answer_note=answer.note,
        not_applicable=answer.not_applicable,
        review=answer.review,
        review_in_force=verdict.review is not None,
    )


def _evidence(exhibit: Exhibit) -> EvidenceResult:
    evidence, facts = exhibit.evidence, exhibit.facts
    problem = facts.problem
    return EvidenceResult(
        path=evidence.path,
        sha256=evidence.sha256,
        bytes=evidence.bytes,
        format=evidence.format,
        pages=facts.page_count,
        text=facts.text_source,
        years=facts.years_about,
        title=_strongest_title(exhibit),
        criteria=evidence.criteria,
        text_hash=facts.text_hash,
        problem=None if problem is None else problem.message,
        problem_code="" if problem is None else problem.code,
        notes=tuple(note.message for note in facts.notes),
        note_codes=tuple(note.code for note in facts.notes),
        recognised_pages=sum(page.source == "ocr" for page in facts.pages),
        recognised_by=facts.recognised_by,
        confidence=_confidence(facts.pages),
    )


def _confidence(pages: Sequence[Page]) -> int | None:
    """Return how sure OCR was of its pages, each weighing as much as it holds characters."""
    read = [page for page in pages if page.source == "ocr"]
    weights = [max(1, page.characters) for page in read]
    sure = sum((page.confidence or 0) * weight for page, weight in zip(read, weights, strict=True))
    return round(sure / sum(weights)) if read else None


def _strongest_title(exhibit: Exhibit) -> str:
    titles: Iterable[tuple[float, str]] = (
        (title.strength, title.text) for title in exhibit.facts.titles if title.basis != "file-name"
    )
    return max(titles, default=(0.0, ""), key=lambda pair: pair[0])[1]


def _rubric_used(rubric: Rubric) -> RubricUsed:
    return RubricUsed(
        id=rubric.id,
        title=rubric.title,
        authority=rubric.authority,
        year=rubric.year,
        category=rubric.category,
        status=rubric.status,
        sha256=rubric.sha256,
        rounding=rubric.rounding,
        bands=rubric.bands,
        portal=rubric.portal,
        sources=rubric.sources,
        note=rubric.note,
        settings=True,
    )
