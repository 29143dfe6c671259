"""The walk through an evidence folder: every entry once, none outside, loops and pipes refused."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from emonev.evidence.names import shown_names
from emonev.evidence.passed_over import code_of_name, passed_over
from emonev.model.inventory import Skipped

# Present on Windows only; elsewhere no entry has them.
_HIDDEN = getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 2)
_REPARSE_TAGS_OF_LINKS = (0xA000_0003, 0xA000_000C)  # junction, symbolic link; not cloud files
_MOST_BEHIND_LINKS = 200_000  # entries; many links to one huge folder would multiply it


class Found(Struct, frozen=True):
    """A file on the walk: how it is shown, where it is, and its state when it was seen."""

    shown: str  # relative to the workspace, with forward slashes
    place: str  # on disk, absolute
    bytes: int
    modified: int  # nanoseconds
    changed: int  # nanoseconds: change of inode or, on Windows, creation


class Folder(Struct, frozen=True):
    """A folder on the walk that will be entered."""

    shown: str
    place: str
    behind_link: bool = False


Entry = Found | Folder | Skipped


def walk(workspace: Path, start: str, boundary: str) -> Iterator[Entry]:
    """Yield what lies under the folder `start`, in no particular order; nothing where it is not.

    `start` and `boundary` are paths relative to the workspace. Links are followed only while
    they stay inside the boundary, and no further than one deep, so that a few links that point
    at each other cannot make an endless tree.
    """
    base = os.path.realpath(workspace)
    top = str(Path(base, *start.split("/")))
    limit = str(Path(base, *boundary.split("/")))
    try:
        os.lstat(top)
    except FileNotFoundError:
        return
    except OSError:
        yield passed_over(start, "unreadable")
        return
    if not _is_inside(os.path.realpath(top), limit):
        yield passed_over(start, "link-outside")
        return
    waiting, behind_links = [Folder(start, top)], 0
    while waiting:
        folder = waiting.pop()
        for entry in _entries(folder, limit):
            behind_links += folder.behind_link
            if isinstance(entry, Folder):
                if entry.behind_link and behind_links > _MOST_BEHIND_LINKS:
                    yield passed_over(entry.shown, "link-loop")
                    continue
                waiting.append(entry)
            yield entry


def _entries(folder: Folder, limit: str) -> Iterator[Entry]:
    try:
        with os.scandir(folder.place) as listing:
            entries = list(listing)
    except OSError:
        yield passed_over(folder.shown, "unreadable")
        return
    shown = shown_names(entry.name for entry in entries)
    prefix = f"{folder.shown}/" if folder.shown else ""
    for entry in entries:
        yield _seen(entry, prefix + shown[entry.name], folder, limit)


def _seen(entry: os.DirEntry[str], shown: str, folder: Folder, limit: str) -> Entry:
    code = code_of_name(entry.name)
    if code:
        return passed_over(shown, code)
    try:
        own = entry.stat(follow_symlinks=False)
        if _is_link(own):
            return _linked(entry, shown, folder, limit)
    except OSError:
        return passed_over(shown, "link-broken" if entry.is_symlink() else "unreadable")
    return _plain(own, shown, entry.path, behind_link=folder.behind_link)


def _linked(entry: os.DirEntry[str], shown: str, folder: Folder, limit: str) -> Entry:
    target = os.path.realpath(entry.path)
    if not _is_inside(target, limit):
        return passed_over(shown, "link-outside")
    state = Path(entry.path).stat()
    if stat.S_ISDIR(state.st_mode):
        # The folder itself may have been reached through a link, so its real place counts.
        if folder.behind_link or _is_inside(os.path.realpath(folder.place), target):
            return passed_over(shown, "link-loop")
        return Folder(shown, entry.path, behind_link=True)
    return _plain(state, shown, entry.path, behind_link=True)


def _plain(state: os.stat_result, shown: str, place: str, *, behind_link: bool) -> Entry:
    if getattr(state, "st_file_attributes", 0) & _HIDDEN:
        return passed_over(shown, "hidden")
    if stat.S_ISDIR(state.st_mode):
        return Folder(shown, place, behind_link)
    if not stat.S_ISREG(state.st_mode):
        return passed_over(shown, "not-a-file")
    return Found(shown, place, state.st_size, state.st_mtime_ns, state.st_ctime_ns)


def _is_link(state: os.stat_result) -> bool:
    """Say whether an entry is a link; a junction is one although Python 3.11 does not say so."""
    tag = getattr(state, "st_reparse_tag", 0)
    return stat.S_ISLNK(state.st_mode) or tag in _REPARSE_TAGS_OF_LINKS


def _is_inside(place: str, folder: str) -> bool:
    return place == folder or place.startswith(folder.rstrip(os.sep) + os.sep)
