"""Pages read by an engine, now or in an earlier run, and kept."""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from emonev.evidence.cache import Content, PageRead
from emonev.evidence.extract import job_of
from emonev.evidence.library import Library
from emonev.evidence.messages import Job, Reply
from emonev.evidence.ocr.engine import Engine
from emonev.evidence.ocr.request import TASK, RecogniseRequest
from emonev.evidence.recognised import RecognisedPage
from emonev.evidence.recognition.clock import Clock
from emonev.evidence.recognition.documents import Document, Sought
from emonev.evidence.workers import Workers
from emonev.model.facts import Facts

SECONDS = 60.0  # for one page
_GRACE = 15.0  # for drawing it, before the worker is taken for hung
_BATCH = 64  # pages looked at for doubles before they are read
_KEPT_EVERY = 2.0  # seconds; what a kill can cost
_DIGEST = "emonev.evidence.ocr.page:digest_page"
WHOLE = "whole"  # in the place of a problem: a second engine need not read the page
_FACTS = msgspec.msgpack.Decoder(Facts)
_PAGE = msgspec.msgpack.Decoder(RecognisedPage)


class Reading:
    """What one engine has read of the documents of a run."""

    def __init__(
        self, workspace: Path, library: Library, engine: Engine, workers: Workers, after: str = ""
    ) -> None:
        """Begin with what was read in earlier runs; `after`: the edition of what was read before."""
        self._workspace, self._store = workspace.absolute(), library.store
        self.engine, self._workers = engine, workers
        self._series = f"{engine.name}-again" if after else engine.name
        self.edition = f"{self._series} {engine.edition} {SECONDS:g} {after}".rstrip()
        self._read = self._store.pages.problems(self.edition)
        self.unanswered: set[tuple[Content, int]] = set()
        self._unkept: list[tuple[Content, PageRead]] = []
        self._kept_at = time.monotonic()

    def unread(self, document: Document) -> tuple[int, ...]:
        """Return the pages that should be read and were not; one that failed was."""
        read = self._read.get(document.content, {})
        return tuple(page for page in document.wanted.pages if page not in read)

    def had(self, document: Document) -> tuple[int, ...]:
        """Return the pages that were read."""
        return self._with_problem(document, lambda problem: not problem)

    def failed(self, document: Document) -> tuple[int, ...]:
        """Return the pages that the engine could not read."""
        return self._with_problem(document, lambda problem: problem not in {"", WHOLE})

    def pages(self, document: Document) -> dict[int, RecognisedPage]:
        """Return what was read on the pages that were."""
        return {page: _PAGE.decode(answer) for page, answer in self.answers(document).items()}

    def answers(self, document: Document) -> dict[int, bytes]:
        """Return what was read, as it is kept."""
        had = set(self.had(document))
        stored = self._store.pages.of(self.edition, document.content)
        return {each.page: each.answer for each in stored if each.page in had}

    def read(self, queue: Sequence[Sought], clock: Clock) -> None:
        """Read pages in this order until the time is over; what was begun is finished."""
        try:
            for start in range(0, len(queue), _BATCH):
                if clock.is_over():
                    break
                self._read_batch(queue[start : start + _BATCH], clock)
        finally:
            self._keep()  # also after Ctrl-C: what was read was read
        if queue:
            self._store.pages.forget_other_releases(self._series, self.edition)

    def _with_problem(self, document: Document, is_meant: Callable[[str], bool]) -> tuple[int, ...]:
        read = self._read.get(document.content, {})
        return tuple(
            page for page in document.wanted.pages if page in read and is_meant(read[page])
        )

    def _read_batch(self, batch: Sequence[Sought], clock: Clock) -> None:
        twins = self._without_known(batch, clock)
        firsts = [each[0] for each in twins]
        for number, page in self._answers(firsts, self._reading_jobs(firsts), clock.is_over):
            for sought in twins[number]:
                self._take(sought, replace(page, page=sought.page), clock)
        self._keep()  # the next batch looks for its doubles among these

    def _without_known(self, batch: Sequence[Sought], clock: Clock) -> list[list[Sought]]:
        """Return pages that no page read before looks like, those alike together."""
        alike: dict[str, list[int]] = {}
        for number, drawn in self._drawn(batch, clock):
            clock.say()
            known = (
                self._store.pages.same_pixels(self.edition, drawn.pixels) if drawn.pixels else None
            )
            if drawn.problem or known:
                self._take(batch[number], replace(known or drawn, page=batch[number].page), clock)
            else:
                alike.setdefault(drawn.pixels or f"page {number}", []).append(number)
        return [[batch[n] for n in group] for group in sorted(map(sorted, alike.values()))]

    def _drawn(self, batch: Sequence[Sought], clock: Clock) -> Iterator[tuple[int, PageRead]]:
        """Yield what each page looks like: to draw it takes a fiftieth of the time to read it."""
        return self._answers(batch, [self._job(each, _DIGEST) for each in batch], clock.is_over)

    def _reading_jobs(self, pages: Sequence[Sought]) -> list[Job]:
        return [self._job(each, TASK) for each in pages]

    def _answers(
        self, pages: Sequence[Sought], jobs: Sequence[Job], enough: Callable[[], bool]
    ) -> Iterator[tuple[int, PageRead]]:
        """Yield what came of each page; what hangs on the moment only is left out."""
        for number, reply in self._workers.read(jobs, enough):
            read = _page_read(pages[number].page, reply)
            if read is None:
                self.unanswered.add((pages[number].document.content, pages[number].page))
            else:
                yield number, read

    def _job(self, sought: Sought, task: str, first: RecognisedPage | None = None) -> Job:
        request = RecogniseRequest(
            engine=self.engine, page=sought.page, seconds=SECONDS, first=first
        )
        return replace(
            job_of(self._workspace, sought.document.files),
            task=task,
            request=msgspec.msgpack.encode(request),
            seconds=SECONDS + _GRACE,
        )

    def _take(self, sought: Sought, read: PageRead, clock: Clock) -> None:
        content = sought.document.content
        self._read.setdefault(content, {})[read.page] = read.problem
        self._unkept.append((content, read))
        if time.monotonic() - self._kept_at > _KEPT_EVERY:
            self._keep()
        clock.one_more()

    def _keep(self) -> None:
        if self._unkept:
            self._store.pages.keep(self.edition, self._unkept)
        self._unkept, self._kept_at = [], time.monotonic()


def _page_read(page: int, reply: Reply) -> PageRead | None:
    """Return what came of a page, or None where that hangs on the moment only."""
    try:
        problem = _FACTS.decode(reply.facts).problem
        read = None if problem or reply.text is None else _PAGE.decode(reply.text)
    except msgspec.MsgspecError:  # a file that has taken its worker over can say anything
        return PageRead(page, "", "crashed", b"")
    if problem is not None:
        kept = reply.keep and problem.code != "unreadable"
        return PageRead(page, "", problem.code, b"") if kept else None
    if read is None or reply.text is None:
        return None
    return PageRead(page, read.pixels, "", reply.text)
