"""Extraction: reads what is not yet in the cache, each content once, and opens the library."""

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from emonev.evidence.cache import Cache, Content
from emonev.evidence.edition import edition_of
from emonev.evidence.library import Library, content_of
from emonev.evidence.limits import Limits
from emonev.evidence.messages import DEFAULT_READER, Job, Reply
from emonev.evidence.names import place_of
from emonev.evidence.workers import Workers
from emonev.model.facts import Facts
from emonev.model.inventory import Evidence, Inventory

Progress = Callable[[int, int], None]

_KEPT_AT_ONCE = 64
_KEPT_BYTES = 8 * 1024**2
_KEPT_EVERY = 2.0  # seconds; what a kill can cost
_PLACES_TRIED = 3


def prepare_to_read(cache: Cache | None, workers: Workers) -> None:
    """Start the workers where nothing has been read before, so that there will be work for them."""
    if cache is None or not cache.readings.knows_any(_edition_of(workers)):
        workers.begin()


def read_evidence(
    workspace: Path,
    inventory: Inventory,
    *,
    cache: Cache | None,
    limits: Limits,
    progress: Progress | None = None,
    reader: str = DEFAULT_READER,
    workers: Workers | None = None,
) -> Library:
    """Return the library of all files in the inventory, having read those not in the cache.

    `workers` are those of the run, where other passes use them too; they read as they were made.

    `progress` is called with the number of contents read and to be read, when there are any.
    What a file gives when its reader runs out of time or memory, or crashes, is kept like any
    other result: it hangs on content and limits. To try again, read without the cache or with
    other limits. That a file could not be opened, or changed meanwhile, is never kept.
    """
    store = cache or Cache(None)
    extraction = _Extraction(workspace, store, workers or Workers(limits, reader), workers is None)
    missing = _missing(inventory.files, store.readings.contents(extraction.edition))
    if missing:
        extraction.read(missing, progress)
        store.readings.forget_other_editions(extraction.edition)
    library = Library(
        inventory.files,
        store,
        extraction.edition,
        extraction.passing,
        lambda evidence: extraction.read({content_of(evidence): [evidence]}, None),
    )
    if cache is None:
        library.close_with_me(store)
    return library


def job_of(workspace: Path, files: Iterable[Evidence]) -> Job:
    """Return the job of reading a content, which all of these files hold."""
    some = list(files)[:_PLACES_TRIED]
    places = tuple(os.fsencode(place_of(workspace.absolute(), file.path)) for file in some)
    modified = tuple(file.modified for file in some)
    return Job(places, some[0].format, some[0].bytes, modified)


def _missing(files: Sequence[Evidence], known: set[Content]) -> dict[Content, list[Evidence]]:
    """Return the contents that are still to be read, each with the files that hold it."""
    missing: dict[Content, list[Evidence]] = {}
    for file in files:
        if file.sha256 and content_of(file) not in known:
            missing.setdefault(content_of(file), []).append(file)
    return missing


class _Extraction:
    """Reads contents in worker processes and keeps the results in the store."""

    def __init__(self, workspace: Path, store: Cache, workers: Workers, alone: bool) -> None:
        self._workspace, self._store = workspace.absolute(), store
        self._workers, self._alone = workers, alone
        self._unkept: list[tuple[Content, bytes, bytes | None]] = []
        self._unkept_bytes, self._kept_at = 0, time.monotonic()
        self.edition = _edition_of(workers)
        self.passing: dict[Content, Facts] = {}

    def read(self, missing: dict[Content, list[Evidence]], progress: Progress | None) -> None:
        """Read contents, the largest first, so that no worker is left alone with one at the end."""
        contents = sorted(missing, key=lambda content: (-missing[content][0].bytes, content))
        jobs = [job_of(self._workspace, missing[content]) for content in contents]
        try:
            with self._workers if self._alone else contextlib.nullcontext():
                _say(progress, 0, len(jobs))
                for done, (number, reply) in enumerate(self._workers.read(jobs), start=1):
                    self._take(contents[number], reply)
                    _say(progress, done, len(jobs))
        finally:
            self._keep()  # also after Ctrl-C: what was read was read

    def _take(self, content: Content, reply: Reply) -> None:
        if not reply.keep:
            self.passing[content] = msgspec.msgpack.decode(reply.facts, type=Facts)
            return
        self._unkept.append((content, reply.facts, reply.text))
        self._unkept_bytes += len(reply.facts) + len(reply.text or b"")
        overdue = time.monotonic() - self._kept_at > _KEPT_EVERY
        if overdue or self._unkept_bytes > _KEPT_BYTES or len(self._unkept) >= _KEPT_AT_ONCE:
            self._keep()

    def _keep(self) -> None:
        if self._unkept:
            self._store.readings.keep(self.edition, self._unkept)
        self._unkept, self._unkept_bytes, self._kept_at = [], 0, time.monotonic()


def _edition_of(workers: Workers) -> str:
    reader, limits = workers.reader, workers.limits
    return edition_of(limits) if reader == DEFAULT_READER else f"{reader} {limits}"


def _say(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None:
        progress(done, total)
