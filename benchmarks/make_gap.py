"""Make two saved results of N criteria, a year apart: what comparing them costs.

python -m benchmarks.make_gap FOLDER --criteria 5000
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from benchmarks.prose import topic
from emonev.model.assessment import (
    SCHEMA,
    Assessment,
    CriterionResult,
    EvidenceResult,
    IndicatorResult,
    RubricUsed,
    StageResult,
    Tool,
)
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.portal import Portal
from emonev.model.rubric import Band, Criterion, Indicator, Rounding, Rubric, Scoring, Stage
from emonev.model.text import Text
from emonev.model.workspace import Body
from emonev.render.json_file import to_json
from emonev.score import Share, Sheet, roll_up, total_of

YEARS = (2023, 2024)
_IN_EACH = 100  # criteria of an indicator
_COMMON = (Outcome.MET, Outcome.MET, Outcome.PARTLY, Outcome.NOT_MET, Outcome.NEEDS_REVIEW)
_OUTCOMES = (*(_COMMON * 12), Outcome.NOT_APPLICABLE)
_SHARES = {
    Outcome.MET: Share(Fraction(1), Fraction(1)),
    Outcome.PARTLY: Share(Fraction(1, 2), Fraction(1, 2)),
    Outcome.NOT_MET: Share(Fraction(0), Fraction(0)),
    Outcome.NEEDS_REVIEW: Share(Fraction(0), Fraction(1)),
    Outcome.NOT_APPLICABLE: Share(Fraction(0), Fraction(0), applicable=False),
}
_BANDS = (
    Band(id="informatif", label=Text("Informatif", "Informative"), from_=Fraction(90)),
    Band(id="tidak", label=Text("Tidak Informatif", "Not Informative"), from_=Fraction(0)),
)


def make_gap_results(folder: Path, criteria: int, seed: int = 2024) -> None:
    """Write `2023.json` and `2024.json`, each of so many criteria with a file and two findings.

    Of the newer ones a tenth is weighed, scored and checked otherwise, one in fifty is new and
    one in fifty continues two older ones; one in sixty does not apply.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for year in YEARS:
        result = _assessment(_rubric(year, criteria, random.Random(seed)), random.Random(year))
        (folder / f"{year}.json").write_bytes(to_json(result))


def _rubric(year: int, criteria: int, dice: random.Random) -> Rubric:
    asked = [_criterion(index, year, dice) for index in range(criteria)]
    groups = [asked[first : first + _IN_EACH] for first in range(0, criteria, _IN_EACH)]
    indicators = tuple(_indicator(number, group) for number, group in enumerate(groups, 1))
    stage = Stage(
        id="saq",
        title=Text("Kuesioner", "Questionnaire"),
        weight=Fraction(100),
        indicators=indicators,
    )
    return Rubric(
        id=f"tolok-ukur-{year}",
        title=Text(f"Rubrik tolok ukur {year}", f"Benchmark rubric {year}"),
        authority="Rubrik buatan",
        year=year,
        category="kabupaten-kota",
        status="internal",
        bands=_BANDS,
        stages=(stage,),
    )


def _criterion(index: int, year: int, dice: random.Random) -> Criterion:
    """Return one question; both years throw the same dice, so that most of it stays."""
    weight, changed = Fraction(dice.randint(1, 9)), dice.random() < 0.1
    later = year == YEARS[1]
    scoring: Scoring = "share" if dice.random() < 0.5 else "all"
    name = f"KRI-{index:04d}"
    replaces: tuple[str, ...] = ()
    if later and index % 50 == 7:
        name, replaces = f"BARU-{index:04d}", ()
    elif later and index % 50 == 9:
        replaces = (name, f"KRI-{index - 2:04d}")
    return Criterion(
        id=name,
        text=Text(f"Apakah {topic(index)} {year} tersedia?", f"Is there {topic(index)} {year}?"),
        weight=weight + 1 if changed and later else weight,
        checks=(),
        scoring="all" if changed and later else scoring,
        replaces=replaces,
        remedy=Text(f"Unggah {topic(index)}.", f"Upload {topic(index)}."),
        effort=Fraction(dice.randint(1, 40), 4),
    )


def _indicator(number: int, criteria: Sequence[Criterion]) -> Indicator:
    return Indicator(
        id=f"indikator-{number}",
        title=Text(f"Indikator {number}", f"Indicator {number}"),
        weight=Fraction(number % 7 + 1),
        criteria=tuple(criteria),
    )


def _assessment(rubric: Rubric, dice: random.Random) -> Assessment:
    outcomes = {criterion.id: dice.choice(_OUTCOMES) for criterion in rubric.criteria()}
    sheet = roll_up(rubric, {id_: _SHARES[outcome] for id_, outcome in outcomes.items()}, {})
    total = total_of(sheet.low, sheet.high, rubric)
    return Assessment(
        schema=SCHEMA,
        body=Body(name="Pemerintah Kabupaten Contoh", category="kabupaten-kota"),
        year=rubric.year,
        assessed_on=f"{rubric.year}-09-27",
        rubric=_used(rubric),
        tool=Tool(name="emonev", version="0"),
        total=total,
        supported=total,
        stages=tuple(_stages(rubric, sheet, outcomes)),
        evidence=tuple(_files(rubric)),
    )


def _used(rubric: Rubric) -> RubricUsed:
    return RubricUsed(
        id=rubric.id,
        title=rubric.title,
        authority=rubric.authority,
        year=rubric.year,
        category=rubric.category,
        status=rubric.status,
        sha256="0" * 64,
        rounding=Rounding(),
        bands=rubric.bands,
        portal=Portal(),
        settings=True,
    )


def _stages(rubric: Rubric, sheet: Sheet, outcomes: dict[str, Outcome]) -> Iterator[StageResult]:
    for stage in rubric.stages:
        level = sheet.stages[stage.id]
        yield StageResult(
            id=stage.id,
            title=stage.title,
            weight=stage.weight,
            full=level.full,
            points=level.points,
            score_low=level.score_low,
            score_high=level.score_high,
            indicators=tuple(
                _judged(indicator, sheet, outcomes, rubric.year) for indicator in stage.indicators
            ),
        )


def _judged(
    indicator: Indicator, sheet: Sheet, outcomes: dict[str, Outcome], year: int
) -> IndicatorResult:
    level = sheet.indicators[indicator.id]
    return IndicatorResult(
        id=indicator.id,
        title=indicator.title,
        weight=indicator.weight,
        full=level.full,
        points=level.points,
        score_low=level.score_low,
        score_high=level.score_high,
        criteria=tuple(
            _result(criterion, sheet, outcomes[criterion.id], year)
            for criterion in indicator.criteria
        ),
    )


def _result(criterion: Criterion, sheet: Sheet, outcome: Outcome, year: int) -> CriterionResult:
    share, worth = _SHARES[outcome], sheet.criteria[criterion.id]
    return CriterionResult(
        id=criterion.id,
        text=criterion.text,
        weight=criterion.weight,
        scoring=criterion.scoring,
        outcome=outcome,
        share_low=share.low,
        share_high=share.high,
        full=worth.full,
        points=worth.points,
        supported_outcome=outcome,
        supported_low=share.low,
        supported_high=share.high,
        findings=_findings(criterion, outcome, year),
        evidence=(_path(criterion, year),),
        years=(year - 1,),
        years_text=Text(f"{year - 1}", f"{year - 1}"),
        remedy=criterion.remedy,
        effort=criterion.effort,
        replaces=criterion.replaces,
    )


def _findings(criterion: Criterion, outcome: Outcome, year: int) -> tuple[Finding, ...]:
    path, asked = _path(criterion, year), criterion.text.id
    proof = Proof(path=path, page=1, snippet=f"{asked} Yang tertulis di sini.", marks=((0, 47),))
    found = Finding(
        kind="contains",
        outcome=outcome,
        share=_SHARES[outcome].low,
        message=Text(f"Tercantum “{asked}” (halaman 1).", f"Holds “{asked}” (page 1)."),
        proofs=(proof,),
        settings={"any-of": [_topic(criterion)], "pages": 20 - int(criterion.weight)},
    )
    dated = Text(f"Dokumen tentang tahun {year - 1}.", f"The document is about {year - 1}.")
    return found, replace(found, kind="dated-within", message=dated, proofs=(), settings={})


def _topic(criterion: Criterion) -> str:
    return criterion.remedy.id.removeprefix("Unggah ") if criterion.remedy else ""


def _files(rubric: Rubric) -> Iterator[EvidenceResult]:
    for criterion in rubric.criteria():
        path = _path(criterion, rubric.year)
        # One file in ten is the one of the year before.
        content = criterion.id if hash_of(criterion.id)[0] in "01" else path
        yield EvidenceResult(
            path=path,
            sha256=hash_of(content),
            bytes=1954,
            format="pdf",
            text="layer",
            years=(rubric.year, rubric.year),
            title=criterion.text.id,
            criteria=(criterion.id,),
        )


def _path(criterion: Criterion, year: int) -> str:
    return f"bukti/{year}/{criterion.id} - {criterion.text.id.strip('?')}/dokumen.pdf"


def hash_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def main() -> None:
    """Read the command line and write both results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--criteria", type=int, default=5_000)
    given = parser.parse_args()
    make_gap_results(given.folder, given.criteria)


if __name__ == "__main__":
    main()
