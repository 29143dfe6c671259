"""What is left of a page once the words that were read are taken off it.

Tesseract passes over charts and everything else that it takes for a picture, and is no less
confident of the rest: of an organisation chart it may read the heading only.
"""

from collections.abc import Iterable

from PIL import Image, ImageDraw

from emonev.evidence.ocr.layout import SeenWord

_DARK = 128
_MARGIN = 3  # pixels around a word, for what its box cuts off
_MUCH = 0.08  # of the page's ink; of pages signed and stamped a tenth and more is left
_LEAST = 1 / 2_000  # of the page; two lines of type


def without_words(image: Image.Image, words: Iterable[SeenWord]) -> Image.Image:
    """Return the page with paper where words were read."""
    rest = image.copy()
    draw = ImageDraw.Draw(rest)
    for word in words:
        box = word.box
        draw.rectangle(
            (box.left - _MARGIN, box.top - _MARGIN, box.right + _MARGIN, box.bottom + _MARGIN),
            fill=255,
        )
    return rest


def has_more(image: Image.Image, rest: Image.Image) -> bool:
    """Say whether so much ink is left that there may be words in it."""
    left = _ink(rest)
    return left > _LEAST * image.width * image.height and left > _MUCH * _ink(image)


def _ink(image: Image.Image) -> int:
    return sum(image.histogram()[:_DARK])
