"""Numbers of decrees and letters: "Nomor 188/23 Tahun 2024", "NOMOR : 005/123/KOMINFO/IX/2024"."""

import re
from collections.abc import Iterator, Sequence

from emonev.evidence.analysis.snippet import snippet_of
from emonev.model.facts import DecreeNumber

MOST = 50
# For small letters: the engine then looks for "no" alone, six times as fast as for [Nn][Oo].
_NUMBER = re.compile(
    r"no(?<![^\W_]..)(?:mor)?\b\.?\s{0,9}:?\s{0,9}"
    r"([a-z]{0,6}[-./]?\d[\w.]*(?:\s?[/-]\s?[\w.()&-]+){0,8})"
    r"(?:\s+(?:tahun|th\.?)\s+((?:19|20)\d\d)(?!\d))?"
)
_YEAR_WITHIN = re.compile(r"(?<![\d])((?:19|20)\d\d)$")


def numbers_of(texts: Sequence[str], *, paged: bool = True) -> tuple[DecreeNumber, ...]:
    """Return the numbers in reading order, each once; those without a year need a slash."""
    found: dict[tuple[str, int | None], DecreeNumber] = {}
    for place, text in enumerate(texts):
        for number in _numbers_in(text, place + 1 if paged else None):
            found.setdefault((number.number.lower(), number.year), number)
        if len(found) >= MOST:
            break
    return tuple(list(found.values())[:MOST])


def _numbers_in(text: str, page: int | None) -> Iterator[DecreeNumber]:
    for match in _NUMBER.finditer(_small(text)):
        number = "".join(text[match.start(1) : match.end(1)].split()).rstrip(".-/(&")
        within = _YEAR_WITHIN.search(number)
        year = int(match[2]) if match[2] else int(within[1]) if within else None
        if year is None and "/" not in number:
            continue
        yield DecreeNumber(
            printed=" ".join(text[match.start() : match.end()].split()),
            number=number,
            year=year,
            page=page,
            snippet=snippet_of(text, match.start(), match.end()),
        )


def _small(text: str) -> str:
    """Return the text in small letters, each at its place: one capital alone becomes two signs."""
    return text.replace("\u0130", "I").lower()
