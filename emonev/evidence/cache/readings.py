"""What was read in a content: facts and text, apart, so that a run that needs no text loads none."""

from collections.abc import Collection, Iterable

from emonev.evidence.cache.store import Store

Content = tuple[str, str]  # sha256 and format

_OF_CONTENT = "edition = ? AND sha256 = ? AND format = ?"
_OF_OTHERS = "instr(edition, ?) <> 1"
_EARLIER = "sha256 = ? AND format = ? AND edition NOT IN (?, ?)"
_TABLES = ("facts", "texts")


class Readings:
    """Facts and texts, encoded, by content and by the edition of what read them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def contents(self, edition: str) -> set[Content]:
        """Return which contents have been read in this edition."""
        rows = self._store.ask("SELECT sha256, format FROM facts WHERE edition = ?", edition)
        return {(sha256, format_) for sha256, format_ in rows}

    def knows_any(self, edition: str) -> bool:
        """Say whether anything has been read in this edition."""
        return bool(self._store.ask("SELECT 1 FROM facts WHERE edition = ? LIMIT 1", edition))

    def facts(self, edition: str, content: Content) -> bytes | None:
        return self._one("facts", edition, content)

    def all_facts(self, edition: str) -> dict[Content, bytes]:
        """Return the facts of every content, but not their texts."""
        rows = self._store.rows("facts", "edition = ?", edition)
        return {(row[1], row[2]): row[3] for row in rows}

    def text(self, edition: str, content: Content) -> bytes | None:
        return self._one("texts", edition, content)

    def keep(self, edition: str, results: Collection[tuple[Content, bytes, bytes | None]]) -> None:
        """Keep what was read in some contents, all or nothing."""
        facts = [(edition, *content, facts) for content, facts, _ in results]
        texts = [(edition, *content, text) for content, _, text in results if text is not None]
        self._store.put(("facts", facts), ("texts", texts))

    def forget_other_editions(self, edition: str) -> None:
        """Drop what other releases of the readers, or other limits, have left behind.

        Editions that begin with this one are of the same release, with the words that OCR read.
        """
        if self._store.ask(f"SELECT 1 FROM facts WHERE {_OF_OTHERS} LIMIT 1", edition):  # noqa: S608 - our own words
            self._store.drop(*((table, _OF_OTHERS, [(edition,)]) for table in _TABLES))

    def forget_earlier(self, editions: Iterable[tuple[str, str, Content]]) -> None:
        """Drop what contents gave with fewer pages read, in all but a plain and a newest edition."""
        rows = [(*content, plain, newest) for plain, newest, content in editions]
        self._store.drop(*((table, _EARLIER, rows) for table in _TABLES))

    def _one(self, table: str, edition: str, content: Content) -> bytes | None:
        rows = self._store.rows(table, _OF_CONTENT, edition, *content)
        return rows[0][3] if rows else None
