"""Text made fit for matching, and the way back from a match to what stands on the page.

Normal text is what is left when a person would say "it is the same words": no case, no accents,
ligatures opened, white space as single blanks, words broken over lines rejoined, spaced-out
letters ("K E P U T U S A N") closed up, and no hyphens inside words ("undang-undang" and a
hyphen at a line's end cannot be told apart, so both go; between digits they stay).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from emonev.model.facts import DocumentText
from emonev.model.finding import Proof
from emonev.personal_data import masked

_INVISIBLE = frozenset([0xAD, 0x2060, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F)])
_HYPHENS = "-\u2010\u2011\u2013"
_BREAK = r"(?:[ \t]*\r?\n\s*)?"


def _in_word(hyphens: str) -> re.Pattern[str]:
    """Return what finds hyphens inside words and at their breaks.

    The hyphen first: the engine then jumps from one to the next, and looks around only there.
    Between digits (27-09-2024, 2021-2026) it says something and stays.
    """
    return re.compile(
        rf"[{hyphens}](?:(?<=[^\W\d_][{hyphens}]){_BREAK}(?=[^\W_])"
        rf"|(?<=\d[{hyphens}]){_BREAK}(?=[^\W\d_]))"
    )


_HYPHEN_IN_WORD = _in_word(_HYPHENS)
_ASCII_HYPHEN_IN_WORD = _in_word("-")  # a single sign is found four times as fast as a class
_SPACED_OUT = re.compile(
    r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)"  # K E P U T U S A N
    r"|(?<!\S)(?<!\d )[12] [09] \d \d(?!\S)(?! \d)"  # 2 0 2 4, but not the columns 1 2 3 4
)
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_PAGE = 300  # characters; in less text nothing is gained by counting on a page's evenness
_BLANKS = {code: " " for code in range(128) if chr(code).isspace()}
# The shape of a text, sign by sign: "a" for what may be a letter, "0" for a digit, blanks as such.
_SHAPES = bytes(
    ord("a" if code > 127 or chr(code).isalpha() or chr(code) == "?" else chr(code))
    for code in range(256)
).translate(bytes.maketrans(b"123456789", b"000000000"))
_CONTEXT = 80


class Hit(Struct, frozen=True):
    """A phrase found: the page's index from 0, and start and end in that page's normal text."""

    page: int
    start: int
    end: int


def normalise(printed: str) -> str:
    """Return the normal text of one page, title or phrase."""
    text = printed if printed.isascii() else _FOREIGN.sub(_opened_run, printed)
    hyphens = _ASCII_HYPHEN_IN_WORD if text.isascii() else _HYPHEN_IN_WORD
    text = hyphens.sub("", text.casefold())
    joined = _on_one_line(text)
    if not _has_letters_apart(joined):
        return joined
    # Before white space is joined, two blanks still part the words of spaced-out lines.
    return _closed_up(" ".join(_closed_up(text).split()))


def find_phrase(phrase: str, pages: Sequence[str]) -> Iterator[Hit]:
    """Yield where the normal `phrase` stands as whole words in normal `pages`, in reading order.

    Where words ran together in the file ("DAFTARINFORMASI") the phrase without blanks counts too.
    """
    closed = phrase.replace(" ", "")
    for index, page in enumerate(pages):
        yield from (Hit(index, *span) for span in _whole_words(phrase, page))
        if closed != phrase:
            yield from (Hit(index, *span) for span in _whole_words(closed, page))


def proof_of(hit: Hit, text: DocumentText, path: str) -> Proof:
    """Return the proof of a hit: the words as printed, with some of what stands around them."""
    printed = text.printed[hit.page]
    start, end = printed_span(printed, text.normal[hit.page], hit.start, hit.end)
    return proof_at(printed, start, end, path, hit.page + 1)


def proof_at(printed: str, start: int, end: int, path: str, page: int | None) -> Proof:
    """Return the proof of a place in a page's printed text, with personal data hidden."""
    printed = masked(printed)
    left = " ".join(printed[max(0, start - _CONTEXT) : start].split())
    right = " ".join(printed[end : end + _CONTEXT].split())
    middle = " ".join(printed[start:end].split())[: 2 * _CONTEXT]
    opening = "… " if start > _CONTEXT else ""
    closing = " …" if end + _CONTEXT < len(printed) else ""
    left = opening + left + (" " if left and printed[start - 1 : start].isspace() else "")
    right = (" " if right and printed[end : end + 1].isspace() else "") + right + closing
    return Proof(path, page, left + middle + right, ((len(left), len(left) + len(middle)),))


def printed_span(printed: str, normal: str, start: int, end: int) -> tuple[int, int]:
    """Return where the normal text from `start` to `end` stands in the printed text.

    Walks both texts side by side: the normal one is the printed one with characters opened,
    lowered or left out, never reordered.
    """
    first, last, at = 0, len(printed), 0
    found = False
    for index, character in enumerate(printed):
        for piece in _opened(character):
            while at < len(normal) and normal[at] == " ":
                at += 1
            if at >= len(normal) or normal[at] != piece:
                continue  # left out: a hyphen inside a word
            if at >= start and not found:
                first, found = index, True
            at += 1
            if at >= end:
                return first, index + 1
    return first, last


def _on_one_line(text: str) -> str:
    """Return the text with single blanks for white space."""
    if len(text) < _PAGE or not text.isascii():
        return " ".join(text.split())
    # On most pages no two blanks follow each other, and the words need not be taken apart.
    line = text.translate(_BLANKS)
    return " ".join(line.split()) if "  " in line else line.strip()


def _has_letters_apart(joined: str) -> bool:
    """Say whether letters may stand apart: on most pages none do, and no pattern is that quick."""
    shape = joined.encode("latin-1", "replace").translate(_SHAPES)
    return b"a a a a" in shape or b"0 0 0 0" in shape


def _closed_up(text: str) -> str:
    return _SPACED_OUT.sub(lambda run: run[0].replace(" ", ""), text)


def _opened_run(run: re.Match[str]) -> str:
    return "".join(map(_without_accents, run[0]))


@lru_cache(maxsize=4096)
def _opened(character: str) -> str:
    """Return the characters of normal text that a printed one becomes, without white space."""
    opened = character if character.isascii() else _without_accents(character)
    return "".join(opened.casefold().split())


@lru_cache(maxsize=4096)
def _without_accents(character: str) -> str:
    opened = unicodedata.normalize("NFKD", character)
    return "".join(c for c in opened if not (unicodedata.combining(c) or ord(c) in _INVISIBLE))


def _whole_words(phrase: str, page: str) -> Iterator[tuple[int, int]]:
    start = page.find(phrase) if phrase else -1
    while start >= 0:
        end = start + len(phrase)
        before, after = page[start - 1 : start], page[end : end + 1]
        if not (_joins(before, phrase[0]) or _joins(after, phrase[-1])):
            yield start, end
        start = page.find(phrase, start + 1)


def _joins(neighbour: str, edge: str) -> bool:
    return neighbour.isalnum() and edge.isalnum()
