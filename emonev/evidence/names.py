"""Names on disk as they can be shown, and the way back from a shown name to the file.

A name on disk may hold bytes that are no Unicode at all. It is shown with a replacement sign in
their place, differently from every other name in its folder, and found again by the same rule.
"""

import re
from collections.abc import Iterable
from pathlib import Path

_NOT_UNICODE = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"


def shown_names(names: Iterable[str]) -> dict[str, str]:
    """Return how each name of one folder is shown: itself where that can be written as UTF-8.

    No two are shown alike: of names that would be, the later ones (in the order of their bytes)
    get a number.
    """
    listed = list(names)
    odd = [name for name in listed if not name.isascii() and _NOT_UNICODE.search(name)]
    shown = {name: name for name in listed}
    taken = set(listed)
    for name in sorted(odd):
        shown[name] = _not_taken(_NOT_UNICODE.sub(_REPLACEMENT, name), taken)
        taken.add(shown[name])
    return shown


def place_of(workspace: Path, shown: str) -> Path:
    """Return the file that is shown under this path, relative to the workspace."""
    if _REPLACEMENT not in shown:
        return workspace / shown
    place = workspace
    for part in shown.split("/"):
        place /= _real_name(place, part)
    return place


def _not_taken(name: str, taken: set[str]) -> str:
    candidate, number = name, 1
    while candidate in taken:
        number += 1
        candidate = f"{name} ({number})"
    return candidate


def _real_name(folder: Path, shown: str) -> str:
    if _REPLACEMENT not in shown:
        return shown
    try:
        names = shown_names(entry.name for entry in folder.iterdir())
    except OSError:
        return shown
    return next((real for real, name in names.items() if name == shown), shown)
