"""One writer per format: documents of the size and make-up that bodies hand in."""

import datetime
import io
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from benchmarks.prose import Prose

PLACE = "Ditetapkan di Ibu Kota Kabupaten pada tanggal"


class Document:
    """What a generated document says: a title on top, running text, place and date below."""

    def __init__(self, prose: Prose, topic: str, characters: int) -> None:
        self.prose, self.year = prose, prose.year()
        self.title = f"{topic.upper()} TAHUN {self.year}"
        self.signed = f"{PLACE} {prose.date(self.year)}"
        self.characters = characters

    def paragraphs(self) -> list[str]:
        return [*self.prose.paragraphs(self.characters), self.signed]


def write_pdf(path: Path, document: Document, pages: int) -> None:
    """Write a typed PDF; every second one with an embedded TrueType font, as Word makes them."""
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped] # has no types

    font = _embedded_font() if document.prose.chance.random() < 0.5 else "Helvetica"
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    for number in range(pages):
        if number == 0:
            canvas.setFont(font, 18)
            canvas.drawCentredString(297, 780, document.title)
        text = canvas.beginText(56, 740)
        text.setFont(font, 11, leading=16)
        text.textLines(document.prose.page())
        if number == pages - 1:
            text.textLine(document.signed)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()


def write_docx(path: Path, document: Document) -> None:
    parts = _docx_parts()
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
        for text in document.paragraphs()
    )
    heading = (
        '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>'
        f"<w:r><w:t>{escape(document.title)}</w:t></w:r></w:p>"
    )
    body = _DOCX.format(body=heading + paragraphs).encode()
    _zip(path, parts | {"word/document.xml": body})


def write_odt(path: Path, document: Document) -> None:
    paragraphs = "".join(f"<text:p>{escape(text)}</text:p>" for text in document.paragraphs())
    heading = f'<text:h text:outline-level="1">{escape(document.title)}</text:h>'
    content = _ODT.format(body=heading + paragraphs).encode()
    mimetype = b"application/vnd.oasis.opendocument.text"
    _zip(path, {"mimetype": mimetype, "META-INF/manifest.xml": _MANIFEST, "content.xml": content})


def write_xlsx(path: Path, document: Document, rows: int) -> None:
    """Write a register: a title row, eight columns, and text as well as numbers."""
    import xlsxwriter  # type: ignore[import-untyped] # has no types

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    book.set_properties({"created": datetime.datetime(2024, 3, 5, tzinfo=datetime.UTC)})
    sheet = book.add_worksheet("Daftar")
    sheet.write_row(0, 0, [document.title])
    sheet.write_row(2, 0, _COLUMNS)
    chance, prose = document.prose.chance, document.prose
    for number in range(1, rows + 1):
        amount = chance.randrange(10**6, 10**9)
        words = prose.words(6), prose.words(3), prose.words(3), prose.words(4)
        sheet.write_row(number + 2, 0, [number, *words, document.year, amount, "Tersedia"])
    sheet.write_row(rows + 4, 0, [document.signed])
    book.close()


def write_pptx(path: Path, document: Document, slides: int) -> None:
    from pptx import Presentation

    deck: Any = Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text = document.title
    first.placeholders[1].text = document.signed
    for _ in range(slides):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = document.prose.words(4).capitalize()
        slide.placeholders[1].text = "\n".join(document.prose.words(9) for _ in range(6))
    deck.save(str(path))


def write_html(path: Path, document: Document) -> None:
    """Write a saved page: menus and scripts around the words that matter."""
    menu = "".join(f'<li><a href="/hal/{n}">{document.prose.words(2)}</a></li>' for n in range(60))
    body = "".join(f"<p>{escape(text)}</p>\n" for text in document.paragraphs())
    script = "var setelan=" + str(list(range(900))) + ";"
    path.write_text(
        f"<!doctype html><html lang=id><head><meta charset=utf-8><title>{document.title}</title>"
        f"<style>{'p{margin:1em} ' * 300}</style><script>{script}</script></head><body>"
        f"<nav><ul>{menu}</ul></nav><main><h1>{document.title}</h1>{body}</main></body></html>",
        encoding="utf-8",
    )


def _zip(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            # OpenDocument wants its type stored as it is, so that it stands at the file's beginning.
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, method, 6)


def _docx_parts() -> dict[str, bytes]:
    """Return the parts of an empty Word document: styles, theme and properties as Word has them."""
    if not _kept:
        import docx

        made = io.BytesIO()
        docx.Document().save(made)
        with zipfile.ZipFile(made) as archive:
            _kept.update({name: archive.read(name) for name in archive.namelist()})
    return _kept


def _embedded_font() -> str:
    from reportlab.pdfbase import pdfmetrics, ttfonts  # type: ignore[import-untyped] # has no types

    if "Vera" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(ttfonts.TTFont("Vera", "Vera.ttf"))  # travels with reportlab
    return "Vera"


_kept: dict[str, bytes] = {}
_COLUMNS = ["No", "Uraian", "Penanggung jawab", "Bentuk", "Keterangan", "Tahun", "Nilai", "Status"]
_DOCX = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{body}<w:sectPr/></w:body></w:document>"
)
_ODT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.2" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
    "{body}</office:text></office:body></office:document-content>"
)
_MANIFEST = (
    b'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.2" '
    b'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    b'<manifest:file-entry manifest:full-path="/" '
    b'manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    b'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    b"</manifest:manifest>"
)
