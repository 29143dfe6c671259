"""What one reading passed over of the type that another one saw."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.evidence.ocr.layout import Box
from emonev.evidence.ocr.passed_over import (
    is_passed_over,
    open_share,
    places_of,
    share_passed_over,
)
from emonev.evidence.recognised import RecognisedLine

BOXES = st.builds(
    lambda left, top, width, height: Box(left, top, left + width, top + height),
    st.integers(0, 900),
    st.integers(0, 900),
    st.integers(1, 500),
    st.integers(1, 60),
)


def line(top: float, left: float = 100, right: float = 500) -> Box:
    return Box(left, top, right, top + 30)


def test_a_line_that_was_read_is_not_passed_over() -> None:
    assert open_share(line(100), [line(103)]) == 0
    assert open_share(line(100), [line(100, right=300)]) == 0.5
    assert not is_passed_over(line(100), [line(100, right=300)])


def test_two_parts_of_a_line_cover_it_once() -> None:
    parts = [line(100, right=300), line(100, left=250, right=400)]
    assert open_share(line(100), parts) == 0.25


def test_lines_above_and_below_cover_nothing() -> None:
    assert is_passed_over(line(100), [line(60), line(125)])


def test_long_lines_weigh_more_than_short_ones() -> None:
    seen = [line(100), line(200), line(300, right=300)]
    assert share_passed_over(seen, [line(100), line(200)]) == pytest.approx(0.2)


def test_of_nothing_seen_nothing_is_passed_over() -> None:
    assert share_passed_over([], [line(100)]) == 0
    assert share_passed_over([Box(5, 5, 5, 9)], []) == 0


def test_lines_stand_on_the_page_where_their_parts_say() -> None:
    read = RecognisedLine("kata", 90, 0.1, 0.2, 0.5, 0.05, 11)
    assert places_of([read], (1000, 2000)) == [Box(100, 400, 600, 500)]


@given(st.lists(BOXES, max_size=8), st.lists(BOXES, max_size=8), BOXES)
def test_more_lines_read_never_leave_more_open(seen: list[Box], read: list[Box], more: Box) -> None:
    before, after = share_passed_over(seen, read), share_passed_over(seen, [*read, more])
    assert -1e-9 <= after <= before + 1e-9 <= 1 + 2e-9
    assert share_passed_over(seen, seen) <= 1e-9


def test_lines_without_end_take_no_time_without_end() -> None:
    specks = [line(top / 10) for top in range(50_000)]
    began = time.process_time()
    assert 0 <= share_passed_over(specks, specks) <= 1
    assert time.process_time() - began < 5
