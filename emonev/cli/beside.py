"""Work done beside this process where the system can fork: two cores draw in less time than one."""

import os
import sys
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Failure = TypeVar("Failure")


class Beside(Generic[Failure]):
    """One piece of work, begun at once in a process of its own if that is `worth_it`.

    `work` returns None where all went well, else why not. What fails there is done again here, so
    that it is told as it is anywhere; where the system cannot fork it is done here alone.
    """

    def __init__(self, work: Callable[[], Failure | None], *, worth_it: bool) -> None:
        self.work = work
        self.child = _forked(work) if worth_it and _can_fork() else None

    def finish(self) -> Failure | None:
        """Wait for the work, and return what it returns."""
        if self.child is not None and os.waitpid(self.child, 0)[1] == 0:
            return None
        return self.work()


def _can_fork() -> bool:
    # A child has no threads but this one, and waits for ever for what the others had locked; on
    # macOS the system's own libraries have some.
    return sys.platform == "linux" and threading.active_count() == 1


def _forked(work: Callable[[], Failure | None]) -> int:
    child = os.fork()
    if child:
        return child
    went_well = False
    try:
        went_well = work() is None
    finally:
        os._exit(0 if went_well else 1)  # whatever was raised: the parent sees for itself
