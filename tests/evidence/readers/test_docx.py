"""Word documents: what is read, where it stands, and what is left out."""

from pathlib import Path

import pytest

from emonev.evidence.limits import Limits
from emonev.evidence.readers import read_file
from emonev.evidence.reading import Line, Reading
from emonev.model.facts import LinkSeen, Table
from tests.samples.hostile import LAUGHS, cut_short, outside_entity, spoil
from tests.samples.office import (
    core,
    package,
    paragraph,
    word_margin,
    word_members,
    word_table,
)

LIMITS = Limits()
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Khas"><w:name w:val="Kepala Bab"/>'
    '<w:basedOn w:val="Judul1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Judul"><w:name w:val="Judul"/>'
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="40"/></w:rPr></w:style>'
)


def read(path: Path, limits: Limits = LIMITS) -> Reading:
    return read_file(path, "docx", limits)


def word(path: Path, body: str, **more: object) -> Path:
    return package(path / "x.docx", word_members(body, **more))  # type: ignore[arg-type]  # passed on as they come


def lines_of(path: Path, body: str) -> tuple[Line, ...]:
    return read(word(path, body, styles=STYLES)).lines


def test_a_document_is_read_with_its_properties(tmp_path: Path) -> None:
    members = word_members(paragraph("Daftar Informasi Publik") + paragraph("Tahun 2024"))
    members["docProps/core.xml"] = core(title="DIP", created="2024-09-27T03:00:00Z")
    members["docProps/app.xml"] = "<Properties><Pages>7</Pages></Properties>"
    reading = read(package(tmp_path / "x.docx", members))
    assert reading.texts == ("Daftar Informasi Publik\nTahun 2024",)
    assert reading.properties == {"title": "DIP", "created": "2024-09-27T03:00:00Z"}
    assert (reading.format, reading.page_count, reading.problem) == ("docx", 7, None)


def test_headings_are_known_by_localised_names_and_by_what_they_are_based_on(
    tmp_path: Path,
) -> None:
    body = "".join(
        paragraph(style, f'<w:pStyle w:val="{style}"/>') for style in ("Judul", "Judul1", "Khas")
    )
    assert lines_of(tmp_path, body) == (
        Line(text="Judul", page=1, size=20.0, centred=True, style="title"),
        Line(text="Judul1", page=1, size=16.0, bold=True, style="heading1"),
        Line(text="Khas", page=1, size=16.0, bold=True, style="heading1"),
    )


def test_type_set_by_hand_counts_over_the_style(tmp_path: Path) -> None:
    body = paragraph("KEPUTUSAN", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="28"/>')
    assert lines_of(tmp_path, body) == (
        Line(text="KEPUTUSAN", page=1, size=14.0, bold=True, centred=True),
    )


def test_old_formatting_kept_for_tracked_changes_does_not_count(tmp_path: Path) -> None:
    change = '<w:rPrChange w:id="1"><w:rPr><w:b/><w:sz w:val="72"/></w:rPr></w:rPrChange>'
    assert lines_of(tmp_path, paragraph("Biasa", run=change)) == (
        Line(text="Biasa", page=1, size=11.0),
    )


def test_deleted_moved_and_hidden_text_is_not_read(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>tetap </w:t></w:r><w:del><w:r><w:delText>dihapus</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>dipindah</w:t></w:r></w:moveFrom>"
        "<w:ins><w:r><w:t>disisipkan</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>tersembunyi</w:t></w:r></w:p>"
    )
    assert read(word(tmp_path, body)).texts == ("tetap disisipkan",)


def test_a_text_box_is_read_once_though_it_is_stored_twice(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('Kotak')}</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice>"
        f"{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t>Luar</w:t></w:r></w:p>"
    )
    assert read(word(tmp_path, body)).texts == ("Kotak\nLuar",)


def test_page_breaks_make_pages_and_one_turn_recorded_twice_is_one(tmp_path: Path) -> None:
    body = (
        paragraph("satu")
        + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>dua</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t>masih dua </w:t><w:lastRenderedPageBreak/><w:t>tiga</w:t></w:r></w:p>"
        + paragraph("empat", "<w:pageBreakBefore/>")
    )
    reading = read(word(tmp_path, body))
    assert reading.texts == ("satu", "dua\nmasih dua", "tiga", "empat")
    assert reading.page_count == 4
    assert [line.page for line in reading.lines] == [1, 2, 2, 3]  # title pages are the first three


def test_a_table_that_runs_over_pages_is_one_table_on_several_pages(tmp_path: Path) -> None:
    rows = [["No", "Informasi"], ["1", "Renja"], ["2", "DPA"]]
    table = word_table(rows).replace(
        '<w:t xml:space="preserve">2<', '<w:lastRenderedPageBreak/><w:t xml:space="preserve">2<'
    )
    reading = read(word(tmp_path, table))
    assert reading.texts == ("No\tInformasi\n1\tRenja", "2\tDPA")
    assert reading.tables == (Table("", ("No", "Informasi"), 2, 2, page=1, numbered=2),)


def test_numbers_that_word_draws_are_counted_along(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1">'
        '<w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num>'
    )
    levels = [(0, "Renja"), (1, "Induk"), (1, "Perubahan"), (0, "DPA"), (1, "Induk")]
    body = "".join(
        paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="9"/></w:numPr>')
        for level, text in levels
    )
    assert read(word(tmp_path, body, numbering=numbering)).texts == (
        "1. Renja\n1.a) Induk\n1.b) Perubahan\n2. DPA\n2.a) Induk",
    )


def test_cells_of_a_list_are_no_titles_and_those_of_a_form_may_be(tmp_path: Path) -> None:
    listed = word_table([["No", "Informasi", "Tahun"], ["1", "Renja", "2024"]])
    form = word_table([["Nama SOP", "Permohonan Informasi"]])
    lines = read(word(tmp_path, listed + form)).lines
    assert [line.text for line in lines] == ["Nama SOP", "Permohonan Informasi"]


@pytest.mark.parametrize(
    ("form", "drawn"),
    [
        ("upperRoman", ["I.", "II.", "III.", "IV."]),
        ("lowerLetter", ["a.", "b.", "c.", "d."]),
        ("decimalZero", ["01.", "02.", "03.", "04."]),
        ("bullet", ["•", "•", "•", "•"]),
        ("cardinalText", ["1.", "2.", "3.", "4."]),
    ],
)
def test_lists_are_numbered_in_their_own_signs(tmp_path: Path, form: str, drawn: list[str]) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = paragraph("x", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    reading = read(word(tmp_path, item * 4, numbering=numbering))
    assert reading.texts[0].split("\n") == [f"{sign} x" for sign in drawn]


def test_a_table_in_a_cell_is_a_table_and_part_of_its_cell(tmp_path: Path) -> None:
    inner = word_table([["No", "Judul"], ["1", "Renja"]])
    outer = word_table([["Lampiran", "ISI"]]).replace(paragraph("ISI"), inner + "<w:p/>")
    reading = read(word(tmp_path, outer))
    assert reading.tables[0].header == ("No", "Judul")
    assert reading.texts == ("Lampiran\tNo\tJudul\n1\tRenja",)


def test_a_cell_over_several_columns_keeps_the_others_in_place(tmp_path: Path) -> None:
    table = word_table([["No", "Waktu"], ["", "", ""], ["1", "2023", "2024"], ["2", "x", "y"]])
    table = table.replace(
        paragraph("Waktu"), '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("Waktu")
    )
    found = read(word(tmp_path, table)).tables[0]
    assert (found.columns, found.header[:2]) == (3, ("No", "Waktu"))


def test_a_character_style_sets_the_type_and_an_outline_level_makes_a_heading(
    tmp_path: Path,
) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Besar"><w:name w:val="Besar"/>'
        '<w:rPr><w:b/><w:sz w:val="48"/></w:rPr></w:style>'
    )
    body = paragraph("Bab", '<w:outlineLvl w:val="1"/>', '<w:rStyle w:val="Besar"/>')
    assert read(word(tmp_path, body, styles=styles)).lines == (
        Line(text="Bab", page=1, size=24.0, bold=True, style="heading2"),
    )


def test_styles_that_inherit_in_a_circle_end(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/>'
        "</w:style>"
        for a, b in (("A", "B"), ("B", "A"))
    )
    body = paragraph("Isi", '<w:pStyle w:val="A"/>')
    assert read(word(tmp_path, body, styles=styles)).texts == ("Isi",)


def test_rows_prepared_with_a_number_and_nothing_else_are_no_data(tmp_path: Path) -> None:
    rows = [["No", "Informasi"], ["1", "Renja"], ["2", ""], ["3", ""]]
    assert read(word(tmp_path, word_table(rows))).tables[0].rows == 1


def test_headers_footers_and_notes_are_text_but_no_titles(tmp_path: Path) -> None:
    parts = {
        "word/header1.xml": word_margin("hdr", paragraph("PEMERINTAH KABUPATEN")),
        "word/footnotes.xml": word_margin("footnotes", paragraph("Catatan kaki")),
    }
    links = {"h": ("header", "header1.xml"), "f": ("footnotes", "footnotes.xml")}
    reading = read(word(tmp_path, paragraph("Isi"), links=links, parts=parts))
    assert reading.texts == ("PEMERINTAH KABUPATEN\nIsi\nCatatan kaki",)
    assert [line.text for line in reading.lines] == ["Isi"]


def test_links_are_found_with_their_words(tmp_path: Path) -> None:
    links = {"k": ("hyperlink", "https://contoh.go.id/dip?a=1&b=2")}
    body = f'<w:p><w:hyperlink r:id="k">{paragraph("di sini")[5:-6]}</w:hyperlink></w:p>'
    assert read(word(tmp_path, body, links=links)).links == (
        LinkSeen("https://contoh.go.id/dip?a=1&b=2", "di sini", 1),
    )


def test_a_scan_pasted_into_word_is_called_a_scan(tmp_path: Path) -> None:
    picture = '<w:p><w:r><w:drawing><wp:extent cx="7000000" cy="9900000"/></w:drawing></w:r></w:p>'
    reading = read(word(tmp_path, picture))
    assert [note.code for note in reading.notes] == ["scan"]
    assert reading.pages[0].has_picture
    assert reading.pages[0].source == "none"


def test_a_logo_makes_no_scan(tmp_path: Path) -> None:
    logo = '<w:p><w:r><w:drawing><wp:extent cx="900000" cy="900000"/></w:drawing></w:r></w:p>'
    assert not read(word(tmp_path, logo + paragraph("Surat Keputusan Bupati"))).notes


def test_macros_are_noted(tmp_path: Path) -> None:
    members = word_members(paragraph("Isi")) | {"word/vbaProject.bin": b"\0"}
    reading = read(package(tmp_path / "x.docx", members))
    assert [note.code for note in reading.notes] == ["macros"]


def test_a_very_long_document_is_read_up_to_the_limit(tmp_path: Path) -> None:
    path = word(tmp_path, paragraph("kata " * 20) * 100)
    reading = read(path, Limits(characters=1_000))
    assert sum(map(len, reading.texts)) <= 1_100
    assert [note.code for note in reading.notes] == ["truncated"]


def test_bidirectional_and_odd_characters_survive_as_text(tmp_path: Path) -> None:
    text = "\u202efdp.exe\u202c <script> {nama} \u0000"[:-1] + "\U0001f600"
    assert read(word(tmp_path, paragraph(text))).texts == (text,)


def test_an_empty_document_is_empty(tmp_path: Path) -> None:
    reading = read(word(tmp_path, "<w:p/>"))
    assert reading.problem is not None
    assert reading.problem.code == "empty"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_document_cut_short_is_damaged(tmp_path: Path, share: float) -> None:
    reading = read(cut_short(word(tmp_path, paragraph("Isi")), share))
    assert reading.problem is not None
    assert reading.problem.code == "damaged"


def test_a_spoilt_document_is_damaged_or_read_and_never_a_crash(tmp_path: Path) -> None:
    for at in range(1, 20):
        reading = read(spoil(word(tmp_path, paragraph("Isi " * 500)), at / 20))
        assert reading.problem is None or reading.problem.code in {"damaged", "encrypted", "empty"}


def test_a_document_without_its_main_part_says_so(tmp_path: Path) -> None:
    members = word_members(paragraph("Isi"))
    del members["word/document.xml"]
    reading = read(package(tmp_path / "x.docx", members))
    assert reading.problem is not None
    assert "Isi utama dokumen tidak ditemukan" in reading.problem.message.id


def test_what_is_no_zip_at_all_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(b"bukan dokumen")
    problem = read(path).problem
    assert problem is not None
    assert problem.code == "damaged"


def test_billion_laughs_are_refused_at_the_declaration(tmp_path: Path) -> None:
    members = word_members(paragraph("Isi"))
    members["word/document.xml"] = LAUGHS + "<x>&d;</x>"
    problem = read(package(tmp_path / "x.docx", members)).problem
    assert problem is not None
    assert "DTD" in problem.message.id


def test_no_entity_brings_in_another_file(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("SANGAT-RAHASIA", encoding="utf-8")
    members = word_members(paragraph("Isi"))
    members["word/document.xml"] = outside_entity(secret) + str(
        members["word/document.xml"]
    ).replace("Isi", "&rahasia;")
    reading = read(package(tmp_path / "x.docx", members))
    assert reading.problem is not None
    assert "SANGAT-RAHASIA" not in repr(reading)
