"""The comparison: two assessments side by side, and why the total of one is not that of the other.

Every field is stored in `laporan/gap-<years>.json` (schema `emonev/comparison/1`), its name in
kebab-case. Points are on the scale of the total; exact numbers are text, as in an assessment.
"""

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from emonev.model.assessment import Total
from emonev.model.finding import Outcome
from emonev.model.text import Text
from emonev.model.workspace import Body

SCHEMA: Literal["emonev/comparison/1"] = "emonev/comparison/1"
TREND_SCHEMA: Literal["emonev/trend/1"] = "emonev/trend/1"
STUDY_SCHEMA: Literal["emonev/study/1"] = "emonev/study/1"

Form = Literal["continued", "merged", "split", "regrouped", "new", "dropped"]
Movement = Literal[
    "improved",
    "worsened",
    "unchanged",
    "not-judged",  # pending in a year, and what is certain says neither up nor down
    "became-applicable",
    "became-not-applicable",
    "not-applicable",  # in both years
    "new",
    "dropped",
]
Sameness = Literal["file", "text"]  # byte for byte, or another file with the same words
Code = Literal[
    "reworded",  # the question's words, years rolled forward apart
    "reweighted",  # its own weight within its indicator
    "stricter",  # evidence: at least one demand is harder, none easier
    "looser",
    "evidence",  # evidence: other demands, neither only harder nor only easier
    "scoring",  # the form in which findings become a share
    "moved",  # another indicator
    "renamed",  # another id
]


class Effects(Struct, frozen=True, kw_only=True):
    """What moved points, exactly; the four add up to what was moved.

    `performance`: what the body did, as far as it is certain. `rubric`: weights, forms of
    scoring, criteria that came, went, merged or were split. `applicability`: what no longer, or
    newly, applies. `pending`: what could not be judged in one of the years.
    """

    performance: Fraction
    rubric: Fraction
    applicability: Fraction
    pending: Fraction


class Change(Struct, frozen=True, kw_only=True):
    """Points before and after; `moved` = `after` - `before` = the sum of `effects`."""

    before: Fraction
    after: Fraction
    moved: Fraction
    effects: Effects


class Side(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """A criterion, or an entered stage, in one of the two years."""

    id: str
    text: Text
    stage: str
    indicator: str
    full: Fraction
    low: Fraction
    high: Fraction
    outcome: Outcome | None = None
    evidence: tuple[str, ...] = ()


class Difference(Struct, frozen=True):
    """One thing that is asked or scored otherwise, in a sentence."""

    code: Code
    text: Text


class CriteriaComparison(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """Criteria that belong together, what became of them, and why their points moved.

    `low` is the change of what is certainly earned, `high` that of what could be. An entered
    stage stands here as one criterion. `carried_over`: points were lost in both years.
    """

    form: Form
    movement: Movement
    older: tuple[Side, ...]
    newer: tuple[Side, ...]
    low: Change
    high: Change
    entered: bool = False
    carried_over: bool = False
    differences: tuple[Difference, ...] = ()
    remedy: Text | None = None
    effort: Fraction | None = None
    codes: tuple[Code, ...] = ()


class LevelComparison(Struct, frozen=True, kw_only=True, rename="kebab"):
    """A stage, or an indicator within it; an indicator that moved has a row in both stages.

    The scores (0..100 within it, at the low end) are None where it was not there or not asked.
    """

    level: Literal["stage", "indicator"]
    id: str
    stage: str
    title: Text
    score_before: Fraction | None
    score_after: Fraction | None
    full_before: Fraction
    full_after: Fraction
    low: Change
    high: Change


class TotalComparison(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The change of the total. `printed_moved` is the difference of the printed low ends;
    `rounding` is what rounding adds to the exact change to make it.
    """

    low: Change
    high: Change
    printed_moved: Fraction
    rounding: Fraction


class FileNamed(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """One file of one of the two years."""

    path: str
    sha256: str
    format: str
    title: str = ""


class Stale(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """The same document, handed in again for a criterion that asks for a later year.

    `same` says whether the file is the same, or was saved again with the same text.
    """

    criterion: str
    years: tuple[int, ...]
    before: FileNamed
    after: FileNamed
    same: Sameness = "file"


class Regression(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """A criterion that got worse. `gone` are files that are nowhere in the newer inventory;
    `kept` those that are still handed in for it, `instead` those that were not before.
    """

    criterion: str
    gone: tuple[FileNamed, ...]
    kept: tuple[FileNamed, ...]
    instead: tuple[FileNamed, ...] = ()


class Contradiction(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One file of the newer year that meets some criteria and fails others."""

    file: FileNamed
    met: tuple[str, ...]
    not_met: tuple[str, ...]


class Remark(Struct, frozen=True):
    """Something about the two results that a reader of their comparison must know."""

    code: str
    text: Text


class Compared(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One of the two results."""

    body: Body
    year: int
    assessed_on: str
    rubric: str
    rubric_title: Text
    rubric_sha256: str
    criteria: int
    total: Total


class Comparison(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """Two assessments compared: criteria in the newer questionnaire's order, dropped ones last.

    `unresolved`: ids in `replaces` that the older rubric does not have.
    """

    schema: Literal["emonev/comparison/1"]
    older: Compared
    newer: Compared
    total: TotalComparison
    levels: tuple[LevelComparison, ...]
    criteria: tuple[CriteriaComparison, ...]
    stale: tuple[Stale, ...] = ()
    regressions: tuple[Regression, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unresolved: tuple[str, ...] = ()


class Trend(Struct, frozen=True, kw_only=True):
    """Three or more results in order, and the comparison of each with the one before."""

    schema: Literal["emonev/trend/1"]
    results: tuple[Compared, ...]
    steps: tuple[Comparison, ...]


class Shown(Struct, frozen=True, kw_only=True):
    """One file that a reference body shows for a criterion."""

    body: str
    format: str
    title: str
    path: str


class Lead(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """Criteria on which the references are ahead (`points` above 0) or behind (below 0).

    `points` is the mean, over all references, of what the difference of performance is worth on
    the scale of the total; `ahead` names those that certainly earn more, `behind` less.
    """

    ids: tuple[str, ...]
    text: Text
    points: Fraction
    ahead: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    shown: tuple[Shown, ...] = ()
    remedy: Text | None = None
    effort: Fraction | None = None


class Study(Struct, frozen=True, kw_only=True, rename="kebab"):
    """A result beside those of reference bodies (studi banding), the greatest leads first.

    `moved` is the mean distance to the references' totals at the low end, `effects` its causes.
    """

    schema: Literal["emonev/study/1"]
    ours: Compared
    references: tuple[Compared, ...]
    average: Fraction
    moved: Fraction
    effects: Effects
    leads: tuple[Lead, ...]
    remarks: tuple[Remark, ...]
