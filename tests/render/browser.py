"""Pages in a real browser: opened without a window, measured, and printed."""

import html
import re
import subprocess
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from tests.conftest import program

A4 = (595, 842)

_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--enable-logging=stderr", "--no-pdf-header-footer",
)  # fmt: skip


class Shown(NamedTuple):
    """What became of a page, and what the browser said besides."""

    dom: str
    log: str


def opened(page: str, folder: Path, *flags: str) -> Shown:
    """Return a page once its scripts have run."""
    path = folder / "halaman.html"
    path.write_text(page, encoding="utf-8")
    return browse(path, "--dump-dom", *flags)


def pdf_of(page: str, folder: Path) -> Path:
    """Return the PDF that a page is printed as."""
    path = folder / "halaman.html"
    path.write_text(page, encoding="utf-8")
    target = folder / "halaman.pdf"
    browse(path, f"--print-to-pdf={target}")
    return target


def texts_on_a4(path: Path) -> list[str]:
    """Return the text of each printed page, all of which are A4."""
    texts = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            assert tuple(round(side) for side in page.get_size()) == A4
            texts.append(page.get_textpage().get_text_bounded())
    return texts


def scrolled_width(page: str, folder: Path, width: int) -> int:
    """Return how wide a page is in a window of this width: wider, where it scrolls sideways."""
    frame = (
        f'<iframe width="{width}" height="900" frameborder="0" srcdoc="{html.escape(page)}" '
        'onload="document.title = this.contentDocument.documentElement.scrollWidth"></iframe>'
    )
    title = re.search(r"<title>(\d+)", opened(frame, folder).dom)
    assert title
    return int(title[1])


def browse(path: Path, *flags: str) -> Shown:
    """Return what the browser says of a file, with a profile beside it."""
    browser = program("chromium", "chromium-browser", "google-chrome")
    profile = f"--user-data-dir={path.parent / 'profil'}"
    done = subprocess.run(
        [browser, *_FLAGS, profile, *flags, path.as_uri()],
        capture_output=True,
        check=True,
        timeout=180,
        text=True,
        encoding="utf-8",
    )
    return Shown(done.stdout, done.stderr)
