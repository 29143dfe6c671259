"""Drawn pictures that stand for photos and screenshots in the example."""

import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont, TiffImagePlugin

from making.paper import MARK

WALL, FLOOR, WOOD, DARK = (226, 222, 210), (168, 160, 148), (150, 104, 62), (52, 52, 60)


def desk(caption: str = "MEJA LAYANAN INFORMASI") -> Image.Image:
    """Return an information desk with its sign, a chair and a computer."""
    image, draw = _room()
    draw.rectangle((240, 90, 720, 170), fill=(28, 74, 120))
    _centred(draw, (480, 130), caption, 30, "white")
    draw.rectangle((170, 380, 790, 560), fill=WOOD, outline=DARK, width=3)
    draw.rectangle((150, 360, 810, 384), fill=(176, 128, 82), outline=DARK, width=2)
    _centred(draw, (480, 470), "PPID KABUPATEN NATUNA", 26, "white")
    draw.rectangle((300, 270, 420, 350), fill=DARK)
    draw.rectangle((350, 350, 370, 360), fill=DARK)
    draw.ellipse((560, 200, 640, 280), fill=(198, 158, 126))
    draw.rounded_rectangle((530, 276, 670, 362), 30, fill=(90, 110, 80))
    return _finished(image)


def notice_board() -> Image.Image:
    """Return a board on a wall with sheets pinned to it."""
    image, draw = _room()
    draw.rectangle((160, 110, 800, 500), fill=(196, 164, 118), outline=WOOD, width=14)
    _centred(draw, (480, 150), "PAPAN PENGUMUMAN INFORMASI PUBLIK", 24, DARK)
    sheets = (
        "Daftar Informasi\nPublik 2024",
        "Tata Cara\nPermohonan",
        "Maklumat\nPelayanan",
        "Jam\nLayanan",
    )
    for index, text in enumerate(sheets):
        left = 190 + index * 150
        draw.rectangle((left, 200, left + 125, 390), fill="white", outline=(120, 120, 120))
        draw.multiline_text((left + 10, 215), text, font=_font(15), fill=DARK, spacing=6)
        for line in range(280, 375, 14):
            draw.line((left + 10, line, left + 110, line), fill=(170, 170, 170), width=2)
        draw.ellipse((left + 56, 194, left + 68, 206), fill=(190, 40, 40))
    return _finished(image)


def ramp() -> Image.Image:
    """Return an entrance with a ramp and a rail."""
    image, draw = _room()
    draw.rectangle((430, 140, 640, 470), fill=(120, 150, 170), outline=DARK, width=4)
    draw.polygon(
        [(90, 560), (430, 470), (640, 470), (640, 560)], fill=(188, 184, 176), outline=DARK
    )
    draw.line([(100, 470), (430, 380)], fill=DARK, width=8)
    for x in range(110, 430, 60):
        draw.line(
            (x, 470 - (x - 100) * 90 // 330, x, 556 - (x - 90) * 88 // 340), fill=DARK, width=5
        )
    _centred(draw, (760, 250), "Jalur kursi roda", 24, DARK)
    return _finished(image)


def evacuation_plan() -> Image.Image:
    """Return a floor plan with escape routes."""
    image = Image.new("RGB", (960, 640), "white")
    draw = ImageDraw.Draw(image)
    _centred(draw, (480, 40), "DENAH DAN JALUR EVAKUASI KANTOR", 30, DARK)
    draw.rectangle((80, 90, 880, 560), outline=DARK, width=5)
    for x in (340, 620):
        draw.line((x, 90, x, 280), fill=DARK, width=4)
        draw.line((x, 370, x, 560), fill=DARK, width=4)
    for y in (280, 370):
        draw.line((80, y, 880, y), fill=DARK, width=3)
    rooms = ("Ruang Layanan", "Ruang Rapat", "Sekretariat", "Server", "Arsip", "Bidang IKP")
    for index, room in enumerate(rooms):
        _centred(draw, (210 + index % 3 * 270, 185 + index // 3 * 280), room, 20, DARK)
    for x in range(130, 780, 110):
        draw.line((x, 325, x + 70, 325), fill=(20, 130, 60), width=8)
        draw.polygon([(x + 70, 310), (x + 95, 325), (x + 70, 340)], fill=(20, 130, 60))
    _centred(draw, (480, 595), "Titik kumpul: halaman depan", 22, (20, 130, 60))
    return _finished(image)


def landscape_photo(size: tuple[int, int], seed: int) -> Image.Image:
    """Return a sea view with so much grain that it hardly compresses."""
    image = Image.new("RGB", size, (150, 190, 220))
    draw = ImageDraw.Draw(image)
    width, height = size
    draw.polygon(
        [(0, height // 2), (width // 3, height // 3), (width // 2, height // 2)], fill=(60, 104, 72)
    )
    draw.polygon(
        [(width // 3, height // 2), (2 * width // 3, height // 4), (width, height // 2)],
        fill=(44, 88, 60),
    )
    draw.rectangle((0, height // 2, width, height), fill=(40, 96, 140))
    grain = Image.frombytes("RGB", size, random.Random(seed).randbytes(width * height * 3))
    return Image.blend(image, grain, 0.28)


def save_photo(path: Path, image: Image.Image, *, taken: str = "", gps: bool = False) -> None:
    """Write a JPEG or PNG; `taken` is the camera's date, `gps` adds where it says it stood."""
    path.parent.mkdir(parents=True, exist_ok=True)
    exif = Image.Exif()
    if taken:
        exif[0x0132] = taken
        exif.get_ifd(0x8769)[0x9003] = taken
    if gps:
        rational = TiffImagePlugin.IFDRational
        exif[0x8825] = {
            1: "N", 2: (rational(3), rational(56), rational(0)),
            3: "E", 4: (rational(108), rational(23), rational(0)),
        }  # fmt: skip
    if path.suffix == ".png":
        image.quantize(64).save(path, optimize=True)
    else:
        image.save(path, quality=72, exif=exif)


def _room() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (960, 640), WALL)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 520, 960, 640), fill=FLOOR)
    return image, draw


def _finished(image: Image.Image) -> Image.Image:
    """Soften the edges a little and mark the picture as an invented example."""
    image = image.filter(ImageFilter.GaussianBlur(0.7))
    draw = ImageDraw.Draw(image)
    draw.rectangle((690, 604, 948, 632), fill="white", outline=(176, 24, 24))
    draw.text((700, 608), MARK.replace("–", "-"), font=_font(18), fill=(176, 24, 24))
    return image


def _centred(
    draw: ImageDraw.ImageDraw, place: tuple[int, int], text: str, size: int, fill: object
) -> None:
    draw.text(place, text, font=_font(size), fill=fill, anchor="mm")  # type: ignore[arg-type]  # a colour name or triple


def _font(size: int) -> ImageFont.ImageFont | ImageFont.FreeTypeFont:
    return ImageFont.load_default(size)
