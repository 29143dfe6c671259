"""What is left of a page once the words that were read are taken off it.

Tesseract passes over charts and everything else that it takes for a picture, and is no less
confident of the rest: of an organisation chart it may read the heading only.
"""

from collections.abc import Iterable

from PIL import Image, ImageDraw

from emonev.evidence.ocr.layout import SeenWord

_DARK = 128
_FAINT = 232  # pale print, and the edges of letters; of what is lighter, grain is as dark
_MARGIN = 3  # pixels around a word, for what its box cuts off
_WIDE_MARGIN = 6  # the same for what is blurred
_MUCH = 0.08  # of the page's ink; of pages signed and stamped a tenth and more is left
_LEAST = 1 / 2_000  # of the page; two lines of type


def without_words(image: Image.Image, words: Iterable[SeenWord]) -> Image.Image:
    """Return the page with paper where words were read."""
    return _without(image, words, _MARGIN)


def has_more(image: Image.Image, rest: Image.Image) -> bool:
    """Say whether so much ink is left that there may be words in it."""
    left = _ink(rest)
    return left > _LEAST * image.width * image.height and left > _MUCH * _ink(image)


def share_left(image: Image.Image, words: Iterable[SeenWord]) -> float:
    """Return the share of the ink, faint ink too, that stands outside these words; 0 without ink."""
    ink = _ink(image, _FAINT)
    return _ink(_without(image, words, _WIDE_MARGIN), _FAINT) / ink if ink else 0.0


def _without(image: Image.Image, words: Iterable[SeenWord], margin: int) -> Image.Image:
    rest = image.copy()
    draw = ImageDraw.Draw(rest)
    for word in words:
        box = word.box
        draw.rectangle(
            (box.left - margin, box.top - margin, box.right + margin, box.bottom + margin),
            fill=255,
        )
    return rest


def _ink(image: Image.Image, shade: int = _DARK) -> int:
    return sum(image.histogram()[:shade])
