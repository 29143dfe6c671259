"""Last year's result, where it lies beside this year's."""

from pathlib import Path
from typing import TYPE_CHECKING

from emonev.errors import EmonevError

if TYPE_CHECKING:
    from emonev.model.assessment import Assessment


def last_year_of(assessment: "Assessment", folder: Path) -> "Assessment | None":
    """Return the same body's result of the year before; one that cannot be read is none."""
    from emonev.load import load_assessment

    path = folder / f"{assessment.year - 1}.json"
    if not path.is_file():
        return None
    try:
        before = load_assessment(path)
    except EmonevError:
        return None
    same = before.body.name == assessment.body.name and before.year == assessment.year - 1
    return before if same else None
