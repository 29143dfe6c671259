"""What a drawing of the plan receives: finished words, and numbers for a spreadsheet."""

from fractions import Fraction

from msgspec import Struct

from emonev.model.text import Language


class StepRow(Struct, frozen=True, kw_only=True, gc=False):
    """One step as it is printed, and its numbers for a spreadsheet."""

    rank: int
    id: str
    question: str
    remedy: str
    share: str
    days: str
    gain: str
    per_day: str
    total: str
    band: str
    crosses: str
    notes: tuple[str, ...]
    law: str
    exact: tuple[Fraction, Fraction, Fraction]  # days, points as printed, total as printed


class LossRow(Struct, frozen=True, kw_only=True, gc=False):
    """A criterion whose rejection drops the band."""

    id: str
    question: str
    words: str


class RobustShown(Struct, frozen=True, kw_only=True, gc=False):
    """What a total bears."""

    id: str
    heading: str
    sentences: tuple[str, ...]
    singles_words: str
    singles: tuple[LossRow, ...]
    fewest: str


class PendingRow(Struct, frozen=True, kw_only=True, gc=False):
    """A criterion that awaits review."""

    id: str
    question: str
    points: str


class Sum(Struct, frozen=True, kw_only=True, gc=False):
    """The sums below the steps, and where they begin."""

    days: str
    gain: str
    start: str
    end: str


class Bar(Struct, frozen=True, kw_only=True, gc=False):
    """One step on the drawing: from where to where it climbs, in percent of the drawing."""

    x: str
    width: str
    y: str
    height: str
    crosses: bool


class BoundLine(Struct, frozen=True, kw_only=True, gc=False):
    """The lower bound of a band on the drawing."""

    y: str
    text_y: str
    words: str


class Climb(Struct, frozen=True, kw_only=True, gc=False):
    """The way up: days to the right, the total upward."""

    bars: tuple[Bar, ...]
    bounds: tuple[BoundLine, ...]
    words: str


class PlanView(Struct, frozen=True, kw_only=True, gc=False):
    """A plan, ready to be drawn in one language; `said` are its fixed words."""

    language: Language
    title: str
    between: str
    size: str
    summary: tuple[str, ...]
    givens: tuple[str, ...]
    steps: tuple[StepRow, ...]
    sum: Sum
    climb: Climb | None
    reviews: tuple[str, ...]
    pending: tuple[PendingRow, ...]
    robust: tuple[RobustShown, ...]
    method: tuple[str, ...]
    said: dict[str, str]
