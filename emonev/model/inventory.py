"""The inventory: what was handed in, hashed, and what was passed over and why."""

from msgspec import Struct

from emonev.model.text import Text

# What `emonev init` puts into each folder for people, and the inventory passes over.
NOTE_NAME = "BACA-SAYA.txt"


class Evidence(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One file handed in.

    `path` is relative to the workspace, with forward slashes; names that are not valid Unicode
    are shown with replacement signs (the bytes on disk stay in the reader's hands).
    `format` is decided by content. `criteria` are the ids it was assigned to, sorted.
    `sha256` is "" where the content could not be hashed: the format is "unreadable" then, or the
    file is too large. `modified` is its time of change (nanoseconds) when it was hashed, so that
    a change before it is read is noticed; 0 where that is not known.
    """

    path: str
    bytes: int
    sha256: str
    format: str
    criteria: tuple[str, ...] = ()
    modified: int = 0


class Skipped(Struct, frozen=True):
    """A directory entry that is not evidence: lock files, system files, pipes, links outside.

    Codes: office-lock, system-file, note, partial-download, hidden, not-a-file, link-outside,
    link-broken, link-loop, unreadable (a folder), pattern-outside (a pattern in the answers).
    """

    path: str
    code: str
    reason: Text


class Inventory(Struct, frozen=True, kw_only=True):
    """Everything under the evidence folder of one year, sorted by path, plus links by criterion."""

    files: tuple[Evidence, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    links: dict[str, tuple[str, ...]] = {}
    closed: dict[str, tuple[str, ...]] = {}  # by criterion: folders not opened that may serve it
    unknown_folders: tuple[str, ...] = ()  # folders that look like an id but match no criterion
    unmatched: tuple[str, ...] = ()  # evidence patterns in the answers that match no file
