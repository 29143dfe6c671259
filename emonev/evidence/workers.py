"""The workers of a run, shared by its passes; a run with nothing to read never loads their machinery."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Self

from emonev.evidence.limits import Limits
from emonev.evidence.messages import DEFAULT_READER, Job, Reply

if TYPE_CHECKING:
    from emonev.evidence.containment import Supervisor


class Workers:
    """Worker processes for as long as the `with` block lasts, started by the first pass with jobs."""

    def __init__(self, limits: Limits, reader: str = DEFAULT_READER) -> None:
        self.limits, self.reader = limits, reader
        self._supervisor: Supervisor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._supervisor is not None:
            self._supervisor.__exit__(None, None, None)
            self._supervisor = None

    def read(
        self, jobs: Sequence[Job], enough: Callable[[], bool] | None = None
    ) -> Iterator[tuple[int, Reply]]:
        """Yield a reply for each job, by its index, as they come.

        Once `enough` says so no further job is begun; those that were are still answered. A pass
        that is left before its last reply has come ends the workers with it: what they were doing
        is of no use to the next.
        """
        if not jobs:
            return
        finished = False
        try:
            yield from self._started(len(jobs)).read(jobs, enough)
            finished = True
        finally:
            if not finished:
                self.__exit__()

    def _started(self, jobs: int) -> "Supervisor":
        # Imported here: a run with everything in the cache starts no process.
        from emonev.evidence.containment import Supervisor, workers_for

        if self._supervisor is None:
            supervisor = Supervisor(self.limits, workers=workers_for(jobs), reader=self.reader)
            self._supervisor = supervisor.__enter__()
        else:
            self._supervisor.grow(workers_for(jobs))
        return self._supervisor
