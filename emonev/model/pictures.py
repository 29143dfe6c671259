"""Small pictures of the pages that prove something, beside a saved result and never within it.

Stored in `laporan/<year>-gambar.json` (schema `emonev/pictures/1`), by content: a picture that
was taken of another file can never stand for this one. A result is complete without them.
"""

import hashlib
from typing import Literal

from msgspec import Struct

from emonev.model.finding import Proof

PICTURES_SCHEMA: Literal["emonev/pictures/1"] = "emonev/pictures/1"


class Box(Struct, frozen=True, array_like=True):
    """A place on a picture, in thousandths of its width and height from its upper left corner."""

    left: int
    top: int
    width: int
    height: int


class PagePicture(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """One page, or one photo, `width` by `height` pixels, as WebP.

    `quotes` says where on it the words of a proof stand, by the key of that proof.
    """

    page: int
    width: int
    height: int
    webp: bytes
    quotes: dict[str, tuple[Box, ...]] = {}


class Pictures(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The pictures of one result, by the sha256 of the file that they show.

    `left_out` counts the pages that would have had one, had there not been so many.
    """

    schema: Literal["emonev/pictures/1"] = PICTURES_SCHEMA
    files: dict[str, tuple[PagePicture, ...]] = {}
    left_out: int = 0


def key_of(proof: Proof) -> str:
    """Return what the words of a proof are known by, wherever it stands in a result."""
    quote = f"{proof.marks}\0{proof.snippet}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(quote).hexdigest()[:16]
