"""Run a program to its end, with its wall time and the peak memory of its own process."""

import contextlib
import os
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import psutil  # type: ignore[import-untyped] # has no types
from msgspec import Struct

import emonev

_EVERY = 0.01
_EVERY_CHILD = 0.1  # looking for children takes longer


class Run(Struct, frozen=True):
    """One run: wall seconds, peak resident bytes of the parent process, last line of output.

    `largest` is the peak of the largest worker, where that was watched. `cpu` is user and system seconds, workers included: steadier than wall on a busy machine.
    """

    seconds: float
    cpu: float
    peak: int
    said: str
    largest: int = 0


def measure(command: Sequence[str], *, workers: bool = False) -> Run:
    """Return the measured run, its workers watched too if asked; raises where it failed."""
    with tempfile.TemporaryFile("w+") as output:
        begun, used = time.perf_counter(), _cpu()
        process = subprocess.Popen(
            command, stdout=output, stderr=subprocess.DEVNULL, env=_environment()
        )
        peak, largest = _watched(process, workers=workers)
        seconds, cpu = time.perf_counter() - begun, _cpu() - used
        output.seek(0)
        lines = output.read().strip().splitlines()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: exit code {process.returncode}")
    return Run(seconds, cpu, peak, lines[-1] if lines else "", largest)


def median(runs: Sequence[Run]) -> float:
    return statistics.median(run.seconds for run in runs)


def compile_everything() -> None:
    """Compile the byte-code of emonev and of all libraries, as pip does when it installs them."""
    places = [str(Path(emonev.__file__).parent), sysconfig.get_paths()["purelib"]]
    subprocess.run([sys.executable, "-m", "compileall", "-q", *places], check=False)


def _cpu() -> float:
    """Return the CPU seconds of all children that have ended."""
    children = os.times()
    return children.children_user + children.children_system


def _environment() -> dict[str, str]:
    """Return the environment without the switch that keeps byte-code from being kept."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _watched(process: subprocess.Popen[bytes], *, workers: bool) -> tuple[int, int]:
    """Wait for the end; return the largest memory seen of the process and of any child."""
    seen = psutil.Process(process.pid)
    peak = largest = 0
    while True:
        try:
            process.wait(_EVERY_CHILD if workers else _EVERY)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(psutil.NoSuchProcess):
                peak = max(peak, seen.memory_info().rss)
                for child in seen.children() if workers else ():
                    largest = max(largest, child.memory_info().rss)
        else:
            return peak, largest
