"""The small pictures beside a saved result: a result is complete without them."""

from pathlib import Path

import msgspec

from emonev.model.pictures import PICTURES_SCHEMA, Pictures

LARGEST = 8 * 1024**2


def place_of_pictures(result: Path) -> Path:
    """Return where the pictures of a result lie: `2024-gambar.json` beside `2024.json`."""
    return result.with_name(f"{result.stem}-gambar.json")


def load_pictures(result: Path) -> Pictures | None:
    """Return the pictures beside a result; None where there are none that can be used."""
    place = place_of_pictures(result)
    try:
        if not place.is_file():  # opening a pipe would wait for ever
            return None
        with place.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError):
        return None
    if len(content) > LARGEST:
        return None
    try:
        pictures = msgspec.json.decode(content, type=Pictures)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return pictures if pictures.schema == PICTURES_SCHEMA else None
