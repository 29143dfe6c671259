"""How a page lies, how its paper is made white, and what is left of it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from emonev.evidence.ocr.layout import Box, SeenWord
from emonev.evidence.ocr.lean import Lie, lie_of, straightened
from emonev.evidence.ocr.paper import evened
from emonev.evidence.ocr.rest import has_more, without_words
from tests.evidence.ocr.pages import sheet


@pytest.mark.parametrize("degrees", [-8.0, -3.0, -0.6, 0.0, 0.4, 2.5, 7.0])
def test_the_lean_of_a_page_is_told_to_a_fifth_of_a_degree(degrees: float) -> None:
    leaning = sheet().rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=255)
    lie = lie_of(leaning)
    assert lie.lean == pytest.approx(degrees, abs=0.2)
    assert not lie.doubtful
    assert abs(lie_of(straightened(leaning, lie.lean)).lean) <= 0.2


@pytest.mark.parametrize("turn", [90, 270])
def test_lines_that_run_up_or_down_are_doubtful(turn: int) -> None:
    assert lie_of(sheet().rotate(turn, expand=True)).doubtful


def test_a_page_without_lines_is_straight() -> None:
    assert lie_of(Image.new("L", (800, 1100), 255)).lean == 0.0
    assert lie_of(Image.new("L", (3, 9000), 0)) == Lie(0.0)
    assert straightened(sheet(), 0.0).size == sheet().size


def test_a_shadow_goes_and_ink_turns_black() -> None:
    page = Image.linear_gradient("L").resize((800, 1100)).point(lambda shade: 100 + shade // 2)
    draw = ImageDraw.Draw(page)
    for row in range(100, 1000, 50):
        draw.rectangle((100, row, 700, row + 8), fill=90)
    even = evened(page)
    assert min(even.crop((20, 20, 80, 1080)).tobytes()) > 200
    assert max(even.crop((150, 954, 650, 955)).tobytes()) < 50


def test_grain_on_empty_paper_is_not_made_ink() -> None:
    random.seed(3)
    paper = Image.blend(Image.new("L", (800, 1100), 250), Image.effect_noise((800, 1100), 30), 0.1)
    assert min(evened(paper).tobytes()) > 150


@given(st.integers(1, 60), st.integers(1, 60), st.integers(0, 255))
def test_pages_of_any_size_are_evened(width: int, height: int, shade: int) -> None:
    even = evened(Image.new("L", (width, height), shade))
    assert (even.size, even.mode) == ((width, height), "L")


def test_what_was_read_is_taken_off_and_what_was_not_is_left() -> None:
    page = Image.new("L", (1000, 1000), 255)
    draw = ImageDraw.Draw(page)
    boxes = [Box(100, 100, 300, 140), Box(100, 300, 300, 340)]
    for box in boxes:
        draw.rectangle((box.left, box.top, box.right, box.bottom), fill=0)
    words = [SeenWord("kata", 90, box, 1, number) for number, box in enumerate(boxes)]
    assert has_more(page, page)
    assert has_more(page, without_words(page, words[:1]))
    assert not has_more(page, without_words(page, words))
    assert without_words(page, words).getextrema() == (255, 255)
