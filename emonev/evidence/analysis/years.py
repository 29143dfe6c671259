"""Which years a document is about, and what tells it.

The rule: a year in the title decides (the strongest title that has one; what stands behind
TENTANG before the decree's own number); else the year most often named as the period it covers
(Tahun Anggaran, semester, "tahun 2024", 2021-2026), the later one of equals; else the day it was
signed; else the year in its own number. Years of cited laws never count.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from emonev.evidence.analysis.dates import Mention, mentions_in
from emonev.evidence.analysis.decrees import opens_decree
from emonev.model.facts import DateSeen, Title
from emonev.normalise import normalise

Years = tuple[int, int]

TELLING = 0.5  # strength of a title that may decide


def dates_in_titles(titles: Sequence[Title]) -> list[tuple[Title, DateSeen]]:
    """Return the dates that stand in title candidates, those that tell most first in each."""
    return [(title, date) for title in titles for date in _dates_in_title(title)]


def years_about(
    in_titles: Iterable[tuple[Title, DateSeen]], mentions: Sequence[Mention]
) -> tuple[Years | None, str]:
    """Return the years the document is about and the part of the date that decided."""
    for title, date in in_titles:
        if title.strength >= TELLING and title.basis != "property":
            return (date.years[0], date.years[-1]), "title"
    about = Counter(mention.years for mention in mentions if mention.role == "about")
    if about:
        return max(about, key=lambda years: (about[years], years[1])), "about"
    for role in ("signed", "number"):
        years = [mention.years for mention in mentions if mention.role == role]
        if years:
            return years[0], role
    return None, ""


def _dates_in_title(title: Title) -> list[DateSeen]:
    mentions = list(mentions_in(title.text))
    own = [mention for mention in mentions if mention.role != "citation"]
    if not own:
        # The first number in the title of a decree is its own; the others are laws it cites.
        own = [mention for mention in mentions[:1] if _is_own_number(title.text, mention)]
    return [
        DateSeen(
            printed=" ".join(title.text[mention.start : mention.end].split()),
            first=mention.first,
            last=mention.last,
            role="title",
            page=title.page,
            snippet=title.text,
        )
        for mention in own
    ]


def _is_own_number(title: str, mention: Mention) -> bool:
    before = normalise(title[: mention.start])
    return opens_decree(before) and " tentang " not in before
