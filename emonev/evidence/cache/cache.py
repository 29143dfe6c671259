"""One cache with all its kinds of rows."""

from pathlib import Path
from types import TracebackType
from typing import Self

from emonev.evidence.cache.hashes import Hashes
from emonev.evidence.cache.pages import PagesRead
from emonev.evidence.cache.readings import Readings
from emonev.evidence.cache.remembered import Findings, Pictures
from emonev.evidence.cache.store import BUSY_SECONDS, Store
from emonev.model.text import Text

CACHE_PLACE = Path(".emonev") / "cache.sqlite"


class Cache:
    """One open cache. Nothing in it raises because of the file; see `notices`."""

    def __init__(self, place: Path | None, busy_seconds: float = BUSY_SECONDS) -> None:
        """Open the cache at `place`, or a private one without a place."""
        self._store = Store(place, busy_seconds)
        self.hashes = Hashes(self._store)
        self.readings = Readings(self._store)
        self.pages = PagesRead(self._store)
        self.findings = Findings(self._store)
        self.pictures = Pictures(self._store)

    @property
    def notices(self) -> tuple[Text, ...]:
        """What a person should know about the cache of this run."""
        return tuple(self._store.notices)

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_cache(workspace: Path) -> Cache:
    """Return the cache of a workspace, made where there is none."""
    return Cache(workspace / CACHE_PLACE)
