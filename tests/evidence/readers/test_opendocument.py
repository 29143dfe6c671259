"""OpenDocument texts and presentations."""

from pathlib import Path

from emonev.evidence.limits import Limits
from emonev.evidence.readers import read_file
from emonev.evidence.reading import Line, Reading
from emonev.model.facts import LinkSeen, Table
from tests.samples.hostile import LAUGHS, cut_short, outside_entity
from tests.samples.office import open_document_members, package

LIMITS = Limits()
STYLES = (
    "<office:styles>"
    '<style:style style:name="Judul_20_1" style:display-name="Judul 1" style:family="paragraph">'
    '<style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
    'style:num-format="a" style:num-suffix="."/></text:list-style>'
    "</office:styles>"
)
AUTOMATIC = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Judul_20_1">'
    '<style:paragraph-properties fo:text-align="center" fo:break-before="page"/></style:style>'
    '<style:style style:name="T1" style:family="text"><style:text-properties '
    'fo:font-size="20pt" fo:font-weight="bold"/></style:style>'
)


def odt(path: Path, body: str, meta: str = "") -> Reading:
    members = open_document_members("text", body, styles=STYLES, automatic=AUTOMATIC, meta=meta)
    return read_file(package(path / "x.odt", members), "odt", LIMITS)


def code_of(path: Path) -> str:
    problem = read_file(path, "odt", LIMITS).problem
    return problem.code if problem else ""


def test_a_text_is_read_with_its_properties(tmp_path: Path) -> None:
    meta = (
        "<dc:title>DIP</dc:title><meta:creation-date>2024-09-27T10:00:00</meta:creation-date>"
        '<meta:document-statistic meta:page-count="3"/>'
    )
    reading = odt(
        tmp_path, "<text:p>Daftar<text:s text:c='2'/>Informasi<text:tab/>2024</text:p>", meta
    )
    assert reading.texts == ("Daftar  Informasi\t2024",)
    assert reading.properties == {"title": "DIP", "created": "2024-09-27T10:00:00"}
    assert (reading.format, reading.page_count) == ("odt", 3)


def test_styles_are_followed_to_their_parents_and_a_break_turns_the_page(tmp_path: Path) -> None:
    reading = odt(
        tmp_path,
        "<text:p>Satu</text:p><text:p text:style-name='P1'>Dua</text:p>"
        "<text:p><text:span text:style-name='T1'>Besar</text:span></text:p>"
        "<text:h text:outline-level='2'>Tiga</text:h>",
    )
    assert reading.texts == ("Satu", "Dua\nBesar\nTiga")
    assert reading.lines == (
        Line(text="Satu", page=1),
        Line(text="Dua", page=2, size=16.0, bold=True, centred=True, style="heading1"),
        Line(text="Besar", page=2, size=20.0, bold=True),
        Line(text="Tiga", page=2, style="heading2"),
    )


def test_deleted_text_and_comments_are_not_read(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:p>dihapus</text:p></text:tracked-changes>"
        "<text:p>tetap<office:annotation><text:p>komentar</text:p></office:annotation></text:p>"
    )
    assert odt(tmp_path, body).texts == ("tetap",)


def test_lists_get_the_signs_that_are_drawn(tmp_path: Path) -> None:
    items = "".join(f"<text:list-item><text:p>{t}</text:p></text:list-item>" for t in ("x", "y"))
    body = (
        f"<text:list text:style-name='L1'>{items}</text:list>"
        f"<text:list text:style-name='lain'>{items}</text:list>"
    )
    assert odt(tmp_path, body).texts == ("a. x\nb. y\n• x\n• y",)


def test_tables_and_links_are_found(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        inside = "".join(
            f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in cells
        )
        return f"<table:table-row>{inside}</table:table-row>"

    link = "<text:a xlink:href='https://contoh.go.id'>situs</text:a>"
    body = f"<table:table table:name='DIP'>{row('No', 'Informasi')}{row('1', link)}</table:table>"
    reading = odt(tmp_path, body)
    assert reading.tables == (Table("DIP", ("No", "Informasi"), 1, 2, page=1, numbered=1),)
    assert reading.links == (LinkSeen("https://contoh.go.id", "situs", 1),)


def test_a_cell_repeated_without_end_is_repeated_a_little(tmp_path: Path) -> None:
    cell = (
        "<table:table-cell table:number-columns-repeated='999999999'><text:p>x</text:p>"
        "</table:table-cell>"
    )
    body = f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    assert odt(tmp_path, body).tables[0].columns < 100


def test_slides_have_titles_and_notes(tmp_path: Path) -> None:
    body = (
        "<draw:page><draw:frame presentation:class='title'><draw:text-box><text:p>PPID</text:p>"
        "</draw:text-box></draw:frame><presentation:notes><draw:frame><draw:text-box>"
        "<text:p>catatan</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>"
        "<draw:page><draw:frame><draw:text-box><text:p>Isi</text:p></draw:text-box></draw:frame>"
        "</draw:page>"
    )
    path = package(tmp_path / "x.odp", open_document_members("presentation", body))
    reading = read_file(path, "odp", LIMITS)
    assert reading.texts == ("PPID\ncatatan", "Isi")
    assert reading.lines == (
        Line(text="PPID", page=1, bold=False, style="title"),
        Line(text="Isi", page=2, bold=False),
    )
    assert (reading.format, reading.page_count) == ("odp", 2)


def test_a_password_is_seen_in_the_manifest(tmp_path: Path) -> None:
    members = open_document_members("text", "")
    members["META-INF/manifest.xml"] = "<manifest:encryption-data/>"
    assert code_of(package(tmp_path / "x", members)) == "encrypted"


def test_broken_files_are_damaged(tmp_path: Path) -> None:
    members = open_document_members("text", "<text:p>Isi</text:p>")
    assert code_of(cut_short(package(tmp_path / "x", members))) == "damaged"
    del members["content.xml"]
    assert code_of(package(tmp_path / "y", members)) == "damaged"


def test_hostile_declarations_are_refused_and_leak_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("SANGAT-RAHASIA", encoding="utf-8")
    for declaration in (LAUGHS, outside_entity(secret)):
        members = open_document_members("text", "<text:p>&rahasia;</text:p>")
        members["content.xml"] = declaration + str(members["content.xml"])
        path = package(tmp_path / "x", members)
        assert code_of(path) == "damaged"
        assert "SANGAT" not in repr(read_file(path, "odt", LIMITS))


def test_a_text_of_nothing_is_empty(tmp_path: Path) -> None:
    assert code_of(package(tmp_path / "x", open_document_members("text", "<text:p/>"))) == "empty"
