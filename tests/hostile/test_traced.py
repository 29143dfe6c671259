"""Watched by strace, a run executes, fetches and writes nothing that it should not."""

import os
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.conftest import program
from tests.hostile.make import PHRASES, names, sound
from tests.hostile.table import SAMPLES
from tests.workspaces import write_rubric

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's")

SLOW = {"putar-gambar.pdf", "bom.pdf", "rata.png", "dalam.html", "bingkai.gif", "anggota.docx"}
PROGRAMS = {"tesseract"}  # where a page is recognised


def a_scan(place: Path) -> None:
    """A picture of a page, with a word that a criterion asks for."""
    page = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(page)
    for line in range(12):
        draw.text(
            (100, 100 + 60 * line), f"Laporan layanan informasi baris {line}", 0, font_size=36
        )
    page.save(place, "PNG")


def a_hostile_workspace(folder: Path) -> None:
    place = sound(folder)
    write_rubric(folder, PHRASES | {"JEN-03": "laporan layanan"})
    for samples in SAMPLES.values():
        for sample in samples:
            if sample.name not in SLOW:
                sample.make(place / sample.name)
    names(place)
    os.mkfifo(place / "pipa.pdf")
    (place / "luar.txt").symlink_to("/etc/passwd")
    (folder / "bukti/2024/JEN-03").mkdir()
    a_scan(folder / "bukti/2024/JEN-03/pindaian.png")


def test_nothing_is_executed_fetched_or_written_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.hostile.traced import traced

    strace, folder, state = program("strace"), tmp_path / "ruang", tmp_path / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(state))
    a_hostile_workspace(folder)
    trace = traced(strace, folder, log=tmp_path / "strace.txt")
    if trace.refused:
        pytest.skip(f"nothing may be traced here: {trace.refused}")
    assert trace.code == 0
    assert (folder / "laporan/2024.html").is_file()
    python, *others = trace.executed
    assert Path(python).name.startswith("python")
    assert {Path(one).name for one in others} <= PROGRAMS
    assert trace.network == []
    assert trace.signalled <= trace.processes
    allowed = (
        f"{folder.resolve()}/laporan", f"{folder.resolve()}/.emonev", f"{state}",
        "/dev/null", "/dev/tty",
    )  # fmt: skip
    elsewhere = {path for path in trace.written if not path.startswith(allowed)}
    assert elsewhere == set()
    kept = {path.relative_to(state).parts[:2] for path in state.rglob("*") if path.is_file()}
    assert kept == {("emonev", "cache.key"), ("emonev", "templates")}
