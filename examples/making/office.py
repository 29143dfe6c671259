"""How the example's office files and saved pages are made: Word, Excel, HTML; same bytes every run."""

import datetime
import html
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import xlsxwriter
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt, RGBColor

from making.paper import GOVERNMENT, MARK, Rows

_WRITTEN = datetime.datetime(2024, 9, 2, 8, 0, tzinfo=datetime.UTC).replace(tzinfo=None)
_ZIP_DATE = (2024, 9, 2, 8, 0, 0)
_SIGNATURE = ("ttd", "(nama pejabat)", "NIP. 19XXXXXX XXXXXX X XXX")


def save_docx(
    path: Path, title: str, parts: Sequence[str | tuple[Sequence[str], Rows]], *,
    subtitle: str = "", signed: Sequence[str] = (),
) -> None:  # fmt: skip
    """Write a Word document: `parts` are paragraphs, "# headings" and (header, rows) tables."""
    document = docx.Document()
    _mark(document)
    document.add_heading(title.upper(), level=0).alignment = WD_ALIGN_PARAGRAPH.CENTER
    if subtitle:
        document.add_paragraph(subtitle).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for part in parts:
        if isinstance(part, str):
            _add_text(document, part)
        else:
            _add_table(document, *part)
    for line in (*signed, *(_SIGNATURE if signed else ())):
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    packed = io.BytesIO()
    document.save(packed)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_without_clock(packed.getvalue()))


def save_xlsx(
    path: Path, title: str, header: Sequence[str], rows: Rows, *, sheet: str, notes: Rows = ()
) -> None:
    """Write a workbook: the mark, a title, an empty row, the header and the rows.

    `notes` go into a second, hidden sheet.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path), {"in_memory": True})
    book.set_properties({"title": title, "author": GOVERNMENT, "created": _WRITTEN})
    bold = book.add_format({"bold": True, "font_size": 13})
    mark = book.add_format({"italic": True, "font_color": "#B01818"})
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#DDDDDD", "text_wrap": True})
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    page = book.add_worksheet(sheet)
    page.set_column(0, 0, 5)
    page.set_column(1, len(header) - 1, 24)
    page.write_string(0, 0, title, bold)
    page.write_string(1, 0, MARK, mark)
    for column, name in enumerate(header):
        page.write_string(3, column, name, head)
    for row, values in enumerate(rows, 4):
        for column, value in enumerate(values):
            page.write_string(row, column, value, cell)
    if notes:
        _add_hidden(book, notes)
    book.close()


def save_page(path: Path, title: str, body: str, *, site: str = "PPID Kabupaten Natuna") -> None:
    """Write a page as a browser saves it, with the site's menu around the text."""
    menu = "".join(
        f'<li><a href="https://ppid.natunakab.example/{address}">{name}</a></li>'
        for address, name in (
            ("", "Beranda"), ("profil", "Profil"), ("informasi", "Informasi Publik"),
            ("layanan", "Layanan Informasi"), ("laporan", "Laporan"),
        )
    )  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"""<!DOCTYPE html>
<html lang="id">
<head><meta charset="utf-8"><title>{html.escape(title)} – {site}</title>
<style>body{{font-family:sans-serif;max-width:60em;margin:auto;padding:1em}}table{{border-collapse:collapse}}td,th{{border:1px solid #999;padding:.3em}}.contoh{{color:#b01818;border:1px solid;padding:.3em}}</style>
</head>
<body>
<nav><ul>{menu}</ul></nav>
<main>
<p class="contoh">{MARK}</p>
<h1>{html.escape(title)}</h1>
{body}
</main>
<footer>{site}, Jalan Contoh Nomor 1, Ranai</footer>
</body>
</html>
""",
        encoding="utf-8",
        newline="\n",
    )


def page_table(header: Sequence[str], rows: Rows) -> str:
    """Return a table for a saved page."""
    head = "".join(f"<th>{html.escape(name)}</th>" for name in header)
    lines = "".join(
        "<tr>" + "".join(f"<td>{html.escape(value)}</td>" for value in row) + "</tr>\n"
        for row in rows
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{lines}</tbody></table>"


def _mark(document: "docx.document.Document") -> None:
    properties = document.core_properties
    properties.author, properties.comments = GOVERNMENT, MARK
    properties.created = properties.modified = _WRITTEN
    document.styles["Normal"].font.name = "Times New Roman"
    run = document.sections[0].header.paragraphs[0].add_run(MARK)
    run.font.size, run.font.color.rgb = Pt(9), RGBColor(0xB0, 0x18, 0x18)


def _add_text(document: "docx.document.Document", text: str) -> None:
    if text.startswith("# "):
        document.add_heading(text[2:], level=1)
    else:
        document.add_paragraph(text)


def _add_table(document: "docx.document.Document", header: Sequence[str], rows: Rows) -> None:
    table = document.add_table(rows=1, cols=len(header), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, header, strict=True):
        cell.text = name
    for row in rows:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = value


def _add_hidden(book: xlsxwriter.Workbook, notes: Rows) -> None:
    sheet = book.add_worksheet("catatan kerja")
    for row, values in enumerate(notes):
        for column, value in enumerate(values):
            sheet.write_string(row, column, value)
    sheet.hide()


def _without_clock(packed: bytes) -> bytes:
    """Return the same archive with every member dated alike."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(packed)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _ZIP_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return out.getvalue()
