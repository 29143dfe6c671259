"""Where the shipped rubrics and report designs are, inside the wheel or at the checkout's top; and
where the program keeps what is its user's alone.
"""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).parent


def criteria_folder() -> Path:
    return _folder("criteria")


def reports_folder() -> Path:
    return _folder("reports")


def state_folder() -> Path:
    """Return the folder for what outlives a run and is no workspace's, "~" and all."""
    own = {"win32": "~/AppData/Local", "darwin": "~/Library/Application Support"}
    state = os.environ.get("XDG_STATE_HOME") or own.get(sys.platform, "~/.local/state")
    return Path(state) / "emonev"


def _folder(name: str) -> Path:
    shipped = _PACKAGE / "_shipped" / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name
