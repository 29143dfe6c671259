"""The drawing of the plan: days to the right, the total upward, bounds across."""

from collections.abc import Iterator
from fractions import Fraction

from emonev.language import decimal_text, number, say
from emonev.model.plan import Plan
from emonev.model.text import Language
from emonev.render import plan_words as words
from emonev.render.plan_shown import Bar, BoundLine, Climb
from emonev.render.signs import visible

_ROOM = Fraction(4)  # points below the start and above the end


def climb_of(plan: Plan, language: Language) -> Climb:
    """Return the drawing of a plan that takes time; its numbers are percentages of its size."""
    low = max(Fraction(0), plan.start.exact_low - _ROOM)
    high = min(Fraction(100), plan.end.exact_low + _ROOM)
    start, end = (decimal_text(total.low) for total in (plan.start, plan.end))
    told = say(words.CLIMB, start=start, end=end, days=plan.effort)
    return Climb(
        bars=tuple(_bars(plan, low, 100 / (high - low))),
        bounds=tuple(_bounds(plan, low, high, language)),
        words=told.in_language(language),
    )


def _bars(plan: Plan, low: Fraction, scale: Fraction) -> Iterator[Bar]:
    for step in plan.steps:
        height = scale * (step.exact_total - low)
        yield Bar(
            x=_percent((step.days - step.effort) / plan.effort * 100),
            width=_percent(step.effort / plan.effort * 100),
            y=_percent(100 - height),
            height=_percent(height),
            crosses=step.crosses is not None,
        )


def _bounds(plan: Plan, low: Fraction, high: Fraction, language: Language) -> Iterator[BoundLine]:
    for band in plan.rubric.bands:
        if low < band.from_ <= high:
            y = 100 - 100 * (band.from_ - low) / (high - low)
            label = visible(band.label.in_language(language))
            yield BoundLine(
                y=_percent(y),
                text_y=_percent(y - 1),
                words=f"{label} {number(band.from_, language)}",
            )


def _percent(value: Fraction) -> str:
    return f"{number(value, 'en', 3)}%"
