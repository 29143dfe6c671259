"""What OCR read on a page, or why it could not."""

from collections.abc import Iterable

from msgspec import Struct

from emonev.evidence.cache.readings import Content
from emonev.evidence.cache.store import Store

_PROBLEMS = "SELECT sha256, format, page, problem FROM recognised WHERE edition = ?"
_OF_CONTENT = "edition = ? AND sha256 = ? AND format = ? ORDER BY page"
_OF_PIXELS = "edition = ? AND pixels = ? AND problem = '' LIMIT 1"


class PageRead(Struct, frozen=True):
    """What OCR made of a page (counted from 0): an encoded answer, or the problem's code."""

    page: int
    pixels: str
    problem: str
    answer: bytes


class PagesRead:
    """The pages that were read, by the edition of OCR that read them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def problems(self, edition: str) -> dict[Content, dict[int, str]]:
        """Return which pages an edition has read, each with its problem or none."""
        read: dict[Content, dict[int, str]] = {}
        for sha256, format_, page, problem in self._store.ask(_PROBLEMS, edition):
            read.setdefault((sha256, format_), {})[page] = problem
        return read

    def of(self, edition: str, content: Content) -> list[PageRead]:
        """Return what an edition made of a content's pages, in their order."""
        rows = self._store.rows("recognised", _OF_CONTENT, edition, *content)
        return [PageRead(*row[3:7]) for row in rows]

    def same_pixels(self, edition: str, pixels: str) -> PageRead | None:
        """Return what was made of a page that looks exactly so, wherever it was."""
        rows = self._store.rows("recognised", _OF_PIXELS, edition, pixels)
        return PageRead(*rows[0][3:7]) if rows else None

    def keep(self, edition: str, read: Iterable[tuple[Content, PageRead]]) -> None:
        """Keep what was made of some pages, all or nothing."""
        rows = [
            (edition, *content, page.page, page.pixels, page.problem, page.answer)
            for content, page in read
        ]
        self._store.put(("recognised", rows))

    def forget_other_releases(self, engine: str, edition: str) -> None:
        """Drop what earlier releases of an engine read; its editions begin with its name."""
        where = "instr(edition, ?) = 1 AND edition <> ?"
        self._store.drop(("recognised", where, [(f"{engine} ", edition)]))
