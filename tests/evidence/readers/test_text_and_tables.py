"""Plain text, CSV, archives, and the table that rows of cells make."""

import string
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.evidence.limits import Limits
from emonev.evidence.readers import READERS, UNSUPPORTED, read_file
from emonev.evidence.readers.tables import header_index, table_of
from emonev.evidence.reading import Line, Reading
from emonev.model.facts import Table
from tests.samples.hostile import cut_short
from tests.samples.office import package

LIMITS = Limits()


def read(folder: Path, content: bytes, kind: str, limits: Limits = LIMITS) -> Reading:
    path = folder / "x"
    path.write_bytes(content)
    return read_file(path, kind, limits)


def code_of(reading: Reading) -> str:
    return reading.problem.code if reading.problem else ""


# -- plain text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_text_is_read_in_the_encodings_of_notepad(tmp_path: Path, encoding: str) -> None:
    written = "Maklumat Pelayanan PPID\r\n\r\nKami berjanji – sungguh."
    reading = read(tmp_path, written.encode(encoding), "text")
    assert reading.texts == ("Maklumat Pelayanan PPID\n\nKami berjanji – sungguh.",)
    assert reading.lines == (
        Line(text="Maklumat Pelayanan PPID", page=1),
        Line(text="Kami berjanji – sungguh.", page=1),
    )


def test_a_form_feed_turns_the_page(tmp_path: Path) -> None:
    assert read(tmp_path, b"satu\fdua", "text").texts == ("satu", "dua")


def test_one_huge_line_is_read_up_to_the_limit(tmp_path: Path) -> None:
    reading = read(tmp_path, b"x" * 3_000_000, "text", Limits(characters=1_000_000))
    assert len(reading.texts[0]) == 1_000_000
    assert [note.code for note in reading.notes] == ["truncated"]


def test_bytes_that_make_no_sense_are_still_text(tmp_path: Path) -> None:
    reading = read(tmp_path, bytes(range(1, 256)) * 50, "text")
    repr(reading.texts).encode("utf-8")
    assert code_of(reading) == ""


def test_blanks_alone_are_empty(tmp_path: Path) -> None:
    assert code_of(read(tmp_path, b" \r\n\t", "text")) == "empty"


# -- CSV


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_usual_separator_is_found(tmp_path: Path, separator: str) -> None:
    rows = [["No", "Judul"], ["1", "Renja, Induk"], ["2", "DPA; Perubahan"]]
    lines = [separator.join(f'"{cell}"' for cell in row) for row in rows]
    reading = read(tmp_path, "\r\n".join(lines).encode(), "csv")
    assert reading.tables == (Table("", ("No", "Judul"), 2, 2, page=1, numbered=2),)
    assert reading.texts == ("No\tJudul\n1\tRenja, Induk\n2\tDPA; Perubahan",)


def test_titles_above_the_header_are_lines(tmp_path: Path) -> None:
    content = b"DAFTAR INFORMASI PUBLIK;;\nTAHUN 2024;;\nNo;Judul;Tahun\n1;Renja;2024\n"
    reading = read(tmp_path, content, "csv")
    assert [line.text for line in reading.lines] == ["DAFTAR INFORMASI PUBLIK", "TAHUN 2024"]
    assert reading.tables[0].header == ("No", "Judul", "Tahun")


def test_excels_own_hint_is_followed_and_is_no_data(tmp_path: Path) -> None:
    reading = read(tmp_path, b"sep=|\nNo|Judul\n1|Renja, Induk", "csv")
    assert reading.tables[0].header == ("No", "Judul")


def test_a_field_with_line_ends_is_one_field(tmp_path: Path) -> None:
    assert read(tmp_path, b'No,Judul\n1,"a\nb"\n2,c\n', "csv").tables[0].rows == 2


def test_a_field_of_megabytes_and_a_quote_never_closed_do_no_harm(tmp_path: Path) -> None:
    assert read(tmp_path, b"No,Judul\n1," + b"x" * 2_000_000, "csv").tables[0].rows == 1
    assert code_of(read(tmp_path, b'No,Judul\n1,"' + b"x,\n" * 100_000, "csv")) == ""


def test_a_table_over_the_limit_of_cells_is_read_up_to_it(tmp_path: Path) -> None:
    reading = read(tmp_path, b"a,b\n" * 1_000, "csv", Limits(cells=100))
    assert [note.code for note in reading.notes] == ["truncated"]


# -- archives


def test_an_archive_is_listed_and_not_unpacked(tmp_path: Path) -> None:
    path = package(
        tmp_path / "x",
        {"dip.pdf": b"x", "../../etc/passwd": b"x", "a/\u202efdp.exe": b"x", "bom": b"0" * 10**7},
    )
    reading = read_file(path, "zip", LIMITS)
    assert reading.members == ("dip.pdf", "../../etc/passwd", "a/\u202efdp.exe", "bom")
    assert [note.code for note in reading.notes] == ["archive"]
    assert "4 berkas" in reading.notes[0].message.id


def test_folders_are_no_members_and_locked_members_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("map/", "")
        archive.writestr("map/a.pdf", "x")
    content = bytearray(path.read_bytes())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    reading = read_file(path, "zip", LIMITS)
    assert reading.members == ("map/a.pdf",)
    assert "1 di antaranya terkunci" in reading.notes[0].message.id


def test_odd_archives_end_in_words(tmp_path: Path) -> None:
    assert code_of(read_file(package(tmp_path / "x", {}), "zip", LIMITS)) == "empty"
    broken = cut_short(package(tmp_path / "y", {"a": b"x" * 100}))
    assert code_of(read_file(broken, "zip", LIMITS)) == "damaged"
    nameless = package(tmp_path / "w", {"#": b"x", "b": b"y"})
    nameless.write_bytes(nameless.read_bytes().replace(b"#", b"\0"))
    assert read_file(nameless, "zip", LIMITS).members == ("", "b")
    many = package(tmp_path / "z", {str(n): b"" for n in range(30)})
    assert code_of(read_file(many, "zip", Limits(members=20))) == "too-large"


# -- files that no reader takes


@pytest.mark.parametrize("kind", [*UNSUPPORTED, "unknown"])
def test_a_format_without_reader_says_what_to_do(tmp_path: Path, kind: str) -> None:
    problem = read(tmp_path, b"x", kind).problem
    assert problem is not None
    assert problem.code == "unsupported"
    assert any(word in problem.message.id for word in ("simpan", "ekstrak", "tautan", "notulen"))


@pytest.mark.parametrize(
    ("kind", "code"),
    [("damaged-zip", "damaged"), ("damaged-ole", "damaged"), ("encrypted-office", "encrypted")],
)
def test_what_the_kind_already_tells_is_said(tmp_path: Path, kind: str, code: str) -> None:
    assert code_of(read(tmp_path, b"x", kind)) == code


@pytest.mark.parametrize("kind", sorted(READERS))
def test_an_empty_file_is_empty_in_every_format(tmp_path: Path, kind: str) -> None:
    assert code_of(read(tmp_path, b"", kind)) == "empty"


@pytest.mark.parametrize("kind", sorted(set(READERS) - {"pdf"}))
@given(content=st.binary(min_size=1, max_size=400))
def test_random_bytes_never_crash_a_reader(
    tmp_path_factory: pytest.TempPathFactory, kind: str, content: bytes
) -> None:
    reading = read(tmp_path_factory.mktemp("acak"), content, kind)
    assert reading.format == kind


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path) -> None:
    assert code_of(read(tmp_path, b"x" * 100, "text", Limits(bytes=99))) == "too-large"


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    assert code_of(read_file(tmp_path / "tidak-ada", "text", LIMITS)) == "unreadable"


# -- the table that rows make


def test_titles_above_and_column_numbers_below_are_not_the_table() -> None:
    rows = [
        ["DAFTAR INFORMASI", "", ""], ["No", "Judul", "Tahun"], ["(1)", "(2)", "(3)"],
        ["1", "Renja", "2024"], ["", "", ""], ["2.", "DPA", "2024"], ["Jumlah", "2", ""],
    ]  # fmt: skip
    assert table_of(rows) == Table("", ("No", "Judul", "Tahun"), 3, 3, numbered=2)


@pytest.mark.parametrize(
    "head",
    [
        [["No", "Uraian", "Anggaran", ""], ["", "", "2023", "2024"]],
        [["No", "Uraian", "Anggaran", "", "", ""], ["", "", "2023", "2024"]],
    ],
)
def test_a_header_of_two_rows_is_joined(head: list[list[str]]) -> None:
    table = table_of([*head, ["1", "Belanja", "10", "20"], ["2", "Modal", "1", "2"]])
    assert table is not None
    assert table.header == ("No", "Uraian", "Anggaran 2023", "Anggaran 2024")
    assert table.rows == 2


def test_a_header_that_begins_in_the_row_above_is_joined_and_is_no_title() -> None:
    rows = [
        ["SOP PERMOHONAN"], ["No", "Uraian", "Pelaksana", "", "Mutu Baku", "", ""],
        ["", "", "Pemohon", "PPID", "Waktu", "Syarat", "Hasil"],
        ["1", "Menerima", "x", "", "1 hari", "KTP", "Tanda terima"],
    ]  # fmt: skip
    table = table_of(rows)
    assert table is not None
    assert table.header[:4] == ("No", "Uraian", "Pelaksana Pemohon", "Pelaksana PPID")
    assert (table.rows, header_index(rows)) == (1, 1)


def test_rows_of_figures_alone_have_no_header() -> None:
    assert table_of([["1", "10"], ["2", "20"]]) == Table("", (), 2, 2, numbered=2)


def test_nothing_makes_no_table() -> None:
    assert table_of([["", " "], []]) is None


CELL = st.text(string.ascii_letters + string.digits + " .", max_size=6)
ROWS = st.lists(st.lists(CELL, max_size=6), max_size=12)


@given(ROWS)
def test_counts_never_exceed_what_is_there(rows: list[list[str]]) -> None:
    table = table_of(rows)
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if table is None:
        assert not filled
    else:
        assert 0 <= table.numbered <= table.rows <= len(filled)
        assert len(table.header) <= table.columns <= max(map(len, rows))


@given(ROWS)
def test_empty_rows_change_nothing(rows: list[list[str]]) -> None:
    spread = [row for pair in ((row, ["", ""]) for row in rows) for row in pair]
    assert table_of(spread) == table_of(rows)
