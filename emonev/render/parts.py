"""Stages, indicators and criteria prepared, with points that add up from the bottom to the top."""

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from emonev.language import date, number
from emonev.model.assessment import Assessment, CriterionResult, IndicatorResult, StageResult
from emonev.model.finding import Outcome
from emonev.model.text import Language
from emonev.model.workspace import EnteredStage
from emonev.render.criteria import anchor_of, counts_of, criterion_shown, effort_shown
from emonev.render.criterion_shown import CriterionShown
from emonev.render.links import Addresses
from emonev.render.printed import Printed, bar_of, points_shown, printed_total, share_out
from emonev.render.signs import visible, visible_lines
from emonev.render.view import GapShown, IndicatorShown, StageShown
from emonev.render.words import words_in

_SETTLED = {Outcome.MET, Outcome.NOT_APPLICABLE}


def stages_shown(
    assessment: Assessment, language: Language, where: Addresses
) -> tuple[StageShown, ...]:
    """Return the stages with all they hold; every column of points adds up as printed."""
    places = assessment.rubric.rounding.places
    ranks = {c.id: str(rank) for rank, c in enumerate(worst_first(assessment), start=1)}
    parts = _Parts(places, language, where, ranks)
    whole = printed_total(assessment.total, places)
    printed = share_out(whole, [stage.points for stage in assessment.stages])
    return tuple(map(parts.stage, assessment.stages, printed))


def gaps_shown(
    worst: Sequence[CriterionResult], stages: Sequence[StageShown], language: Language
) -> tuple[GapShown, ...]:
    """Return criteria that cost points as a design shows them, the dearest first as printed.

    Printed points are shared out so that columns add up, so equal costs may print as 0,81 and
    0,82; the order given decides only among those that print alike.
    """
    words = words_in(language)
    shown = {c.anchor: c for stage in stages for i in stage.indicators for c in i.criteria}
    gaps = []
    for criterion in worst:
        known = shown[anchor_of(criterion.id)]
        gaps.append(
            GapShown(
                id=known.id,
                anchor=known.anchor,
                question=known.question,
                outcome=known.outcome,
                cost=known.points.cost,
                cost_words=words["cost_words"].format(points=known.points.cost),
                remedy=_what_to_do(criterion, language),
                effort=effort_shown(criterion.effort, language),
            )
        )
    return tuple(sorted(gaps, key=_printed_cost, reverse=True))


def _printed_cost(gap: GapShown) -> int:
    """Return the printed cost without its separators: all have the same number of places."""
    return int("".join(sign for sign in gap.cost if sign.isdigit()))


def _what_to_do(criterion: CriterionResult, language: Language) -> str:
    """Return the rubric's remedy, else what the first finding that is not met says."""
    if criterion.remedy is not None:
        return visible_lines(criterion.remedy.in_language(language))
    open_ones = (f for f in criterion.findings if f.outcome not in _SETTLED)
    found = next(open_ones, None)
    if found is None:
        return words_in(language)["see_findings"]
    return visible_lines(found.message.in_language(language))


def worst_first(assessment: Assessment) -> list[CriterionResult]:
    """Return the criteria that lost points or hold them pending, by what they cost."""
    costly = [c for c in assessment.criteria() if c.points.lost or c.points.pending]
    return sorted(costly, key=lambda c: -(c.points.lost + c.points.pending))


class _Parts(Struct, frozen=True):
    """What the parts of one assessment are printed with."""

    places: int
    language: Language
    where: Addresses
    ranks: dict[str, str]

    def stage(self, stage: StageResult, printed: Printed) -> StageShown:
        points = points_shown(printed, self.language)
        below = share_out(printed, [i.points for i in stage.indicators])
        return StageShown(
            id=visible(stage.id),
            anchor=anchor_of(stage.id, "tahap"),
            title=visible_lines(stage.title.in_language(self.language)),
            weight=number(stage.weight, self.language),
            score=self._score(stage.score_low, stage.score_high),
            points=points,
            bar=bar_of(stage.points, stage.full, points, self.language),
            entered=self._entered(stage.entry) if stage.entered else "",
            indicators=tuple(map(self._indicator, stage.indicators, below)),
        )

    def _indicator(self, indicator: IndicatorResult, printed: Printed) -> IndicatorShown:
        points = points_shown(printed, self.language)
        below = share_out(printed, [c.points for c in indicator.criteria])
        return IndicatorShown(
            id=visible(indicator.id),
            anchor=anchor_of(indicator.id, "i"),
            title=visible_lines(indicator.title.in_language(self.language)),
            weight=number(indicator.weight, self.language),
            score=self._score(indicator.score_low, indicator.score_high),
            points=points,
            bar=bar_of(indicator.points, indicator.full, points, self.language),
            counts=counts_of(indicator.criteria, self.language),
            criteria=tuple(map(self._criterion, indicator.criteria, below)),
        )

    def _criterion(self, criterion: CriterionResult, printed: Printed) -> CriterionShown:
        rank = self.ranks.get(criterion.id, "")
        return criterion_shown(criterion, printed, rank, self.language, self.where)

    def _score(self, low: Fraction | None, high: Fraction | None) -> str:
        words = words_in(self.language)
        if low is None or high is None:
            return words["not_scored"]
        least = number(low, self.language, self.places, fixed=True)
        most = number(high, self.language, self.places, fixed=True)
        return least if low == high else words["range"].format(low=least, high=most)

    def _entered(self, entry: EnteredStage | None) -> str:
        words = words_in(self.language)
        if entry is None:
            return words["not_entered"]
        value = number(entry.value, self.language)
        if not entry.by and entry.at is None:
            return words["entered_plain"].format(value=value)
        by = visible(entry.by) or words["nobody"]
        at = date(entry.at, self.language) if entry.at else words["no_day"]
        told = words["entered"].format(value=value, by=by, at=at)
        return f"{told} {visible_lines(entry.why)}".strip()
