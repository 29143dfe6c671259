"""The supervisor: reads files in worker processes, so that a file can bring down no more than one.

Each worker reads one file at a time. One that dies, hangs or takes too much memory is replaced,
and only the file it was reading is lost. Where that worker had read other files before, the file
is tried once more in a fresh one, because the fault may have been theirs.
"""

import contextlib
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Literal, Self

import msgspec
from msgspec.structs import replace

from emonev.evidence.limits import Limits
from emonev.evidence.messages import DEFAULT_READER, READY, Job, Reply, Settings
from emonev.evidence.unread import crashed, out_of_memory, out_of_time
from emonev.evidence.worker import work
from emonev.model.facts import Facts

Start = Literal["fork", "spawn"]
MemoryBy = Literal["address-space", "polling"]

MOST_WORKERS = 8
_START_SECONDS = 60.0  # a slow disk, a virus scanner: until a worker says that it is ready
_LOOK_EVERY = 0.1  # seconds between two looks at clocks and memory
_QUEUED_WHILE = 4  # files per worker still waiting; then one more is queued behind the one read
_NEAR_LIMIT = 0.5  # a worker that dies above this share of the limit died of memory


class Supervisor:
    """Worker processes for as long as the `with` block lasts; none remains after it."""

    def __init__(
        self,
        limits: Limits,
        *,
        workers: int,
        reader: str = DEFAULT_READER,
        start: Start | None = None,
        memory_by: MemoryBy | None = None,
        ahead: bool = False,
        later: Iterable[str] = (),
    ) -> None:
        self._start, self._limits = start, limits
        # macOS has RLIMIT_AS but does not keep it.
        self._memory_by = memory_by or ("address-space" if sys.platform == "linux" else "polling")
        self._settings = Settings(
            limits=limits,
            reader=reader,
            address_space=self._memory_by == "address-space",
            parent=os.getpid(),
        )
        self._count, self._ahead, self._later = workers, ahead, deque(later)
        self._workers: list[_Worker] = []
        self._waiting: deque[int] = deque()
        self._jobs: Sequence[Job] = ()
        self._tried: set[int] = set()

    def __enter__(self) -> Self:
        try:
            self._workers = [self._new_worker(ahead=self._ahead) for _ in range(self._count)]
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.end()
        self._workers = []

    def grow(self, count: int) -> None:
        """Start more workers, up to a number of them."""
        while len(self._workers) < count:
            self._workers.append(self._new_worker())

    def read(
        self, jobs: Sequence[Job], enough: Callable[[], bool] | None = None
    ) -> Iterator[tuple[int, Reply]]:
        """Yield a reply for each job, by its index, as they come.

        Once `enough` says so no further job is begun; those that were are still answered.
        """
        self._jobs, self._waiting, self._tried = jobs, deque(range(len(jobs))), set()
        while self._waiting or any(worker.queue for worker in self._workers):
            if enough is not None and self._waiting and enough():
                self._waiting.clear()
            for worker in list(self._workers):
                yield from self._fill(worker)
            busy: dict[object, _Worker] = {w.connection: w for w in self._workers if w.queue}
            for ready in self._answers([w.connection for w in busy.values()]):
                yield from self._receive(busy[ready])
            for worker in list(self._workers):
                yield from self._look_after(worker)

    def _answers(self, asked: list[Connection]) -> list[object]:
        """Return the connections that something came through; the time until then is made use of."""
        while self._later:
            if answers := wait(asked, timeout=0):
                return list(answers)
            import_module(self._later.popleft())
        return list(wait(asked, timeout=_LOOK_EVERY))

    def _new_worker(self, *, ahead: bool = False) -> "_Worker":
        # Forking is ten times faster, but safe only while no other thread may hold a lock.
        alone = sys.platform == "linux" and threading.active_count() == 1
        start = self._start or ("fork" if alone else "spawn")
        return _Worker(replace(self._settings, forked=start == "fork", ahead=ahead), start)

    def _fill(self, worker: "_Worker") -> Iterator[tuple[int, Reply]]:
        # A second file in the pipe saves the worker from waiting for us; near the end it would
        # only wait behind a slow one.
        many = len(self._waiting) > _QUEUED_WHILE * len(self._workers)
        while self._waiting and len(worker.queue) < (2 if many and worker.read else 1):
            number = self._waiting.popleft()
            if not worker.give(number, self._jobs[number]):
                yield from self._replace(worker)
                return

    def _receive(self, worker: "_Worker") -> Iterator[tuple[int, Reply]]:
        try:
            frame = worker.connection.recv_bytes()
            if frame == READY:
                worker.since = time.monotonic()
                return
            reply = msgspec.msgpack.decode(frame, type=Reply)
        except (EOFError, OSError, msgspec.MsgspecError):
            yield from self._replace(worker)
            return
        if reply.spent:
            yield from self._replace(worker, reply)
        else:
            yield worker.take(), reply

    def _look_after(self, worker: "_Worker") -> Iterator[tuple[int, Reply]]:
        if not worker.queue:
            return
        busy_for = time.monotonic() - worker.since
        job = self._jobs[worker.queue[0]]
        format_, seconds = job.format, job.seconds or self._limits.seconds
        if busy_for > seconds:
            lost = _reply(out_of_time(format_, seconds))
            yield from self._replace(worker, lost, again=False)
        elif busy_for > _LOOK_EVERY:
            worker.look_at_memory()
            if self._memory_by == "polling" and worker.resident > self._limits.memory:
                lost = _reply(out_of_memory(format_, self._limits.memory))
                yield from self._replace(worker, lost)

    def _replace(
        self, worker: "_Worker", reply: Reply | None = None, *, again: bool = True
    ) -> Iterator[tuple[int, Reply]]:
        """Put a fresh worker in the place of a lost one; say what came of the file it was reading,
        or let the fresh one try again.
        """
        worker.process.kill() if reply else worker.process.join(1.0)
        worker.end()
        number, *others = worker.queue
        self._waiting.extendleft(reversed(others))
        fresh = self._new_worker()
        self._workers[self._workers.index(worker)] = fresh
        if again and (worker.read or worker.was_gone) and number not in self._tried:
            self._tried.add(number)
            if fresh.give(number, self._jobs[number]):
                return
        yield number, reply or self._post_mortem(worker, self._jobs[number])

    def _post_mortem(self, worker: "_Worker", job: Job) -> Reply:
        """Return what a worker died of."""
        code = worker.process.exitcode
        limit = self._limits.memory
        if code == -getattr(signal, "SIGKILL", 9):
            # Not by us: most likely the machine ran out of memory, which the file need not have caused.
            return _reply(out_of_memory(job.format, limit), keep=False)
        if worker.largest > _NEAR_LIMIT * limit:
            return _reply(out_of_memory(job.format, limit))
        return _reply(crashed(job.format, _name_of(code)))


class _Worker:
    """One worker process as its parent sees it; `queue` holds the numbers of its jobs."""

    def __init__(self, settings: Settings, start: Start) -> None:
        self.connection, theirs = Pipe()
        make = get_context("fork").Process if start == "fork" else get_context("spawn").Process
        self.process: BaseProcess = make(target=work, args=(theirs, settings), daemon=True)
        try:
            with _no_interruption():
                self.process.start()
        finally:
            theirs.close()
        self.queue: deque[int] = deque()
        self.read, self.was_gone = 0, False  # gone before its first job came to it
        self.since = time.monotonic() + _START_SECONDS
        self.resident = self.largest = 0

    def give(self, number: int, job: Job) -> bool:
        """Queue a job; False where the worker is gone."""
        if not self.queue and self.read:
            self._begin()
        self.queue.append(number)
        try:
            self.connection.send_bytes(msgspec.msgpack.encode(job))
        except OSError:
            self.was_gone = len(self.queue) == 1
            return False
        return True

    def take(self) -> int:
        """Return the number of the job that was answered; the next one has begun."""
        self.read += 1
        self._begin()
        return self.queue.popleft()

    def look_at_memory(self) -> None:
        """Note how much memory the worker holds now, and the most address space it ever took."""
        # Here, because quick files never come to this.
        import psutil  # type: ignore[import-untyped]  # it ships no types

        with contextlib.suppress(psutil.Error):
            memory = psutil.Process(self.process.pid).memory_info()
            self.resident, self.largest = memory.rss, max(self.largest, memory.vms)

    def end(self) -> None:
        """See the process out, killed if it must be, and give back what it held."""
        if self.process.is_alive():
            self.process.kill()
        self.process.join(5.0)
        self.connection.close()

    def _begin(self) -> None:
        self.since, self.resident, self.largest = time.monotonic(), 0, 0


def workers_for(jobs: int) -> int:
    """Return how many workers serve a number of jobs best on this machine."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return max(1, min(jobs, cores, MOST_WORKERS))


@contextlib.contextmanager
def _no_interruption() -> Iterator[None]:
    """Hold Ctrl-C back until a child has learnt to ignore it; it would print a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _reply(facts: Facts, *, keep: bool = True) -> Reply:
    return Reply(msgspec.msgpack.encode(facts), keep=keep)


def _name_of(code: int | None) -> str:
    """Return "SIGSEGV" or "exit 3"."""
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit {code}"
