"""An answer is said again only while everything it hangs on is as it was."""

import json
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from emonev.cli import again
from emonev.cli.main import run
from emonev.model.assessment import Recognition
from tests.builders import an_assessment
from tests.workspaces import a_workspace

Captured = pytest.CaptureFixture[str]
DIP = "bukti/2024/JEN-01 - DIP/dip.txt"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace that has been at rest for a while."""
    monkeypatch.setattr(again, "_SETTLED", 0)
    monkeypatch.setattr(sys, "stdout", sys.stdout)  # given back when the test is over
    files = {"JEN-01 - DIP/dip.txt": "Daftar Informasi Publik tahun 2024"}
    made = a_workspace(tmp_path / "ruang", {"JEN-01": "daftar informasi publik"}, files)
    time.sleep(0.02)
    return made


@pytest.fixture
def words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a command line, as this process's own."""
    given = ["score", str(folder), "--year", "2024"]
    monkeypatch.setattr(sys, "argv", ["emonev", *given])
    return given


def test_what_has_not_changed_is_said_again(
    folder: Path, words: list[str], capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run() == 0
    first = capsys.readouterr()
    state = (folder / "laporan/2024.json").stat()
    monkeypatch.setitem(sys.modules, "emonev.cli.app", None)  # nothing may be computed any more
    assert run() == 0
    second = capsys.readouterr()
    assert (second.out, second.err) == (first.out, first.err)
    assert "Nilai akhir: 100,00" in second.out
    assert (folder / "laporan/2024.json").stat() == state


def test_the_exit_code_is_said_again(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    more = [*words, "--only", "JEN-01"]
    monkeypatch.setattr(sys, "argv", ["emonev", *more, "--fail-under", "100.0"])
    assert run() == 0
    assert again.say_again(sys.argv[1:]) == 0
    assert again.say_again([*more, "--fail-under", "99"]) is None  # another question


def _append(path: str) -> Callable[[Path], object]:
    return lambda folder: (folder / path).write_bytes((folder / path).read_bytes() + b" \n")


def _swap(folder: Path) -> None:
    """Put other content of the same size there, and give it the old time."""
    path = folder / DIP
    old = path.stat()
    path.write_text("Daftar Informasi Publik tahun 2023")
    os.utime(path, ns=(old.st_atime_ns, old.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "the rubric": _append("rubrik.yaml"),
    "evidence grows": _append(DIP),
    "evidence is swapped for other of the same size and time": _swap,
    "evidence goes": lambda folder: (folder / DIP).unlink(),
    "evidence comes": lambda folder: (folder / "bukti/2024/baru.txt").write_text("baru"),
    "evidence is renamed": lambda folder: (folder / DIP).rename(folder / f"{DIP}.bak"),
    "an empty folder comes": lambda folder: (folder / "bukti/2024/JEN-09").mkdir(),
    "a criterion's folder is renamed": lambda folder: (folder / DIP).parent.rename(
        folder / "bukti/2024/lain"
    ),
    "the workspace file": _append("emonev.yaml"),
    "the answers": lambda folder: _put(folder / "jawaban/2024.yaml", "schema: emonev/answers/1\n"),
    "last year's result": lambda folder: _put(folder / "laporan/2023.json", "{}"),
    "the result is edited": _append("laporan/2024.json"),
    "the page goes": lambda folder: (folder / "laporan/2024.html").unlink(),
    "the memory goes": lambda folder: shutil.rmtree(folder / ".emonev"),
    "a link comes": lambda folder: (folder / "bukti/2024/tautan").symlink_to("/"),
}


def _put(path: Path, content: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(content)


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_changed_is_judged_anew(folder: Path, words: list[str], change: str) -> None:
    assert run() == 0
    assert again.say_again(words) == 0
    CHANGES[change](folder)
    assert again.say_again(words) is None


def test_another_day_language_or_screen_is_another_question(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run() == 0
    for name, value in (("EMONEV_LANG", "en"), ("COLUMNS", "40"), ("PATH", "/elsewhere")):
        with monkeypatch.context() as other:
            other.setenv(name, value)
            assert again.say_again(words) is None
    with monkeypatch.context() as tomorrow:
        tomorrow.setattr(time, "localtime", lambda: (2030, 1, 2))
        assert again.say_again(words) is None
    assert again.say_again([*words, "--explain"]) is None
    assert again.say_again(words) == 0


def test_another_release_of_the_program_is_another_question(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    design = tmp_path / "design"
    design.mkdir()
    (design / "page.j2").write_text("satu")
    monkeypatch.setattr(again, "reports_folder", lambda: design)
    assert run() == 0
    assert again.say_again(words) == 0
    (design / "page.j2").write_text("dua")
    assert again.say_again(words) is None


def test_a_forged_answer_is_not_believed(folder: Path, words: list[str]) -> None:
    assert run() == 0
    memory = folder / again.MEMORY
    seal, _, content = memory.read_bytes().partition(b"\n")
    told = json.loads(content)
    told["said"] = "Nilai akhir: 100,00 Informatif"
    memory.write_bytes(seal + b"\n" + json.dumps(told).encode())
    assert again.say_again(words) is None
    memory.write_bytes(b"\xff")
    assert again.say_again(words) is None


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_laid_where_it_may_be_written_is_not_followed(
    folder: Path, words: list[str], capsys: Captured
) -> None:
    precious = folder.parent / "berharga.txt"
    precious.write_text("milik orang", encoding="utf-8")
    (folder / ".emonev").mkdir()
    for name in (f"again.json.{os.getpid()}", "again.json", "again.json.tertinggal"):
        (folder / ".emonev" / name).symlink_to(precious)
    assert run() == 0
    assert precious.read_text(encoding="utf-8") == "milik orang"
    kept = [path.name for path in (folder / ".emonev").glob("again*")]
    assert kept == ["again.json"]
    assert not (folder / ".emonev/again.json").is_symlink()


def test_what_changed_a_moment_before_is_not_trusted_to_its_time(
    folder: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(again, "_SETTLED", 10**10)
    assert run() == 0
    assert not (folder / again.MEMORY).exists()


def test_a_file_that_cannot_be_opened_today_may_be_tomorrow(
    folder: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from emonev.evidence import inventory

    def refuse(place: str) -> None:
        raise PermissionError(place)

    monkeypatch.setattr(inventory, "_hashed", refuse)
    assert run() == 0
    assert not (folder / again.MEMORY).exists()


@pytest.mark.parametrize("option", [["--json"], ["--no-cache"]])
def test_some_answers_are_never_kept(
    folder: Path, words: list[str], option: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["emonev", *words, *option])
    assert run() == 0
    assert not (folder / again.MEMORY).exists()


def test_a_rubric_from_elsewhere_is_not_watched(
    folder: Path, words: list[str], tmp_path: Path
) -> None:
    (folder / "rubrik.yaml").rename(tmp_path / "rubrik.yaml")
    workspace = folder / "emonev.yaml"
    workspace.write_text(workspace.read_text().replace("rubrik.yaml", "../rubrik.yaml"))
    assert run() == 0
    assert not (folder / again.MEMORY).exists()


def test_other_commands_are_not_listened_to(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["emonev", "--version"])
    before = sys.stdout
    assert run() == 0
    assert sys.stdout is before


@pytest.mark.parametrize(
    ("read", "kept"),
    [
        (None, True),
        (Recognition(engine="tesseract 5 ind", read=3, spare=2), True),
        (Recognition(engine="tesseract 5 ind", read=3, left=2), False),
        (Recognition(engine="tesseract 5 ind", read=3, unanswered=2), False),
        (Recognition(engine="tesseract 5 ind", read=3, second="rapidocr 3", again_left=2), False),
        (Recognition(engine="tesseract 5 ind", read=3, second="rapidocr 3", again=2), True),
        (Recognition(off=True, left=2), True),
        (Recognition(left=2), sys.platform != "win32"),
    ],
)
def test_pages_that_there_was_no_time_to_read_are_read_on(
    read: Recognition | None, kept: bool
) -> None:
    assert again._is_passing(an_assessment(recognition=read)) is not kept


@pytest.mark.skipif(sys.platform == "win32", reason="there it is found outside PATH too")
def test_an_ocr_program_that_was_installed_since_is_another_question(
    words: list[str], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    before = again._question(words, str(folder))
    (tmp_path / "tesseract").touch()
    assert again._question(words, str(folder)) != before
