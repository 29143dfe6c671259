"""The words that were read put into their documents, which are read again with them, and kept."""

import hashlib
from collections.abc import Iterable
from functools import cache as once
from pathlib import Path

import msgspec
from msgspec.structs import replace

from emonev.evidence.cache import Content
from emonev.evidence.edition import digest_of_sources
from emonev.evidence.extract import job_of
from emonev.evidence.library import Library
from emonev.evidence.messages import Job, Reply
from emonev.evidence.recognised import RecognisedPage
from emonev.evidence.recognition.better import better_of
from emonev.evidence.recognition.documents import Document
from emonev.evidence.recognition.merge import TASK, Merge
from emonev.evidence.recognition.reading import Reading
from emonev.evidence.workers import Workers
from emonev.model.facts import Facts

# All that decides how words from OCR are put into a document.
_SOURCES = (
    "evidence/recognition/better.py",
    "evidence/recognition/merge.py",
    "evidence/recognition/notes.py",
)
_FACTS = msgspec.msgpack.Decoder(Facts)


class Merging:
    """What one engine has read, and a second one after it, put into documents."""

    def __init__(
        self, workspace: Path, library: Library, workers: Workers, *readings: Reading
    ) -> None:
        self._workspace, self._library = workspace.absolute(), library
        self._kept, self._workers, self._readings = library.store.readings, workers, readings

    def merge(self, documents: Iterable[Document]) -> dict[Content, str]:
        """Put the words that were read into their documents; return what each is now kept under."""
        merged = {each.content: each for each in documents if self.had(each)}
        editions = {content: self._edition(each) for content, each in merged.items()}
        missing = [
            content
            for content, edition in editions.items()
            if self._kept.facts(edition, content) is None
        ]
        jobs = [self._job(merged[content]) for content in missing]
        for number, reply in self._workers.read(jobs):
            content = missing[number]
            if not _is_sound(reply):
                del editions[content]  # what was there before the OCR is still true
                continue
            self._kept.keep(editions[content], [(content, reply.facts, reply.text)])
            self._kept.forget_earlier([(self._library.edition, editions[content], content)])
        return editions

    def had(self, document: Document) -> tuple[int, ...]:
        """Return the pages that one of the engines has read."""
        return tuple(sorted({page for each in self._readings for page in each.had(document)}))

    def failed(self, document: Document) -> tuple[int, ...]:
        """Return the pages that the first engine could not read, nor any other."""
        had = self.had(document)
        return tuple(page for page in self._readings[0].failed(document) if page not in had)

    def _edition(self, document: Document) -> str:
        """Return what a document is kept under with these pages of these engines in it."""
        had = [(each.edition, each.had(document)) for each in self._readings]
        told = " ".join(f"{edition} {pages}" for edition, pages in had if pages)
        digest = hashlib.sha256(told.encode() + _our_source()).hexdigest()[:16]
        return f"{self._library.edition}+{digest}"

    def _job(self, document: Document) -> Job:
        return replace(
            job_of(self._workspace, document.files),
            task=TASK,
            request=msgspec.msgpack.encode(Merge(self._pages(document))),
        )

    def _pages(self, document: Document) -> dict[int, RecognisedPage]:
        first, *others = (each.pages(document) for each in self._readings)
        second = others[0] if others else {}
        kept = {page: better_of(first.get(page), second.get(page)) for page in self.had(document)}
        return {page: read for page, read in kept.items() if read is not None}


@once
def _our_source() -> bytes:
    return digest_of_sources(_SOURCES)


def _is_sound(reply: Reply) -> bool:
    """Say whether a document was read again with its pages in it, today as at any time."""
    try:
        return reply.keep and _FACTS.decode(reply.facts).problem is None
    except msgspec.MsgspecError:
        return False
