"""The workers of a run, shared by its passes; a run with nothing to read never loads their machinery."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Self

from emonev.evidence.limits import Limits
from emonev.evidence.messages import DEFAULT_READER, Job, Reply

if TYPE_CHECKING:
    from emonev.evidence.containment import Supervisor


_AT_FIRST = 2  # more have no part in what most runs read, and are started when there is more


class Workers:
    """Worker processes for as long as the `with` block lasts, started by the first pass with jobs.

    `later` names modules that the run will need when all is read: they are loaded while the
    parent has nothing to do but to wait for its workers.
    """

    def __init__(
        self, limits: Limits, reader: str = DEFAULT_READER, *, later: Iterable[str] = ()
    ) -> None:
        self.limits, self.reader, self._later = limits, reader, tuple(later)
        self._supervisor: Supervisor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._supervisor is not None:
            self._supervisor.__exit__(None, None, None)
            self._supervisor = None

    def begin(self) -> None:
        """Start some, to load what they read with while their parent looks for what there is."""
        self._started(_AT_FIRST, ahead=True)

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

    def _started(self, jobs: int, *, ahead: bool = False) -> "Supervisor":
        # Imported here: a run with everything in the cache starts no process.
        from emonev.evidence.containment import Supervisor, workers_for

        if self._supervisor is None:
            supervisor = Supervisor(
                self.limits,
                workers=workers_for(jobs),
                reader=self.reader,
                ahead=ahead,
                later=self._later,
            )
            self._supervisor = supervisor.__enter__()
        else:
            self._supervisor.grow(workers_for(jobs))
        return self._supervisor
