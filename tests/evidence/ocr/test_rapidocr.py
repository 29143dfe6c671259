"""The engine of the extra `ocr`, where it is installed; said where it is not."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from emonev.evidence.limits import Limits
from emonev.evidence.ocr import Engine, find_engine
from emonev.evidence.ocr.layout import Box
from emonev.evidence.ocr.rapidocr import in_order, spaced
from emonev.evidence.ocr.request import SECOND_TASK, RecogniseRequest
from emonev.evidence.recognised import RecognisedPage
from emonev.evidence.recognition.better import better_of
from emonev.model.facts import LOW_CONFIDENCE, Problem
from tests.conftest import REQUIRE_PROGRAMS, program
from tests.evidence.ocr.pages import error, job, read, read_one, saved, sheet

SHORT = "PENETAPAN DAFTAR\nINFORMASI PUBLIK\nTAHUN 2024"


@pytest.fixture(scope="module")
def engine() -> Engine:
    if find_spec("rapidocr") is None or find_spec("onnxruntime") is None:
        missing = "needs the extra: pip install 'emonev[ocr]'"
        pytest.fail(missing) if os.environ.get(REQUIRE_PROGRAMS) else pytest.skip(missing)
    found = find_engine("rapidocr")
    assert found
    return found


def test_pages_are_read_upright_and_turned_within_the_worker_and_its_memory(
    tmp_path: Path, engine: Engine
) -> None:
    page = sheet(SHORT, (1000, 500), points=18)
    upright = saved(tmp_path, page, name="tegak")
    turned = saved(tmp_path, page.rotate(180), name="terbalik")
    empty = saved(tmp_path, sheet("", (900, 4)), name="kosong")
    limits = Limits(memory=engine.memory, seconds=240)
    answers = read(*(job(path, engine) for path in (upright, turned, empty)), limits=limits)
    pages = [answer for answer in answers if isinstance(answer, RecognisedPage)]
    assert len(pages) == 3, answers
    assert [error(each, SHORT) < 0.03 for each in pages] == [True, True, False]
    assert [each.text for each in pages][2] == ""
    assert pages[0].confidence > 90
    assert pages[0].engine == engine.describe()


def second_of(path: Path, engine: Engine, first: RecognisedPage) -> RecognisedPage:
    """Return what a worker makes of a page that another engine has read."""
    asked = RecogniseRequest(engine=engine, page=0, first=first)
    again = replace(job(path, engine), task=SECOND_TASK, request=msgspec.msgpack.encode(asked))
    (answer,) = read(again, limits=Limits(memory=engine.memory, seconds=240))
    assert isinstance(answer, RecognisedPage), answer
    return answer


@pytest.fixture(scope="module")
def tesseract() -> Engine:
    program("tesseract")
    found = find_engine("tesseract")
    assert found
    return found


def test_pale_print_that_tesseract_does_not_see_is_read_by_the_second(
    tmp_path: Path, engine: Engine, tesseract: Engine
) -> None:
    page = saved(tmp_path, sheet().point(lambda ink: round(235 - (255 - ink) * 0.12)))
    first = read_one(page, tesseract)
    assert first.is_poor
    kept = better_of(first, second_of(page, engine, first))
    assert kept
    assert error(kept) < 0.05
    assert kept.confidence >= LOW_CONFIDENCE
    assert kept.engine == engine.describe()


def test_a_page_that_tesseract_reads_well_is_left_to_it_unless_it_passed_lines_over(
    tmp_path: Path, engine: Engine, tesseract: Engine
) -> None:
    page = saved(tmp_path, sheet())
    first = read_one(page, tesseract)
    assert second_of(page, engine, first).engine == ""
    half = replace(first, lines=first.lines[:7])
    assert error(second_of(page, engine, half)) < 0.05


def test_without_the_package_a_page_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rapidocr.py").write_text("raise ImportError(name='rapidocr')\n")
    (tmp_path / "numpy.py").touch()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("numpy", "rapidocr"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    gone = Engine(name="rapidocr", program=str(tmp_path), language="latin")
    (answer,) = read(job(saved(tmp_path, sheet(SHORT, (400, 300))), gone))
    assert isinstance(answer, Problem)
    assert answer.code == "unreadable"
    assert "pip install" in answer.message.id


def test_runs_side_by_side_make_a_line_and_a_gap_makes_a_block() -> None:
    runs = [
        (Box(500, 102, 700, 132), "informasi", 90.0),
        (Box(100, 100, 300, 130), "Daftar", 95.0),
        (Box(100, 300, 300, 330), "publik", 90.0),
        (Box(100, 140, 300, 170), "tahun", 90.0),
    ]
    seen = [(word.text, word.block, word.line) for word in in_order(runs)]
    assert seen == [("Daftar", 0, 0), ("informasi", 0, 0), ("tahun", 0, 1), ("publik", 1, 2)]


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("KeterbukaanInformasi Publik", ["Keterbukaan", "Informasi", "Publik"], "Keterbukaan Informasi Publik"),
        ("KESATU", ["K", "E", "S", "A", "TU"], "KESATU"),
        (":Penetapan Daftar", [":", "Pen", "etapan", "D", "aftar"], ":Penetapan Daftar"),
        ("Daftar Informasi", ["DaftarInformasi"], "Daftar Informasi"),
        ("Daftar", ["Dafter", "Informasi"], "Daftar"),
        ("Daftar", [], "Daftar"),
    ],
)  # fmt: skip
def test_words_that_were_glued_are_parted_and_whole_ones_stay(
    text: str, words: list[str], told: str
) -> None:
    assert spaced(text, words) == told
