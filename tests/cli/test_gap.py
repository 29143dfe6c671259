"""`emonev gap`: years or files in, a page, a table and a JSON out; refusals that say what to do."""

import json
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from emonev.cli.main import run
from emonev.model.assessment import Assessment
from emonev.model.workspace import Body
from emonev.render.json_file import to_json
from tests.compare.results import published
from tests.compare.two_years import newer, older
from tests.workspaces import a_workspace

Captured = pytest.CaptureFixture[str]


def saved(folder: Path, name: str, assessment: Assessment) -> str:
    path = folder / name
    path.write_bytes(to_json(assessment))
    return str(path)


@pytest.fixture
def pair(tmp_path: Path) -> list[str]:
    return [saved(tmp_path, "2023.json", older()), saved(tmp_path, "2024.json", newer())]


def test_two_files_give_a_page_a_table_and_json(
    pair: list[str], tmp_path: Path, capsys: Captured
) -> None:
    assert run(["gap", *pair]) == 0
    written = capsys.readouterr()
    assert written.err == ""
    assert "Kesenjangan 2023 → 2024" in written.out
    page, table, result = (tmp_path / f"gap-2023-2024.{kind}" for kind in ("html", "csv", "json"))
    assert str(page) in written.out.replace("\n", "")
    assert "Kesenjangan 2023 → 2024" in page.read_text("utf-8")
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    assert json.loads(result.read_bytes())["schema"] == "emonev/comparison/1"


def test_json_on_stdout_is_all_there_is(
    pair: list[str], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["gap", *pair, "--json"]) == 0
    sys.stdout.flush()
    written = capfdbinary.readouterr()
    assert written.out == (tmp_path / "gap-2023-2024.json").read_bytes()
    assert written.err == b""


def test_three_results_make_a_trend(tmp_path: Path, capsys: Captured) -> None:
    values = {2022: "93.46", 2023: "90.14", 2024: "94.62"}
    files = [saved(tmp_path, f"{y}.json", published(v, y)) for y, v in values.items()]
    assert run(["gap", *files]) == 0
    assert "Informatif 3 kali berturut-turut sejak 2022." in capsys.readouterr().out
    assert json.loads((tmp_path / "gap-2022-2024.json").read_bytes())["schema"] == "emonev/trend/1"


def test_a_year_without_a_result_is_scored_first(tmp_path: Path, capsys: Captured) -> None:
    phrases = {"JEN-01": "daftar informasi publik"}
    folder = a_workspace(tmp_path / "kerja", phrases, {"JEN-01/dip.txt": "Daftar Informasi Publik"})
    body = Body(name="Pemerintah Kabupaten Contoh", category="kabupaten-kota")
    (folder / "laporan").mkdir()
    saved(folder / "laporan", "2023.json", replace(older(), body=body))
    assert run(["gap", "2023", "2024", "--workspace", str(folder)]) == 0
    assert "dinilai lebih dahulu" in capsys.readouterr().err
    assert (folder / "laporan" / "2024.json").is_file()
    assert (folder / "laporan" / "gap-2023-2024.html").is_file()
    before = (folder / "laporan" / "2024.json").read_bytes()
    assert run(["gap", "2023", "2024", "-w", str(folder)]) == 0
    assert (folder / "laporan" / "2024.json").read_bytes() == before


def test_a_year_with_nothing_is_told(tmp_path: Path, capsys: Captured) -> None:
    folder = a_workspace(tmp_path / "kerja", {"JEN-01": "x"}, {"JEN-01/a.txt": "x"})
    assert run(["gap", "2019", "2024", "-w", str(folder)]) == 2
    assert "(gap-no-result)" in capsys.readouterr().err


def test_the_wrong_order_is_refused_with_the_right_one(pair: list[str], capsys: Captured) -> None:
    assert run(["gap", pair[1], pair[0]]) == 2
    error = capsys.readouterr().err
    assert "(gap-order)" in error
    assert f"emonev gap {pair[0]} {pair[1]}" in error


def test_the_same_result_twice_is_refused(
    pair: list[str], tmp_path: Path, capsys: Captured
) -> None:
    copy = saved(tmp_path, "salinan.json", older())
    for again in (pair[0], copy):
        assert run(["gap", pair[0], again]) == 2
        assert "(gap-same)" in capsys.readouterr().err


def test_one_result_is_not_enough(pair: list[str], capsys: Captured) -> None:
    assert run(["gap", pair[0]]) == 2
    assert "(gap-two)" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("body", "slug"),
    [
        (Body(name="Pemerintah Kota Lain", category="kabupaten-kota"), "gap-bodies"),
        (Body(name="Pemerintah Kabupaten Contoh", category="provinsi"), "gap-categories"),
    ],
)
def test_other_bodies_are_compared_only_when_that_is_meant(
    pair: list[str], tmp_path: Path, capsys: Captured, body: Body, slug: str
) -> None:
    other = saved(tmp_path, "lain.json", replace(newer(), body=body))
    assert run(["gap", pair[0], other]) == 2
    assert f"({slug})" in capsys.readouterr().err
    assert run(["gap", pair[0], other, "--anyway"]) == 0
    assert "berbeda" in capsys.readouterr().out


def test_reference_bodies_stand_beside_a_result(
    pair: list[str], tmp_path: Path, capsys: Captured
) -> None:
    others = [
        saved(tmp_path, f"{name}.json", replace(newer(), body=Body(name=name, category="x")))
        for name in ("B", "C")
    ]
    assert run(["gap", pair[0], "--against", *others]) == 0
    out = capsys.readouterr().out
    assert "Pemerintah Kabupaten Contoh di samping B, C" in out
    assert (tmp_path / "banding-2023.html").is_file()
    assert (tmp_path / "banding-2023.csv").read_bytes().startswith(b"\xef\xbb\xbfKriteria;")
    saved_study = json.loads((tmp_path / "banding-2023.json").read_bytes())
    assert saved_study["schema"] == "emonev/study/1"
    assert run(["gap", pair[0], "--against", pair[0]]) == 2
    assert "(gap-same)" in capsys.readouterr().err
