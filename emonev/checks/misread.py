"""Where a phrase stands as recognition misread it: "DAFTAR lNFORMASI PUBLlK", "Iapor an layanan".

Compared are letters alone, without blanks, and with the signs that look alike taken for one; what
then still differs must be little for the length of the phrase and of each word. A misreading
leaves letters that make no word. So words that a page may really bear are never taken for others,
and digits are never exchanged for other digits.

The bounds were measured with the 1,311 phrases of the shipped rubrics. No phrase is found in
another one. In 878 clean pages (1.2 million characters), which also taught the list of known words,
93 places are found that exact matching does not find, all of them misspellings of the phrase or the
phrase broken up; in 177 pages that taught nothing, four such and one other word. Of phrases in
which 1, 2 and 5 % of the characters were misread, 98, 96 and 86 % are found, where exact matching
finds 85, 72 and 46 %. `tests/checks/test_misread.py` redoes what can be redone without those pages.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from msgspec import Struct
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from emonev.checks.known_words import is_known

SHORTEST = 3  # letters
ONE_EDIT_PER = 8  # letters of the phrase; the phrase of seven must agree in all but look-alikes
MOST_EDITS = 3
SHORTEST_EDITED_WORD = 4
ONE_EDIT_PER_LETTERS_OF_WORD = 5

_LOOK_ALIKE = str.maketrans({"0": "o", "1": "i", "l": "i", "|": "i", "!": "i", "5": "s", "8": "b"})
_NO_LETTERS = dict.fromkeys(
    code for code in range(128) if not (chr(code).isalnum() or chr(code) in "|!")
)
_LOOK_LIKE_ONE = (("rn", "m"), ("vv", "w"))
_NOT_AT_EDGES = ".,;:()[]{}\"'`~_-–—“”‘’*|/\\<>«»=+"
_NOISE = frozenset("|~_*\\<>«»=")  # signs that no sentence has between its words
_SENTENCE_ENDS = frozenset(".;:?!")
_ROMAN = frozenset(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"))
_TOKEN = re.compile(r"\S+")


class Word(Struct, frozen=True):
    """A word of a page: its place there, the word, and its place in the page's letters."""

    start: int
    end: int
    word: str
    first: int
    last: int


class Letters(Struct, frozen=True):
    """A normal text as it is compared: its words, and their letters without blanks."""

    words: tuple[Word, ...]
    letters: str


class Fit(Struct, frozen=True, order=True):
    """A place that is like the phrase: how many edits part them, and from which word to which.

    In order, the best goes first: fewest edits, then fewest words more or less than the phrase.
    """

    edits: int
    odd_words: int
    first: int
    last: int


def misread_places(phrase: str, page: str) -> Iterator[tuple[int, int]]:
    """Yield where the normal `phrase` stands misread in the normal `page`; no two overlap."""
    wanted = _letters(phrase)
    if len(wanted.letters) < SHORTEST:
        return
    if not _may_hold(page, phrase):
        return
    text = _letters_of_page(page)
    found: list[Fit] = []
    taken: set[int] = set()
    for fit in sorted(_fits(wanted, text)):
        run = range(fit.first, fit.last + 1)
        if taken.isdisjoint(run) and _is_misreading(wanted, text, fit, page):
            found.append(fit)
            taken.update(run)
    for fit in sorted(found, key=lambda fit: fit.first):
        yield text.words[fit.first].start, text.words[fit.last].end


def is_misread(word: str, words: Iterable[str]) -> bool:
    """Say whether the normal word is no word itself, but one of `words` misread."""
    if len(word) < SHORTEST or is_known(word):
        return False
    letters = _alike(word)
    return any(
        Levenshtein.distance(letters, other) <= _edits_in_word(len(other))
        for other in map(_alike, words)
    )


@cache
def _letters(phrase: str) -> Letters:
    words, runs, at = [], [], 0
    for match in _TOKEN.finditer(phrase):
        word = match[0].strip(_NOT_AT_EDGES)
        if word:
            start = match.start() + match[0].index(word)
            letters = _alike(word)
            words.append(Word(start, start + len(word), word, at, at + len(letters)))
            runs.append(letters)
            at += len(letters)
    return Letters(tuple(words), "".join(runs))


# The pages of the document at hand, asked for one phrase after another.
_letters_of_page = lru_cache(maxsize=64)(_letters.__wrapped__)


def _alike(word: str) -> str:
    """Return the word with signs that look alike taken for one."""
    letters = word.translate(_LOOK_ALIKE)
    for two, one in _LOOK_LIKE_ONE:
        letters = letters.replace(two, one)
    return letters


def _edits(letters: int) -> int:
    return min(MOST_EDITS, letters // ONE_EDIT_PER)


def _edits_in_word(letters: int) -> int:
    if letters < SHORTEST_EDITED_WORD:
        return 0
    return max(1, letters // ONE_EDIT_PER_LETTERS_OF_WORD)


def _may_hold(page: str, phrase: str) -> bool:
    """Say whether a page may hold the phrase: this way most pages are done with at once."""
    wanted, letters = _all_letters(phrase), _all_letters(page)
    if len(wanted) < ONE_EDIT_PER:
        return wanted in letters
    allowed = _edits(len(wanted)) + 1  # a sign between the words may look like a letter here
    least = 100 * (len(wanted) - allowed) / len(wanted)
    return fuzz.partial_ratio(wanted, letters, score_cutoff=least - 0.01) > 0


@lru_cache(maxsize=256)
def _all_letters(text: str) -> str:
    """Return the letters of a text in one go, without parting its words."""
    return _alike(text.translate(_NO_LETTERS))


def _fits(wanted: Letters, text: Letters) -> Iterator[Fit]:
    """Yield for each word of the page the best run of words from there, if it is like enough."""
    length, allowed = len(wanted.letters), _edits(len(wanted.letters))
    for first, word in enumerate(text.words):
        best: Fit | None = None
        for last in range(first, len(text.words)):
            run = text.letters[word.first : text.words[last].last]
            if len(run) > length + allowed:
                break
            if len(run) >= length - allowed:
                edits = Levenshtein.distance(wanted.letters, run, score_cutoff=allowed)
                fit = Fit(edits, abs(len(wanted.words) - (last - first + 1)), first, last)
                if edits <= allowed and (best is None or fit < best):
                    best = fit
        if best is not None:
            yield best


def _is_misreading(wanted: Letters, text: Letters, fit: Fit, page: str) -> bool:
    """Say whether what differs was misread, and is not what really stands there."""
    run = text.words[fit.first : fit.last + 1]
    touched = _touched(wanted, text, run)
    if touched is None or any(_SENTENCE_ENDS.intersection(gap) for gap in _gaps(run, page)):
        return False
    own = {one.word for one in wanted.words}
    joined = "".join(one.word for one in wanted.words)
    odd = any(_NOISE.intersection(gap) for gap in _gaps(run, page))
    for one in run:
        if one.word in own:
            continue
        if not is_known(one.word) and one.word not in _ROMAN:
            odd = True
        elif one in touched or one.word not in joined:
            return False
    # Of a phrase of a few letters, others in their place are another word: KIB and KLB.
    return odd and (len(joined) > SHORTEST or not run[0].word.isalpha())


def _touched(wanted: Letters, text: Letters, run: Sequence[Word]) -> set[Word] | None:
    """Return the words that edits touch; None where a word of the phrase has too many of them."""
    start, letters = run[0].first, text.letters[run[0].first : run[-1].last]
    left = [_edits_allowed(one) for one in wanted.words]
    touched: set[Word] = set()
    for edit in Levenshtein.editops(wanted.letters, letters):
        owner = _word_at(wanted.words, edit.src_pos)
        left[owner] -= 1
        at = start + edit.dest_pos
        touched.update(one for one in run if one.first <= at < one.last or at == one.last)
    return touched if min(left) >= 0 else None


def _gaps(run: Sequence[Word], page: str) -> list[str]:
    """Return what stands between the words of a run."""
    return [page[one.end : following.start] for one, following in pairwise(run)]


def _edits_allowed(one: Word) -> int:
    """Return how many edits the word of a phrase bears; numbers bear none."""
    if one.word in _ROMAN or any(map(str.isdigit, one.word)):
        return 0
    return _edits_in_word(one.last - one.first)


def _word_at(words: Sequence[Word], at: int) -> int:
    return next((n for n, one in enumerate(words) if at < one.last), len(words) - 1)
