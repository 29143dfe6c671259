"""The prepared view: all that a design receives, as finished words and numbers in one language.

Nothing here is still to be computed or decided: numbers are written as people read them, parts
add up to their wholes as printed, lists are sorted, foreign text is visible, addresses are safe.
`reports/README.md` explains it to those who design reports.
"""

from msgspec import Struct

from emonev.model.text import Language
from emonev.render.criterion_shown import CriterionShown, ProofShown
from emonev.render.law_shown import RegulationShown
from emonev.render.shown import Bar, Fact, Link, OutcomeShown, PointsShown


class BandShown(Struct, frozen=True, kw_only=True, gc=False):
    """A qualification on the scale; `tone` is one of green, blue, yellow, red, black."""

    id: str
    label: str
    span: str
    tone: str
    at: str
    width: str
    rank: str
    here: bool


class Tick(Struct, frozen=True, kw_only=True, gc=False):
    """A bound on the scale, with the side its number stands on so that it is never cut off."""

    at: str
    text: str
    anchor: str


class Scale(Struct, frozen=True, kw_only=True, gc=False):
    """The bands from 0 to 100 with the total marked: a place, or a range while points pend."""

    bands: tuple[BandShown, ...]
    ticks: tuple[Tick, ...]
    low_at: str
    high_at: str
    width: str
    is_range: bool
    label: str
    label_at: str
    anchor: str
    title: str
    description: str


class Voice(Struct, frozen=True, kw_only=True, gc=False):
    """One voice's total: what the body claims, what evidence supports, what a person decided."""

    name: str
    meaning: str
    total: str
    given: bool
    qualification: str
    tone: str
    provisional: bool
    bar: Bar


class TotalShown(Struct, frozen=True, kw_only=True, gc=False):
    """The total that counts, in words: `sentences` tell the distances and how sure it is."""

    total: str
    is_range: bool
    qualification: str
    tone: str
    provisional: bool
    points: PointsShown
    sentences: tuple[str, ...]
    near: tuple[str, ...]


class GapShown(Struct, frozen=True, kw_only=True, gc=False):
    """A criterion that costs points, and what to do; `cost` is what it may still bring."""

    id: str
    anchor: str
    question: str
    outcome: OutcomeShown
    cost: str
    cost_words: str
    remedy: str
    effort: str


class Count(Struct, frozen=True, kw_only=True, gc=False):
    """How many criteria have an outcome."""

    outcome: OutcomeShown
    count: str
    words: str


class IndicatorShown(Struct, frozen=True, kw_only=True, gc=False):
    """An indicator: `weight` as the rubric gives it, `score` within it from 0 to 100."""

    id: str
    anchor: str
    title: str
    weight: str
    score: str
    points: PointsShown
    bar: Bar
    counts: tuple[Count, ...]
    criteria: tuple[CriterionShown, ...]


class StageShown(Struct, frozen=True, kw_only=True, gc=False):
    """A stage; `entered` tells of a value that a person typed in, or that it is missing."""

    id: str
    anchor: str
    title: str
    weight: str
    score: str
    points: PointsShown
    bar: Bar
    entered: str
    indicators: tuple[IndicatorShown, ...]


class EvidenceShown(Struct, frozen=True, kw_only=True, gc=False):
    """One file of the integrity list."""

    link: Link
    title: str
    content: str
    years: str
    sha256: str
    criteria: tuple[Link, ...]
    problem: str
    notes: tuple[str, ...]


class SkippedShown(Struct, frozen=True, kw_only=True, gc=False):
    """Something in the folder that was passed over, and why."""

    path: str
    reason: str


class WarningShown(Struct, frozen=True, kw_only=True, gc=False):
    """Something to know before submitting; `files_words` counts the files it is about."""

    code: str
    message: str
    files: tuple[ProofShown, ...]
    files_words: str


class Before(Struct, frozen=True, kw_only=True, gc=False):
    """Last year's total, by the rubric of that year; `change` says how far this one is from it."""

    year: str
    total: str
    qualification: str
    tone: str
    provisional: bool
    rubric: str
    change: str


class Head(Struct, frozen=True, kw_only=True, gc=False):
    """Whose report it is, of which year, by which rubric; `logo` is a data address or empty."""

    title: str
    body: str
    year: str
    rubric: str
    status: str
    status_word: str
    status_words: str
    note: str
    facts: tuple[Fact, ...]
    office: str
    logo: str


class View(Struct, frozen=True, kw_only=True, gc=False):
    """One assessment, ready to be drawn.

    `many`: there are so many criteria that a browser should read what is folded when it is
    opened, not before. `saved` is the result itself, as gzip in base64, to be saved from the page.
    `picture_style` draws the small pictures, which it holds; it is part of the page's style.
    """

    language: Language
    many: bool
    head: Head
    total: TotalShown
    scale: Scale
    voices: tuple[Voice, ...]
    stages: tuple[StageShown, ...]
    indicators: tuple[IndicatorShown, ...]
    outcomes: tuple[OutcomeShown, ...]
    counts: tuple[Count, ...]
    gaps: tuple[GapShown, ...]
    gaps_left: str
    warnings: tuple[WarningShown, ...]
    evidence: tuple[EvidenceShown, ...]
    evidence_words: str
    unassigned: tuple[Link, ...]
    unreadable: tuple[EvidenceShown, ...]
    skipped: tuple[SkippedShown, ...]
    sources: tuple[str, ...]
    laws: tuple[RegulationShown, ...]
    method: tuple[str, ...]
    arithmetic: str
    not_judged: tuple[str, ...]
    made_with: tuple[Fact, ...]
    saved: str = ""
    before: Before | None = None
    picture_style: str = ""
    pictures_left_out: str = ""
