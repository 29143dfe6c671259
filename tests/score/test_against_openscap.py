"""The roll-up beside an implementation that others wrote: OpenSCAP's default scoring model.

For criteria that are met or not, or do not apply, a rubric is a nested group of weighted rules,
and both must arrive at one score.
"""

import random
from fractions import Fraction
from pathlib import Path

import pytest

from emonev.model.rubric import Rubric
from emonev.score import Share, roll_up
from tests.builders import a_criterion, a_rubric, a_stage, an_indicator
from tests.score.xccdf import oscap_score

pytestmark = pytest.mark.openscap  # Debian: openscap-scanner

MET = Share(Fraction(1), Fraction(1))
NOT_MET = Share(Fraction(0), Fraction(0))
EXEMPT = Share(Fraction(0), Fraction(0), applicable=False)


def weight(chance: random.Random) -> Fraction:
    return Fraction(chance.choice([5, 10, 20, 25, 30, 40, 75, 100, 125, 150]), 10)


def some_rubric(chance: random.Random) -> Rubric:
    return a_rubric(
        *(
            a_stage(
                *(
                    an_indicator(
                        *(
                            a_criterion(f"K-{stage}-{indicator}-{number}", weight=weight(chance))
                            for number in range(chance.randint(1, 6))
                        ),
                        id=f"i-{stage}-{indicator}",
                        weight=weight(chance),
                    )
                    for indicator in range(chance.randint(1, 4))
                ),
                id=f"t-{stage}",
                weight=weight(chance),
            )
            for stage in range(chance.randint(1, 3))
        )
    )


@pytest.mark.parametrize("seed", range(20))
def test_openscap_arrives_at_the_same_score(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    rubric = some_rubric(chance)
    answers = [MET, MET, NOT_MET, EXEMPT]
    shares = {criterion.id: chance.choice(answers) for criterion in rubric.criteria()}
    shares[next(rubric.criteria()).id] = chance.choice([MET, NOT_MET])  # something applies
    sheet = roll_up(rubric, shares, {})
    assert oscap_score(rubric, shares, tmp_path) == pytest.approx(float(sheet.low), abs=2e-4)


def test_a_whole_stage_that_does_not_apply_leaves_both_denominators(tmp_path: Path) -> None:
    rubric = a_rubric(
        a_stage(an_indicator(a_criterion("A"), a_criterion("B"), id="a"), id="satu"),
        a_stage(an_indicator(a_criterion("C"), id="c"), id="dua", weight=Fraction(900)),
    )
    shares = {"A": MET, "B": NOT_MET, "C": EXEMPT}
    assert roll_up(rubric, shares, {}).low == 50
    assert oscap_score(rubric, shares, tmp_path) == pytest.approx(50)
