"""Sound inputs of every kind, made here: what a mutation starts from."""

import csv
import datetime
import io
import json
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from tests.samples import office
from tests.samples.pdf import Pdf, Sheet, a_report, encrypted, stream, text

Seeds = Callable[[], tuple[bytes, ...]]

ROWS: list[list[str | int]] = [["No", "Nama informasi", "Tahun"]]
ROWS += [[n, f"Laporan {n}", 2024] for n in range(1, 9)]
PROSE = (
    "KEPUTUSAN BUPATI CONTOH\nNOMOR 188/23 TAHUN 2024\nTENTANG DAFTAR INFORMASI PUBLIK\n\n"
    "Menimbang: Pasal 15 ayat (9) huruf a Peraturan Komisi Informasi Nomor 1 Tahun 2021;\n"
    "1. pertama\n2. kedua\na. huruf\n\nDitetapkan di Contoh pada tanggal 27 September 2024\n"
    "Semester I 2023-2024, Tahun Anggaran 2024, https://ppid.contoh.go.id/dip\n"
)


@cache
def pdf() -> tuple[bytes, ...]:
    link = "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://x.go.id)>>>>]"
    form = stream(
        text((72, 300, 12, "Dalam formulir")), "/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
    )
    odd = Pdf(
        [
            Sheet(text((72, 700, 12, "Isi")) + b"/Fm Do", more=f"/Rotate 90{link}"),
            Sheet(),
            Sheet(b"q"),
        ],
        {900: form, 901: b"<</S/JavaScript/JS(app.alert(1))>>"},
        catalog="/OpenAction 901 0 R/Names<</EmbeddedFiles<</Names[(a)<</F(a)>>]>>>>",
        info={"Title": "Judul", "CreationDate": "D:20240927080910+07'00'"},
    )
    return (
        a_report().bytes(),
        odd.bytes(),
        encrypted(a_report(), user=b""),
        _by_reportlab(),
    )


@cache
def signed_pdf() -> tuple[bytes, ...]:
    """The keys are new in each run, so that the same number makes a slightly different input."""
    from tests.samples.signed_pdf import SignedPdf, a_signer

    signed = SignedPdf(a_report()).sign(a_signer())
    return signed.data, signed.note_on_page("Disetujui").data


def _by_reportlab() -> bytes:
    """Compressed streams, an embedded picture, an outline: as programs write them."""
    from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]  # it ships no types
    from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]  # same
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # same

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, pageCompression=1)
    for page in range(3):
        canvas.bookmarkPage(f"p{page}")
        canvas.addOutlineEntry(f"Bab {page}", f"p{page}")
        for number, line in enumerate(PROSE.splitlines()):
            canvas.drawString(72, 780 - 14 * number, line)
        canvas.drawImage(ImageReader(_picture()), 72, 300, 200, 200)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _picture(size: tuple[int, int] = (64, 48)) -> Image.Image:
    return Image.radial_gradient("L").resize(size).convert("RGB")


@cache
def picture(kind: str) -> tuple[bytes, ...]:
    images = (_picture(), Image.new("L", (30, 20), 255), _picture((9, 9)).convert("P"))
    exif = Image.Exif()
    exif[0x0132] = "2024:09:27 08:09:10"
    exif.get_ifd(0x8769)[0x9003] = "2024:09:26 08:09:10"
    exif.get_ifd(0x8825).update({1: "S", 2: (3.0, 4.0, 5.0)})
    more: dict[str, Any] = {"exif": exif} if kind in {"jpeg", "png", "webp", "tiff"} else {}
    out = []
    for image in images:
        content = io.BytesIO()
        ready = image.convert("RGB") if kind in {"jpeg", "webp"} else image
        if kind in {"tiff", "gif"}:
            more = {**more, "save_all": True, "append_images": [ready.rotate(9)]}
        ready.save(content, kind, **more)
        out.append(content.getvalue())
    return tuple(out)


@cache
def docx() -> tuple[bytes, ...]:
    import docx as word

    document = word.Document()
    document.add_heading("Daftar Informasi Publik 2024", 0)
    for line in PROSE.splitlines():
        document.add_paragraph(line, style="List Number" if line[:1].isdigit() else None)
    table = document.add_table(len(ROWS), 3)
    for row, values in zip(table.rows, ROWS, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = str(value)
    out = io.BytesIO()
    document.save(out)
    body = office.paragraph("Judul", '<w:pStyle w:val="Title"/>') + office.word_table([["a", "b"]])
    return out.getvalue(), _zipped(office.word_members(body))


@cache
def pptx() -> tuple[bytes, ...]:
    slides = [office.shape("Judul", "title"), office.shape("Isi tahun 2024"), ""]
    return (_zipped(office.presentation_members(slides, {0: office.shape("Catatan")})),)


@cache
def xlsx() -> tuple[bytes, ...]:
    import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("DIP")
        book.add_worksheet("Rahasia").hide()
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
        sheet.merge_range("A12:C13", "Digabung")
        sheet.write_formula("D2", "=1+1", None, 2)
        sheet.write_datetime("E2", datetime.date(2024, 9, 27))
    return out.getvalue(), _zipped(office.workbook_members({"A": ROWS, "B": [["x"]]}, hidden=["B"]))


@cache
def xls() -> tuple[bytes, ...]:
    import xlwt  # type: ignore[import-untyped]  # it ships no types

    book, out = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("DIP")
    for number, row in enumerate(ROWS):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    book.save(out)
    return (out.getvalue(),)


@cache
def open_document(kind: str) -> tuple[bytes, ...]:
    row = "<table:table-row>" + "<table:table-cell><text:p>sel</text:p></table:table-cell>" * 3
    table = f'<table:table table:name="DIP">{(row + "</table:table-row>") * 4}</table:table>'
    words = (
        '<text:h text:outline-level="1">Daftar Informasi</text:h><text:p text:style-name="P1">Tahun '
        '2024<text:a xlink:href="https://x.go.id">tautan</text:a></text:p><text:list><text:list-item>'
        "<text:p>satu</text:p></text:list-item></text:list>"
    )
    page = f'<draw:page draw:name="1"><draw:frame presentation:class="title"><draw:text-box>{words}</draw:text-box></draw:frame></draw:page>'
    body = {"text": words + table, "presentation": page, "spreadsheet": table}[kind]
    style = '<style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-size="20pt"/></style:style>'
    meta = "<dc:title>Judul</dc:title><meta:creation-date>2024-09-27</meta:creation-date>"
    return (_zipped(office.open_document_members(kind, body, automatic=style, meta=meta)),)


@cache
def archive() -> tuple[bytes, ...]:
    return (_zipped({"a.pdf": "x", "b/c.docx": b"\xff" * 40, "b/": ""}),)


@cache
def html() -> tuple[bytes, ...]:
    table = "".join(f"<tr><td>{'<td>'.join(map(str, row))}</tr>" for row in ROWS)
    page = (
        f'<!doctype html><html><head><title>DIP 2024</title><meta charset="utf-8"><base href="/">'
        f'<meta property="article:published_time" content="2024-09-27"></head><body><nav>Menu</nav>'
        f'<main><h1>Daftar</h1><p>{PROSE}</p><table><tr><th colspan="3">DIP</th></tr>{table}</table>'
        '<ol><li>satu<li>dua</ol><a href="https://x.go.id/a b?c=1#d">tautan</a><iframe src="//y.go.id">'
        "</iframe></main><!-- saved from url=(0022)https://x.go.id/ --></body></html>"
    )
    return page.encode(), page.encode("utf-16"), page.encode("cp1252")


@cache
def mail() -> tuple[bytes, ...]:
    letter = EmailMessage()
    letter["Subject"], letter["From"], letter["To"] = "Daftar Informasi é", "a@x.go.id", "b@x.go.id"
    letter["Date"] = "Fri, 27 Sep 2024 08:09:10 +0700"
    letter.set_content(PROSE)
    letter.add_alternative(html()[0].decode(), subtype="html")
    letter.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="a.pdf")
    saved = letter.as_bytes().replace(b"multipart/mixed", b"multipart/related")
    return letter.as_bytes(), saved


@cache
def prose() -> tuple[bytes, ...]:
    return PROSE.encode(), PROSE.encode("utf-16"), PROSE.encode("cp1252"), (PROSE * 20).encode()


@cache
def table() -> tuple[bytes, ...]:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(ROWS)
    form = (
        "No,Pertanyaan,Tersedia,,Bukti,Nilai,Bobot\n,,Ya,Tidak,,,\nI,SARANA,,,,,20%\n"
        '1,"Tersedia meja layanan?",,,Foto 2024,2/1/0,2\n2,Formulir:,,,,,\n'
        '"","a. permohonan",,,Foto,"1/0,5/0",1\n"","Ya = 100; Tidak = 0",,,,,\n'
    )
    return out.getvalue().encode(), form.encode()


@cache
def data() -> tuple[bytes, ...]:
    return json.dumps({"daftar": ROWS, "tahun": 2024, "isi": PROSE}).encode(), b"[1, 2, [3]]"


@cache
def markup() -> tuple[bytes, ...]:
    return (f"<?xml version='1.0'?><a xmlns='urn:a'><b c='d'>{PROSE}</b></a>".encode(),)


@cache
def rubric() -> tuple[bytes, ...]:
    """A small rubric with every key, and one criterion for each kind of check that is shipped."""
    from emonev.resources import criteria_folder
    from tests.load.rubric_yaml import SOUND

    whole = (criteria_folder() / "kabkota-2024.yaml").read_bytes()
    tree = yaml.load(whole, yaml.CSafeLoader)
    kinds: set[str] = set()
    for stage in tree["stages"]:
        for indicator in stage.get("indicators", ()):
            indicator["criteria"] = [
                criterion
                for criterion in indicator["criteria"]
                if _adds(kinds, {check["kind"] for check in criterion.get("checks", ())})
            ] or indicator["criteria"][:1]
    return SOUND.encode(), yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode()


def _adds(known: set[str], kinds: set[str]) -> bool:
    new = not kinds <= known
    known |= kinds
    return new


_ANSWERS = """\
schema: emonev/answers/1
answers:
  JEN-01:
    claim: ya
    note: Lihat lampiran
    evidence: ['bukti/2024/**/*.pdf']
    links: ['https://x.go.id/a']
    review: {decision: accepted, by: Tim, at: 2024-09-27, why: Sesuai, until: 2025-01-01}
  JEN-02:
    claim: 0.5
    not-applicable: {reason: Tidak ada, statement: bukti/2024/s.pdf}
stages:
  presentasi: {value: 80.5, by: Tim, at: 2024-10-01}
"""
_WORKSPACE = """\
schema: emonev/workspace/1
body: {name: Pemerintah Kabupaten Contoh, category: kabupaten-kota}
rubrics: {2024: rubrik.yaml, 2023: kabkota-2023}
output: laporan
language: id
letterhead: {office: Dinas Contoh, logo: logo.png}
"""


def workspace() -> tuple[bytes, ...]:
    return (_WORKSPACE.encode(),)


def answers() -> tuple[bytes, ...]:
    return (_ANSWERS.encode(),)


def result() -> tuple[bytes, ...]:
    from emonev.render.json_file import to_json
    from tests.builders import an_assessment

    golden = Path(__file__).parents[1] / "golden" / "assessment.json"
    return golden.read_bytes(), to_json(an_assessment())


def _zipped(members: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()
