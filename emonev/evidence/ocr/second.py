"""A page read a second time, by another engine: where the first read poorly, or passed type over.

Of a page that was read surely, the second engine only looks where there is type, which takes an
eighth of the time, and reads it where some of that was passed over.
"""

import time
from contextlib import suppress
from pathlib import Path
from subprocess import TimeoutExpired

import msgspec
from msgspec.structs import replace

from emonev.evidence.limits import Limits
from emonev.evidence.ocr import rapidocr
from emonev.evidence.ocr.engine import Engine
from emonev.evidence.ocr.page import answer_of, page_of
from emonev.evidence.ocr.paper import evened
from emonev.evidence.ocr.passed_over import places_of, share_passed_over
from emonev.evidence.ocr.picture import GreyPage, picture_of
from emonev.evidence.ocr.request import RecogniseRequest
from emonev.evidence.ocr.rest import share_left
from emonev.evidence.ocr.righted import Attempt, attempt_at, read_upright, righted
from emonev.evidence.recognised import FEW, RecognisedPage
from emonev.model.facts import Facts

_MUCH = (
    0.15  # of the type on a page; docs/ocr.md: of pages that were read whole it finds 0.14 at most
)


def read_again(
    path: Path, format_: str, limits: Limits, request: bytes
) -> tuple[Facts, RecognisedPage | None]:
    """Return what the second engine reads on a page; without text where it need not read."""
    asked = msgspec.msgpack.decode(request, type=RecogniseRequest)

    def read() -> RecognisedPage:
        until = time.monotonic() + asked.seconds
        grey = picture_of(path, format_, asked.page, limits)
        return second_look(asked.engine, grey, asked.first, until)

    return answer_of(format_, asked, read)


def second_look(
    engine: Engine, grey: GreyPage, first: RecognisedPage | None, until: float
) -> RecognisedPage:
    """Return what an engine reads on a page after another one; without text where it need not read."""
    even = GreyPage(evened(grey.image), grey.per_point)
    if first and first.is_sure and not _has_passed_over(even, first):
        return RecognisedPage(engine="", pixels=grey.digest())
    attempt = _best(engine, grey, even, first, until)
    left = share_left(righted(even.image, attempt.turned, attempt.lean), attempt.words)
    return replace(page_of(engine, grey, attempt), left=round(left, 3))


def _has_passed_over(even: GreyPage, first: RecognisedPage) -> bool:
    upright = righted(even.image, first.turned, first.skew)
    seen = rapidocr.boxes_of(upright)
    return share_passed_over(seen, places_of(first.lines, upright.size)) > _MUCH


def _best(
    engine: Engine, grey: GreyPage, even: GreyPage, first: RecognisedPage | None, until: float
) -> Attempt:
    """Return what is read as the first engine had the page; as it may lie where that is nothing."""
    if first is None:
        return read_upright(engine, grey, until)
    attempt = attempt_at(engine, even, first.turned, first.skew, until)
    if attempt.certain < FEW:
        with suppress(TimeoutExpired):
            other = read_upright(engine, grey, until)
            return max(attempt, other, key=lambda each: each.certain)
    return attempt
