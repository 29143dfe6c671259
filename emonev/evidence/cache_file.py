"""The cache's file: its tables, how it is opened, what is damage, and the seal on every row."""

import contextlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

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


class OtherReleaseError(sqlite3.DatabaseError):
    """Another release of emonev laid this cache; nothing is wrong with it."""

    def __init__(self) -> None:
        super().__init__("malformed: for us")


def connected(place: Path, busy_seconds: float) -> sqlite3.Connection:
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


def private() -> sqlite3.Connection:
    """Return a database of this process only, on disk where it grows; SQLite deletes it."""
    database = sqlite3.connect("", isolation_level=None)
    _lay(database)
    return database


@contextlib.contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    # IMMEDIATE waits for the other run's turn; a transaction begun by reading could not.
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


def seal_of(row: Iterable[object]) -> int:
    """Return a checksum of a row: SQLite has none, and a spoilt fact would be a wrong grade."""
    seal = 0
    for value in row:
        seal = zlib.crc32(value if isinstance(value, bytes) else repr(value).encode(), seal)
    return seal


def is_damage(error: Exception) -> bool:
    words = str(error)
    return isinstance(error, sqlite3.DatabaseError) and (
        "malformed" in words
        or "not a database" in words
        or "no such" in words
        or "file format" in words
        or "Could not decode" in words  # text that is none
    )


def remove(place: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        place.with_name(place.name + suffix).unlink(missing_ok=True)


def _lay(database: sqlite3.Connection) -> None:
    """Make the tables; refuse a file that holds anything else (triggers, say, could lie)."""
    question = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    if dict(database.execute(question)) == _SCHEMA:
        return
    with transaction(database):
        found = dict(database.execute(question))
        if found and found != _SCHEMA:
            (release,) = database.execute("PRAGMA user_version").fetchone()
            if release not in {0, _RELEASE}:
                raise OtherReleaseError
            raise sqlite3.DatabaseError("malformed: other tables than ours")
        if not found:
            database.execute(f"PRAGMA user_version = {_RELEASE}")
            for statement in _SCHEMA.values():
                database.execute(statement)
