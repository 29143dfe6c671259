"""The task of a worker that draws pages: a file and some pages in, small pictures out.

A page that cannot be drawn is left out; whatever it does to the worker costs this file's pictures
only.
"""

import contextlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from emonev.evidence.limits import Limits
from emonev.evidence.pictures.messages import Asked, Drawn, DrawnPages
from emonev.model.facts import Facts

Draw = Callable[[Path, tuple[Asked, ...], Limits], list[Drawn]]


def draw_pages(
    path: Path, format_: str, limits: Limits, request: bytes
) -> tuple[Facts, DrawnPages]:
    """Return the pages that were asked for, as far as they can be drawn."""
    asked = msgspec.msgpack.decode(request, type=tuple[Asked, ...])
    drawn: list[Drawn] = []
    # A file that changed its nature or was cut short has no picture, and the report none of it.
    with contextlib.suppress(OSError, ValueError):
        drawn = _drawing(format_)(path, asked, limits)
    return Facts(format=format_), DrawnPages(tuple(drawn))


def _drawing(format_: str) -> Draw:
    """Return how pages of a format are drawn; a worker loads only the library that it needs."""
    if format_ == "pdf":
        from emonev.evidence.pictures.pdf_pages import draw_pdf

        return draw_pdf
    from emonev.evidence.pictures.photos import draw_photo

    return draw_photo
