"""The program itself: Python, emonev with its rubrics and designs, and the libraries under it."""

import platform
import re
import sys
from collections.abc import Iterator
from importlib import metadata

from emonev import __version__
from emonev.doctor.examined import Examined
from emonev.language import say
from emonev.model.text import Text
from emonev.resources import criteria_folder, reports_folder

_PYTHON = Text("Python {version} di {place}", "Python {version} at {place}")
_EMONEV = Text(
    "emonev {version}, dengan {rubrics} rubrik", "emonev {version}, with {rubrics} rubrics"
)
_INCOMPLETE = Text(
    "emonev {version} terpasang tidak utuh: rubrik atau rancangan laporannya tidak ada",
    "emonev {version} is not installed whole: its rubrics or report designs are missing",
)
_LIBRARIES = Text("{count} pustaka terpasang: {names}", "{count} libraries installed: {names}")
_MISSING = Text("Pustaka ini tidak ada: {names}", "These libraries are missing: {names}")
_TOO_OLD = Text(
    "Pustaka ini tidak sesuai versinya: {names}",
    "These libraries have other versions than asked: {names}",
)
_INSTALL_AGAIN = Text(
    "Pasang ulang: pip install --force-reinstall emonev",
    "Install it again: pip install --force-reinstall emonev",
)
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_BOUND = re.compile(r"(>=|<)\s*([0-9][0-9.]*)")


def on_program() -> Iterator[Examined]:
    """Yield how Python, emonev and its libraries stand."""
    told = say(_PYTHON, version=platform.python_version(), place=sys.executable)
    yield Examined(part="program", state="good", told=told)
    yield _emonev()
    yield from _libraries(_required())


def _emonev() -> Examined:
    rubrics = len(list(criteria_folder().glob("*.yaml"))) if criteria_folder().is_dir() else 0
    if rubrics and (reports_folder() / "assessment").is_dir():
        told = say(_EMONEV, version=__version__, rubrics=rubrics)
        return Examined(part="program", state="good", told=told)
    told = say(_INCOMPLETE, version=__version__)
    return Examined(part="program", state="wrong", told=told, remedy=(_INSTALL_AGAIN,))


def _required() -> list[str]:
    """Return what emonev itself says that it needs, as "msgspec>=0.19"."""
    try:
        required = metadata.requires("emonev") or []
    except metadata.PackageNotFoundError:  # run from a folder that nothing was installed from
        return []
    return [each for each in required if "extra ==" not in each]


def _libraries(required: list[str]) -> Iterator[Examined]:
    found, missing, other = [], [], []
    for requirement in required:
        name = _NAME.match(requirement)
        if name is None:
            continue
        version = _version_of(name[0])
        if version is None:
            missing.append(name[0])
        else:
            found.append(f"{name[0]} {version}")
            if not _is_within(version, requirement):
                other.append(f"{requirement} ({version})")
    if found:
        told = say(_LIBRARIES, count=len(found), names=", ".join(sorted(found, key=str.lower)))
        yield Examined(part="program", state="good", told=told)
    for template, names in ((_MISSING, missing), (_TOO_OLD, other)):
        if names:
            told = say(template, names=", ".join(names))
            yield Examined(part="program", state="wrong", told=told, remedy=(_INSTALL_AGAIN,))


def _version_of(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _is_within(version: str, requirement: str) -> bool:
    """Say whether a version keeps the bounds; our own requirements have no other kinds."""
    return all(
        _numbers(version) >= _numbers(bound)
        if sign == ">="
        else _numbers(version) < _numbers(bound)
        for sign, bound in _BOUND.findall(requirement)
    )


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(part) for part in re.findall(r"\d+", version)[:3]]
    return tuple(numbers + [0] * (3 - len(numbers)))
