"""Where the shipped rubrics and report designs are: inside the wheel, or at the checkout's top."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def criteria_folder() -> Path:
    return _folder("criteria")


def reports_folder() -> Path:
    return _folder("reports")


def _folder(name: str) -> Path:
    shipped = _PACKAGE / "_shipped" / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name
