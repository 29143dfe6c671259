"""How the example's official papers look: letterhead, decrees, reports, letters, forms, scans.

Everything is drawn from values, with fixed dates and ids: the same bytes on every run.
"""

import io
import random
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    HRFlowable,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus import Image as Picture

MARK = "CONTOH – isi rekaan"
GOVERNMENT = "Pemerintah Kabupaten Natuna"
OFFICE = "Dinas Komunikasi dan Informatika"
Rows = Sequence[Sequence[str]]
Story = list[Flowable]

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11.5, leading=15, alignment=TA_JUSTIFY, spaceAfter=6)  # fmt: skip
CELL = ParagraphStyle("cell", fontName="Times-Roman", fontSize=9.5, leading=11.5)
HEAD_CELL = ParagraphStyle("head-cell", CELL, fontName="Times-Bold", alignment=TA_CENTER)
CENTRED = ParagraphStyle("centred", BODY, alignment=TA_CENTER, spaceAfter=3)
TITLE = ParagraphStyle("title", CENTRED, fontName="Times-Bold", fontSize=14, leading=18)
COVER = ParagraphStyle("cover", TITLE, fontSize=22, leading=28, spaceAfter=10)
CHAPTER = ParagraphStyle("chapter", TITLE, fontSize=13, spaceBefore=10, spaceAfter=8)
HEADING = ParagraphStyle("heading", BODY, fontName="Times-Bold", spaceBefore=6)


def letterhead(office: str = OFFICE) -> Story:
    """Return the head of a letter, as regional offices print it."""
    lines = [
        Paragraph(GOVERNMENT.upper(), ParagraphStyle("g", CENTRED, fontSize=13, spaceAfter=1)),
        Paragraph(office.upper(), ParagraphStyle("o", TITLE, fontSize=15, spaceAfter=1)),
        Paragraph(
            "Jalan Contoh Nomor 1, Ranai 29783 – ppid.natunakab.example",
            ParagraphStyle("a", CENTRED, fontSize=9, leading=11),
        ),
    ]
    rule = HRFlowable(width="100%", thickness=2, color=colors.black, spaceBefore=4, spaceAfter=12)
    return [Table([[_Emblem(), lines]], colWidths=[2.2 * cm, None]), rule]


def heading(*lines: str, number: str = "", about: str = "") -> Story:
    """Return a centred title in capitals, with NOMOR and TENTANG where given."""
    story: Story = [Paragraph(line.upper(), TITLE) for line in lines]
    if number:
        story.append(Paragraph(f"NOMOR {number.upper()}", CENTRED))
    if about:
        story += [Paragraph("TENTANG", CENTRED), Paragraph(about.upper(), TITLE)]
    return [*story, Spacer(1, 10)]


def clauses(word: str, items: Sequence[str]) -> Story:
    """Return "Menimbang : a. …": the recitals of a decree."""
    marks = "abcdefghij" if word == "Menimbang" else "123456789"
    rows = [
        [
            Paragraph(word if i == 0 else "", BODY),
            Paragraph(":" if i == 0 else "", BODY),
            Paragraph(f"{marks[i]}." if len(items) > 1 else "", BODY),
            Paragraph(item, BODY),
        ]
        for i, item in enumerate(items)
    ]
    return [Table(rows, colWidths=[2.7 * cm, 0.4 * cm, 0.8 * cm, None], style=_TOP)]


def dictums(items: Sequence[str]) -> Story:
    """Return MEMUTUSKAN with its dictums."""
    words = ("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA")
    rows = [
        [Paragraph(word, BODY), Paragraph(":", BODY), Paragraph(item, BODY)]
        for word, item in zip(words, items, strict=False)
    ]
    return [
        Paragraph("MEMUTUSKAN:", TITLE),
        Table(rows, colWidths=[2.7 * cm, 0.4 * cm, None], style=_TOP),
    ]


def signature(office: str, day: str, *, act: str = "Ditetapkan di") -> Story:
    """Return place, date, office and a masked number: roles only, no person's name."""
    lines = [
        *([f"{act} Ranai", f"pada tanggal {day}"] if act else [f"Ranai, {day}"]),
        "",
        f"{office.upper()},",
        "",
        "ttd",
        "",
        "(nama pejabat)",
        "NIP. 19XXXXXX XXXXXX X XXX",
    ]
    block = [
        Paragraph(line or "&nbsp;", ParagraphStyle("s", CENTRED, spaceAfter=0)) for line in lines
    ]
    return [Spacer(1, 14), KeepTogether([Table([["", block]], colWidths=[7.5 * cm, None])])]


def chapter(title: str, *paragraphs: str) -> Story:
    return [
        CondPageBreak(5 * cm),
        Paragraph(title, CHAPTER),
        *(Paragraph(text, BODY) for text in paragraphs),
    ]


def paragraphs(*texts: str) -> Story:
    return [Paragraph(text, BODY) for text in texts]


def section(title: str, *texts: str) -> Story:
    return [Paragraph(title, HEADING), *paragraphs(*texts)]


def table(header: Sequence[str], rows: Rows, widths: Sequence[float] | None = None) -> Story:
    """Return a ruled table; `widths` are shares of the line."""
    cells = [[Paragraph(h, HEAD_CELL) for h in header]]
    cells += [[Paragraph(c, CELL) for c in row] for row in rows]
    percents = [f"{w}%" for w in widths] if widths else None
    grid = TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
            ("BACKGROUND", (0, 0), (-1, 0), colors.Color(0.9, 0.9, 0.9)),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    return [Table(cells, colWidths=percents, style=grid, repeatRows=1), Spacer(1, 8)]


def cover(*lines: str, year: str) -> Story:
    """Return the first page of a report: title in large capitals, emblem, body, year."""
    small = ParagraphStyle("c", TITLE, fontSize=16, leading=20)
    return [
        Spacer(1, 3 * cm),
        *(Paragraph(line.upper(), COVER) for line in lines),
        Spacer(1, 2 * cm),
        _Emblem(4 * cm),
        Spacer(1, 3 * cm),
        Paragraph(GOVERNMENT.upper(), small),
        Paragraph(year, small),
        PageBreak(),
    ]


def annex(
    title: str, number: str, header: Sequence[str], rows: Rows, widths: Sequence[float]
) -> Story:
    """Return an annex on a page of its own."""
    return [
        PageBreak(),
        *paragraphs(f"LAMPIRAN<br/>NOMOR : {number.upper()}"),
        *heading(title),
        *table(header, rows, widths),
    ]


def save_pdf(path: Path, story: Story, *, wide: bool = False, password: str = "") -> None:
    """Write a PDF with a text layer; with a `password` it opens only to those who know it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_pdf(story, wide=wide, password=password))


def save_scan(path: Path, story: Story, *, dpi: int = 110, tilt: float = 0.9) -> None:
    """Write the same pages as a scanner would: pictures, slightly askew, with specks, no text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setProducer("Contoh pemindai")
    specks = random.Random(2024)
    document = pypdfium2.PdfDocument(_pdf(story))
    for index in range(len(document)):
        picture = document[index].render(scale=dpi / 72, grayscale=True).to_pil()
        picture = picture.rotate(
            tilt if index % 2 else -tilt, Image.Resampling.BICUBIC, fillcolor=250
        )
        for _ in range(400):
            place = specks.randrange(picture.width), specks.randrange(picture.height)
            picture.putpixel(place, specks.randrange(90, 200))
        canvas.drawInlineImage(_jpeg(picture, quality=38), 0, 0, *A4)
        canvas.showPage()
    document.close()
    canvas.save()


def save_blank(path: Path) -> None:
    """Write a PDF of one empty page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.showPage()
    canvas.save()


def picture(image: Image.Image, width: float = 15 * cm, quality: int = 80) -> Flowable:
    """Return a photo to be set into a document."""
    packed = io.BytesIO()
    image.save(packed, "JPEG", quality=quality)
    packed.seek(0)
    return Picture(packed, width=width, height=width * image.height / image.width)


def _pdf(story: Story, *, wide: bool = False, password: str = "") -> bytes:
    packed = io.BytesIO()
    size = landscape(A4) if wide else A4
    document = BaseDocTemplate(
        packed, pagesize=size, invariant=1, title="", author=GOVERNMENT, producer="contoh",
        encrypt=StandardEncryption(password, ownerPassword="pemilik", strength=128) if password else None,
    )  # fmt: skip
    frame = Frame(2.5 * cm, 2 * cm, size[0] - 5 * cm, size[1] - 4 * cm, id="page")
    document.addPageTemplates([PageTemplate("page", [frame], onPage=_stamp)])
    document.build(list(story))
    return packed.getvalue()


def _stamp(canvas: Canvas, document: BaseDocTemplate) -> None:
    """Mark every page as an invented example, and number it."""
    width, height = document.pagesize
    canvas.saveState()
    canvas.setStrokeColor(colors.Color(0.7, 0.1, 0.1))
    canvas.setFillColor(colors.Color(0.7, 0.1, 0.1))
    canvas.setFont("Helvetica-Bold", 8)
    canvas.roundRect(width - 5.3 * cm, height - 1.35 * cm, 3.6 * cm, 0.6 * cm, 4)
    canvas.drawCentredString(width - 3.5 * cm, height - 1.13 * cm, MARK)
    canvas.setFillColor(colors.black)
    canvas.setFont("Times-Roman", 9)
    canvas.drawCentredString(width / 2, 1.1 * cm, str(document.page))
    canvas.restoreState()


def _jpeg(picture: Image.Image, quality: int) -> Image.Image:
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=quality)
    packed.seek(0)
    return Image.open(packed)


class _Emblem(Flowable):
    """A plain disc with waves where a real letterhead has the region's arms."""

    def __init__(self, size: float = 1.7 * cm) -> None:
        super().__init__()
        self.width = self.height = size
        self.hAlign = "CENTER"

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        radius = self.width / 2
        self.canv.setLineWidth(1)
        self.canv.circle(radius, radius, radius)
        for step in (0.35, 0.5, 0.65):
            y = self.height * step
            self.canv.bezier(
                radius * 0.4, y, radius * 0.8, y + radius * 0.3,
                radius * 1.2, y - radius * 0.3, radius * 1.6, y,
            )  # fmt: skip


_TOP = TableStyle(
    [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("LEFTPADDING", (0, 0), (-1, -1), 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2),
    ]
)
