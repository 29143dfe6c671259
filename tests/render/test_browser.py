"""The report in a real browser: it opens, its script may run, no other may, and it prints whole."""

import html
import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from emonev.render.html import render_html
from tests.conftest import program
from tests.render.rich import a_rich_assessment

pytestmark = pytest.mark.browser

QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--enable-logging=stderr", "--no-pdf-header-footer",
)  # fmt: skip
A4 = (595, 842)


def test_the_page_opens_and_only_its_own_script_runs(tmp_path: Path) -> None:
    foreign = "<script>document.title = 'foreign'</script></body>"
    page = render_html(a_rich_assessment(), "id").replace("</body>", foreign)
    dom, log = _open(page, tmp_path, "--dump-dom")
    assert re.search(r'id="tampak"[^>]*>7 dari 7 kriteria<', dom)
    assert "<title>foreign" not in dom
    assert log.count("Content Security Policy") == 1


def test_nothing_is_said_on_the_console(tmp_path: Path) -> None:
    _, log = _open(render_html(a_rich_assessment(), "id"), tmp_path, "--dump-dom")
    assert "CONSOLE" not in log


@pytest.mark.parametrize("width", [320, 400, 640, 768, 1024, 1100, 1280])
def test_no_width_makes_the_page_scroll_sideways(tmp_path: Path, width: int) -> None:
    inner = html.escape(render_html(a_rich_assessment(), "id"))
    outer = (
        f'<iframe width="{width}" height="900" frameborder="0" srcdoc="{inner}" onload="'
        'document.title = this.contentDocument.documentElement.scrollWidth"></iframe>'
    )
    dom, _ = _open(outer, tmp_path, "--dump-dom")
    title = re.search(r"<title>(\d+)", dom)
    assert title
    assert int(title[1]) <= width


@pytest.mark.parametrize("scripted", [True, False])
def test_everything_is_printed_on_a4_and_no_page_is_empty(tmp_path: Path, scripted: bool) -> None:
    page = render_html(a_rich_assessment(), "id")
    if not scripted:
        page = re.sub("(?s)<script>.*?</script>", "", page)
    _open(page, tmp_path, f"--print-to-pdf={tmp_path / 'report.pdf'}")
    pages = _printed(tmp_path / "report.pdf")
    assert all(text.strip() for text in pages)
    whole = " ".join(" ".join(pages).split())
    assert "Judul «Daftar Informasi Publik» ditemukan" in whole  # inside a folded criterion
    assert "HITUNGAN NILAI YANG BERLAKU" in whole
    assert "Cari kriteria" not in whole


def _open(page: str, folder: Path, *flags: str) -> tuple[str, str]:
    """Return what the browser wrote to stdout and to stderr."""
    path = folder / "2024.html"
    path.write_text(page, encoding="utf-8")
    profile = f"--user-data-dir={folder / 'profile'}"
    browser = program("chromium", "chromium-browser", "google-chrome")
    done = subprocess.run(
        [browser, *QUIET, profile, *flags, path.as_uri()],
        capture_output=True,
        check=True,
        timeout=120,
        text=True,
        encoding="utf-8",
    )
    return done.stdout, done.stderr


def _printed(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        texts = []
        for page in document:
            assert tuple(round(side) for side in page.get_size()) == A4
            texts.append(page.get_textpage().get_text_bounded())
        return texts
