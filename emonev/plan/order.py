"""The order of work: most points per day first, and where the whole stands after each step."""

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from emonev.language import say
from emonev.model.assessment import Qualification
from emonev.model.finding import Alternative, Finding
from emonev.model.plan import Step
from emonev.model.rubric import Band
from emonev.model.text import Text
from emonev.plan.options import Raise
from emonev.plan.request import Request
from emonev.plan.start import Chance, Start
from emonev.score import band_of, round_exact
from emonev.score.shares import ZERO

_BEGUN = Text(
    "{name} ({met} dari {checks} sudah terpenuhi)", "{name} ({met} of {checks} are met already)"
)

# What is raised, and how far.
Picked = tuple[Chance, Raise]


def in_order(start: Start, asked: Request, picked: Sequence[Picked]) -> tuple[Step, ...]:
    """Return the order of work: most points per day first; among equals what is kept, then as asked."""
    rubric = start.assessment.rubric
    low, days = start.sheet.low, ZERO
    band = band_of(low, rubric)
    steps = []
    for chance, option in sorted(picked, key=_days_per_point):
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


def _days_per_point(picked: Picked) -> Fraction:
    chance, option = picked
    return option.effort / (chance.full * (option.share - chance.share.low))


def _step(chance: Chance, option: Raise, low: Fraction, days: Fraction, band: Band) -> Step:
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
        mend=tuple(_named_check(criterion.findings[place]) for place in option.mend),
    )


def _named_check(finding: Finding) -> Text:
    """Return what a check is called; of alternatives, the one that needs least."""
    nearest = max(finding.alternatives, key=_part_met, default=None)
    if nearest is not None and nearest.met:
        return say(_BEGUN, name=nearest.name, met=nearest.met, checks=nearest.checks)
    # All kinds of checks come with these: they are needed for few steps.
    from emonev.checks.names import name_of
    from emonev.checks.settings import check_of

    check = check_of(finding)
    if check is None:
        return finding.label or Text(finding.kind, finding.kind)
    return finding.label or name_of(check)


def _part_met(alternative: Alternative) -> Fraction:
    return Fraction(alternative.met, alternative.checks)


def _named(band: Band) -> Qualification:
    return Qualification(id=band.id, label=band.label)
