"""The arithmetic of one criterion's share, from its saved findings, so that a person can redo it."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from emonev.language import say
from emonev.model.assessment import CriterionResult
from emonev.model.exact import to_text
from emonev.model.finding import Finding, Outcome
from emonev.model.text import Text
from emonev.score.shares import ONE, ZERO

_MEAN = Text("({sum}) ÷ {weights} = {share}", "({sum}) ÷ {weights} = {share}")
_RANGE = Text("paling sedikit {low}; paling banyak {high}", "at least {low}; at most {high}")
_BARRED = Text(
    "0, karena pemeriksaan wajib belum terpenuhi", "0, because a required check is not met"
)


def explain_share(criterion: CriterionResult) -> Text | None:
    """Return how several findings make the share of a criterion scored by `share`; else None.

    "(2 × 1 + 1 × 0) ÷ 3 = 2/3": each check's weight times its share, by the sum of weights.
    """
    if criterion.scoring != "share" or len(criterion.findings) < 2:
        return None
    asked = [f for f in criterion.findings if f.outcome is not Outcome.NOT_APPLICABLE]
    asked = [f for f in asked if f.kind != "not-applicable"]
    if not asked:
        return None
    low = _mean(asked, lambda f: ZERO if f.outcome.is_pending else f.share)
    if not any(finding.outcome.is_pending for finding in asked):
        return low
    high = _mean(asked, lambda f: ONE if f.outcome.is_pending else f.share)
    return low if low == high else say(_RANGE, low=low, high=high)


def _mean(findings: Sequence[Finding], read: Callable[[Finding], Fraction]) -> Text:
    if any(finding.required and read(finding) != ONE for finding in findings):
        return _BARRED
    weights = sum((finding.weight for finding in findings), ZERO)
    earned = sum((finding.weight * read(finding) for finding in findings), ZERO)
    products = " + ".join(f"{to_text(f.weight)} × {to_text(read(f))}" for f in findings)
    share = earned / weights if weights else ZERO
    told = say(_MEAN, sum=products, weights=to_text(weights), share=to_text(share))
    return Text(told.id.replace(".", ","), told.en)
