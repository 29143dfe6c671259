"""What one title says of the documents asked for, and where in it."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from emonev.checks.answers import SNIPPET
from emonev.checks.title_reading import find_in_title, leads
from emonev.model.facts import Title
from emonev.model.finding import Proof
from emonev.normalise import printed_span

Reading = Literal["leads", "mentions", "excluded", "maybe-excluded", ""]


class Sighting(Struct, frozen=True):
    """A title with what it says of the phrases asked for, and which phrase stands where in it."""

    title: Title
    reading: Reading
    phrase: str = ""
    start: int = 0
    end: int = 0

    @property
    def words(self) -> str:
        """What stands in the title for the phrase."""
        return self.title.normal[self.start : self.end]

    @property
    def is_exact(self) -> bool:
        """Whether the phrase itself stands there, and not what OCR made of it."""
        return find_in_title((self.phrase,), self.words) is not None

    def proof(self, path: str) -> Proof:
        """Return the title with the phrase marked, as far as it is shown."""
        text = " ".join(self.title.text.split())
        start, end = printed_span(text, self.title.normal, self.start, self.end)
        shown = text[:SNIPPET]
        marks = ((start, end),) if end <= len(shown) else ()
        return Proof(path, self.title.page, shown, marks)


def sight(title: Title, wanted: Sequence[str], barred: Sequence[str], *, forgive: bool) -> Sighting:
    """Return what a title says; a barred phrase in it outweighs a wanted one."""
    seen = _wanted(title, wanted, forgive)
    found = find_in_title(barred, title.normal, forgive=forgive)
    if found is None or not (seen.reading or leads(title.normal, found[1])):
        return seen
    excluded = Sighting(title, "excluded", *found)
    # A misread word may cost a person's time, but no document its place.
    return excluded if excluded.is_exact else Sighting(title, "maybe-excluded", *found)


def _wanted(title: Title, phrases: Sequence[str], misread: bool) -> Sighting:
    mention: Sighting | None = None
    for forgive in (False, True) if misread else (False,):
        for phrase in phrases:
            found = find_in_title((phrase,), title.normal, forgive=forgive)
            if found is None:
                continue
            if leads(title.normal, found[1], forgive=misread):
                return Sighting(title, "leads", *found)
            mention = mention or Sighting(title, "mentions", *found)
    return mention or Sighting(title, "")
