"""How large a picture is: twice as many pixels as it takes on paper or screen, and never a strip."""

import io
import math
from typing import TYPE_CHECKING

from msgspec import Struct
from PIL import WebPImagePlugin

if TYPE_CHECKING:
    from PIL.Image import Image

# Chosen by looking: headings and stamps can be recognised, running text just not be read.
WIDTH, HEIGHT = 280, 462  # pixels at most; A4, Folio and Legal are as wide as that
_SLIMMEST = 3  # sides; of a page that is longer, its beginning is shown
_LEAST = 16  # pixels; on less there is nothing to be seen
_QUALITIES, _ENOUGH = (13, 5), 7_000  # bytes; full pages of small type are packed more closely
_METHOD = 0  # looks as 2 does at qualities 20 and 8; that saves 8 % and takes 1.7 times as long


class Frame(Struct, frozen=True):
    """A whole page is drawn `full_width` by `full_height`, of which the beginning is kept."""

    width: int
    height: int
    full_width: int
    full_height: int


def frame_of(width: float, height: float, *, enlarge: bool) -> Frame | None:
    """Return the frame for a page or photo of this size, or None where there is nothing to see."""
    if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
        return None
    shown_width, shown_height = min(width, _SLIMMEST * height), min(height, _SLIMMEST * width)
    scale = min(WIDTH / shown_width, HEIGHT / shown_height)
    if not enlarge:
        scale = min(1.0, scale)
    frame = Frame(
        width=round(shown_width * scale),
        height=round(shown_height * scale),
        full_width=round(width * scale),
        full_height=round(height * scale),
    )
    return frame if min(frame.width, frame.height) >= _LEAST else None


def as_webp(image: "Image") -> bytes:
    """Return the picture and nothing beside it: no EXIF, no place, no colour profile."""
    packed = b""
    for quality in _QUALITIES:
        packed = _packed(image, quality)
        if len(packed) <= _ENOUGH:
            break
    return packed


def _packed(image: "Image", quality: int) -> bytes:
    content = io.BytesIO()
    # Asked of its module: Pillow loads all that it knows to find a format that is not there yet.
    format_ = WebPImagePlugin.WebPImageFile.format
    image.save(
        content, format_, quality=quality, method=_METHOD, exif=b"", icc_profile=b"", xmp=b""
    )
    return content.getvalue()
