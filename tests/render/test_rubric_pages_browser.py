"""The pages about rubrics in a real browser: nothing on the console, no scrolling sideways."""

from pathlib import Path

import pytest

from emonev.model.text import Text
from emonev.render.change_view import prepare_change
from emonev.render.coverage_view import prepare_coverage
from emonev.render.rubric_pages import change_page, coverage_page
from emonev.rubric_change import compare_rubrics
from tests.builders import a_criterion, a_rubric, a_stage, an_indicator
from tests.render.browser import opened, scrolled_width
from tests.render.test_change import two_years
from tests.render.test_coverage import some_coverage

pytestmark = pytest.mark.browser

LONG = Text("Apakah " + "sangatpanjang" * 12 + "?", "Is it " + "verylong" * 20 + "?")


def pages() -> dict[str, str]:
    old, new = two_years()
    lengthy = a_rubric(a_stage(an_indicator(a_criterion("A" * 40, text=LONG), title=LONG)))
    return {
        "change": change_page(prepare_change(compare_rubrics(old, new), "id")),
        "lengthy": change_page(prepare_change(compare_rubrics(old, lengthy), "en")),
        "coverage": coverage_page(prepare_coverage(some_coverage(), "id")),
    }


@pytest.mark.parametrize("name", ["change", "lengthy", "coverage"])
@pytest.mark.parametrize("width", [320, 640, 1100])
def test_no_width_makes_a_page_scroll_sideways(tmp_path: Path, name: str, width: int) -> None:
    assert scrolled_width(pages()[name], tmp_path, width) <= width


@pytest.mark.parametrize("name", ["change", "coverage"])
def test_nothing_is_said_on_the_console(tmp_path: Path, name: str) -> None:
    _, log = opened(pages()[name], tmp_path)
    assert "CONSOLE" not in log
