"""Cells of foreign workbooks: read in a worker, with their places, or told why not."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # ships no types

from emonev.errors import EmonevError
from emonev.evidence.grid import LIMITS, read_grid
from emonev.model.grid import Sheet


def workbook(path: Path) -> Path:
    with Workbook(str(path)) as book:
        sheet = book.add_worksheet("Sarana")
        sheet.merge_range("C3:E3", "KUESIONER")
        sheet.write("C4", "No")
        sheet.write("D4", 0.5)
        sheet.write("E5", "b\nc")
        book.add_worksheet("Kosong")
        book.add_worksheet("Sembunyi").hide()
    return path


def test_cells_come_with_their_places(tmp_path: Path) -> None:
    sheets = read_grid(workbook(tmp_path / "k.xlsx"))
    assert sheets == (
        Sheet("Sarana", (("KUESIONER", "", ""), ("No", "0.5", ""), ("", "", "b\nc")), 2, 2),
        Sheet("Kosong", ()),
        Sheet("Sembunyi", (), hidden=True),
    )
    assert sheets[0].place(1, 1) == "Sarana!D4"


@pytest.mark.parametrize(
    ("column", "place"), [(0, "S!A1"), (25, "S!Z1"), (26, "S!AA1"), (701, "S!ZZ1"), (702, "S!AAA1")]
)
def test_places_are_written_as_spreadsheets_do(column: int, place: str) -> None:
    assert Sheet("S", ()).place(0, column) == place


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_csv_in_any_encoding_with_any_separator(tmp_path: Path, encoding: str, sign: str) -> None:
    path = tmp_path / "k.csv"
    rows = [
        ["No", "Pertanyaan", "Bobot"],
        ["1", "Apakah laporan layanan – beserta lampirannya – ada?", "2"],
        ["2", "Apakah SOP permohonan dan keberatan ada?", "1"],
    ]
    path.write_bytes("\n".join(map(sign.join, rows)).encode(encoding))
    assert [list(row) for row in read_grid(path)[0].rows] == rows


def test_what_is_no_table_is_told(tmp_path: Path) -> None:
    path = tmp_path / "k.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    with pytest.raises(EmonevError, match="neither a workbook nor CSV"):
        read_grid(path)
    with pytest.raises(EmonevError, match="there is no file"):
        read_grid(tmp_path / "tiada.xlsx")


def test_a_damaged_workbook_is_told(tmp_path: Path) -> None:
    path = workbook(tmp_path / "k.xlsx")
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2] + content[-200:])
    with pytest.raises(EmonevError):
        read_grid(path)


def test_a_sheet_that_is_too_large_is_told(tmp_path: Path) -> None:
    path = workbook(tmp_path / "k.xlsx")
    with pytest.raises(EmonevError, match="Sarana"):
        read_grid(path, replace(LIMITS, cells=5))
