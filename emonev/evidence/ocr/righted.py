"""A page read the right way up, however it was laid on the scanner.

Nearly all pages stand upright, so a page is read as it is, and asked which way up it stands only
where that is doubtful: its lines may run sideways, or what was read is poor.
"""

import time
from collections.abc import Sequence
from contextlib import suppress
from subprocess import TimeoutExpired

from msgspec import Struct
from PIL import Image

from emonev.evidence.ocr import rapidocr, tesseract
from emonev.evidence.ocr.engine import Engine
from emonev.evidence.ocr.layout import SeenWord, confidence_of
from emonev.evidence.ocr.lean import lie_of, straightened
from emonev.evidence.ocr.paper import evened
from emonev.evidence.ocr.picture import GreyPage
from emonev.evidence.recognised import FEW

POOR = 80  # of 100; docs/ocr.md: pages that stand upright and are clean are read with more
_CERTAIN = 60.0
_UPSIDE_DOWN = 50  # pages upside down were read with 22 to 41; Tesseract does not always see them
_READ = {"tesseract": tesseract.words_of, "rapidocr": rapidocr.words_of}
_TURN_DPI = 150  # docs/ocr.md: Tesseract never errs there, and at 100 now and then
_TRY_DPI = 100
_TURNS = {
    90: Image.Transpose.ROTATE_270,  # Pillow turns counter-clockwise
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


class Attempt(Struct, frozen=True):
    """What was read after the page was turned by so many degrees clockwise, and set straight."""

    words: Sequence[SeenWord]
    size: tuple[int, int]
    turned: int
    lean: float

    @property
    def certain(self) -> int:
        """The number of characters read with certainty, in words that lie level: an engine may
        read lines that run up or down, too.
        """
        return sum(
            len(word.text)
            for word in self.words
            if word.confidence >= _CERTAIN and (len(word.text) < 3 or word.box.is_level)
        )

    @property
    def is_poor(self) -> bool:
        return confidence_of(self.words) < POOR or self.certain < FEW


def read_upright(engine: Engine, grey: GreyPage, until: float) -> Attempt:
    """Return what stands on a page; raises TimeoutExpired where time runs out before the first look."""
    grey = GreyPage(evened(grey.image), grey.per_point)
    asked = _turn_of(engine, grey, until) if lie_of(grey.image).doubtful else None
    best = _attempt(engine, grey, asked or 0, until)
    with suppress(TimeoutExpired):
        if best.is_poor and asked is None:
            best = _better(best, _turn_of(engine, grey, until), engine, grey, until)
        if best.is_poor and confidence_of(best.words) < _UPSIDE_DOWN:
            best = _better(best, (best.turned + 180) % 360, engine, grey, until)
    return best


def attempt_at(engine: Engine, grey: GreyPage, turn: int, lean: float, until: float) -> Attempt:
    """Return what stands on an even page of which it is known how it lies; raises TimeoutExpired."""
    upright = righted(grey.image, turn, lean)
    return Attempt(_words(engine, upright, _dpi_of(grey), until), upright.size, turn, lean)


def righted(image: Image.Image, turn: int, lean: float) -> Image.Image:
    """Return a picture turned by so many degrees clockwise, and set straight."""
    return straightened(_turned(image, turn), lean)


def _better(
    best: Attempt, turn: int | None, engine: Engine, grey: GreyPage, until: float
) -> Attempt:
    """Return the better of what was read and what can be read after another turn."""
    if turn is None or turn == best.turned:
        return best
    return max(best, _attempt(engine, grey, turn, until), key=lambda each: each.certain)


def _attempt(engine: Engine, grey: GreyPage, turn: int, until: float) -> Attempt:
    return attempt_at(engine, grey, turn, lie_of(_turned(grey.image, turn)).lean, until)


def _turn_of(engine: Engine, grey: GreyPage, until: float) -> int | None:
    """Return by how many degrees clockwise to turn the page; None where that cannot be told."""
    if engine.turns:
        small = _at(grey, _TURN_DPI)
        return tesseract.turn_of(engine, small, _TURN_DPI, until - time.monotonic())
    return _turn_that_reads_best(engine, _at(grey, _TRY_DPI), until)


def _turn_that_reads_best(engine: Engine, small: Image.Image, until: float) -> int | None:
    """Return the turn after which the middle of the page reads best; the whole would take long."""
    middle = small.crop(
        (small.width // 4, small.height // 4, small.width * 3 // 4, small.height * 3 // 4)
    )
    tried = {
        turn: Attempt(
            _words(engine, _turned(middle, turn), _TRY_DPI, until), middle.size, turn, 0.0
        )
        for turn in (0, *_TURNS)
    }
    best = max(tried.values(), key=lambda each: each.certain)
    return best.turned if best.certain >= FEW else None


def _words(engine: Engine, image: Image.Image, dpi: int, until: float) -> list[SeenWord]:
    return _READ[engine.name](engine, image, dpi, until - time.monotonic())


def _turned(image: Image.Image, turn: int) -> Image.Image:
    return image.transpose(_TURNS[turn]) if turn else image


def _at(grey: GreyPage, dpi: int) -> Image.Image:
    """Return the page at a lower resolution; as it is where that would not be lower."""
    scale = dpi / _dpi_of(grey)
    if scale >= 1:
        return grey.image
    size = max(1, round(grey.image.width * scale)), max(1, round(grey.image.height * scale))
    return grey.image.resize(size, Image.Resampling.LANCZOS)


def _dpi_of(grey: GreyPage) -> int:
    return max(1, round(grey.per_point * 72))
