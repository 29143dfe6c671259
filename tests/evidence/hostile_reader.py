"""A reader for the tests of containment: each file says in its first word what to do."""

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from emonev.evidence.limits import Limits
from emonev.model.facts import DocumentText, Facts

READER = f"{__name__}:read"


def read(path: Path, format_: str, limits: Limits) -> tuple[Facts, DocumentText | None]:
    """Return facts that hold the worker's process id, or do something terrible."""
    word, _, rest = path.read_text(encoding="utf-8", errors="replace").partition(" ")
    DEEDS.get(word, _nothing)(path, rest)
    text = DocumentText((rest,), (rest.casefold(),))
    return Facts(format=format_, properties={"pid": str(os.getpid()), "word": word}), text


def _nothing(path: Path, rest: str) -> None:
    pass


def _segfault(path: Path, rest: str) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _segfault_when_used(path: Path, rest: str) -> None:
    """Die only where this process has read something before."""
    if _READ_BEFORE:
        _segfault(path, rest)


def _remember(path: Path, rest: str) -> None:
    _READ_BEFORE.append(path)


def _killed(path: Path, rest: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _hang(path: Path, rest: str) -> None:
    while True:
        time.sleep(1)


def _spin(path: Path, rest: str) -> None:
    while True:
        pass


def _eat(path: Path, rest: str) -> None:
    """Take memory step by step, as a bomb does; Python says MemoryError at the limit."""
    held = []
    while True:
        held.append(bytearray(8 * 1024**2))
        held[-1][::4096] = b"x" * len(held[-1][::4096])
        time.sleep(0.005)


def _eat_in_c(path: Path, rest: str) -> None:
    """Take memory as a C library does that aborts when it gets no more."""
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    while libc.malloc(ctypes.c_size_t(4 * 1024**2)):
        time.sleep(0.005)
    os.abort()


def _exit(path: Path, rest: str) -> None:
    os._exit(3)


def _leave(path: Path, rest: str) -> None:
    sys.exit(0)


def _fail(path: Path, rest: str) -> None:
    raise ValueError("a reader's mistake")


def _recurse(path: Path, rest: str) -> None:
    _recurse(path, rest)


def _talk(path: Path, rest: str) -> None:
    sys.stdout.write("LOUD")
    sys.stderr.write("LOUD")
    os.write(1, b"LOUD\n")
    os.write(2, b"LOUD\n")
    ctypes.CDLL(None).puts(b"LOUD")


def _write(path: Path, rest: str) -> None:
    with (path.parent / "planted").open("wb") as file:
        file.write(b"x" * 100)


def _change(path: Path, rest: str) -> None:
    path.write_text("other content", encoding="utf-8")


def _vanish(path: Path, rest: str) -> None:
    path.unlink()


def _slow(path: Path, rest: str) -> None:
    time.sleep(0.3)


_READ_BEFORE: list[Path] = []

DEEDS: dict[str, Callable[[Path, str], None]] = {
    "segfault": _segfault,
    "segfault-when-used": _segfault_when_used,
    "remember": _remember,
    "killed": _killed,
    "hang": _hang,
    "spin": _spin,
    "eat": _eat,
    "eat-in-c": _eat_in_c,
    "exit": _exit,
    "leave": _leave,
    "fail": _fail,
    "recurse": _recurse,
    "talk": _talk,
    "write": _write,
    "change": _change,
    "vanish": _vanish,
    "slow": _slow,
}
