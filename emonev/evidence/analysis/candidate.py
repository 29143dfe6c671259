"""A title candidate: words, why they may be the title, and how strongly."""

import re

from emonev.model.facts import Title
from emonev.normalise import normalise

MOST = 12  # candidates of one document
LONGEST = 300
# A hyphen at the end of a line, once the lines stand side by side: PERUNDANG- UNDANGAN.
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])")


def a_title(
    text: str, basis: str, strength: float, page: int | None = None, size: float | None = None
) -> Title:
    """Return a candidate with its text shortened and its strength within 0..1."""
    printed = _BROKEN_WORD.sub("-", " ".join(text.split()))[:LONGEST]
    return Title(
        text=printed,
        normal=normalise(printed),
        basis=basis,  # type: ignore[arg-type] # the callers write the four words out
        strength=round(min(1.0, max(0.0, strength)), 3),
        page=page,
        size=size,
    )
