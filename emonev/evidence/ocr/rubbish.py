"""Whether a text layer is worth keeping: words, or what is left of words after a bad OCR or font.

A word is plausible when each pair of neighbouring letters is one that Indonesian or English words
use: half of all pairs are not, so that a word of six letters put together by chance passes once in
a hundred times. How real layers and rubbish made from them score: docs/ocr.md.
"""

import re

# Which letters follow a letter: pairs that are at least one in 10,000 of those in the words of
# public bodies' documents, or one in 2,000 of those in English ones.
_FOLLOWING = {
    "a": "abcdefghijklmnprstuvwy",
    "b": "aeilorsu",
    "c": "acehiklorstu",
    "d": "adegikmorstu",
    "e": "abcdefghijklmnopqrstuvwxy",
    "f": "aefilortu",
    "g": "aeghijknorsu",
    "h": "aegikortuw",
    "i": "abcdefghijklmnoprstuvwxz",
    "j": "aeiu",
    "k": "aehilnorstuy",
    "l": "adeiklnostuy",
    "m": "abeiklmopsu",
    "n": "acdefgijklmnopstuvy",
    "o": "abcdfghijklmnoprstuvw",
    "p": "adehiklmoprstuy",
    "q": "u",
    "r": "abcdefghijklmnoprstuwy",
    "s": "acehiklmnopstuwy",
    "t": "acehiklmnoprstuwy",
    "u": "abcdefghijklmnprst",
    "v": "aei",
    "w": "aehinorsuw",
    "x": "apt",
    "y": "aeinopstu",
    "z": "ei",
}
_PAIRS = frozenset(a + b for a, following in _FOLLOWING.items() for b in following)
_SAMPLE = 6_000  # characters looked at
_ENOUGH = 60  # letters and odd signs; below, nothing can be said
_LEAST = 0.75  # 859 of 860 real pages score more, 16 % of those with every fifth character wrong
_ACRONYM = 5  # capitals: "PPID", "BPKAD"; they follow no rule
_ADDRESS = re.compile(r"(?:https?:|www\.)\S+(?:\n\S+(?=\n))?|(?<!\S)\S{1,80}[@.]\S{1,80}\.\S+")
_REPEATED = re.compile(r"([^\w\s])(?:\s*\1)+")  # dotted lines, boxes to tick
_PIECES = re.compile(r"[^\W\d_]+|[^\w\s.,:;()/\-–—•*%\"'“”‘’&+@_=]")


def is_rubbish(text: str) -> bool:
    """Say whether a text layer is so bad that the page is better read anew.

    Of a page of figures, or of a few words, nothing can be said: it is kept.
    """
    good, bad = _weighed(text[:_SAMPLE])
    return good + bad >= _ENOUGH and good < _LEAST * (good + bad)


def _weighed(text: str) -> tuple[int, int]:
    """Return how many letters stand in plausible words, and how many letters and signs do not."""
    good = bad = 0
    for piece in _PIECES.findall(_REPEATED.sub(r"\1", _ADDRESS.sub(" ", text))):
        if not piece.isalpha():
            bad += 1
        elif len(piece) > _ACRONYM or not piece.isupper():
            if _is_plausible(piece):
                good += len(piece)
            else:
                bad += len(piece)
    return good, bad


def _is_plausible(word: str) -> bool:
    lower = word.lower()
    if len(lower) < 3:
        return False
    return all(lower[place : place + 2] in _PAIRS for place in range(len(lower) - 1))
