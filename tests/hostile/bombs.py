"""Files that are small to hand in and would be huge to read."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from tests.samples import office
from tests.samples.hostile import LAUGHS
from tests.samples.pdf import CATALOG, TREE, Pdf, Sheet, assembled, stream, text

_MEGABYTE = 1024**2


def deflated(megabytes: int, sign: bytes = b" ") -> bytes:
    """Return so many megabytes of one sign, deflated: one block, made once and said again."""
    packer = zlib.compressobj(9)
    head = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(sign * _MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(sign * _MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + block + again * (megabytes - 1) + packer.flush()


def pdf_stream(place: Path) -> None:
    """A page whose drawing unpacks twice to two gigabytes."""
    sheet = Pdf([Sheet(b"/Fm Do")])
    bomb = stream(zlib.compress(deflated(2_048), 9), "/Filter[/FlateDecode/FlateDecode]/Type/XObject/Subtype/Form"
                  "/BBox[0 0 595 842]")  # fmt: skip
    place.write_bytes(Pdf(sheet.sheets, {900: bomb}).bytes())


def pdf_picture(place: Path) -> None:
    """A page that shows a picture of ten thousand million pixels."""
    picture = stream(deflated(64), "/Type/XObject/Subtype/Image/Width 100000/Height 100000"
                     "/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode")  # fmt: skip
    drawn = b"q 595 0 0 842 0 0 cm /Fm Do Q"
    place.write_bytes(Pdf([Sheet(drawn)], {900: picture}).bytes())


def pdf_page_tree(place: Path) -> None:
    """A million pages in seven small objects, each of which names the next one ten times."""
    pages = {TREE: b""}
    last = TREE + 6
    for number in range(TREE, last):
        kids = f"{number + 1} 0 R " * 10
        parent = f"/Parent {number - 1} 0 R" if number > TREE else ""
        count = 10 ** (last - number)
        pages[number] = f"<</Type/Pages/Count {count}/Kids[{kids}]{parent}>>".encode()
    pages[last] = (
        f"<</Type/Page/Parent {last - 1} 0 R/MediaBox[0 0 595 842]/Contents {last + 1} 0 R>>".encode()
    )
    pages[last + 1] = stream(text((72, 700, 12, "Halaman")))
    pages[CATALOG] = f"<</Type/Catalog/Pages {TREE} 0 R>>".encode()
    place.write_bytes(assembled(pages))


def pdf_giant_page(place: Path) -> None:
    """A page of two hundred thousand kilometres."""
    words = text((72, 700, 12, "Halaman raksasa"))
    place.write_bytes(Pdf([Sheet(words, box="[0 0 600000000000 600000000000]")]).bytes())


def pdf_giant_scan(place: Path) -> None:
    """A scan on a page as large as a field, which would have to be drawn to be recognised."""
    drawn = b"q 14400 0 0 14400 0 0 cm /Im Do Q"
    place.write_bytes(Pdf([Sheet(drawn, box="[0 0 14400 14400]")]).bytes())


def docx_ratio(place: Path) -> None:
    members = office.word_members("")
    members["word/document.xml"] = "<w>" + " " * 20 * _MEGABYTE
    office.package(place, members)


def xlsx_ratio(place: Path) -> None:
    members = office.workbook_members({"A": [["x"]]})
    members["xl/sharedStrings.xml"] = "<sst>" + "<si><t>a</t></si>" * 1_200_000 + "</sst>"
    office.package(place, members)


def odt_ratio(place: Path) -> None:
    letters = "a" * 20 * _MEGABYTE
    open_document(place, office.open_document_members("text", f"<text:p>{letters}</text:p>"))


def open_document(place: Path, members: Mapping[str, str | bytes]) -> None:
    """Write an OpenDocument file, whose first member stands there as it is."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, kind)


def docx_laughs(place: Path) -> None:
    members = office.word_members("")
    members["word/document.xml"] = LAUGHS + "<w>&d;</w>"
    office.package(place, members)


def docx_members(place: Path) -> None:
    """Twelve thousand members."""
    members = {f"word/{number}.xml": b"" for number in range(12_000)}
    office.package(place, office.word_members("") | members)


def docx_depth(place: Path) -> None:
    office.package(place, office.word_members("<w:p>" * 200_000))


def zip_in_zip(place: Path) -> None:
    """Ten archives in each of ten archives, six deep: a million files, in a few kilobytes."""
    content = bytes(_MEGABYTE)
    for depth in range(6):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(10):
                archive.writestr(f"{depth}-{number}.zip", content)
        content = out.getvalue()
    place.write_bytes(content)


def xlsx_all_cells(place: Path) -> None:
    """One cell in the first place of a sheet and one in the last: seventeen thousand million."""
    corners = (
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )
    office.package(place, office.workbook_members({"A": []}, cells={"A": corners}))


def ods_repeated(place: Path) -> None:
    """A cell that says it is repeated in every row and column."""
    cell = (
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell>"
    )
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    body = f'<table:table table:name="A">{row}</table:table>'
    open_document(place, office.open_document_members("spreadsheet", body))


def html_depth(place: Path) -> None:
    place.write_text("<!doctype html><body>" + "<div>" * 500_000 + "x", encoding="utf-8")


def json_depth(place: Path) -> None:
    place.write_text('{"a": ' + "[" * 500_000, encoding="utf-8")


def text_one_line(place: Path) -> None:
    """Four megabytes in one line, made to keep patterns busy."""
    place.write_bytes(b"Nomor 1/1/1/1. Pasal (((( 2024-2024-" * 116_000)


def csv_wide(place: Path) -> None:
    place.write_bytes((b"a;" * 500_000 + b"\n") * 5)


def mail_nested(place: Path) -> None:
    """A letter in a letter, three thousand deep."""
    head = b"From: a@x.go.id\nMIME-Version: 1.0\nMessage-ID: <a@x>\n"
    place.write_bytes(head + b"Content-Type: message/rfc822\n\n" * 3_000 + b"isi\n")


def png_header(place: Path) -> None:
    """A picture of 2^31 × 2^31 pixels in a hundred bytes."""
    place.write_bytes(_png(2**31 - 1, 2**31 - 1, b""))


def png_flat(place: Path) -> None:
    """A picture just below the limit of pixels, 300 MB when it is unpacked."""
    place.write_bytes(_png(10_000, 9_900, deflated(284, b"\0")))


def tiff_frames(place: Path) -> None:
    """A TIFF whose second frame is followed by the first."""
    out = io.BytesIO()
    frame = Image.new("L", (8, 8))
    frame.save(out, "TIFF", save_all=True, append_images=[frame])
    content = bytearray(out.getvalue())
    (first,) = struct.unpack_from("<L", content, 4)
    (entries,) = struct.unpack_from("<H", content, first)
    (second,) = struct.unpack_from("<L", content, first + 2 + 12 * entries)
    (more,) = struct.unpack_from("<H", content, second)
    struct.pack_into("<L", content, second + 2 + 12 * more, first)
    place.write_bytes(content)


def tiff_strip(place: Path) -> None:
    """A TIFF of 60,000 × 60,000 pixels that are not there."""
    entries = [(256, 60_000), (257, 60_000), (258, 8), (259, 1), (262, 1), (273, 8), (278, 60_000),
               (279, 2**31)]  # fmt: skip
    ifd = struct.pack("<H", len(entries))
    ifd += b"".join(struct.pack("<HHLL", tag, 4, 1, value) for tag, value in entries)
    place.write_bytes(b"II*\0" + struct.pack("<L", 8) + ifd + bytes(4))


def gif_frames(place: Path) -> None:
    """A hundred thousand frames of one pixel on a canvas of 30,000 × 1,000."""
    head = b"GIF89a" + struct.pack("<HHBBB", 30_000, 1_000, 0x80, 0, 0) + bytes(6)
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    place.write_bytes(head + frame * 100_000 + b"\x3b")


def _png(width: int, height: int, content: bytes) -> bytes:
    def chunk(kind: bytes, inside: bytes) -> bytes:
        checked = kind + inside
        return struct.pack(">I", len(inside)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", content) + chunk(b"IEND", b"")
    )
