"""Files that are broken, booby-trapped or not what they say."""

from pathlib import Path

from tests.fuzz import seeds
from tests.hostile.bombs import open_document
from tests.samples import office
from tests.samples.hostile import cut_short, outside_entity
from tests.samples.pdf import (
    CATALOG,
    TREE,
    Pdf,
    Sheet,
    a_report,
    assembled,
    encrypted,
    stream,
)

_SECRET = Path("/etc/passwd")
_FONT = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[901 0 R]>>"
_GLYPHS = (
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(A)/Ordering(I)>>>>"
)


def pdf_cut(place: Path) -> None:
    place.write_bytes(a_report().bytes())
    cut_short(place)


def pdf_wrong_xref(place: Path) -> None:
    place.write_bytes(assembled(a_report().body(), start=7))


def pdf_without_xref(place: Path) -> None:
    objects, _, rest = a_report().bytes().partition(b"xref\n")
    place.write_bytes(objects + rest[rest.index(b"trailer") : rest.index(b"startxref")])


def pdf_header_only(place: Path) -> None:
    place.write_bytes(b"%PDF-1.7\n")


def pdf_kids_loop(place: Path) -> None:
    place.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages"
        b"/Kids[2 0 R 2 0 R]/Count 2000000000>>endobj\ntrailer<</Root 1 0 R>>"
    )


def pdf_xref_loop(place: Path) -> None:
    """A table of objects that names itself as the one before."""
    whole = a_report().bytes()
    table = whole.index(b"xref\n")
    place.write_bytes(whole.replace(b"/Root", b"/Prev %d/Root" % table))


def pdf_length_loop(place: Path) -> None:
    """A stream that is as long as itself."""
    body = a_report().body()
    body[7] = b"<</Length 7 0 R>>\nstream\nBT ET\nendstream"
    place.write_bytes(assembled(body))


def pdf_form_loop(place: Path) -> None:
    """A form that draws itself."""
    resources = "/Resources<</XObject<</Fm 900 0 R>>>>"
    form = stream(b"/Fm Do /Fm Do", f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]{resources}")
    place.write_bytes(Pdf([Sheet(b"/Fm Do")], {900: form}).bytes())


def pdf_outline_loop(place: Path) -> None:
    entry = b"<</Title(a)/Next 900 0 R/First 900 0 R/Parent 900 0 R>>"
    place.write_bytes(Pdf(a_report().sheets, {900: entry}, catalog="/Outlines 900 0 R").bytes())


def pdf_script(place: Path) -> None:
    script = b"<</S/JavaScript/JS(app.launchURL('https://contoh.go.id'))>>"
    place.write_bytes(Pdf(a_report().sheets, {901: script}, catalog="/OpenAction 901 0 R").bytes())


def pdf_launch(place: Path) -> None:
    """A file that asks to start a program when it is opened."""
    action = b"<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>"
    place.write_bytes(Pdf(a_report().sheets, {901: action}, catalog="/OpenAction 901 0 R").bytes())


def pdf_attachment(place: Path) -> None:
    program = stream(b"MZ" + bytes(100), "/Type/EmbeddedFile")
    named = b"<</Type/Filespec/F(buka.exe)/EF<</F 901 0 R>>>>"
    names = "/Names<</EmbeddedFiles<</Names[(buka.exe)902 0 R]>>>>"
    place.write_bytes(Pdf(a_report().sheets, {901: program, 902: named}, catalog=names).bytes())


def pdf_locked(place: Path) -> None:
    place.write_bytes(encrypted(a_report(), user=b"rahasia"))


def pdf_open_lock(place: Path) -> None:
    place.write_bytes(encrypted(a_report(), user=b""))


def pdf_no_unicode(place: Path) -> None:
    drawn = b"BT /X 12 Tf 72 700 Td <" + b"0003000400050006" * 40 + b"> Tj ET"
    sheet = Sheet(drawn, resources="/X 900 0 R")
    place.write_bytes(Pdf([sheet], {900: _FONT, 901: _GLYPHS}).bytes())


def pdf_no_pages(place: Path) -> None:
    place.write_bytes(
        assembled(
            {
                CATALOG: f"<</Type/Catalog/Pages {TREE} 0 R>>".encode(),
                TREE: b"<</Type/Pages/Count 0/Kids[]>>",
            }
        )
    )


def nothing(place: Path) -> None:
    place.write_bytes(b"")


def only_zeros(place: Path) -> None:
    place.write_bytes(bytes(5_000))


def program(place: Path) -> None:
    place.write_bytes(b"MZ" + bytes(4_000) + b"This program cannot be run in DOS mode")


def page_named_docx(place: Path) -> None:
    place.write_bytes(a_report().bytes())


def page_and_archive(place: Path) -> None:
    """A PDF that is a ZIP file as well: each program sees another file."""
    office.package(place, {"a.txt": "isi arsip"})
    place.write_bytes(a_report().bytes() + place.read_bytes())


def docx_outside_entity(place: Path) -> None:
    members = office.word_members("")
    members["word/document.xml"] = outside_entity(_SECRET) + "<w>&rahasia;</w>"
    office.package(place, members)


def odt_outside_entity(place: Path) -> None:
    members = office.open_document_members("text", "")
    members["content.xml"] = outside_entity(_SECRET) + "<a>&rahasia;</a>"
    open_document(place, members)


def xlsx_outside_entity(place: Path) -> None:
    members = office.workbook_members({"A": [["x"]]})
    sheet = str(members["xl/worksheets/sheet1.xml"])
    members["xl/worksheets/sheet1.xml"] = outside_entity(_SECRET) + sheet.replace(
        "x", "&rahasia;", 1
    )
    office.package(place, members)


def docx_fetches(place: Path) -> None:
    """A document whose template and picture lie on another computer."""
    links = {
        "t": ("attachedTemplate", "https://x.go.id/a.dotm"),
        "p": ("image", "https://x.go.id/a"),
    }
    office.package(place, office.word_members(office.paragraph("Rencana kerja"), links=links))


def docx_climbs(place: Path) -> None:
    """Members whose names lead out of the archive."""
    body = office.word_members(office.paragraph("Rencana kerja"))
    office.package(place, body | {"../../../../keluar.txt": "x", "/etc/keluar": "x"})


def docx_locked(place: Path) -> None:
    """What Office makes of a document with a password: another container around it."""
    workbook = bytearray(seeds.xls()[0])
    old, new = "Workbook".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
    at = workbook.index(old)
    workbook[at : at + len(new)] = new
    workbook[at + 64 : at + 66] = (len(new) + 2).to_bytes(2, "little")
    place.write_bytes(workbook)


def zip_spoilt(place: Path) -> None:
    place.write_bytes(seeds.docx()[0])
    cut_short(place)


def xls_lies(place: Path) -> None:
    """An old workbook whose list of sectors goes on behind the end of the file."""
    content = bytearray(seeds.xls()[0])
    content[68:76] = b"\0" * 8
    content[76:512] = bytes(436)
    place.write_bytes(content)


def html_fetches(place: Path) -> None:
    place.write_text(
        "<!doctype html><title>Rencana kerja</title><script>fetch('https://x.go.id')</script>"
        '<meta http-equiv="refresh" content="0;url=https://x.go.id"><img src="https://x.go.id/a.png">'
        '<link rel="stylesheet" href="file:///etc/passwd"><iframe src="https://x.go.id"></iframe>'
        f"<p>{'Rencana kerja tahun 2024. ' * 20}</p>",
        encoding="utf-8",
    )


def xml_laughs(place: Path) -> None:
    from tests.samples.hostile import LAUGHS

    place.write_text(f"<?xml version='1.0'?>{LAUGHS}<x>&d;</x>", encoding="utf-8")


def says_markup(place: Path) -> None:
    """Text that would be markup, a formula, a template or a terminal's command elsewhere."""
    place.write_text(
        "Rencana kerja <script>alert(1)</script> {{7*7}} =HYPERLINK(1) [red]x[/red] \x1b[2J \u202e",
        encoding="utf-8",
    )
