"""The inventory: walks the evidence of one year, hashes it, and says which criterion it serves."""

import hashlib
import io
import os
import stat
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from emonev.evidence.assign import (
    Assigner,
    folded_path,
    folder_to_search,
    leads_outside,
    matcher,
)
from emonev.evidence.cache import Cache, Seen
from emonev.evidence.edition import kind_version
from emonev.evidence.kind import format_of_open
from emonev.evidence.passed_over import passed_over
from emonev.evidence.walk import Entry, Folder, Found, walk
from emonev.model.inventory import Evidence, Inventory, Skipped
from emonev.model.workspace import Answer, Answers

EVIDENCE_FOLDER = "bukti"
LARGEST_HASHED = 4 * 1024**3  # bytes; a sparse file of terabytes must not hold up a run

_DEPTH = 2  # "bukti/<year>": names further down may start with a criterion's id
_READ_AT_ONCE = 1024**2
_SETTLED = 2 * 10**9  # nanoseconds; FAT notes times in steps of two seconds
_REMEMBERED_AT_ONCE = 500


def take_inventory(
    workspace: Path, year: int, criteria: Sequence[str], answers: Answers, cache: Cache | None
) -> Inventory:
    """Return everything under `bukti/<year>` and what the answers point at, sorted by path.

    Nothing is ignored in silence: entries that are no evidence are `skipped` with the reason, a
    pattern that matches nothing is `unmatched`, one that leads outside is refused. A file that
    cannot be opened stays on the list with format "unreadable", so that it is never taken for
    evidence that was not handed in.
    """
    known = set(criteria)
    answered = {id_: answer for id_, answer in answers.answers.items() if id_ in known}
    assigner = Assigner(criteria)
    start = f"{EVIDENCE_FOLDER}/{year}"
    own = list(walk(workspace, start, EVIDENCE_FOLDER))
    pointed = _Pointed(workspace, start, own, _patterns(answered))
    files = {f.shown: f for f in own if isinstance(f, Found)} | pointed.files
    skipped = [s for s in own if isinstance(s, Skipped)] + pointed.skipped
    evidence = _Hashing(workspace, cache).evidence(files[path] for path in sorted(files))
    return Inventory(
        files=tuple(_assigned(file, start, assigner, pointed.criteria) for file in evidence),
        skipped=tuple(sorted(skipped, key=lambda s: (s.path, s.code))),
        closed=_closed(skipped, start, assigner, criteria, pointed.closed),
        links={id_: answer.links for id_, answer in sorted(answered.items()) if answer.links},
        unknown_folders=_unknown_folders(own, assigner),
        unmatched=tuple(sorted(pointed.unmatched)),
    )


def _closed(
    skipped: Iterable[Skipped],
    start: str,
    assigner: Assigner,
    criteria: Sequence[str],
    pointed: dict[str, set[str]],
) -> dict[str, tuple[str, ...]]:
    """Return by criterion the folders that could not be opened and may hold its evidence.

    One that bears no id may hold that of any criterion.
    """
    folders: dict[str, set[str]] = defaultdict(set)
    for entry in skipped:
        if entry.code != "unreadable":
            continue
        own = f"{entry.path}/".startswith(f"{start}/") or start.startswith(f"{entry.path}/")
        found = assigner.criteria_of(entry.path, _DEPTH) if own else set()
        for criterion in (found or set(criteria if own else ())) | pointed.get(entry.path, set()):
            folders[criterion].add(entry.path)
    return {criterion: tuple(sorted(folders[criterion])) for criterion in sorted(folders)}


def _patterns(answers: dict[str, Answer]) -> dict[str, tuple[str, ...]]:
    """Return the patterns of evidence by criterion, the not-applicable statement among them."""
    patterns = {}
    for criterion, answer in answers.items():
        not_applicable = answer.not_applicable
        statement = (not_applicable.statement,) if not_applicable else ()
        patterns[criterion] = tuple(p for p in (*answer.evidence, *statement) if p.strip())
    return patterns


def _assigned(
    file: Evidence, start: str, assigner: Assigner, pointed: dict[str, set[str]]
) -> Evidence:
    criteria = set(pointed.get(file.path, ()))
    if file.path.startswith(f"{start}/"):
        criteria |= assigner.criteria_of(file.path, _DEPTH)
    # Not `replace`: this runs for each of 100,000 files.
    return Evidence(
        path=file.path,
        bytes=file.bytes,
        sha256=file.sha256,
        format=file.format,
        criteria=tuple(sorted(criteria)),
        modified=file.modified,
    )


def _unknown_folders(entries: Iterable[Entry], assigner: Assigner) -> tuple[str, ...]:
    """Return the folders named like an id that is none; within a known one they mean nothing."""
    return tuple(
        sorted(
            entry.shown
            for entry in entries
            if isinstance(entry, Folder)
            and assigner.looks_like_id(entry.shown.rpartition("/")[2])
            and not assigner.criteria_of(entry.shown, _DEPTH)
        )
    )


class _Pointed:
    """What the patterns in the answers point at."""

    def __init__(
        self,
        workspace: Path,
        start: str,
        own: Sequence[Entry],
        patterns: dict[str, tuple[str, ...]],
    ) -> None:
        self.files: dict[str, Found] = {}
        self.criteria: dict[str, set[str]] = {}
        self.skipped: list[Skipped] = []
        self.closed: dict[str, set[str]] = {}
        self.unmatched: set[str] = set()
        self._walks: dict[str, Sequence[Entry]] = {start: own}
        self._workspace = workspace
        wanted: dict[str, set[str]] = {}
        for criterion, of_criterion in patterns.items():
            for pattern in of_criterion:
                wanted.setdefault(pattern, set()).add(criterion)
        for pattern in sorted(wanted):
            self._follow(pattern, wanted[pattern])

    def _follow(self, pattern: str, criteria: set[str]) -> None:
        if leads_outside(pattern):
            self.skipped.append(passed_over(pattern, "pattern-outside"))
            return
        fits, folder = matcher((pattern,)).match, folder_to_search(pattern)
        searched = self._searched(folder)
        matched = [
            entry
            for entry in searched
            if not isinstance(entry, Folder) and fits(folded_path(_path_of(entry)))
        ]
        for entry in matched:
            self._take(entry, criteria)
        self._note_closed(searched, folder, criteria)
        if not any(isinstance(entry, Found) for entry in matched):
            self.unmatched.add(pattern)

    def _take(self, entry: Found | Skipped, criteria: set[str]) -> None:
        if isinstance(entry, Found):
            self.files[entry.shown] = entry
            self.criteria.setdefault(entry.shown, set()).update(criteria)
        else:
            self._pass_over(entry, criteria)

    def _note_closed(self, searched: Sequence[Entry], folder: str, criteria: set[str]) -> None:
        """Tell of a closed folder that holds the one to be searched."""
        for entry in searched:
            if isinstance(entry, Skipped) and f"{folder}/".startswith(f"{entry.path}/"):
                self._pass_over(entry, criteria)

    def _pass_over(self, entry: Skipped, criteria: set[str]) -> None:
        self.closed.setdefault(entry.path, set()).update(criteria)
        if entry not in self.skipped:
            self.skipped.append(entry)

    def _searched(self, folder: str) -> Sequence[Entry]:
        """Return what lies under a folder; a folder within one that was walked is not walked."""
        if not os.path.isdir(self._workspace / folder):  # noqa: PTH112 - Path.is_dir() raises where we may not look
            folder = ""  # written with other capitals than on disk, perhaps
        for walked, entries in self._walks.items():
            if not walked or folder == walked or folder.startswith(f"{walked}/"):
                return entries
        self._walks[folder] = list(walk(self._workspace, folder, ""))
        return self._walks[folder]


def _path_of(entry: Found | Skipped) -> str:
    return entry.shown if isinstance(entry, Found) else entry.path


class _Hashing:
    """Turns files seen on the walk into evidence, with the cache's memory of hashes."""

    def __init__(self, workspace: Path, cache: Cache | None) -> None:
        self._base = os.path.realpath(workspace)
        self._cache = cache
        self._seen = cache.hashes.known(kind_version()) if cache else {}
        self._fresh: list[tuple[str, Seen]] = []

    def evidence(self, files: Iterable[Found]) -> Iterator[Evidence]:
        for file in files:
            yield self._evidence(file)
        self._remember()

    def _evidence(self, file: Found) -> Evidence:
        name = file.place[len(self._base) + 1 :]
        seen = self._seen.get(name)
        if seen is None or not seen.is_of(file.bytes, file.modified, file.changed):
            seen = _look_at(file)
            # A file changed a moment ago may change again without its time showing it.
            if seen.sha256 and time.time_ns() - max(seen.modified, seen.changed) > _SETTLED:
                self._fresh.append((name, seen))
                if len(self._fresh) >= _REMEMBERED_AT_ONCE:
                    self._remember()
        return Evidence(
            path=file.shown,
            bytes=seen.bytes,
            sha256=seen.sha256,
            format=seen.format,
            modified=seen.modified,
        )

    def _remember(self) -> None:
        if self._cache and self._fresh:
            self._cache.hashes.keep(kind_version(), self._fresh)
        self._fresh = []


def _look_at(file: Found) -> Seen:
    """Return the hash and format of a file; one that changes meanwhile gets a second chance."""
    for _ in range(2):
        try:
            seen, same = _hashed(file.place)
        except OSError:
            break
        if same:
            return seen
    return Seen(file.bytes, file.modified, file.changed, "", "unreadable")


def _hashed(place: str) -> tuple[Seen, bool]:
    """Return what a file is, and whether it stayed the same all the while."""
    # A pipe put in the file's place since it was seen must not block.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with io.FileIO(os.open(place, flags), "rb") as file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise OSError("no longer a file")
        format_ = format_of_open(file)
        sha256 = _sha256(file) if before.st_size <= LARGEST_HASHED else ""
        after = os.fstat(file.fileno())
    state = (before.st_size, before.st_mtime_ns)
    seen = Seen(*state, before.st_ctime_ns, sha256, format_)
    return seen, state == (after.st_size, after.st_mtime_ns)


def _sha256(file: io.FileIO) -> str:
    digest, buffer = hashlib.sha256(), memoryview(bytearray(_READ_AT_ONCE))
    file.seek(0)
    left = LARGEST_HASHED
    while left > 0 and (count := file.readinto(buffer)):
        digest.update(buffer[:count])
        left -= count
    return digest.hexdigest()
