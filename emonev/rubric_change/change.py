"""The comparison of two rubrics, as it is told to people and to other programs.

Points are on the scale of the total: those of the older rubric add up to 100, so do those of the
newer one, and what moved adds up to 0.
"""

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from emonev.crosswalk import Form
from emonev.model.rubric import RubricStatus
from emonev.model.text import Text

SCHEMA: Literal["emonev/rubric-change/1"] = "emonev/rubric-change/1"

Code = Literal[
    "reworded",  # the question's words, years rolled forward apart
    "reweighted",  # its own weight, or that of its indicator or stage
    "stricter",  # evidence: at least one demand is harder, none easier
    "looser",
    "evidence",  # evidence: other demands, neither only harder nor only easier
    "moved",  # another indicator
    "law",
    "renamed",  # another id
]
Direction = Literal["stricter", "looser", "different"]


class Difference(Struct, frozen=True):
    """One thing that differs, in a sentence."""

    code: Code
    direction: Direction
    text: Text


class Asked(Struct, frozen=True, kw_only=True):
    """A criterion as far as a comparison shows it; `points` of the total of its own year."""

    id: str
    text: Text
    stage: str
    indicator: str
    weight: Fraction
    points: Fraction
    law: tuple[str, ...] = ()
    accepts: Text | None = None


class CriteriaChange(Struct, frozen=True, kw_only=True):
    """Criteria that belong together, and what became of them; `moved` = `after` - `before`."""

    form: Form
    older: tuple[Asked, ...]
    newer: tuple[Asked, ...]
    before: Fraction
    after: Fraction
    moved: Fraction
    codes: tuple[Code, ...] = ()
    differences: tuple[Difference, ...] = ()


class LevelChange(Struct, frozen=True, kw_only=True):
    """A stage, or an indicator within it: what it is worth there in either year.

    0 where it is not there; an indicator that went to another stage has a row in both.
    """

    level: Literal["stage", "indicator"]
    id: str
    stage: str
    title: Text
    before: Fraction
    after: Fraction
    moved: Fraction
    criteria_before: int
    criteria_after: int


class RubricNamed(Struct, frozen=True, kw_only=True):
    """One of the two rubrics."""

    id: str
    title: Text
    authority: str
    year: int
    category: str
    status: RubricStatus
    sha256: str
    criteria: int


class RubricChange(Struct, frozen=True, kw_only=True):
    """Everything that differs between two rubrics. `unresolved`: ids in `replaces` that nobody has.

    An entered stage has no criteria; it is among `levels` alone, so the criteria's points and
    those of entered stages together make 100.
    """

    schema: Literal["emonev/rubric-change/1"]
    older: RubricNamed
    newer: RubricNamed
    levels: tuple[LevelChange, ...]
    criteria: tuple[CriteriaChange, ...]
    unresolved: tuple[str, ...] = ()
