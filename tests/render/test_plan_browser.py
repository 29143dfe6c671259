"""The plan in a real browser: nothing is blocked that is its own, and no width scrolls sideways."""

from pathlib import Path

import pytest

from emonev.render.plan_page import plan_page
from tests.render.browser import opened, pdf_of, scrolled_width, texts_on_a4
from tests.render.test_plan import view

pytestmark = pytest.mark.browser


def test_nothing_is_said_on_the_console(tmp_path: Path) -> None:
    _, log = opened(plan_page(view()), tmp_path)
    assert "CONSOLE" not in log


@pytest.mark.parametrize("width", [320, 640, 1024])
def test_no_width_makes_the_page_scroll_sideways(tmp_path: Path, width: int) -> None:
    assert scrolled_width(plan_page(view()), tmp_path, width) <= width


def test_everything_is_printed_on_a4(tmp_path: Path) -> None:
    whole = " ".join(" ".join(texts_on_a4(pdf_of(plan_page(view()), tmp_path))).split())
    assert "Masuk Menuju Informatif" in whole
    assert "Cara menghitung" in whole
