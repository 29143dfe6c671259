"""Small pictures in a real browser: shown on the screen in place, and whole on paper."""

import json
import re
from pathlib import Path

import pypdfium2
import pytest

from emonev.model.finding import Outcome, Proof
from emonev.render.html import render_html
from tests.builders import (
    a_criterion_result,
    a_finding,
    a_stage_result,
    an_assessment,
    an_evidence_result,
    an_indicator_result,
)
from tests.render.browser import browse
from tests.render.pictured import pictures_of

pytestmark = pytest.mark.browser

PATHS = [f"bukti/2024/dokumen {n:02}.pdf" for n in range(24)]
SHAPE = 453 / 320


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a report with a picture to each of many criteria."""
    criteria = (
        a_criterion_result(
            f"A-{n:02}",
            findings=tuple(
                a_finding(Outcome.MET, proofs=(Proof(path, page, "Kutipan " * 9),))
                for page in (1, 2)
            ),
        )
        for n, path in enumerate(PATHS)
    )
    assessment = an_assessment(
        a_stage_result(an_indicator_result(*criteria)),
        evidence=tuple(
            an_evidence_result(path, sha256=f"{n:064x}") for n, path in enumerate(PATHS)
        ),
    )
    path = tmp_path_factory.mktemp("laporan") / "2024.html"
    path.write_text(render_html(assessment, "id", pictures=pictures_of(assessment)), "utf-8")
    return path


def test_pictures_have_their_shape_and_their_data_on_the_screen(report: Path) -> None:
    look = """<script>addEventListener("load", () => {
      for (const one of document.querySelectorAll("details")) one.open = true;
      const seen = [...document.querySelectorAll(".picture")].map((one) => {
        const box = one.getBoundingClientRect();
        return [box.width, box.height, getComputedStyle(one).backgroundImage.slice(0, 27)];
      });
      document.title = JSON.stringify(seen);
    });</script></body>"""
    page = re.sub(
        r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", report.read_text("utf-8")
    )
    watched = report.with_name("dilihat.html")
    watched.write_text(page.replace("</body>", look), "utf-8")
    dom = browse(watched, "--dump-dom", "--virtual-time-budget=5000").dom
    title = re.search(r"<title>(\[.*?\])</title>", dom)
    assert title
    seen = json.loads(title[1].replace("&quot;", '"'))
    assert len(seen) == 2 * len(PATHS)
    for width, height, data in seen:
        assert height / width == pytest.approx(SHAPE, rel=0.02)
        assert 100 < width < 240
        assert data == 'url("data:image/webp;base64'


def test_pictures_are_whole_on_paper(report: Path, tmp_path: Path) -> None:
    printed = tmp_path / "2024.pdf"
    browse(report, f"--print-to-pdf={printed}")
    boxes = []
    with pypdfium2.PdfDocument(printed) as document:
        for page in document:
            width, height = page.get_size()
            for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=5):
                left, bottom, right, top = thing.get_bounds()
                assert 0 < left < right < width
                assert 0 < bottom < top < height
                boxes.append((right - left, top - bottom))
    assert len(boxes) == 2 * len(PATHS)
    for across, down in boxes:
        assert down / across == pytest.approx(SHAPE, rel=0.05)
        assert 40 < across < 90  # points: some 20 mm
