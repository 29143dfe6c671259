"""How much of a file is read before the reader gives up: what keeps a bomb from being a problem."""

from msgspec import Struct


class Limits(Struct, frozen=True, kw_only=True):
    """Bounds for one file. Part of the cache key: other limits, other facts.

    A file over `bytes`, `unpacked_bytes`, `ratio`, `pixels` or `cells` is a problem
    (`too-large`); one with more `pages`, `characters` or `members` is read up to there and noted
    (`truncated`). `seconds` and `memory` are kept by the supervisor from outside.
    """

    seconds: float = 30.0
    memory: int = 1_536 * 1024**2  # address space of a worker, bytes
    bytes: int = 512 * 1024**2
    unpacked_bytes: int = 256 * 1024**2
    ratio: int = 200  # unpacked to packed, for members over 1 MiB unpacked
    members: int = 10_000
    pages: int = 2_000
    characters: int = 20_000_000
    pixels: int = 100_000_000
    cells: int = 2_000_000
    depth: int = 200  # nesting of elements
    title_pages: int = 3  # pages whose layout is looked at for title candidates
