"""What a file system, an attacker and bad luck do around the evidence, and what must come of it."""

import json
import os
import shutil
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.hostile import written
from tests.hostile.make import empty, names
from tests.hostile.playing import meanwhile, scored, without_override
from tests.hostile.table import NAMES

_EMPTY_FILES = 2_000


@dataclass(frozen=True)
class Scene:
    """Something that is tried on a workspace; `play` does it and looks at what came out."""

    tried: str
    comes_out: str
    play: Callable[[Path, Path], None]

    @property
    def name(self) -> str:
        return self.play.__name__


def a_pipe(folder: Path, place: Path) -> None:
    os.mkfifo(place / "pipa.pdf")
    assert "Not an ordinary file" in scored(folder).told("pipa.pdf")


def a_socket(folder: Path, place: Path) -> None:
    before = Path.cwd()
    os.chdir(place)  # the path of a socket may not be long
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind("soket.pdf")
            os.chdir(before)
            assert "Not an ordinary file" in scored(folder).told("soket.pdf")
    finally:
        os.chdir(before)


def a_device(folder: Path, place: Path) -> None:
    try:
        os.mknod(place / "nol.pdf", 0o20666, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root may make devices")
    assert "Not an ordinary file" in scored(folder).told("nol.pdf")


def links_in_circles(folder: Path, place: Path) -> None:
    for name, target in (("satu", "dua"), ("dua", "satu"), ("sini", "."), ("atas", "../..")):
        (place / name).symlink_to(target)
    ended = scored(folder)
    assert {ended.told(name)[:6] for name in ("satu", "dua", "sini", "atas")} == {"A link"}


def links_that_lead_out(folder: Path, place: Path) -> None:
    for name, target in (("nol.pdf", "/dev/zero"), ("sandi.txt", "/etc/passwd"), ("akar", "/")):
        (place / name).symlink_to(target)
    ended = scored(folder)
    assert {ended.told(name)[:17] for name in ("nol.pdf", "sandi.txt", "akar")} == {
        "A link that leads"
    }
    assert "root:" not in json.dumps(ended.result)


def a_closed_file(folder: Path, place: Path) -> None:
    closed = place / "tutup.txt"
    closed.write_text("Rencana kerja", encoding="utf-8")
    closed.chmod(0)
    assert scored(folder, before=without_override()).told("tutup.txt") == "unreadable"


def a_closed_folder(folder: Path, place: Path) -> None:
    shutil.rmtree(folder / "bukti/2024/JEN-02 - baik")
    place.chmod(0)
    try:
        ended = scored(folder, before=without_override())
        assert ended.outcome("JEN-02") == "error"
        assert "closed-folder" in {warning["code"] for warning in ended.result["warnings"]}
    finally:
        place.chmod(0o755)


def odd_names(folder: Path, place: Path) -> None:
    names(place)
    ended = scored(folder)
    listed = [file for file in ended.result["evidence"] if "aneh" in file["path"]]
    there = len(list(place.iterdir()))
    assert there >= len(NAMES) - 2  # some file systems take Unicode only
    assert len(listed) == there - 1  # "..." is hidden
    assert not any("problem" in file for file in listed)


def many_empty_files(folder: Path, place: Path) -> None:
    empty(place, _EMPTY_FILES)
    ended = scored(folder)
    assert [file.get("problem-code") for file in ended.result["evidence"]].count(
        "empty"
    ) == _EMPTY_FILES


def a_file_of_terabytes(folder: Path, place: Path) -> None:
    with (place / "lubang.pdf").open("wb") as file:
        try:
            file.truncate(2 * 1024**4)
        except OSError:
            pytest.skip("this file system holds no file so large")
    assert scored(folder).told("lubang.pdf") == "too-large"


def a_file_that_grows(folder: Path, place: Path) -> None:
    growing = place / "tumbuh.txt"
    growing.write_text("Rencana kerja\n" * 1_000, encoding="utf-8")

    def grow() -> None:
        with growing.open("a", encoding="utf-8") as file:
            file.write("Rencana kerja\n")

    with meanwhile(grow):
        assert scored(folder).told("tumbuh.txt") in {"", "unreadable"}


def a_file_that_is_replaced(folder: Path, place: Path) -> None:
    """By another file, a folder, a link and a pipe, again and again."""
    there = place / "ganti.pdf"
    there.write_text("Rencana kerja", encoding="utf-8")
    turns: list[Callable[[], object]] = [
        lambda: there.write_text("lain", encoding="utf-8"),
        there.mkdir,
        lambda: there.symlink_to("/dev/zero"),
        lambda: os.mkfifo(there),
    ]

    def replace() -> None:
        there.rmdir() if there.is_dir() and not there.is_symlink() else there.unlink(
            missing_ok=True
        )
        turns.append(turns.pop(0))
        turns[0]()

    with meanwhile(replace):
        assert scored(folder).code == 0


def a_folder_that_vanishes(folder: Path, place: Path) -> None:
    def vanish() -> None:
        shutil.rmtree(place, ignore_errors=True)
        (place / "dalam").mkdir(parents=True, exist_ok=True)
        (place / "dalam/rencana.txt").write_text("Rencana kerja", encoding="utf-8")

    with meanwhile(vanish):
        assert scored(folder).code == 0


SCENES: tuple[Scene, ...] = (
    Scene("a pipe named like a PDF", "passed over by name, never opened", a_pipe),
    Scene("a socket named like a PDF", "passed over by name, never opened", a_socket),
    Scene("a device that never ends", "passed over by name, never opened", a_device),
    Scene("links that lead in circles", "passed over by name", links_in_circles),
    Scene(
        "links to a device, to the system's files and to /",
        "passed over by name; nothing behind them is read",
        links_that_lead_out,
    ),
    Scene("a file without the right to read it", "`unreadable`", a_closed_file),
    Scene(
        "a criterion's folder without the right to open it",
        "a warning; what is not met elsewhere is open, not lost",
        a_closed_folder,
    ),
    Scene(
        f"{len(NAMES)} names: line breaks, control and direction signs, markup, formulas, 255 "
        "bytes, no Unicode, names that Windows reserves, commands",
        "listed and read; every output shows them as text",
        odd_names,
    ),
    Scene(
        f"{_EMPTY_FILES:,} empty files in a folder (100,000 by hand)",
        "each `empty`",
        many_empty_files,
    ),
    Scene("a file of 2 TB with nothing in it", "`too-large`, not read", a_file_of_terabytes),
    Scene("a file that grows while it is read", "read, or `unreadable`", a_file_that_grows),
    Scene(
        "a file that becomes a folder, a link to a device and a pipe, again and again",
        "read, `unreadable` or passed over",
        a_file_that_is_replaced,
    ),
    Scene(
        "a folder that vanishes and comes back, again and again",
        "read, `unreadable` or not listed",
        a_folder_that_vanishes,
    ),
    Scene(
        "an output folder that may not be written to",
        "exit code 2, the result shown, the earlier one whole",
        written.a_closed_output_folder,
    ),
    Scene(
        "a full disk under output folder and cache",
        "exit code 2, the result shown, the earlier one whole",
        written.a_full_disk,
    ),
    Scene(
        "a limit on how large files may grow",
        "exit code 2, the result shown, the earlier one whole",
        written.files_may_not_grow,
    ),
    Scene(
        "an output folder that is a link to elsewhere",
        "exit code 2; nothing is written there",
        written.an_output_folder_elsewhere,
    ),
    Scene(
        "a result that is a link to a file elsewhere",
        "the link is replaced, the file untouched",
        written.a_result_that_is_a_link,
    ),
    Scene(
        "links to a file elsewhere under every name in `.emonev/`",
        "not followed; the run goes on without the cache",
        written.links_among_our_own_files,
    ),
)
