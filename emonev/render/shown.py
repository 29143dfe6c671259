"""What the prepared views are made of: words, links, bars and points, as people read them.

A view is a tree, so the garbage collector need not look at its tens of thousands of parts
(`gc=False`: a fifth of the time for 5,000 criteria).
"""

from msgspec import Struct


class Link(Struct, frozen=True, kw_only=True, gc=False):
    """Words that may lead somewhere: `url` is empty where no safe address is known.

    `outside`: leads out of the workspace, to the internet; a file's address is relative.
    """

    text: str
    url: str = ""
    outside: bool = False


class OutcomeShown(Struct, frozen=True, kw_only=True, gc=False):
    """One of the six answers: `id` for styles and pictures, `sign` for plain text."""

    id: str
    word: str
    sign: str
    plain_sign: str


class Fact(Struct, frozen=True, kw_only=True, gc=False):
    """A name and what stands beside it."""

    name: str
    value: str


class Bar(Struct, frozen=True, kw_only=True, gc=False):
    """A bar from 0 to 100: widths and places of its parts, as numbers for SVG, and its words."""

    earned: str
    pending: str
    pending_at: str
    lost: str
    lost_at: str
    words: str


class PointsShown(Struct, frozen=True, kw_only=True, gc=False):
    """Points as printed: over one level they add up to the level above.

    `words` says them in a sentence ("7,50 dari 10,00 poin"), `ratio` in a column ("7,50 dari
    10,00"); `cost` is lost + pending.
    """

    earned: str
    lost: str
    pending: str
    full: str
    words: str
    ratio: str
    cost: str
