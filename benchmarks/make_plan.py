"""Make a saved result of N criteria, of which a plan can raise most: what `emonev plan` costs.

python -m benchmarks.make_plan FILE --criteria 200
"""

import argparse
import random
from fractions import Fraction
from pathlib import Path

from msgspec.structs import replace

from emonev.model.assessment import (
    SCHEMA,
    Assessment,
    CriterionResult,
    IndicatorResult,
    Points,
    RubricUsed,
    StageResult,
    Tool,
)
from emonev.model.finding import Finding, Outcome
from emonev.model.portal import Portal
from emonev.model.rubric import Band, Rounding, Scoring, Staircase
from emonev.model.text import Text
from emonev.model.workspace import Body
from emonev.render.json_file import to_json
from emonev.score import roll_up, total_of
from emonev.score.saved import rubric_of, shares_of

_ZERO = Fraction(0)
_NOTHING = Points(earned=_ZERO, lost=_ZERO, pending=_ZERO)
_STEPS = Staircase(steps=(Fraction(1, 3), Fraction(2, 3), Fraction(1)))
_BANDS = (
    Band(id="informatif", label=Text("Informatif", "Informative"), from_=Fraction(90)),
    Band(id="menuju", label=Text("Menuju Informatif", "Towards Informative"), from_=Fraction(80)),
    Band(id="tidak", label=Text("Tidak Informatif", "Not Informative"), from_=_ZERO),
)


def make_plan_result(path: Path, criteria: int, seed: int = 2024) -> None:
    """Write the result: uneven weights, efforts by quarter days; a third in steps, a third by share."""
    dice = random.Random(seed)
    in_each = max(1, -(-criteria // 7))
    numbers = range(criteria)
    indicators = tuple(
        _indicator(number, [_criterion(index, dice) for index in numbers[first : first + in_each]])
        for number, first in enumerate(range(0, criteria, in_each), 1)
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(to_json(_assessment(indicators)))


def _criterion(index: int, dice: random.Random) -> CriterionResult:
    met = dice.random() < 0.3
    share = Fraction(met)
    name = f"KRI-{index + 1:04d}"
    scoring: Scoring = dice.choice([_STEPS, "share", "all"])
    outcome = Outcome.MET if met else Outcome.NOT_MET
    return CriterionResult(
        id=name,
        text=Text(f"Apakah {name} diumumkan?", f"Is {name} published?"),
        weight=Fraction(dice.randint(1, 9)),
        scoring=scoring,
        outcome=outcome,
        share_low=share,
        share_high=share,
        full=_ZERO,
        points=_NOTHING,
        supported_outcome=outcome,
        supported_low=share,
        supported_high=share,
        effort=Fraction(dice.randint(1, 40), 4),
        findings=tuple(_finding(number, outcome, share) for number in range(1, 6)),
    )


def _finding(number: int, outcome: Outcome, share: Fraction) -> Finding:
    return Finding(
        kind="exists",
        outcome=outcome,
        share=share,
        message=Text(f"Berkas {number}.", f"File {number}."),
        weight=Fraction(number),
        required=number == 1,
    )


def _indicator(number: int, criteria: list[CriterionResult]) -> IndicatorResult:
    return IndicatorResult(
        id=f"indikator-{number}",
        title=Text(f"Indikator {number}", f"Indicator {number}"),
        weight=Fraction(number),
        full=_ZERO,
        points=_NOTHING,
        score_low=None,
        score_high=None,
        criteria=tuple(criteria),
    )


def _assessment(indicators: tuple[IndicatorResult, ...]) -> Assessment:
    """Return the assessment; a plan reads its weights and shares, and rolls them up itself."""
    used = RubricUsed(
        id="tolok-ukur",
        title=Text("Rubrik tolok ukur", "Benchmark rubric"),
        authority="Rubrik buatan",
        year=2024,
        category="kabupaten-kota",
        status="internal",
        sha256="0" * 64,
        rounding=Rounding(),
        bands=_BANDS,
        portal=Portal(),
    )
    stage = StageResult(
        id="saq",
        title=Text("Kuesioner", "Questionnaire"),
        weight=Fraction(100),
        full=_ZERO,
        points=_NOTHING,
        score_low=None,
        score_high=None,
        indicators=indicators,
    )
    nothing = total_of(_ZERO, _ZERO, used)
    draft = Assessment(
        schema=SCHEMA,
        body=Body(name="Pemerintah Kabupaten Contoh", category="kabupaten-kota"),
        year=2024,
        assessed_on="2024-09-27",
        rubric=used,
        tool=Tool(name="emonev", version="0"),
        total=nothing,
        supported=nothing,
        stages=(stage,),
    )
    sheet = roll_up(rubric_of(draft), shares_of(draft), {})
    total = total_of(sheet.low, sheet.high, used)
    return replace(draft, total=total, supported=total)


def main() -> None:
    """Read the command line and write the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--criteria", type=int, default=200)
    parser.add_argument("--seed", type=int, default=2024)
    given = parser.parse_args()
    make_plan_result(given.file, given.criteria, given.seed)


if __name__ == "__main__":
    main()
