"""The inventory: what was handed in, hashed, and what was passed over and why."""

from msgspec import Struct

from emonev.model.text import Text


class Evidence(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One file handed in.

    `path` is relative to the workspace, with forward slashes; names that are not valid Unicode
    are shown with replacement signs (the bytes on disk stay in the reader's hands).
    `format` is decided by content. `criteria` are the ids it was assigned to, sorted.
    """

    path: str
    bytes: int
    sha256: str
    format: str
    criteria: tuple[str, ...] = ()


class Skipped(Struct, frozen=True):
    """A directory entry that is not evidence: lock files, system files, pipes, links outside."""

    path: str
    code: str  # office-lock, system-file, note, not-a-file, link-outside, unreadable, hidden
    reason: Text


class Inventory(Struct, frozen=True, kw_only=True):
    """Everything under the evidence folder of one year, sorted by path, plus links by criterion."""

    files: tuple[Evidence, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    links: dict[str, tuple[str, ...]] = {}
    unknown_folders: tuple[str, ...] = ()  # folders that look like an id but match no criterion
    unmatched: tuple[str, ...] = ()  # evidence patterns in the answers that match no file
