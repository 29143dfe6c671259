"""Small pictures on the command line: made by score, found by report, absent where they must be."""

import io
import sys
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from emonev.cli.main import run
from emonev.load import load_assessment
from emonev.load.pictures import load_pictures, place_of_pictures
from tests.samples.pdf import Pdf, Sheet, a_report, encrypted, text
from tests.workspaces import a_workspace

Captured = pytest.CaptureFixture[str]
PICTURE = "data:image/webp"


def _noise() -> Image.Image:
    return Image.effect_noise((400, 300), 80).convert("RGB")


def _photo(image: Image.Image, kind: str, **options: object) -> bytes:
    content = io.BytesIO()
    image.save(content, kind, **options)
    return content.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = a_workspace(tmp_path / "ruang", {"JEN-01": "laporan layanan"}, {"JEN-01/x.txt": "-"})
    (made / "bukti/2024/JEN-01/laporan.pdf").write_bytes(a_report().bytes())
    return made


def scored(folder: Path, *more: str) -> Path:
    """Return where the result lies once the workspace is scored."""
    assert run(["score", str(folder), "--date", "2024-09-27", *more]) == 0
    return folder / "laporan" / "2024.json"


def test_score_draws_the_proof_page_and_keeps_it_beside_the_result(folder: Path) -> None:
    result = scored(folder)
    pictures = load_pictures(result)
    assert pictures
    assert [page.page for pages in pictures.files.values() for page in pages] == [1]
    assert PICTURE in result.with_suffix(".html").read_text("utf-8")
    assert "webp" not in result.read_text("utf-8")


def test_report_draws_the_same_again_anywhere(folder: Path, tmp_path: Path) -> None:
    result = scored(folder)
    first = result.with_suffix(".html").read_bytes()
    assert run(["report", str(result)]) == 0
    assert result.with_suffix(".html").read_bytes() == first
    (elsewhere := tmp_path / "lain" / "laporan").mkdir(parents=True)
    for file in (result, place_of_pictures(result)):
        (elsewhere / file.name).write_bytes(file.read_bytes())
    assert run(["report", str(elsewhere / "2024.json")]) == 0
    assert (elsewhere / "2024.html").read_bytes() == first


def test_a_second_run_says_and_writes_the_same(folder: Path) -> None:
    result = scored(folder)
    files = [result, result.with_suffix(".html"), place_of_pictures(result)]
    first = [file.read_bytes() for file in files]
    scored(folder)
    assert [file.read_bytes() for file in files] == first


def test_without_thumbnails_none_are_made_and_none_remain(folder: Path) -> None:
    result = scored(folder)
    scored(folder, "--no-thumbnails")
    assert not place_of_pictures(result).exists()
    assert PICTURE not in result.with_suffix(".html").read_text("utf-8")


@pytest.mark.parametrize(
    "more", [["--no-thumbnails"], ["--public"], ["--design", "summary"], ["--format", "csv"]]
)
def test_reports_that_do_without_pictures(folder: Path, tmp_path: Path, more: list[str]) -> None:
    result, report = scored(folder), tmp_path / "laporan"
    assert run(["report", str(result), "-o", str(report), *more]) == 0
    assert PICTURE not in report.read_text("utf-8")
    assert load_pictures(result)


def test_a_design_of_the_office_has_them_too(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "rancangan"
    own.mkdir()
    template = (
        '{% set full = true %}{% import "assessment/macros.html.j2" as draw with context %}'
        "<style>{{ style }}</style>{% for i in view.indicators %}{% for c in i.criteria %}"
        "{% for f in c.findings %}{{ draw.proofs(f.proofs) }}{% endfor %}{% endfor %}{% endfor %}"
    )
    (own / "report.html.j2").write_text(template, encoding="utf-8")
    report = tmp_path / "sendiri.html"
    assert run(["report", str(scored(folder)), "--design", str(own), "-o", str(report)]) == 0
    drawn = report.read_text("utf-8")
    assert PICTURE in drawn
    assert 'class="picture gb1"' in drawn


def test_criteria_that_are_only_printed_are_not_drawn(folder: Path, capsys: Captured) -> None:
    assert run(["score", str(folder), "--only", "JEN-01"]) == 0
    assert not (folder / "laporan").exists()


def test_a_damaged_file_of_pictures_costs_the_pictures_only(folder: Path) -> None:
    result = scored(folder)
    place_of_pictures(result).write_text("{", encoding="utf-8")
    assert run(["report", str(result)]) == 0
    assert PICTURE not in result.with_suffix(".html").read_text("utf-8")


HOSTILE = {
    "<img src=x onerror=alert(1)>\"'&amp;#?%20.pdf": a_report().bytes(),
    "\u202efdp.exe\u200b\x1b[31m.pdf": a_report().bytes(),
    "W" * 200 + ".pdf": a_report().bytes(),
    "sandi.pdf": encrypted(a_report(), user=b"rahasia"),
    "terpotong.pdf": a_report().bytes()[:900],
    "tinggi.pdf": Pdf([Sheet(text((72, 14_300, 40, "LAPORAN LAYANAN")), box="[0 0 595 14400]")]).bytes(),
    "nol.pdf": Pdf([Sheet(text((72, 700, 20, "LAPORAN LAYANAN")), box="[0 0 0 0]")]).bytes(),
    "satu piksel.png": _photo(Image.new("RGB", (1, 1)), "PNG"),
    "bergerak.gif": _photo(_noise(), "GIF", save_all=True, append_images=[_noise()] * 2),
    "cmyk.jpg": _photo(_noise().convert("CMYK"), "JPEG"),
    "tembus.png": _photo(_noise().convert("LA"), "PNG"),
}  # fmt: skip
UNSEEN = {"sandi.pdf", "terpotong.pdf", "satu piksel.png"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_hostile_files_cost_their_own_pictures_only(tmp_path: Path) -> None:
    made = a_workspace(
        tmp_path / "ruang", {f"JEN-{n:02}": "laporan layanan" for n in range(len(HOSTILE))}, {}
    )
    for number, (name, content) in enumerate(HOSTILE.items()):
        folder = made / f"bukti/2024/JEN-{number:02}"
        folder.mkdir(parents=True)
        (folder / name).write_bytes(content)
    rubric = made / "rubrik.yaml"
    asked = rubric.read_text("utf-8").replace(
        "{kind: contains", "{kind: exists, at-least: 1}\n              - {kind: contains"
    )
    rubric.write_text(asked, encoding="utf-8")
    result = scored(made, "--ocr", "off")
    pictures = load_pictures(result)
    assert pictures
    seen = {
        file.path.rsplit("/", 1)[-1]
        for file in load_assessment(result).evidence
        if file.sha256 in pictures.files
    }
    assert seen == set(HOSTILE) - UNSEEN
    page = LexborHTMLParser(result.with_suffix(".html").read_text("utf-8"))
    assert len(page.css("svg.picture")) == len(seen)
    assert len(page.css("script")) == 1
    assert page.css("img[onerror]") == []
