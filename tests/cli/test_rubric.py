"""`emonev rubric`: what goes to stdout, what to stderr, and with which exit code it ends."""

import json
from pathlib import Path

import pytest

from emonev.cli.main import run
from emonev.cli.rubric_text import WIDTH
from emonev.load import load_rubric, shipped_rubrics
from tests.load.rubric_yaml import SOUND, spoiled, written

Captured = pytest.CaptureFixture[str]

SHOWN = """\
Rubrik uji
uji-2024 · Komisi Informasi · desa · 2024 · internal · 3 kriteria
Kualifikasi: Baik mulai 50; Kurang mulai 0
Portal: PDF, paling besar 2 MB setiap berkas

Kuesioner (bobot 80)

  Jenis informasi (bobot 100)
    JEN-01       2  Apakah DIP diumumkan?
    JEN-02  0,3333  Apakah DIK ditetapkan?
    JEN-03       1  Berapa laporan tersedia?

Presentasi (bobot 20)
  Nilainya diketik orang di jawaban/2024.yaml.
"""


def test_list_names_every_shipped_rubric(capsys: Captured) -> None:
    assert run(["rubric", "list"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Id ")
    for path in shipped_rubrics():
        assert f"\n{path.stem} " in out
    assert max(map(len, out.splitlines())) <= WIDTH


def test_list_as_json_is_json_and_nothing_else(capsys: Captured) -> None:
    assert run(["rubric", "list", "--json"]) == 0
    captured = capsys.readouterr()
    listed = json.loads(captured.out)
    assert [rubric["id"] for rubric in listed] == [path.stem for path in shipped_rubrics()]
    assert captured.err == ""


def test_show_tells_levels_and_weights(tmp_path: Path, capsys: Captured) -> None:
    assert run(["rubric", "show", str(written(tmp_path, SOUND))]) == 0
    assert capsys.readouterr().out == SHOWN


@pytest.mark.parametrize("path", shipped_rubrics(), ids=lambda path: path.stem)
def test_show_fits_80_columns(path: Path, capsys: Captured) -> None:
    assert run(["rubric", "show", path.stem]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= WIDTH


def test_show_as_json_holds_the_whole_rubric(tmp_path: Path, capsys: Captured) -> None:
    path = written(tmp_path, SOUND)
    assert run(["rubric", "show", str(path), "--json"]) == 0
    out = capsys.readouterr().out
    shown = json.loads(out)
    assert shown["sha256"] == load_rubric(path).sha256
    assert shown["stages"][0]["indicators"][0]["criteria"][1]["weight"] == "1/3"
    assert str(tmp_path) not in out


def test_an_unknown_rubric_is_guessed(capsys: Captured) -> None:
    assert run(["rubric", "show", "kabkota-204"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Mungkin maksudnya kabkota-2024?" in captured.err


def test_lint_of_a_clean_file_says_so_beside_the_output(tmp_path: Path, capsys: Captured) -> None:
    assert run(["rubric", "lint", "--strict", str(written(tmp_path, SOUND))]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "1 berkas diperiksa: 0 kesalahan, 0 peringatan.\n"


def test_lint_shows_every_mistake_with_its_mend(tmp_path: Path, capsys: Captured) -> None:
    path = written(tmp_path, spoiled("at-least: 1,", "at_leest: 1,"))
    assert run(["rubric", "lint", str(path)]) == 2
    captured = capsys.readouterr()
    assert captured.out == (
        f"{path}:30:32: kunci “at_leest” tidak dikenal (unknown-key)\n"
        "  Perbaikan: Mungkin maksudnya “at-least”?\n"
    )
    assert captured.err == "1 berkas diperiksa: 1 kesalahan, 0 peringatan.\n"


@pytest.mark.parametrize(("options", "code"), [([], 0), (["--strict"], 1)])
def test_lint_fails_on_warnings_only_when_asked(
    tmp_path: Path, capsys: Captured, options: list[str], code: int
) -> None:
    path = written(tmp_path, spoiled("weight: 80", "weight: 70"))
    assert run(["rubric", "lint", *options, str(path)]) == code
    assert "(weights-sum)" in capsys.readouterr().out


def test_lint_goes_on_after_a_missing_file(tmp_path: Path, capsys: Captured) -> None:
    path = written(tmp_path, spoiled("weight: 80", "weight: x"))
    assert run(["rubric", "lint", "tiada.yaml", str(path)]) == 2
    out = capsys.readouterr().out
    assert "(rubric-unknown)" in out
    assert "(wrong-type)" in out


def test_lint_speaks_english_on_request(tmp_path: Path, capsys: Captured) -> None:
    path = written(tmp_path, spoiled("weight: 80", "weight: x"))
    assert run(["rubric", "lint", str(path), "--lang", "en"]) == 2


@pytest.mark.parametrize("kind", ["rubric", "workspace", "answers"])
def test_schema_is_json(capsys: Captured, kind: str) -> None:
    assert run(["rubric", "schema", "--for", kind]) == 0
    assert json.loads(capsys.readouterr().out)["$id"] == f"emonev/{kind}/1"


def test_schema_goes_to_a_file_on_request(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "rubric.schema.json"
    assert run(["rubric", "schema", "--output", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}\n"
    assert json.loads(path.read_text("utf-8"))["$id"] == "emonev/rubric/1"


def test_a_schema_that_there_is_not_is_told(capsys: Captured) -> None:
    assert run(["rubric", "schema", "--for", "laporan"]) == 2
    assert "Yang ada: rubric, workspace, answers." in capsys.readouterr().err
