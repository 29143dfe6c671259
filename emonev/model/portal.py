"""The limits of the portal that the answers are submitted to."""

from msgspec import Struct


class Portal(Struct, frozen=True, kw_only=True, rename="kebab"):
    """What the commission's portal takes: evidence over these limits needs a link instead."""

    formats: tuple[str, ...] = ("pdf",)
    max_bytes: int = 2_097_152
    links: bool = True
