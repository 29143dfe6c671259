"""Assessments of many criteria, made up, with as much to say of each as a real one has."""

import hashlib
from fractions import Fraction
from functools import cache

from emonev.load.rubric import load_rubric
from emonev.model.assessment import (
    Assessment,
    CriterionResult,
    EvidenceResult,
    IndicatorResult,
)
from emonev.model.finding import Finding, Outcome
from emonev.model.text import Text
from emonev.resources import criteria_folder
from tests.builders import (
    a_criterion_result,
    a_finding,
    a_proof,
    a_stage_result,
    an_assessment,
    an_evidence_result,
    an_indicator_result,
)

_PER_INDICATOR = 50


def a_large_assessment(criteria: int) -> Assessment:
    """Return an assessment of so many criteria, two findings and one document to each."""
    groups = [
        range(first, min(first + _PER_INDICATOR, criteria))
        for first in range(0, criteria, _PER_INDICATOR)
    ]
    return an_assessment(
        a_stage_result(*(_indicator(group) for group in groups)),
        evidence=tuple(_file(number) for number in range(criteria)),
    )


def _indicator(numbers: range) -> IndicatorResult:
    which = numbers.start // _PER_INDICATOR + 1
    return an_indicator_result(
        *(_criterion(number) for number in numbers),
        id=f"indikator-{which}",
        title=Text(f"Indikator ke-{which}", f"Indicator {which}"),
        weight=Fraction(len(numbers)),
    )


def _criterion(number: int) -> CriterionResult:
    outcome = tuple(Outcome)[number % len(Outcome)]
    return a_criterion_result(
        _id(number),
        outcome,
        text=Text(
            f"Apakah badan publik mengumumkan informasi berkala nomor {number} pada laman resmi?",
            f"Does the body publish periodic information number {number} on its site?",
        ),
        law=(_cited()[number % len(_cited())],),
        claim=Fraction(number % 2),
        evidence=(_path(number),),
        remedy=Text("Unggah dokumen tahun 2024.", "Upload the document of 2024."),
        effort=Fraction(number % 5 + 1),
        findings=tuple(_findings(number, outcome)),
    )


def _findings(number: int, outcome: Outcome) -> tuple[Finding, ...]:
    seen = a_proof(
        _path(number),
        page=number % 9 + 1,
        snippet=f"… informasi berkala nomor {number} Tahun 2024 …",
        marks=((2, 19),),
    )
    return (
        a_finding(
            message=Text(
                f"Dokumen nomor {number} terbaca dan memuat judul yang diminta.",
                f"Document {number} can be read and has the title asked for.",
            ),
            proofs=(seen,),
        ),
        a_finding(
            outcome,
            kind="dated-within",
            message=Text(
                f"Tahun pada dokumen nomor {number} diperiksa terhadap tahun 2024.",
                f"The year of document {number} was compared with 2024.",
            ),
        ),
    )


def _file(number: int) -> EvidenceResult:
    return an_evidence_result(
        _path(number),
        pages=number % 9 + 1,
        years=(2024, 2024),
        title=f"Informasi berkala nomor {number}",
        criteria=(_id(number),),
        sha256=hashlib.sha256(_id(number).encode()).hexdigest(),
    )


@cache
def _cited() -> tuple[str, ...]:
    """Return every place that the largest shipped rubric cites."""
    rubric = load_rubric(criteria_folder() / "kabkota-2024.yaml")
    return tuple(dict.fromkeys(law for each in rubric.criteria() for law in each.law))


def _id(number: int) -> str:
    return f"INF-{number + 1:04}"


def _path(number: int) -> str:
    return f"bukti/2024/{_id(number)}/Informasi berkala {number}.pdf"
