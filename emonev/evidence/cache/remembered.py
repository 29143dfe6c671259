"""What was made of a year's evidence before: the judge's findings, and pictures of proof pages."""

from collections.abc import Mapping

from msgspec import Struct

from emonev.evidence.cache.readings import Content
from emonev.evidence.cache.store import Store


class Remembered(Struct, frozen=True):
    """What was made before, encoded, and a digest of the question that it answers."""

    question: bytes
    answer: bytes


class Findings:
    """What was found in an e-Monev year, by the place it was asked at, which keeps its last answer."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, year: int) -> dict[str, Remembered]:
        rows = self._store.rows("findings", "year = ?", year)
        return {row[1]: Remembered(row[2], row[3]) for row in rows}

    def keep(self, year: int, found: Mapping[str, Remembered]) -> None:
        rows = [(year, place, r.question, r.answer) for place, r in found.items()]
        self._store.put(("findings", rows))


class Pictures:
    """What was drawn for an e-Monev year, by content, which keeps its last pictures."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, year: int) -> dict[Content, Remembered]:
        rows = self._store.rows("pictures", "year = ?", year)
        return {(row[1], row[2]): Remembered(row[3], row[4]) for row in rows}

    def keep(self, year: int, drawn: Mapping[Content, Remembered]) -> None:
        rows = [(year, *content, r.question, r.answer) for content, r in drawn.items()]
        self._store.put(("pictures", rows))
