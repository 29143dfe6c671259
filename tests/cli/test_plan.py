"""`emonev plan`: from a workspace or a result, what goes where, and what is told of mistakes."""

import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # it ships no types
import pytest

from emonev.cli.main import run
from emonev.render.plan_page import plan_schema
from tests.workspaces import a_workspace

Captured = pytest.CaptureFixture[str]
PHRASES = {"JEN-01": "daftar informasi publik", "JEN-02": "rencana kerja", "JEN-03": "anggaran"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a workspace that meets one criterion of three."""
    files = {"JEN-01 - DIP/dip.txt": "Daftar Informasi Publik tahun 2024"}
    return a_workspace(tmp_path / "ruang", PHRASES, files)


@pytest.fixture
def result(folder: Path, capsys: Captured) -> Path:
    assert run(["score", str(folder), "--date", "2024-09-27"]) == 0
    capsys.readouterr()
    return folder / "laporan/2024.json"


def planned(place: Path, *options: str) -> int:
    return run(["plan", str(place), *options])


def files_of(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_a_year_without_a_result_is_assessed_first(folder: Path, capsys: Captured) -> None:
    assert planned(folder) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out.startswith("Rencana mencapai Informatif\n")
    assert {"laporan/2024.json", "laporan/2024.html"} <= files_of(folder)


def test_a_result_file_and_its_workspace_give_the_same_plan(
    folder: Path, result: Path, capsys: Captured
) -> None:
    before = files_of(folder)
    assert planned(result) == 0
    from_file = capsys.readouterr().out
    assert planned(folder, "--year", "2024") == 0
    assert capsys.readouterr().out == from_file
    assert "2 langkah, 2 hari kerja: nilai naik dari 33,33 menjadi 100,00" in from_file
    assert files_of(folder) == before


def test_json_is_alone_on_stdout_and_fits_the_schema(
    result: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert planned(result, "--json", "--csv", str(tmp_path / "rencana.csv")) == 0
    told = capsys.readouterr()
    made = json.loads(told.out)
    jsonschema.validate(made, plan_schema())
    assert [step["id"] for step in made["steps"]] == ["JEN-02", "JEN-03"]
    assert made["steps"][0]["exact-total"] == "200/3"
    assert told.err == f"{tmp_path / 'rencana.csv'}\n"


def test_every_file_is_written_and_named(result: Path, tmp_path: Path, capsys: Captured) -> None:
    paths = [tmp_path / f"rencana.{kind}" for kind in ("html", "xlsx", "csv")]
    options = [word for path in paths for word in (f"--{path.suffix[1:]}", str(path))]
    assert planned(result, *options) == 0
    assert capsys.readouterr().out.endswith("".join(f"{path}\n" for path in paths))
    page, book, sheet = (path.read_bytes() for path in paths)
    assert b"Content-Security-Policy" in page
    assert book.startswith(b"PK")
    assert sheet.startswith("\ufeffNo;Kriteria;".encode())


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_sheet_that_people_may_have_filled_in_is_never_overwritten(
    result: Path, tmp_path: Path, capsys: Captured, kind: str
) -> None:
    sheet = tmp_path / f"rencana.{kind}"
    sheet.write_bytes(b"diisi")
    assert planned(result, f"--{kind}", str(sheet)) == 2
    assert "(file-exists)" in capsys.readouterr().err
    assert sheet.read_bytes() == b"diisi"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--target", "informatif"], 0),
        (["--target", "Informative"], 0),
        (["--target", "informatif", "--skip", "JEN-03"], 1),
        (["--target", "informatif", "--budget", "1"], 1),
        (["--budget", "1,5"], 0),
        (["--skip", "JEN-*"], 0),
    ],
)
def test_a_band_that_was_asked_for_and_is_not_reached_is_1(
    result: Path, options: list[str], code: int
) -> None:
    assert planned(result, *options) == code


def test_what_if_is_told_with_the_total_it_leads_to(result: Path, capsys: Captured) -> None:
    assert planned(result, "--what-if", "jen-01=rejected,JEN-02=0.5,JEN-03=na", "--budget=0") == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Seandainya JEN-01 ditolak." in told
    assert "Seandainya JEN-02 bernilai 0,5." in told
    assert "Seandainya JEN-03 tidak berlaku." in told
    assert "nilai 33,33 (Tidak Informatif) menjadi 25,00 (Tidak Informatif)" in told


@pytest.mark.parametrize(
    ("options", "slug"),
    [
        (["--budget", "banyak"], "budget"),
        (["--budget=-1"], "budget"),
        (["--budget", "1e9"], "budget"),
        (["--target", "hebat"], "no-band"),
        (["--keep", "ZZZ"], "tanpa-kriteria"),
        (["--skip", "ZZZ"], "tanpa-kriteria"),
        (["--keep", "JEN-01", "--skip", "JEN-*"], "keep-and-skip"),
        (["--keep", "JEN-02", "--budget", "0,5"], "keep-over-budget"),
        (["--assume", "presentasi"], "no-pair"),
        (["--assume", "presentasi=70"], "no-stage"),
        (["--assume", "presentasi=101"], "assume"),
        (["--what-if", "JEN-01"], "no-pair"),
        (["--what-if", "JEN-01=mungkin"], "what-if"),
        (["--what-if", "JEN-01=2"], "what-if"),
        (["--what-if", "ZZZ=met"], "tanpa-kriteria"),
    ],
)
def test_wrong_usage_is_2_and_told_on_stderr(
    result: Path, capsys: Captured, options: list[str], slug: str
) -> None:
    assert planned(result, *options) == 2
    told = capsys.readouterr()
    assert f"({slug})" in told.err
    assert told.out == ""


def test_no_result_and_no_workspace_is_told(tmp_path: Path, capsys: Captured) -> None:
    assert planned(tmp_path / "tiada") == 2
    assert "(no-folder)" in capsys.readouterr().err
    (tmp_path / "rusak.json").write_bytes(b"{}")
    assert planned(tmp_path / "rusak.json") == 2
    assert "(result-schema)" in capsys.readouterr().err


def test_the_plan_speaks_english(
    result: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EMONEV_LANG", "en")
    assert planned(result) == 0
    assert capsys.readouterr().out.startswith("A plan to reach Informative\n")


def test_the_plan_speaks_its_workspace_s_language(folder: Path, capsys: Captured) -> None:
    with (folder / "emonev.yaml").open("a", encoding="utf-8") as file:
        file.write("language: en\n")
    assert planned(folder) == 0
    assert capsys.readouterr().out.startswith("A plan to reach Informative\n")
