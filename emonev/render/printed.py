"""Points as they are printed: over every level the parts add up to the whole, digit for digit."""

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from emonev.language import decimal, number
from emonev.model.assessment import Assessment, Points
from emonev.model.text import Language
from emonev.render.view import Bar, PointsShown
from emonev.render.words import words_in
from emonev.score import largest_remainder


class Printed(Struct, frozen=True):
    """Points rounded to the places of the total; still numbers, so that they can be shared out."""

    earned: Fraction
    lost: Fraction
    pending: Fraction

    @property
    def full(self) -> Fraction:
        return self.earned + self.lost + self.pending

    @property
    def cost(self) -> Fraction:
        return self.lost + self.pending


def printed_total(assessment: Assessment) -> Printed:
    """Return the total's points: what is earned is its printed value, and all add up to 100."""
    low, high = Fraction(assessment.total.low), Fraction(assessment.total.high)
    return Printed(low, 100 - high, high - low)


def share_out(whole: Printed, parts: Sequence[Points], places: int) -> tuple[Printed, ...]:
    """Return the parts rounded so that each column adds up to the whole as it is printed."""
    earned = _column(whole.earned, [part.earned for part in parts], places)
    lost = _column(whole.lost, [part.lost for part in parts], places)
    pending = _column(whole.pending, [part.pending for part in parts], places)
    return tuple(Printed(*row) for row in zip(earned, lost, pending, strict=True))


def points_shown(points: Printed, places: int, language: Language) -> PointsShown:
    """Return points as words, with as many decimals everywhere as the total has."""
    shown = {
        name: number(getattr(points, name), language, places, fixed=True)
        for name in ("earned", "lost", "pending", "full", "cost")
    }
    words = words_in(language)
    template = words["x_of_y_pending"] if points.pending else words["x_of_y"]
    told = template.format(**shown) if points.full else words["no_points"]
    return PointsShown(**shown, words=told, has_pending=bool(points.pending))


def bar_of(points: Points, full: Fraction, shown: PointsShown, language: Language) -> Bar:
    """Return a bar as wide as the full points, with the words of what is printed."""
    unit = 100 / full if full else Fraction(0)
    earned, pending = points.earned * unit, points.pending * unit
    return Bar(
        earned=place(earned),
        pending=place(pending),
        pending_at=place(earned),
        lost=place(points.lost * unit),
        lost_at=place(earned + pending),
        words=words_in(language)["bar_words"].format(
            earned=shown.earned, pending=shown.pending, lost=shown.lost
        ),
    )


def place(value: Fraction) -> str:
    """Return a number as SVG writes it."""
    return number(value, "en")


def span(low: str, high: str, language: Language) -> str:
    """Return one decimal, or two as a range where they differ."""
    if low == high:
        return decimal(low, language)
    words = words_in(language)["range"]
    return words.format(low=decimal(low, language), high=decimal(high, language))


def _column(whole: Fraction, parts: Sequence[Fraction], places: int) -> tuple[Fraction, ...]:
    if not any(parts):  # nothing applied: the whole stands for itself
        return tuple(parts)
    return tuple(Fraction(text) for text in largest_remainder(parts, whole, places))
