"""Work beside the process: done once, told as anywhere, and nothing of it remains."""

import os
import signal
from pathlib import Path

import pytest

from emonev.cli import beside, gap
from emonev.cli.beside import Beside
from emonev.cli.main import run
from emonev.render.json_file import to_json
from tests.compare.two_years import newer, older

PLACES = pytest.mark.parametrize("forks", [True, False], ids=["beside", "here"])


def _fork(monkeypatch: pytest.MonkeyPatch, *, forks: bool) -> None:
    can = forks and hasattr(os, "fork")
    monkeypatch.setattr(beside, "_can_fork", lambda: can)


def _no_child_remains() -> bool:
    if not hasattr(os, "fork"):
        return True
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


@PLACES
def test_work_is_done_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, forks: bool) -> None:
    _fork(monkeypatch, forks=forks)
    done = tmp_path / "done"

    def work() -> None:
        with done.open("a") as file:
            file.write("once")

    assert Beside(work, worth_it=True).finish() is None
    assert done.read_text() == "once"
    assert _no_child_remains()


@PLACES
def test_a_failure_is_told(monkeypatch: pytest.MonkeyPatch, *, forks: bool) -> None:
    _fork(monkeypatch, forks=forks)
    assert Beside(lambda: "the disk is full", worth_it=True).finish() == "the disk is full"
    assert _no_child_remains()


@PLACES
def test_what_is_raised_is_raised_here(monkeypatch: pytest.MonkeyPatch, *, forks: bool) -> None:
    _fork(monkeypatch, forks=forks)

    def work() -> None:
        raise ValueError("a fault")

    work_beside: Beside[str] = Beside(work, worth_it=True)
    with pytest.raises(ValueError, match="a fault"):
        work_beside.finish()
    assert _no_child_remains()


def test_a_child_that_was_killed_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot fork")
    _fork(monkeypatch, forks=True)
    parent = os.getpid()

    def work() -> str | None:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done here"

    assert Beside(work, worth_it=True).finish() == "done here"


def test_a_comparison_is_the_same_beside_and_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gap, "_LARGE", 1)
    written = []
    for forks in (True, False):
        folder = tmp_path / str(forks)
        folder.mkdir()
        for name, result in (("2023", older()), ("2024", newer())):
            (folder / f"{name}.json").write_bytes(to_json(result))
        _fork(monkeypatch, forks=forks)
        assert run(["gap", str(folder / "2023.json"), str(folder / "2024.json")]) == 0
        written.append({p.name: p.read_bytes() for p in folder.iterdir()})
    assert written[0] == written[1]
    assert len(written[0]) == 5
