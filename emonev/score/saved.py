"""A saved result as the roll-up needs it, so that "what if" is answered by the real arithmetic."""

from collections.abc import Mapping

from emonev.model.assessment import Assessment, CriterionResult, IndicatorResult
from emonev.model.finding import Outcome
from emonev.model.rubric import Criterion, Indicator, Rubric, Stage
from emonev.score.rollup import HUNDRED
from emonev.score.shares import NOT_APPLICABLE, Share


def rubric_of(assessment: Assessment) -> Rubric:
    """Return the rubric as far as a saved result knows it: weights, bands, rounding, no checks."""
    used = assessment.rubric
    return Rubric(
        id=used.id,
        title=used.title,
        authority=used.authority,
        year=used.year,
        category=used.category,
        status=used.status,
        bands=used.bands,
        rounding=used.rounding,
        sha256=used.sha256,
        stages=tuple(
            Stage(
                id=stage.id,
                title=stage.title,
                weight=stage.weight,
                entered=stage.entered,
                indicators=tuple(map(_indicator, stage.indicators)),
            )
            for stage in assessment.stages
        ),
    )


def shares_of(assessment: Assessment) -> dict[str, Share]:
    """Return the share of every criterion that counts."""
    return {criterion.id: _share(criterion) for criterion in assessment.criteria()}


def entered_of(assessment: Assessment) -> Mapping[str, Share]:
    """Return the values of the stages that people judge, as far as they are entered."""
    return {
        stage.id: Share(value, value)
        for stage in assessment.stages
        if stage.entered and stage.entry is not None
        for value in (stage.entry.value / HUNDRED,)
    }


def _share(criterion: CriterionResult) -> Share:
    if criterion.outcome is Outcome.NOT_APPLICABLE:
        return NOT_APPLICABLE
    return Share(criterion.share_low, criterion.share_high)


def _indicator(indicator: IndicatorResult) -> Indicator:
    return Indicator(
        id=indicator.id,
        title=indicator.title,
        weight=indicator.weight,
        criteria=tuple(map(_criterion, indicator.criteria)),
    )


def _criterion(criterion: CriterionResult) -> Criterion:
    return Criterion(
        id=criterion.id,
        text=criterion.text,
        weight=criterion.weight,
        checks=(),
        law=criterion.law,
        scoring=criterion.scoring,
        na=criterion.na,
        effort=criterion.effort,
        replaces=criterion.replaces,
        group=criterion.group,
    )
