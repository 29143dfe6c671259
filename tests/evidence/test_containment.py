import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import psutil  # type: ignore[import-untyped]  # it ships no types
import pytest

from emonev.evidence.containment import MemoryBy, Start, Supervisor, workers_for
from emonev.evidence.limits import Limits
from emonev.evidence.messages import Job, Reply
from emonev.model.facts import DocumentText, Facts
from tests.evidence.hostile_reader import READER

ROOT = Path(__file__).parents[2]
QUICK = Limits(seconds=10.0, memory=700 * 1024**2)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the hostile reader uses signals")


@pytest.fixture(autouse=True)
def _no_process_remains() -> Iterator[None]:
    before = set(psutil.Process().children())
    yield
    left = [child for child in psutil.Process().children() if child not in before]
    # Spawning starts a tracker that lives as long as the test run and reads nothing.
    assert [p for p in left if "resource_tracker" not in " ".join(p.cmdline())] == []


def jobs_of(folder: Path, *contents: str) -> list[Job]:
    jobs = []
    for number, content in enumerate(contents):
        path = folder / f"{number}.txt"
        path.write_text(content, encoding="utf-8")
        state = path.stat()
        jobs.append(Job((os.fsencode(path),), "text", state.st_size, (state.st_mtime_ns,)))
    return jobs


def read_all(
    jobs: list[Job],
    *,
    workers: int = 1,
    limits: Limits = QUICK,
    start: Start | None = None,
    memory_by: MemoryBy | None = None,
) -> list[Reply]:
    with Supervisor(
        limits, workers=workers, reader=READER, start=start, memory_by=memory_by
    ) as supervisor:
        replies = dict(supervisor.read(jobs))
    assert sorted(replies) == list(range(len(jobs)))
    return [replies[number] for number in sorted(replies)]


def codes(replies: list[Reply]) -> list[str]:
    found = [msgspec.msgpack.decode(reply.facts, type=Facts).problem for reply in replies]
    return ["" if problem is None else problem.code for problem in found]


def pid_of(reply: Reply) -> str:
    return msgspec.msgpack.decode(reply.facts, type=Facts).properties["pid"]


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        ("segfault", "crashed"),
        ("exit", "crashed"),
        ("leave", "crashed"),
        ("fail", "crashed"),
        ("recurse", "crashed"),
        ("write", "crashed"),
        ("hang", "time-limit"),
        ("spin", "time-limit"),
        ("eat", "memory-limit"),
        ("eat-in-c", "memory-limit"),
        ("killed", "memory-limit"),
        ("change", "unreadable"),
        ("vanish", "unreadable"),
        ("talk", ""),
    ],
)
def test_a_hostile_file_loses_only_its_own_facts(tmp_path: Path, deed: str, code: str) -> None:
    seconds = 2.0 if code == "time-limit" else 20.0
    limits = Limits(seconds=seconds, memory=QUICK.memory)
    replies = read_all(jobs_of(tmp_path, "good 1", deed, "good 2", "good 3"), limits=limits)
    assert codes(replies) == ["", code, "", ""]
    assert not (tmp_path / "planted").exists() or not (tmp_path / "planted").stat().st_size


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_every_way_to_start_workers_survives(tmp_path: Path, start: Start) -> None:
    jobs = jobs_of(tmp_path, "good 1", "segfault", "fail", "good 2")
    assert codes(read_all(jobs, workers=2, start=start)) == ["", "crashed", "crashed", ""]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere this is the only way")
def test_memory_is_bounded_where_the_system_does_not_bound_it(tmp_path: Path) -> None:
    limits = Limits(seconds=20, memory=200 * 1024**2)
    jobs = jobs_of(tmp_path, "good", "eat", "good")
    replies = read_all(jobs, limits=limits, memory_by="polling")
    assert codes(replies) == ["", "memory-limit", ""]


def test_what_died_of_memory_and_what_of_a_crash_says_so(tmp_path: Path) -> None:
    replies = read_all(jobs_of(tmp_path, "segfault", "fail", "exit"))
    messages = [msgspec.msgpack.decode(r.facts, type=Facts).problem for r in replies]
    assert ["SIGSEGV" in str(messages[0]), "ValueError" in str(messages[1])] == [True, True]
    assert "exit 3" in str(messages[2])


def test_results_that_hang_on_the_moment_are_not_to_be_kept(tmp_path: Path) -> None:
    jobs = jobs_of(tmp_path, "good", "segfault", "hang", "eat", "change", "vanish", "killed")
    limits = Limits(seconds=3, memory=QUICK.memory)
    assert [reply.keep for reply in read_all(jobs, limits=limits)] == [
        True, True, True, True, False, False, False,
    ]  # fmt: skip


def test_a_file_that_died_in_a_used_worker_gets_a_fresh_one(tmp_path: Path) -> None:
    replies = read_all(jobs_of(tmp_path, "remember", "segfault-when-used", "good"))
    assert codes(replies) == ["", "", ""]


def test_a_job_queued_behind_a_lost_one_is_not_lost(tmp_path: Path) -> None:
    contents = [word for _ in range(15) for word in ("good", "segfault")]
    replies = read_all(jobs_of(tmp_path, *contents), workers=2)
    assert codes(replies) == ["", "crashed"] * 15


def test_workers_are_used_again(tmp_path: Path) -> None:
    replies = read_all(jobs_of(tmp_path, *["good"] * 40), workers=2)
    assert len({pid_of(reply) for reply in replies}) <= 2


def test_the_time_limit_is_for_each_file_and_not_for_the_worker(tmp_path: Path) -> None:
    limits = Limits(seconds=2)
    replies = read_all(jobs_of(tmp_path, *["slow"] * 7), limits=limits)
    assert codes(replies) == [""] * 7


def test_a_file_that_changed_since_it_was_hashed_is_not_read(tmp_path: Path) -> None:
    (job,) = jobs_of(tmp_path, "good")
    older = Job(job.places, job.format, job.bytes, (job.modified[0] - 1,))
    other_size = Job(job.places, job.format, job.bytes + 1, job.modified)
    assert codes(read_all([older, other_size])) == ["unreadable", "unreadable"]


def test_the_same_content_elsewhere_is_read_where_the_first_place_fails(tmp_path: Path) -> None:
    (job,) = jobs_of(tmp_path, "good")
    gone = os.fsencode(tmp_path / "gone.txt")
    replies = read_all([Job((gone, *job.places), "text", job.bytes, (0, *job.modified))])
    assert codes(replies) == [""]


def test_text_that_is_no_unicode_is_mended(tmp_path: Path) -> None:
    from emonev.evidence.worker import read_job

    def read(path: Path, format_: str, limits: Limits) -> tuple[Facts, DocumentText | None]:
        facts = Facts(format=format_, properties={"Title": "half \ud83d"})
        return facts, DocumentText(("\udc00 whole \U0001f600",), ("",))

    (job,) = jobs_of(tmp_path, "good")
    reply = read_job(job, read, QUICK)
    assert msgspec.msgpack.decode(reply.facts, type=Facts).properties == {"Title": "half \ufffd"}
    assert reply.text is not None
    assert msgspec.msgpack.decode(reply.text, type=DocumentText).printed == ("\ufffd whole 😀",)


def test_a_reader_that_does_not_load_is_not_the_files_fault(tmp_path: Path) -> None:
    jobs = jobs_of(tmp_path, "good")
    with Supervisor(QUICK, workers=1, reader="no.such.module:read") as supervisor:
        replies = [reply for _, reply in supervisor.read(jobs)]
    assert codes(replies) == ["crashed"]
    assert not replies[0].keep


def test_no_more_workers_than_work() -> None:
    assert workers_for(1) == 1
    assert 1 <= workers_for(10_000) <= 8


def test_leaving_in_the_middle_ends_all_workers_at_once(tmp_path: Path) -> None:
    jobs = jobs_of(tmp_path, "good", *["hang"] * 6)
    began = time.monotonic()
    with Supervisor(Limits(seconds=60), workers=3, reader=READER) as supervisor:
        next(supervisor.read(jobs))
    assert time.monotonic() - began < 5


def test_with_another_thread_workers_are_not_forked(tmp_path: Path) -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        # Python 3.12 warns of a fork beside threads, and warnings are errors here.
        assert codes(read_all(jobs_of(tmp_path, "good"))) == [""]
    finally:
        stop.set()
        thread.join()


# Seen from outside: a process of its own ------------------------------------------------------

SCRIPT = """
import sys
from pathlib import Path
from emonev.evidence.containment import Supervisor
from emonev.evidence.limits import Limits
from tests.evidence.test_containment import READER, jobs_of

if __name__ == "__main__":
    jobs = jobs_of(Path(sys.argv[1]), *sys.argv[3:])
    with Supervisor(Limits(seconds=60), workers=2, reader=READER, start=sys.argv[2]) as supervisor:
        print("started", flush=True)
        for number, reply in supervisor.read(jobs):
            pass
    print("done", flush=True)
"""


def in_a_process(tmp_path: Path, start: Start, *contents: str) -> subprocess.Popen[str]:
    script = tmp_path / "script.py"
    script.write_text(textwrap.dedent(SCRIPT), encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, str(script), str(tmp_path), start, *contents],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )


def its_workers(process: subprocess.Popen[str]) -> list[psutil.Process]:
    """Return the workers once they sit in their files."""
    assert process.stdout is not None
    assert process.stdout.readline() == "started\n"
    time.sleep(1.0)
    workers: list[psutil.Process] = psutil.Process(process.pid).children(recursive=True)
    return workers


def are_gone(processes: list[psutil.Process]) -> bool:
    _, alive = psutil.wait_procs(processes, timeout=5)
    return [p for p in alive if p.is_running() and p.status() != psutil.STATUS_ZOMBIE] == []


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_readers_write_nothing_to_the_terminal(tmp_path: Path, start: Start) -> None:
    process = in_a_process(tmp_path, start, "talk", "segfault", "fail", "talk")
    out, err = process.communicate(timeout=60)
    assert (out, err, process.returncode) == ("started\ndone\n", "", 0)


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_ctrl_c_ends_at_once_and_leaves_no_process_behind(tmp_path: Path, start: Start) -> None:
    process = in_a_process(tmp_path, start, "hang", "spin")
    workers = its_workers(process)
    assert len(workers) >= 2
    began = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)  # as the terminal does: to all of them
    _, err = process.communicate(timeout=10)
    assert time.monotonic() - began < 5
    assert err.count("Traceback") == 1  # the parent's own; its caller answers for that
    assert are_gone(workers)


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_workers_end_when_their_parent_is_killed(tmp_path: Path, start: Start) -> None:
    process = in_a_process(tmp_path, start, "hang", "spin")
    workers = its_workers(process)
    process.kill()
    process.communicate(timeout=10)
    assert are_gone(workers)


def test_a_worker_without_the_kernels_help_notices_that_its_parent_died(tmp_path: Path) -> None:
    script = """
        import sys, time, multiprocessing, threading
        from emonev.evidence.worker import _wait_for_orphanhood

        def live() -> None:
            threading.Thread(target=_wait_for_orphanhood, daemon=True).start()
            while True:
                pass

        if __name__ == "__main__":
            multiprocessing.get_context("spawn").Process(target=live).start()
            print("started", flush=True)
            time.sleep(60)
    """
    path = tmp_path / "orphan.py"
    path.write_text(textwrap.dedent(script), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    workers = its_workers(process)
    process.kill()
    process.communicate(timeout=10)
    assert are_gone(workers)
