"""An assessment that quotes no personal data: the last door before anything is saved or shown.

What is cut from a page is masked where it is cut, with the page's own words at hand. Here every
sentence and snippet that comes from evidence is looked at once more, by itself. Paths stay as they
are, since files must be found under them; what a person typed is that person's own.
"""

from msgspec.structs import replace

from emonev.model.assessment import (
    Assessment,
    CriterionResult,
    EvidenceResult,
    IndicatorResult,
    StageResult,
)
from emonev.model.finding import Finding, Proof
from emonev.model.text import Text
from emonev.personal_data import masked


def discreet(assessment: Assessment) -> Assessment:
    """Return the assessment with personal data masked in all that comes from evidence."""
    return replace(
        assessment,
        stages=tuple(map(_stage, assessment.stages)),
        evidence=tuple(map(_file, assessment.evidence)),
    )


def _stage(stage: StageResult) -> StageResult:
    return replace(stage, indicators=tuple(map(_indicator, stage.indicators)))


def _indicator(indicator: IndicatorResult) -> IndicatorResult:
    return replace(indicator, criteria=tuple(map(_criterion, indicator.criteria)))


def _criterion(criterion: CriterionResult) -> CriterionResult:
    findings = tuple(map(_finding, criterion.findings))
    same = all(new is old for new, old in zip(findings, criterion.findings, strict=True))
    return criterion if same else replace(criterion, findings=findings)


def _finding(finding: Finding) -> Finding:
    message, proofs = _text(finding.message), tuple(map(_proof, finding.proofs))
    same = all(new is old for new, old in zip(proofs, finding.proofs, strict=True))
    if same and message is finding.message:
        return finding
    return replace(finding, message=message, proofs=proofs)


def _proof(proof: Proof) -> Proof:
    snippet = masked(proof.snippet)
    return proof if snippet is proof.snippet else replace(proof, snippet=snippet)


def _file(file: EvidenceResult) -> EvidenceResult:
    title = masked(file.title)
    problem = None if file.problem is None else _text(file.problem)
    notes = tuple(map(_text, file.notes))
    return replace(file, title=title, problem=problem, notes=notes)


def _text(text: Text) -> Text:
    id_, en = masked(text.id), masked(text.en)
    return text if id_ is text.id and en is text.en else Text(id_, en)
