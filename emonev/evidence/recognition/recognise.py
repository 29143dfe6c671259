"""The pass itself: what was read before is taken from the cache, the rest is read while time lasts."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from emonev.evidence.library import Library
from emonev.evidence.recognition.clock import Clock, Progress
from emonev.evidence.recognition.documents import Document, Stakes, documents_for
from emonev.evidence.workers import Workers
from emonev.model.assessment import Recognition
from emonev.model.inventory import Inventory

if TYPE_CHECKING:
    from emonev.evidence.ocr import Engine


class Asked(Struct, frozen=True, kw_only=True):
    """`engine`: `auto`, `off` or an engine's name. `minutes`: how long this run may read.

    What is None is left to emonev.yaml. `progress` is told of every page.
    """

    engine: str | None = None
    minutes: float | None = None
    progress: Progress | None = None

    def or_else(self, engine: str, minutes: float) -> "Asked":
        """Return the same with what was left open filled in."""
        return replace(
            self,
            engine=engine if self.engine is None else self.engine,
            minutes=minutes if self.minutes is None else self.minutes,
        )


def recognise(
    workspace: Path,
    inventory: Inventory,
    library: Library,
    asked: Asked,
    *,
    criteria: Collection[str],
    stakes: Stakes,
    workers: Workers,
) -> Recognition | None:
    """Let OCR read pages that could move points; from then on the library gives their words too.

    `criteria` are the ids of those that ask for words. `stakes` says what points each of them can
    still gain; it is asked only where pages are left to read. None where no page wants OCR.
    """
    choice = asked.engine or "auto"
    if choice not in {"auto", "off"}:
        _find_engine(choice)  # one that is asked for and not there is a mistake at any time
    documents = documents_for(inventory.files, library, criteria)
    if not documents:
        return None
    engine = None if choice == "off" else _find_engine(choice)
    if engine is None:
        return Recognition(off=choice == "off", left=_pages_in(documents))
    # Imported here: most runs have no page for OCR, or no engine.
    from emonev.evidence.recognition.passes import Passes

    with Passes(workspace, library, documents, stakes, workers) as passes:
        clock = Clock(60 * (asked.minutes or 0), asked.progress)
        return passes.read(engine, _find_second(choice, engine), clock)


def _find_engine(choice: str) -> "Engine | None":
    # Imported here: most runs have no page for OCR.
    from emonev.evidence.ocr import find_engine

    return find_engine(choice)


def _find_second(choice: str, first: "Engine") -> "Engine | None":
    from emonev.evidence.ocr import find_second

    return find_second(choice, first)


def _pages_in(documents: Collection[Document]) -> int:
    return sum(len(each.wanted.pages) + len(each.wanted.beyond) for each in documents)
