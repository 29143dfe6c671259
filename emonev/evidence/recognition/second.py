"""Pages looked at again by another engine, which reads what the first one read poorly or not whole."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from emonev.evidence.cache import PageRead
from emonev.evidence.library import Library
from emonev.evidence.messages import Job
from emonev.evidence.ocr.engine import Engine
from emonev.evidence.ocr.request import SECOND_TASK
from emonev.evidence.recognised import RecognisedPage, Sureness
from emonev.evidence.recognition.clock import Clock
from emonev.evidence.recognition.documents import Document, Sought
from emonev.evidence.recognition.reading import WHOLE, Reading
from emonev.evidence.workers import Workers

_PAGE = msgspec.msgpack.Decoder(RecognisedPage)
_SURENESS = msgspec.msgpack.Decoder(Sureness)


class SecondReading(Reading):
    """What a second engine makes of what the first one has read."""

    def __init__(
        self, workspace: Path, library: Library, engine: Engine, workers: Workers, first: Reading
    ) -> None:
        super().__init__(workspace, library, engine, workers, after=first.edition)
        self._first = first
        self.left = 0  # pages that it should have looked at in this run and did not

    def unread(self, document: Document) -> tuple[int, ...]:
        """Return the pages that the first engine has read, or failed to, and this one has not."""
        not_yet = set(self._first.unread(document))
        return tuple(page for page in super().unread(document) if page not in not_yet)

    def answered(self, queue: Sequence[Sought]) -> list[Sought]:
        """Return the pages of these that it has looked at."""
        return [each for each in queue if each.page in self._read.get(each.document.content, {})]

    def worst_first(self, queue: Sequence[Sought]) -> list[Sought]:
        """Return pages in this order, but first those that decide nothing, last those read surely."""
        documents = {each.document.content: each.document for each in queue}
        ranks = {
            (content, page): _rank(_SURENESS.decode(answer))
            for content, document in documents.items()
            for page, answer in self._first.answers(document).items()
        }
        return sorted(queue, key=lambda each: ranks.get((each.document.content, each.page), 0))

    def _drawn(self, batch: Sequence[Sought], clock: Clock) -> Iterator[tuple[int, PageRead]]:
        """Yield what each page looks like, which the first reading has told."""
        for number, (sought, first) in enumerate(self._with_first(batch)):
            if clock.is_over():
                return
            yield number, PageRead(sought.page, first.pixels if first else "", "", b"")

    def _reading_jobs(self, pages: Sequence[Sought]) -> list[Job]:
        return [self._job(each, SECOND_TASK, first) for each, first in self._with_first(pages)]

    def _with_first(
        self, pages: Sequence[Sought]
    ) -> Iterator[tuple[Sought, RecognisedPage | None]]:
        """Yield pages with what the first engine read there; None where it failed."""
        documents = {each.document.content: each.document for each in pages}
        answers = {content: self._first.answers(each) for content, each in documents.items()}
        for each in pages:
            answer = answers[each.document.content].get(each.page)
            yield each, None if answer is None else _PAGE.decode(answer)

    def _answers(
        self, pages: Sequence[Sought], jobs: Sequence[Job], enough: Callable[[], bool]
    ) -> Iterator[tuple[int, PageRead]]:
        for number, read in super()._answers(pages, jobs, enough):
            whole = not read.problem and not _PAGE.decode(read.answer).engine
            yield number, replace(read, problem=WHOLE, answer=b"") if whole else read


def _rank(first: Sureness) -> int:
    return 2 if first.is_sure else int(not first.is_poor)
