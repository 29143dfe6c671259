"""The program as the system starts it: its streams, signals and surroundings, from outside."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # it ships no types
import pytest

from tests.workspaces import a_workspace, put

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "emonev"]
PHRASES = {"JEN-01": "daftar informasi publik"}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the shell and signals of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return a_workspace(tmp_path / "ruang", PHRASES, {"JEN-01/dip.txt": "Daftar Informasi Publik"})


def surroundings(**given: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("EMONEV_")}
    return {**kept, "PYTHONPATH": str(ROOT), **given}


def in_a_shell(folder: Path, tail: str) -> tuple[int, str, str]:
    """Run `emonev score` with redirections; return the program's own exit code and the streams."""
    words = " ".join(f"'{word}'" for word in (*PROGRAM, "score", "ruang", "--date", "2024-09-27"))
    script = f"{{ {words} {tail.replace('|', '; echo $? >kode; } |', 1)}"
    if "|" not in tail:
        script += "; echo $? >kode; }"
    done = subprocess.run(
        ["/bin/sh", "-c", script],
        cwd=folder.parent, env=surroundings(), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    return int((folder.parent / "kode").read_text()), done.stdout, done.stderr


@pytest.mark.parametrize(
    "tail",
    [
        ">&-",
        "--json >&-",
        "2>&-",
        "<&-",
        "<&- >&- 2>&-",
        "2>/dev/full",
        "--json | head -c 1",
        "| :",
    ],
)
def test_streams_that_nobody_reads_change_nothing(folder: Path, tail: str) -> None:
    if "full" in tail and not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    code, _, err = in_a_shell(folder, tail)
    assert (code, err) == (0, "")
    assert (folder / "laporan/2024.html").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("tail", [">/dev/full", "--json >/dev/full"])
def test_output_onto_a_full_disk_is_told(folder: Path, tail: str) -> None:
    assert in_a_shell(folder, tail) == (
        2,
        "",
        "Galat: sistem operasi menolak: ruang penyimpanan habis. (sistem-operasi)\n",
    )


def test_the_barest_surroundings_will_do(folder: Path) -> None:
    bare = {"PYTHONPATH": str(ROOT), "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "TERM": "dumb"}
    done = subprocess.run(
        [*PROGRAM, "score", str(folder)], env=bare, capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "·" in done.stdout.decode("utf-8")
    assert b"\x1b" not in done.stdout


def test_ctrl_c_ends_the_run_and_the_next_one_finds_what_was_read(folder: Path) -> None:
    for number in range(300):
        put(folder, f"JEN-01/{number}.txt", f"Daftar Informasi Publik {number} " * 20_000)
    process = subprocess.Popen(
        [*PROGRAM, "score", str(folder)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True, env=surroundings(),
    )  # fmt: skip
    workers = _workers_of(process)
    began = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, "", "Dihentikan.\n")
    assert time.monotonic() - began < 5
    _, alive = psutil.wait_procs(workers, timeout=5)
    assert alive == []
    assert not (folder / "laporan").exists()
    assert (folder / ".emonev/cache.sqlite").is_file()


def test_ctrl_c_while_the_program_loads_is_no_traceback(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys, emonev.cli.main as main\n"
        "class Interrupt:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'emonev.cli.score':\n"
        "            sys.meta_path.remove(self)\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupt())\n"
        "sys.argv = ['emonev', 'score', 'tiada']\n"
        "main.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=surroundings(), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Dihentikan.\n")


def _workers_of(process: "subprocess.Popen[str]") -> list[psutil.Process]:
    parent, until = psutil.Process(process.pid), time.monotonic() + 20
    while time.monotonic() < until and process.poll() is None:
        children: list[psutil.Process] = parent.children(recursive=True)
        if children:
            return children
        time.sleep(0.005)
    raise AssertionError("no worker was started")
