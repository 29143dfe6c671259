from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emonev.errors import EmonevError
from emonev.model.assessment import Assessment, Points
from emonev.model.finding import Outcome
from emonev.render.prepare import prepare
from emonev.render.printed import Printed, points_shown, printed_total, share_out
from emonev.render.shown import PointsShown
from tests.builders import (
    a_criterion_result,
    a_stage_result,
    a_total,
    an_assessment,
    an_indicator_result,
)

weights = st.fractions(min_value=Fraction(1, 7), max_value=40, max_denominator=12)
outcomes = st.sampled_from(sorted(Outcome))


Shape = list[list[list[tuple[Fraction, Outcome]]]]  # stages of indicators of criteria
shapes = st.lists(
    st.lists(
        st.lists(st.tuples(weights, outcomes), min_size=1, max_size=9), min_size=1, max_size=4
    ),
    min_size=1,
    max_size=3,
)


@given(shapes)
def test_every_column_adds_up_as_printed(shape: Shape) -> None:
    assessment = _shaped(shape)
    view = prepare(assessment, "en")
    if any(stage.full for stage in assessment.stages):
        _adds_up(view.total.points, [stage.points for stage in view.stages])
    for stage in view.stages:
        _adds_up(stage.points, [indicator.points for indicator in stage.indicators])
        for indicator in stage.indicators:
            _adds_up(indicator.points, [criterion.points for criterion in indicator.criteria])


@given(shapes)
def test_what_is_printed_is_less_than_one_last_place_from_the_truth(shape: Shape) -> None:
    assessment = _shaped(shape)
    shown = prepare(assessment, "en")
    for stage, drawn in zip(assessment.stages, shown.stages, strict=True):
        for exact, printed in (
            (stage.points.earned, drawn.points.earned),
            (stage.points.lost, drawn.points.lost),
            (stage.points.pending, drawn.points.pending),
        ):
            assert abs(exact - Fraction(printed)) < Fraction(1, 100)


parts = st.tuples(st.integers(1, 9), st.integers(0, 4), st.integers(0, 4), st.integers(0, 4))


@settings(derandomize=True, max_examples=300)  # a law that holds for all but contrived tables
@given(st.lists(parts.filter(lambda part: any(part[1:])), min_size=1, max_size=8))
def test_what_a_part_is_worth_is_printed_rounded_down_or_up(made: list[tuple[int, ...]]) -> None:
    whole = sum(weight for weight, *_ in made)
    exact = [
        [Fraction(100 * weight * share, whole * sum(shares)) for share in shares]
        for weight, *shares in made
    ]
    points = [Points(earned=earned, lost=lost, pending=pending) for earned, lost, pending in exact]
    low = sum((part.earned for part in points), Fraction(0))
    high = low + sum((part.pending for part in points), Fraction(0))
    printed = share_out(printed_total(a_total(low, high), 2), points)
    for part, shown in zip(exact, printed, strict=True):
        off = 100 * sum(part, Fraction(0)) - (shown.earned + shown.lost + shown.pending)
        assert -1 < off < 1


def test_indicators_of_whole_points_are_printed_as_whole_points() -> None:
    seven = [
        a_criterion_result(f"A-{n}", o)
        for n, o in enumerate([Outcome.MET] * 4 + [Outcome.NOT_MET, Outcome.PARTLY, Outcome.ERROR])
    ]
    nine = [
        a_criterion_result(f"B-{n}", o)
        for n, o in enumerate(
            [Outcome.MET] * 3 + [Outcome.NOT_MET] * 4 + [Outcome.PARTLY, Outcome.ERROR]
        )
    ]
    six = [
        a_criterion_result(f"C-{n}", o)
        for n, o in enumerate([Outcome.MET] * 3 + [Outcome.NOT_MET, Outcome.PARTLY, Outcome.ERROR])
    ]
    made = an_assessment(a_stage_result(*(
        an_indicator_result(*criteria, id=f"i{n}", weight=Fraction(weight))
        for n, (criteria, weight) in enumerate([(seven, 8), (nine, 8), (six, 40), (seven, 20), (nine, 24)])
    )))  # fmt: skip
    fulls = [indicator.points.full for indicator in prepare(made, "id").indicators]
    assert fulls == ["8,00", "8,00", "40,00", "20,00", "24,00"]


def test_thirds_are_printed_so_that_they_make_a_whole() -> None:
    third = Points(earned=Fraction(100, 3), lost=Fraction(0), pending=Fraction(0))
    printed = share_out(printed_total(a_total(100), 2), [third] * 3)
    assert [points_shown(part, "id").earned for part in printed] == ["33,34", "33,33", "33,33"]


def test_points_are_shown_with_their_meaning() -> None:
    assert points_shown(Printed(1050, 150, 0, 2), "id").words == "10,50 dari 12,00 poin"
    assert (
        points_shown(Printed(1050, 50, 100, 2), "en").words == "10.50 of 12.00 points, 1.00 pending"
    )
    assert points_shown(Printed(0, 0, 0, 2), "id").words == "tidak dihitung"
    assert points_shown(Printed(7, 3, 0, 0), "id").words == "7 dari 10 poin"


def test_a_result_whose_parts_do_not_make_its_total_is_refused() -> None:
    tampered = an_assessment(total=a_total(12))
    with pytest.raises(EmonevError) as caught:
        prepare(tampered, "id")
    assert caught.value.slug == "inconsistent-result"


def _shaped(shape: Shape) -> Assessment:
    return an_assessment(
        *(
            a_stage_result(
                *(
                    an_indicator_result(
                        *(
                            a_criterion_result(f"K-{s}-{i}-{c}", outcome, weight=weight)
                            for c, (weight, outcome) in enumerate(criteria)
                        ),
                        id=f"i{s}-{i}",
                    )
                    for i, criteria in enumerate(indicators)
                ),
                id=f"s{s}",
            )
            for s, indicators in enumerate(shape)
        )
    )


def _adds_up(whole: PointsShown, parts: list[PointsShown]) -> None:
    for column in ("earned", "lost", "pending", "full"):
        added = sum((Fraction(getattr(part, column)) for part in parts), Fraction(0))
        assert added == Fraction(getattr(whole, column)), column
