"""The effects on small cases that a person can redo by hand."""

from fractions import Fraction

import pytest

from emonev.compare import compare
from emonev.compare.effects import Range, certain_change
from emonev.model.rubric import Rubric
from emonev.score import Share
from tests.builders import a_criterion, a_rubric, a_stage, an_indicator
from tests.compare.results import NA, a_result, open_between, yes

HALF = Fraction(1, 2)


def rubric(year: int, **weights: int) -> Rubric:
    criteria = (a_criterion(id_, weight=Fraction(weight)) for id_, weight in weights.items())
    return a_rubric(a_stage(an_indicator(*criteria)), id=f"uji-{year}", year=year)


EVEN, HEAVY = rubric(2023, A=1, B=1), rubric(2024, A=1, B=3)


@pytest.mark.parametrize(
    ("old", "new", "weights", "low", "high"),
    [
        # Only the body: 50 points × the whole share.
        ((yes(0), yes(0)), (yes(), yes(0)), EVEN, (50, 0, 0, 0), (50, 0, 0, 0)),
        # Only the weights: A falls from 50 to 25 points and is met.
        ((yes(), yes(0)), (yes(), yes(0)), HEAVY, (0, -25, 0, 0), (0, -25, 0, 0)),
        # Both: B goes from 0 of 50 to 75 of 75; mean worth 62,5, mean share a half.
        (
            (yes(0), yes(0)),
            (yes(0), yes()),
            HEAVY,
            (Fraction(125, 2), Fraction(25, 2), 0, 0),
            (Fraction(125, 2), Fraction(25, 2), 0, 0),
        ),
        # B no longer applies, so A alone is worth all 100 points.
        ((yes(), yes(0)), (yes(), NA), EVEN, (0, 0, 50, 0), (0, 0, 50, 0)),
        # B cannot be judged: the low end stays, the high end opens.
        ((yes(), yes(0)), (yes(), open_between(0, 1)), EVEN, (0, 0, 0, 0), (0, 0, 0, 50)),
        # B was open and is met: it may have been met before.
        ((yes(), open_between(0, 1)), (yes(), yes()), EVEN, (0, 0, 0, 50), (0, 0, 0, 0)),
        # B was at most a half and is met: a half of it is certain.
        (
            (yes(), open_between(0, HALF)),
            (yes(), yes()),
            EVEN,
            (25, 0, 0, 25),
            (25, 0, 0, 0),
        ),
    ],
)
def test_effects_by_hand(
    old: tuple[Share, Share],
    new: tuple[Share, Share],
    weights: Rubric,
    low: tuple[Fraction | int, ...],
    high: tuple[Fraction | int, ...],
) -> None:
    total = compare(
        a_result(EVEN, dict(zip("AB", old, strict=True))),
        a_result(weights, dict(zip("AB", new, strict=True)), year=2024),
    ).total
    for change, expected in ((total.low, low), (total.high, high)):
        effects = change.effects
        assert (
            effects.performance,
            effects.rubric,
            effects.applicability,
            effects.pending,
        ) == expected


@pytest.mark.parametrize(
    ("before", "after", "certain"),
    [
        ((0, 0), (1, 1), 1),
        ((1, 1), (0, 0), -1),
        ((0, HALF), (HALF, 1), 0),
        ((0, 0), (HALF, 1), HALF),
        ((HALF, 1), (0, 0), -HALF),
        ((0, 1), (0, 1), 0),
    ],
)
def test_only_what_is_certain_counts(
    before: tuple[Fraction, Fraction], after: tuple[Fraction, Fraction], certain: Fraction
) -> None:
    ranges = (Range(*map(Fraction, side)) for side in (before, after))
    assert certain_change(*ranges) == certain
