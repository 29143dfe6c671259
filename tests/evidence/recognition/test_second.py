"""The second pass: another engine looks at what the first one read, the worst pages first."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from msgspec.structs import replace

from emonev.evidence import containment
from emonev.evidence.cache import open_cache
from emonev.evidence.recognition import Asked
from emonev.model.assessment import Assessment, EvidenceResult, Recognition
from emonev.model.finding import Outcome
from emonev.pipeline import assess
from tests.evidence.recognition import fake_ocr
from tests.evidence.recognition.asking import assessed, pages_asked
from tests.evidence.recognition.fake_ocr import ENGINE, SECOND, Words, a_scan, install
from tests.workspaces import TODAY, YEAR, a_workspace, criterion

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="workers are forked")

ROOT = Path(__file__).parents[3]
PHRASES = {"JEN-01": "daftar informasi publik", "JEN-02": "rencana kerja"}
FIRST, OTHER = "tesseract satu ind", "rapidocr dua latin"
POOR = "Dattar lntormasi Fubl1k@40"
WELL = "Daftar Informasi Publik tahun ini dan seterusnya@95"
WORDS: Words = {"dip.pdf": [f"{POOR}//{WELL}", "halaman kedua yang terbaca dengan baik"]}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    a_scan(folder / "bukti/2024/JEN-01/dip.pdf", 2)
    install(monkeypatch, tmp_path, WORDS, other=SECOND)
    return folder


@pytest.fixture
def asked_again(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Every page that the second engine is asked to look at, in order."""
    return pages_asked(monkeypatch, fake_ocr.SECOND_TASK)


def file(assessment: Assessment, name: str = "dip.pdf") -> EvidenceResult:
    return next(file for file in assessment.evidence if file.path.endswith(name))


def read_by(folder: Path) -> list[tuple[str, int | None]]:
    """Return which engine read each page of the only file, and how surely, as its facts say."""
    import msgspec

    from emonev.model.facts import Facts

    with open_cache(folder) as cache:
        rows = cache._store.ask("SELECT facts FROM facts WHERE edition LIKE '%+%'")
    ((kept,),) = rows
    return [
        (page.read_by, page.confidence) for page in msgspec.msgpack.decode(kept, type=Facts).pages
    ]


def test_a_page_read_poorly_is_read_again_and_decides(folder: Path) -> None:
    assert criterion(assessed(folder, engine="tesseract"), "JEN-01").outcome is Outcome.NEEDS_REVIEW
    assessment = assessed(folder)
    assert criterion(assessment, "JEN-01").outcome is Outcome.MET
    assert assessment.recognition == Recognition(engine=FIRST, read=2, second=OTHER, again=1)


def test_facts_and_notes_tell_which_engine_read_which_page(folder: Path) -> None:
    result = file(assessed(folder))
    assert read_by(folder) == [(OTHER, 95), (FIRST, 93)]
    assert result.recognised_by == f"{OTHER} + {FIRST}"
    assert [note.id for note in result.notes if note.id.startswith("Dibaca dengan OCR")] == [
        f"Dibaca dengan OCR ({OTHER}): halaman 1; keyakinan rata-rata 95 %.",
        f"Dibaca dengan OCR ({FIRST}): halaman 2; keyakinan rata-rata 93 %.",
    ]


def test_an_engine_that_was_chosen_reads_alone(
    folder: Path, asked_again: list[tuple[str, int]]
) -> None:
    assessment = assessed(folder, engine="tesseract")
    assert assessment.recognition == Recognition(engine=FIRST, read=2)
    assert not asked_again


def test_what_was_looked_at_is_not_looked_at_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, asked_again: list[tuple[str, int]]
) -> None:
    first = assessed(folder)
    assert asked_again == [("dip.pdf", 1), ("dip.pdf", 2)]
    monkeypatch.setattr(containment, "Supervisor", None)
    assert assessed(folder) == first
    assert len(asked_again) == 2


def test_with_and_without_a_cache_the_result_is_the_same(folder: Path) -> None:
    without = assess(folder, YEAR, today=TODAY, ocr=Asked(engine="auto", minutes=5))
    assert without == assessed(folder)


def test_the_worst_pages_come_first_and_those_read_surely_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked_again: list[tuple[str, int]]
) -> None:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    a_scan(folder / "bukti/2024/JEN-01/a.pdf", 4)
    words = {"a.pdf": ["pasti@95", "kurang pasti@85", "buruk@30", "!fail//terbaca"]}
    install(monkeypatch, tmp_path, words, other=SECOND)
    assessed(folder)
    assert asked_again == [("a.pdf", 3), ("a.pdf", 4), ("a.pdf", 2), ("a.pdf", 1)]


def test_a_criterion_that_the_first_reading_meets_costs_no_second_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked_again: list[tuple[str, int]]
) -> None:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    a_scan(folder / "bukti/2024/JEN-01/dip.pdf")
    a_scan(folder / "bukti/2024/JEN-02/renja.pdf")
    words = {"dip.pdf": ["Daftar Informasi Publik@95"], "renja.pdf": ["Rencana Strategis@95"]}
    install(monkeypatch, tmp_path, words, other=SECOND)
    assessment = assessed(folder)
    assert asked_again == [("renja.pdf", 1)]
    assert assessment.recognition == Recognition(engine=FIRST, read=2)


def test_a_page_that_the_first_engine_could_not_read_is_read_by_the_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    a_scan(folder / "bukti/2024/JEN-01/dip.pdf", 2)
    words = {"dip.pdf": [f"!fail//{WELL}", "!fail//!fail"]}
    install(monkeypatch, tmp_path, words, other=SECOND)
    assessment = assessed(folder)
    assert assessment.recognition == Recognition(
        engine="tesseract 5 ind", read=1, failed=1, second=OTHER, again=1
    )
    assert assessed(folder) == assessment


def test_a_second_engine_that_fails_leaves_the_first_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    a_scan(folder / "bukti/2024/JEN-01/dip.pdf")
    install(monkeypatch, tmp_path, {"dip.pdf": [f"{POOR}//!fail"]}, other=SECOND)
    assessment = assessed(folder)
    assert assessment.recognition == Recognition(engine=FIRST, read=1)
    assert file(assessment).confidence == 40


def test_a_second_engine_that_cannot_be_started_is_said_and_asked_again_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    a_scan(folder / "bukti/2024/JEN-01/dip.pdf")
    install(monkeypatch, tmp_path, {"dip.pdf": [f"{POOR}//!gone"]}, other=SECOND)
    assessment = assessed(folder)
    assert assessment.recognition == Recognition(
        engine=FIRST, read=1, second="tesseract 5 ind", again_left=1
    )
    (told,) = [w.message.id for w in assessment.warnings if w.code == "ocr-again-left"]
    assert "emonev doctor" in told
    install(monkeypatch, tmp_path, {"dip.pdf": [f"{POOR}//{WELL}"]}, other=SECOND)
    assert criterion(assessed(folder), "JEN-01").outcome is Outcome.MET


def test_without_time_for_the_second_look_the_next_run_goes_on(
    folder: Path,
    asked_again: list[tuple[str, int]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    install(monkeypatch, tmp_path, WORDS)
    assessed(folder)
    install(monkeypatch, tmp_path, WORDS, other=SECOND)
    before = assessed(folder, minutes=0)
    assert before.recognition is not None
    assert (before.recognition.read, before.recognition.again_left) == (2, 2)
    assert criterion(before, "JEN-01").outcome is Outcome.NEEDS_REVIEW
    assert not asked_again
    after = assessed(folder)
    assert criterion(after, "JEN-01").outcome is Outcome.MET
    assert after.recognition == Recognition(engine=FIRST, read=2, second=OTHER, again=1)


def test_without_time_for_the_first_reading_there_is_no_second(
    folder: Path, asked_again: list[tuple[str, int]]
) -> None:
    assessment = assessed(folder, minutes=0)
    assert assessment.recognition == Recognition(engine="tesseract 5 ind", left=2)
    assert not asked_again


def test_another_release_of_either_engine_looks_anew(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    asked_again: list[tuple[str, int]],
) -> None:
    assessed(folder)
    install(monkeypatch, tmp_path, WORDS, other=replace(SECOND, edition="tiga"))
    assessed(folder)
    install(monkeypatch, tmp_path, WORDS, replace(ENGINE, edition="dua"), SECOND)
    assessed(folder)
    assert len(asked_again) == 6
    with open_cache(folder) as cache:
        kept = cache._store.ask("SELECT DISTINCT edition FROM recognised ORDER BY edition")
    assert kept == [("rapidocr-again dua 60 tesseract dua 60",), ("tesseract dua 60",)]


def test_the_same_page_is_read_a_second_time_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked_again: list[tuple[str, int]]
) -> None:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    for name in ("JEN-01/a.pdf", "JEN-02/b.pdf"):
        a_scan(folder / "bukti/2024" / name)
    words = {name: [f"{POOR}//{WELL}"] for name in ("a.pdf", "b.pdf")}
    install(monkeypatch, tmp_path, words, other=SECOND)
    assessment = assessed(folder)
    assert asked_again == [("a.pdf", 1)]
    assert assessment.recognition is not None
    assert assessment.recognition.again == 2


def test_progress_counts_both_passes_on_one_bar(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    asked = Asked(
        engine="auto", minutes=2, progress=lambda done, all_, _: told.append((done, all_))
    )
    assess(folder, YEAR, today=TODAY, ocr=asked)
    assert list(dict.fromkeys(told)) == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]


def test_progress_counts_pages_that_wait_from_earlier_runs(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, tmp_path, WORDS)
    assessed(folder)
    a_scan(folder / "bukti/2024/JEN-02/renja.pdf")
    install(monkeypatch, tmp_path, WORDS | {"renja.pdf": ["lain"]}, other=SECOND)
    told: list[tuple[int, int]] = []
    asked = Asked(
        engine="auto", minutes=2, progress=lambda done, all_, _: told.append((done, all_))
    )
    with open_cache(folder) as cache:
        assess(folder, YEAR, today=TODAY, cache=cache, ocr=asked)
    assert list(dict.fromkeys(told)) == [(n, 4) for n in range(5)]


SCRIPT = """
import datetime, sys
from pathlib import Path
import pytest
from emonev.evidence.cache import open_cache
from emonev.evidence.recognition import Asked
from emonev.pipeline import assess
from tests.evidence.recognition.fake_ocr import SECOND, install

folder = Path(sys.argv[1])
words = {"dip.pdf": ["buruk 0@30//baik", "buruk 1@30//baik", "buruk 2@30//!hang"]}
install(pytest.MonkeyPatch(), folder.parent, words, other=SECOND)
def progress(done, total, rest):
    if done == 5:
        print("five", flush=True)
with open_cache(folder) as cache:
    assess(folder, 2024, today=datetime.date(2024, 9, 27), cache=cache,
           ocr=Asked(engine="auto", minutes=5, progress=progress))
"""


def test_ctrl_c_in_the_second_pass_keeps_all_that_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked_again: list[tuple[str, int]]
) -> None:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    a_scan(folder / "bukti/2024/JEN-01/dip.pdf", 3)
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(SCRIPT), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "five\n"
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=10)
    words = {"dip.pdf": ["?//?", "?//?", "buruk 2@30//baik sekali"]}
    install(monkeypatch, tmp_path, words, other=SECOND)
    assessment = assessed(folder)
    assert asked_again == [("dip.pdf", 3)]
    assert assessment.recognition is not None
    assert (assessment.recognition.read, assessment.recognition.again) == (3, 3)
