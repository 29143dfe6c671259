"""The store: rows kept and fetched, each sealed with the key of whoever runs this.

Whatever befalls the file (locked, damaged, read-only, deleted, sealed by somebody else), the run
goes on, with a new file or a private one that vanishes at its end, and a notice says so.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from emonev.evidence.cache.file import (
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

BUSY_SECONDS = 10.0

Row = tuple[Any, ...]
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


class Store:
    """Rows by table. Conditions are written by the program's own modules, values never."""

    def __init__(self, place: Path | None, busy_seconds: float) -> None:
        """Open the file at `place`, or a private one without a place."""
        self._place, self._busy_seconds = place, busy_seconds
        self.notices: list[Text] = []
        self._seal = Seal(b"")
        self._database = private() if place is None else self._opened(place)

    def ask(self, question: str, *values: str | int) -> list[Row]:
        """Return the answer to a question that needs no whole rows, and so looks at no seals."""
        return self._held(lambda: self._database.execute(question, values).fetchall())

    def rows(self, table: str, where: str, *values: str | int) -> list[Row]:
        """Return whole rows that still bear their seal; one that does not is damage."""
        question = f"SELECT * FROM {table} WHERE {where}"  # noqa: S608 - both are our own words

        def ask() -> list[Row]:
            rows = self._database.execute(question, values).fetchall()
            if any(self._seal.of((table, *row[:-1])) != row[-1] for row in rows):
                raise sqlite3.DatabaseError("malformed: a row that broke its seal")
            return rows

        return self._held(ask)

    def put(self, *given: tuple[str, Sequence[Row]]) -> None:
        """Put rows into tables in place of those with the same key, all or nothing."""
        self._write(*(self._sealed(table, rows) for table, rows in given if rows))

    def drop(self, *given: tuple[str, str, Sequence[Row]]) -> None:
        """Drop from tables what fits a condition with any of the values, all or nothing."""
        self._write(
            *((f"DELETE FROM {table} WHERE {where}", values) for table, where, values in given)  # noqa: S608 - our own words
        )

    def close(self) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._database.close()

    def _opened(self, place: Path) -> sqlite3.Connection:
        if place.is_symlink() or place.parent.is_symlink():
            return self._without(place, "link")
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
            return self._without(self._place, "locked" if "locked" in str(error) else "unwritable")
        try:
            remove(self._place)
            database = connected(self._place, self._busy_seconds, self._seal.mark)
        except (sqlite3.Error, OSError):
            return self._without(self._place, "unwritable")
        if not isinstance(error, OtherReleaseError):
            told = _FOREIGN if isinstance(error, OtherKeyError) else _REBUILT
            self.notices.append(say(told, path=_shown(self._place)))
        return database

    def _without(self, place: Path, cause: str) -> sqlite3.Connection:
        return self._alone(say(_WITHOUT, path=_shown(place), cause=_CAUSES[cause]))

    def _alone(self, notice: Text) -> sqlite3.Connection:
        """Return a private database to go on with."""
        self.notices.append(notice)
        self._place = None
        return private()

    def _sealed(self, table: str, rows: Sequence[Row]) -> tuple[str, Sequence[Row]]:
        """Return what puts rows into a table, and the rows with their seals."""
        places = ", ".join("?" * (len(rows[0]) + 1))
        order = f"INSERT OR REPLACE INTO {table} VALUES ({places})"  # noqa: S608 - our own words
        return order, [(*row, self._seal.of((table, *row))) for row in rows]

    def _write(self, *orders: tuple[str, Sequence[Row]]) -> None:
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


def _shown(place: Path) -> str:
    return (place.relative_to(place.parent.parent)).as_posix()
