"""Taking the pictures of a result: from the cache, or drawn by the workers of the run."""

import hashlib
import time
from collections.abc import Iterable, Sequence
from functools import cache as once
from pathlib import Path

import msgspec

from emonev.evidence.cache import Cache, Content, Remembered
from emonev.evidence.edition import digest_of_sources, reader_version
from emonev.evidence.extract import Progress, job_of
from emonev.evidence.library import content_of
from emonev.evidence.messages import Job, Reply
from emonev.evidence.pictures.messages import TASK, Asked, Drawn, DrawnPages
from emonev.evidence.pictures.wanted import PageWanted, Wanted, wanted_of
from emonev.evidence.workers import Workers
from emonev.model.assessment import Assessment
from emonev.model.inventory import Evidence, Inventory
from emonev.model.pictures import PagePicture, Pictures, key_of

MOST_PICTURES = 200
MOST_BYTES = 1_000_000  # 1.33 MB as they stand in a report
_SECONDS = 15.0  # for all pages of one file
_KEPT_EVERY = 2.0  # seconds; what a kill can cost
_DRAWN = msgspec.msgpack.Decoder(DrawnPages)

Contents = dict[Content, tuple[Asked, ...]]


def take_pictures(
    workspace: Path,
    assessment: Assessment,
    inventory: Inventory,
    *,
    cache: Cache | None,
    workers: Workers,
    progress: Progress | None = None,
) -> Pictures:
    """Return small pictures of the pages that an assessment's findings name, as far as there is room.

    `progress` is called with the number of files drawn and to be drawn, when there are any.
    """
    wanted = wanted_of(assessment)
    asked = _by_content(wanted)
    album = _Album(assessment.year, cache)
    sizes = {content_of(file): file.bytes for file in inventory.files}
    # The largest first, as they were read: no worker is left alone with one at the end.
    missing = {
        content: asked[content]
        for content in sorted(asked, key=lambda content: -sizes.get(content, 0))
        if not album.holds(content, asked[content])
    }
    if missing:
        album.fill(missing, _jobs(workspace, inventory.files, missing), workers, progress)
    drawn = {
        PageWanted(content, page.page): page for content in asked for page in album.pages(content)
    }
    return _within_bounds(wanted, drawn)


def _by_content(wanted: Wanted) -> Contents:
    pages: dict[Content, list[Asked]] = {}
    for page in wanted.pages[:MOST_PICTURES]:
        pages.setdefault(page.content, []).append(wanted.asked(page))
    return {content: tuple(asked) for content, asked in pages.items()}


def _jobs(workspace: Path, files: Iterable[Evidence], missing: Contents) -> list[Job]:
    """Return a job for each content, in the same order."""
    holders: dict[Content, list[Evidence]] = {content: [] for content in missing}
    for file in files:
        if (content := (file.sha256, file.format)) in holders:
            holders[content].append(file)
    return [
        msgspec.structs.replace(
            job_of(workspace, holders[content]),
            task=TASK,
            request=msgspec.msgpack.encode(asked),
            seconds=_SECONDS,
        )
        for content, asked in missing.items()
    ]


def _within_bounds(wanted: Wanted, drawn: dict[PageWanted, Drawn]) -> Pictures:
    """Return the pictures that fit, the most needed first, and how many did not."""
    files: dict[str, list[PagePicture]] = {}
    left_out, size = len(wanted.pages[MOST_PICTURES:]), 0
    for page in wanted.pages:
        picture = drawn.get(page)
        if picture is None:
            continue
        size += len(picture.webp)
        if size > MOST_BYTES:
            left_out += 1
            continue
        files.setdefault(page.content[0], []).append(_picture(picture, wanted, page))
    by_page = {sha: tuple(sorted(own, key=lambda p: p.page)) for sha, own in sorted(files.items())}
    return Pictures(files=by_page, left_out=left_out)


def _picture(drawn: Drawn, wanted: Wanted, page: PageWanted) -> PagePicture:
    quotes = zip(wanted.proofs[page], drawn.places, strict=False)
    return PagePicture(
        page=drawn.page,
        width=drawn.width,
        height=drawn.height,
        webp=drawn.webp,
        quotes={key_of(proof): boxes for proof, boxes in quotes if boxes},
    )


class _Album:
    """The pictures of one year: those in the cache, and those drawn now."""

    def __init__(self, year: int, cache: Cache | None) -> None:
        self._year, self._cache = year, cache
        self._held = {} if cache is None else cache.pictures.of(year)
        self._unkept: dict[Content, Remembered] = {}
        self._kept_at = time.monotonic()

    def holds(self, content: Content, asked: Sequence[Asked]) -> bool:
        """Say whether just these pages of a content are there, drawn by this edition."""
        held = self._held.get(content)
        return held is not None and held.question == _question(asked)

    def fill(
        self, missing: Contents, jobs: Sequence[Job], workers: Workers, progress: Progress | None
    ) -> None:
        """Draw what is missing, and keep it for the next time."""
        contents = list(missing)
        try:
            for done, (number, reply) in enumerate(workers.read(jobs), start=1):
                content = contents[number]
                self._take(content, Remembered(_question(missing[content]), _answer(reply)), reply)
                if progress is not None:
                    progress(done, len(jobs))
        finally:
            self._keep()

    def pages(self, content: Content) -> tuple[Drawn, ...]:
        held = self._held.get(content)
        try:
            return _DRAWN.decode(held.answer).pages if held else ()
        except msgspec.MsgspecError:
            return ()

    def _take(self, content: Content, drawn: Remembered, reply: Reply) -> None:
        self._held[content] = drawn
        if reply.keep:
            self._unkept[content] = drawn
        if time.monotonic() - self._kept_at > _KEPT_EVERY:
            self._keep()

    def _keep(self) -> None:
        if self._cache is not None and self._unkept:
            self._cache.pictures.keep(self._year, self._unkept)
        self._unkept, self._kept_at = {}, time.monotonic()


def _answer(reply: Reply) -> bytes:
    """Return what was drawn; nothing, where the file took its worker with it."""
    return reply.text or msgspec.msgpack.encode(DrawnPages(()))


def _question(asked: Sequence[Asked]) -> bytes:
    return hashlib.sha256(_edition() + msgspec.msgpack.encode(asked)).digest()


@once
def _edition() -> bytes:
    """Return a digest of all that decides how a page is drawn."""
    return digest_of_sources(("evidence/pictures/*.py",)) + reader_version().encode()
