"""How long OCR has read in this run, how long it may, and how long the rest will take."""

import time
from collections.abc import Callable

# Pages done and sought, and the seconds that the rest will take; None before any is done.
Progress = Callable[[int, int, float | None], None]

# How much longer than a first reading a second look takes, on the whole: docs/ocr.md.
_AGAIN = 1.3


class Clock:
    """The time of both passes of a run, which share its seconds and one bar."""

    def __init__(self, seconds: float, progress: Progress | None = None) -> None:
        self._seconds, self._progress = seconds, progress
        self._began = self._pass_began = time.monotonic()
        self._before = self._done = self._total = self._later = 0

    def begin(self, pages: int, later: int = 0) -> None:
        """Begin a pass of so many pages, after which so many may be looked at again."""
        self._before, self._pass_began = self._before + self._done, time.monotonic()
        self._done, self._total, self._later = 0, pages, later
        self.say()

    def is_over(self) -> bool:
        return time.monotonic() - self._began >= self._seconds

    def one_more(self) -> None:
        """Count a page as read."""
        self._done += 1
        self.say()

    def say(self) -> None:
        """Tell whoever looks how far it is."""
        if self._progress is not None and self._total:
            total = self._before + self._total + self._later
            self._progress(self._before + self._done, total, self._to_go())

    def _to_go(self) -> float | None:
        """Return the seconds that the rest takes at the pace so far, or that are left for it."""
        if not self._done:
            return None
        now = time.monotonic()
        pace = (now - self._pass_began) / self._done
        rest = pace * (self._total - self._done + _AGAIN * self._later)
        return max(0.0, min(rest, self._seconds - (now - self._began)))
