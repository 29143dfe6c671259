"""Make a saved result of N criteria, of which a plan can raise most: what `emonev plan` costs.

python -m benchmarks.make_plan FILE --criteria 200
"""

import argparse
import random
from fractions import Fraction
from pathlib import Path

from benchmarks.made import Found, made_indicator, made_result, made_rubric
from emonev.checks.exists import Exists
from emonev.model.check import Check
from emonev.model.finding import Finding, Outcome
from emonev.model.rubric import Criterion, Scoring, Staircase
from emonev.model.text import Text
from emonev.render.json_file import to_json

YEAR = 2024
_STEPS = Staircase(steps=(Fraction(1, 3), Fraction(2, 3), Fraction(1)))
_CHECKS = tuple(Exists(weight=Fraction(n), required=n == 1) for n in range(1, 6))


def make_plan_result(path: Path, criteria: int, seed: int = 2024) -> None:
    """Write the result: uneven weights, efforts by quarter days; a third in steps, a third by share."""
    dice = random.Random(seed)
    in_each = max(1, -(-criteria // 7))
    made = [_criterion(index, dice) for index in range(criteria)]
    groups = [made[first : first + in_each] for first in range(0, criteria, in_each)]
    rubric = made_rubric(
        YEAR,
        [
            made_indicator(number, number, [criterion for criterion, _ in group])
            for number, group in enumerate(groups, 1)
        ],
    )
    result = made_result(rubric, {criterion.id: found for criterion, found in made})
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(to_json(result))


def _criterion(index: int, dice: random.Random) -> tuple[Criterion, Found]:
    outcome = Outcome.MET if dice.random() < 0.3 else Outcome.NOT_MET
    name = f"KRI-{index + 1:04d}"
    scoring: Scoring = dice.choice([_STEPS, "share", "all"])
    criterion = Criterion(
        id=name,
        text=Text(f"Apakah {name} diumumkan?", f"Is {name} published?"),
        weight=Fraction(dice.randint(1, 9)),
        checks=_CHECKS,
        scoring=scoring,
        effort=Fraction(dice.randint(1, 40), 4),
    )
    findings = (_finding(number, check, outcome) for number, check in enumerate(_CHECKS, 1))
    return criterion, Found(tuple(findings))


def _finding(number: int, check: Check, outcome: Outcome) -> Finding:
    return Finding(
        kind="exists",
        outcome=outcome,
        share=Fraction(outcome is Outcome.MET),
        message=Text(f"Berkas {number}.", f"File {number}."),
        weight=check.weight,
        required=check.required,
    )


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
