"""The pass itself: what was read before is taken from the cache, the rest is read while time lasts."""

import contextlib
from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from emonev.evidence.cache import Content
from emonev.evidence.library import Library
from emonev.evidence.recognised import BOTH
from emonev.evidence.recognition.clock import Clock, Progress
from emonev.evidence.recognition.documents import Document, documents_for, in_order
from emonev.evidence.recognition.wanted import MOST_PAGES
from emonev.evidence.workers import Workers
from emonev.model.assessment import Recognition
from emonev.model.facts import Note
from emonev.model.inventory import Inventory

if TYPE_CHECKING:
    from emonev.evidence.ocr import Engine
    from emonev.evidence.recognition.merging import Merging
    from emonev.evidence.recognition.reading import Reading
    from emonev.evidence.recognition.second import SecondReading

Places = frozenset[tuple[Content, int]]

# The points that each of some criteria can still gain, by what is known so far; before the first
# reading, and before the second.
Stakes = Callable[[Collection[str], str], Mapping[str, Fraction]]
_BEFORE_FIRST, _BEFORE_SECOND = "before-ocr", "before-second-ocr"


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
    with _Passes(workspace, library, documents, stakes, workers) as passes:
        clock = Clock(60 * (asked.minutes or 0), asked.progress)
        return passes.read(engine, _find_second(choice, engine), clock)


class _Passes(contextlib.ExitStack):
    """The documents of a run, read by one engine, and looked at again by a second."""

    def __init__(
        self,
        workspace: Path,
        library: Library,
        documents: Sequence[Document],
        stakes: Stakes,
        workers: Workers,
    ) -> None:
        super().__init__()
        self._workspace, self._library, self._workers = workspace, library, workers
        self._documents, self._stakes = documents, stakes

    def read(self, engine: "Engine", other: "Engine | None", clock: Clock) -> Recognition:
        """Read what time is left for, and let the library give the words."""
        # Imported here: most runs have no page for OCR, or no engine.
        from emonev.evidence.recognition.reading import Reading
        from emonev.evidence.recognition.second import SecondReading

        crew = self._crew_for(engine)
        first = Reading(self._workspace, self._library, engine, crew)
        sought = self._read_first(first, clock, followed=other is not None)
        second = None
        if other is not None:
            again = self._crew_for(other)
            second = SecondReading(self._workspace, self._library, other, again, first)
            self._read_again(first, second, sought, clock)
        merging = self._give(sought, first, *([second] if second else []))
        return self._summed_up(sought, merging, first, second)

    def _read_first(self, first: "Reading", clock: Clock, *, followed: bool) -> Places:
        """Read the pages that could move points; return those that were sought."""
        unread = {each.content: first.unread(each) for each in self._documents}
        if not any(unread.values()):
            return frozenset()
        queue = in_order(unread, self._documents, self._at_stake(_BEFORE_FIRST))
        clock.begin(len(queue), later=len(queue) if followed else 0)
        first.read(queue, clock)
        return frozenset((each.document.content, each.page) for each in queue)

    def _read_again(
        self, first: "Reading", second: "SecondReading", sought: Places, clock: Clock
    ) -> None:
        """Look again at pages that could still move points, by what the first reading found."""
        unread = {each.content: second.unread(each) for each in self._documents}
        if not any(unread.values()):
            return
        self._give(sought, first, second)
        queue = in_order(unread, self._documents, self._at_stake(_BEFORE_SECOND))
        clock.begin(len(queue))
        second.read(second.worst_first(queue), clock)
        second.left = len(queue) - len(second.answered(queue))

    def _at_stake(self, stage: str) -> Mapping[str, Fraction]:
        return self._stakes(frozenset().union(*(each.criteria for each in self._documents)), stage)

    def _give(self, sought: Places, first: "Reading", *others: "Reading") -> "Merging":
        """Let the library give what was read, and say what was not."""
        from emonev.evidence.recognition.merging import Merging

        merging = Merging(self._workspace, self._library, self._workers, first, *others)
        self._library.read_as(
            merging.merge(self._documents),
            {each.content: _notes_on(each, first, merging, sought) for each in self._documents},
        )
        return merging

    def _crew_for(self, engine: "Engine") -> Workers:
        """Return the workers of the run, or others where an engine takes more memory than they may."""
        if engine.memory <= self._workers.limits.memory:
            return self._workers
        limits = replace(self._workers.limits, memory=engine.memory)
        return self.enter_context(Workers(limits, self._workers.reader))

    def _summed_up(
        self,
        sought: Places,
        merging: "Merging",
        first: "Reading",
        second: "SecondReading | None",
    ) -> Recognition:
        documents = self._documents
        unread = [(each.content, page) for each in documents for page in first.unread(each)]
        left = sum(place in sought and place not in first.unanswered for place in unread)
        again = sum(len(second.had(each)) for each in documents) if second else 0
        return Recognition(
            engine=self._name_of(first.engine),
            read=sum(len(merging.had(each)) for each in documents),
            left=left,
            unanswered=len(first.unanswered),
            beyond=sum(len(each.wanted.beyond) for each in documents),
            failed=sum(len(merging.failed(each)) for each in documents),
            spare=len(unread) - left - len(first.unanswered),
            second=self._name_of(second.engine) if second and (again or second.left) else "",
            again=again,
            again_left=second.left if second else 0,
        )

    def _name_of(self, engine: "Engine") -> str:
        """Return an engine's full name from what it read: to ask it takes as long as a run may."""
        for each in self._documents:
            facts = self._library.exhibit(each.files[0].path, with_text=False).facts
            for name in facts.recognised_by.split(BOTH):
                if name.partition(" ")[0] == engine.name:
                    return name
        return engine.describe()


def _notes_on(
    document: Document, first: "Reading", merging: "Merging", sought: Places
) -> tuple[Note, ...]:
    from emonev.evidence.recognition.notes import on_unread

    left = [page for page in first.unread(document) if (document.content, page) in sought]
    return on_unread(merging.failed(document), document.wanted.beyond, left, MOST_PAGES)


def _find_engine(choice: str) -> "Engine | None":
    # Imported here: most runs have no page for OCR.
    from emonev.evidence.ocr import find_engine

    return find_engine(choice)


def _find_second(choice: str, first: "Engine") -> "Engine | None":
    from emonev.evidence.ocr import find_second

    return find_second(choice, first)


def _pages_in(documents: Collection[Document]) -> int:
    return sum(len(each.wanted.pages) + len(each.wanted.beyond) for each in documents)
