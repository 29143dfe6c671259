"""Runs a target's inputs in child processes, and tells what became of each.

A child notes in shared memory which input it is at; one that dies or stops is found out by that
note and replaced.
"""

import contextlib
import faulthandler
import mmap
import os
import resource
import signal
import struct
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.fuzz.mutate import Mutate

HANGS_AFTER = 30.0  # seconds for one input: what a reader is allowed
_INPUTS_OF_A_CHILD = 2_000
MEMORY = 1_536 * 1024**2
_NOTE = struct.Struct("qd")  # the input, since when
_LARGEST_WRITTEN = 64 * 1024**2


@dataclass(frozen=True)
class Target:
    """Something that takes in foreign files. `run` raises what it should not, and nothing else."""

    name: str
    seeds: Callable[[], Sequence[bytes]]
    mutate: Mutate
    run: Callable[[Path], None]
    file_name: str

    def made(self, number: int, seeds: Sequence[bytes]) -> bytes:
        """Return the input of that number."""
        return self.mutate(Random(f"{self.name} {number}"), seeds)


@dataclass
class Result:
    """What became of a target's inputs; the findings by what happened, each with its first input."""

    target: str
    inputs: int = 0
    seconds: float = 0.0
    raised: dict[str, int] = field(default_factory=dict)
    died: dict[str, int] = field(default_factory=dict)
    hung: list[int] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


def fuzz(
    target: Target,
    *,
    inputs: int,
    minutes: float,
    start: int = 0,
    seeds: Sequence[bytes] = (),
    memory: int = MEMORY,
) -> Result:
    """Try a number of inputs, or as many as the minutes allow, and return what became of them."""
    all_seeds = [*target.seeds(), *seeds]
    result, begun = Result(target.name), time.monotonic()
    until = begun + 60 * minutes
    with tempfile.TemporaryDirectory(prefix="emonev-fuzz-") as folder:
        number, last = start, start + inputs
        while number < last and time.monotonic() < until:
            numbers = range(number, min(last, number + _INPUTS_OF_A_CHILD))
            child = _Child(target, all_seeds, numbers, Path(folder), until, memory)
            number = _one_child(child, result)
    result.inputs, result.seconds = number - start, time.monotonic() - begun
    return result


@dataclass(frozen=True)
class _Child:
    """What a child is to do, how long, and in how much memory."""

    target: Target
    seeds: Sequence[bytes]
    numbers: range
    folder: Path
    until: float
    memory: int


def _one_child(given: _Child, result: Result) -> int:
    """Run inputs in one child as long as it lives; return the number to go on with."""
    note = mmap.mmap(-1, _NOTE.size)
    reading, writing = os.pipe()
    note[:] = _NOTE.pack(given.numbers.start, time.monotonic())
    child = os.fork()
    if not child:
        os.close(reading)
        _work(given, note, writing)
    os.close(writing)
    told, hung = bytearray(), False
    os.set_blocking(reading, False)
    while not (ended := os.waitpid(child, os.WNOHANG))[0]:
        told += _read(reading)
        _, since = _NOTE.unpack(note[:])
        if time.monotonic() - since > HANGS_AFTER:
            os.kill(child, signal.SIGKILL)
            hung = True
            ended = os.waitpid(child, 0)
            break
        time.sleep(0.02)
    told += _read(reading)
    os.close(reading)
    _note_findings(told.decode(), result)
    at, _ = _NOTE.unpack(note[:])
    return _after(ended[1], at, hung=hung, result=result)


def _after(status: int, at: int, *, hung: bool, result: Result) -> int:
    if hung:
        result.hung.append(at)
        return at + 1
    if status:
        cause = os.waitstatus_to_exitcode(status)
        name = signal.Signals(-cause).name if cause < 0 else f"exit {cause}"
        result.counts[name] += 1
        result.died.setdefault(name, at)
        return at + 1
    return at


def _note_findings(told: str, result: Result) -> None:
    for line in told.splitlines():
        number, _, finding = line.partition(" ")
        result.counts[finding] += 1
        result.raised.setdefault(finding, int(number))


def _read(descriptor: int) -> bytes:
    told = bytearray()
    with contextlib.suppress(BlockingIOError):
        while some := os.read(descriptor, 65_536):
            told += some
    return bytes(told)


def _work(given: _Child, note: mmap.mmap, writing: int) -> None:
    """What the child does; it never returns."""
    code, target, numbers = 70, given.target, given.numbers
    try:
        _settle(given.memory)
        place = given.folder / target.file_name
        at = numbers.start
        for at in numbers:
            now = time.monotonic()
            note[:] = _NOTE.pack(at, now)
            if now > given.until:
                break
            place.write_bytes(target.made(at, given.seeds))
            for finding in tried(target, place):
                os.write(writing, f"{at} {finding}\n".encode())
        else:
            note[:] = _NOTE.pack(numbers.stop, time.monotonic())
        code = 0
    except BaseException:  # noqa: BLE001 - the child must not become a second parent
        os.write(writing, f"{at} the fuzzer: {_place_of(traceback.format_exc())}\n".encode())
    finally:
        os._exit(code)


def tried(target: Target, place: Path) -> Iterator[str]:
    """Yield what went wrong with a file: nothing, or what was raised and where."""
    try:
        target.run(place)
    except MemoryError:
        return
    except BaseException as error:  # noqa: BLE001 - a reader's SystemExit is a finding too
        frames = traceback.extract_tb(error.__traceback__)
        ours = [f for f in frames if "/emonev/" in f.filename] or frames
        yield f"{type(error).__name__} at {Path(ours[-1].filename).name}:{ours[-1].lineno}"


def _place_of(trace: str) -> str:
    return " | ".join(trace.split("\n")[-4:-1])


def _settle(memory: int) -> None:
    faulthandler.disable()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    for kind, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, _LARGEST_WRITTEN),
    ):
        resource.setrlimit(kind, (most, most))
