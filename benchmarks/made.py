"""A result without evidence: a made rubric and made findings, weighed and added up as any other."""

import datetime
from collections.abc import Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from emonev.assemble import assemble
from emonev.judged import Judged
from emonev.model.assessment import Assessment
from emonev.model.case import Exhibit
from emonev.model.finding import Finding
from emonev.model.inventory import Inventory
from emonev.model.rubric import Band, Criterion, Indicator, Rubric, Stage
from emonev.model.text import Text
from emonev.model.workspace import Answer, Answers, Body
from emonev.voices import weigh

_CATEGORY = "kabupaten-kota"
_BODY = Body(name="Pemerintah Kabupaten Contoh", category=_CATEGORY)
_BANDS = (
    Band(id="informatif", label=Text("Informatif", "Informative"), from_=Fraction(90)),
    Band(id="menuju", label=Text("Menuju Informatif", "Towards Informative"), from_=Fraction(80)),
    Band(id="tidak", label=Text("Tidak Informatif", "Not Informative"), from_=Fraction(0)),
)


class Found(Struct, frozen=True):
    """What is made up of one criterion: a finding for each of its checks, and its files."""

    findings: tuple[Finding, ...]
    exhibits: tuple[Exhibit, ...] = ()


def made_rubric(year: int, indicators: Sequence[Indicator]) -> Rubric:
    """Return a rubric of one stage."""
    stage = Stage(
        id="saq",
        title=Text("Kuesioner", "Questionnaire"),
        weight=Fraction(100),
        indicators=tuple(indicators),
    )
    return Rubric(
        id=f"tolok-ukur-{year}",
        title=Text(f"Rubrik tolok ukur {year}", f"Benchmark rubric {year}"),
        authority="Rubrik buatan",
        year=year,
        category=_CATEGORY,
        status="internal",
        bands=_BANDS,
        stages=(stage,),
        sha256="0" * 64,
    )


def made_indicator(number: int, weight: int, criteria: Sequence[Criterion]) -> Indicator:
    return Indicator(
        id=f"indikator-{number}",
        title=Text(f"Indikator {number}", f"Indicator {number}"),
        weight=Fraction(weight),
        criteria=tuple(criteria),
    )


def made_result(rubric: Rubric, found: Mapping[str, Found]) -> Assessment:
    """Return the assessment of what was found, by the criterion's id."""
    today = datetime.date(rubric.year, 9, 27)
    exhibits = tuple(exhibit for each in found.values() for exhibit in each.exhibits)
    return assemble(
        Judged(
            body=_BODY,
            year=rubric.year,
            rubric=rubric,
            answers=Answers(given=False),
            inventory=Inventory(files=tuple(exhibit.evidence for exhibit in exhibits)),
            exhibits=exhibits,
            verdicts=tuple(
                weigh(criterion, _Hearing(found[criterion.id]), Answer(), today)
                for criterion in rubric.criteria()
            ),
            today=today,
        )
    )


class _Hearing(Struct, frozen=True):
    """Says what was made up, whatever is asked."""

    found: Found

    def evidence_of(self, criterion: Criterion) -> tuple[str, ...]:  # noqa: ARG002 - a hearing's form
        return tuple(exhibit.evidence.path for exhibit in self.found.exhibits)

    def links_of(self, criterion: Criterion) -> tuple[str, ...]:  # noqa: ARG002 - as above
        return ()

    def findings(self, criterion: Criterion, purpose: str = "") -> tuple[Finding, ...]:  # noqa: ARG002 - as above
        return self.found.findings
