"""Plain text (also JSON and XML, which are shown as they stand)."""

from pathlib import Path

from emonev.evidence.limits import Limits
from emonev.evidence.readers import problems
from emonev.evidence.readers.encoding import decoded
from emonev.evidence.readers.lines import LONGEST_LINE
from emonev.evidence.readers.pages import Pages
from emonev.evidence.reading import Line, Reading

_LINES = 60


def read(path: Path, limits: Limits) -> Reading:
    """Return the text; a form feed turns the page."""
    text = text_of(path, limits)
    pages = Pages(limits)
    for page in text.split("\f"):
        pages.add(page)
        pages.turn()
    if not pages.has_content:
        raise problems.cannot("empty", problems.EMPTY_DOCUMENT)
    return Reading(
        format="text",
        texts=pages.texts,
        pages=pages.pages,
        lines=_first_lines(pages.texts[0]),
        notes=pages.notes(),
    )


def text_of(path: Path, limits: Limits) -> str:
    """Return a file's text up to a little over the limit of characters, with plain line ends."""
    with path.open("rb") as file:
        content = file.read(4 * limits.characters + 4)  # four bytes make a character at most
    text = decoded(content)[: limits.characters + 1]
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _first_lines(page: str) -> tuple[Line, ...]:
    stripped = (line.strip() for line in page[:20_000].split("\n"))
    texts = [line[:LONGEST_LINE] for line in stripped if line]
    return tuple(Line(text=text, page=1) for text in texts[:_LINES])
