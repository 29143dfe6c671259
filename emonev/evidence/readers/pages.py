"""Text gathered page by page, within the limits of pages and characters."""

from emonev.evidence.limits import Limits
from emonev.evidence.readers import problems
from emonev.model.facts import Note, Page, TextSource

_SOME_TEXT = 20  # fewer characters than this are a page number or a stray word


class Pages:
    """Gathers the text of a document; what is over the limits is dropped and `cut` is set."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._current: list[str] = []
        self._picture = False
        self._characters = 0
        self._done: list[tuple[str, bool]] = []
        self.cut = False

    @property
    def number(self) -> int:
        """The number of the page being filled, from 1."""
        return len(self._done) + 1

    @property
    def is_empty(self) -> bool:
        """Whether the page being filled has nothing on it yet."""
        return not (self._current or self._picture)

    def add(self, block: str) -> None:
        """Add a paragraph, a row of a table or any other block of text on lines of its own."""
        if not block or self.cut:
            return
        room = self._limits.characters - self._characters
        self.cut = len(block) > room
        self._characters += len(block)
        self._current.append(block[:room])

    def add_picture(self) -> None:
        """Say that the page being filled shows a picture large enough to hold a scanned page."""
        self._picture = True

    def turn(self) -> None:
        """End the page being filled, be it empty or not."""
        if len(self._done) >= self._limits.pages:
            self.cut = True
            return
        self._done.append(("\n".join(self._current), self._picture))
        self._current, self._picture = [], False

    def finish(self) -> None:
        """End the last page; a document has at least one."""
        if not (self.is_empty and self._done):
            self.turn()

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(text for text, _ in self._done)

    @property
    def pages(self) -> tuple[Page, ...]:
        return tuple(_page(text, picture) for text, picture in self._done)

    @property
    def has_content(self) -> bool:
        return any(picture or text.strip() for text, picture in self._done)

    def notes(self) -> tuple[Note, ...]:
        """Return what is to be said of pictures that stand where text should, and of the limits."""
        silent = [
            number
            for number, (text, picture) in enumerate(self._done, 1)
            if picture and len(text.strip()) < _SOME_TEXT
        ]
        notes: list[Note] = []
        if silent and 2 * len(silent) >= len(self._done):
            notes.append(problems.SCAN)
        elif silent:
            notes.append(problems.pages_without_text(silent))
        return (*notes, problems.TRUNCATED) if self.cut else tuple(notes)


def _page(text: str, picture: bool) -> Page:
    filled = len(text.strip())
    has_text = filled >= _SOME_TEXT or (filled > 0 and not picture)
    source: TextSource = "layer" if has_text else "none"
    return Page(filled, source, has_picture=picture, blank=not (filled or picture))
