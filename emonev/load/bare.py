"""A saved result without its findings' words and proofs: all that years are compared by.

Those are most of a large result. They are passed over, because here they go by names that no
result has.
"""

from emonev.model.assessment import Assessment, CriterionResult, IndicatorResult, StageResult
from emonev.model.finding import Finding, Proof
from emonev.model.text import Text

_PASSED_OVER = {"message": "(message)", "proofs": "(proofs)"}


class BareFinding(Finding, frozen=True, kw_only=True, rename=_PASSED_OVER):
    message: Text = Text("", "")
    proofs: tuple[Proof, ...] = ()


class BareCriterion(CriterionResult, frozen=True, kw_only=True, rename="kebab"):
    findings: tuple[BareFinding, ...] = ()


class BareIndicator(IndicatorResult, frozen=True, kw_only=True, rename="kebab"):
    criteria: tuple[BareCriterion, ...]


class BareStage(StageResult, frozen=True, kw_only=True, rename="kebab"):
    indicators: tuple[BareIndicator, ...] = ()


class BareAssessment(Assessment, frozen=True, kw_only=True, rename="kebab"):
    stages: tuple[BareStage, ...]
