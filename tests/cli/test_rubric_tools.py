"""`emonev rubric diff`, `suggest`, `coverage` and `import`: streams, files and exit codes."""

import json
from pathlib import Path

import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # ships no types

from emonev.cli.main import run
from emonev.load import load_rubric
from tests.load.rubric_yaml import SOUND, written

Captured = pytest.CaptureFixture[str]
BEFORE = SOUND.replace("2024", "2023").replace("Apakah DIK ditetapkan?", "Apakah DIK ada?")


@pytest.fixture
def two(tmp_path: Path) -> list[str]:
    """Return the files of two years."""
    return [
        str(written(tmp_path, BEFORE, "uji-2023.yaml")),
        str(written(tmp_path, SOUND, "uji-2024.yaml")),
    ]


def test_diff_tells_what_is_new(two: list[str], capsys: Captured) -> None:
    assert run(["rubric", "diff", *two]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("Yang baru pada 2024\n")
    assert "Bunyi berubah (1)" in captured.out
    assert captured.err == ""


@pytest.mark.parametrize(
    ("command", "schema"), [("diff", "emonev/rubric-change/1"), ("coverage", "emonev/coverage/1")]
)
def test_json_is_json_and_nothing_else(
    two: list[str], command: str, schema: str, capsys: Captured
) -> None:
    files = two if command == "diff" else two[:1]
    assert run(["rubric", command, *files, "--json"]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["schema"] == schema
    assert captured.err == ""


@pytest.mark.parametrize("command", ["diff", "coverage"])
def test_a_page_is_written_and_its_place_told(
    two: list[str], command: str, tmp_path: Path, capsys: Captured
) -> None:
    page = tmp_path / "halaman.html"
    files = two if command == "diff" else two[:1]
    assert run(["rubric", command, *files, "--html", str(page), "--lang", "en"]) == 0
    assert capsys.readouterr().out == f"{page}\n"
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_rubrics_are_found_by_their_year(capsys: Captured) -> None:
    assert run(["rubric", "diff", "2023", "2024"]) == 0
    assert "kabkota-2023" in capsys.readouterr().out
    assert run(["rubric", "coverage", "2024"]) == 0
    assert run(["rubric", "coverage", "2024", "--category", "partai"]) == 2
    assert "kategori “partai” untuk tahun 2024" in capsys.readouterr().err


def test_suggest_prints_lines_to_paste(two: list[str], capsys: Captured) -> None:
    assert run(["rubric", "suggest", *two]) == 0
    out = capsys.readouterr().out
    assert "replaces: [JEN-01]" in out.splitlines()
    assert run(["rubric", "suggest", *two, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["newer"] == "uji-2024"


@pytest.fixture
def questionnaire(tmp_path: Path) -> Path:
    """Return a workbook with a merged title, two header rows and merged headings."""
    path = tmp_path / "Kuesioner OPD.xlsx"
    with Workbook(str(path)) as book:
        sheet = book.add_worksheet("Sarana")
        sheet.merge_range("A1:F1", "KUESIONER TAHUN 2025")
        for column, head in (("A", "No"), ("B", "Pertanyaan"), ("E", "Bukti"), ("F", "Nilai")):
            sheet.merge_range(f"{column}3:{column}4", head)
        sheet.merge_range("C3:D3", "Tersedia")
        sheet.write_row("C4", ["Ya", "Tidak"])
        sheet.merge_range("A5:F5", "ELEKTRONIK")
        sheet.write_row("A6", [1, "Apakah laman PPID ada?", "", "", "Tautan", "2/1/0"])
        sheet.write_row("A7", [2, "Apakah formulir daring ada?", "", "", "Tautan", 0.5])
        sheet.write_row("A8", [3, "Sebutkan dua kanal:", "", "", "", ""])
    return path


def test_import_makes_a_draft_and_tells_what_is_unclear(
    questionnaire: Path, tmp_path: Path, capsys: Captured
) -> None:
    target = tmp_path / "opd-2025.yaml"
    assert (
        run(["rubric", "import", str(questionnaire), "-o", str(target), "--category", "opd"]) == 0
    )
    captured = capsys.readouterr()
    assert captured.out == f"{target}\n"
    assert captured.err == (
        "3 pertanyaan ditemukan, 2 di antaranya berbobot, dalam 1 indikator; jumlah bobot 2,5.\n"
        "Yang tidak dapat dipahami (1):\n"
        "  Sarana!B8: pertanyaan tanpa bobot dan poin tidak diimpor: “Sebutkan dua kanal:” "
        "(no-points)\n"
        f"Periksa: emonev rubric lint {target}\n"
    )
    rubric = load_rubric(target)
    assert (rubric.id, rubric.year, rubric.category) == ("opd-2025", 2025, "opd")
    assert [criterion.weight for criterion in rubric.criteria()] == [2, 0.5]


def test_import_goes_to_stdout_where_no_file_is_named(
    questionnaire: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert run(["rubric", "import", str(questionnaire)]) == 0
    out = capsys.readouterr().out
    assert load_rubric(written(tmp_path, out)).id == "kuesioner-opd"


def test_import_overwrites_nothing(questionnaire: Path, tmp_path: Path, capsys: Captured) -> None:
    target = written(tmp_path, "milik orang", "ada.yaml")
    assert run(["rubric", "import", str(questionnaire), "-o", str(target)]) == 2
    assert "(output-exists)" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == "milik orang"


def test_import_of_something_else_is_told(tmp_path: Path, capsys: Captured) -> None:
    path = written(tmp_path, b"%PDF-1.7", "kuesioner.pdf")
    assert run(["rubric", "import", str(path)]) == 2
    assert "Simpan sebagai .xlsx atau .csv." in capsys.readouterr().err
