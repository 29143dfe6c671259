"""File formats as rubrics write them: several names for the same format, in any case."""

from collections.abc import Sequence

ALIASES = {"jpeg": "jpg", "htm": "html", "tiff": "tif", "text": "txt"}


def is_one_of(format_found: str, wanted: Sequence[str]) -> bool:
    """Say whether the format is among those wanted; none wanted means any."""
    return not wanted or _plain(format_found) in {_plain(name) for name in wanted}


def shown(formats: Sequence[str]) -> str:
    """Return the formats as people write them: "PDF, JPG"."""
    return ", ".join(name.strip(" .").upper() for name in formats)


def _plain(name: str) -> str:
    name = name.strip(" .").casefold()
    return ALIASES.get(name, name)
