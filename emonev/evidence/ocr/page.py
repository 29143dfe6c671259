"""One page read by OCR, in a worker: drawn, righted, recognised."""

import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from emonev.evidence.limits import Limits
from emonev.evidence.ocr.engine import Engine
from emonev.evidence.ocr.layout import confidence_of, lines_of, text_of
from emonev.evidence.ocr.picture import GreyPage, picture_of
from emonev.evidence.ocr.request import RecogniseRequest
from emonev.evidence.ocr.righted import Attempt, read_upright
from emonev.evidence.readers import problems
from emonev.evidence.readers.problems import CannotReadError
from emonev.evidence.recognised import RecognisedPage
from emonev.language import say
from emonev.model.facts import Facts, Problem
from emonev.model.text import Text

_TIME = Text(
    "Pembacaan halaman {page} dengan OCR dihentikan setelah {seconds} detik; pindai ulang dengan "
    "lebih bersih, atau serahkan dokumen asli yang berteks.",
    "Reading page {page} by OCR was stopped after {seconds} seconds; scan it more cleanly, or "
    "hand in the original with its text.",
)


def recognise_page(
    path: Path, format_: str, limits: Limits, request: bytes
) -> tuple[Facts, RecognisedPage | None]:
    """Return what stands on a page that is a picture; Facts hold no more than a problem, if any."""
    asked = msgspec.msgpack.decode(request, type=RecogniseRequest)
    return answer_of(format_, asked, lambda: _recognised(path, format_, limits, asked))


def answer_of(
    format_: str, asked: RecogniseRequest, read: Callable[[], RecognisedPage]
) -> tuple[Facts, RecognisedPage | None]:
    """Return a page that is read, or Facts that say why it was not."""
    try:
        return Facts(format=format_), read()
    except CannotReadError as error:
        problem = error.problem
    except subprocess.TimeoutExpired:
        message = say(_TIME, page=asked.page + 1, seconds=max(1, round(asked.seconds)))
        problem = Problem("time-limit", message)
    except OSError:
        problem = Problem("unreadable", problems.UNREADABLE)
    return Facts(format=format_, problem=problem), None


def digest_page(
    path: Path, format_: str, limits: Limits, request: bytes
) -> tuple[Facts, RecognisedPage | None]:
    """Return a page with nothing but its `pixels`: enough to know whether it was read before."""
    asked = msgspec.msgpack.decode(request, type=RecogniseRequest)
    try:
        grey = picture_of(path, format_, asked.page, limits)
    except CannotReadError as error:
        return Facts(format=format_, problem=error.problem), None
    except OSError:
        return Facts(format=format_, problem=Problem("unreadable", problems.UNREADABLE)), None
    return Facts(format=format_), RecognisedPage(engine="", pixels=grey.digest())


def page_of(engine: Engine, grey: GreyPage, read: Attempt) -> RecognisedPage:
    """Return a page as it is handed over."""
    return RecognisedPage(
        engine=engine.describe(),
        text=text_of(read.words),
        lines=lines_of(read.words, read.size, grey.per_point),
        confidence=confidence_of(read.words),
        turned=read.turned,
        skew=read.lean,
        certain=read.certain,
        pixels=grey.digest(),
    )


def _recognised(
    path: Path, format_: str, limits: Limits, asked: RecogniseRequest
) -> RecognisedPage:
    until = time.monotonic() + asked.seconds
    grey = picture_of(path, format_, asked.page, limits)
    return page_of(asked.engine, grey, read_upright(asked.engine, grey, until))
