"""`emonev doctor`: what stands well, what is wanting, and what to do about it."""

import json
import os
import sys
from pathlib import Path

import pytest

from emonev.cli.main import run
from emonev.doctor import engines, examine, machine, program
from emonev.doctor.examined import Examined
from emonev.doctor.program import _is_within, _libraries
from emonev.errors import EmonevError
from emonev.evidence.ocr import Engine
from emonev.evidence.workers import Workers
from emonev.model.text import Text
from tests.workspaces import a_workspace

Captured = pytest.CaptureFixture[str]


RAPIDOCR = Engine(name="rapidocr", program="/x/rapidocr", language="latin")


def install(
    monkeypatch: pytest.MonkeyPatch, engine: Engine | None, other: Engine | None = RAPIDOCR
) -> None:
    def find(choice: str) -> Engine | None:
        if choice == "off":
            return None
        if choice == "auto" or (engine and choice == engine.name):
            return engine
        raise EmonevError("ocr-missing", Text("tidak terpasang", "not installed"))

    monkeypatch.setattr("emonev.doctor.engines.find_engine", find)
    monkeypatch.setattr("emonev.doctor.engines.find_second", lambda *_: other)
    monkeypatch.setattr("emonev.doctor.workspace.find_engine", find)


def an_engine(folder: Path, language: str = "ind", *, turns: bool = True) -> Engine:
    for name in (language, "osd"):
        (folder / f"{name}.traineddata").touch()
    return Engine(
        name="tesseract", program="/x/tesseract", language=language, data=str(folder), turns=turns
    )


def told(examined: list[Examined] | tuple[Examined, ...], part: str) -> list[tuple[str, str]]:
    return [(each.state, each.told.id) for each in examined if each.part == part]


def test_a_machine_with_everything_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    install(monkeypatch, an_engine(tmp_path))
    folder = a_workspace(tmp_path / "ruang", {}, {})
    assert run(["doctor", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert "  + tesseract ? di /x/tesseract; bahasa: ind, osd" in shown
    assert "dibaca lagi dengan rapidocr (--ocr auto)" in shown
    assert f"  + Python {sys.version.split()[0]}" in shown
    assert "Pembaca berkas berjalan di proses tersendiri" in shown
    assert shown.endswith("Semuanya siap.\n")


def test_without_ocr_emonev_works_and_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Captured
) -> None:
    install(monkeypatch, None)
    monkeypatch.setenv("EMONEV_LANG", "en")
    assert run(["doctor", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    for way in ("sudo apt install tesseract-ocr", "brew install", "UB Mannheim", "emonev[ocr]"):
        assert way in shown
    assert "emonev can be used; things that could be added: 1." in shown


@pytest.mark.parametrize(
    ("language", "turns", "wanting"),
    [("ind", True, 0), ("eng", True, 1), ("ind", False, 1), ("eng", False, 2)],
)
def test_what_an_engine_lacks_is_advice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str, turns: bool, wanting: int
) -> None:
    install(monkeypatch, an_engine(tmp_path, language, turns=turns))
    states = [each.state for each in engines.on_engines()]
    assert states == ["good", "good", *["advice"] * wanting]


def test_without_a_second_engine_emonev_says_what_it_would_bring(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    install(monkeypatch, an_engine(tmp_path), other=None)
    found, used, wanting = engines.on_engines()
    assert (found.state, used.state, wanting.state) == ("good", "good", "advice")
    assert used.told.en == "Scanned pages are read by tesseract (--ocr auto)"
    assert "RapidOCR finds" in wanting.told.en
    assert [remedy.id for remedy in wanting.remedy] == [
        "Di mana pun (350 MB): pip install 'emonev[ocr]'"
    ]


def test_an_engine_in_emonev_yaml_that_is_not_installed_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    install(monkeypatch, None)
    folder = a_workspace(tmp_path / "ruang", {}, {})
    place = folder / "emonev.yaml"
    words = place.read_text(encoding="utf-8").replace("ocr: off", "ocr: rapidocr")
    place.write_text(words, encoding="utf-8")
    assert run(["doctor", str(folder)]) == 1
    assert "  x tidak terpasang" in capsys.readouterr().out


def test_a_folder_that_is_no_workspace_is_no_fault(tmp_path: Path) -> None:
    ((state, words),) = told(examine(tmp_path), "workspace")
    assert state == "good"
    assert str(tmp_path) in words


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are others there")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_workspace_on_a_cd_is_told(tmp_path: Path) -> None:
    folder = a_workspace(tmp_path / "ruang", {}, {})
    folder.chmod(0o500)
    try:
        states = [state for state, _ in told(examine(folder), "workspace")]
    finally:
        folder.chmod(0o700)
    assert states == ["wrong", "wrong"]


def test_a_folder_that_cannot_be_written_to_is_wrong(tmp_path: Path) -> None:
    folder = a_workspace(tmp_path / "ruang", {}, {})
    (folder / "laporan").write_text("berkas di tempat folder", encoding="utf-8")
    assert [state for state, _ in told(examine(folder), "workspace")] == ["good", "wrong"]


def test_looking_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = a_workspace(tmp_path / "ruang", {}, {})
    examine(folder)
    assert list((folder / ".emonev").iterdir()) == list((folder / "laporan").iterdir()) == []


def test_a_reader_that_does_not_start_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Workers, "read", refuse)
    states = {each.told.id: each.state for each in machine.on_machine()}
    assert states["Proses pembaca berkas tidak dapat dijalankan (PermissionError)"] == "wrong"


def test_a_key_that_cannot_be_kept_is_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> bytes:
        raise PermissionError

    monkeypatch.setattr(machine, "own_key", refuse)
    assert [each.state for each in machine.on_machine()][-1] == "advice"


def test_a_library_that_is_missing_or_too_old_is_wrong() -> None:
    required = ["msgspec>=0.19", "tidak-ada-sama-sekali>=1", "typer>=0.1,<0.2"]
    found = list(_libraries(required))
    assert [each.state for each in found] == ["good", "wrong", "wrong"]
    assert "tidak-ada-sama-sekali" in found[1].told.id
    assert "typer>=0.1,<0.2" in found[2].told.id
    assert "pip install" in found[2].remedy[0].id


@pytest.mark.parametrize(
    ("version", "requirement", "within"),
    [
        ("0.28.0", "typer<0.29,>=0.16", True),
        ("0.29.0", "typer<0.29,>=0.16", False),
        ("0.9", "typer>=0.16", False),
        ("5.0", "pypdfium2>=5.0", True),
        ("12", "pillow>=11.0", True),
    ],
)
def test_versions_are_compared_as_numbers(version: str, requirement: str, within: bool) -> None:
    assert _is_within(version, requirement) is within


def test_an_installation_without_its_rubrics_is_wrong(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(program, "criteria_folder", lambda: tmp_path / "tidak ada")
    assert [each.state for each in program.on_program()][:2] == ["good", "wrong"]


def test_json_holds_the_same_in_both_languages(tmp_path: Path, capsys: Captured) -> None:
    code = run(["doctor", str(tmp_path), "--json"])
    written = json.loads(capsys.readouterr().out)
    assert {each["part"] for each in written} == {"program", "ocr", "machine", "workspace"}
    assert all(each["told"]["id"] and each["told"]["en"] for each in written)
    assert code == int(any(each["state"] == "wrong" for each in written))
