"""A small picture of a proof page, as a design receives it."""

from msgspec import Struct


class MarkShown(Struct, frozen=True, kw_only=True, gc=False):
    """A place on a picture where quoted words stand: percentages of its width and height."""

    x: str
    y: str
    width: str
    height: str


class PictureShown(Struct, frozen=True, kw_only=True, gc=False):
    """A picture by the class that draws it, the words for those who do not see it, and its marks."""

    name: str
    words: str
    marks: tuple[MarkShown, ...]
