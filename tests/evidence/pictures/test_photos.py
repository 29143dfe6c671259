"""Photos made small: upright, on white, without what they carry unseen, whatever they are made of."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from emonev.evidence.limits import Limits
from emonev.evidence.pictures.frame import HEIGHT, WIDTH
from emonev.evidence.pictures.messages import Asked
from tests.evidence.pictures.drawing import darkness, drawn, shown
from tests.evidence.readers.test_image import FORMATS, photo, save
from tests.samples.hostile import cut_short

LANDSCAPE = (1200, 800)


def half_black(mode: str = "RGB", size: tuple[int, int] = LANDSCAPE) -> Image.Image:
    """Return a white picture whose left half is black."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2, size[1]), fill="black")
    return image.convert(mode)


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_is_drawn(tmp_path: Path, kind: str) -> None:
    (page,) = drawn(save(tmp_path, half_black(), kind), kind)
    assert (page.page, page.width, page.height) == (1, WIDTH, round(WIDTH * 2 / 3))
    assert darkness(shown(page), 30, 50, 450, 950) > 250
    assert darkness(shown(page), 550, 50, 970, 950) < 5


@pytest.mark.parametrize(("turn", "dark"), [(1, "left"), (3, "right"), (6, "top"), (8, "bottom")])
def test_a_photo_stands_upright(tmp_path: Path, turn: int, dark: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    (page,) = drawn(save(tmp_path, half_black(), "jpeg", exif=exif), "jpeg")
    assert (page.width < page.height) == (turn in {6, 8})
    parts = {
        "left": (0, 0, 330, 1000), "right": (670, 0, 1000, 1000),
        "top": (0, 0, 1000, 330), "bottom": (0, 670, 1000, 1000),
    }  # fmt: skip
    assert max(parts, key=lambda part: darkness(shown(page), *parts[part])) == dark


def test_neither_place_nor_day_nor_camera_is_carried_on(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "KAMERA"
    exif.get_ifd(0x8825)[2] = (3.0, 56.0, 42.5)
    path = save(tmp_path, photo(), "jpeg", exif=exif, comment=b"KOMENTAR", icc_profile=b"PROFIL")
    (page,) = drawn(path, "jpeg")
    image = Image.open(io.BytesIO(page.webp))
    assert not image.getexif()
    assert not {"exif", "icc_profile", "xmp"} & set(image.info)
    for secret in (b"KAMERA", b"KOMENTAR", b"PROFIL", b"EXIF", b"ICCP"):
        assert secret not in page.webp


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "YCbCr", "LAB", "F", "I;16"])
def test_every_kind_of_colour_keeps_its_black_and_white(tmp_path: Path, mode: str) -> None:
    kind = {"CMYK": "jpeg", "YCbCr": "jpeg"}.get(mode, "tiff")
    image = _deep() if mode == "I;16" else half_black("L" if mode == "F" else mode)
    if mode == "F":
        image = image.convert("F")
    (page,) = drawn(save(tmp_path, image, kind), kind)
    assert darkness(shown(page), 30, 50, 450, 950) > 220
    assert darkness(shown(page), 550, 50, 970, 950) < 30


def test_sixteen_bits_in_a_png_are_shades_and_not_all_white(tmp_path: Path) -> None:
    (page,) = drawn(save(tmp_path, _deep(), "png"), "png")
    assert darkness(shown(page), 30, 50, 450, 950) > 220
    assert darkness(shown(page), 550, 50, 970, 950) < 30


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_is_paper(tmp_path: Path, mode: str) -> None:
    clear = Image.new("RGBA", LANDSCAPE, (0, 0, 0, 0))
    ImageDraw.Draw(clear).rectangle((0, 0, 600, 800), fill=(0, 0, 0, 255))
    (page,) = drawn(save(tmp_path, clear.convert(mode), "png"), "png")
    assert darkness(shown(page), 30, 50, 450, 950) > 250
    assert darkness(shown(page), 550, 50, 970, 950) < 5


def test_of_a_moving_picture_the_first_is_shown(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (200, 100), colour) for colour in ("black", "white", "red")]
    path = save(tmp_path, frames[0], "gif", save_all=True, append_images=frames[1:])
    (page,) = drawn(path, "gif")
    assert darkness(shown(page), 0, 0, 1000, 1000) > 250
    assert getattr(Image.open(io.BytesIO(page.webp)), "n_frames", 1) == 1


def test_each_page_of_a_tiff_is_a_page(tmp_path: Path) -> None:
    pages = [Image.new("L", (200, 300), shade) for shade in (0, 255)]
    path = save(tmp_path, pages[0], "tiff", save_all=True, append_images=pages[1:])
    first, second = drawn(path, "tiff", Asked(1), Asked(2), Asked(3))
    assert darkness(shown(first), 0, 0, 1000, 1000) > 250
    assert (second.page, darkness(shown(second), 0, 0, 1000, 1000) < 5) == (2, True)


@pytest.mark.parametrize("size", [(1, 1), (4_000, 1), (2, 3_000), (15, 15)])
def test_a_picture_on_which_nothing_can_be_seen_is_left_out(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    pages = drawn(save(tmp_path, Image.new("RGB", size), "png"), "png")
    assert all(min(page.width, page.height) >= 16 for page in pages)
    assert bool(pages) == (max(size) > 1_000 and min(size) > 5)


def test_a_small_picture_is_not_made_larger(tmp_path: Path) -> None:
    (page,) = drawn(save(tmp_path, photo((40, 30)), "png"), "png")
    assert (page.width, page.height) == (40, 30)


def test_a_tall_photo_fits_the_frame(tmp_path: Path) -> None:
    (page,) = drawn(save(tmp_path, photo((1080, 2400)), "jpeg"), "jpeg")
    assert (page.width, page.height) == (round(HEIGHT * 1080 / 2400), HEIGHT)


def test_a_photo_over_the_limit_of_pixels_is_never_decoded(tmp_path: Path) -> None:
    path = save(tmp_path, photo((300, 300)), "png")
    assert drawn(path, "png", limits=Limits(pixels=89_999)) == ()


@pytest.mark.parametrize("kind", FORMATS)
def test_a_photo_cut_short_harms_nobody(tmp_path: Path, kind: str) -> None:
    path = save(tmp_path, photo((400, 300)), kind)
    for page in drawn(cut_short(path), kind):
        shown(page)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + bytes(40), b"%PDF-1.7"])
def test_what_is_no_picture_has_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    assert drawn(path, "png") == ()


def _deep() -> Image.Image:
    shades = bytes(
        byte
        for _ in range(800)
        for x in range(1200)
        for byte in ((0, 0) if x <= 600 else (255, 255))
    )
    return Image.frombytes("I;16", LANDSCAPE, shades)
