"""Bars on stderr for work that takes longer than a second; nothing where nobody looks."""

import contextlib
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from emonev.language import say
from emonev.model.text import Language, Text

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_READING = Text("Membaca bukti", "Reading evidence")
_RECOGNISING = Text("Membaca pindaian (OCR)", "Reading scans (OCR)")
_DRAWING = Text("Menggambar halaman bukti", "Drawing proof pages")
_UNKNOWN = Text("menghitung sisa waktu", "working out the time left")
_MINUTES = Text("sisa sekitar {count} menit", "about {count} minutes left")
_SECONDS = Text("sisa kurang dari satu menit", "less than a minute left")
_PATIENCE = 1.0  # seconds before a bar is worth its flicker


@contextlib.contextmanager
def shown_progress(language: Language) -> Iterator["Shown | None"]:
    """Yield what draws a bar for each phase of a run, or None when stderr is not a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    shown = Shown(language)
    try:
        yield shown
    finally:
        shown.close()


class Shown:
    """The bars of one run, one after the other."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._bar: _LateBar | None = None
        self._phase = _READING

    def reading(self, done: int, total: int) -> None:
        """Show how many files are read."""
        self._bar_of(_READING).show(done, total)

    def recognising(self, done: int, total: int, seconds: float | None) -> None:
        """Show how many pages OCR has read, and how long it will go on."""
        rest = time_to_go(seconds).in_language(self._language)
        self._bar_of(_RECOGNISING).show(done, total, rest)

    def drawing(self, done: int, total: int) -> None:
        """Show of how many files the proof pages are drawn."""
        self._bar_of(_DRAWING).show(done, total)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _bar_of(self, phase: Text) -> "_LateBar":
        if self._bar is None or self._phase is not phase:
            self.close()
            self._phase = phase
            self._bar = _LateBar(phase.in_language(self._language))
        return self._bar


def time_to_go(seconds: float | None) -> Text:
    """Return how long the rest takes, as roughly as it is known."""
    if seconds is None:
        return _UNKNOWN
    if seconds < 60:
        return _SECONDS
    return say(_MINUTES, count=round(seconds / 60))


class _LateBar:
    """A progress bar that appears only once the work has lasted a second."""

    def __init__(self, label: str) -> None:
        self._label, self._since = label, time.monotonic()
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def show(self, done: int, total: int, rest: str = "") -> None:
        """Draw the bar; `rest` stands in the place of the time that the bar works out itself."""
        if self._progress is None:
            if time.monotonic() - self._since < _PATIENCE:
                return
            self._open(total, told=bool(rest))
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=done, total=total, rest=rest)

    def close(self) -> None:
        if self._progress is not None:
            self._progress.stop()

    def _open(self, total: int, *, told: bool) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

        self._progress = Progress(
            "{task.description}",
            BarColumn(),
            MofNCompleteColumn(),
            "{task.fields[rest]}" if told else TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._progress.add_task(self._label, total=total, rest="")
        self._progress.start()
