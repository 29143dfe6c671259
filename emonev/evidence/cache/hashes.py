"""The hashes of files, remembered as long as their size and times stay the same."""

import os
from collections.abc import Iterable

from msgspec import Struct

from emonev.evidence.cache.store import Store


class Seen(Struct, frozen=True):
    """The hash and format of a file as long as it keeps this size and these times."""

    bytes: int
    modified: int
    changed: int
    sha256: str
    format: str

    def is_of(self, size: int, modified: int, changed: int) -> bool:
        return (self.bytes, self.modified, self.changed) == (size, modified, changed)


class Hashes:
    """Every file that was hashed, by its path relative to the workspace.

    `kinds` is the release of what tells formats apart, which may know better than an earlier one.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def known(self, kinds: str) -> dict[str, Seen]:
        rows = self._store.rows("seen", "kinds = ?", kinds)
        return {os.fsdecode(row[0]): Seen(*row[1:6]) for row in rows}

    def keep(self, kinds: str, files: Iterable[tuple[str, Seen]]) -> None:
        """Keep the hashes of files, all at once."""
        rows = [
            (os.fsencode(path), s.bytes, s.modified, s.changed, s.sha256, s.format, kinds)
            for path, s in files
        ]
        self._store.put(("seen", rows))
