"""How scenes are played: a run from outside, and what goes on around it meanwhile."""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

_ROOT = Path(__file__).parents[2]
_DATE = "2024-09-27"
_NO_OVERRIDE = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")


@dataclass(frozen=True)
class Ended:
    """A run that is over: its exit code, what it said, and the result on its standard output."""

    code: int
    said: str
    result: Any

    def told(self, name: str) -> str:
        """Return the problem told of a file, "" where it was read, or why it was passed over."""
        for file in self.result["evidence"]:
            if file["path"].endswith(name):
                return str(file.get("problem-code", ""))
        (entry,) = [one for one in self.result["skipped"] if one["path"].endswith(name)]
        return str(entry["reason"]["en"])

    def outcome(self, criterion: str) -> str:
        (indicator,) = self.result["stages"][0]["indicators"]
        return str(next(c["outcome"] for c in indicator["criteria"] if c["id"] == criterion))


def scored(folder: Path, *options: str, before: tuple[str, ...] = (), **given: Any) -> Ended:
    """Run `emonev score --json` as a person does, within a bounded time."""
    command = [
        *before,
        sys.executable,
        "-m",
        "emonev",
        "score",
        str(folder),
        "--date",
        _DATE,
        "--json",
    ]
    ended = subprocess.run(
        [*command, "--ocr", "off", "--lang", "en", *options],
        capture_output=True,
        timeout=120,
        check=False,
        cwd=_ROOT,
        **given,
    )
    said = ended.stderr.decode()
    assert "Traceback" not in said, said
    assert ended.returncode in {0, 1, 2}, said
    return Ended(ended.returncode, said, json.loads(ended.stdout) if ended.stdout else None)


def without_override() -> tuple[str, ...]:
    """Return what takes from root the right to open what is closed; others do not have it."""
    if os.geteuid():
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("root may open everything here: there is no setpriv")
    return _NO_OVERRIDE


@contextmanager
def meanwhile(deed: Callable[[], object]) -> Iterator[None]:
    """Do something again and again, as fast as it goes, until the block is over."""
    over = threading.Event()

    def go_on() -> None:
        while not over.is_set():
            try:
                deed()
            except OSError:
                continue
            time.sleep(0.002)

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@contextmanager
def small_disk(place: Path) -> Iterator[None]:
    place.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk may be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


def room(place: Path) -> int:
    state = os.statvfs(place)
    return state.f_bavail * state.f_bsize


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
