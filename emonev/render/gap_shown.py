"""What a comparison looks like once it is prepared: every number printed, every list in order."""

from typing import NamedTuple

from msgspec import Struct

from emonev.model.text import Language


class EffectShown(Struct, frozen=True, kw_only=True, gc=False):
    """One cause: what it moved at the low end and, where a total is a range, at the high end."""

    id: str
    name: str
    meaning: str
    low: str
    high: str


class StepShown(Struct, frozen=True, kw_only=True, gc=False):
    """One bar of the waterfall; places and widths are per cent of its width."""

    kind: str  # total, up, down, pending, none
    name: str
    value: str
    at: str
    width: str
    y: int
    y_bar: int


class TickShown(Struct, frozen=True, kw_only=True, gc=False):
    """A band's bound on the waterfall."""

    at: str
    label: str
    anchor: str


class WaterfallShown(Struct, frozen=True, kw_only=True, gc=False):
    """From one total to the other, cause by cause."""

    title: str
    description: str
    steps: tuple[StepShown, ...]
    ticks: tuple[TickShown, ...]
    height: int
    axis_y: int
    axis: str


class Moved(Struct, frozen=True, kw_only=True, gc=False):
    """Points in either year, the change, and the four causes that add up to it."""

    before: str
    after: str
    moved: str
    effects: tuple[str, ...]


class LevelShown(Struct, frozen=True, kw_only=True, gc=False):
    """A stage or indicator: its scores within it, and its points of the total."""

    title: str
    is_stage: bool
    scores: tuple[str, str]
    points: Moved


class EntryShown(Struct, frozen=True, kw_only=True, gc=False):
    """One match as a list shows it."""

    id: str
    question: str
    head: str
    points: str
    outcomes: str
    notes: tuple[str, ...]


class SectionShown(Struct, frozen=True, kw_only=True, gc=False):
    """The matches of one kind."""

    id: str
    heading: str
    about: str
    count: int
    entries: tuple[EntryShown, ...]


class RowShown(NamedTuple):
    """One match in the table of all; a tuple, as its template unpacks thousands of them.

    `numbers` are the points before and after, the change, and its four causes.
    """

    id: str
    question: str
    notes: tuple[str, ...]
    movement: str
    movement_word: str
    outcomes: str
    numbers: tuple[str, ...]


class CountShown(Struct, frozen=True, kw_only=True, gc=False):
    """How many matches moved in one way."""

    id: str
    word: str
    count: int


class ListShown(Struct, frozen=True, kw_only=True, gc=False):
    """Sentences under a heading."""

    id: str
    heading: str
    lines: tuple[str, ...]


class YearShown(Struct, frozen=True, kw_only=True, gc=False):
    """One year of a trend, with the change since the one before and its causes."""

    year: str
    total: str
    band: str
    moved: str
    effects: tuple[str, ...]
    at: str
    width: str


class TrendRow(Struct, frozen=True, kw_only=True, gc=False):
    """One stage or indicator over the years."""

    title: str
    is_stage: bool
    scores: tuple[str, ...]


class TrendShown(Struct, frozen=True, kw_only=True, gc=False):
    """Three or more years."""

    heading: str
    years: tuple[YearShown, ...]
    streak: str
    indicators: tuple[TrendRow, ...]


class GapView(Struct, frozen=True, kw_only=True, gc=False):
    """A comparison, ready to be drawn in one language. `heads` are the heads of its tables."""

    language: Language
    title: str
    kind: str
    body: str
    between: str
    older: str
    newer: str
    before: str
    after: str
    moved: str
    moved_words: str
    sentences: tuple[str, ...]
    has_range: bool
    effects: tuple[EffectShown, ...]
    sum: EffectShown
    rounding: EffectShown | None
    waterfall: WaterfallShown
    levels: tuple[LevelShown, ...]
    total_row: LevelShown
    sections: tuple[SectionShown, ...]
    lists: tuple[ListShown, ...]
    counts: tuple[CountShown, ...]
    rows: tuple[RowShown, ...]
    remarks: ListShown
    method: ListShown
    trend: TrendShown | None
    heads: dict[str, str]
