"""The plan in a real browser: nothing is blocked that is its own, and no width scrolls sideways."""

import html
import re
from pathlib import Path

import pytest

from emonev.render.plan_page import plan_page
from tests.render.test_browser import _open, _printed
from tests.render.test_plan import view

pytestmark = pytest.mark.browser


def test_nothing_is_said_on_the_console(tmp_path: Path) -> None:
    _, log = _open(plan_page(view()), tmp_path, "--dump-dom")
    assert "CONSOLE" not in log


@pytest.mark.parametrize("width", [320, 640, 1024])
def test_no_width_makes_the_page_scroll_sideways(tmp_path: Path, width: int) -> None:
    inner = html.escape(plan_page(view()))
    outer = (
        f'<iframe width="{width}" height="900" frameborder="0" srcdoc="{inner}" onload="'
        'document.title = this.contentDocument.documentElement.scrollWidth"></iframe>'
    )
    dom, _ = _open(outer, tmp_path, "--dump-dom")
    title = re.search(r"<title>(\d+)", dom)
    assert title
    assert int(title[1]) <= width


def test_everything_is_printed_on_a4(tmp_path: Path) -> None:
    _open(plan_page(view()), tmp_path, f"--print-to-pdf={tmp_path / 'report.pdf'}")
    whole = " ".join(" ".join(_printed(tmp_path / "report.pdf")).split())
    assert "Masuk Menuju Informatif" in whole
    assert "Cara menghitung" in whole
