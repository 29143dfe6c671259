"""The rubric: all that is asked by one commission, in one year, of one body category."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from emonev.model.check import Check
from emonev.model.portal import Portal
from emonev.model.text import Text
from emonev.model.years import YearRule

RubricStatus = Literal["official", "adapted", "internal"]
RoundingMode = Literal["half-up", "half-even", "down"]
BandFrom = Literal["rounded", "exact"]


class Rounding(Struct, frozen=True, kw_only=True, rename="kebab"):
    """How a total becomes a printed number, and which of the two names the band."""

    places: int = 2
    mode: RoundingMode = "half-up"
    band_from: BandFrom = "rounded"


class Band(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A qualification: it holds from its lower bound up to the next band's."""

    id: str
    label: Text
    from_: Fraction


class Staircase(Struct, frozen=True, kw_only=True, tag_field="form", tag="steps"):
    """Graded scoring: `steps[k]` is the share once the first k+1 checks are met, in order."""

    steps: tuple[Fraction, ...]


class Tier(Struct, frozen=True, kw_only=True, rename="kebab"):
    """From `at_least` counted items on, a criterion earns `share` of its weight."""

    at_least: int
    share: Fraction


class Tiers(Struct, frozen=True, kw_only=True, tag_field="form", tag="tiers"):
    """Count tiers: the count of the first counting check chooses; all other checks must be met."""

    tiers: tuple[Tier, ...]


Scoring = Literal["all", "share"] | Staircase | Tiers


class NotApplicableRule(Struct, frozen=True, kw_only=True):
    """Whether a body may say that the criterion does not apply to it, and what it must show."""

    allowed: bool = False
    needs: Literal["surat-pernyataan", "alasan"] = "surat-pernyataan"


class Criterion(Struct, frozen=True, kw_only=True):
    """One obligation that is judged. `effort` is in working days; `replaces` names last year's ids."""

    id: str
    text: Text
    weight: Fraction
    checks: tuple[Check, ...]
    law: tuple[str, ...] = ()
    accepts: Text | None = None
    remedy: Text | None = None
    years: tuple[YearRule, ...] = ()
    scoring: Scoring = "all"
    na: NotApplicableRule = NotApplicableRule()
    effort: Fraction | None = None
    replaces: tuple[str, ...] = ()
    group: str | None = None

    def parts(self) -> Iterator[Check]:
        """Yield the checks that look at the evidence, those within alternatives too."""
        for check in self.checks:
            yield from check.parts()


class Indicator(Struct, frozen=True, kw_only=True):
    """A weighted group of criteria."""

    id: str
    title: Text
    weight: Fraction
    criteria: tuple[Criterion, ...]


class Stage(Struct, frozen=True, kw_only=True):
    """A weighted part of the total: judged by indicators, or `entered` by a person (0 to 100)."""

    id: str
    title: Text
    weight: Fraction
    indicators: tuple[Indicator, ...] = ()
    entered: bool = False


class Rubric(Struct, frozen=True, kw_only=True):
    """A complete questionnaire with everything needed to judge and score it.

    `bands` stand highest first and reach down to 0. `sha256` is of the file's bytes; `origin` is
    where it was read from, for messages.
    """

    id: str
    title: Text
    authority: str
    year: int
    category: str
    status: RubricStatus
    bands: tuple[Band, ...]
    stages: tuple[Stage, ...]
    sources: tuple[str, ...] = ()
    note: Text | None = None
    rounding: Rounding = Rounding()
    portal: Portal = Portal()
    sha256: str = ""
    origin: str = ""

    def criteria(self) -> Iterator[Criterion]:
        """Yield every criterion in the order of the questionnaire."""
        for stage in self.stages:
            for indicator in stage.indicators:
                yield from indicator.criteria
