"""Stages and indicators of two years beside each other, with the effects on each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from emonev.compare.effects import change_of, part_of, sum_of
from emonev.compare.sheets import ZERO, Sheet
from emonev.model.assessment import Assessment, IndicatorResult, Points, StageResult
from emonev.model.comparison import CriteriaComparison, Effects, LevelComparison, Side
from emonev.score.rollup import added

Home = tuple[str, str]  # the stage and, for a criterion, the indicator
Ends = tuple[Effects, Effects]

_NOTHING = Points(earned=ZERO, lost=ZERO, pending=ZERO)


def levels_of(
    criteria: Iterable[CriteriaComparison], old: Sheet, new: Sheet
) -> Iterator[LevelComparison]:
    """Yield every stage of either year with its indicators, in the newer year's order."""
    parts = _parts(criteria)
    before, after = _Known(old.assessment), _Known(new.assessment)
    for stage in {**after.stages, **before.stages}:
        within = [parts[home] for home in parts if home[0] == stage]
        ends = sum_of(low for low, _ in within), sum_of(high for _, high in within)
        yield _level(stage, before.stages.get(stage), after.stages.get(stage), ends)
        for home in {**after.indicators, **before.indicators}:
            if home[0] == stage:
                was, is_ = before.indicators.get(home), after.indicators.get(home)
                yield _level(stage, was, is_, parts[home])


class _Known:
    """The stages and indicators of one result."""

    def __init__(self, assessment: Assessment) -> None:
        self.stages = {stage.id: stage for stage in assessment.stages}
        self.indicators = {
            (stage.id, indicator.id): indicator
            for stage in assessment.stages
            for indicator in stage.indicators
        }


def _parts(criteria: Iterable[CriteriaComparison]) -> Mapping[Home, Ends]:
    """Return the effects that each home sees; over all homes they add up to the whole."""
    lows: dict[Home, list[Effects]] = defaultdict(list)
    highs: dict[Home, list[Effects]] = defaultdict(list)
    for match in criteria:
        homes = {(side.stage, side.indicator) for side in (*match.older, *match.newer)}
        if len(homes) == 1:
            (home,) = homes
            lows[home].append(match.low.effects)
            highs[home].append(match.high.effects)
            continue
        for home in homes:
            portion, low, high = _seen_from(home, match, len(homes))
            lows[home].append(part_of(match.low.effects, portion, low))
            highs[home].append(part_of(match.high.effects, portion, high))
    ends = {home: (sum_of(lows[home]), sum_of(highs[home])) for home in lows}
    return defaultdict(lambda: (sum_of([]), sum_of([])), ends)


def _seen_from(
    home: Home, match: CriteriaComparison, homes: int
) -> tuple[Fraction, Fraction, Fraction]:
    """Return which portion of a match a home holds over both years, and how its points moved."""
    here = [side for side in (*match.older, *match.newer) if _home(side) == home]
    whole = added([side.full for side in (*match.older, *match.newer)])
    portion = added([side.full for side in here]) / whole if whole else Fraction(1, homes)
    older = [side for side in match.older if _home(side) == home]
    newer = [side for side in match.newer if _home(side) == home]
    low = added([s.low for s in newer]) - added([s.low for s in older])
    high = added([s.high for s in newer]) - added([s.high for s in older])
    return portion, low, high


def _home(side: Side) -> Home:
    return side.stage, side.indicator


def _level(
    stage: str,
    before: StageResult | IndicatorResult | None,
    after: StageResult | IndicatorResult | None,
    ends: Ends,
) -> LevelComparison:
    part = after or before
    if part is None:
        raise ValueError("a level of neither year")
    was, is_ = (one.points if one else _NOTHING for one in (before, after))
    low, high = ends
    return LevelComparison(
        level="stage" if isinstance(part, StageResult) else "indicator",
        id=part.id,
        stage=stage,
        title=part.title,
        score_before=before.score_low if before else None,
        score_after=after.score_low if after else None,
        full_before=before.full if before else ZERO,
        full_after=after.full if after else ZERO,
        low=change_of(was.earned, is_.earned, low),
        high=change_of(was.earned + was.pending, is_.earned + is_.pending, high),
    )
