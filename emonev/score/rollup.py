"""From shares to points: of every criterion, indicator and stage, and of the whole, exactly.

The score of an indicator is the mean of its criteria's shares, weighted; that of a stage the
weighted mean of its indicators; the total that of the stages. What does not apply leaves the
denominator. Points are the same sums spread out: each criterion is worth its part of 100, so
that points are added upward and nothing is divided twice.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm

from msgspec import Struct

from emonev.model.assessment import Points
from emonev.model.rubric import Indicator, Rubric, Stage
from emonev.score.shares import PENDING, ZERO, Share

HUNDRED = Fraction(100)
NOTHING = Points(earned=ZERO, lost=ZERO, pending=ZERO)


class Worth(Struct, frozen=True):
    """What something is worth in points of the total (0 where it does not apply), and brings."""

    full: Fraction
    points: Points


class Level(Struct, frozen=True):
    """An indicator, a stage or the whole: its worth, and its own score, 0..100.

    The scores are None when nothing in it applies, and for the whole then 0 to 100: where nothing
    was asked, every value is still possible.
    """

    full: Fraction
    points: Points
    score_low: Fraction | None
    score_high: Fraction | None


class Sheet(Struct, frozen=True):
    """The exact points of every level by id; `total.points` adds up to 100.

    `applicable` is False where nothing applied: then all 100 points of the total are pending.
    """

    total: Level
    stages: dict[str, Level]
    indicators: dict[str, Level]
    criteria: dict[str, Worth]
    applicable: bool = True

    @property
    def low(self) -> Fraction:
        return self.total.points.earned

    @property
    def high(self) -> Fraction:
        return self.total.points.earned + self.total.points.pending


def roll_up(rubric: Rubric, shares: Mapping[str, Share], entered: Mapping[str, Share]) -> Sheet:
    """Return the points of every level. An entered stage without a value is wholly pending.

    Raises ValueError where a criterion has no share (a half-judged rubric has no total) or where
    two of a kind share an id.
    """
    applies = {id_: share.applicable for id_, share in shares.items()}
    worths = _worths(rubric, applies, entered)
    stages: dict[str, Level] = {}
    indicators: dict[str, Level] = {}
    criteria: dict[str, Worth] = {}
    for stage in rubric.stages:
        for indicator in stage.indicators:
            full = worths.indicators.get(indicator.id, ZERO)
            brought = _criteria(indicator, _fulls(indicator, full, applies), shares)
            criteria |= brought
            indicators[indicator.id] = _level(full, _points(w.points for w in brought.values()))
        stages[stage.id] = _stage(stage, worths, indicators, entered)
    return _sheet(stages, indicators, criteria)


def full_points(
    rubric: Rubric, applies: Mapping[str, bool]
) -> tuple[dict[str, Fraction], dict[str, Fraction]]:
    """Return what stages and criteria are worth, by id, as `roll_up` has it; not what they bring.

    `applies` says of each criterion whether it does; entered stages do. Raises as `roll_up`.
    """
    worths = _worths(rubric, applies, {})
    criteria: dict[str, Fraction] = {}
    for stage in rubric.stages:
        for indicator in stage.indicators:
            fulls = _fulls(indicator, worths.indicators.get(indicator.id, ZERO), applies)
            criteria |= zip([criterion.id for criterion in indicator.criteria], fulls, strict=True)
    return {stage.id: worths.stages.get(stage.id, ZERO) for stage in rubric.stages}, criteria


class _Worths(Struct, frozen=True):
    """The points that each applicable stage and indicator is worth."""

    stages: dict[str, Fraction]
    indicators: dict[str, Fraction]


def _worths(rubric: Rubric, applies: Mapping[str, bool], entered: Mapping[str, Share]) -> _Worths:
    _refuse_gaps(rubric, applies)
    _refuse_doubles(rubric)
    asked = {stage.id: _applicable(stage, applies) for stage in rubric.stages}
    stages = _spread(
        HUNDRED,
        {
            stage.id: stage.weight
            for stage in rubric.stages
            if asked[stage.id] or (stage.entered and entered.get(stage.id, PENDING).applicable)
        },
    )
    indicators: dict[str, Fraction] = {}
    for stage_id, full in stages.items():
        indicators |= _spread(full, asked[stage_id])
    return _Worths(stages, indicators)


def _refuse_gaps(rubric: Rubric, known: Container[str]) -> None:
    missing = [criterion.id for criterion in rubric.criteria() if criterion.id not in known]
    if missing:
        raise ValueError(f"no share for {', '.join(missing)}")


def _refuse_doubles(rubric: Rubric) -> None:
    indicators = [indicator.id for stage in rubric.stages for indicator in stage.indicators]
    stages = [stage.id for stage in rubric.stages]
    for ids in (stages, indicators, [criterion.id for criterion in rubric.criteria()]):
        if len(set(ids)) < len(ids):
            doubles = sorted({name for name in ids if ids.count(name) > 1})
            raise ValueError(f"one id for two: {', '.join(doubles)}")


def _applicable(stage: Stage, applies: Mapping[str, bool]) -> dict[str, Fraction]:
    """Return the weights of the indicators in which something applies and weighs."""
    return {
        indicator.id: indicator.weight
        for indicator in stage.indicators
        if indicator.weight and any(applies[c.id] and c.weight for c in indicator.criteria)
    }


def _spread(full: Fraction, weights: Mapping[str, Fraction]) -> dict[str, Fraction]:
    whole = sum(weights.values(), ZERO)
    return {name: full * weight / whole for name, weight in weights.items() if weight}


def _fulls(indicator: Indicator, full: Fraction, applies: Mapping[str, bool]) -> list[Fraction]:
    """Return what each criterion is worth of what its indicator is worth."""
    weights = [c.weight if applies[c.id] else ZERO for c in indicator.criteria]
    # Few weights differ, and integers hash ten times faster than rationals.
    ratios = list(map(Fraction.as_integer_ratio, weights))
    differing = dict(zip(ratios, weights, strict=True))
    whole = added([differing[ratio] * count for ratio, count in Counter(ratios).items()])
    unit = full / whole if whole else ZERO
    fulls = {ratio: unit * weight for ratio, weight in differing.items()}
    return [fulls[ratio] for ratio in ratios]


def _criteria(
    indicator: Indicator, fulls: Sequence[Fraction], shares: Mapping[str, Share]
) -> dict[str, Worth]:
    known: dict[tuple[tuple[int, int], ...], Worth] = {}  # few differ, as above
    brought: dict[str, Worth] = {}
    for criterion, full in zip(indicator.criteria, fulls, strict=True):
        share = shares[criterion.id]
        key = _integers(full, share.low, share.high)
        if key not in known:
            known[key] = _worth(full, share)
        brought[criterion.id] = known[key]
    return brought


def _integers(weight: Fraction, low: Fraction, high: Fraction) -> tuple[tuple[int, int], ...]:
    return weight.as_integer_ratio(), low.as_integer_ratio(), high.as_integer_ratio()


def _worth(full: Fraction, share: Share) -> Worth:
    if not full:
        return Worth(ZERO, NOTHING)
    earned, reachable = full * share.low, full * share.high
    return Worth(full, Points(earned=earned, lost=full - reachable, pending=reachable - earned))


def _stage(
    stage: Stage,
    worths: _Worths,
    indicators: Mapping[str, Level],
    entered: Mapping[str, Share],
) -> Level:
    full = worths.stages.get(stage.id, ZERO)
    if stage.entered:
        return _level(full, _worth(full, entered.get(stage.id, PENDING)).points)
    return _level(full, _points(indicators[i.id].points for i in stage.indicators))


def _sheet(
    stages: dict[str, Level], indicators: dict[str, Level], criteria: dict[str, Worth]
) -> Sheet:
    points = _points(stage.points for stage in stages.values())
    applicable = any(stage.full for stage in stages.values())
    if not applicable:
        points = Points(earned=ZERO, lost=ZERO, pending=HUNDRED)
    return Sheet(_level(HUNDRED, points), stages, indicators, criteria, applicable)


def _level(full: Fraction, points: Points) -> Level:
    if not full:
        return Level(ZERO, NOTHING, None, None)
    low = points.earned / full * HUNDRED
    return Level(full, points, low, low + points.pending / full * HUNDRED)


def _points(several: Iterable[Points]) -> Points:
    listed = list(several)
    return Points(
        earned=added([points.earned for points in listed]),
        lost=added([points.lost for points in listed]),
        pending=added([points.pending for points in listed]),
    )


def added(numbers: Sequence[Fraction]) -> Fraction:
    """Return the sum, made of integers over one denominator: a rational sum costs a gcd each."""
    numerators: dict[int, int] = {}
    for numerator, denominator in map(Fraction.as_integer_ratio, numbers):
        if numerator:  # most effects are nothing
            numerators[denominator] = numerators.get(denominator, 0) + numerator
    whole = lcm(*numerators)
    return Fraction(sum(n * (whole // d) for d, n in numerators.items()), whole)
