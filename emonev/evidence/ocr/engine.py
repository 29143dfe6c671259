"""An OCR engine as plain data: which one, where it is, in which language it reads."""

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

from emonev.evidence.edition import digest_of_sources

EngineName = Literal["tesseract", "rapidocr"]
CHOICES = ("auto", "off", "tesseract", "rapidocr")

# Measured: Tesseract 0.4 GB beside its worker; RapidOCR's networks 1.3 to 1.7 GB inside it.
_MEMORY: dict[EngineName, int] = {"tesseract": 1_536 * 1024**2, "rapidocr": 2_560 * 1024**2}

# All that decides what is read from a picture, or how it is kept.
_SOURCES = ("evidence/ocr/*.py", "evidence/recognised.py")


class Engine(Struct, frozen=True, kw_only=True):
    """An engine that can be asked on this machine; the same in the parent and in its workers.

    `program`: Tesseract's executable, or the folder of the Python package. `data`: the folder of
    Tesseract's language data. `language`: what it reads, as the engine calls it ("ind"; "latin").
    `turns`: it can tell which way up a page is. `edition` changes with anything that may change
    what is read: engine, language data, our own settings.
    """

    name: EngineName
    program: str
    language: str
    data: str = ""
    turns: bool = False
    edition: str = ""

    @property
    def version(self) -> str:
        """The engine's own version; Tesseract is asked once per process, so only where it matters."""
        from emonev.evidence.ocr.version import version_of

        return version_of(self.name, self.program)

    @property
    def memory(self) -> int:
        """The bytes of address space that a worker needs to read with it: for `Limits.memory`."""
        return _MEMORY[self.name]

    def describe(self) -> str:
        """Return "tesseract 5.3.0 ind"."""
        return f"{self.name} {self.version} {self.language}"


def edition_of(name: EngineName, language: str, files: tuple[Path, ...]) -> str:
    """Return a digest of an engine: its files by name, size and time, and our own settings."""
    digest = hashlib.sha256(f"{name} {language}".encode())
    digest.update(_our_settings())
    for file in files:
        state = file.stat()
        stamp = f"\0{state.st_size}\0{state.st_mtime_ns}"
        digest.update(os.fsencode(file) + stamp.encode())
    return digest.hexdigest()[:32]


@cache
def _our_settings() -> bytes:
    return digest_of_sources(_SOURCES)
