"""Two assessments compared, criterion by criterion, effect by effect."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

from emonev.compare.criteria import Judge
from emonev.compare.effects import change_of, sum_of
from emonev.compare.files import Files, contradictions, regressions, stale_files
from emonev.compare.levels import levels_of
from emonev.compare.matching import match
from emonev.compare.remarks import remarks_on
from emonev.compare.sheets import ZERO, Sheet
from emonev.model.assessment import Assessment
from emonev.model.comparison import (
    SCHEMA,
    TREND_SCHEMA,
    Compared,
    Comparison,
    Effects,
    LevelComparison,
    TotalComparison,
    Trend,
)


def compare(older: Assessment, newer: Assessment) -> Comparison:
    """Return what changed and why; the effects add up exactly at every level.

    Raises EmonevError for a result whose points do not follow from its own weights.
    """
    old, new = Sheet(older), Sheet(newer)
    pairs, unresolved = match(old, new)
    judge = Judge(old, new, pairs)
    criteria = tuple(map(judge.compared, pairs))
    levels = tuple(levels_of(criteria, old, new))
    before, after = Files(old), Files(new)
    return Comparison(
        schema=SCHEMA,
        older=compared(old),
        newer=compared(new),
        total=_total(older, newer, levels),
        levels=levels,
        criteria=criteria,
        stale=tuple(stale_files(criteria, before, after)),
        regressions=tuple(regressions(criteria, before, after)),
        contradictions=tuple(contradictions(after)),
        remarks=tuple(remarks_on(older, newer, criteria, unresolved)),
        unresolved=unresolved,
    )


def follow(assessments: Sequence[Assessment]) -> Trend:
    """Return two or more results in the order given, each compared with the one before."""
    steps = tuple(compare(one, next_) for one, next_ in pairwise(assessments))
    results = (steps[0].older, *(step.newer for step in steps))
    return Trend(schema=TREND_SCHEMA, results=results, steps=steps)


def compared(sheet: Sheet) -> Compared:
    """Return what a comparison says of one of its results."""
    one = sheet.assessment
    return Compared(
        body=one.body,
        year=one.year,
        assessed_on=one.assessed_on,
        rubric=one.rubric.id,
        rubric_title=one.rubric.title,
        rubric_sha256=one.rubric.sha256,
        criteria=sum(place.criterion is not None for place in sheet.places.values()),
        total=one.total,
    )


def _total(
    older: Assessment, newer: Assessment, levels: Iterable[LevelComparison]
) -> TotalComparison:
    stages = [level for level in levels if level.level == "stage"]
    before, after = older.total, newer.total
    low = change_of(before.exact_low, after.exact_low, sum_of(s.low.effects for s in stages))
    effects = sum_of(stage.high.effects for stage in stages)
    # Where nothing at all applies every total is possible: 100 points that no criterion holds.
    rest = after.exact_high - before.exact_high - _sum(effects)
    high = sum_of([effects, _pending(rest)])
    printed = Fraction(after.low) - Fraction(before.low)
    return TotalComparison(
        low=low,
        high=change_of(before.exact_high, after.exact_high, high),
        printed_moved=printed,
        rounding=printed - low.moved,
    )


def _sum(effects: Effects) -> Fraction:
    return effects.performance + effects.rubric + effects.applicability + effects.pending


def _pending(points: Fraction) -> Effects:
    return Effects(performance=ZERO, rubric=ZERO, applicability=ZERO, pending=points)
