"""The table of what is tried, and what must come of it: the tests run it, the manual prints it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.hostile import bombs, files, signatures

Make = Callable[[Path], None]


@dataclass(frozen=True)
class Sample:
    """One hostile file: how it is made, and the problem or the notes that a report tells of it.

    `problems` has more than one code where it hangs on the machine which limit is met first.
    """

    name: str
    tried: str
    make: Make
    problems: tuple[str, ...] = ("",)
    notes: tuple[str, ...] = ()


def _read(name: str, tried: str, make: Make, *notes: str) -> Sample:
    return Sample(name, tried, make, notes=notes)


def _lost(name: str, tried: str, make: Make, *problems: str) -> Sample:
    return Sample(name, tried, make, problems)


SAMPLES: dict[str, tuple[Sample, ...]] = {
    "Damaged": (
        _lost("potong.pdf", "a PDF cut short", files.pdf_cut, "damaged"),
        _read(
            "rujukan.pdf",
            "a PDF whose table of objects is elsewhere",
            files.pdf_wrong_xref,
            "rebuilt",
        ),
        _read(
            "tanpa-rujukan.pdf",
            "a PDF without a table of objects",
            files.pdf_without_xref,
            "rebuilt",
        ),
        _lost("kepala.pdf", "a PDF that is its first line only", files.pdf_header_only, "damaged"),
        _lost("tanpa-halaman.pdf", "a PDF without pages", files.pdf_no_pages, "damaged"),
        _lost("potong.docx", "a Word document cut short", files.zip_spoilt, "damaged"),
        _lost("nol.pdf", "no bytes at all", files.nothing, "empty"),
        _lost("nol-isi.pdf", "nothing but zeros", files.only_zeros, "unsupported"),
    ),
    "Endless": (
        _lost("putar.pdf", "a page tree that holds itself", files.pdf_kids_loop, "damaged"),
        _read(
            "putar-rujukan.pdf", "a table of objects that goes back to itself", files.pdf_xref_loop
        ),
        _read("putar-panjang.pdf", "a stream as long as itself", files.pdf_length_loop),
        _lost(
            "putar-gambar.pdf",
            "a drawing that draws itself",
            files.pdf_form_loop,
            "memory-limit",
            "crashed",
            "time-limit",
        ),
        _read("putar-isi.pdf", "an outline that leads back", files.pdf_outline_loop),
        _read("putar.tif", "a TIFF whose last frame is followed by the first", bombs.tiff_frames),
        _lost(
            "dalam.docx", "markup 200,000 deep in a Word document", bombs.docx_depth, "too-large"
        ),
        _read("dalam.html", "a web page 500,000 elements deep", bombs.html_depth, "truncated"),
        _read("dalam.json", "JSON 500,000 deep", bombs.json_depth),
        _lost("dalam.eml", "a letter in a letter, 3,000 deep", bombs.mail_nested, "damaged"),
    ),
    "Huge": (
        _read(
            "sejuta.pdf",
            "a PDF of a million pages in seven objects",
            bombs.pdf_page_tree,
            "truncated",
        ),
        _read("raksasa.pdf", "a page of 200,000 km", bombs.pdf_giant_page),
        _read("pindaian.pdf", "a scan on a page of 5 m", bombs.pdf_giant_scan),
        _lost(
            "bom.pdf",
            "a drawing that unpacks to 2 GB",
            bombs.pdf_stream,
            "memory-limit",
            "time-limit",
        ),
        _read("gambar.pdf", "a picture of 10,000 million pixels in a PDF", bombs.pdf_picture),
        _lost("bom.docx", "20 MB of blanks in a Word document", bombs.docx_ratio, "too-large"),
        _lost("bom.xlsx", "1.2 million strings in a workbook", bombs.xlsx_ratio, "too-large"),
        _lost(
            "bom.odt", "20 MB of one letter in an OpenDocument text", bombs.odt_ratio, "too-large"
        ),
        _lost("anggota.docx", "12,000 members in a Word document", bombs.docx_members, "too-large"),
        _read("sarang.zip", "archives in archives, six deep, a million files", bombs.zip_in_zip),
        _lost(
            "tawa.docx", "entities that multiply in a Word document", bombs.docx_laughs, "damaged"
        ),
        _read("tawa.xml", "the same in plain XML", files.xml_laughs),
        _lost(
            "sel.xlsx", "a sheet of 17 thousand million cells", bombs.xlsx_all_cells, "too-large"
        ),
        _lost(
            "sel.ods",
            "the same by repetition in OpenDocument",
            bombs.ods_repeated,
            "damaged",
            "too-large",
            "memory-limit",
        ),
        _lost("bohong.xls", "an old workbook longer than any disk", files.xls_lies, "damaged"),
        _read("baris.txt", "4 MB of text in one line", bombs.text_one_line),
        _read("lebar.csv", "a table of half a million columns", bombs.csv_wide),
        _lost("besar.png", "a picture of 2^31 × 2^31 pixels", bombs.png_header, "too-large"),
        _read(
            "rata.png", "a picture of 99 million pixels in 300 kB", bombs.png_flat, "blank-pages"
        ),
        _lost("besar.tif", "a TIFF of 3,600 million pixels", bombs.tiff_strip, "too-large"),
        _read("bingkai.gif", "a GIF of 100,000 frames", bombs.gif_frames),
    ),
    "Booby-trapped": (
        _read("skrip.pdf", "JavaScript that runs on opening", files.pdf_script, "javascript"),
        _read("program.pdf", "an order to start a program on opening", files.pdf_launch),
        _read("lampiran.pdf", "a program attached to a PDF", files.pdf_attachment, "attachments"),
        _lost(
            "luar.docx",
            "an entity that reads a file of this computer",
            files.docx_outside_entity,
            "damaged",
        ),
        _lost("luar.odt", "the same in OpenDocument", files.odt_outside_entity, "damaged"),
        _read("luar.xlsx", "the same in a workbook", files.xlsx_outside_entity),
        _read("ambil.docx", "a template and a picture on another computer", files.docx_fetches),
        _read("panjat.docx", "members whose names lead out of the archive", files.docx_climbs),
        _read("ambil.html", "a web page that fetches and forwards", files.html_fetches),
        _read("ucap.txt", "markup, formulas and terminal commands as text", files.says_markup),
    ),
    "Signed": (
        _read(
            "ttd-ubah.pdf",
            "a signed PDF with one byte changed",
            signatures.changed_byte,
            "doubtful-signature",
        ),
        _read(
            "ttd-ganti.pdf",
            "another page laid over what was signed",
            signatures.page_exchanged,
            "doubtful-signature",
        ),
        _read(
            "ttd-pindah.pdf",
            "a signature from another document",
            signatures.from_elsewhere,
            "doubtful-signature",
        ),
        _read(
            "ttd-rentang.pdf",
            "a signature over a range beyond the file",
            signatures.range_beyond,
            "doubtful-signature",
        ),
        _read(
            "ttd-banyak.pdf",
            "200,000 certificates in a signature",
            signatures.many_certificates,
            "doubtful-signature",
        ),
        _read(
            "ttd-panjang.pdf",
            "an identifier of half a megabyte in a signature",
            signatures.long_identifier,
            "doubtful-signature",
        ),
    ),
    "Locked or unreadable": (
        _lost("kunci.pdf", "a PDF with a password", files.pdf_locked, "encrypted"),
        _read(
            "kunci-kosong.pdf",
            "a PDF with an empty password",
            files.pdf_open_lock,
            "encrypted-open",
        ),
        _lost("kunci.docx", "a Word document with a password", files.docx_locked, "encrypted"),
        _read("huruf.pdf", "fonts that tell no letters", files.pdf_no_unicode, "no-unicode"),
    ),
    "Not what they say": (
        _lost("surat.pdf", "a program named .pdf", files.program, "unsupported"),
        _read("surat.docx", "a PDF named .docx", files.page_named_docx, "false-extension"),
        _read("dua.pdf", "a PDF that is a ZIP archive as well", files.page_and_archive),
    ),
}

# Names that mean something to a shell, a browser, a terminal, a spreadsheet or Windows.
NAMES: tuple[bytes, ...] = (
    b"baris\nbaru.txt", b"\ttab.txt", b"kutip\"'.txt", b"<script>alert(1)<!--.txt", b"=1+1.txt",
    b"<img src=x onerror=alert(1)>.txt", b"[red]merah[bold].txt", b"%41%2e.txt", b"pagar#1.txt",
    b"tanya?a=1&b.txt", "\u202etxt.exe".encode(), b"\x1b[2J\x1b]0;x\x07.txt", b" spasi .txt",
    b"javascript:alert(1).txt", b"-rf.txt", b"{{7*7}}%s{0}.txt", b"\\balik.txt", b"titik..txt. ",
    "…é漢😀.txt".encode(), "\u2028.txt".encode(), b"n" * 251 + b".txt", b"CON.txt", b"aux",
    b"NUL.pdf.txt", b"COM1.txt", b"\xff\xfe.txt", b"..." , b"$(reboot).txt", b"`reboot`.txt",
)  # fmt: skip
