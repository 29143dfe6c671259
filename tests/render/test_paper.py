"""The report on paper, looked at as pictures: no page empty, nothing cut off at an edge."""

import datetime
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from emonev.model.assessment import Assessment
from emonev.pipeline import assess
from emonev.render.html import render_html
from tests.conftest import program
from tests.render.rich import a_rich_assessment
from tests.render.worst import a_worst_assessment

pytestmark = pytest.mark.browser

EXAMPLE = Path(__file__).parents[2] / "examples" / "natuna"
POINTS_PER_MM = 72 / 25.4
LEAST_MARGIN = 11 * POINTS_PER_MM  # of 15; a border may stand a little outside
LEAST_INK = 0.001  # of a page; the last one may hold little


def _example() -> Assessment:
    return assess(EXAMPLE, 2024, today=datetime.date(2024, 9, 27))


@pytest.mark.parametrize("draw", [_example, a_rich_assessment, a_worst_assessment])
def test_no_page_is_empty_and_nothing_runs_into_an_edge(
    draw: Callable[[], Assessment], tmp_path: Path
) -> None:
    pages = _pages(render_html(draw(), "id"), tmp_path)
    for number, page in enumerate(pages, start=1):
        ink = ImageChops.invert(page)
        box = ink.getbbox()
        assert box is not None, f"page {number} is empty"
        left, _, right, _ = box
        assert left >= LEAST_MARGIN, f"page {number} is cut off on the left"
        assert right <= page.width - LEAST_MARGIN, f"page {number} is cut off on the right"
        dark = sum(ink.point(lambda value: 255 * (value > 40)).histogram()[255:])
        if number < len(pages):
            assert dark / (page.width * page.height) > LEAST_INK, f"page {number} is all but empty"


def test_the_summary_of_a_whole_questionnaire_is_one_page(tmp_path: Path) -> None:
    assert len(_pages(render_html(_example(), "id", design="summary"), tmp_path)) == 1


def test_the_first_page_holds_the_result_and_the_five_most_costly_gaps(tmp_path: Path) -> None:
    _pages(render_html(_example(), "id"), tmp_path)
    with pypdfium2.PdfDocument(tmp_path / "report.pdf") as document:
        first = document[0].get_textpage().get_text_bounded()
        second = document[1].get_textpage().get_text_bounded()
    assert "Tiga suara" in first
    assert "Yang paling menahan nilai" in first
    assert "5. " in first
    assert "Kriteria menurut hasil" in first + second


def _pages(drawn: str, folder: Path) -> list[Image.Image]:
    """Return what is printed on A4, each page as a grey picture of 72 dots to the inch."""
    page, pdf = folder / "report.html", folder / "report.pdf"
    page.write_text(drawn, encoding="utf-8")
    subprocess.run(
        [program("chromium", "chromium-browser", "google-chrome"), "--headless", "--no-sandbox",
         "--disable-gpu", "--disable-quic", "--no-pdf-header-footer",
         f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={pdf}", page.as_uri()],
        capture_output=True, check=True, timeout=180,
    )  # fmt: skip
    with pypdfium2.PdfDocument(pdf) as document:
        return [sheet.render(scale=1).to_pil().convert("L") for sheet in document]
