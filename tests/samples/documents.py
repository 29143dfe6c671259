"""Documents of public administration made for the tests: what each is, and the traps in them.

Every word is written here; nothing is taken from a real document.
"""

import html
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import xlsxwriter  # type: ignore[import-untyped] # ships no types
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped] # the same
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped] # the same
from reportlab.platypus import (  # type: ignore[import-untyped] # the same
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
)

Make = Callable[[Path], None]

LARGE = ParagraphStyle("cover", fontName="Helvetica-Bold", fontSize=24, leading=30, alignment=1)
TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=13, leading=17, alignment=1)
SMALL = ParagraphStyle("small", fontName="Helvetica", fontSize=9, leading=11, alignment=1)
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=15)
RIGHT = ParagraphStyle("right", parent=BODY, alignment=2)
GOVERNMENT = "PEMERINTAH KABUPATEN CONTOH"


def pdf(*story: Flowable | Sequence[Flowable]) -> Make:
    """Return the making of a PDF of these parts."""
    flat = [one for part in story for one in (part if isinstance(part, list) else [part])]

    def make(path: Path) -> None:
        SimpleDocTemplate(str(path), pagesize=A4, title="").build(list(flat))

    return make


def cover(*lines: str, issuer: str = GOVERNMENT) -> list[Flowable]:
    """Return a cover: the title in large letters, the body at its foot."""
    title = [Paragraph(line, LARGE) for line in lines]
    return [Spacer(1, 160), *title, Spacer(1, 260), Paragraph(issuer, TITLE), PageBreak()]


def letterhead() -> list[Flowable]:
    """Return the head of an office's paper."""
    return [
        Paragraph(GOVERNMENT, TITLE),
        Paragraph("DINAS KOMUNIKASI DAN INFORMATIKA", LARGE),
        Paragraph("Jalan Contoh Nomor 1, telepon 000, surel kantor@contoh.example", SMALL),
        Spacer(1, 20),
    ]


def decree(
    maker: str, number: str, about: str, *recalls: str, place: str = "Contoh", day: str
) -> list[Flowable]:
    """Return a decree with what it recalls, signed."""
    return [
        *(Paragraph(line, TITLE) for line in (maker, f"NOMOR {number}", "TENTANG", about)),
        Spacer(1, 16),
        *(Paragraph(f"Mengingat : {one};", BODY) for one in recalls),
        Paragraph("MEMUTUSKAN", TITLE),
        Paragraph(
            f"KESATU : Menetapkan {about.lower()} sebagaimana tercantum dalam lampiran.", BODY
        ),
        *signed(day, place),
    ]


def signed(day: str, place: str = "Contoh") -> list[Flowable]:
    lines = (f"Ditetapkan di {place}", f"pada tanggal {day}", "KEPALA DINAS,", "ttd")
    return [Paragraph(line, RIGHT) for line in (*lines, "NIP. 19700101 199003 1 001")]


def heading(*lines: str) -> list[Flowable]:
    return [*(Paragraph(line, TITLE) for line in lines), Spacer(1, 12)]


def prose(*texts: str) -> list[Flowable]:
    """Return paragraphs, with enough plain text around them to know the body's size."""
    filler = "Uraian ini menjelaskan pelaksanaan tugas dinas pada masa yang dilaporkan." * 3
    return [Paragraph(text, BODY) for text in (*texts, filler, filler)]


def page(title: str, *parts: str, site: str = "PPID Kabupaten Contoh") -> Make:
    """Return the making of a saved web page with its site's menu."""
    menu = "Beranda Informasi Berkala Serta Merta Setiap Saat Laporan"
    body = "".join(f"<p>{part}</p>" for part in parts)
    text = (
        f"<!DOCTYPE html><html lang='id'><head><meta charset='utf-8'><title>{html.escape(title)} – "
        f"{site}</title></head><body><nav>{menu}</nav><h1>{html.escape(title)}</h1>{body}</body></html>"
    )

    def make(path: Path) -> None:
        path.write_text(text, encoding="utf-8")

    return make


def word(title: str, *parts: str, table: Sequence[Sequence[str]] = ()) -> Make:
    """Return the making of a Word document with a title in its own style."""

    def make(path: Path) -> None:
        document = docx.Document()
        document.add_heading(title, level=0)
        for part in parts:
            document.add_paragraph(part)
        if table:
            grid = document.add_table(rows=0, cols=len(table[0]))
            for row in table:
                for cell, value in zip(grid.add_row().cells, row, strict=True):
                    cell.text = value
        document.save(str(path))

    return make


def sheet(title: str, header: Sequence[str], rows: int) -> Make:
    """Return the making of a workbook: a title, an empty row, a table."""

    def make(path: Path) -> None:
        book = xlsxwriter.Workbook(str(path))
        grid = book.add_worksheet("Data")
        grid.write_string(0, 0, title)
        for column, name in enumerate(header):
            grid.write_string(2, column, name)
            for row in range(rows):
                grid.write_string(3 + row, column, str(row + 1) if column == 0 else f"{name} {row}")
        book.close()

    return make
