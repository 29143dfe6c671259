"""Scanned pages and photographs: a few are drawn, and all files are made of those."""

import io
import random

from PIL import Image, ImageDraw, ImageFont

from benchmarks.prose import Prose

A4_200_DPI = (1654, 2339)
PHOTO = (3000, 2250)


class Pictures:
    """A stock of page and photo pictures, drawn once; files differ in what is written around."""

    def __init__(self, prose: Prose) -> None:
        self.chance: random.Random = prose.chance
        sheets = [_typed_sheet(prose, number) for number in range(8)]
        self._grey = [_jpeg(_grainy(sheet, prose.chance), 55) for sheet in sheets]
        self._fax = [_group_4(sheet) for sheet in sheets]
        self._photos = [_jpeg(_photo(prose.chance), 82) for _ in range(8)]

    def scan(self, pages: int, number: int) -> bytes:
        """Return a PDF whose pages are pictures: JPEG as phones make them, or CCITT as fax does."""
        if self.chance.random() < 0.8:
            chosen = [self.chance.choice(self._grey) for _ in range(pages)]
            return _pdf_of_pictures([(_DCT, picture) for picture in chosen], number)
        chosen = [self.chance.choice(self._fax) for _ in range(pages)]
        return _pdf_of_pictures([(_CCITT, picture) for picture in chosen], number)

    def photo(self, number: int) -> bytes:
        """Return a photograph that no other has the hash of: a comment makes the difference."""
        picture = self.chance.choice(self._photos)
        comment = f"foto {number}".encode()
        segment = b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment
        return picture[:2] + segment + picture[2:]


def _typed_sheet(prose: Prose, number: int) -> Image.Image:
    sheet = Image.new("L", A4_200_DPI, 255)
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(30)
    draw.text((400, 160), f"SURAT KETERANGAN NOMOR {number + 1}", font=font, fill=20)
    for row, line in enumerate(prose.page(42, 84)):
        draw.text((160, 280 + row * 46), line, font=font, fill=30)
    return sheet


def _grainy(sheet: Image.Image, chance: random.Random) -> Image.Image:
    grain = Image.effect_noise(sheet.size, chance.uniform(14, 22))
    return Image.blend(sheet, grain, 0.18)


def _photo(chance: random.Random) -> Image.Image:
    channels = []
    for _ in range(3):
        coarse = Image.effect_noise((60, 45), 90).resize(PHOTO, Image.Resampling.BICUBIC)
        fine = Image.effect_noise(PHOTO, chance.uniform(25, 40))
        channels.append(Image.blend(coarse, fine, 0.35))
    return Image.merge("RGB", channels)


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=quality)
    return made.getvalue()


def _group_4(sheet: Image.Image) -> bytes:
    """Return the one strip of a TIFF in CCITT group 4."""
    made = io.BytesIO()
    sheet.convert("1").save(made, "TIFF", compression="group4", tiffinfo={278: sheet.height})
    with Image.open(io.BytesIO(made.getvalue())) as tiff:
        offsets, counts = tiff.tag_v2[273], tiff.tag_v2[279]  # type: ignore[attr-defined] # TIFF only
    return made.getvalue()[offsets[0] : offsets[0] + counts[0]]


_DCT = "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode"
_CCITT = (
    "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode "
    f"/DecodeParms << /K -1 /Columns {A4_200_DPI[0]} /Rows {A4_200_DPI[1]} >>"
)


def _pdf_of_pictures(pictures: list[tuple[str, bytes]], number: int) -> bytes:
    """Write the PDF by hand: a page, its content and its picture are three objects each."""
    width, height = A4_200_DPI
    kids = " ".join(f"{4 + 3 * index} 0 R" for index in range(len(pictures)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pictures)} /Kids [{kids}] >>".encode(),
        f"<< /Producer (Pemindai) /Title (scan{number:04d}) /CreationDate (D:20240305) >>".encode(),
    ]
    for index, (filters, picture) in enumerate(pictures):
        page = 4 + 3 * index
        draw = b"q 595 0 0 842 0 0 cm /P Do Q"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {page + 1} 0 R "
            f"/Resources << /XObject << /P {page + 2} 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(draw), draw),
            f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} {filters} "
            f"/Length {len(picture)} >>\nstream\n".encode()
            + picture
            + b"\nendstream",
        ]
    return _numbered(objects)


def _numbered(objects: list[bytes]) -> bytes:
    made = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size %d /Root 1 0 R /Info 3 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(made + trailer % (len(objects) + 1, start))
