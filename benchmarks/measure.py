"""Run a program to its end, with its wall time and the peak memory of its own process."""

import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence

import psutil  # type: ignore[import-untyped] # has no types
from msgspec import Struct

_EVERY = 0.01


class Run(Struct, frozen=True):
    """One run: wall seconds, peak resident bytes of the parent process, last line of output."""

    seconds: float
    peak: int
    said: str


def measure(command: Sequence[str]) -> Run:
    """Return the measured run; raises where the program failed."""
    with tempfile.TemporaryFile("w+") as output:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        peak = _watched(process)
        seconds = time.perf_counter() - begun
        output.seek(0)
        lines = output.read().strip().splitlines()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: exit code {process.returncode}")
    return Run(seconds, peak, lines[-1] if lines else "")


def median(runs: Sequence[Run]) -> float:
    return statistics.median(run.seconds for run in runs)


def _watched(process: subprocess.Popen[bytes]) -> int:
    """Wait for the end and return the largest memory seen: children are not counted."""
    seen = psutil.Process(process.pid)
    peak = 0
    while True:
        try:
            process.wait(_EVERY)
        except subprocess.TimeoutExpired:
            try:
                peak = max(peak, seen.memory_info().rss)
            except psutil.NoSuchProcess:
                continue
        else:
            return peak
