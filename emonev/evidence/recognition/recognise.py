"""The pass itself: what was read before is taken from the cache, the rest is read while time lasts."""

import contextlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from emonev.evidence.cache import Content
from emonev.evidence.library import Library
from emonev.evidence.recognition.documents import Document, Sought, documents_for, in_order
from emonev.evidence.recognition.wanted import MOST_PAGES
from emonev.evidence.workers import Workers
from emonev.model.assessment import Recognition
from emonev.model.facts import Note
from emonev.model.inventory import Inventory

if TYPE_CHECKING:
    from emonev.evidence.ocr import Engine
    from emonev.evidence.recognition.reading import Reading

Places = frozenset[tuple[Content, int]]

# Pages done and sought, and the seconds that the rest will take; None before any is done.
Progress = Callable[[int, int, float | None], None]
Stakes = Callable[[Collection[str]], Mapping[str, Fraction]]


class Asked(Struct, frozen=True, kw_only=True):
    """`engine`: `auto`, `off` or an engine's name. `minutes`: how long this run may read.

    What is None is left to emonev.yaml. `progress` is told of every page.
    """

    engine: str | None = None
    minutes: float | None = None
    progress: Progress | None = None

    def or_else(self, engine: str, minutes: float) -> "Asked":
        """Return the same with what was left open filled in."""
        return replace(
            self,
            engine=engine if self.engine is None else self.engine,
            minutes=minutes if self.minutes is None else self.minutes,
        )


def recognise(
    workspace: Path,
    inventory: Inventory,
    library: Library,
    asked: Asked,
    *,
    criteria: Collection[str],
    stakes: Stakes,
    workers: Workers,
) -> Recognition | None:
    """Let OCR read pages that could move points; from then on the library gives their words too.

    `criteria` are the ids of those that ask for words. `stakes` says what points each of them can
    still gain; it is asked only where pages are left to read. None where no page wants OCR.
    """
    choice = asked.engine or "auto"
    if choice not in {"auto", "off"}:
        _find_engine(choice)  # one that is asked for and not there is a mistake at any time
    documents = documents_for(inventory.files, library, criteria)
    if not documents:
        return None
    engine = None if choice == "off" else _find_engine(choice)
    if engine is None:
        return Recognition(off=choice == "off", left=_pages_in(documents))
    # Imported here: most runs have no page for OCR, or no engine.
    from emonev.evidence.recognition.reading import Reading

    with _crew_for(engine, workers) as crew:
        return _read(documents, Reading(workspace, library, engine, crew), library, asked, stakes)


def _read(
    documents: Sequence[Document],
    reading: "Reading",
    library: Library,
    asked: Asked,
    stakes: Stakes,
) -> Recognition:
    unread = {each.content: reading.unread(each) for each in documents}
    queue: list[Sought] = []
    if any(unread.values()):
        at_stake = stakes(frozenset().union(*(each.criteria for each in documents)))
        queue = in_order(unread, documents, at_stake)
        reading.read(queue, 60 * (asked.minutes or 0), asked.progress)
    merged = reading.merge(documents)
    sought = frozenset((each.document.content, each.page) for each in queue)
    library.read_as(merged, {each.content: _notes_on(each, reading, sought) for each in documents})
    engine = _name_of(reading.engine, library, documents)
    return _summed_up(documents, reading, sought, engine)


@contextlib.contextmanager
def _crew_for(engine: "Engine", workers: Workers) -> Iterator[Workers]:
    """Yield the workers of the run, or others where an engine takes more memory than they may."""
    if engine.memory <= workers.limits.memory:
        yield workers
        return
    with Workers(replace(workers.limits, memory=engine.memory), workers.reader) as others:
        yield others


def _notes_on(document: Document, reading: "Reading", sought: Places) -> tuple[Note, ...]:
    from emonev.evidence.recognition.notes import on_unread

    left = [page for page in reading.unread(document) if (document.content, page) in sought]
    return on_unread(reading.failed(document), document.wanted.beyond, left, MOST_PAGES)


def _summed_up(
    documents: Collection[Document], reading: "Reading", sought: Places, engine: str
) -> Recognition:
    unread = [(each.content, page) for each in documents for page in reading.unread(each)]
    left = sum(place in sought and place not in reading.unanswered for place in unread)
    return Recognition(
        engine=engine,
        read=sum(len(reading.had(each)) for each in documents),
        left=left,
        unanswered=len(reading.unanswered),
        beyond=sum(len(each.wanted.beyond) for each in documents),
        failed=sum(len(reading.failed(each)) for each in documents),
        spare=len(unread) - left - len(reading.unanswered),
    )


def _find_engine(choice: str) -> "Engine | None":
    # Imported here: most runs have no page for OCR.
    from emonev.evidence.ocr import find_engine

    return find_engine(choice)


def _name_of(engine: "Engine", library: Library, documents: Collection[Document]) -> str:
    """Return the engine's full name from what it read: to ask it takes as long as a warm run may."""
    for each in documents:
        facts = library.exhibit(each.files[0].path, with_text=False).facts
        if facts.recognised_by:
            return facts.recognised_by
    return engine.describe()


def _pages_in(documents: Collection[Document]) -> int:
    return sum(len(each.wanted.pages) + len(each.wanted.beyond) for each in documents)
