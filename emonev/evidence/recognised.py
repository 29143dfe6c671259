"""What OCR hands over of one page: words in lines, how sure it was, and how the page was turned."""

from msgspec import Struct


class RecognisedLine(Struct, frozen=True, array_like=True):
    """A line of type on the righted page.

    `top`, `left`, `height` and `width` are parts of the page's height and width, 0 to 1, from
    its upper left corner. `size` estimates the size of type in points. `confidence`: 0 to 100.
    """

    text: str
    confidence: int
    left: float
    top: float
    width: float
    height: float
    size: float


class RecognisedPage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One page read by OCR.

    `text` has a line feed between lines and an empty line between blocks, in reading order.
    `confidence` (0 to 100) is the mean over words, weighted by their characters; 0 without words.
    `turned`: degrees clockwise (0, 90, 180, 270) that the picture had to be turned to stand
    upright; `skew`: degrees clockwise that it leant after that. `engine` names what read it,
    with its version and language. `pixels` is the SHA-256 of what was looked at: two pages with
    the same pixels, wherever they are, hold the same words.
    """

    engine: str
    text: str = ""
    lines: tuple[RecognisedLine, ...] = ()
    confidence: int = 0
    turned: int = 0
    skew: float = 0.0
    pixels: str = ""
