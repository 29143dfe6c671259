"""The pages of comparisons in a real browser: no width makes them scroll sideways."""

import html
import re
from pathlib import Path

import pytest

from emonev.compare import study
from emonev.render.gap_pages import gap_page
from emonev.render.study_view import prepare_study, study_page
from tests.compare.test_study import BETTER, OURS
from tests.render.browser import opened
from tests.render.test_gap import SERIES, view

pytestmark = pytest.mark.browser

PAGES = {
    "pair": gap_page(view()),
    "series": gap_page(view(SERIES)),
    "study": study_page(prepare_study(study(OURS, [BETTER]), "id")),
}
WIDTHS = (320, 400, 640, 768, 1024, 1100, 1280)


@pytest.mark.parametrize("name", PAGES)
def test_no_width_makes_the_page_scroll_sideways(tmp_path: Path, name: str) -> None:
    frames = "".join(
        f'<iframe width="{width}" height="900" srcdoc="{html.escape(PAGES[name])}" onload="'
        f"document.title += ' {width}:' + this.contentDocument.documentElement.scrollWidth"
        '"></iframe>'
        for width in WIDTHS
    )
    dom, log = opened(f"<title>w</title>{frames}", tmp_path)
    title = re.search(r"<title>([^<]*)", dom)
    assert title
    seen = {int(w): int(s) for w, s in re.findall(r"(\d+):(\d+)", title[1])}
    assert set(seen) == set(WIDTHS)
    assert {width: scroll for width, scroll in seen.items() if scroll > width} == {}
    assert "CONSOLE" not in log
