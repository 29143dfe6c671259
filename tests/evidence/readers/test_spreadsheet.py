"""Workbooks: sheets as tables and text, what is hidden, what is too much."""

import subprocess
import sys
from pathlib import Path

import pytest

from emonev.evidence.limits import Limits
from emonev.evidence.readers import read_file
from emonev.evidence.reading import Line, Reading
from emonev.model.facts import LinkSeen, Table
from tests.samples.hostile import LAUGHS, cut_short, spoil
from tests.samples.office import (
    core,
    open_document_members,
    package,
    relations,
    workbook_members,
)

LIMITS = Limits()
DIP: list[list[str | int | float]] = [
    ["DAFTAR INFORMASI PUBLIK", "", ""],
    ["TAHUN 2024", "", ""],
    ["", "", ""],
    ["No", "Informasi", "Tanggal"],
    [1, "Rencana Kerja", "27 September 2024"],
    [2, "Anggaran", "1 Oktober 2024"],
    [3, "", ""],
]


def read(path: Path, limits: Limits = LIMITS) -> Reading:
    return read_file(path, "xlsx", limits)


def code_of(path: Path, limits: Limits = LIMITS) -> str:
    problem = read(path, limits).problem
    return problem.code if problem else ""


def test_a_sheet_is_a_table_and_a_page_of_text(tmp_path: Path) -> None:
    parts = {"docProps/core.xml": core(title="DIP 2024")}
    reading = read(package(tmp_path / "x", workbook_members({"DIP": DIP}, parts=parts)))
    assert reading.tables == (
        Table("DIP", ("No", "Informasi", "Tanggal"), 2, 3, page=1, numbered=2),
    )
    assert reading.texts[0].split("\n") == [
        "DAFTAR INFORMASI PUBLIK",
        "TAHUN 2024",
        "No\tInformasi\tTanggal",
        "1\tRencana Kerja\t27 September 2024",
        "2\tAnggaran\t1 Oktober 2024",
        "3",
    ]
    assert reading.lines == (
        Line(text="DAFTAR INFORMASI PUBLIK", page=1),
        Line(text="TAHUN 2024", page=1),
    )
    assert (reading.format, reading.properties) == ("xlsx", {"title": "DIP 2024"})


def test_dates_are_written_day_first_and_numbers_without_needless_points(tmp_path: Path) -> None:
    cells = {
        "A": '<row r="1"><c r="A1" s="1"><v>45562</v></c><c r="B1"><v>2024</v></c>'
        '<c r="C1"><v>82.5</v></c><c r="D1" t="b"><v>1</v></c></row>'
    }
    reading = read(package(tmp_path / "x", workbook_members({"A": []}, cells=cells)))
    assert reading.texts == ("27-09-2024\t2024\t82.5\tTRUE",)


def test_hidden_sheets_are_read_and_noted(tmp_path: Path) -> None:
    members = workbook_members({"Depan": DIP, "<b>Rahasia": DIP}, hidden=["<b>Rahasia"])
    reading = read(package(tmp_path / "x", members))
    assert [table.hidden for table in reading.tables] == [False, True]
    assert [note.code for note in reading.notes] == ["hidden-sheets"]
    assert reading.notes[0].message.id == (
        "Buku kerja memuat lembar tersembunyi: <b>Rahasia; tampilkan atau hapus sebelum diserahkan."
    )


def test_words_in_shapes_and_links_belong_to_their_sheet(tmp_path: Path) -> None:
    parts = {
        "xl/worksheets/_rels/sheet2.xml.rels": relations(
            {"d": ("drawing", "../drawings/d.xml"), "h": ("hyperlink", "https://contoh.go.id/")}
        ),
        "xl/drawings/d.xml": '<x:wsDr xmlns:x="u" xmlns:a="v"><a:p><a:t>Mulai</a:t></a:p></x:wsDr>',
    }
    members = workbook_members({"A": DIP, "SOP": [["Bagan alir", "x"]]}, parts=parts)
    reading = read(package(tmp_path / "x", members))
    assert reading.texts[1] == "Bagan alir\tx\nMulai"
    assert reading.links == (LinkSeen("https://contoh.go.id/", "", 2),)


def test_macros_are_noted(tmp_path: Path) -> None:
    members = workbook_members({"A": DIP}) | {"xl/vbaProject.bin": b"\0"}
    assert [n.code for n in read(package(tmp_path / "x", members)).notes] == ["macros"]


def test_an_old_workbook_is_read_the_same(tmp_path: Path) -> None:
    xlwt = pytest.importorskip("xlwt", reason="writes the old format; the reader does not need it")
    book = xlwt.Workbook()
    sheet = book.add_sheet("DIP")
    for r, row in enumerate(DIP):
        for c, value in enumerate(row):
            sheet.write(r, c, value)
    book.save(str(tmp_path / "x.xls"))
    reading = read_file(tmp_path / "x.xls", "xls", LIMITS)
    assert reading.tables == (
        Table("DIP", ("No", "Informasi", "Tanggal"), 2, 3, page=1, numbered=2),
    )
    assert reading.format == "xls"


def test_an_open_document_workbook_is_read_the_same(tmp_path: Path) -> None:
    def cell(value: object) -> str:
        inside = f"<text:p>{value}</text:p>" if value else ""
        kind = ' office:value-type="string"' if value else ""
        return f"<table:table-cell{kind}>{inside}</table:table-cell>"

    rows = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in DIP)
    members = open_document_members(
        "spreadsheet",
        f'<table:table table:name="DIP">{rows}</table:table>',
        meta="<dc:title>DIP 2024</dc:title>",
    )
    reading = read_file(package(tmp_path / "x.ods", members), "ods", LIMITS)
    assert reading.tables[0].header == ("No", "Informasi", "Tanggal")
    assert (reading.format, reading.properties) == ("ods", {"title": "DIP 2024"})


def test_a_hidden_sheet_of_an_open_document_workbook_is_noted(tmp_path: Path) -> None:
    row = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p>'
        "</table:table-cell></table:table-row>"
    )
    members = open_document_members(
        "spreadsheet",
        f'<table:table table:name="A">{row}</table:table>'
        f'<table:table table:name="B" table:style-name="ta2">{row}</table:table>',
        automatic='<style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>',
    )
    reading = read_file(package(tmp_path / "x.ods", members), "ods", LIMITS)
    assert [table.hidden for table in reading.tables] == [False, True]
    assert [note.code for note in reading.notes] == ["hidden-sheets"]


def test_a_workbook_without_a_filled_cell_is_empty(tmp_path: Path) -> None:
    assert code_of(package(tmp_path / "x", workbook_members({"A": [["", ""]]}))) == "empty"


def test_more_cells_than_the_limit_are_refused_with_the_sheet_named(tmp_path: Path) -> None:
    path = package(tmp_path / "x", workbook_members({"Besar": [["x"] * 10] * 20}))
    problem = read(path, Limits(cells=100)).problem
    assert problem is not None
    assert problem.code == "too-large"
    assert "Besar" in problem.message.id


def test_a_value_astray_in_the_last_cell_is_explained_before_it_takes_the_memory(
    tmp_path: Path,
) -> None:
    cells = {
        "A": '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    }
    problem = read(package(tmp_path / "x", workbook_members({"A": []}, cells=cells))).problem
    assert problem is not None
    assert problem.code == "too-large"
    assert "1048576" in problem.message.id


@pytest.mark.parametrize(
    "row",
    [
        '<row r="2147483648"><c><v>2</v></c></row>',
        '<row r="2"><c r="A2147483648"><v>2</v></c></row>',
    ],
)
def test_a_row_that_no_sheet_can_have_is_damage(tmp_path: Path, row: str) -> None:
    assert (
        code_of(package(tmp_path / "x", workbook_members({"A": []}, cells={"A": row}))) == "damaged"
    )


def test_a_count_that_no_memory_could_hold_is_damage(tmp_path: Path) -> None:
    members = workbook_members({"A": DIP})
    members["xl/sharedStrings.xml"] = '<sst count="1" uniqueCount="99999999999999"></sst>'
    assert code_of(package(tmp_path / "x", members)) == "damaged"


def test_a_format_without_value_in_the_last_cell_does_no_harm(tmp_path: Path) -> None:
    cells = {
        "A": '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    }
    assert read(package(tmp_path / "x", workbook_members({"A": []}, cells=cells))).texts == ("1",)


def test_what_the_library_cannot_bear_ends_its_own_process_at_most(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell office:value-type="string" table:number-columns-repeated="16384">'
        "<text:p>x</text:p></table:table-cell>"
    )
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    members = open_document_members(
        "spreadsheet", f'<table:table table:name="A">{row}</table:table>'
    )
    path = package(tmp_path / "x", members)
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30));"
        "from pathlib import Path; from emonev.evidence.limits import Limits;"
        "from emonev.evidence.readers import read_file;"
        "print(read_file(Path(sys.argv[1]), 'ods', Limits()).problem.code)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    codes = {"damaged", "too-large", "memory-limit"}
    assert ended.returncode != 0 or ended.stdout.strip() in codes


def test_a_bomb_is_refused_before_the_library_sees_it(tmp_path: Path) -> None:
    members = workbook_members({"A": DIP})
    members["xl/worksheets/sheet1.xml"] = b"<worksheet>" + b" " * 30_000_000
    assert code_of(package(tmp_path / "x", members)) == "too-large"


def test_broken_workbooks_are_damaged(tmp_path: Path) -> None:
    members = workbook_members({"A": DIP})
    assert code_of(cut_short(package(tmp_path / "x", members))) == "damaged"
    del members["xl/workbook.xml"]
    assert code_of(package(tmp_path / "y", members)) == "damaged"
    (tmp_path / "z").write_bytes(b"bukan buku kerja")
    assert code_of(tmp_path / "z") == "damaged"


def test_a_spoilt_workbook_is_damaged_or_read(tmp_path: Path) -> None:
    for at in range(1, 20):
        path = spoil(package(tmp_path / "x", workbook_members({"A": DIP * 50})), at / 20)
        assert code_of(path) in {"", "damaged", "empty", "encrypted"}


def test_a_declaration_in_the_workbook_is_refused(tmp_path: Path) -> None:
    members = workbook_members({"A": DIP})
    members["xl/workbook.xml"] = LAUGHS + "<x>&d;</x>"
    assert code_of(package(tmp_path / "x", members)) == "damaged"


@pytest.mark.parametrize("end", ["", "<table:table-row>", "<table:table-row><table:table-cell>"])
def test_an_open_document_sheet_that_breaks_off_is_damaged(tmp_path: Path, end: str) -> None:
    members = open_document_members("spreadsheet", "@")
    whole = str(members["content.xml"])
    members["content.xml"] = whole.partition("@")[0] + f'<table:table table:name="A">{end}'
    problem = read_file(package(tmp_path / "x.ods", members), "ods", Limits()).problem
    assert problem is not None
    assert problem.code == "damaged"
