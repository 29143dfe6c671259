"""The cache: what was read before, by content, in one SQLite file that may be deleted at any time.

`seen` remembers the hash of a file as long as its size and times stay the same; `facts` and
`texts` hold what was read in a content, apart, so that a run that needs no text loads none;
`findings` what the judge made of it.
Whatever befalls the file (locked, damaged, read-only, deleted), the run goes on with a private
one that vanishes at its end, and a notice says so.
"""

import contextlib
import os
import sqlite3
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from msgspec import Struct

from emonev.language import say
from emonev.model.text import Text

CACHE_PLACE = Path(".emonev") / "cache.sqlite"
BUSY_SECONDS = 10.0

Content = tuple[str, str]  # sha256 and format
Result = TypeVar("Result")

_SCHEMA = {
    "seen": (
        "CREATE TABLE seen (path BLOB PRIMARY KEY, bytes INTEGER, modified INTEGER, "
        "changed INTEGER, sha256 TEXT, format TEXT, kinds TEXT, seal INTEGER) WITHOUT ROWID"
    ),
    "facts": (
        "CREATE TABLE facts (edition TEXT, sha256 TEXT, format TEXT, facts BLOB, seal INTEGER, "
        "PRIMARY KEY (edition, sha256, format))"
    ),
    "findings": (
        "CREATE TABLE findings (year INTEGER, place TEXT, question BLOB, findings BLOB, "
        "seal INTEGER, PRIMARY KEY (year, place)) WITHOUT ROWID"
    ),
    "texts": (
        "CREATE TABLE texts (edition TEXT, sha256 TEXT, format TEXT, text BLOB, seal INTEGER, "
        "PRIMARY KEY (edition, sha256, format))"
    ),
}

# Tells the caches of other releases, whose tables may differ, from damage.
_RELEASE = zlib.crc32("".join(_SCHEMA.values()).encode()) & 0x7FFFFFFF

_REBUILT = Text(
    "Tembolok {path} rusak dan dibuat ulang; bukti dibaca kembali dari awal.",
    "The cache {path} was damaged and is made anew; the evidence is read again.",
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
    findings: bytes


class Cache:
    """One open cache. Its methods never raise because of the file; see `notices`."""

    def __init__(self, place: Path | None, busy_seconds: float = BUSY_SECONDS) -> None:
        """Open the cache at `place`, or a private one without a place."""
        self._place, self._busy_seconds = place, busy_seconds
        self._notices: list[Text] = []
        self._database = _private() if place is None else self._opened(place)

    @property
    def notices(self) -> tuple[Text, ...]:
        """What a person should know about the cache of this run."""
        return tuple(self._notices)

    def seen(self, kinds: str) -> dict[str, Seen]:
        """Return every file that was hashed before, by its path relative to the workspace.

        `kinds` is the release of what tells formats apart, which may know better than it did.
        """
        rows = self._ask_sealed("SELECT * FROM seen WHERE kinds = ?", kinds)
        return {os.fsdecode(row[0]): Seen(*row[1:6]) for row in rows}

    def remember(self, kinds: str, files: Iterable[tuple[str, Seen]]) -> None:
        """Keep the hashes of files, all at once."""
        rows = [
            (os.fsencode(path), s.bytes, s.modified, s.changed, s.sha256, s.format, kinds)
            for path, s in files
        ]
        self._write_sealed(("INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows))

    def contents(self, edition: str) -> set[Content]:
        """Return which contents have been read in this edition."""
        rows = self._ask("SELECT sha256, format FROM facts WHERE edition = ?", edition)
        return {(sha256, format_) for sha256, format_ in rows}

    def facts(self, edition: str, content: Content) -> bytes | None:
        """Return the stored facts of a content."""
        return self._one("SELECT * FROM facts", edition, content)

    def all_facts(self, edition: str) -> dict[Content, bytes]:
        """Return the stored facts of every content, but not their texts."""
        rows = self._ask_sealed("SELECT * FROM facts WHERE edition = ?", edition)
        return {(row[1], row[2]): row[3] for row in rows}

    def text(self, edition: str, content: Content) -> bytes | None:
        """Return the stored text of a content."""
        return self._one("SELECT * FROM texts", edition, content)

    def keep(self, edition: str, results: Collection[tuple[Content, bytes, bytes | None]]) -> None:
        """Keep what was read in some contents, all or nothing."""
        facts = [(edition, *content, facts) for content, facts, _ in results]
        texts = [(edition, *content, text) for content, _, text in results if text is not None]
        self._write_sealed(
            ("INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?, ?)", facts),
            ("INSERT OR REPLACE INTO texts VALUES (?, ?, ?, ?, ?)", texts),
        )

    def findings(self, year: int) -> dict[str, Remembered]:
        """Return what was found in an e-Monev year, by the place it was asked at."""
        rows = self._ask_sealed("SELECT * FROM findings WHERE year = ?", year)
        return {row[1]: Remembered(row[2], row[3]) for row in rows}

    def keep_findings(self, year: int, found: Mapping[str, Remembered]) -> None:
        """Keep what was found in a year; a place remembers its last answer only."""
        rows = [(year, place, r.question, r.findings) for place, r in found.items()]
        self._write_sealed(("INSERT OR REPLACE INTO findings VALUES (?, ?, ?, ?, ?)", rows))

    def forget_other_editions(self, edition: str) -> None:
        """Drop what other releases of the readers, or other limits, have left behind."""
        if self._ask("SELECT 1 FROM facts WHERE edition <> ? LIMIT 1", edition):
            self._write(
                ("DELETE FROM facts WHERE edition <> ?", [(edition,)]),
                ("DELETE FROM texts WHERE edition <> ?", [(edition,)]),
            )

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
            place.parent.mkdir(parents=True, exist_ok=True)
            return _connected(place, self._busy_seconds)
        except (sqlite3.Error, OSError) as error:
            return self._instead(error)

    def _instead(self, error: Exception) -> sqlite3.Connection:
        """Return what to go on with: a new file where the old one is damaged, else none."""
        if self._place is None:
            raise error
        if not _is_damage(error):
            return self._without("locked" if "locked" in str(error) else "unwritable")
        try:
            _remove(self._place)
            database = _connected(self._place, self._busy_seconds)
        except (sqlite3.Error, OSError):
            return self._without("unwritable")
        if not isinstance(error, _OtherReleaseError):
            self._notices.append(say(_REBUILT, path=_shown(self._place)))
        return database

    def _without(self, cause: str) -> sqlite3.Connection:
        path = _shown(self._place or CACHE_PLACE)
        self._notices.append(say(_WITHOUT, path=path, cause=_CAUSES[cause]))
        self._place = None
        return _private()

    def _one(self, question: str, edition: str, content: Content) -> bytes | None:
        where = " WHERE edition = ? AND sha256 = ? AND format = ?"
        rows = self._ask_sealed(question + where, edition, *content)
        return rows[0][3] if rows else None

    def _ask(self, question: str, *values: str | int) -> list[tuple[Any, ...]]:
        return self._held(lambda: self._database.execute(question, values).fetchall())

    def _ask_sealed(self, question: str, *values: str | int) -> list[tuple[Any, ...]]:
        """Return whole rows that still bear their seal; one that does not is damage."""

        def ask() -> list[tuple[Any, ...]]:
            rows = self._database.execute(question, values).fetchall()
            if any(_seal_of(row[:-1]) != row[-1] for row in rows):
                raise sqlite3.DatabaseError("malformed: a row that broke its seal")
            return rows

        return self._held(ask)

    def _write_sealed(self, *orders: tuple[str, Sequence[tuple[object, ...]]]) -> None:
        self._write(
            *((order, [(*row, _seal_of(row)) for row in rows]) for order, rows in orders if rows)
        )

    def _write(self, *orders: tuple[str, Sequence[tuple[object, ...]]]) -> None:
        def write() -> None:
            with _transaction(self._database):
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


@contextlib.contextmanager
def _transaction(database: sqlite3.Connection) -> Iterator[None]:
    # IMMEDIATE waits for the other run's turn; a transaction begun by reading could not.
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


def _connected(place: Path, busy_seconds: float) -> sqlite3.Connection:
    database = sqlite3.connect(place, timeout=busy_seconds, isolation_level=None)
    try:
        database.execute("PRAGMA trusted_schema = OFF")
        # Where WAL cannot be had (some network drives), SQLite stays with its older way: as safe.
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        _lay(database)
    except BaseException:
        database.close()
        raise
    return database


def _private() -> sqlite3.Connection:
    """Return a database of this process only, on disk where it grows; SQLite deletes it."""
    database = sqlite3.connect("", isolation_level=None)
    _lay(database)
    return database


def _lay(database: sqlite3.Connection) -> None:
    """Make the tables; refuse a file that holds anything else (triggers, say, could lie)."""
    question = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    if dict(database.execute(question)) == _SCHEMA:
        return
    with _transaction(database):
        found = dict(database.execute(question))
        if found and found != _SCHEMA:
            (release,) = database.execute("PRAGMA user_version").fetchone()
            if release not in {0, _RELEASE}:
                raise _OtherReleaseError
            raise sqlite3.DatabaseError("malformed: other tables than ours")
        if not found:
            database.execute(f"PRAGMA user_version = {_RELEASE}")
            for statement in _SCHEMA.values():
                database.execute(statement)


class _OtherReleaseError(sqlite3.DatabaseError):
    """Another release of emonev laid this cache; nothing is wrong with it."""

    def __init__(self) -> None:
        super().__init__("malformed: for us")


def _seal_of(row: Iterable[object]) -> int:
    """Return a checksum of a row: SQLite has none, and a spoilt fact would be a wrong grade."""
    seal = 0
    for value in row:
        seal = zlib.crc32(value if isinstance(value, bytes) else repr(value).encode(), seal)
    return seal


def _is_damage(error: Exception) -> bool:
    words = str(error)
    return isinstance(error, sqlite3.DatabaseError) and (
        "malformed" in words
        or "not a database" in words
        or "no such" in words
        or "file format" in words
        or "Could not decode" in words  # text that is none
    )


def _remove(place: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        place.with_name(place.name + suffix).unlink(missing_ok=True)


def _shown(place: Path) -> str:
    return (place.relative_to(place.parent.parent)).as_posix()
