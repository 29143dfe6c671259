"""Points of every level: they add up, exactly, whatever the rubric weighs."""

import random
from collections.abc import Iterable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.model.assessment import Points
from emonev.model.rubric import Rubric
from emonev.score import Level, Share, Worth, roll_up
from emonev.score.rollup import NOTHING
from tests.builders import a_criterion, a_rubric, a_stage, an_indicator
from tests.score.oracle import total as oracle_total
from tests.score.rubrics import ONE, ZERO, judged_rubrics

Judged = tuple[Rubric, dict[str, Share], dict[str, Share]]

MET, NOT_MET, PENDING = Share(ONE, ONE), Share(ZERO, ZERO), Share(ZERO, ONE)
EXEMPT = Share(ZERO, ZERO, applicable=False)


def points(earned: int, lost: int, pending: int) -> Points:
    return Points(earned=Fraction(earned), lost=Fraction(lost), pending=Fraction(pending))


def whole(part: Points) -> Fraction:
    return part.earned + part.lost + part.pending


def added(parts: Iterable[Level | Worth]) -> Points:
    listed = list(parts)
    return Points(
        earned=sum((part.points.earned for part in listed), ZERO),
        lost=sum((part.points.lost for part in listed), ZERO),
        pending=sum((part.points.pending for part in listed), ZERO),
    )


SMALL = a_rubric(
    a_stage(
        an_indicator(
            a_criterion("A-1", weight=Fraction(3)), a_criterion("A-2"), id="a", weight=Fraction(1)
        ),
        an_indicator(a_criterion("B-1"), id="b", weight=Fraction(1)),
        weight=Fraction(80),
    ),
    a_stage(id="presentasi", weight=Fraction(20), entered=True),
)


def test_every_level_of_a_small_rubric() -> None:
    sheet = roll_up(SMALL, {"A-1": MET, "A-2": NOT_MET, "B-1": PENDING}, {})
    assert sheet.criteria == {
        "A-1": Worth(Fraction(30), points(30, 0, 0)),
        "A-2": Worth(Fraction(10), points(0, 10, 0)),
        "B-1": Worth(Fraction(40), points(0, 0, 40)),
    }
    assert sheet.indicators == {
        "a": Level(Fraction(40), points(30, 10, 0), Fraction(75), Fraction(75)),
        "b": Level(Fraction(40), points(0, 0, 40), ZERO, Fraction(100)),
    }
    assert sheet.stages == {
        "saq": Level(Fraction(80), points(30, 10, 40), Fraction("37.5"), Fraction("87.5")),
        "presentasi": Level(Fraction(20), points(0, 0, 20), ZERO, Fraction(100)),
    }
    assert sheet.total == Level(Fraction(100), points(30, 10, 60), Fraction(30), Fraction(90))
    assert (sheet.low, sheet.high) == (Fraction(30), Fraction(90))


def test_an_entered_value_counts_like_a_share() -> None:
    shares = {"A-1": MET, "A-2": MET, "B-1": MET}
    sheet = roll_up(SMALL, shares, {"presentasi": Share(Fraction(9, 10), Fraction(9, 10))})
    assert sheet.stages["presentasi"].points == points(18, 2, 0)
    assert sheet.low == sheet.high == 98


def test_what_does_not_apply_leaves_the_denominator() -> None:
    sheet = roll_up(SMALL, {"A-1": EXEMPT, "A-2": MET, "B-1": EXEMPT}, {"presentasi": MET})
    assert sheet.criteria["A-1"] == sheet.criteria["B-1"] == Worth(ZERO, NOTHING)
    assert sheet.criteria["A-2"].full == sheet.indicators["a"].full == 80
    assert sheet.indicators["b"] == Level(ZERO, NOTHING, None, None)
    assert sheet.low == 100


def test_a_stage_in_which_nothing_applies_leaves_the_denominator() -> None:
    sheet = roll_up(SMALL, {"A-1": EXEMPT, "A-2": EXEMPT, "B-1": EXEMPT}, {"presentasi": MET})
    assert sheet.stages["saq"] == Level(ZERO, NOTHING, None, None)
    assert sheet.stages["presentasi"].points == points(100, 0, 0)


def test_where_nothing_applies_at_all_the_whole_is_pending() -> None:
    sheet = roll_up(a_rubric(), {"JEN-01": EXEMPT}, {})
    assert not sheet.applicable
    assert sheet.total == Level(Fraction(100), points(0, 0, 100), ZERO, Fraction(100))
    assert sheet.stages["saq"].full == sheet.indicators["jenis"].full == 0


def test_a_weight_of_nought_is_worth_nothing() -> None:
    weightless = a_criterion("A-0", weight=ZERO)
    rubric = a_rubric(a_stage(an_indicator(weightless, a_criterion("A-1"))))
    sheet = roll_up(rubric, {"A-0": MET, "A-1": NOT_MET}, {})
    assert sheet.criteria["A-0"] == Worth(ZERO, NOTHING)
    assert sheet.low == 0


def test_a_criterion_without_a_share_is_refused() -> None:
    with pytest.raises(ValueError, match="no share for A-2, B-1"):
        roll_up(SMALL, {"A-1": MET}, {})


def test_two_criteria_with_one_id_are_refused() -> None:
    rubric = a_rubric(a_stage(an_indicator(a_criterion("A-1"), a_criterion("A-1"))))
    with pytest.raises(ValueError, match="one id for two: A-1"):
        roll_up(rubric, {"A-1": MET}, {})


@given(judged_rubrics())
def test_the_parts_of_every_level_add_up_to_it(judged: Judged) -> None:
    rubric, shares, entered = judged
    sheet = roll_up(rubric, shares, entered)
    assert whole(sheet.total.points) == 100
    for stage in rubric.stages:
        level = sheet.stages[stage.id]
        assert whole(level.points) == level.full
        for indicator in stage.indicators:
            part = sheet.indicators[indicator.id]
            assert whole(part.points) == part.full
            assert added(sheet.criteria[c.id] for c in indicator.criteria) == part.points
        if not stage.entered:
            assert added(sheet.indicators[i.id] for i in stage.indicators) == level.points
    if sheet.applicable:
        assert added(sheet.stages.values()) == sheet.total.points
        assert sum(level.full for level in sheet.stages.values()) == 100


@given(judged_rubrics())
def test_the_total_is_the_blackboard_formula(judged: Judged) -> None:
    rubric, shares, entered = judged
    sheet = roll_up(rubric, shares, entered)
    low = oracle_total(rubric, shares, entered, hopeful=False)
    high = oracle_total(rubric, shares, entered, hopeful=True)
    assert float(sheet.low) == pytest.approx(low, abs=1e-9)
    assert float(sheet.high) == pytest.approx(high, abs=1e-9)


@given(judged_rubrics(), st.data())
def test_turning_one_criterion_to_met_never_lowers_the_total(
    judged: Judged, data: st.DataObject
) -> None:
    rubric, shares, entered = judged
    applicable = sorted(name for name, share in shares.items() if share.applicable)
    if not applicable:
        return
    turned = shares | {data.draw(st.sampled_from(applicable)): MET}
    before, after = roll_up(rubric, shares, entered), roll_up(rubric, turned, entered)
    assert after.low >= before.low
    assert after.high >= before.high


@given(judged_rubrics(), st.randoms())
def test_the_order_of_anything_never_matters(judged: Judged, chance: random.Random) -> None:
    rubric, shares, entered = judged
    names = list(shares)
    chance.shuffle(names)
    stages = tuple(reversed(rubric.stages))
    turned = a_rubric(*stages)
    mixed = roll_up(turned, {name: shares[name] for name in names}, entered)
    straight = roll_up(rubric, shares, entered)
    assert mixed.total == straight.total
    assert mixed.criteria == straight.criteria


@given(judged_rubrics(), st.fractions(Fraction(1, 9), 9, max_denominator=9))
def test_weights_count_only_in_proportion(judged: Judged, factor: Fraction) -> None:
    rubric, shares, entered = judged
    grown = a_rubric(
        *(
            a_stage(
                *stage.indicators, id=stage.id, weight=stage.weight * factor, entered=stage.entered
            )
            for stage in rubric.stages
        )
    )
    assert roll_up(grown, shares, entered) == roll_up(rubric, shares, entered)
