"""Where things lie from one another, as links in a report need it."""

import os
from pathlib import Path


def path_between(report: Path, workspace: Path) -> str:
    """Return the relative path from a report's folder to the workspace: "../", "../../".

    Ends in a slash and uses forward slashes. On Windows there is none between two drives; the
    usual place is then as good as any.
    """
    try:
        between = os.path.relpath(workspace.resolve(), report.resolve().parent)
    except ValueError:
        return "../"
    return Path(between).as_posix() + "/"
