"""Standard streams that cannot spoil a run: UTF-8 everywhere, open, and at peace when nobody reads."""

import errno
import io
import os
import sys
from contextlib import suppress
from typing import Any, TextIO

_STREAMS = ("stdin", "stdout", "stderr")
_STDOUT, _STDERR = 1, 2
# Windows says EINVAL where a reader went away.
_NOBODY_READS = {errno.EPIPE, errno.EINVAL} if sys.platform == "win32" else {errno.EPIPE}


def prepare_streams() -> None:
    """Open closed streams onto nothing, and let the others speak UTF-8 and outlive their readers.

    Must come first: a pipe or database that got the number of a closed stream would be written
    into by whoever prints.
    """
    for number, name in enumerate(_STREAMS):
        if not _is_open(number):
            _onto_nothing(number)
        if getattr(sys, name) is None:
            mode = "w" if number else "r"
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 - for as long as the process lives
        elif number:
            setattr(sys, name, _speaking_utf8(getattr(sys, name), number))


def finish_streams() -> OSError | None:
    """Send out what is still waiting; return why that failed, if it did (a full disk)."""
    try:
        sys.stdout.flush()
    except OSError as error:
        _onto_nothing(_STDOUT)  # else Python would try again at the end, and complain
        return error
    return None


def _speaking_utf8(stream: TextIO, number: int) -> TextIO:
    if stream.isatty():
        with suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[attr-defined] # suppressed where it is no real text stream
        return stream
    with suppress(OSError):
        stream.flush()
    patient = io.BufferedWriter(_Patient(number, "wb", closefd=False))
    return io.TextIOWrapper(
        patient, encoding="utf-8", errors="replace", line_buffering=number == _STDERR
    )


class _Patient(io.FileIO):
    """A file whose reader may go away (`| head -1`): the rest is then said to nobody."""

    def write(self, data: Any, /) -> int:
        try:
            return super().write(data)
        except OSError as error:
            # What cannot be said on stderr cannot be complained of either.
            if error.errno not in _NOBODY_READS and self.fileno() != _STDERR:
                raise
            _onto_nothing(self.fileno())
            return memoryview(data).nbytes


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def _onto_nothing(number: int) -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    if nothing != number:
        os.dup2(nothing, number)
        os.close(nothing)
