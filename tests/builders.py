"""Nouns ready to use: a default for everything, so that a test names only what it is about."""

import datetime
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, TypeVar

from msgspec.structs import replace

from emonev.model.assessment import (
    SCHEMA,
    Assessment,
    Bound,
    CriterionResult,
    EvidenceResult,
    IndicatorResult,
    Points,
    Qualification,
    RubricUsed,
    StageResult,
    Tool,
    Total,
)
from emonev.model.case import Case, Exhibit
from emonev.model.facts import DocumentText, Facts
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.inventory import Evidence
from emonev.model.portal import Portal
from emonev.model.rubric import Band, Criterion, Indicator, Rounding, Rubric, Stage
from emonev.model.text import Text
from emonev.model.workspace import Body, Review
from emonev.model.years import Years
from emonev.normalise import normalise

ONE, ZERO, HUNDRED = Fraction(1), Fraction(0), Fraction(100)
SHA256 = "0123456789abcdef" * 4

BANDS = (
    Band(id="informatif", label=Text("Informatif", "Informative"), from_=Fraction(90)),
    Band(
        id="menuju-informatif",
        label=Text("Menuju Informatif", "Towards Informative"),
        from_=Fraction(80),
    ),
    Band(
        id="cukup-informatif",
        label=Text("Cukup Informatif", "Fairly Informative"),
        from_=Fraction(60),
    ),
    Band(
        id="kurang-informatif",
        label=Text("Kurang Informatif", "Less Informative"),
        from_=Fraction(40),
    ),
    Band(
        id="tidak-informatif", label=Text("Tidak Informatif", "Not Informative"), from_=Fraction(0)
    ),
)


# The rubric -----------------------------------------------------------------------------------


def a_criterion(id: str = "JEN-01", **given: Any) -> Criterion:  # noqa: A002 - the field's name
    defaults: dict[str, Any] = {
        "text": Text(f"Apakah {id} diumumkan?", f"Is {id} published?"),
        "weight": ONE,
        "checks": (),
    }
    return Criterion(id=id, **(defaults | given))


def an_indicator(*criteria: Criterion, **given: Any) -> Indicator:
    defaults: dict[str, Any] = {
        "id": "jenis",
        "title": Text("Jenis informasi", "Kinds of information"),
        "weight": HUNDRED,
        "criteria": criteria or (a_criterion(),),
    }
    return Indicator(**(defaults | given))


def a_stage(*indicators: Indicator, **given: Any) -> Stage:
    defaults: dict[str, Any] = {
        "id": "saq",
        "title": Text("Penilaian mandiri", "Self-assessment"),
        "weight": HUNDRED,
        "indicators": () if given.get("entered") else indicators or (an_indicator(),),
    }
    return Stage(**(defaults | given))


def a_rubric(*stages: Stage, **given: Any) -> Rubric:
    defaults: dict[str, Any] = {
        "id": "kabkota-2024",
        "title": Text(
            "Kuesioner penilaian mandiri kabupaten/kota 2024", "District questionnaire 2024"
        ),
        "authority": "Komisi Informasi",
        "year": 2024,
        "category": "kabupaten-kota",
        "status": "adapted",
        "bands": BANDS,
        "stages": stages or (a_stage(),),
        "sha256": SHA256,
    }
    return Rubric(**(defaults | given))


# Evidence and what was read in it -------------------------------------------------------------


def some_evidence(path: str = "bukti/2024/JEN-01/DIP 2024.pdf", **given: Any) -> Evidence:
    defaults: dict[str, Any] = {"bytes": 81_920, "sha256": SHA256, "format": "pdf"}
    return Evidence(path=path, **(defaults | given))


def some_facts(**given: Any) -> Facts:
    defaults: dict[str, Any] = {"format": "pdf", "text_source": "layer", "page_count": 1}
    return Facts(**(defaults | given))


def some_text(*pages: str) -> DocumentText:
    return DocumentText(pages, tuple(normalise(page) for page in pages))


def an_exhibit(*pages: str, path: str = "bukti/2024/JEN-01/DIP 2024.pdf", **facts: Any) -> Exhibit:
    """Return a readable document with these printed pages; other words go into its facts."""
    known = some_facts(**facts)
    return Exhibit(some_evidence(path, format=known.format), known, some_text(*pages))


def a_case(*exhibits: Exhibit, **given: Any) -> Case:
    defaults: dict[str, Any] = {
        "criterion": "JEN-01",
        "years": Years(2024),
        "portal": Portal(),
        "exhibits": exhibits,
    }
    return Case(**(defaults | given))


# Findings -------------------------------------------------------------------------------------


def a_proof(path: str = "bukti/2024/JEN-01/DIP 2024.pdf", **given: Any) -> Proof:
    return Proof(path=path, **given)


def a_finding(outcome: Outcome = Outcome.MET, **given: Any) -> Finding:
    defaults: dict[str, Any] = {
        "kind": "exists",
        "share": ONE if outcome is Outcome.MET else ZERO,
        "message": Text("Ditemukan 1 berkas.", "Found 1 file."),
    }
    return Finding(outcome=outcome, **(defaults | given))


def a_review(**given: Any) -> Review:
    defaults: dict[str, Any] = {
        "decision": "accepted",
        "by": "Kepala Dinas",
        "at": datetime.date(2024, 9, 27),
        "why": "Dokumen telah diperiksa.",
    }
    return Review(**(defaults | given))


# The assessment -------------------------------------------------------------------------------


def a_criterion_result(
    id: str = "JEN-01",  # noqa: A002 - the field's name
    outcome: Outcome = Outcome.MET,
    **given: Any,
) -> CriterionResult:
    """Return one criterion; `full` and `points` are worked out by the stage that holds it."""
    low = ONE if outcome is Outcome.MET else ZERO
    high = ZERO if outcome in {Outcome.NOT_MET, Outcome.NOT_APPLICABLE} else ONE
    low, high = (Fraction(1, 2),) * 2 if outcome is Outcome.PARTLY else (low, high)
    defaults: dict[str, Any] = {
        "text": Text(f"Apakah {id} diumumkan?", f"Is {id} published?"),
        "weight": ONE,
        "scoring": "all",
        "outcome": outcome,
        "share_low": low,
        "share_high": high,
        "full": ZERO,
        "points": Points(earned=ZERO, lost=ZERO, pending=ZERO),
        "supported_outcome": outcome,
        "supported_low": given.get("share_low", low),
        "supported_high": given.get("share_high", high),
    }
    return CriterionResult(id=id, **(defaults | given))


def an_indicator_result(
    *criteria: CriterionResult,
    id: str = "jenis",  # noqa: A002 - the field's name
    weight: Fraction = HUNDRED,
    title: Text | None = None,
) -> IndicatorResult:
    return IndicatorResult(
        id=id,
        title=title or Text("Jenis informasi", "Kinds of information"),
        weight=weight,
        full=ZERO,
        points=Points(earned=ZERO, lost=ZERO, pending=ZERO),
        score_low=None,
        score_high=None,
        criteria=criteria or (a_criterion_result(),),
    )


def a_stage_result(*indicators: IndicatorResult, **given: Any) -> StageResult:
    defaults: dict[str, Any] = {
        "id": "saq",
        "title": Text("Penilaian mandiri", "Self-assessment"),
        "weight": HUNDRED,
        "full": ZERO,
        "points": Points(earned=ZERO, lost=ZERO, pending=ZERO),
        "score_low": None,
        "score_high": None,
        "indicators": () if given.get("entered") else indicators or (an_indicator_result(),),
    }
    return StageResult(**(defaults | given))


def an_assessment(*stages: StageResult, **given: Any) -> Assessment:
    """Return an assessment whose points and totals agree with the criteria's shares and weights.

    The three voices speak as the criteria do: `claimed` where any has a claim, `reviewed` where
    any has a review.
    """
    stages = stages or (a_stage_result(),)
    settled = _settle(stages)
    bands = given["rubric"].bands if "rubric" in given else BANDS
    criteria = [c for stage in stages for i in stage.indicators for c in i.criteria]
    total = _total_of(settled, bands)
    claimed = _total_of(_settle(_as_heard(stages, _claimed)), bands)
    defaults: dict[str, Any] = {
        "schema": SCHEMA,
        "body": Body(name="Pemerintah Kabupaten Contoh", category="kabupaten-kota"),
        "year": 2024,
        "assessed_on": "2024-09-27",
        "rubric": a_rubric_used(),
        "tool": Tool(name="emonev", version="0.1.0"),
        "total": total,
        "supported": _total_of(_settle(_as_heard(stages, _supported)), bands),
        "claimed": claimed if any(c.claim is not None for c in criteria) else None,
        "reviewed": total if any(c.review for c in criteria) else None,
        "stages": settled,
    }
    return Assessment(**(defaults | given))


def a_rubric_used(**given: Any) -> RubricUsed:
    rubric = a_rubric()
    defaults: dict[str, Any] = {
        "id": rubric.id,
        "title": rubric.title,
        "authority": rubric.authority,
        "year": rubric.year,
        "category": rubric.category,
        "status": rubric.status,
        "sha256": rubric.sha256,
        "rounding": Rounding(),
        "bands": rubric.bands,
        "portal": rubric.portal,
    }
    return RubricUsed(**(defaults | given))


def a_total(
    low: Fraction | int, high: Fraction | int | None = None, bands: Sequence[Band] = BANDS
) -> Total:
    """Return a total rounded half up to two places, with its band, distances and near bounds."""
    low, high = Fraction(low), Fraction(low if high is None else high)
    least, most = _two_places(low), _two_places(high)
    here, there = _band_of(least, bands), _band_of(most, bands)
    provisional = here is not there
    rank = list(bands).index(here)
    return Total(
        low=f"{float(least):.2f}",
        high=f"{float(most):.2f}",
        exact_low=low,
        exact_high=high,
        value=f"{float(least):.2f}" if low == high else None,
        qualification=Qualification(id=here.id, label=here.label, provisional=provisional),
        best=Qualification(id=there.id, label=there.label, provisional=True)
        if provisional
        else None,
        above=_bound(bands[rank - 1], least) if rank else None,
        below=_bound(here, least) if here.from_ else None,
        near=tuple(_bound(b, least) for b in bands if 0 < abs(b.from_ - least) <= Fraction(1, 10)),
    )


def an_evidence_result(
    path: str = "bukti/2024/JEN-01/DIP 2024.pdf", **given: Any
) -> EvidenceResult:
    defaults: dict[str, Any] = {
        "sha256": SHA256,
        "bytes": 81_920,
        "format": "pdf",
        "pages": 3,
        "text": "layer",
    }
    return EvidenceResult(path=path, **(defaults | given))


def _total_of(stages: Sequence[StageResult], bands: Sequence[Band]) -> Total:
    low = sum((stage.points.earned for stage in stages), ZERO)
    pending = sum((stage.points.pending for stage in stages), ZERO)
    return a_total(low, low + pending, bands)


def _as_heard(
    stages: Sequence[StageResult], voice: Callable[[CriterionResult], CriterionResult]
) -> tuple[StageResult, ...]:
    return tuple(
        replace(
            stage,
            indicators=tuple(
                replace(i, criteria=tuple(map(voice, i.criteria))) for i in stage.indicators
            ),
        )
        for stage in stages
    )


def _claimed(criterion: CriterionResult) -> CriterionResult:
    claim = criterion.claim or ZERO
    stated = criterion.not_applicable is not None and criterion.na.allowed
    outcome = Outcome.NOT_APPLICABLE if stated else Outcome.MET
    return replace(criterion, outcome=outcome, share_low=claim, share_high=claim)


def _supported(criterion: CriterionResult) -> CriterionResult:
    return replace(
        criterion,
        outcome=criterion.supported_outcome,
        share_low=criterion.supported_low,
        share_high=criterion.supported_high,
    )


def _settle(stages: Sequence[StageResult]) -> tuple[StageResult, ...]:
    weights = [
        s.weight if s.entered or any(map(_weight_of, s.indicators)) else ZERO for s in stages
    ]
    whole = sum(weights, ZERO) or ONE
    return tuple(
        _settle_stage(stage, HUNDRED * weight / whole)
        for stage, weight in zip(stages, weights, strict=True)
    )


def _settle_stage(stage: StageResult, full: Fraction) -> StageResult:
    if stage.entered:
        return _with_points(stage, full, _entered_points(stage, full))
    applicable = [i for i in stage.indicators if _weight_of(i)]
    whole = sum((i.weight for i in applicable), ZERO)
    indicators = tuple(
        _settle_indicator(i, full * i.weight / whole if i in applicable else ZERO)
        for i in stage.indicators
    )
    return _with_points(replace(stage, indicators=indicators), full, _sum_of(indicators))


def _settle_indicator(indicator: IndicatorResult, full: Fraction) -> IndicatorResult:
    whole = _weight_of(indicator)
    criteria = tuple(
        _settle_criterion(c, full * c.weight / whole if whole and _applies(c) else ZERO)
        for c in indicator.criteria
    )
    return _with_points(replace(indicator, criteria=criteria), full, _sum_of(criteria))


def _settle_criterion(criterion: CriterionResult, full: Fraction) -> CriterionResult:
    earned, best = full * criterion.share_low, full * criterion.share_high
    points = Points(earned=earned, lost=full - best, pending=best - earned)
    return replace(criterion, full=full, points=points)


def _entered_points(stage: StageResult, full: Fraction) -> Points:
    if stage.entry is None:
        return Points(earned=ZERO, lost=ZERO, pending=full)
    earned = full * stage.entry.value / 100
    return Points(earned=earned, lost=full - earned, pending=ZERO)


Part = TypeVar("Part", StageResult, IndicatorResult)


def _with_points(part: Part, full: Fraction, points: Points) -> Part:
    low = 100 * points.earned / full if full else None
    high = 100 * (points.earned + points.pending) / full if full else None
    return replace(part, full=full, points=points, score_low=low, score_high=high)


def _sum_of(parts: Sequence[IndicatorResult] | Sequence[CriterionResult]) -> Points:
    return Points(
        earned=sum((part.points.earned for part in parts), ZERO),
        lost=sum((part.points.lost for part in parts), ZERO),
        pending=sum((part.points.pending for part in parts), ZERO),
    )


def _applies(criterion: CriterionResult) -> bool:
    return criterion.outcome is not Outcome.NOT_APPLICABLE


def _weight_of(indicator: IndicatorResult) -> Fraction:
    return sum((c.weight for c in indicator.criteria if _applies(c)), ZERO)


def _two_places(value: Fraction) -> Fraction:
    return Fraction((200 * value.numerator + value.denominator) // (2 * value.denominator), 100)


def _band_of(value: Fraction, bands: Sequence[Band]) -> Band:
    return next(band for band in bands if value >= band.from_)


def _bound(band: Band, value: Fraction) -> Bound:
    distance = f"{float(abs(band.from_ - value)):.2f}"
    return Bound(id=band.id, label=band.label, from_=f"{float(band.from_):.2f}", distance=distance)
