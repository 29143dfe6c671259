"""`emonev score --no-worse-than`: the superior's gate."""

from pathlib import Path

import pytest

from emonev.cli.main import run
from tests.workspaces import a_workspace, put

Captured = pytest.CaptureFixture[str]
PHRASES = {"JEN-01": "daftar informasi publik", "JEN-02": "rencana kerja"}
DIP = "JEN-01 - DIP/dip.txt"


@pytest.fixture
def folder(tmp_path: Path, capsys: Captured) -> Path:
    """Return a workspace that earns half of its points, with its result kept as dahulu.json."""
    folder = a_workspace(tmp_path / "ruang", PHRASES, {DIP: "Daftar Informasi Publik 2024"})
    assert scored(folder) == 0
    (folder / "laporan/2024.json").rename(tmp_path / "dahulu.json")
    capsys.readouterr()
    return folder


def scored(folder: Path, *options: str) -> int:
    return run(["score", str(folder), "--date", "2024-09-27", *options])


def gated(folder: Path, *options: str) -> int:
    return scored(folder, "--no-worse-than", str(folder.parent / "dahulu.json"), *options)


def test_the_same_and_the_better_pass_in_silence(folder: Path, capsys: Captured) -> None:
    assert gated(folder) == 0
    put(folder, "JEN-02 - Renja/renja.txt", "Rencana Kerja 2024")
    assert gated(folder) == 0
    assert capsys.readouterr().err == ""


def test_the_worse_is_1_with_the_list_and_the_report_is_there(
    folder: Path, capsys: Captured
) -> None:
    put(folder, DIP, "Kosong")
    put(folder, "JEN-02 - Renja/renja.txt", "Rencana Kerja 2024")
    assert gated(folder, "--json") == 1
    told = capsys.readouterr()
    assert told.out.startswith("{")
    assert told.err == (
        "Lebih buruk daripada hasil 2024:\n"
        "  1 kriteria memburuk:\n"
        "  - JEN-01: 100% → 0%. Pertanyaan JEN-01\n"
    )
    assert (folder / "laporan/2024.html").is_file()


def test_the_result_of_the_same_run_is_read_before_it_is_written_over(folder: Path) -> None:
    assert scored(folder) == 0
    put(folder, DIP, "Kosong")
    saved = str(folder / "laporan/2024.json")
    assert scored(folder, "--no-worse-than", saved) == 1
    assert scored(folder, "--no-worse-than", saved) == 0


def test_both_gates_hold_at_once(folder: Path) -> None:
    assert gated(folder, "--fail-under", "50") == 0
    assert gated(folder, "--fail-under", "51") == 1


def test_what_is_no_result_is_told_before_anything_is_read(folder: Path, capsys: Captured) -> None:
    assert scored(folder, "--no-worse-than", str(folder / "tiada.json")) == 2
    told = capsys.readouterr()
    assert "(result-missing)" in told.err
    assert told.out == ""
