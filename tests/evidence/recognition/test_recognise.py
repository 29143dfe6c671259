"""The pass as a whole: what OCR reads makes findings, is read once, and stops when it should."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # it ships no types
import pytest
from msgspec.structs import replace

from emonev import hearing
from emonev.evidence import containment
from emonev.evidence.cache import CACHE_PLACE, open_cache
from emonev.evidence.cache.readings import Readings
from emonev.evidence.messages import Job
from emonev.evidence.recognition import Asked, merging, reading
from emonev.evidence.workers import Workers
from emonev.model.assessment import Assessment, EvidenceResult, Recognition
from emonev.model.finding import Outcome
from emonev.pipeline import assess
from tests.evidence.recognition import fake_ocr
from tests.evidence.recognition.asking import assessed, pages_asked
from tests.evidence.recognition.fake_ocr import ENGINE, Words, a_scan, install
from tests.workspaces import TODAY, YEAR, a_workspace, criterion, put

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="workers are forked")

ROOT = Path(__file__).parents[3]
PHRASES = {"JEN-01": "daftar informasi publik", "JEN-02": "rencana kerja"}
WORDS: Words = {
    "dip.pdf": ["DAFTAR INFORMASI PUBLIK\nTahun 2024", "halaman dua terbalik", "Kepala Dinas"],
    "renja.pdf": ["RENCANA STRATEGIS"],
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    a_scan(folder / "bukti/2024/JEN-01/dip.pdf", 3)
    a_scan(folder / "bukti/2024/JEN-02/renja.pdf")
    install(monkeypatch, tmp_path, WORDS)
    return folder


@pytest.fixture
def asked_pages(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Every page that the engine is asked to read, in order."""
    return pages_asked(monkeypatch, fake_ocr.TASK)


def outcomes(assessment: Assessment) -> list[Outcome]:
    return [criterion(assessment, id_).outcome for id_ in PHRASES]


def file(assessment: Assessment, name: str) -> EvidenceResult:
    return next(file for file in assessment.evidence if file.path.endswith(name))


def test_a_scan_is_read_and_its_criterion_met(folder: Path) -> None:
    assert outcomes(assessed(folder, engine="off")) == [Outcome.NEEDS_REVIEW] * 2
    assessment = assessed(folder)
    assert outcomes(assessment) == [Outcome.MET, Outcome.NOT_MET]
    assert assessment.recognition == Recognition(engine="tesseract satu ind", read=4)


def test_a_file_tells_how_its_words_were_had(folder: Path) -> None:
    read = file(assessed(folder), "dip.pdf")
    assert (read.text, read.recognised_pages, read.confidence) == ("ocr", 3, 93)
    assert read.recognised_by == "tesseract satu ind"
    assert "DAFTAR INFORMASI PUBLIK" in read.title
    assert read.years == (2024, 2024)
    assert [code for code in read.note_codes if code in {"ocr", "turned-pages"}] == [
        "ocr", "turned-pages",
    ]  # fmt: skip


def test_what_was_read_is_not_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, asked_pages: list[tuple[str, int]]
) -> None:
    first = assessed(folder)
    assert len(asked_pages) == 4
    monkeypatch.setattr(containment, "Supervisor", None)
    assert assessed(folder) == first
    assert len(asked_pages) == 4


def test_the_title_and_the_signature_are_read_before_the_middle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked_pages: list[tuple[str, int]]
) -> None:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    a_scan(folder / "bukti/2024/JEN-01/a.pdf", 6)
    a_scan(folder / "bukti/2024/JEN-02/b.pdf", 1)
    install(monkeypatch, tmp_path, {"a.pdf": [f"kata {n}" for n in range(6)], "b.pdf": ["dua"]})
    assessed(folder)
    assert asked_pages == [
        ("a.pdf", 1), ("a.pdf", 2), ("a.pdf", 3), ("a.pdf", 6), ("b.pdf", 1), ("a.pdf", 4),
        ("a.pdf", 5),
    ]  # fmt: skip


def test_a_criterion_that_is_met_already_costs_no_ocr(
    folder: Path, asked_pages: list[tuple[str, int]]
) -> None:
    put(folder, "JEN-01/dip.txt", "Daftar Informasi Publik")
    assessment = assessed(folder)
    assert asked_pages == [("renja.pdf", 1)]
    assert assessment.recognition == Recognition(engine="tesseract satu ind", read=1, spare=3)


def test_the_same_page_in_another_file_is_not_read_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked_pages: list[tuple[str, int]]
) -> None:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    for name in ("JEN-01/a.pdf", "JEN-02/b.pdf"):
        a_scan(folder / "bukti/2024" / name)
    install(monkeypatch, tmp_path, {"a.pdf": ["rencana kerja"], "b.pdf": ["rencana kerja"]})
    assert outcomes(assessed(folder)) == [Outcome.NOT_MET, Outcome.MET]
    assert asked_pages == [("a.pdf", 1)]
    a_scan(folder / "bukti/2024/JEN-02/c.pdf")
    install(monkeypatch, tmp_path, {n: ["rencana kerja"] for n in ("a.pdf", "b.pdf", "c.pdf")})
    assessed(folder)
    assert asked_pages == [("a.pdf", 1)]


def test_doubles_are_known_from_batch_to_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked_pages: list[tuple[str, int]]
) -> None:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    a_scan(folder / "bukti/2024/JEN-01/a.pdf", 6)
    install(monkeypatch, tmp_path, {"a.pdf": ["satu", "dua", "tiga", "satu", "dua", "empat"]})
    monkeypatch.setattr(reading, "_BATCH", 2)
    assert assessed(folder).recognition == Recognition(engine="tesseract satu ind", read=6)
    assert sorted(asked_pages) == [("a.pdf", 1), ("a.pdf", 2), ("a.pdf", 3), ("a.pdf", 6)]


def test_without_time_nothing_is_read_and_the_next_run_goes_on(
    folder: Path, asked_pages: list[tuple[str, int]]
) -> None:
    before = assessed(folder, minutes=0)
    assert before.recognition == Recognition(engine="tesseract 5 ind", left=4)
    assert [w.code for w in before.warnings if w.code.startswith("ocr")] == ["ocr-left"]
    assert "ocr-left" in file(before, "renja.pdf").note_codes
    assert outcomes(before) == [Outcome.NEEDS_REVIEW] * 2
    assert not asked_pages
    after = assessed(folder)
    assert outcomes(after) == [Outcome.MET, Outcome.NOT_MET]
    assert "ocr-left" not in file(after, "renja.pdf").note_codes


def test_a_page_that_fails_is_said_and_not_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked_pages: list[tuple[str, int]]
) -> None:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    a_scan(folder / "bukti/2024/JEN-01/dip.pdf", 2)
    install(monkeypatch, tmp_path, {"dip.pdf": ["Daftar Informasi", "!fail"]})
    first = assessed(folder)
    assert first.recognition == Recognition(engine="tesseract satu ind", read=1, failed=1)
    assert outcomes(first)[0] is Outcome.NEEDS_REVIEW
    assert "ocr-failed" in file(first, "dip.pdf").note_codes
    assert "ocr-failed" in [warning.code for warning in first.warnings]
    assert assessed(folder) == first
    assert len(asked_pages) == 2


def test_an_engine_that_is_gone_meanwhile_is_asked_again_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    a_scan(folder / "bukti/2024/JEN-01/dip.pdf", 2)
    install(monkeypatch, tmp_path, {"dip.pdf": ["Daftar Informasi", "!gone"]})
    first = assessed(folder)
    assert first.recognition == Recognition(engine="tesseract satu ind", read=1, unanswered=1)
    assert [w.code for w in first.warnings if w.code.startswith("ocr")] == ["ocr-unanswered"]
    install(monkeypatch, tmp_path, {"dip.pdf": ["Daftar Informasi", "Daftar Informasi Publik"]})
    assert outcomes(assessed(folder))[0] is Outcome.MET


def test_an_engine_that_hangs_loses_one_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    a_scan(folder / "bukti/2024/JEN-01/dip.pdf", 2)
    install(monkeypatch, tmp_path, {"dip.pdf": ["!hang", "Daftar Informasi Publik"]})
    monkeypatch.setattr(reading, "SECONDS", 0.2)
    monkeypatch.setattr(reading, "_GRACE", 0.2)
    assessment = assessed(folder)
    assert assessment.recognition == Recognition(engine="tesseract satu ind", read=1, failed=1)
    assert outcomes(assessment)[0] is Outcome.MET


def test_a_worker_that_talks_nonsense_loses_one_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    a_scan(folder / "bukti/2024/JEN-01/dip.pdf", 2)
    install(monkeypatch, tmp_path, {"dip.pdf": ["!nonsense", "Daftar Informasi Publik"]})
    assessment = assessed(folder)
    assert assessment.recognition == Recognition(engine="tesseract satu ind", read=1, failed=1)


def test_another_engine_gives_its_own_words_and_off_gives_none(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, first = assessed(folder, engine="off"), assessed(folder)
    other = {"dip.pdf": ["huruf", "lain", "sekali"], "renja.pdf": ["RENCANA KERJA"]}
    install(monkeypatch, tmp_path, other, replace(ENGINE, name="rapidocr"))
    second = assessed(folder)
    assert outcomes(second) == [Outcome.NOT_MET, Outcome.MET]
    assert file(second, "dip.pdf").recognised_by == "rapidocr satu ind"
    install(monkeypatch, tmp_path, WORDS)
    assert assessed(folder) == first
    assert assessed(folder, engine="off") == plain


def test_another_release_of_an_engine_reads_anew_and_the_old_words_go(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    asked_pages: list[tuple[str, int]],
) -> None:
    assessed(folder)
    install(monkeypatch, tmp_path, WORDS, replace(ENGINE, edition="dua"))
    assert file(assessed(folder), "dip.pdf").recognised_by == "tesseract dua ind"
    assert len(asked_pages) == 8
    with contextlib.closing(sqlite3.connect(folder / CACHE_PLACE)) as database:
        kept = database.execute("SELECT DISTINCT edition FROM recognised").fetchall()
        merged = database.execute("SELECT count(*) FROM facts WHERE edition LIKE '%+%'").fetchall()
    assert kept == [("tesseract dua 60",)]
    assert merged == [(2,)]


def test_without_an_engine_a_person_is_told_what_to_do(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, tmp_path, {}, None)
    assessment = assessed(folder)
    assert assessment.recognition == Recognition(left=4)
    (told,) = [w.message.id for w in assessment.warnings if w.code == "ocr-missing"]
    assert "emonev doctor" in told


def test_the_workspace_says_what_the_command_line_does_not(folder: Path) -> None:
    with open_cache(folder) as cache:  # emonev.yaml says off
        plain = assess(folder, YEAR, today=TODAY, cache=cache)
    assert plain.recognition == Recognition(off=True, left=4)
    assert [w.code for w in plain.warnings if w.code.startswith("ocr")] == ["ocr-off"]
    place = folder / "emonev.yaml"
    words = place.read_text(encoding="utf-8").replace("ocr: off", "ocr: auto\nocr-budget: 0")
    place.write_text(words, encoding="utf-8")
    assert assess(folder, YEAR, today=TODAY).recognition == Recognition(
        engine="tesseract 5 ind", left=4
    )


def test_a_page_read_badly_awaits_a_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    a_scan(folder / "bukti/2024/JEN-01/dip.pdf")
    install(monkeypatch, tmp_path, {"dip.pdf": ["Daftar Informasi Publik@31"]})
    assessment = assessed(folder)
    assert outcomes(assessment)[0] is Outcome.NEEDS_REVIEW
    assert file(assessment, "dip.pdf").confidence == 31


def test_with_and_without_a_cache_the_result_is_the_same(folder: Path) -> None:
    without = assess(folder, YEAR, today=TODAY, ocr=Asked(engine="auto", minutes=5))
    assert without == assessed(folder)


def test_a_cache_lost_after_the_reading_gives_what_the_file_itself_says(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessed(folder)
    facts = Readings.facts

    def forgetful(self: Readings, edition: str, content: tuple[str, str]) -> bytes | None:
        return None if "+" in edition else facts(self, edition, content)

    monkeypatch.setattr(Readings, "facts", forgetful)
    monkeypatch.setattr(merging.Merging, "merge", lambda self, documents: {
        each.content: self._edition(each) for each in documents
    })  # fmt: skip
    assert outcomes(assessed(folder)) == [Outcome.NEEDS_REVIEW] * 2


def test_progress_tells_pages_and_never_more_time_than_there_is(folder: Path) -> None:
    told: list[tuple[int, int, float | None]] = []
    asked = Asked(engine="auto", minutes=2, progress=lambda *now: told.append(now))
    assess(folder, YEAR, today=TODAY, ocr=asked)
    assert list(dict.fromkeys((done, total) for done, total, _ in told)) == [
        (n, 4) for n in range(5)
    ]
    assert {rest for done, _, rest in told if done == 0} == {None}
    assert all(0 <= rest <= 120 for _, _, rest in told if rest is not None)
    assert told[-1][2] == 0


def test_nothing_remains_of_the_workers(folder: Path) -> None:
    before = set(psutil.Process().children(recursive=True))
    assessed(folder)
    assert set(psutil.Process().children(recursive=True)) == before


SCRIPT = """
import datetime, sys
from pathlib import Path
import pytest
from emonev.evidence.cache import open_cache
from emonev.evidence.recognition import Asked
from emonev.pipeline import assess
from tests.evidence.recognition import fake_ocr
from tests.evidence.recognition.fake_ocr import install

folder = Path(sys.argv[1])
words = {"dip.pdf": [f"halaman {n}" for n in range(6)] + ["!hang"]}
install(pytest.MonkeyPatch(), folder.parent, words)
def progress(done, total, rest):
    if done == 6:
        print("six", flush=True)
with open_cache(folder) as cache:
    assess(folder, 2024, today=datetime.date(2024, 9, 27), cache=cache,
           ocr=Asked(engine="auto", minutes=5, progress=progress))
"""


def test_ctrl_c_keeps_what_was_read_and_leaves_no_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked_pages: list[tuple[str, int]]
) -> None:
    folder = a_workspace(tmp_path / "ruang", PHRASES, {})
    a_scan(folder / "bukti/2024/JEN-01/dip.pdf", 7)
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(SCRIPT), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "six\n"
    workers = psutil.Process(process.pid).children(recursive=True)
    began = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=10)
    assert time.monotonic() - began < 5
    assert not [worker for worker in workers if worker.is_running()]
    install(monkeypatch, tmp_path, {"dip.pdf": ["?"] * 6 + ["halaman 6"]})
    assessment = assessed(folder)
    assert asked_pages == [("dip.pdf", 7)]
    assert assessment.recognition == Recognition(engine="tesseract satu ind", read=7)


def test_workers_of_the_run_are_used_unless_the_engine_needs_more_memory(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits: list[int] = []
    read = Workers.read

    def listening(self: Workers, jobs: Sequence[Job], enough: object = None) -> Iterator[object]:
        if jobs:
            limits.append(self.limits.memory)
        return read(self, jobs, enough)  # type: ignore[arg-type]  # what it was given

    monkeypatch.setattr(Workers, "read", listening)
    assessed(folder)
    assert len(set(limits)) == 1
    monkeypatch.setattr(type(ENGINE), "memory", 3 * 1024**3)
    assess(folder, YEAR, today=TODAY, ocr=Asked(engine="auto", minutes=5))
    assert 3 * 1024**3 in limits


def test_a_second_run_judges_nothing_even_where_pages_were_not_worth_reading(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, "JEN-01/dip.txt", "Daftar Informasi Publik")
    first = assessed(folder)
    assert first.recognition == Recognition(engine="tesseract satu ind", read=1, spare=3)
    monkeypatch.setattr(hearing, "judge", None)
    assert assessed(folder) == first
