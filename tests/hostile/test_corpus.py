"""Every sample of the table: the run ends, says what was wrong, and no other file is the worse."""

import datetime
import json
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # it ships no types
import pytest

from emonev.evidence.limits import Limits
from emonev.evidence.recognition import Asked
from emonev.model.assessment import Assessment, CriterionResult, EvidenceResult
from emonev.pipeline import assess
from tests.hostile.make import make, sound
from tests.hostile.table import SAMPLES, Sample
from tests.workspaces import YEAR, criterion

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits memory as Linux does")

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2024, 9, 27)
MEGABYTE = 1024**2
# Less than usual, so that what fills the memory has filled it soon; a worker begins with what
# address space the tests themselves take up.
ROOM = 600 * MEGABYTE
ALL = [sample for samples in SAMPLES.values() for sample in samples]

SLOW = "putar-gambar.pdf"
# Of a whole run with the usual limits, on two cores or eight.
MOST_OF_PARENT = 300 * MEGABYTE
MOST_OF_WORKER = Limits().memory


def assessed(folder: Path) -> Assessment:
    limits = Limits(memory=ROOM + psutil.Process().memory_info().vms)
    return assess(folder, YEAR, today=TODAY, limits=limits, ocr=Asked(engine="off"))


def told(assessment: Assessment, sample: Sample) -> EvidenceResult:
    return next(file for file in assessment.evidence if file.path.endswith(f"/{sample.name}"))


def others(assessment: Assessment, sample: Sample | None = None) -> list[EvidenceResult]:
    name = sample.name if sample else "/"
    return [file for file in assessment.evidence if not file.path.endswith(f"/{name}")]


def worth(result: CriterionResult) -> tuple[object, ...]:
    return (result.outcome, result.share_low, result.share_high, result.points)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    folder = tmp_path_factory.mktemp("utuh")
    sound(folder)
    return assessed(folder)


@pytest.mark.parametrize("sample", ALL, ids=lambda sample: sample.name)
def test_a_hostile_file_is_told_and_costs_only_itself(
    tmp_path: Path, sample: Sample, untouched: Assessment
) -> None:
    place = sound(tmp_path)
    sample.make(place / sample.name)
    before = psutil.Process().children(recursive=True)  # Python's tracker of resources, perhaps
    begun = time.monotonic()
    assessment = assessed(tmp_path)
    assert time.monotonic() - begun < 2 * Limits().seconds + 30  # tried twice, on a busy machine
    file = told(assessment, sample)
    assert file.problem_code in sample.problems
    assert set(sample.notes) <= set(file.note_codes)
    assert (file.problem is None) == (not file.problem_code)
    assert others(assessment, sample) == others(untouched)
    assert criterion(assessment, "JEN-01") == criterion(untouched, "JEN-01")
    assert worth(criterion(assessment, "JEN-02")) == worth(criterion(untouched, "JEN-02"))
    assert assessment.total == untouched.total
    assert psutil.Process().children(recursive=True) == before


def test_all_together_stay_within_bounds_of_time_and_memory(
    tmp_path: Path, untouched: Assessment
) -> None:
    place = make(tmp_path / "ruang")
    # Fills the memory of two workers one after the other: with its usual limit that takes long.
    (place / SLOW).unlink()
    command = [sys.executable, "-m", "emonev", "score", str(tmp_path / "ruang")]
    command += ["--json", "--date", TODAY.isoformat()]
    out, said = tmp_path / "keluar.json", tmp_path / "galat.txt"
    with out.open("wb") as stdout, said.open("wb") as stderr:
        run = subprocess.Popen(command, stdout=stdout, stderr=stderr, cwd=ROOT)
        peaks = _peaks(run)
    assert (run.returncode, "Traceback" in said.read_text(encoding="utf-8")) == (0, False)
    assert peaks[run.pid] < MOST_OF_PARENT
    assert max(peaks.values()) < MOST_OF_WORKER
    result = json.loads(out.read_bytes())
    codes = {Path(f["path"]).name: f.get("problem-code", "") for f in result["evidence"]}
    wrong = {
        s.name: codes[s.name] for s in ALL if s.name != SLOW and codes[s.name] not in s.problems
    }
    assert wrong == {}
    assert result["total"]["low"] == untouched.total.low
    report = (tmp_path / "ruang/laporan/2024.html").read_text(encoding="utf-8")
    assert "root:" not in report + json.dumps(result)  # of /etc/passwd


def _peaks(run: "subprocess.Popen[bytes]") -> dict[int, int]:
    """Wait for a run; return the most memory that it and each of its children held."""
    peaks: dict[int, int] = defaultdict(int)
    until = time.monotonic() + 300
    while run.poll() is None:
        assert time.monotonic() < until
        for process in _family(run.pid):
            try:
                peaks[process.pid] = max(peaks[process.pid], process.memory_info().rss)
            except psutil.Error:
                continue
        time.sleep(0.05)
    return peaks


def _family(pid: int) -> list[psutil.Process]:
    try:
        parent = psutil.Process(pid)
        return [parent, *parent.children(recursive=True)]
    except psutil.Error:
        return []


def test_the_manual_tells_what_is_tried() -> None:
    from tests.hostile import page  # loads what Linux alone has

    assert page.PLACE.read_text(encoding="utf-8") == page.text(), (
        "docs/hostility.md differs: run python -m tests.hostile.page"
    )
