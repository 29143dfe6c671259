"""What was read wrongly: the errors of a page against the text that is known to stand on it."""

import re
import unicodedata
from collections import Counter

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

# Signs that mean the same to a reader and to the matching of phrases.
_SAME = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "•": "*"})
_WORD = re.compile(r"\w+")


class Errors(Struct, frozen=True):
    """Shares of what stands on the page, 0 to 1 and more.

    `characters` and `words`: edits from the known text to the text read, in reading order, which
    in tables is a matter of taste. `lost`: words that were not read anywhere on the page.
    `phrases`: runs of three words that do not stand together in what was read: what a search
    for a phrase suffers from.
    """

    characters: float
    words: float
    lost: float
    phrases: float


def errors_of(known: str, read: str) -> Errors:
    """Return the errors of a text read, white space and typographic signs apart."""
    one, other = _plain(known), _plain(read)
    one_words, other_words = one.split(), other.split()
    return Errors(
        round(Levenshtein.distance(one, other) / max(1, len(one)), 4),
        round(Levenshtein.distance(one_words, other_words) / max(1, len(one_words)), 4),
        _missing(_WORD.findall(one), _WORD.findall(other), 1),
        _missing(_WORD.findall(one), _WORD.findall(other), 3),
    )


def _missing(known: list[str], read: list[str], length: int) -> float:
    """Return the share of the known runs of so many words that were not read."""
    runs = Counter(zip(*(known[start:] for start in range(length)), strict=False))
    found = Counter(zip(*(read[start:] for start in range(length)), strict=False))
    return round((runs - found).total() / max(1, runs.total()), 4)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(_SAME).split())
