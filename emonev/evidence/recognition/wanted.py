"""Which pages of a document want OCR, and which of them first."""

from msgspec import Struct

from emonev.model.facts import Facts, Page

# Of the real documents looked at, 2 of 3 that want OCR want it on 7 pages or fewer, and the
# longest on 17. Twice that is read; a scanned book must not eat the time of everything else.
MOST_PAGES = 40
_FIRST_PAGES = 3  # title, number, date
_FORMATS = frozenset({"pdf", "jpeg", "png", "gif", "bmp", "tiff", "webp"})


class Wanted(Struct, frozen=True):
    """Pages (from 0) that OCR should read: those that tell most, then the rest.

    `beyond` are over the limit for one document and stay unread.
    """

    first: tuple[int, ...] = ()
    rest: tuple[int, ...] = ()
    beyond: tuple[int, ...] = ()

    @property
    def pages(self) -> tuple[int, ...]:
        """All that should be read, in the order of the document."""
        return tuple(sorted((*self.first, *self.rest)))


def wanted_in(facts: Facts) -> Wanted:
    """Return the pages of a document that hold something, but no text that means anything."""
    if facts.problem or facts.format not in _FORMATS:
        return Wanted()
    pages = [number for number, page in enumerate(facts.pages) if wants_ocr(page)]
    last = len(facts.pages) - 1
    # Title and date stand on the first pages, the signature on the last.
    telling = [page for page in pages if page < _FIRST_PAGES or page == last]
    others = [page for page in pages if page not in telling]
    room = MOST_PAGES - len(telling)
    return Wanted(tuple(telling), tuple(others[:room]), tuple(others[room:]))


def wants_ocr(page: Page) -> bool:
    return page.rubbish or (page.source == "none" and not page.blank)
