"""Photos and scans that are pictures themselves, made small: upright, on white, with nothing hidden."""

import warnings
from pathlib import Path

from PIL import Image, ImageOps

from emonev.evidence.limits import Limits
from emonev.evidence.pictures.frame import WIDTH, as_webp, frame_of
from emonev.evidence.pictures.messages import Asked, Drawn
from emonev.evidence.readers.image import BROKEN, FORMATS, on_white

_REDUCIBLE = {"L", "LA", "RGB", "RGBA", "CMYK", "YCbCr"}


def draw_photo(path: Path, asked: tuple[Asked, ...], limits: Limits) -> list[Drawn]:
    """Return the pages of a picture file; all formats but TIFF have one."""
    with warnings.catch_warnings():
        # As when it was read: Pillow warns of damaged EXIF and of large pictures.
        warnings.simplefilter("ignore")
        drawn = [_drawn(path, each.page, limits) for each in asked]
    return [photo for photo in drawn if photo is not None]


def _drawn(path: Path, page: int, limits: Limits) -> Drawn | None:
    try:
        small = _small(path, page - 1, limits)
    except BROKEN:
        return None
    if small is None:
        return None
    return Drawn(page, small.width, small.height, as_webp(small))


def _small(path: Path, number: int, limits: Limits) -> Image.Image | None:
    Image.MAX_IMAGE_PIXELS = None  # the limit is ours, and is asked before anything is decoded
    with Image.open(path, formats=FORMATS) as image:
        if number:
            image.seek(number)
        if image.width * image.height > limits.pixels:
            return None
        image.draft(None, (WIDTH, WIDTH))  # a JPEG is decoded at a half, a quarter or an eighth
        upright = ImageOps.exif_transpose(_reduced(image))
    frame = frame_of(upright.width, upright.height, enlarge=False)
    if frame is None:
        return None
    whole = on_white(upright, "RGB").resize(
        (frame.full_width, frame.full_height), Image.Resampling.LANCZOS
    )
    return whole.crop((0, 0, frame.width, frame.height))


def _reduced(image: Image.Image) -> Image.Image:
    """Return the picture not many times larger than its small one will be: all else takes memory."""
    factor = min(image.size) // (2 * WIDTH)
    if factor < 2 or image.mode not in _REDUCIBLE:
        return image
    small = image.reduce(factor)
    small.info = image.info  # its orientation
    return small
