"""The whole way with a real engine: a scan goes in, a criterion is met, and what lay odd is said."""

import sys
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from emonev.cli.main import run
from emonev.evidence.ocr import find_engine
from emonev.load import load_assessment
from emonev.model.finding import Outcome
from tests.conftest import program
from tests.workspaces import a_workspace, criterion

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="workers are forked")

DPI = 150
TITLE = ("DAFTAR INFORMASI PUBLIK", "DINAS KOMUNIKASI DAN INFORMATIKA", "TAHUN 2024")
BODY = "Pejabat Pengelola Informasi dan Dokumentasi menetapkan daftar informasi publik yang wajib diumumkan secara berkala"


def a_scanned_page(*lines: str, turned: int = 0) -> Image.Image:
    page = Image.new("L", (round(8.27 * DPI), round(11.69 * DPI)), 250)
    draw = ImageDraw.Draw(page)
    for place, line in enumerate(lines):
        font = ImageFont.load_default(34 if line.isupper() else 26)
        draw.text((120, 160 + 60 * place), line, fill=20, font=font)
    return page.rotate(turned)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    program("tesseract")
    engine = find_engine("tesseract")
    assert engine is not None
    if engine.language != "ind" or not engine.turns:
        pytest.skip("Tesseract lacks its data")
    folder = a_workspace(tmp_path / "ruang", {"JEN-01": "daftar informasi publik"}, {})
    words = BODY.split()
    body = [" ".join(words[n : n + 4]) for n in range(0, len(words), 4)] * 4
    pages = [a_scanned_page(*TITLE, "", *body), a_scanned_page(*body, turned=180)]
    place = folder / "bukti/2024/JEN-01/dip.pdf"
    place.parent.mkdir(parents=True)
    pages[0].save(place, format="PDF", resolution=DPI, save_all=True, append_images=pages[1:])
    return folder


def test_a_scan_answers_a_question(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["score", str(folder), "--ocr", "tesseract"]) == 0
    assert "2 halaman pindaian dibaca dengan OCR (tesseract" in capsys.readouterr().out
    result = load_assessment(folder / "laporan/2024.json")
    assert criterion(result, "JEN-01").outcome is Outcome.MET
    (file,) = result.evidence
    assert (file.text, file.recognised_pages, file.years) == ("ocr", 2, (2024, 2024))
    assert file.title.startswith("DAFTAR INFORMASI PUBLIK")
    told = dict(zip(file.note_codes, (note.id for note in file.notes), strict=True))
    assert told["turned-pages"].startswith("Halaman 2 dipindai dalam posisi miring atau terbalik")


def test_an_engine_that_is_not_there_is_a_mistake_and_not_a_result(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["score", str(folder), "--ocr", "tesserak"]) == 2
    assert "(ocr-unknown)" in capsys.readouterr().err
    assert not (folder / "laporan").exists()
