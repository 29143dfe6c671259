"""The edition of the readers: changes with their source, so that nobody can forget to say so."""

import hashlib
import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from emonev import __version__
from emonev.evidence.limits import Limits

_PACKAGE = Path(__file__).parent.parent

# Everything that decides what facts a file gives, or how they are stored.
_SOURCES = (
    "evidence/readers/*.py",
    "evidence/analysis/*.py",
    "evidence/ocr/rubbish.py",
    "evidence/reading.py",
    "evidence/messages.py",
    "evidence/worker.py",
    "evidence/unread.py",
    "model/facts.py",
    "model/text.py",
    "normalise.py",
    "personal_data.py",
    "signing.py",
    "language.py",
)
_KINDS = ("evidence/kind.py", "evidence/kind_of_container.py")
_LIBRARIES = (
    "pypdfium2", "selectolax", "python_calamine", "pillow", "charset_normalizer", "asn1crypto",
    "cryptography",
)  # fmt: skip


def edition_of(limits: Limits) -> str:
    """Return what facts read with these limits, by this release of the readers, are kept under."""
    digest = hashlib.sha256(reader_version().encode())
    digest.update(msgspec.json.encode(limits))
    return digest.hexdigest()[:32]


@cache
def reader_version() -> str:
    """Return a digest of the readers' source and of the libraries that they stand on."""
    digest = hashlib.sha256(f"{__version__} {sys.version_info[:2]}".encode())
    digest.update(digest_of_sources(_SOURCES))
    for release in sorted(_releases()):
        digest.update(release.encode())
    return digest.hexdigest()


@cache
def kind_version() -> str:
    """Return a digest of what decides a file's format, which is remembered with its hash."""
    return digest_of_sources(_KINDS).hex()[:32]


def digest_of_sources(patterns: Iterable[str]) -> bytes:
    """Return a digest of the program's own source files that match, relative to the package."""
    digest = hashlib.sha256()
    for pattern in patterns:
        for source in sorted(_PACKAGE.glob(pattern)):
            digest.update(source.name.encode() + b"\0" + source.read_bytes())
    return digest.digest()


def _releases() -> set[str]:
    """Return "pillow-13.0.0.dist-info" and its like.

    Listing the folders takes a tenth of the time that importlib.metadata needs to be imported.
    """
    ours = re.compile(rf"(?:{'|'.join(_LIBRARIES)})-.*\.dist-info", re.IGNORECASE)
    found: set[str] = set()
    for folder in sys.path:
        if folder.endswith("-packages"):
            found |= {name for name in _names_in(Path(folder)) if ours.fullmatch(name)}
    return found


def _names_in(folder: Path) -> list[str]:
    try:
        return [entry.name for entry in folder.iterdir()]
    except OSError:
        return []
