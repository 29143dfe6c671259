"""Last year's result beside this year's, where there is one of the same body."""

from fractions import Fraction

from emonev.language import number
from emonev.model.assessment import Assessment
from emonev.model.text import Language
from emonev.render.printed import span
from emonev.render.signs import visible
from emonev.render.totals import tone_of
from emonev.render.view import Before
from emonev.render.words import words_in


def before_shown(now: Assessment, before: Assessment | None, language: Language) -> Before | None:
    """Return what the earlier total was and how far this one stands from it."""
    if before is None:
        return None
    total = before.total
    return Before(
        year=str(before.year),
        total=span(total.low, total.high, language),
        qualification=visible(total.qualification.label.in_language(language)),
        tone=tone_of(total.qualification.id, before.rubric.bands),
        provisional=total.qualification.provisional,
        rubric=visible(before.rubric.title.in_language(language)),
        change=_change(now, before, language),
    )


def _change(now: Assessment, before: Assessment, language: Language) -> str:
    """Return the difference, which is one number only where both totals are certain."""
    words = words_in(language)
    if now.total.value is None or before.total.value is None:
        return words["before_open"]
    difference = Fraction(now.total.value) - Fraction(before.total.value)
    if not difference:
        return words["before_same"]
    places = now.rubric.rounding.places
    shown = number(abs(difference), language, places, fixed=True)
    return words["before_up" if difference > 0 else "before_down"].format(points=shown)
