"""What OCR hands over of one page: words in lines, how sure it was, and how the page was turned."""

from msgspec import Struct

from emonev.model.facts import LOW_CONFIDENCE

FEW = 40  # characters read with certainty
SURE = 90  # of 100; docs/ocr.md: of pages read with 80 to 89, two in three lost over 14 % of their words
BOTH = " + "  # between the names of two engines


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


class Sureness(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How sure a page was read: all that is decoded where no more is asked.

    `confidence` (0 to 100) is the mean over words, weighted by their characters; 0 without words.
    `certain`: the characters that were read with certainty.
    """

    confidence: int = 0
    certain: int = 0

    @property
    def is_poor(self) -> bool:
        """Say whether it decides nothing, or holds so little that it may be the wrong way up."""
        return self.confidence < LOW_CONFIDENCE or self.certain < FEW

    @property
    def is_sure(self) -> bool:
        """Say whether another engine would hardly read it better, if all of it was read."""
        return self.confidence >= SURE and self.certain >= FEW


class RecognisedPage(Sureness, frozen=True, kw_only=True, omit_defaults=True):
    """One page read by OCR.

    `text` has a line feed between lines and an empty line between blocks, in reading order.
    `turned`: degrees clockwise (0, 90, 180, 270) that the picture had to be turned to stand
    upright; `skew`: degrees clockwise that it leant after that. `engine` names what read it,
    with its version and language; it is empty where a second engine saw that nothing was passed
    over. `left`, of a second reading: the share of the ink that stands outside its lines. `pixels`
    is the SHA-256 of what was looked at: two pages with the same pixels, wherever they are, hold
    the same words.
    """

    engine: str
    text: str = ""
    lines: tuple[RecognisedLine, ...] = ()
    turned: int = 0
    skew: float = 0.0
    left: float = 0.0
    pixels: str = ""
