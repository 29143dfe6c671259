"""Hints from a file's name: weak, outside the cache, and overruled by everything in the file."""

import re
from pathlib import PurePosixPath

import msgspec

from emonev.evidence.analysis.candidate import MOST, a_title
from emonev.evidence.analysis.dates import mentions_in
from emonev.model.facts import DateSeen, Facts, Title

_STRENGTH = 0.25
_SEPARATORS = re.compile(r"[_+]+|(?<=\D)[.-]+|[.-]+(?=\D)|%20|\s+")
_COPY = re.compile(r"\s*\(\d+\)$|\b(?:copy|salinan|final|fix|ttd|scan)\b", re.IGNORECASE)
_RANDOM = re.compile(r"[0-9a-f]{12,}|\d{9,}|[A-Za-z0-9]{30,}")
_WORD = re.compile(r"[^\W\d_]{3,}")


def with_file_name(facts: Facts, path: str) -> Facts:
    """Return the facts with what the name of the file says; it decides nothing that the file tells."""
    words = _SEPARATORS.sub(" ", PurePosixPath(path.replace("\\", "/")).stem)
    words = " ".join(_RANDOM.sub(" ", words).split())
    dates = _dates_in(words)
    changes: dict[str, object] = {"dates": (*facts.dates, *dates)}
    title = _title(words)
    if title and len(facts.titles) < MOST:
        changes["titles"] = (*facts.titles, title)
    if facts.years_about is None and dates:
        changes["years_about"] = dates[0].years[0], dates[0].years[-1]
        changes["years_basis"] = "file-name"
    return msgspec.structs.replace(facts, **changes)


def _dates_in(words: str) -> tuple[DateSeen, ...]:
    return tuple(
        DateSeen(
            printed=words[mention.start : mention.end],
            first=mention.first,
            last=mention.last,
            role="file-name",
            snippet=words,
        )
        for mention in mentions_in(words)
    )


def _title(words: str) -> Title | None:
    shown = " ".join(_COPY.sub(" ", words).split())
    return a_title(shown, "file-name", _STRENGTH) if _WORD.search(shown) else None
