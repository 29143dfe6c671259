"""From a saved result and a request to the plan: start, choice, order of work, robustness."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from emonev.errors import EmonevError
from emonev.language import say
from emonev.model.assessment import (
    Assessment,
    Bound,
    CriterionResult,
    IndicatorResult,
    Qualification,
)
from emonev.model.plan import (
    SCHEMA,
    Alternative,
    Assumed,
    Pending,
    Plan,
    Step,
    Supposed,
)
from emonev.model.rubric import Band
from emonev.model.text import Text
from emonev.plan.bounds import least_for, robustness
from emonev.plan.options import Raise, effort_of, raises_of
from emonev.plan.request import Request, resolved, target_of
from emonev.plan.solve import Need, Option, least_effort, most_points
from emonev.plan.sound import refuse_unsound
from emonev.score import Share, Sheet, band_of, roll_up, round_exact, total_of
from emonev.score.rollup import HUNDRED, added
from emonev.score.saved import criteria_of, entered_of, rubric_of, shares_of
from emonev.score.shares import ZERO

_OVER_BUDGET = Text(
    "yang ditetapkan dengan --keep memerlukan {days} hari kerja, lebih dari --budget {budget}.",
    "what --keep asks for takes {days} working days, more than --budget {budget}.",
)
_RAISE_IT = Text(
    "Naikkan anggaran harinya, atau kurangi yang ditetapkan.",
    "Raise the number of days, or keep fewer criteria.",
)


def make_plan(assessment: Assessment, request: Request) -> Plan:
    """Return the best plan for what was asked; raises EmonevError for what cannot be meant."""
    refuse_unsound(assessment)
    asked = resolved(request, assessment)
    start = _start(assessment, asked)
    target = _target(assessment, asked, start)
    chosen = _choose(start, asked, target)
    plan = _plan(assessment, asked, start, target, chosen)
    waiting = any(pending.points for pending in plan.pending)
    return replace(plan, if_confirmed=_confirmed(assessment, asked, plan)) if waiting else plan


class _Chance(Struct, frozen=True):
    """A criterion that can be raised: what it is worth, and to which shares."""

    criterion: CriterionResult
    indicator: IndicatorResult
    share: Share
    full: Fraction
    raises: tuple[Raise, ...]

    def options(self) -> list[Option]:
        return [Option(r.effort, self.full * (r.share - self.share.low)) for r in self.raises]


class _Start(Struct, frozen=True):
    """Where the plan begins, and all that could be done."""

    assessment: Assessment
    shares: dict[str, Share]
    entered: dict[str, Share]
    sheet: Sheet
    chances: tuple[_Chance, ...]

    def rolled(self, raised: Mapping[str, Fraction]) -> Sheet:
        """Return the real roll-up with some criteria raised."""
        shares = self.shares | {
            id_: Share(share, max(share, self.shares[id_].high)) for id_, share in raised.items()
        }
        return roll_up(rubric_of(self.assessment), shares, self.entered)


class _Chosen(Struct, frozen=True):
    """What the plan raises, in no order yet; `reached` as in the plan."""

    picked: tuple[tuple[_Chance, Raise], ...]
    reached: bool | None


def _start(assessment: Assessment, asked: Request) -> _Start:
    shares = shares_of(assessment)
    if asked.pending_met:
        shares = {id_: Share(s.high, s.high, s.applicable) for id_, s in shares.items()}
    shares |= asked.supposed
    values = {id_: value / HUNDRED for id_, value in asked.assumed.items()}
    entered = {**entered_of(assessment), **{id_: Share(v, v) for id_, v in values.items()}}
    sheet = roll_up(rubric_of(assessment), shares, entered)
    chances = tuple(
        _Chance(criterion, indicator, shares[criterion.id], full, raises)
        for indicator, criterion in criteria_of(assessment)
        if criterion.id not in asked.skip
        and (full := sheet.criteria[criterion.id].full)
        and (raises := raises_of(criterion, shares[criterion.id].low))
    )
    return _Start(assessment, shares, entered, sheet, chances)


def _target(assessment: Assessment, asked: Request, start: _Start) -> Band | None:
    """Return the band to reach: as asked, else the next one unless there is a budget to spend."""
    if asked.target is not None:
        return target_of(asked.target, assessment)
    if asked.budget is not None:
        return None
    bands = assessment.rubric.bands
    better = bands[: bands.index(band_of(start.sheet.low, assessment.rubric))]
    return better[-1] if better else None


def _choose(start: _Start, asked: Request, target: Band | None) -> _Chosen:
    kept = [(c, c.raises[-1]) for c in start.chances if c.criterion.id in asked.keep]
    free = [chance for chance in start.chances if chance.criterion.id not in asked.keep]
    spent = added([option.effort for _, option in kept])
    if asked.budget is not None and spent > asked.budget:
        told = say(_OVER_BUDGET, days=spent, budget=asked.budget)
        raise EmonevError("keep-over-budget", told, _RAISE_IT)
    groups = [chance.options() for chance in free]
    found = None
    if target is not None:
        begun = start.sheet.low + added([c.full * (r.share - c.share.low) for c, r in kept])
        least = least_for(target, start.assessment.rubric)
        found = least_effort(groups, Need(least.least - begun, least.more))
    if found is not None and asked.budget is not None and spent + found.effort > asked.budget:
        found = None
    reached = None if target is None else found is not None
    if found is None:
        found = most_points(groups, _days(asked, target, spent, groups))
    picked = [
        (chance, chance.raises[level])
        for chance, level in zip(free, found.choice, strict=True)
        if level is not None
    ]
    return _Chosen((*kept, *picked), reached)


def _days(
    asked: Request, target: Band | None, spent: Fraction, groups: Sequence[Sequence[Option]]
) -> Fraction:
    """Return how many days may be spent on points: the budget, or all where a band is too far."""
    if asked.budget is not None:
        return asked.budget - spent
    if target is None:
        return ZERO  # the best band is reached, and nothing was asked for
    return added([max(option.effort for option in group) for group in groups])


def _plan(
    assessment: Assessment,
    asked: Request,
    start: _Start,
    target: Band | None,
    chosen: _Chosen,
) -> Plan:
    rubric = assessment.rubric
    criteria = [criterion for _, criterion in criteria_of(assessment)]
    after = start.rolled({c.criterion.id: r.share for c, r in chosen.picked})
    most = start.rolled({c.criterion.id: c.raises[-1].share for c in start.chances})
    return Plan(
        schema=SCHEMA,
        body=assessment.body,
        year=assessment.year,
        assessed_on=assessment.assessed_on,
        rubric=rubric,
        aim=_aim(asked, target),
        saved=assessment.total,
        start=total_of(start.sheet.low, start.sheet.high, rubric),
        points=start.sheet.total.points,
        end=total_of(after.low, after.high, rubric),
        most=total_of(most.low, most.high, rubric),
        effort=added([option.effort for _, option in chosen.picked]),
        effort_of_all=added([effort_of(chance.criterion) for chance in start.chances]),
        steps=_steps(start, asked, chosen),
        now=robustness(start.sheet, criteria, rubric),
        after=robustness(after, criteria, rubric),
        pending=_pending(start),
        pending_stages=tuple(
            stage.title
            for stage in assessment.stages
            if stage.entered and start.sheet.stages[stage.id].points.pending
        ),
        needed=_needed(start, most, target),
        target=None if target is None else _bound(target, start),
        reached=chosen.reached,
        budget=asked.budget,
        pending_met=asked.pending_met,
        kept=asked.keep,
        skipped=asked.skip,
        supposed=_supposed(assessment, asked),
        assumed=_assumed(assessment, asked),
    )


def _aim(asked: Request, target: Band | None) -> Literal["target", "budget", "none"]:
    if target is not None:
        return "target"
    return "budget" if asked.budget is not None else "none"


def _steps(start: _Start, asked: Request, chosen: _Chosen) -> tuple[Step, ...]:
    """Return the order of work: most points per day first, the questionnaire's order among equals."""
    rubric = start.assessment.rubric
    low, days = start.sheet.low, ZERO
    band = band_of(low, rubric)
    steps = []
    for chance, option in sorted(chosen.picked, key=_days_per_point):
        low += chance.full * (option.share - chance.share.low)
        days += option.effort
        before, band = band, band_of(low, rubric)
        step = _step(chance, option, low, days, band)
        entered = _named(band) if band != before else None
        kept = chance.criterion.id in asked.keep
        steps.append(
            replace(step, total=round_exact(low, rubric.rounding), crosses=entered, kept=kept)
        )
    return tuple(steps)


def _days_per_point(picked: tuple[_Chance, Raise]) -> Fraction:
    chance, option = picked
    return option.effort / (chance.full * (option.share - chance.share.low))


def _step(chance: _Chance, option: Raise, low: Fraction, days: Fraction, band: Band) -> Step:
    criterion = chance.criterion
    gain = chance.full * (option.share - chance.share.low)
    return Step(
        id=criterion.id,
        text=criterion.text,
        indicator=chance.indicator.id,
        from_share=chance.share.low,
        to_share=option.share,
        full_share=chance.raises[-1].share,
        effort=option.effort,
        gain=gain,
        per_day=gain / option.effort if option.effort else None,
        days=days,
        exact_total=low,
        total="",
        qualification=_named(band),
        effort_unknown=criterion.effort is None,
        pending=chance.share.low < option.share <= chance.share.high,
        remedy=criterion.remedy,
        law=criterion.law,
    )


def _named(band: Band) -> Qualification:
    return Qualification(id=band.id, label=band.label)


def _pending(start: _Start) -> tuple[Pending, ...]:
    """Return what awaits review, the most points first."""
    waiting = [
        Pending(id=criterion.id, text=criterion.text, points=points)
        for _, criterion in criteria_of(start.assessment)
        if (points := start.sheet.criteria[criterion.id].points.pending)
    ]
    return tuple(sorted(waiting, key=lambda pending: -pending.points))


def _needed(start: _Start, most: Sheet, target: Band | None) -> Assumed | None:
    """Return what the only stage without a value must get where work alone is not enough."""
    waiting = [s for s in start.assessment.stages if s.entered and most.stages[s.id].points.pending]
    if target is None or len(waiting) != 1:
        return None
    stage, least = waiting[0], least_for(target, start.assessment.rubric)
    missing = (least.least - most.low) / most.stages[stage.id].full * HUNDRED
    scaled = missing * HUNDRED
    whole = scaled.numerator // scaled.denominator
    value = Fraction(whole if scaled == whole and not least.more else whole + 1, 100)
    if not 0 < value <= HUNDRED:
        return None
    return Assumed(id=stage.id, title=stage.title, value=value)


def _bound(target: Band, start: _Start) -> Bound:
    """Return the target with what is missing to it, in points as printed."""
    rubric = start.assessment.rubric
    missing = max(ZERO, target.from_ - Fraction(round_exact(start.sheet.low, rubric.rounding)))
    return Bound(
        id=target.id,
        label=target.label,
        from_=round_exact(target.from_, rubric.rounding),
        distance=round_exact(missing, rubric.rounding),
    )


def _supposed(assessment: Assessment, asked: Request) -> tuple[Supposed, ...]:
    return tuple(
        Supposed(
            id=criterion.id,
            text=criterion.text,
            share=share.low if share.applicable else None,
            was_low=criterion.share_low,
            was_high=criterion.share_high,
        )
        for _, criterion in criteria_of(assessment)
        if (share := asked.supposed.get(criterion.id)) is not None
    )


def _assumed(assessment: Assessment, asked: Request) -> tuple[Assumed, ...]:
    return tuple(
        Assumed(
            id=stage.id,
            title=stage.title,
            value=asked.assumed[stage.id],
            was=None if stage.entry is None else stage.entry.value,
        )
        for stage in assessment.stages
        if stage.id in asked.assumed
    )


def _confirmed(assessment: Assessment, asked: Request, plan: Plan) -> Alternative:
    """Return the answer to the same question as if all reviews went well."""
    target = None if plan.target is None else plan.target.id
    other = make_plan(assessment, replace(asked, target=target, pending_met=True))
    return Alternative(
        effort=other.effort,
        steps=len(other.steps),
        total=other.end,
        reached=other.reached is True,
    )
