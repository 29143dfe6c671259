"""The report in a real browser: it opens, its script may run, no other may, and it prints whole."""

import re
from pathlib import Path

import pytest

from emonev.render.html import render_html
from tests.render.browser import opened, pdf_of, scrolled_width, texts_on_a4
from tests.render.rich import a_rich_assessment

pytestmark = pytest.mark.browser


def test_the_page_opens_and_only_its_own_script_runs(tmp_path: Path) -> None:
    foreign = "<script>document.title = 'foreign'</script></body>"
    page = render_html(a_rich_assessment(), "id").replace("</body>", foreign)
    dom, log = opened(page, tmp_path)
    assert re.search(r'id="tampak"[^>]*>7 dari 7 kriteria<', dom)
    assert "<title>foreign" not in dom
    assert log.count("Content Security Policy") == 1


def test_nothing_is_said_on_the_console(tmp_path: Path) -> None:
    _, log = opened(render_html(a_rich_assessment(), "id"), tmp_path)
    assert "CONSOLE" not in log


@pytest.mark.parametrize("width", [320, 400, 640, 768, 1024, 1100, 1280])
def test_no_width_makes_the_page_scroll_sideways(tmp_path: Path, width: int) -> None:
    page = render_html(a_rich_assessment(), "id")
    assert scrolled_width(page, tmp_path, width) <= width


@pytest.mark.parametrize("scripted", [True, False])
def test_everything_is_printed_on_a4_and_no_page_is_empty(tmp_path: Path, scripted: bool) -> None:
    page = render_html(a_rich_assessment(), "id")
    if not scripted:
        page = re.sub("(?s)<script>.*?</script>", "", page)
    pages = texts_on_a4(pdf_of(page, tmp_path))
    assert all(text.strip() for text in pages)
    whole = " ".join(" ".join(pages).split())
    assert "Judul «Daftar Informasi Publik» ditemukan" in whole  # inside a folded criterion
    assert "HITUNGAN NILAI YANG BERLAKU" in whole
    assert "Cari kriteria" not in whole
