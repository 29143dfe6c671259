"""Templates compiled once for all runs: that takes as long as drawing a thousand criteria."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from jinja2.bccache import Bucket, FileSystemBytecodeCache

from emonev.resources import state_folder


class _Compiled(FileSystemBytecodeCache):
    """Jinja's own cache; a full disk only costs the gain."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates() -> FileSystemBytecodeCache | None:
    """Return the cache in the user's own folder, or None where there can be none.

    What lies in it is executed: a folder for all, such as /tmp, is no place for it.
    """
    try:
        place = state_folder().expanduser() / "templates"
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _Compiled(str(place)) if _is_ours(place) else None
    except (OSError, RuntimeError):
        return None


def _is_ours(place: Path) -> bool:
    """Say whether nobody else may write there; Windows sees to that itself."""
    if os.name != "posix":
        return True
    state = place.lstat()
    return state.st_uid == os.getuid() and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
