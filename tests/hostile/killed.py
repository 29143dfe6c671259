"""End runs with `kill -9` at moments spread over their whole length, and look at what is left.

    python -m tests.hostile.killed --times 200

Every second time a worker is killed in place of the run itself.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import psutil  # type: ignore[import-untyped]  # it ships no types

from tests.fuzz import seeds
from tests.workspaces import a_workspace

ROOT = Path(__file__).parents[2]
PHRASES = {"JEN-01": "daftar informasi publik", "JEN-02": "rencana kerja", "JEN-03": "laporan"}
_CHANGING = "bukti/2024/JEN-02/rencana.txt"
_MARK = "EMONEV_KILLED"  # in the environment of a run, so that its processes are known
_FILES = 24
_ENDS_WITHIN = 5.0  # seconds until the last process of a killed run is gone
_LONG_AGO = 1_700_000_000
_ALLOWED = {"2024.json", "2024.html", "2024-gambar.json"}


@dataclass
class Tally:
    """What was tried, and what went wrong."""

    killed: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


class Ground:
    """A workspace whose evidence takes turns, and the results that each turn must have."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        _fill(folder)
        self.turn = 0
        self.right: list[dict[str, bytes]] = []
        for turn in (0, 1):
            self._take_turn(turn)
            self.cold = self._timed("--no-cache")
            self.right.append(self.results())
        self.run(uuid.uuid4().hex)
        self.next_turn()
        self.warm = self._timed()

    def results(self) -> dict[str, bytes]:
        """Return what stands in the output folder, without what is half written."""
        output = self.folder / "laporan"
        return {path.name: path.read_bytes() for path in output.iterdir() if path.name in _ALLOWED}

    def next_turn(self) -> None:
        self._take_turn(1 - self.turn)

    def forget(self) -> None:
        """Drop the cache, so that everything is read again."""
        for path in (self.folder / ".emonev").glob("*"):
            path.unlink()

    def start(self, mark: str, *options: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "emonev", "score", str(self.folder)]
        return subprocess.Popen(
            [*command, "--date", "2024-09-27", *options],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, _MARK: mark},
        )

    def run(self, mark: str, *options: str) -> tuple[int, str]:
        """Run to the end; return the exit code and what was said on stderr."""
        run = self.start(mark, *options)
        _, said = run.communicate(timeout=300)
        return run.returncode, said.decode()

    def _timed(self, *options: str) -> float:
        begun = time.monotonic()
        self.run(uuid.uuid4().hex, *options)
        return time.monotonic() - begun

    def _take_turn(self, turn: int) -> None:
        words = ("Rencana kerja tahun 2024", "Belum ada")[turn]
        (self.folder / _CHANGING).write_text(words, encoding="utf-8")
        self.turn = turn


def kill_runs(folder: Path, times: int, seed: int = 0) -> Tally:
    """Kill so many runs in a workspace of their own, one at each stretch of their length."""
    random, tally = Random(seed), Tally()
    ground = Ground(folder)
    for number in range(times):
        share = (number // 2 + random.random()) / ((times + 1) // 2)
        before, mark = ground.results(), uuid.uuid4().hex
        ground.next_turn()
        what, length = ("worker" if number % 2 else "run"), ground.warm
        if what == "worker" or random.random() < 0.5:
            ground.forget()
            length = ground.cold
        told = _killed_at(ground, what, length * share, mark)
        tally.killed[told] += 1
        for fault in (*_left(ground, before, mark), *_next(ground)):
            tally.faults.append(f"{number}: {what} killed at {share:.0%} ({told}): {fault}")
    tally.faults += _swept(ground)
    return tally


def _fill(folder: Path) -> None:
    texts = {f"JEN-01/{n:02}.html": seeds.html()[0].decode() + f"<p>{n}" for n in range(_FILES)}
    a_workspace(folder, PHRASES, texts)
    place = folder / "bukti/2024/JEN-03"
    place.mkdir(parents=True)
    (folder / _CHANGING).parent.mkdir()
    documents = (*seeds.pdf(), *seeds.docx(), *seeds.xlsx(), *seeds.picture("jpeg"))
    for number, content in enumerate(documents):
        (place / f"{number:02}.bin").write_bytes(content)


def _killed_at(ground: Ground, what: str, after: float, mark: str) -> str:
    """Start a run, kill it or one of its workers after so many seconds; say what was hit."""
    run = ground.start(mark)
    time.sleep(after)
    target = run.pid
    if what == "worker":
        target = _worker_of(run, mark)
    hit = bool(target) and run.poll() is None
    if hit:
        try:
            os.kill(target, signal.SIGKILL)
        except ProcessLookupError:
            hit = False
    _, said = run.communicate(timeout=300)
    if what == "worker" and (run.returncode or b"Traceback" in said):
        return f"the run did not outlive its worker: {run.returncode} {said.decode()[-300:]}"
    return what if hit else "nothing"


def _worker_of(run: "subprocess.Popen[bytes]", mark: str) -> int:
    """Return the next worker that a run has, or 0 where it ends without one."""
    while run.poll() is None:
        for process in _alive(mark):
            if process.pid != run.pid:
                return int(process.pid)
    return 0


def _left(ground: Ground, before: dict[str, bytes], mark: str) -> list[str]:
    """Return what is wrong with what a killed run left behind."""
    faults = []
    until = time.monotonic() + _ENDS_WITHIN
    while _alive(mark) and time.monotonic() < until:
        time.sleep(0.02)
    if remaining := _alive(mark):
        faults.append(f"still there: {remaining}")
    right, results = ground.right[ground.turn], ground.results()
    told = b"memory-limit" in results.get("2024.json", b"")  # of the file whose worker was killed
    for name, content in results.items():
        whole = content.rstrip().endswith((b"}", b"</html>"))
        if content not in (before.get(name), right.get(name)) and not (told and whole):
            faults.append(f"{name} is neither the old nor the new one")
    if set(before) - set(ground.results()) - {"2024-gambar.json"}:
        faults.append("a result is lost")
    return faults


def _next(ground: Ground) -> list[str]:
    """Return what is wrong with the next run."""
    code, said = ground.run(uuid.uuid4().hex)
    if code or "Traceback" in said:
        return [f"the next run ended with {code}: {said[-300:]}"]
    return [] if ground.results() == ground.right[ground.turn] else ["the next result is wrong"]


def _swept(ground: Ground) -> list[str]:
    """Return what is wrong when all that was left half written has grown old."""
    output = ground.folder / "laporan"
    for path in output.iterdir():
        os.utime(path, (_LONG_AGO, _LONG_AGO))
    ground.run(uuid.uuid4().hex)
    left = {path.name for path in output.iterdir()} - _ALLOWED
    return [f"never swept: {name}" for name in sorted(left)]


def _alive(mark: str) -> list[psutil.Process]:
    """Return the processes of a run, whoever their parent is by now."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get(_MARK) == mark and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except psutil.Error:
            continue
    return found


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="emonev-killed-") as folder:
        tally = kill_runs(Path(folder) / "ruang", given.times, given.seed)
    sys.stdout.write(f"killed: {dict(tally.killed)}\n")
    sys.stdout.writelines(f"{fault}\n" for fault in tally.faults)
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
