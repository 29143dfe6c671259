"""What a new form of scoring did to a share: the same findings, scored in the other year's form."""

from fractions import Fraction

from emonev.compare.sheets import Place
from emonev.model.assessment import CriterionResult
from emonev.model.check import Check
from emonev.model.rubric import Criterion, Scoring, Staircase
from emonev.score import share_of


def form_changed(older: Place, newer: Place) -> bool:
    """Say whether findings become a share in another form than before."""
    before, after = older.criterion, newer.criterion
    return before is not None and after is not None and before.scoring != after.scoring


def part_of_the_form(older: Place, newer: Place) -> Fraction | None:
    """Return the mean of what the new form moves under either year's findings.

    None where that cannot be redone: a year is not judged, a person decided, or the findings do
    not fit the other form.
    """
    before, after = older.criterion, newer.criterion
    if before is None or after is None:
        return None
    mixed = _redone(before, after.scoring), _redone(after, before.scoring)
    if mixed[0] is None or mixed[1] is None:
        return None
    return ((mixed[0] - before.share_low) + (after.share_low - mixed[1])) / 2


def _redone(result: CriterionResult, scoring: Scoring) -> Fraction | None:
    """Return the share of a result's findings in another form, if its own can be redone at all."""
    if result.share_low != result.share_high or result.review_in_force or not result.findings:
        return None
    if _share(result, result.scoring) != result.share_low:
        return None
    return _share(result, scoring)


def _share(result: CriterionResult, scoring: Scoring) -> Fraction | None:
    findings = result.findings
    if isinstance(scoring, Staircase) and len(scoring.steps) != len(findings):
        return None
    asked = Criterion(
        id=result.id,
        text=result.text,
        weight=result.weight,
        scoring=scoring,
        checks=tuple(Check(weight=f.weight, required=f.required) for f in findings),
    )
    share = share_of(asked, findings)
    return share.low if share.low == share.high and share.applicable else None
