"""Pages read in a worker by Tesseract: however they lie, whatever is wrong with them."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import psutil  # type: ignore[import-untyped] # has no types
import pytest
from msgspec.structs import replace
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from emonev.evidence.limits import Limits
from emonev.evidence.messages import Job
from emonev.evidence.ocr import Engine, find_engine
from emonev.evidence.recognised import RecognisedPage
from emonev.model.facts import Problem
from tests.conftest import program
from tests.evidence.ocr.pages import A4, DECREE, error, grainy, job, read, read_one, saved, sheet

NAP = f"61.{os.getpid()}"  # seconds that no other process sleeps


@pytest.fixture(scope="module")
def engine() -> Engine:
    program("tesseract")
    found = find_engine("tesseract")
    assert found
    return found


@pytest.fixture(autouse=True)
def _no_process_remains() -> Iterator[None]:
    yield
    names = [p.info["cmdline"] or [] for p in psutil.process_iter(["cmdline"])]
    assert [name for name in names if name[-1:] == [NAP]] == []


def test_a_scanned_page_is_read_line_by_line(tmp_path: Path, engine: Engine) -> None:
    page = read_one(saved(tmp_path, sheet(), "pdf"), engine)
    assert error(page) < 0.01
    assert page.confidence >= 90
    assert (page.turned, page.skew) == (0, 0.0)
    assert page.engine == engine.describe()
    assert [line.text for line in page.lines][:2] == DECREE.splitlines()[:2]


def test_lines_have_a_place_and_the_size_of_their_type(tmp_path: Path, engine: Engine) -> None:
    page = read_one(saved(tmp_path, sheet(points=13), "pdf"), engine)
    first, last = page.lines[0], page.lines[-1]
    assert first.left == pytest.approx(0.1, abs=0.01)
    assert first.top == pytest.approx(0.08, abs=0.01)
    assert last.top > first.top + 0.2
    assert median(line.size for line in page.lines) == pytest.approx(13, abs=1.2)


@pytest.mark.parametrize(
    ("degrees", "asks"), [(90, True), (180, True), (270, True), (180, False), (270, False)]
)
def test_a_turned_page_is_righted_by_asking_or_by_trying(
    tmp_path: Path, engine: Engine, degrees: int, asks: bool
) -> None:
    path = saved(tmp_path, sheet().rotate(degrees, expand=True))
    page = read_one(path, replace(engine, turns=asks and engine.turns))
    assert page.turned == degrees
    assert error(page) < 0.02
    assert page.lines[0].top < 0.2


@pytest.mark.parametrize("degrees", [-5.0, 2.0])
def test_a_leaning_page_is_set_straight(tmp_path: Path, engine: Engine, degrees: float) -> None:
    leaning = sheet().rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=255)
    page = read_one(saved(tmp_path, leaning), engine)
    assert page.skew == pytest.approx(degrees, abs=0.3)
    assert error(page) < 0.03


def test_a_turned_and_leaning_page_is_righted(tmp_path: Path, engine: Engine) -> None:
    path = saved(tmp_path, sheet().rotate(92, expand=True, fillcolor=255))
    page = read_one(path, engine)
    assert page.turned == 90
    assert page.skew == pytest.approx(-2, abs=0.3)
    assert error(page) < 0.02


def test_a_shadow_over_the_page_is_no_ink(tmp_path: Path, engine: Engine) -> None:
    shade = Image.linear_gradient("L").resize(A4)
    dull = Image.blend(sheet().point(lambda ink: 70 + ink * 120 // 255), shade, 0.3)
    assert error(read_one(saved(tmp_path, dull), engine)) < 0.03


def test_a_poor_scan_is_read_with_less_confidence(tmp_path: Path, engine: Engine) -> None:
    clean, poor = (
        read_one(saved(tmp_path, page), engine)
        for page in (sheet(), grainy(sheet()).filter(ImageFilter.GaussianBlur(3.2)))
    )
    assert clean.confidence > poor.confidence
    assert clean.pixels != poor.pixels


def test_the_same_page_has_the_same_pixels_wherever_it_is(tmp_path: Path, engine: Engine) -> None:
    one = saved(tmp_path, sheet(), name="satu")
    other = saved(tmp_path, sheet(), name="dua")
    asked = replace(job(one, engine), task="emonev.evidence.ocr.page:digest_page")
    digest, first, second = read(asked, job(one, engine), job(other, engine))
    assert isinstance(digest, RecognisedPage)
    assert first == second
    assert isinstance(first, RecognisedPage)
    assert digest == RecognisedPage(engine="", pixels=first.pixels)
    assert len(digest.pixels) == 64


def test_each_frame_of_a_fax_is_a_page(tmp_path: Path, engine: Engine) -> None:
    path = tmp_path / "faks.tif"
    texts = ["Halaman pertama tentang maklumat", "Halaman kedua tentang permohonan"]
    frames = [sheet(text, (1600, 500)).convert("1") for text in texts]
    frames[0].save(path, save_all=True, append_images=frames[1:], compression="group4")
    pages = read(job(path, engine, page=0), job(path, engine, page=1), job(path, engine, page=2))
    assert [p.text for p in pages if isinstance(p, RecognisedPage)] == texts
    assert isinstance(pages[2], Problem)
    assert pages[2].code == "damaged"


def transparent() -> Image.Image:
    clear = Image.new("RGBA", (1200, 300), (0, 0, 0, 0))
    clear.paste(
        (20, 20, 20, 255),
        mask=sheet("Struktur Organisasi PPID", clear.size).point(lambda v: 255 - v),
    )
    return clear


def deep() -> Image.Image:
    return (
        sheet("Struktur Organisasi PPID", (1200, 300))
        .convert("I")
        .point(lambda v: v * 256)
        .convert("I;16")
    )


@pytest.mark.parametrize("page", [transparent(), deep()], ids=["transparent", "16 bits"])
def test_unusual_pictures_are_read(tmp_path: Path, engine: Engine, page: Image.Image) -> None:
    assert read_one(saved(tmp_path, page), engine).text == "Struktur Organisasi PPID"


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (3000, 2), (90, 110), (640, 480)])
@pytest.mark.parametrize("shade", [0, 255])
def test_a_page_without_anything_on_it_has_no_words(
    tmp_path: Path, engine: Engine, size: tuple[int, int], shade: int
) -> None:
    page = read_one(saved(tmp_path, Image.new("L", size, shade)), engine)
    assert (page.text, page.lines, page.confidence) == ("", (), 0)


def test_a_giant_page_is_read_at_a_lower_resolution(tmp_path: Path, engine: Engine) -> None:
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped] # has no types

    path = tmp_path / "poster.pdf"
    canvas = Canvas(str(path), pagesize=(14_400, 14_400))  # five metres, the most a PDF may have
    canvas.setFont("Helvetica", 700)
    canvas.drawString(1_000, 7_000, "MAKLUMAT PELAYANAN")
    canvas.save()
    page = read_one(path, engine)
    assert page.text == "MAKLUMAT PELAYANAN"
    assert page.lines[0].size == pytest.approx(700, rel=0.1)


def test_a_scan_on_a_page_of_odd_size_keeps_its_pixels(tmp_path: Path, engine: Engine) -> None:
    path = tmp_path / "kecil.pdf"
    sheet().save(path, resolution=1_200.0)  # a sheet that claims to be as large as a stamp
    assert error(read_one(path, engine)) < 0.01


def test_what_is_too_large_or_broken_says_so(tmp_path: Path, engine: Engine) -> None:
    whole = saved(tmp_path, sheet())
    broken = tmp_path / "rusak.png"
    broken.write_bytes(whole.read_bytes()[:3000])
    text = tmp_path / "bukan.pdf"
    text.write_bytes(b"bukan PDF")
    page = saved(tmp_path, sheet(), "pdf")
    limits = Limits(pixels=1_000_000, seconds=60)
    answers = read(
        *(job(path, engine) for path in (whole, broken, text)), job(page, engine, page=9)
    )
    assert [getattr(answer, "code", "") for answer in answers] == [
        "",
        "damaged",
        "damaged",
        "damaged",
    ]
    (large,) = read(job(whole, engine), limits=limits)
    assert isinstance(large, Problem)
    assert large.code == "too-large"


def fake(folder: Path, script: str) -> Engine:
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return Engine(name="tesseract", program=str(path), language="ind", data=str(folder))


@pytest.mark.skipif(sys.platform == "win32", reason="the fake engine is a shell script")
@pytest.mark.parametrize(
    ("script", "code"),
    [
        (f"exec sleep {NAP}", "time-limit"),
        ("cat > /dev/null; exit 3", "crashed"),
        ("exit 0", ""),
        ("kill -SEGV $$", "crashed"),
        ("exec cat", ""),
    ],
)
def test_an_engine_that_fails_loses_the_page_only(tmp_path: Path, script: str, code: str) -> None:
    seconds = 1.5 if code == "time-limit" else 60.0
    path = saved(tmp_path, sheet())
    answer, again = read(*[job(path, fake(tmp_path, script), seconds=seconds)] * 2)
    if code == "":
        assert isinstance(answer, RecognisedPage)
        assert answer.text == ""
    else:
        assert isinstance(answer, Problem)
        assert answer.code == code
    assert type(answer) is type(again)


@pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the engine ends when its pipe breaks"
)
def test_an_engine_dies_with_its_worker(tmp_path: Path) -> None:
    """The check is the fixture's: the supervisor kills the worker, and nothing remains."""
    path = saved(tmp_path, sheet())
    slow = fake(tmp_path, f"exec sleep {NAP}")
    (answer,) = read(job(path, slow, seconds=60), limits=Limits(seconds=2.0))
    assert isinstance(answer, Problem)
    assert answer.code == "time-limit"


def test_an_engine_that_is_gone_is_said_and_not_kept(tmp_path: Path, engine: Engine) -> None:
    path = saved(tmp_path, sheet())
    gone = replace(engine, program=str(tmp_path / "tesseract"))
    (answer,) = read(job(path, gone))
    assert isinstance(answer, Problem)
    assert answer.code == "unreadable"
    assert str(tmp_path) in answer.message.id


def test_a_page_of_drawings_has_little_text(tmp_path: Path, engine: Engine) -> None:
    page = Image.new("L", (1200, 1200), 255)
    draw = ImageDraw.Draw(page)
    for step in range(0, 1200, 60):
        draw.line((0, step, 1200, 1200 - step), fill=0, width=3)
    answer = read_one(saved(tmp_path, page), engine)
    assert answer.confidence < 60 or not answer.text


def test_a_job_keeps_the_form_that_workers_know(tmp_path: Path, engine: Engine) -> None:
    made = job(saved(tmp_path, sheet("a", (50, 50))), engine)
    assert isinstance(made, Job)
    assert made.task.partition(":")[2] == "recognise_page"


def test_a_chart_is_read_box_by_box(tmp_path: Path, engine: Engine) -> None:
    page = sheet("STRUKTUR ORGANISASI PPID", (1654, 1200))
    draw = ImageDraw.Draw(page)
    boxes = {"Pembina": (700, 250), "Sekretariat": (150, 600), "Pelayanan": (700, 600),
             "Dokumentasi": (1250, 600), "Sengketa": (700, 900)}  # fmt: skip
    for name, (x, y) in boxes.items():
        draw.rounded_rectangle((x - 40, y - 40, x + 300, y + 80), 20, outline=0, width=4)
        draw.text((x, y), name, font=ImageFont.load_default(44), fill=20)
        draw.line((x + 120, y - 80, x + 120, y - 40), fill=0, width=4)
    text = read_one(saved(tmp_path, page), engine).text
    assert [name for name in boxes if name not in text] == []
