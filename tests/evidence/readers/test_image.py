"""Pictures: size, day, place, blankness; whole or cut short."""

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from emonev.evidence.limits import Limits
from emonev.evidence.readers import read_file
from emonev.evidence.reading import Reading
from emonev.model.facts import Page, Picture
from tests.samples.hostile import cut_short

LIMITS = Limits()
FORMATS = ["jpeg", "png", "gif", "bmp", "tiff", "webp"]


def photo(size: tuple[int, int] = (320, 240)) -> Image.Image:
    """Return something that does not look blank."""
    image = Image.effect_noise(size, 60).convert("RGB")
    ImageDraw.Draw(image).rectangle((20, 20, 200, 120), fill="navy")
    return image


def save(folder: Path, image: Image.Image, kind: str, **options: object) -> Path:
    path = folder / "x"
    image.save(path, format=kind, **options)
    return path


def read(path: Path, kind: str, limits: Limits = LIMITS) -> Reading:
    return read_file(path, kind, limits)


def codes(reading: Reading) -> list[str]:
    return [note.code for note in reading.notes]


@pytest.mark.parametrize("kind", FORMATS)
def test_size_and_format_are_read(tmp_path: Path, kind: str) -> None:
    reading = read(save(tmp_path, photo(), kind), kind)
    assert reading.picture == Picture(320, 240)
    assert reading.pages == (Page(0, "none", has_picture=True),)
    assert (reading.format, reading.page_count, reading.notes) == (kind, 1, ())


def test_the_day_taken_and_the_place_are_seen_and_no_coordinate_is_kept(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0132] = "2024:10:01 08:00:00"
    exif.get_ifd(0x8769)[0x9003] = "2024:09:27 10:11:12"
    exif.get_ifd(0x8825)[2] = (3.0, 56.0, 42.5)
    reading = read(save(tmp_path, photo(), "jpeg", exif=exif), "jpeg")
    assert reading.picture == Picture(320, 240, "2024-09-27")
    assert reading.properties == {"modified": "2024-10-01"}
    assert codes(reading) == ["gps"]
    assert "42.5" not in repr(reading)


def test_a_day_that_is_none_is_not_taken(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "0000:00:00 00:00:00"
    assert read(save(tmp_path, photo(), "jpeg", exif=exif), "jpeg").picture == Picture(320, 240)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_of_one_colour_looks_blank(tmp_path: Path, kind: str) -> None:
    image = Image.new("RGB", (1200, 1600), (250, 250, 248))
    reading = read(save(tmp_path, image, kind), kind)
    assert codes(reading) == ["blank-pages"]
    assert reading.pages[0].blank


def test_black_words_on_nothing_are_not_blank(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (1240, 1754), (0, 0, 0, 0))
    for line in range(200, 900, 40):
        ImageDraw.Draw(clear).line((100, line, 1100, line), fill=(0, 0, 0, 255), width=9)
    for mode in ("RGBA", "LA", "P"):
        assert codes(read(save(tmp_path, clear.convert(mode), "png"), "png")) == []
    nothing = Image.new("RGBA", (1240, 1754), (0, 0, 0, 0))
    assert codes(read(save(tmp_path, nothing, "png"), "png")) == ["blank-pages"]


def test_a_scan_of_sixteen_bits_is_not_all_white(tmp_path: Path) -> None:
    light, dark = b"\xff\xff" * 1240, b"\0\0" * 1240
    page = b"".join(dark if row % 40 < 9 else light for row in range(1754))
    scan = Image.frombytes("I;16", (1240, 1754), page)
    assert codes(read(save(tmp_path, scan, "png"), "png")) == []
    white = Image.frombytes("I;16", (1240, 1754), light * 1754)
    assert codes(read(save(tmp_path, white, "png"), "png")) == ["blank-pages"]


def test_a_page_with_a_few_lines_of_text_is_not_blank(tmp_path: Path) -> None:
    image = Image.new("RGB", (1240, 1754), "white")
    draw = ImageDraw.Draw(image)
    for line in range(12):
        draw.text((120, 120 + 60 * line), "Keputusan Kepala Dinas " * 6, fill="black")
    assert not read(save(tmp_path, image, "png"), "png").notes


def test_pages_of_a_tiff_are_counted(tmp_path: Path) -> None:
    path = save(tmp_path, photo(), "tiff", save_all=True, append_images=[photo(), photo()])
    reading = read(path, "tiff")
    assert (reading.page_count, len(reading.texts), len(reading.pages)) == (3, 3, 3)


def test_an_animation_is_one_page(tmp_path: Path) -> None:
    path = save(tmp_path, photo(), "gif", save_all=True, append_images=[photo(), photo()])
    assert read(path, "gif").page_count == 1


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_cut_short_is_damaged(tmp_path: Path, kind: str) -> None:
    problem = read(cut_short(save(tmp_path, photo(), kind)), kind).problem
    assert problem is not None
    assert problem.code == "damaged"


@pytest.mark.parametrize("side", [60_000, 2**31 - 1])
def test_a_picture_of_absurd_size_is_refused_from_its_header(tmp_path: Path, side: int) -> None:
    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    path = tmp_path / "x"
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(bytes(100)))
        + chunk(b"IEND", b"")
    )
    problem = read(path, "png").problem
    assert problem is not None
    assert problem.code == "too-large"
    assert f"{side} × {side}" in problem.message.id


@pytest.mark.parametrize("kind", FORMATS)
def test_what_is_no_picture_is_damaged(tmp_path: Path, kind: str) -> None:
    (tmp_path / "x").write_bytes(b"\x89PNG\r\n\x1a\nbukan gambar" * 20)
    problem = read(tmp_path / "x", kind).problem
    assert problem is not None
    assert problem.code == "damaged"


def test_spoilt_exif_spoils_nothing_else(tmp_path: Path) -> None:
    path = save(tmp_path, photo(), "jpeg", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\xaa" * 60)
    assert read(path, "jpeg").picture == Picture(320, 240)
