"""Whenever a run or a worker is killed: no result is lost or half written, and nothing remains."""

import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")


def test_killed_runs_lose_nothing_and_leave_nothing(tmp_path: Path) -> None:
    from tests.hostile.killed import kill_runs

    tally = kill_runs(tmp_path / "ruang", times=8)
    assert tally.faults == []
    assert tally.killed["run"] + tally.killed["worker"] >= 4
