"""The assessment: one body, one year, one rubric, judged. The saved result, and all a report needs.

Every field is stored in `laporan/<year>.json` (schema `emonev/assessment/1`), its name in
kebab-case as in the rubric's YAML. Numbers that count
are exact rationals written as text ("0.75", "2/3"); totals as a person reads them are decimal
strings, rounded once as the rubric says. Points are on the scale of the total: over the whole
assessment, earned + lost + pending = 100.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.portal import Portal
from emonev.model.rubric import Band, NotApplicableRule, Rounding, RubricStatus, Scoring
from emonev.model.text import Text
from emonev.model.workspace import Body, EnteredStage, Letterhead, NotApplicable, Review

SCHEMA: Literal["emonev/assessment/1"] = "emonev/assessment/1"


class Points(Struct, frozen=True, kw_only=True):
    """Exact points on the scale of the total (0..100)."""

    earned: Fraction
    lost: Fraction
    pending: Fraction


class Qualification(Struct, frozen=True, kw_only=True):
    """The band of a total. `provisional`: pending points could still move it to another."""

    id: str
    label: Text
    provisional: bool = False


class Bound(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A neighbouring band and the distance to its lower bound, in points, a decimal string."""

    id: str
    label: Text
    from_: str
    distance: str


class Total(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """One voice's total. `low` and `high` are rounded decimal strings; `value` where they agree
    because nothing is pending.

    `qualification` is the band of `low`; `best` that of `high` where it is another one. `above`
    is the next better band and what is missing to reach it from `low`; `below` the bound that
    `low` stands on and how far above it. `near` names the bounds within 0.1 points.
    """

    low: str
    high: str
    exact_low: Fraction
    exact_high: Fraction
    qualification: Qualification
    value: str | None = None
    best: Qualification | None = None
    above: Bound | None = None
    below: Bound | None = None
    near: tuple[Bound, ...] = ()


class CriterionResult(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """One criterion with its question, its findings and what it brings.

    `outcome`, `share_low`, `share_high` and `points` are those that count: a review in force wins.
    `supported_*` are what the evidence alone supports. `full` is what the criterion is worth in
    points of the total (0 when not applicable). `cost` orders gaps: lost + pending points.
    """

    id: str
    text: Text
    weight: Fraction
    scoring: Scoring
    outcome: Outcome
    share_low: Fraction
    share_high: Fraction
    full: Fraction
    points: Points
    supported_outcome: Outcome
    supported_low: Fraction
    supported_high: Fraction
    findings: tuple[Finding, ...] = ()
    evidence: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    years_text: Text | None = None
    law: tuple[str, ...] = ()
    accepts: Text | None = None
    remedy: Text | None = None
    effort: Fraction | None = None
    group: str | None = None
    replaces: tuple[str, ...] = ()
    na: NotApplicableRule = NotApplicableRule()
    claim: Fraction | None = None
    answer_note: str = ""
    not_applicable: NotApplicable | None = None
    review: Review | None = None
    review_in_force: bool = False


class IndicatorResult(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """One indicator: `weight` as the rubric gives it; `score_*` 0..100 within the indicator,
    None when nothing in it applies.
    """

    id: str
    title: Text
    weight: Fraction
    full: Fraction
    points: Points
    score_low: Fraction | None
    score_high: Fraction | None
    criteria: tuple[CriterionResult, ...]


class StageResult(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """One stage; an `entered` one has a value typed in by a person, or is wholly pending."""

    id: str
    title: Text
    weight: Fraction
    full: Fraction
    points: Points
    score_low: Fraction | None
    score_high: Fraction | None
    entered: bool = False
    entry: EnteredStage | None = None
    indicators: tuple[IndicatorResult, ...] = ()


class EvidenceResult(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """One file as the integrity list shows it. `problem` says why it could not be read.

    `text_hash` is of its words alone, so that a document saved again is known again; empty where
    there are too few of them to tell documents apart.
    """

    path: str
    sha256: str
    bytes: int
    format: str
    pages: int | None = None
    text: Literal["layer", "ocr", "none"] = "none"
    years: tuple[int, int] | None = None
    title: str = ""
    criteria: tuple[str, ...] = ()
    problem: Text | None = None
    problem_code: str = ""
    notes: tuple[Text, ...] = ()
    note_codes: tuple[str, ...] = ()
    recognised_pages: int = 0  # read by OCR, by this engine, with this mean confidence (0..100)
    recognised_by: str = ""
    confidence: int | None = None
    text_hash: str = ""


class SkippedResult(Struct, frozen=True):
    """A directory entry that was passed over, and why."""

    path: str
    reason: Text


class Warning(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something about the whole assessment that a person should know before submitting."""

    code: str
    message: Text
    proofs: tuple[Proof, ...] = ()


class Recognition(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The pages that are pictures, in evidence of criteria that ask for words, and what OCR made
    of them.

    `engine` is empty where none read: `off` says that none should, else none is installed. `left`
    are not yet read for want of time (without an engine: all), `unanswered` because the engine or
    the file could not be had just then; `beyond` are over the limit for one document, `failed`
    could not be read, and on `spare` no points hang. `second` looked again at what the first engine
    read, and read `again` so many pages: those that had been read badly, or not whole. To look at
    `again_left` it was not had, or had no time.
    """

    engine: str = ""
    off: bool = False
    read: int = 0
    left: int = 0
    unanswered: int = 0
    beyond: int = 0
    failed: int = 0
    spare: int = 0
    second: str = ""
    again: int = 0
    again_left: int = 0


class RubricUsed(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The rubric as far as a report needs it.

    `settings`: findings keep how their checks were set; results of earlier versions do not.
    """

    id: str
    title: Text
    authority: str
    year: int
    category: str
    status: RubricStatus
    sha256: str
    rounding: Rounding
    bands: tuple[Band, ...]
    portal: Portal
    sources: tuple[str, ...] = ()
    note: Text | None = None
    settings: bool = False


class Tool(Struct, frozen=True, kw_only=True):
    """The program that made the result, and the release of its readers and checks."""

    name: str
    version: str


class Assessment(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """One body, one year, one rubric, judged.

    `total` is the one that counts: reviews in force win over findings. `supported` is what the
    evidence supports without them; `reviewed` is None where nobody reviewed anything; `claimed`
    is None where the body answered nothing.
    """

    schema: Literal["emonev/assessment/1"]
    body: Body
    year: int
    assessed_on: str  # ISO date, passed in: same inputs, same bytes
    rubric: RubricUsed
    tool: Tool
    total: Total
    supported: Total
    stages: tuple[StageResult, ...]
    claimed: Total | None = None
    reviewed: Total | None = None
    evidence: tuple[EvidenceResult, ...] = ()
    unassigned: tuple[str, ...] = ()
    skipped: tuple[SkippedResult, ...] = ()
    warnings: tuple[Warning, ...] = ()
    recognition: Recognition | None = None
    letterhead: Letterhead | None = None

    def criteria(self) -> Iterator[CriterionResult]:
        """Yield every criterion in the order of the questionnaire."""
        for stage in self.stages:
            for indicator in stage.indicators:
                yield from indicator.criteria
