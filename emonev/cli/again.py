"""What `emonev score` said last, said again while nothing that it hangs on has changed.

As `make` does not build what is up to date: the question is the command line, the day, the screen,
the program itself, and name, size and times of every entry in the workspace. Where one of them
differs, or may have changed during the last run, the command runs as if this were not here.
Hardly any of the program is imported for the answer: it takes as long as the looking does.
"""

import contextlib
import hashlib
import hmac
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from emonev import __version__
from emonev.evidence.cache_key import own_key
from emonev.resources import criteria_folder, reports_folder

if TYPE_CHECKING:
    from emonev.model.assessment import Assessment

MEMORY = ".emonev/again.json"

_COMMAND = "score"
_SETTLED = 5 * 10**9  # nanoseconds; FAT notes times in steps of two seconds
_SKEW = 3.0  # seconds that a network drive's clock may differ from ours
_PASSING = {"_", "SHLVL", "OLDPWD"}  # what a shell changes from one command to the next
_OWN = {".emonev", "__pycache__"}
_LINKS = {0xA000_0003, 0xA000_000C}  # Windows: junction, symbolic link


class _UnsureError(Exception):
    """The state of the workspace cannot be told from names, sizes and times."""


class _Ear:
    """Standard output that remembers what was said."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.heard: list[str] = []

    def write(self, words: str) -> int:
        self.heard.append(words)
        return self._stream.write(words)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class _Listening:
    """The command that this process runs, from its start on; one process runs one."""

    words: Sequence[str] = ()
    ear: _Ear | None = None
    since = 0


def say_again(words: Sequence[str]) -> int | None:
    """Print what the same command said last and return its exit code; None where it must run."""
    if _COMMAND not in words:
        return None
    for folder in _named(words):
        remembered = _remembered(folder)
        if remembered and remembered["question"] == _question(words, folder):
            sys.stdout.write(remembered["said"])
            return int(remembered["code"])
    return None


def listen(words: Sequence[str]) -> None:
    """Begin to remember what this command says; `keep` decides whether it may be said again."""
    if _COMMAND in words:
        _Listening.words, _Listening.since = words, time.time_ns()
        _Listening.ear = _Ear(sys.stdout)
        sys.stdout = _Listening.ear


def keep(
    folder: Path, rubric: Path, written: Sequence[Path], assessment: "Assessment", code: int
) -> None:
    """Keep what was said as the answer of a workspace, if nothing moved since the run began.

    `written` are the files that the run itself wrote. Nothing is kept where nobody listened, and
    failing to keep is no failure.
    """
    ear = _Listening.ear
    if ear is None or _is_passing(assessment) or not _is_watched(rubric, folder):
        return
    with contextlib.suppress(OSError, RecursionError, _UnsureError):
        entries = list(_entries(os.path.realpath(folder)))
        question = _question(_Listening.words, str(folder))
        if question and _is_settled(entries, written, _Listening.since):
            _write(folder / MEMORY, question, "".join(ear.heard), code)


def _is_passing(assessment: "Assessment") -> bool:
    """Say whether the result hangs on the moment: a file in use, a cache that could not be had,
    pages that there was no time to read.
    """
    read = assessment.recognition
    # On Windows Tesseract is found outside PATH too, where the question does not look.
    seen = sys.platform != "win32" and not (read and read.engine)
    waits = read is not None and (read.unanswered or read.again_left)
    if waits or (read is not None and read.left and not (read.off or seen)):
        return True
    return any(file.problem_code == "unreadable" for file in assessment.evidence) or any(
        warning.code == "notice" for warning in assessment.warnings
    )


def _is_watched(rubric: Path, folder: Path) -> bool:
    place = rubric.resolve()
    return any(place.is_relative_to(home.resolve()) for home in (folder, criteria_folder()))


def _named(words: Sequence[str]) -> Iterator[str]:
    """Yield the folders that the command may mean; which it is, the question tells."""
    for word in (*words, "."):
        if not word.startswith("-") and os.path.isfile(f"{word}/{MEMORY}"):  # noqa: PTH113 - pathlib costs more than the look
            yield word


def _remembered(folder: str) -> dict[str, Any] | None:
    """Return what is kept in a folder, if it bears this person's seal."""
    try:
        seal, _, content = Path(folder, MEMORY).read_bytes().partition(b"\n")
        if not hmac.compare_digest(seal, _seal(content)):
            return None
        found: dict[str, Any] = json.loads(content)
    except (OSError, ValueError):
        return None
    return found


def _write(place: Path, question: str, said: str, code: int) -> None:
    import tempfile

    content = json.dumps({"question": question, "code": code, "said": said}).encode()
    for left in place.parent.glob(f"{place.name}.*"):  # by a run that was killed
        left.unlink()
    # A name that nobody can guess: a link laid there would have us write into what it leads to.
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f"{place.name}.")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_seal(content) + b"\n" + content)
        fresh.replace(place)
    finally:
        fresh.unlink(missing_ok=True)


def _seal(content: bytes) -> bytes:
    return hmac.new(own_key(), b"again" + content, "sha256").hexdigest().encode()


def _question(words: Sequence[str], folder: str) -> str:
    """Return a digest of all that the answer hangs on; empty where that cannot be told."""
    place = os.path.realpath(folder)
    screen = sys.stdout.isatty()
    asked = (
        __version__,
        sys.version,
        list(words),
        place,
        os.getcwd(),  # noqa: PTH109 - as above
        time.localtime()[:3],
        os.get_terminal_size(sys.stdout.fileno()) if screen else None,
        _ocr_program(),
        sorted((k, v) for k, v in os.environ.items() if k not in _PASSING),
    )
    digest = hashlib.sha256(repr(asked).encode("utf-8", "surrogateescape"))
    try:
        for entry in (*_of_program(), *_entries(place)):
            # A folder's own time changes with what we write into it.
            state = entry[:2] if entry[1] else entry
            digest.update(repr(state).encode("utf-8", "surrogateescape"))
    except (OSError, RecursionError, _UnsureError):
        return ""
    return digest.hexdigest()


def _ocr_program() -> tuple[str, int] | None:
    """Return what tells that Tesseract was installed or updated since."""
    for folder in os.get_exec_path():
        with contextlib.suppress(OSError):
            place = f"{folder}/tesseract"
            return place, os.stat(place).st_mtime_ns  # noqa: PTH116 - as above
    return None


def _is_settled(entries: Sequence["Entry"], written: Sequence[Path], since: int) -> bool:
    """Say whether all but what we wrote was there, as it is now, well before the run began."""
    ours = {os.path.realpath(path) for path in written}
    theirs = {os.path.dirname(path) for path in ours}  # noqa: PTH120 - as above
    for path, is_folder, _, modified, changed in entries:
        if path in ours or (is_folder and any(f"{own}/".startswith(f"{path}/") for own in theirs)):
            continue
        if max(modified, changed) > since - _SETTLED:
            return False
    return all(abs(os.stat(path).st_mtime - time.time()) < _SKEW for path in ours)  # noqa: PTH116 - as above


Entry = tuple[str, bool, int, int, int]  # path, is a folder, bytes, modified, changed


def _of_program() -> Iterator[Entry]:
    """Yield the program's own files, and the folders that libraries are installed into."""
    package = str(Path(__file__).parent.parent)
    for folder in dict.fromkeys((package, str(criteria_folder()), str(reports_folder()))):
        yield from _entries(folder, links=True)
    for place in sys.path:
        if place.endswith("-packages"):
            yield (place, False, 0, os.stat(place).st_mtime_ns, 0)  # noqa: PTH116 - as above


def _entries(folder: str, *, links: bool = False) -> Iterator[Entry]:
    """Yield everything below a folder, sorted; raises _UnsureError for links, which lead away."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name in _OWN:
            continue
        state = entry.stat(follow_symlinks=False)
        if not links and (entry.is_symlink() or getattr(state, "st_reparse_tag", 0) in _LINKS):
            raise _UnsureError(entry.path)
        if entry.is_dir(follow_symlinks=False):
            yield (entry.path, True, 0, state.st_mtime_ns, 0)
            yield from _entries(entry.path, links=links)
        else:
            yield (entry.path, False, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
