"""How a page lies: by how many degrees its lines lean, and whether they may run sideways.

Lines of type make a page striped. The page is cut into a few upright strips, each squeezed to one
column; the columns are shifted against each other as each angle would have them, and the angle at
which the rows of the page differ most sharply is the one at which the lines run. On a thumbnail
this takes 30 ms and is right to a fifth of a degree on all pages measured (docs/ocr.md).
"""

import math
from array import array
from itertools import pairwise

from msgspec import Struct
from PIL import Image, ImageOps

MOST = 10.0  # degrees; what leans more was not laid on a scanner
_THUMBNAIL = 900  # pixels of the long side
_STRIPS = 24
_COARSE, _FINE = 0.5, 0.1  # degrees
_DOUBTFUL = 2.0  # times as sharp along as across; pages of running text measured are 7 times
_CLEARLY = 1.15  # times as sharp as without leaning
_LEAST_SIDE = 100  # pixels; below, there are no lines to see


class Lie(Struct, frozen=True):
    """How a page lies: `lean` in degrees clockwise; `doubtful`: its lines may run up or down.

    Tables and charts are striped both ways, so this is no more than a reason to ask.
    """

    lean: float
    doubtful: bool = False


def lie_of(image: Image.Image) -> Lie:
    """Return how the lines of a page run; straight where there are none to see."""
    if min(image.size) < _LEAST_SIDE:
        return Lie(0.0)
    thumbnail = _thumbnail(image)
    along, lean = _lean_of(thumbnail)
    across, _ = _lean_of(thumbnail.transpose(Image.Transpose.ROTATE_90))
    return Lie(lean, doubtful=along < _DOUBTFUL * across)


def straightened(image: Image.Image, lean: float) -> Image.Image:
    """Return the picture with its lines level, on a sheet large enough for its corners."""
    if not lean:
        return image
    return image.rotate(lean, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def _thumbnail(image: Image.Image) -> Image.Image:
    """Return a small negative: ink is light, and the paper around it nothing."""
    scale = min(1.0, _THUMBNAIL / max(image.size))
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return ImageOps.invert(image.resize(size, Image.Resampling.BOX))


def _lean_of(thumbnail: Image.Image) -> tuple[float, float]:
    """Return how sharply the rows differ at the best angle, and that angle; 0 where none is clear."""
    width, height = thumbnail.size
    strips = thumbnail.resize((_STRIPS, height), Image.Resampling.BOX).convert("F")
    between = width / _STRIPS

    def sharpness(degrees: float) -> float:
        return _sharpness(_shifted(strips, math.tan(math.radians(degrees)) * between))

    steps = round(MOST / _COARSE)
    coarse = max((step * _COARSE for step in range(-steps, steps + 1)), key=sharpness)
    around = round(_COARSE / _FINE)
    best = max((coarse + step * _FINE for step in range(-around, around + 1)), key=sharpness)
    sharpest, straight = sharpness(best), sharpness(0.0)
    if sharpest <= _CLEARLY * straight:
        return straight, 0.0
    return sharpest, round(best, 1)


def _shifted(strips: Image.Image, rows: float) -> Image.Image:
    """Shift each strip up by so many rows more than its left neighbour."""
    if not rows:
        return strips
    middle = (strips.width - 1) / 2
    shear = (1, 0, 0, rows, 1, -rows * middle)
    return strips.transform(strips.size, Image.Transform.AFFINE, shear, Image.Resampling.BILINEAR)


def _sharpness(strips: Image.Image) -> float:
    column = strips.resize((1, strips.height), Image.Resampling.BOX)
    ink = array("f", column.tobytes())
    return sum((above - below) ** 2 for above, below in pairwise(ink))
