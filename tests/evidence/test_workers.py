"""The crew of a run: started once, by the first pass that has something to read, and gone after it."""

import os
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import psutil  # type: ignore[import-untyped]  # it ships no types
import pytest
from msgspec.structs import replace

from emonev.evidence import containment
from emonev.evidence.limits import Limits
from emonev.evidence.messages import Job
from emonev.evidence.workers import Workers
from emonev.model.facts import DocumentText, Facts
from tests.evidence.hostile_reader import READER

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the hostile reader uses signals")

LIMITS = Limits(seconds=20, memory=700 * 1024**2)


def jobs_of(folder: Path, *contents: str) -> list[Job]:
    jobs = []
    for number, content in enumerate(contents):
        path = folder / f"{number}.txt"
        path.write_text(content, encoding="utf-8")
        jobs.append(Job((os.fsencode(path),), "text", path.stat().st_size, (0,)))
    return jobs


def facts(reply: bytes) -> Facts:
    return msgspec.msgpack.decode(reply, type=Facts)


def children() -> set[int]:
    return {child.pid for child in psutil.Process().children()}


def say_what_was_asked(
    path: Path, format_: str, limits: Limits, request: bytes
) -> tuple[Facts, DocumentText | None]:
    """Serve as a task: its answer travels in the place of the text."""
    return Facts(format=format_), DocumentText((request.decode(),), (str(os.getpid()),))


TASK = f"{__name__}:say_what_was_asked"


def test_a_pass_without_jobs_starts_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containment, "Supervisor", None)
    with Workers(LIMITS, READER) as workers:
        assert list(workers.read([])) == []


def test_a_second_pass_meets_the_same_workers(tmp_path: Path) -> None:
    (job,) = jobs_of(tmp_path, "good")
    before = children()
    with Workers(LIMITS, READER) as workers:
        (read,) = list(workers.read([job]))
        (asked,) = list(workers.read([replace(job, task=TASK, request=b"halaman 3")]))
        assert len(children() - before) == 1
    answer = msgspec.msgpack.decode(asked[1].text or b"", type=DocumentText)
    assert answer.printed == ("halaman 3",)
    assert answer.normal == (facts(read[1].facts).properties["pid"],)
    assert children() == before


def test_workers_that_were_started_ahead_read_the_first_pass(tmp_path: Path) -> None:
    before = children()
    with Workers(LIMITS, READER) as workers:
        workers.begin()
        ahead = children() - before
        assert len(ahead) == containment.workers_for(2)
        replies = list(workers.read(jobs_of(tmp_path, "good", "good")))
        assert {int(facts(reply.facts).properties["pid"]) for _, reply in replies} <= ahead
    assert children() == before


def test_a_worker_started_ahead_is_ready_for_its_first_job(tmp_path: Path) -> None:
    with Workers(LIMITS) as workers:
        workers.begin()
        (job,) = jobs_of(tmp_path, "Daftar Informasi Publik tahun 2024")
        ((_, reply),) = workers.read([job])
    assert facts(reply.facts).years_about == (2024, 2024)


def test_workers_started_ahead_go_where_there_was_nothing_to_read() -> None:
    before = children()
    with Workers(LIMITS) as workers:
        workers.begin()
    assert children() == before


def test_a_worker_that_died_before_the_first_job_is_replaced(tmp_path: Path) -> None:
    before = children()
    with Workers(LIMITS, READER) as workers:
        workers.begin()
        for child in map(psutil.Process, children() - before):
            child.kill()
            while child.status() != psutil.STATUS_ZOMBIE:
                time.sleep(0.01)
        replies = list(workers.read(jobs_of(tmp_path, *["good"] * 4)))
    assert [facts(reply.facts).problem for _, reply in replies] == [None] * 4


def test_what_is_needed_later_is_loaded_while_the_workers_are_busy(tmp_path: Path) -> None:
    sys.modules.pop("this_is_loaded_later", None)
    (tmp_path / "this_is_loaded_later.py").write_text("", encoding="utf-8")
    sys.path.insert(0, str(tmp_path))
    try:
        with Workers(LIMITS, READER, later=["this_is_loaded_later"]) as workers:
            assert "this_is_loaded_later" not in sys.modules
            assert len(list(workers.read(jobs_of(tmp_path, "slow")))) == 1
        assert "this_is_loaded_later" in sys.modules
    finally:
        sys.path.remove(str(tmp_path))


def test_a_larger_pass_is_given_more_workers(tmp_path: Path) -> None:
    before = children()
    with Workers(LIMITS, READER) as workers:
        list(workers.read(jobs_of(tmp_path, "good")))
        assert len(list(workers.read(jobs_of(tmp_path, *["good"] * 9)))) == 9
        assert len(children() - before) == containment.workers_for(9)


def test_what_was_begun_is_answered_and_the_rest_is_left(tmp_path: Path) -> None:
    answered: list[int] = []
    with Workers(LIMITS, READER) as workers:
        for number, _ in workers.read(jobs_of(tmp_path, *["slow"] * 40), lambda: bool(answered)):
            answered.append(number)
        assert 1 <= len(answered) < 10
        again = [facts(reply.facts).problem for _, reply in workers.read(jobs_of(tmp_path, "good"))]
    assert again == [None]


def test_a_pass_that_is_left_takes_its_workers_with_it(tmp_path: Path) -> None:
    before = children()
    with Workers(LIMITS, READER) as workers:
        replies = workers.read(jobs_of(tmp_path, "good", "hang"))
        next(iter(replies))
        replies.close()  # type: ignore[attr-defined]  # a generator, as iterating it by half shows
        assert children() == before
        assert len(list(workers.read(jobs_of(tmp_path, "good", "good")))) == 2
    assert children() == before


def test_a_job_may_bring_its_own_time_limit(tmp_path: Path) -> None:
    hangs, slow = jobs_of(tmp_path, "hang", "slow")
    with Workers(Limits(seconds=20), READER) as workers:
        ((_, lost),) = workers.read([replace(hangs, seconds=0.3)])
    with Workers(Limits(seconds=0.1), READER) as workers:
        ((_, had),) = workers.read([replace(slow, seconds=10.0)])
    assert facts(had.facts).problem is None
    problem = facts(lost.facts).problem
    assert problem is not None
    assert problem.code == "time-limit"


def test_no_machinery_is_loaded_before_it_is_needed() -> None:
    script = "import sys, emonev.pipeline; print('multiprocessing' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "False"
