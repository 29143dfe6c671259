"""The key that seals this person's caches: a workspace that comes from elsewhere brings facts and
findings in its `.emonev/` that only the owner of the key could have sealed.
"""

import contextlib
import os
from pathlib import Path

from emonev.resources import state_folder

_BYTES = 32


def own_key() -> bytes:
    """Return the key of whoever runs this, made at the first run.

    Raises OSError where it can be neither read nor kept.
    """
    place = _expanded(key_place())
    for _ in range(2):  # the second reads what the first made
        with contextlib.suppress(FileNotFoundError):
            key = place.read_bytes()
            if len(key) == _BYTES:
                return key
            place.unlink()
        _make(place)
    raise OSError(f"no key of {_BYTES} bytes")


def key_place() -> Path:
    """Return where the key is kept, "~" and all."""
    return state_folder() / "cache.key"


def _expanded(place: Path) -> Path:
    try:
        return place.expanduser()
    except RuntimeError as error:  # a user without a home, as in some containers
        raise OSError(str(error)) from error


def _make(place: Path) -> None:
    """Put a fresh key there whole, unless another run was quicker."""
    # Imported here: every run reads the key, one makes it.
    import secrets
    import tempfile

    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".cache.key.")  # for its owner only
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(_BYTES))
        try:
            place.hardlink_to(name)
        except FileExistsError:
            return
        except OSError:  # some file systems know no such links
            Path(name).replace(place)
    finally:
        Path(name).unlink(missing_ok=True)
