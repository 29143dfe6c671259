"""Pages read by an engine, now or in an earlier run, and put into the documents they stand in."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache as once
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from emonev.evidence.cache import Content, PageRead
from emonev.evidence.edition import digest_of_sources
from emonev.evidence.extract import job_of
from emonev.evidence.library import Library
from emonev.evidence.messages import Job, Reply
from emonev.evidence.ocr.engine import Engine
from emonev.evidence.ocr.request import TASK, RecogniseRequest
from emonev.evidence.recognised import RecognisedPage
from emonev.evidence.recognition.documents import Document, Sought
from emonev.evidence.recognition.merge import TASK as MERGE
from emonev.evidence.recognition.merge import Merge
from emonev.evidence.workers import Workers
from emonev.model.facts import Facts

if TYPE_CHECKING:
    from emonev.evidence.recognition.recognise import Progress

SECONDS = 60.0  # for one page
_GRACE = 15.0  # for drawing it, before the worker is taken for hung
_BATCH = 64  # pages looked at for doubles before they are read
_KEPT_EVERY = 2.0  # seconds; what a kill can cost
_DIGEST = "emonev.evidence.ocr.page:digest_page"
# All that decides how words from OCR are put into a document.
_SOURCES = ("evidence/recognition/merge.py", "evidence/recognition/notes.py")
_FACTS = msgspec.msgpack.Decoder(Facts)
_PAGE = msgspec.msgpack.Decoder(RecognisedPage)


class Reading:
    """What one engine has read of the documents of a run."""

    def __init__(self, workspace: Path, library: Library, engine: Engine, workers: Workers) -> None:
        self._workspace, self._library = workspace.absolute(), library
        self._store, self.engine, self._workers = library.store, engine, workers
        self._edition = f"{engine.name} {engine.edition} {SECONDS:g}"
        self._read = self._store.pages.problems(self._edition)
        self.unanswered: set[tuple[Content, int]] = set()
        self._unkept: list[tuple[Content, PageRead]] = []
        self._kept_at = time.monotonic()

    def unread(self, document: Document) -> tuple[int, ...]:
        """Return the pages that should be read and were not; one that failed was."""
        read = self._read.get(document.content, {})
        return tuple(page for page in document.wanted.pages if page not in read)

    def had(self, document: Document) -> tuple[int, ...]:
        """Return the pages that were read."""
        return self._with_outcome(document, failed=False)

    def failed(self, document: Document) -> tuple[int, ...]:
        """Return the pages that the engine could not read."""
        return self._with_outcome(document, failed=True)

    def read(
        self, queue: Sequence[Sought], seconds: float, progress: "Progress | None" = None
    ) -> None:
        """Read pages in this order until the time is over; what was begun is finished."""
        clock = _Clock(len(queue), seconds, progress)
        try:
            for start in range(0, len(queue), _BATCH):
                if clock.is_over():
                    break
                self._read_batch(queue[start : start + _BATCH], clock)
        finally:
            self._keep()  # also after Ctrl-C: what was read was read
        if queue:
            self._store.pages.forget_other_releases(self.engine.name, self._edition)

    def merge(self, documents: Iterable[Document]) -> dict[Content, str]:
        """Put the words that were read into their documents; return what each is now kept under."""
        merged = {each.content: each for each in documents if self.had(each)}
        editions = {content: self._merged_edition(each) for content, each in merged.items()}
        missing = [
            content
            for content, edition in editions.items()
            if self._store.readings.facts(edition, content) is None
        ]
        jobs = [self._merging(merged[content]) for content in missing]
        for number, reply in self._workers.read(jobs):
            content = missing[number]
            if not _is_sound(reply):
                del editions[content]  # what was there before the OCR is still true
                continue
            result = (content, reply.facts, reply.text)
            self._store.readings.keep(editions[content], [result])
            self._store.readings.forget_earlier(
                [(self._library.edition, editions[content], content)]
            )
        return editions

    def _with_outcome(self, document: Document, *, failed: bool) -> tuple[int, ...]:
        read = self._read.get(document.content, {})
        return tuple(
            page for page in document.wanted.pages if page in read and bool(read[page]) is failed
        )

    def _read_batch(self, batch: Sequence[Sought], clock: "_Clock") -> None:
        twins = self._without_known(batch, clock)
        firsts = [each[0] for each in twins]
        for number, page in self._answers(firsts, TASK, clock.is_over):
            for sought in twins[number]:
                self._take(sought, replace(page, page=sought.page), clock)
        self._keep()  # the next batch looks for its doubles among these

    def _without_known(self, batch: Sequence[Sought], clock: "_Clock") -> list[list[Sought]]:
        """Return pages that no page read before looks like, those alike together.

        To draw a page takes a fiftieth of the time that it takes to read it.
        """
        alike: dict[str, list[int]] = {}
        for number, drawn in self._answers(batch, _DIGEST, clock.is_over):
            clock.say()
            known = (
                self._store.pages.same_pixels(self._edition, drawn.pixels) if drawn.pixels else None
            )
            if drawn.problem or known:
                self._take(batch[number], replace(known or drawn, page=batch[number].page), clock)
            else:
                alike.setdefault(drawn.pixels or f"page {number}", []).append(number)
        return [[batch[n] for n in group] for group in sorted(map(sorted, alike.values()))]

    def _answers(
        self, pages: Sequence[Sought], task: str, enough: Callable[[], bool]
    ) -> Iterator[tuple[int, PageRead]]:
        """Yield what came of each page; what hangs on the moment only is left out."""
        jobs = [self._job(each, task) for each in pages]
        for number, reply in self._workers.read(jobs, enough):
            read = _page_read(pages[number].page, reply)
            if read is None:
                self.unanswered.add((pages[number].document.content, pages[number].page))
            else:
                yield number, read

    def _job(self, sought: Sought, task: str) -> Job:
        request = RecogniseRequest(engine=self.engine, page=sought.page, seconds=SECONDS)
        return replace(
            job_of(self._workspace, sought.document.files),
            task=task,
            request=msgspec.msgpack.encode(request),
            seconds=SECONDS + _GRACE,
        )

    def _take(self, sought: Sought, read: PageRead, clock: "_Clock") -> None:
        content = sought.document.content
        self._read.setdefault(content, {})[read.page] = read.problem
        self._unkept.append((content, read))
        if time.monotonic() - self._kept_at > _KEPT_EVERY:
            self._keep()
        clock.one_more()

    def _keep(self) -> None:
        if self._unkept:
            self._store.pages.keep(self._edition, self._unkept)
        self._unkept, self._kept_at = [], time.monotonic()

    def _merged_edition(self, document: Document) -> str:
        """Return what a document is kept under with these pages of this engine in it."""
        told = f"{self._edition} {self.had(document)}".encode() + _our_source()
        return f"{self._library.edition}+{hashlib.sha256(told).hexdigest()[:16]}"

    def _merging(self, document: Document) -> Job:
        stored = self._store.pages.of(self._edition, document.content)
        had = set(self.had(document))
        pages = {each.page: _PAGE.decode(each.answer) for each in stored if each.page in had}
        return replace(
            job_of(self._workspace, document.files),
            task=MERGE,
            request=msgspec.msgpack.encode(Merge(pages)),
        )


class _Clock:
    """How long the pass has read, how long it may, and how long the rest will take."""

    def __init__(self, total: int, seconds: float, progress: "Progress | None") -> None:
        self._total, self._seconds, self._progress = total, seconds, progress
        self._began, self._done = time.monotonic(), 0
        if total:
            self.say()

    def is_over(self) -> bool:
        return time.monotonic() - self._began >= self._seconds

    def one_more(self) -> None:
        self._done += 1
        self.say()

    def say(self) -> None:
        if self._progress is not None:
            self._progress(self._done, self._total, self._to_go())

    def _to_go(self) -> float | None:
        """Return the seconds that the rest takes at the pace so far, or that are left for it."""
        if not self._done:
            return None
        elapsed = time.monotonic() - self._began
        rest = elapsed / self._done * (self._total - self._done)
        return max(0.0, min(rest, self._seconds - elapsed))


@once
def _our_source() -> bytes:
    return digest_of_sources(_SOURCES)


def _page_read(page: int, reply: Reply) -> PageRead | None:
    """Return what came of a page, or None where that hangs on the moment only."""
    try:
        problem = _FACTS.decode(reply.facts).problem
        pixels = "" if problem or reply.text is None else _PAGE.decode(reply.text).pixels
    except msgspec.MsgspecError:  # a file that has taken its worker over can say anything
        return PageRead(page, "", "crashed", b"")
    if problem is not None:
        kept = reply.keep and problem.code != "unreadable"
        return PageRead(page, "", problem.code, b"") if kept else None
    return None if reply.text is None else PageRead(page, pixels, "", reply.text)


def _is_sound(reply: Reply) -> bool:
    """Say whether a document was read again with its pages in it, today as at any time."""
    try:
        return reply.keep and _FACTS.decode(reply.facts).problem is None
    except msgspec.MsgspecError:
        return False
