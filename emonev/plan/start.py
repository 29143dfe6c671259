"""Where a plan begins: shares and values as they are or are taken to be, and what could be raised."""

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct

from emonev.model.assessment import Assessment, CriterionResult, IndicatorResult
from emonev.plan.options import Raise, raises_of
from emonev.plan.request import Request
from emonev.plan.solve import Option
from emonev.score import Share, Sheet, roll_up
from emonev.score.rollup import HUNDRED
from emonev.score.saved import entered_of, rubric_of, shares_of


class Chance(Struct, frozen=True):
    """A criterion that can be raised: what it is worth, and to which shares."""

    criterion: CriterionResult
    indicator: IndicatorResult
    share: Share
    full: Fraction
    raises: tuple[Raise, ...]

    def options(self) -> list[Option]:
        return [Option(r.effort, self.full * (r.share - self.share.low)) for r in self.raises]


class Start(Struct, frozen=True):
    """Where the plan begins, and all that could be done."""

    assessment: Assessment
    shares: dict[str, Share]
    entered: dict[str, Share]
    sheet: Sheet
    chances: tuple[Chance, ...]

    def rolled(self, raised: Mapping[str, Fraction]) -> Sheet:
        """Return the real roll-up with some criteria raised."""
        shares = self.shares | {
            id_: Share(share, max(share, self.shares[id_].high)) for id_, share in raised.items()
        }
        return roll_up(rubric_of(self.assessment), shares, self.entered)


def begin(assessment: Assessment, asked: Request) -> Start:
    """Return the start: what is supposed, assumed and counted as met is in its shares."""
    shares = shares_of(assessment)
    if asked.pending_met:
        shares = {id_: Share(s.high, s.high, s.applicable) for id_, s in shares.items()}
    shares |= asked.supposed
    values = {id_: value / HUNDRED for id_, value in asked.assumed.items()}
    entered = {**entered_of(assessment), **{id_: Share(v, v) for id_, v in values.items()}}
    sheet = roll_up(rubric_of(assessment), shares, entered)
    chances = tuple(
        Chance(criterion, indicator, shares[criterion.id], full, raises)
        for stage in assessment.stages
        for indicator in stage.indicators
        for criterion in indicator.criteria
        if criterion.id not in asked.skip
        and (full := sheet.criteria[criterion.id].full)
        and (raises := raises_of(criterion, shares[criterion.id].low))
    )
    return Start(assessment, shares, entered, sheet, chances)
