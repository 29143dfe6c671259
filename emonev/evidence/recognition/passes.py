"""The documents of a run read by one engine, and looked at again by a second, while time lasts."""

import contextlib
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from msgspec.structs import replace

from emonev.evidence.cache import Content
from emonev.evidence.library import Library
from emonev.evidence.ocr import Engine
from emonev.evidence.recognised import BOTH
from emonev.evidence.recognition.clock import Clock
from emonev.evidence.recognition.documents import Document, Stakes, in_order
from emonev.evidence.recognition.merging import Merging
from emonev.evidence.recognition.notes import on_unread
from emonev.evidence.recognition.reading import Reading
from emonev.evidence.recognition.second import SecondReading
from emonev.evidence.recognition.wanted import MOST_PAGES
from emonev.evidence.workers import Workers
from emonev.model.assessment import Recognition
from emonev.model.facts import Note

Places = frozenset[tuple[Content, int]]

_BEFORE_FIRST, _BEFORE_SECOND = "before-ocr", "before-second-ocr"


class Passes(contextlib.ExitStack):
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

    def read(self, engine: Engine, other: Engine | None, clock: Clock) -> Recognition:
        """Read what time is left for, and let the library give the words."""
        crew = self._crew_for(engine)
        first = Reading(self._workspace, self._library, engine, crew)
        second = None
        if other is not None:
            crew = self._crew_for(other)
            second = SecondReading(self._workspace, self._library, other, crew, first)
        sought = self._read_first(first, second, clock)
        if second is not None:
            self._read_again(first, second, sought, clock)
        merging = self._give(sought, first, *([second] if second else []))
        return self._summed_up(sought, merging, first, second)

    def _read_first(self, first: Reading, second: SecondReading | None, clock: Clock) -> Places:
        """Read the pages that could move points; return those that were sought."""
        unread = {each.content: first.unread(each) for each in self._documents}
        if not any(unread.values()):
            return frozenset()
        at_stake = self._at_stake(_BEFORE_FIRST)
        queue = in_order(unread, self._documents, at_stake)
        later = 0
        if second is not None:
            waiting = {each.content: second.unread(each) for each in self._documents}
            later = len(queue) + len(in_order(waiting, self._documents, at_stake))
        clock.begin(len(queue), later)
        first.read(queue, clock)
        return frozenset((each.document.content, each.page) for each in queue)

    def _read_again(
        self, first: Reading, second: SecondReading, sought: Places, clock: Clock
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

    def _give(self, sought: Places, first: Reading, *others: Reading) -> Merging:
        """Let the library give what was read, and say what was not."""
        merging = Merging(self._workspace, self._library, self._workers, first, *others)
        self._library.read_as(
            merging.merge(self._documents),
            {each.content: _notes_on(each, first, merging, sought) for each in self._documents},
        )
        return merging

    def _crew_for(self, engine: Engine) -> Workers:
        """Return the workers of the run, or others where an engine takes more memory than they may."""
        if engine.memory <= self._workers.limits.memory:
            return self._workers
        limits = replace(self._workers.limits, memory=engine.memory)
        return self.enter_context(Workers(limits, self._workers.reader))

    def _summed_up(
        self,
        sought: Places,
        merging: Merging,
        first: Reading,
        second: SecondReading | None,
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

    def _name_of(self, engine: Engine) -> str:
        """Return an engine's full name from what it read: to ask it takes as long as a run may."""
        for each in self._documents:
            facts = self._library.exhibit(each.files[0].path, with_text=False).facts
            for name in facts.recognised_by.split(BOTH):
                if name.partition(" ")[0] == engine.name:
                    return name
        return engine.describe()


def _notes_on(
    document: Document, first: Reading, merging: Merging, sought: Places
) -> tuple[Note, ...]:
    left = [page for page in first.unread(document) if (document.content, page) in sought]
    return on_unread(merging.failed(document), document.wanted.beyond, left, MOST_PAGES)
