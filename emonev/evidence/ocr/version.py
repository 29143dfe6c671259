"""Which version of an engine is installed: asked of Tesseract itself, read off RapidOCR's files."""

import re
import subprocess
from functools import cache
from pathlib import Path

_UNKNOWN = "?"
_SECONDS = 10.0
_VERSION = re.compile(rb"tesseract\s+v?(\d+(?:\.\d+)*)")


@cache
def version_of(name: str, program: str) -> str:
    """Return "5.3.0"; "?" where the engine does not tell."""
    return _of_tesseract(program) if name == "tesseract" else _of_package(Path(program))


def _of_tesseract(program: str) -> str:
    try:
        asked = subprocess.run(  # noqa: S603 - a program that find_engine found
            [program, "--version"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,  # version 3 answered there
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return _UNKNOWN
    found = _VERSION.search(asked.stdout)
    return found[1].decode() if found else _UNKNOWN


def _of_package(folder: Path) -> str:
    """Return the version in the name of the folder that the installer left beside the package."""
    for beside in sorted(folder.parent.glob(f"{folder.name}-*.dist-info")):
        return beside.name.removesuffix(".dist-info").rpartition("-")[2]
    return _UNKNOWN
