"""A program that runs beside a worker for one page: through pipes, for so long, and not longer than it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence

_PR_SET_PDEATHSIG = 1


def answer_of(command: Sequence[str], given: bytes, seconds: float) -> bytes:
    """Return what a program writes when it is given some bytes.

    Raises OSError where it cannot be started, subprocess.TimeoutExpired where it takes too long,
    and subprocess.CalledProcessError where it fails. It never outlives this call.
    """
    process = subprocess.Popen(  # noqa: S603 - a program that find_engine found, and no shell
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # workers share the cores already
        preexec_fn=_dying_with_us(seconds),  # noqa: PLW1509 - a worker has one thread
    )
    try:
        answer, _ = process.communicate(given, timeout=max(0.0, seconds))
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return answer


def _dying_with_us(seconds: float) -> Callable[[], None] | None:
    """Return what the child does before it becomes the program: bind its life to ours.

    A killed worker takes it along on Linux. Elsewhere its pipe breaks, and on macOS its processor
    time is bounded as well.
    """
    if sys.platform == "win32":
        return None
    import resource

    spent = max(1, round(seconds) + 1)
    worker = os.getpid()
    prctl = _prctl()

    def bind() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (spent, spent))
        if prctl is not None:
            prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
            if os.getppid() != worker:  # it died before we asked
                os._exit(1)

    return bind


def _prctl() -> Callable[..., int] | None:
    if sys.platform != "linux":
        return None
    import ctypes

    found: Callable[..., int] = ctypes.CDLL(None).prctl
    return found
