"""`emonev init`: from nothing to a workspace that `emonev score` takes."""

from pathlib import Path

import pytest

from emonev.cli.main import run
from emonev.load import load_workspace, shipped_rubrics
from tests.load.rubric_yaml import SOUND, written

Captured = pytest.CaptureFixture[str]
NATUNA = ["--body", "Pemerintah Kabupaten Natuna", "--category", "kabupaten-kota"]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_rubric_is_chosen_by_category_and_year(capsys: Captured) -> None:
    assert run(["init", "natuna", *NATUNA, "--year", "2024", "--province", "Kepulauan Riau"]) == 0
    assert capsys.readouterr().out == (
        "Ruang kerja Pemerintah Kabupaten Natuna tahun 2024 siap di natuna "
        "(rubrik kabkota-2024, 122 kriteria).\n"
        "Berikutnya: letakkan bukti di bukti/2024, lalu jalankan: "
        "emonev score natuna --year 2024\n"
    )
    assert load_workspace(Path("natuna")).rubrics == {2024: "kabkota-2024"}


def test_another_year_needs_no_name_again(capsys: Captured) -> None:
    run(["init", "natuna", *NATUNA, "--year", "2024"])
    assert run(["init", "natuna", "--year", "2023"]) == 0
    capsys.readouterr()
    workspace = load_workspace(Path("natuna"))
    assert workspace.rubrics == {2024: "kabkota-2024", 2023: "kabkota-2023"}


def test_a_second_time_says_that_nothing_was_changed(capsys: Captured) -> None:
    run(["init", "natuna", *NATUNA, "--year", "2024"])
    capsys.readouterr()
    assert run(["init", "natuna", *NATUNA, "--year", "2024"]) == 0
    assert "sudah ada dan tidak diubah" in capsys.readouterr().out


def test_a_rubric_file_is_named_relative_to_the_workspace(tmp_path: Path) -> None:
    written(tmp_path, SOUND)
    assert run(["init", "desa kami", "--body", "Desa", "--rubric", "uji-2024.yaml", "--year", "2024"]) == 0  # fmt: skip
    workspace = load_workspace(Path("desa kami"))
    assert workspace.body.category == "desa"
    assert workspace.rubrics == {2024: "../uji-2024.yaml"}


def test_without_a_fitting_rubric_all_there_is_is_listed(capsys: Captured) -> None:
    assert run(["init", "x", "--body", "X", "--category", "kabupaten", "--year", "2031"]) == 2
    told = capsys.readouterr().err
    assert "tidak ada rubrik bawaan untuk kabupaten tahun 2031 (rubric-none)" in told
    assert "Mungkin maksudnya kategori kabupaten-kota?" in told
    for path in shipped_rubrics():
        assert path.stem in told
    assert not Path("x").exists()


@pytest.mark.parametrize(
    ("options", "slug"),
    [
        ([], "body-missing"),
        (["--body", "  "], "body-missing"),
        (["--body", "X"], "category-missing"),
        (["--body", "X", "--rubric", "tiada"], "rubric-unknown"),
    ],
)
def test_what_is_missing_is_told(capsys: Captured, options: list[str], slug: str) -> None:
    assert run(["init", "x", "--year", "2024", *options]) == 2
    assert f"({slug})" in capsys.readouterr().err
    assert not Path("x").exists()


def test_a_file_in_the_way_is_told(capsys: Captured) -> None:
    Path("natuna").write_text("a file", "utf-8")
    assert run(["init", "natuna", *NATUNA, "--year", "2024"]) == 2
    assert "(init-refused)" in capsys.readouterr().err


@pytest.mark.parametrize("other", [["--body", "Kota Lain"], ["--category", "desa"]])
def test_another_body_does_not_get_into_a_workspace(capsys: Captured, other: list[str]) -> None:
    run(["init", "natuna", *NATUNA, "--year", "2024"])
    capsys.readouterr()
    assert run(["init", "natuna", *other, "--year", "2023"]) == 2
    assert "(other-body)" in capsys.readouterr().err
    assert not Path("natuna/bukti/2023").exists()


def test_a_line_that_could_not_be_added_is_told(capsys: Captured) -> None:
    run(["init", "natuna", *NATUNA, "--year", "2024"])
    path = Path("natuna/emonev.yaml")
    text = path.read_text("utf-8").replace(
        "rubrics:\n  2024: kabkota-2024", "rubrics: {2024: kabkota-2024}"
    )
    path.write_text(text, "utf-8")
    capsys.readouterr()
    assert run(["init", "natuna", "--year", "2023"]) == 0
    assert "“rubrics:” dalam emonev.yaml: 2023: kabkota-2023\n" in capsys.readouterr().out
    assert path.read_text("utf-8") == text
