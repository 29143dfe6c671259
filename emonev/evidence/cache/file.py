"""The cache's file: its tables, how it is opened, what is damage, and the seal on every row."""

import contextlib
import hmac
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

_SCHEMA = {
    "seen": (
        "CREATE TABLE seen (path BLOB PRIMARY KEY, bytes INTEGER, modified INTEGER, "
        "changed INTEGER, sha256 TEXT, format TEXT, kinds TEXT, seal BLOB) WITHOUT ROWID"
    ),
    "facts": (
        "CREATE TABLE facts (edition TEXT, sha256 TEXT, format TEXT, facts BLOB, seal BLOB, "
        "PRIMARY KEY (edition, sha256, format))"
    ),
    "findings": (
        "CREATE TABLE findings (year INTEGER, place TEXT, question BLOB, findings BLOB, "
        "seal BLOB, PRIMARY KEY (year, place)) WITHOUT ROWID"
    ),
    "pictures": (
        "CREATE TABLE pictures (year INTEGER, sha256 TEXT, format TEXT, question BLOB, "
        "pages BLOB, seal BLOB, PRIMARY KEY (year, sha256, format))"
    ),
    "recognised": (
        "CREATE TABLE recognised (edition TEXT, sha256 TEXT, format TEXT, page INTEGER, "
        "pixels TEXT, problem TEXT, answer BLOB, seal BLOB, "
        "PRIMARY KEY (edition, sha256, format, page)) WITHOUT ROWID"
    ),
    "texts": (
        "CREATE TABLE texts (edition TEXT, sha256 TEXT, format TEXT, text BLOB, seal BLOB, "
        "PRIMARY KEY (edition, sha256, format))"
    ),
}

# Tells the caches of other releases, whose tables may differ, from damage.
_RELEASE = zlib.crc32("".join(_SCHEMA.values()).encode()) & 0x7FFFFFFF


class OtherReleaseError(sqlite3.DatabaseError):
    """Another release of emonev laid this cache; nothing is wrong with it."""

    def __init__(self) -> None:
        super().__init__("malformed: for us")


class OtherKeyError(sqlite3.DatabaseError):
    """Somebody else sealed this cache, and may have written into it whatever they liked."""

    def __init__(self) -> None:
        super().__init__("malformed: sealed by another")


class Seal:
    """Seals the rows of a cache: a spoilt or forged one would be a wrong grade."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    @property
    def mark(self) -> int:
        """What a file tells of the key that sealed it: whose it is, and nothing of the key."""
        return int.from_bytes(self.of(("mark",))[:4], "big") >> 1

    def of(self, row: Sequence[object]) -> bytes:
        """Return the seal of a row, which says in its first value what kind of row it is."""
        return hmac.digest(self._key, msgspec.msgpack.encode(row), "sha256")[:16]


def connected(place: Path, busy_seconds: float, mark: int) -> sqlite3.Connection:
    database = sqlite3.connect(place, timeout=busy_seconds, isolation_level=None)
    try:
        database.execute("PRAGMA trusted_schema = OFF")
        # Where WAL cannot be had (some network drives), SQLite stays with its older way: as safe.
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        _lay(database, mark)
    except BaseException:
        database.close()
        raise
    return database


def private() -> sqlite3.Connection:
    """Return a database of this process only, on disk where it grows; SQLite deletes it."""
    database = sqlite3.connect("", isolation_level=None)
    _lay(database, mark=0)
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


def _lay(database: sqlite3.Connection, mark: int) -> None:
    """Make the tables; refuse a file that holds anything else (triggers, say, could lie)."""
    if not _is_laid(database):
        with transaction(database):
            if not _is_laid(database):  # another run may have been quicker
                database.execute(f"PRAGMA user_version = {_RELEASE}")
                database.execute(f"PRAGMA application_id = {mark}")
                for statement in _SCHEMA.values():
                    database.execute(statement)
    if _number(database, "application_id") != mark:
        raise OtherKeyError


def _is_laid(database: sqlite3.Connection) -> bool:
    """Say whether the tables are there, or nothing is."""
    found = dict(database.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    if found and found != _SCHEMA:
        if _number(database, "user_version") not in {0, _RELEASE}:
            raise OtherReleaseError
        raise sqlite3.DatabaseError("malformed: other tables than ours")
    return bool(found)


def _number(database: sqlite3.Connection, pragma: str) -> int:
    (number,) = database.execute(f"PRAGMA {pragma}").fetchone()
    return int(number)
