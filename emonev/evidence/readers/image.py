"""Pictures: their size, the day they were taken, and whether there is anything to be seen on them.

Sizes come from the header before a pixel is decoded; no more is decoded than it takes to know
whether the file is whole and whether the picture is blank.
"""

import re
import struct
import warnings
from pathlib import Path
from typing import Literal

from PIL import Image, UnidentifiedImageError

from emonev.evidence.limits import Limits
from emonev.evidence.readers import problems
from emonev.evidence.reading import Reading
from emonev.model.facts import Page, Picture

FORMATS = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP", "MPO")
_NAMES = {"JPEG": "jpeg", "MPO": "jpeg"}
_EXIF, _GPS = 0x8769, 0x8825
_TAKEN, _DIGITISED, _CHANGED = 0x9003, 0x9004, 0x0132
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    IndexError,
    KeyError,
    struct.error,
    EOFError,
    OverflowError,
    ZeroDivisionError,
)
_DAY = re.compile(r"((?:19|20)\d\d)[:-](0[1-9]|1[0-2])[:-](0[1-9]|[12]\d|3[01])")
_PREVIEW = (256, 256)
_TAIL = 64 * 1024
_BLANK_BITS = 0.4  # a picture with anything on it takes more bits a pixel than this
_BLANK_SPREAD = 24  # shades of grey (of 256) between the darkest and lightest hundredth


def read(path: Path, limits: Limits) -> Reading:
    """Return what is known of a picture; its words, if any, are for OCR."""
    size = path.stat().st_size
    try:
        with warnings.catch_warnings():
            # Pillow warns of damaged EXIF and of large pictures; both are dealt with here.
            warnings.simplefilter("ignore")
            return _reading(path, size, limits)
    except UnidentifiedImageError as error:
        raise problems.cannot("damaged", problems.DAMAGED) from error
    except Image.DecompressionBombError as error:
        raise problems.too_many_pixels(0, 0, limits.pixels) from error
    except BROKEN as error:
        if isinstance(error, PermissionError | FileNotFoundError):
            raise
        raise problems.cannot("damaged", problems.DAMAGED) from error


def on_white(image: Image.Image, mode: Literal["L", "RGB"]) -> Image.Image:
    """Return the picture in channels of 8 bits, what is transparent in it as paper."""
    if image.mode.startswith("I;16"):  # converted as it is, all would be white
        return image.convert("I").point(lambda shade: shade / 256).convert(mode)
    if not image.has_transparency_data:
        return image.convert(mode)
    clear = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert(mode)


def _reading(path: Path, size: int, limits: Limits) -> Reading:
    Image.MAX_IMAGE_PIXELS = None  # the limit is ours, and is asked before anything is decoded
    with Image.open(path, formats=FORMATS) as image:
        # First of all: to look for EXIF in a PNG, Pillow decodes it.
        if image.width * image.height > limits.pixels:
            raise problems.too_many_pixels(image.width, image.height, limits.pixels)
        kind = image.format or ""
        taken, changed = _days(image)
        picture = Picture(image.width, image.height, taken)
        frames = min(getattr(image, "n_frames", 1), limits.pages) if kind == "TIFF" else 1
        notes = [problems.GPS] if _has_place(image) else []
        blank = _looks_blank(image, path, size)
    if kind == "PNG":
        _verify(path)
    if blank and frames == 1:
        notes.append(problems.BLANK_PICTURE)
    page = Page(0, "none", has_picture=True, blank=blank and frames == 1)
    return Reading(
        format=_NAMES.get(kind, kind.lower()),
        texts=("",) * frames,
        pages=(page,) * frames,
        page_count=frames,
        picture=picture,
        properties={"modified": changed} if changed else {},
        notes=tuple(notes),
    )


def _days(image: Image.Image) -> tuple[str, str]:
    """Return the days on which the picture was taken and last changed, as ISO text or nothing."""
    try:
        exif = image.getexif()
        details = exif.get_ifd(_EXIF)
    except BROKEN:
        return "", ""
    return _iso(details.get(_TAKEN)) or _iso(details.get(_DIGITISED)), _iso(exif.get(_CHANGED))


def _iso(stamp: object) -> str:
    found = _DAY.match(str(stamp))
    return "-".join(found.groups()) if found else ""


def _has_place(image: Image.Image) -> bool:
    try:
        place = image.getexif().get_ifd(_GPS)
    except BROKEN:
        return False
    return any(tag in place for tag in (1, 2, 3, 4))


def _looks_blank(image: Image.Image, path: Path, size: int) -> bool:
    """Say whether the picture is nearly of one colour; raise where it is cut short.

    Decodes only where it must: JPEGs that end as they should are whole, PNGs are verified by
    their checksums, and a picture that takes many bits a pixel is not blank.
    """
    sparse = size * 8 < image.width * image.height * _BLANK_BITS
    if image.format in {"JPEG", "MPO"}:
        if not sparse and _ends_properly(path, size):
            return False
        image.draft("L", _PREVIEW)
    elif image.format == "PNG" and not sparse:
        return False
    image.load()
    return _is_flat(image)


def _ends_properly(path: Path, size: int) -> bool:
    with path.open("rb") as file:
        file.seek(max(0, size - _TAIL))
        return b"\xff\xd9" in file.read()


def _verify(path: Path) -> None:
    with Image.open(path, formats=("PNG",)) as image:
        image.verify()


def _is_flat(image: Image.Image) -> bool:
    """Compare the darkest and the lightest hundredth of the pixels, ignoring specks between."""
    shades = on_white(_reduced(image), "L").histogram()
    hundredth = sum(shades) / 100
    return _reached(shades[::-1], hundredth) + _reached(shades, hundredth) >= 255 - _BLANK_SPREAD


def _reduced(image: Image.Image) -> Image.Image:
    """Return the picture with a short side of some 256 pixels, in colours that can be averaged."""
    if image.has_transparency_data:  # made small first: paper under a large one takes much memory
        image = image if image.mode == "LA" else image.convert("RGBA")
    else:
        image = on_white(image, "L")
    return image.reduce(max(1, min(image.size) // 256))


def _reached(shades: list[int], amount: float) -> int:
    """Return how many shades it takes from the first one until `amount` pixels are counted."""
    total = 0
    for shade, count in enumerate(shades):
        total += count
        if total >= amount:
            return shade
    return len(shades)
