"""What is asked of a worker that draws pages, and what it answers."""

from msgspec import Struct

from emonev.model.pictures import Box

TASK = "emonev.evidence.pictures.draw:draw_pages"


class Quote(Struct, frozen=True, array_like=True):
    """Words that stand on a page, and the parts of them that matched."""

    words: str
    marks: tuple[tuple[int, int], ...] = ()


class Asked(Struct, frozen=True, array_like=True):
    """A page to draw, counted from 1, and the quotes to be found on it."""

    page: int
    quotes: tuple[Quote, ...] = ()


class Drawn(Struct, frozen=True, array_like=True):
    """A page as WebP; `places` are those of the quotes, in the order in which they were asked."""

    page: int
    width: int
    height: int
    webp: bytes
    places: tuple[tuple[Box, ...], ...] = ()


class DrawnPages(Struct, frozen=True):
    """The pages of a file that could be drawn."""

    pages: tuple[Drawn, ...]
