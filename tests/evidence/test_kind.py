import io
import struct
import time
import zipfile
from pathlib import Path

import docx
import openpyxl  # type: ignore[import-untyped]  # it ships no types
import pptx
import pytest
import xlwt  # type: ignore[import-untyped]  # it ships no types
from hypothesis import given
from hypothesis import strategies as st
from odf import opendocument as odf  # type: ignore[import-untyped]  # it ships no types
from PIL import Image

from emonev.evidence.extensions import HONEST, NAMES, false_extension
from emonev.evidence.kind import HEAD, format_of, format_of_open


def kind_of(content: bytes) -> str:
    return format_of_open(io.BytesIO(content))


def zipped(*names: str, stored: bytes = b"") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, stored)
    return buffer.getvalue()


def a_picture(format_: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (9, 9), "red").save(buffer, format_)
    return buffer.getvalue()


def an_ole(*names: str) -> bytes:
    """Return the smallest OLE file with these names in its directory, four to a sector."""
    entries = [name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2)
               for name in ("Root Entry", *names)]  # fmt: skip
    sectors = [b"".join(e.ljust(128, b"\0") for e in entries[i : i + 4]).ljust(512, b"\0")
               for i in range(0, len(entries), 4)]  # fmt: skip
    chain = [*range(2, len(sectors) + 1), 0xFFFF_FFFE]
    table = struct.pack("<L", 0xFFFF_FFFD) + struct.pack(f"<{len(chain)}L", *chain)
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<L", header, 48, 1)
    struct.pack_into("<109L", header, 76, 0, *[0xFFFF_FFFF] * 108)
    return bytes(header) + table.ljust(512, b"\xff") + b"".join(sectors)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b"\0" * 5000, "unknown"),
        (b"%PDF-1.7\n%\xe2\xe3", "pdf"),
        (b"\r\nHTTP junk\r\n" * 20 + b"%PDF-1.4", "pdf"),
        (b"x" * 1100 + b"%PDF-1.4", "text"),
        (b"{\\rtf1\\ansi}", "rtf"),
        (b"Rar!\x1a\x07\x00", "rar"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "7z"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"\0\0\0\x20ftypisom", "video"),
        (b"\0\0\0\x20ftypqt  ", "video"),
        (b"\0\0\0\x20ftypM4A ", "audio"),
        (b"\0\0\0\x20ftypheic", "heic"),
        (b"\0\0\0\x20ftypmif1", "heic"),
        (b"\x1aE\xdf\xa3\x01", "video"),
        (b"RIFF\x10\0\0\0AVI LIST", "video"),
        (b"RIFF\x10\0\0\0WAVEfmt ", "audio"),
        (b"ID3\x04\0", "audio"),
        (b"MZ\x90\0\x03\0\0\0\x04\0", "unknown"),
        (b"\x7fELF\x02\x01\x01\0\0\0", "unknown"),
        (b"<!DOCTYPE html>\n<title>x</title>", "html"),
        (b"\xef\xbb\xbf\n<!-- saved from url -->\n<html>", "html"),
        ("<html><body>x".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">\n<html xmlns="y">', "html"),
        (b'<?xml version="1.0"?><data/>', "xml"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "xml"),
        (b'{"nama": "PPID"}', "json"),
        (b'[{"nama": 1}]', "json"),
        (b"[1] Peraturan Komisi Informasi\n", "text"),
        (b"From: <Saved by Blink>\nSubject: DIP\nMIME-Version: 1.0\n\n", "eml"),
        (b"Nomor: 188\nTanggal: 2 Mei 2024\n\nYth. Kepala Dinas", "text"),
        (b"Daftar informasi publik.\n", "text"),
        ("Daftar\tinformasi é\n".encode("utf-16"), "text"),
        ("Daftar informasi\r\n".encode("utf-16-le"), "text"),
        ("Daftar informasi\r\n".encode("utf-16-be"), "text"),
        (b"Informasi \x93publik\x94 \xe9\n", "text"),
        (b"no;judul;tahun\n1;Renja;2024\n2;DIP;2024\n", "csv"),
        (b"no\tjudul\n1\tRenja\n", "csv"),
        (b'no,judul,tahun\n1,"Renja, perubahan",2024\n', "csv"),
        ("no;judul;tahun\r\n1;Renja;2024\r\n".encode("utf-16"), "csv"),
        (b"no,judul\n1,a\n2,b\n3,c\n", "csv"),
        (b"Ranai, 2 Mei 2024\nKepala Dinas, ttd\n", "text"),
        (b"satu baris; dua bagian; tiga\n", "text"),
    ],
)
def test_content_decides(content: bytes, kind: str) -> None:
    assert kind_of(content) == kind


@pytest.mark.parametrize("format_", ["jpeg", "png", "gif", "bmp", "tiff", "webp"])
def test_pictures_are_known(format_: str) -> None:
    assert kind_of(a_picture(format_)) == format_


def test_real_office_files_are_known(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "a.docx"))
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    pptx.Presentation().save(str(tmp_path / "a.pptx"))
    book = xlwt.Workbook()
    book.add_sheet("DIP")
    book.save(str(tmp_path / "a.xls"))
    odf.OpenDocumentText().save(str(tmp_path / "a.odt"))
    odf.OpenDocumentSpreadsheet().save(str(tmp_path / "a.ods"))
    odf.OpenDocumentPresentation().save(str(tmp_path / "a.odp"))
    for path in tmp_path.iterdir():
        assert format_of(path) == path.suffix[1:]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (zipped("[Content_Types].xml", "word/document.xml"), "docx"),
        (zipped("xl\\workbook.xml", "[Content_Types].xml"), "xlsx"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "pptx"),
        (zipped("word/document.xml"), "zip"),
        (zipped("a.pdf", stored=b"%PDF-1.7"), "zip"),
        (zipped(), "zip"),
        (zipped("mimetype", stored=b"application/vnd.oasis.opendocument.text-template"), "odt"),
        (zipped("mimetype", stored=b"application/epub+zip"), "zip"),
        (zipped("[Content_Types].xml", "word/document.xml")[:-30], "damaged-zip"),
        (b"PK\x03\x04" + b"x" * 100, "damaged-zip"),
        (an_ole("WordDocument"), "doc"),
        (an_ole("Workbook"), "xls"),
        (an_ole("a", "b", "c", "d", "e", "f", "g", "Book"), "xls"),
        (an_ole("PowerPoint Document"), "ppt"),
        (an_ole("EncryptionInfo", "EncryptedPackage"), "encrypted-office"),
        (an_ole("x"), "ole"),
        (an_ole("x")[:40], "damaged-ole"),
    ],
)
def test_containers_are_known_by_what_they_hold(content: bytes, kind: str) -> None:
    assert kind_of(content) == kind


def test_a_directory_that_leads_in_circles_ends() -> None:
    content = bytearray(an_ole("x"))
    struct.pack_into("<L", content, 512 + 4, 1)  # the directory's sector follows itself
    assert kind_of(bytes(content)) == "ole"


def test_a_zip_with_a_million_names_is_looked_at_quickly() -> None:
    name = b"a" * 20
    entry = b"PK\x01\x02" + b"\0" * 24 + struct.pack("<HHH", len(name), 0, 0) + b"\0" * 12 + name
    directory = entry * 1_000_000
    end = b"PK\x05\x06" + b"\0" * 8 + struct.pack("<LLH", len(directory), 4, 0)
    began = time.monotonic()
    assert kind_of(b"PK\x03\x04" + directory + end) == "zip"
    assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    "unit", [b"<!-- a -->", b" ", b"A: b\n", b"{", b"[ ", b"<?xml a>", b"a,\n"]
)
def test_no_text_makes_the_look_slow(unit: bytes) -> None:
    began = time.monotonic()
    kind_of((unit * HEAD)[:HEAD] + b"!")
    assert time.monotonic() - began < 0.5


@given(
    st.binary(max_size=600), st.sampled_from([b"", b"PK\x03\x04", an_ole("x")[:600], b"\xff\xfe"])
)
def test_no_content_is_too_odd(content: bytes, start: bytes) -> None:
    assert kind_of(start + content)


# Names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "format_", "is_false"),
    [
        ("bukti/2024/sk.pdf", "pdf", False),
        ("bukti/2024/SK.PDF", "pdf", False),
        ("bukti/2024/notulen.zip", "docx", True),
        ("bukti/2024/sk.pdf", "html", True),
        ("bukti/2024/foto.jpg", "png", True),
        ("bukti/2024/data.xls", "html", True),
        ("bukti/2024/surat.docm", "docx", False),
        ("bukti/2024/satu kolom.csv", "text", False),
        ("bukti/2024/tanpa akhiran", "pdf", False),
        ("bukti/2024/SK No. 12", "pdf", False),
        ("bukti.zip/2024/sk", "pdf", False),
        ("bukti/2024/rusak.docx", "damaged-zip", False),
        ("bukti/2024/kosong.pdf", "empty", False),
        ("bukti/2024/aneh.pdf", "unknown", False),
    ],
)
def test_an_ending_that_promises_something_else_is_false(
    path: str, format_: str, is_false: bool
) -> None:
    assert (false_extension(path, format_) is not None) is is_false


def test_a_false_ending_is_said_with_its_mend() -> None:
    note = false_extension("bukti/2024/notulen.zip", "docx")
    assert note is not None
    assert note.message.id == (
        "Nama berkas berakhiran .zip, padahal isinya dokumen Word (DOCX); "
        "ganti akhirannya menjadi .docx."
    )


def test_every_format_with_endings_has_a_name() -> None:
    assert set(HONEST) == set(NAMES)


def test_every_format_that_is_read_has_honest_endings() -> None:
    from emonev.evidence.readers import READERS

    assert set(READERS) <= set(HONEST)
