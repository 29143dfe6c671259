"""What runs in a worker process: one file after the other is read, and its facts are sent back.

Messages are bytes of msgpack both ways: a worker that a hostile file has taken over cannot make
its parent unpickle anything.
"""

import contextlib
import faulthandler
import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable
from importlib import import_module
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from emonev.evidence.limits import Limits
from emonev.evidence.messages import DEFAULT_READER, READY, Job, Reply, Settings
from emonev.evidence.unread import changed, crashed, out_of_memory
from emonev.model.facts import DocumentText, Facts

_OPEN_FILES = 64
_USUAL = (  # what most evidence is read and drawn with
    "emonev.evidence.analysis.facts",
    "emonev.evidence.readers.pdf",
    "PIL.WebPImagePlugin",
    "emonev.evidence.pictures.pdf_pages",
)
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
_KEPT_MEMORY = 32 * 1024**2  # the most that glibc takes for a block on its heap

Read = Callable[[Path, str, Limits], tuple[Facts, Struct | None]]


def work(connection: Connection, settings: Settings) -> None:
    """Read what is asked for until the parent hangs up or dies."""
    _settle(connection, settings)
    read = _late(settings.reader)
    try:
        connection.send_bytes(READY)
        usual = deque(_USUAL if settings.ahead and settings.reader == DEFAULT_READER else ())
        while True:
            _load(usual, connection)
            job = msgspec.msgpack.decode(connection.recv_bytes(), type=Job)
            reply = read_job(job, _asked(job) if job.task else read, settings.limits)
            connection.send_bytes(msgspec.msgpack.encode(reply))
            if reply.spent:
                return
    except (EOFError, OSError):
        return


def read_facts(path: Path, format_: str, limits: Limits) -> tuple[Facts, DocumentText | None]:
    """Return what a file says: read by its format's reader, understood by the analysis."""
    from emonev.evidence.analysis import facts_of
    from emonev.evidence.readers import read_file

    return facts_of(read_file(path, format_, limits))


def read_job(job: Job, read: Read, limits: Limits) -> Reply:
    """Return the facts of a content, from the first of its places where it can be read."""
    reply = Reply(_encoded(changed(job.format)), keep=False)
    for place, modified in zip(job.places, job.modified, strict=True):
        path = Path(os.fsdecode(place))
        if not _is_as_hashed(path, job.bytes, modified):
            continue
        reply = _read_one(path, job.format, read, limits)
        if reply.keep and _is_as_hashed(path, job.bytes, modified):
            return reply
        if reply.keep:
            reply = Reply(_encoded(changed(job.format)), keep=False)
    return reply


def _late(reader: str, *more: bytes) -> Read:
    """Return a reader that is imported when the first file asks for it, and fails with that file."""
    module, _, function = reader.partition(":")

    def read(path: Path, format_: str, limits: Limits) -> tuple[Facts, Struct | None]:
        result: tuple[Facts, Struct | None] = getattr(import_module(module), function)(
            path, format_, limits, *more
        )
        return result

    return read


def _load(modules: deque[str], connection: Connection) -> None:
    """Load modules for as long as nothing is asked: while files are looked for, or judged."""
    while modules and not connection.poll():
        # What does not load fails with the file that needs it.
        with contextlib.suppress(Exception):
            import_module(modules.popleft())


def _asked(job: Job) -> Read:
    return _late(job.task, job.request)


def _read_one(path: Path, format_: str, read: Read, limits: Limits) -> Reply:
    try:
        facts, text = read(path, format_, limits)
        code = facts.problem.code if facts.problem else ""
        return Reply(
            _encoded(facts),
            None if text is None else _encoded(text),
            keep=code != "unreadable",
            spent=code == "memory-limit",
        )
    except MemoryError:
        pass  # answered below, when the frames that hold the memory are gone
    except BaseException as error:  # noqa: BLE001 - a reader's SystemExit loses this file only
        # A module that does not load is the installation's fault and may be mended any moment.
        keep = not isinstance(error, ImportError)
        return Reply(_encoded(crashed(format_, type(error).__name__)), keep=keep)
    return Reply(_encoded(out_of_memory(format_, limits.memory)), spent=True)


def _is_as_hashed(path: Path, size: int, modified: int) -> bool:
    try:
        state = path.stat()
    except OSError:
        return False
    return state.st_size == size and modified in {0, state.st_mtime_ns}


def _encoded(value: Struct) -> bytes:
    try:
        return msgspec.msgpack.encode(value)
    except UnicodeEncodeError:
        plain = _without_surrogates(msgspec.to_builtins(value))
        return msgspec.msgpack.encode(msgspec.convert(plain, type(value)))


def _without_surrogates(value: Any) -> Any:
    """Return plain values whose strings can be written: broken PDFs hold halves of characters."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list | tuple):
        return [_without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {_without_surrogates(k): _without_surrogates(v) for k, v in value.items()}
    return value


def _settle(connection: Connection, settings: Settings) -> None:
    """Take away what a reader does not need: the terminal, other files, memory, a life alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C ends
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    faulthandler.disable()
    _silence()
    if settings.forked:
        # Objects of the parent must not be collected here: their files are closed already, and
        # closing them again would close someone else's.
        gc.freeze()
        os.closerange(3, connection.fileno())
        os.closerange(connection.fileno() + 1, os.sysconf("SC_OPEN_MAX"))
    if sys.platform == "linux":
        _die_with(settings.parent)
        _keep_memory()
    else:
        threading.Thread(target=_wait_for_orphanhood, daemon=True).start()
    if sys.platform != "win32":
        _limit(settings)


def _silence() -> None:
    """Send output to nowhere, also that of C libraries, and give no input."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    if nowhere > 2:
        os.close(nowhere)
    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - for as long as we live
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - same


def _die_with(parent: int) -> None:
    """Let the kernel end this process when its parent ends, however that happens."""
    import ctypes

    libc = ctypes.CDLL(None)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if os.getppid() != parent:  # it died before we asked
        os._exit(1)


def _keep_memory() -> None:
    """Let glibc reuse the room that a page's picture takes; it would give it back and ask the
    kernel for it again, zeroed, for every page: 6 % of the time of drawing.
    """
    import ctypes

    libc = ctypes.CDLL(None)
    if hasattr(libc, "mallopt"):  # musl has none
        libc.mallopt(_M_MMAP_THRESHOLD, _KEPT_MEMORY)
        libc.mallopt(_M_TRIM_THRESHOLD, 2 * _KEPT_MEMORY)


def _wait_for_orphanhood() -> None:
    """End this process when its parent has ended, even in the middle of a file."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _limit(settings: Settings) -> None:
    import resource

    os.umask(0o077)
    limits = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: _OPEN_FILES,
    }
    if settings.address_space:
        limits[resource.RLIMIT_AS] = settings.limits.memory
    for kind, wanted in limits.items():
        _, most = resource.getrlimit(kind)
        bound = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
        resource.setrlimit(kind, (bound, bound))
