"""The library: what was read in each piece of evidence, fetched from the store when asked for."""

import weakref
from collections.abc import Callable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from emonev.evidence.analysis import with_file_name
from emonev.evidence.cache import Cache, Content
from emonev.evidence.extensions import false_extension
from emonev.evidence.unread import crashed, unread
from emonev.model.case import Exhibit
from emonev.model.facts import DocumentText, Facts, Note
from emonev.model.inventory import Evidence

_FACTS = msgspec.msgpack.Decoder(Facts)
_TEXT = msgspec.msgpack.Decoder(DocumentText)


class Library:
    """The exhibits of one run. Facts and texts stay in the store and are decoded when asked for.

    `passing` holds facts that are true of this moment only (a file that could not be opened).
    A content may be `read_as` more than its reader found in it: with words that OCR read.
    """

    def __init__(
        self,
        files: Sequence[Evidence],
        store: Cache,
        edition: str,
        passing: dict[Content, Facts],
        read_again: Callable[[Evidence], None],
    ) -> None:
        self._files = {file.path: file for file in files}
        self._store, self._readings, self.edition = store, store.readings, edition
        self._passing, self._read_again = passing, read_again
        self._exhibits: dict[str, Exhibit] = {}
        self._facts_at_hand: dict[Content, bytes] | None = None
        self._editions: dict[Content, str] = {}
        self._notes: dict[Content, tuple[Note, ...]] = {}
        self._lost: set[Content] = set()

    @property
    def store(self) -> Cache:
        return self._store

    def read_as(
        self, editions: Mapping[Content, str], notes: Mapping[Content, tuple[Note, ...]]
    ) -> None:
        """Give contents from now on as they are kept in other editions, and say more of them."""
        self._editions = dict(editions)
        self._notes = {content: told for content, told in notes.items() if told}
        changed = self._editions.keys() | self._notes.keys()
        self._exhibits = {
            path: exhibit
            for path, exhibit in self._exhibits.items()
            if content_of(exhibit.evidence) not in changed
        }

    def says_more_of(self, path: str) -> bool:
        """Say whether a file is given as more than its reader found in it."""
        content = content_of(self._files[path])
        return content in self._editions or content in self._notes

    def state_of(self, evidence: Evidence) -> tuple[str, ...]:
        """Return what tells this reading of a file from others of the same content."""
        content = content_of(evidence)
        notes = (note.message.en for note in self._notes.get(content, ()))
        return (self._editions.get(content, ""), *notes)

    def is_lasting(self, evidence: Evidence) -> bool:
        """Say whether what is known of a file hangs on its content alone, and not on this run."""
        return content_of(evidence) not in self._lost

    def exhibit(self, path: str, *, with_text: bool) -> Exhibit:
        """Return a file of the inventory with what was read in it, and its text if asked for.

        Facts are kept for the next time, texts are not: they are most of what there is.
        """
        evidence = self._files[path]
        exhibit = self._exhibits.get(path)
        if exhibit is None:
            facts = _as_named(self._facts(evidence), path)
            if notes := self._notes.get(content_of(evidence)):
                facts = replace(facts, notes=(*facts.notes, *notes))
            exhibit = self._exhibits[path] = Exhibit(evidence, facts)
        if not with_text:
            return exhibit
        return Exhibit(evidence, exhibit.facts, self._text(evidence))

    def close_with_me(self, store: Cache) -> None:
        """Close a store when this library is no longer used by anyone."""
        weakref.finalize(self, store.close)

    def _facts(self, evidence: Evidence) -> Facts:
        if not evidence.sha256:
            return unread(evidence)
        facts = self._stored_facts(content_of(evidence))
        if facts is None and content_of(evidence) in self._editions:
            # The cache was lost or damaged, and with it what OCR had read.
            del self._editions[content_of(evidence)]
            self._lost.add(content_of(evidence))
            facts = self._stored_facts(content_of(evidence))
        if facts is None:
            # The cache was lost or damaged after it said that it knew this file.
            self._read_again(evidence)
            self._facts_at_hand = None
            facts = self._stored_facts(content_of(evidence))
        return facts or crashed(evidence.format, "cache")

    def _stored_facts(self, content: Content) -> Facts | None:
        if content in self._passing:
            return self._passing[content]
        if content in self._editions:
            return _decoded(self._readings.facts(self._editions[content], content))
        if self._facts_at_hand is None:  # all at once: a question for each takes far longer
            self._facts_at_hand = self._readings.all_facts(self.edition)
        stored = self._facts_at_hand.get(content) or self._readings.facts(self.edition, content)
        return _decoded(stored)

    def _text(self, evidence: Evidence) -> DocumentText | None:
        content = content_of(evidence)
        text = self._stored_text(content)
        known_elsewhere = content in self._passing or content in self._editions
        lost = text is None and evidence.sha256 and not known_elsewhere
        if lost and self._readings.facts(self.edition, content) is None:
            # The cache was lost or damaged after its facts were taken.
            self._read_again(evidence)
            text = self._stored_text(content)
        return text

    def _stored_text(self, content: Content) -> DocumentText | None:
        stored = self._readings.text(self._editions.get(content, self.edition), content)
        try:
            return None if stored is None else _TEXT.decode(stored)
        except msgspec.MsgspecError:
            return None


def _decoded(stored: bytes | None) -> Facts | None:
    try:
        return None if stored is None else _FACTS.decode(stored)
    except msgspec.MsgspecError:
        return None


def content_of(evidence: Evidence) -> Content:
    """Return what a file's facts are kept under."""
    return evidence.sha256, evidence.format


def _as_named(facts: Facts, path: str) -> Facts:
    note = false_extension(path, facts.format)
    if note:
        facts = replace(facts, notes=(*facts.notes, note))
    return with_file_name(facts, path)
