"""A bar on stderr for work that takes longer than a second; nothing where nobody looks."""

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from emonev.model.text import Language, Text

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_READING = Text("Membaca bukti", "Reading evidence")
_PATIENCE = 1.0  # seconds before a bar is worth its flicker


@contextlib.contextmanager
def shown_progress(language: Language) -> Iterator[Callable[[int, int], None] | None]:
    """Yield a callable(done, total) that draws a bar, or None when stderr is not a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    bar = _LateBar(_READING.in_language(language))
    try:
        yield bar
    finally:
        bar.close()


class _LateBar:
    """A progress bar that appears only once the work has lasted a second."""

    def __init__(self, label: str) -> None:
        self._label, self._since = label, time.monotonic()
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def __call__(self, done: int, total: int) -> None:
        if self._progress is None:
            if time.monotonic() - self._since < _PATIENCE:
                return
            self._open()
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=done, total=total)

    def close(self) -> None:
        if self._progress is not None:
            self._progress.stop()

    def _open(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

        self._progress = Progress(
            "{task.description}",
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._progress.add_task(self._label)
        self._progress.start()
