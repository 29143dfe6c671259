"""From a saved result and a request to the plan: start, choice, order of work, robustness."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from emonev.errors import EmonevError
from emonev.language import say
from emonev.model.assessment import (
    Assessment,
    Bound,
)
from emonev.model.plan import (
    SCHEMA,
    Alternative,
    Assumed,
    Pending,
    Plan,
    Supposed,
)
from emonev.model.rubric import Band
from emonev.model.text import Text
from emonev.plan.bounds import least_for, robustness
from emonev.plan.options import effort_of
from emonev.plan.order import Picked, in_order
from emonev.plan.request import Request, resolved, target_of
from emonev.plan.solve import Need, Option, least_effort, most_points
from emonev.plan.sound import refuse_unsound
from emonev.plan.start import Start, begin
from emonev.score import Sheet, band_of, round_exact, total_of
from emonev.score.rollup import HUNDRED, added
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
    start = begin(assessment, asked)
    target = _target(assessment, asked, start)
    chosen = _choose(start, asked, target)
    plan = _plan(assessment, asked, start, target, chosen)
    waiting = any(pending.points for pending in plan.pending)
    return replace(plan, if_confirmed=_confirmed(assessment, asked, plan)) if waiting else plan


class _Chosen(Struct, frozen=True):
    """What the plan raises, in no order yet; `reached` as in the plan."""

    picked: tuple[Picked, ...]
    reached: bool | None


def _target(assessment: Assessment, asked: Request, start: Start) -> Band | None:
    """Return the band to reach: as asked, else the next one unless there is a budget to spend."""
    if asked.target is not None:
        return target_of(asked.target, assessment)
    if asked.budget is not None:
        return None
    bands = assessment.rubric.bands
    better = bands[: bands.index(band_of(start.sheet.low, assessment.rubric))]
    return better[-1] if better else None


def _choose(start: Start, asked: Request, target: Band | None) -> _Chosen:
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
    start: Start,
    target: Band | None,
    chosen: _Chosen,
) -> Plan:
    rubric = assessment.rubric
    criteria = [*assessment.criteria()]
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
        steps=in_order(start, asked, chosen.picked),
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


def _pending(start: Start) -> tuple[Pending, ...]:
    """Return what awaits review, the most points first."""
    waiting = [
        Pending(id=criterion.id, text=criterion.text, points=points)
        for criterion in start.assessment.criteria()
        if (points := start.sheet.criteria[criterion.id].points.pending)
    ]
    return tuple(sorted(waiting, key=lambda pending: -pending.points))


def _needed(start: Start, most: Sheet, target: Band | None) -> Assumed | None:
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


def _bound(target: Band, start: Start) -> Bound:
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
        for criterion in assessment.criteria()
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
