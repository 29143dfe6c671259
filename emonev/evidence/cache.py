"""The cache: what was read before, by content, in one SQLite file that may be deleted at any time.

`seen` remembers the hash of a file as long as its size and times stay the same; `facts` and
`texts` hold what was read in a content, apart, so that a run that needs no text loads none;
`recognised` what OCR read on a page; `findings` what the judge made of it all, `pictures` what its
proof pages look like. Every row is sealed with the key of whoever runs this, so that a cache which
came with somebody else's workspace is made anew.
Whatever befalls the file (locked, damaged, read-only, deleted), the run goes on with a private
one that vanishes at its end, and a notice says so.
"""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from msgspec import Struct

from emonev.evidence.cache_file import (
    OtherKeyError,
    OtherReleaseError,
    Seal,
    connected,
    is_damage,
    private,
    remove,
    transaction,
)
from emonev.evidence.cache_key import key_place, own_key
from emonev.language import say
from emonev.model.text import Text

CACHE_PLACE = Path(".emonev") / "cache.sqlite"
BUSY_SECONDS = 10.0

Content = tuple[str, str]  # sha256 and format
Result = TypeVar("Result")

_REBUILT = Text(
    "Tembolok {path} rusak dan dibuat ulang; bukti dibaca kembali dari awal.",
    "The cache {path} was damaged and is made anew; the evidence is read again.",
)
_FOREIGN = Text(
    "Tembolok {path} dibuat oleh pengguna atau komputer lain, sehingga dibuat ulang; bukti dibaca "
    "kembali dari awal.",
    "The cache {path} was made by another user or on another computer and is made anew; the "
    "evidence is read again.",
)
_KEYLESS = Text(
    "Kunci tembolok tidak dapat disimpan di {path}; bukti dibaca tanpa tembolok.",
    "The cache's key cannot be kept at {path}; the evidence is read without the cache.",
)
_WITHOUT = Text(
    "Tembolok {path} tidak dapat dipakai ({cause}); bukti dibaca tanpa tembolok.",
    "The cache {path} cannot be used ({cause}); the evidence is read without it.",
)
_CAUSES = {
    "locked": Text("sedang dipakai proses lain", "another process holds it"),
    "link": Text("berupa tautan", "it is a link"),
    "unwritable": Text("tidak dapat ditulis", "it cannot be written"),
}


class Seen(Struct, frozen=True):
    """The hash and format of a file as long as it keeps this size and these times."""

    bytes: int
    modified: int
    changed: int
    sha256: str
    format: str

    def is_of(self, size: int, modified: int, changed: int) -> bool:
        return (self.bytes, self.modified, self.changed) == (size, modified, changed)


class Remembered(Struct, frozen=True):
    """What was found before, encoded, and a digest of the question that it answers."""

    question: bytes
    answer: bytes


class PageRead(Struct, frozen=True):
    """What OCR made of a page (counted from 0): an encoded answer, or the problem's code."""

    page: int
    pixels: str
    problem: str
    answer: bytes


class Cache:
    """One open cache. Its methods never raise because of the file; see `notices`."""

    def __init__(self, place: Path | None, busy_seconds: float = BUSY_SECONDS) -> None:
        """Open the cache at `place`, or a private one without a place."""
        self._place, self._busy_seconds = place, busy_seconds
        self._notices: list[Text] = []
        self._seal = Seal(b"")
        self._database = private() if place is None else self._opened(place)

    @property
    def notices(self) -> tuple[Text, ...]:
        """What a person should know about the cache of this run."""
        return tuple(self._notices)

    def seen(self, kinds: str) -> dict[str, Seen]:
        """Return every file that was hashed before, by its path relative to the workspace.

        `kinds` is the release of what tells formats apart, which may know better than it did.
        """
        rows = self._ask_sealed("seen", "kinds = ?", kinds)
        return {os.fsdecode(row[0]): Seen(*row[1:6]) for row in rows}

    def remember(self, kinds: str, files: Iterable[tuple[str, Seen]]) -> None:
        """Keep the hashes of files, all at once."""
        rows = [
            (os.fsencode(path), s.bytes, s.modified, s.changed, s.sha256, s.format, kinds)
            for path, s in files
        ]
        self._write_sealed(("seen", rows))

    def contents(self, edition: str) -> set[Content]:
        """Return which contents have been read in this edition."""
        rows = self._ask("SELECT sha256, format FROM facts WHERE edition = ?", edition)
        return {(sha256, format_) for sha256, format_ in rows}

    def facts(self, edition: str, content: Content) -> bytes | None:
        """Return the stored facts of a content."""
        return self._one("facts", edition, content)

    def all_facts(self, edition: str) -> dict[Content, bytes]:
        """Return the stored facts of every content, but not their texts."""
        rows = self._ask_sealed("facts", "edition = ?", edition)
        return {(row[1], row[2]): row[3] for row in rows}

    def text(self, edition: str, content: Content) -> bytes | None:
        """Return the stored text of a content."""
        return self._one("texts", edition, content)

    def keep(self, edition: str, results: Collection[tuple[Content, bytes, bytes | None]]) -> None:
        """Keep what was read in some contents, all or nothing."""
        facts = [(edition, *content, facts) for content, facts, _ in results]
        texts = [(edition, *content, text) for content, _, text in results if text is not None]
        self._write_sealed(("facts", facts), ("texts", texts))

    def findings(self, year: int) -> dict[str, Remembered]:
        """Return what was found in an e-Monev year, by the place it was asked at."""
        rows = self._ask_sealed("findings", "year = ?", year)
        return {row[1]: Remembered(row[2], row[3]) for row in rows}

    def keep_findings(self, year: int, found: Mapping[str, Remembered]) -> None:
        """Keep what was found in a year; a place remembers its last answer only."""
        rows = [(year, place, r.question, r.answer) for place, r in found.items()]
        self._write_sealed(("findings", rows))

    def pictures(self, year: int) -> dict[Content, Remembered]:
        """Return what was drawn for an e-Monev year, by content."""
        rows = self._ask_sealed("pictures", "year = ?", year)
        return {(row[1], row[2]): Remembered(row[3], row[4]) for row in rows}

    def keep_pictures(self, year: int, drawn: Mapping[Content, Remembered]) -> None:
        """Keep what was drawn for a year; a content remembers its last pictures only."""
        rows = [(year, *content, r.question, r.answer) for content, r in drawn.items()]
        self._write_sealed(("pictures", rows))

    def pages_read(self, edition: str) -> dict[Content, dict[int, str]]:
        """Return which pages an edition of OCR has read, each with its problem or none."""
        question = "SELECT sha256, format, page, problem FROM recognised WHERE edition = ?"
        read: dict[Content, dict[int, str]] = {}
        for sha256, format_, page, problem in self._ask(question, edition):
            read.setdefault((sha256, format_), {})[page] = problem
        return read

    def recognised(self, edition: str, content: Content) -> list[PageRead]:
        """Return what an edition of OCR made of a content's pages, in their order."""
        where = "edition = ? AND sha256 = ? AND format = ? ORDER BY page"
        return [
            PageRead(*row[3:7]) for row in self._ask_sealed("recognised", where, edition, *content)
        ]

    def same_pixels(self, edition: str, pixels: str) -> PageRead | None:
        """Return what was made of a page that looks exactly so, wherever it was."""
        where = "edition = ? AND pixels = ? AND problem = '' LIMIT 1"
        rows = self._ask_sealed("recognised", where, edition, pixels)
        return PageRead(*rows[0][3:7]) if rows else None

    def keep_recognised(self, edition: str, read: Iterable[tuple[Content, PageRead]]) -> None:
        """Keep what was made of some pages, all or nothing."""
        rows = [
            (edition, *content, page.page, page.pixels, page.problem, page.answer)
            for content, page in read
        ]
        self._write_sealed(("recognised", rows))

    def forget_other_readings(self, engine: str, edition: str) -> None:
        """Drop what earlier releases of an engine read; its editions begin with its name."""
        where = "instr(edition, ?) = 1 AND edition <> ?"
        self._write((f"DELETE FROM recognised WHERE {where}", [(f"{engine} ", edition)]))  # noqa: S608 - our own words

    def forget_other_editions(self, edition: str) -> None:
        """Drop what other releases of the readers, or other limits, have left behind.

        Editions that begin with this one are of the same release, with the words that OCR read.
        """
        if self._ask("SELECT 1 FROM facts WHERE instr(edition, ?) <> 1 LIMIT 1", edition):
            self._write(
                ("DELETE FROM facts WHERE instr(edition, ?) <> 1", [(edition,)]),
                ("DELETE FROM texts WHERE instr(edition, ?) <> 1", [(edition,)]),
            )

    def forget_earlier(self, editions: Iterable[tuple[str, str, Content]]) -> None:
        """Drop what contents gave with fewer pages read, in all but a plain and a newest edition."""
        rows = [(*content, plain, newest) for plain, newest, content in editions]
        where = "sha256 = ? AND format = ? AND edition NOT IN (?, ?)"
        self._write(*((f"DELETE FROM {table} WHERE {where}", rows) for table in ("facts", "texts")))  # noqa: S608 - our own words

    def close(self) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _opened(self, place: Path) -> sqlite3.Connection:
        if place.is_symlink() or place.parent.is_symlink():
            return self._without("link")
        try:
            self._seal = Seal(own_key())
        except OSError:
            return self._alone(say(_KEYLESS, path=str(key_place())))
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            return connected(place, self._busy_seconds, self._seal.mark)
        except (sqlite3.Error, OSError) as error:
            return self._instead(error)

    def _instead(self, error: Exception) -> sqlite3.Connection:
        """Return what to go on with: a new file where the old one is damaged, else none."""
        if self._place is None:
            raise error
        if not is_damage(error):
            return self._without("locked" if "locked" in str(error) else "unwritable")
        try:
            remove(self._place)
            database = connected(self._place, self._busy_seconds, self._seal.mark)
        except (sqlite3.Error, OSError):
            return self._without("unwritable")
        if not isinstance(error, OtherReleaseError):
            told = _FOREIGN if isinstance(error, OtherKeyError) else _REBUILT
            self._notices.append(say(told, path=_shown(self._place)))
        return database

    def _without(self, cause: str) -> sqlite3.Connection:
        path = _shown(self._place or CACHE_PLACE)
        return self._alone(say(_WITHOUT, path=path, cause=_CAUSES[cause]))

    def _alone(self, notice: Text) -> sqlite3.Connection:
        """Return a private cache to go on with."""
        self._notices.append(notice)
        self._place = None
        return private()

    def _one(self, table: str, edition: str, content: Content) -> bytes | None:
        where = "edition = ? AND sha256 = ? AND format = ?"
        rows = self._ask_sealed(table, where, edition, *content)
        return rows[0][3] if rows else None

    def _ask(self, question: str, *values: str | int) -> list[tuple[Any, ...]]:
        return self._held(lambda: self._database.execute(question, values).fetchall())

    def _ask_sealed(self, table: str, where: str, *values: str | int) -> list[tuple[Any, ...]]:
        """Return whole rows that still bear their seal; one that does not is damage."""
        question = f"SELECT * FROM {table} WHERE {where}"  # noqa: S608 - both are our own words

        def ask() -> list[tuple[Any, ...]]:
            rows = self._database.execute(question, values).fetchall()
            if any(self._seal.of((table, *row[:-1])) != row[-1] for row in rows):
                raise sqlite3.DatabaseError("malformed: a row that broke its seal")
            return rows

        return self._held(ask)

    def _write_sealed(self, *given: tuple[str, Sequence[tuple[object, ...]]]) -> None:
        self._write(*(self._sealed(table, rows) for table, rows in given if rows))

    def _sealed(
        self, table: str, rows: Sequence[tuple[object, ...]]
    ) -> tuple[str, Sequence[tuple[object, ...]]]:
        """Return what puts rows into a table, and the rows with their seals."""
        places = ", ".join("?" * (len(rows[0]) + 1))
        order = f"INSERT OR REPLACE INTO {table} VALUES ({places})"  # noqa: S608 - our own words
        return order, [(*row, self._seal.of((table, *row))) for row in rows]

    def _write(self, *orders: tuple[str, Sequence[tuple[object, ...]]]) -> None:
        def write() -> None:
            with transaction(self._database):
                for order, rows in orders:
                    self._database.executemany(order, rows)

        self._held(write)

    def _held(self, step: Callable[[], Result]) -> Result:
        """Return what the step returns; where the file fails it, take it again without that."""
        try:
            return step()
        except sqlite3.Error as error:
            self.close()
            self._database = self._instead(error)
            return step()


def open_cache(workspace: Path) -> Cache:
    """Return the cache of a workspace, made where there is none."""
    return Cache(workspace / CACHE_PLACE)


def _shown(place: Path) -> str:
    return (place.relative_to(place.parent.parent)).as_posix()
