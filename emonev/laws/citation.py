"""Citations as people write them: one place, a list ("huruf a dan c"), or a range ("ayat (5)–(7)")."""

import re
from collections.abc import Iterator

from msgspec import Struct

ARTICLE, PARAGRAPH, LETTER, NUMBER = range(4)
_LONGEST_RANGE = 100


class Place(Struct, frozen=True, order=True):
    """A place in a law: pasal, ayat, huruf, angka. A level that was not cited is empty.

    `outside` names what does not belong to the articles: "Lampiran II", "Penjelasan", "BAB IV".
    """

    article: str = ""
    paragraph: str = ""
    letter: str = ""
    number: str = ""
    outside: str = ""

    @property
    def steps(self) -> tuple[str, ...]:
        """The levels from the article down to the deepest one cited."""
        steps = [self.article, self.paragraph, self.letter, self.number]
        while steps and not steps[-1]:
            steps.pop()
        return tuple(steps)

    def contains(self, other: "Place") -> bool:
        """Tell whether the other place is this one or lies within it: an ayat holds its letters."""
        if self.outside or other.outside:
            return self == other
        steps = self.steps
        return bool(steps) and other.steps[: len(steps)] == steps

    def __str__(self) -> str:
        words = (
            ("Pasal {}", self.article),
            ("ayat ({})", self.paragraph),
            ("huruf {}", self.letter),
            ("angka {}", self.number),
        )
        return self.outside or " ".join(word.format(step) for word, step in words if step)


class Citation(Struct, frozen=True):
    """A law in its short form ("PERKI 1/2021") and the places cited in it; none: the whole law."""

    law: str
    places: tuple[Place, ...] = ()


_KINDS = {
    "undang-undang": "UU",
    "undangundang": "UU",
    "peraturan pemerintah": "PP",
    "peraturan komisi informasi": "PERKI",
}
_NICKNAMES = {
    "uu kip": "UU 14/2008",
    "perki slip": "PERKI 1/2021",
    "undang-undang keterbukaan informasi publik": "UU 14/2008",
    "uu keterbukaan informasi publik": "UU 14/2008",
}
_LAW = re.compile(
    r"(?P<kind>Undang-?undang|Peraturan Pemerintah|Peraturan Komisi Informasi|UUD|UU|PERPPU|PP"
    r"|PERPRES|PERKI|PERDA|PERDES|PERMEN[A-Z]*|PERGUB|PERBUP|PERWALI|KEPPRES|KEPMEN[A-Z]*|INPRES"
    r"|SE)(?P<of>(?: (?!No|Tahun)[A-Z][\w.-]*){0,4})\s+(?:(?:Nomor|No\.?)\s*)?"
    r"(?P<number>[0-9]{1,4}[A-Z]?)\s*(?:/|\s(?:Tahun|Thn\.?|Th\.?)\s*)(?P<year>[0-9]{4})(?![0-9])"
    r"|(?P<nickname>" + "|".join(_NICKNAMES) + r")\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\s+tentang\s+(?:Keterbukaan Informasi Publik|Standar Layanan Informasi Publik"
    r"|Pelaksanaan (?:UU|Undang-Undang)[\w /]{0,30}2008(?: tentang Keterbukaan Informasi Publik)?)",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(r"\s+(?P<part>Lampiran|Penjelasan|BAB)\b(?:\s+(?P<which>[IVXLC]+|[0-9]+)\b)?")
_WORDS = {"p": ARTICLE, "a": PARAGRAPH, "h": LETTER, "n": NUMBER}
_STEP = re.compile(
    r"(?:(?P<word>(?P<p>Pasal|Psl\.?|Ps\.)|(?P<a>ayat)|(?P<h>huruf|hrf\.?)|(?P<n>angka|butir))\s*)?"
    r"(?:\((?P<within>[0-9]{1,3}[a-z]?|[a-z])\)|(?P<bare>[0-9]{1,3}[A-Z]?|[a-z])"
    r"(?!\w|\s*/\s*[0-9]|\s+(?:Tahun|Thn)\b))",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\s*(?:(?P<range>[-–—]|(?:sampai\s+dengan|sampai|hingga|s\.?\s?[/.]?\s?d\.?)(?!\w))"
    r"|[,;&](?:\s*(?:dan/atau|dan|atau|serta)\b)?|\b(?:dan/atau|dan|atau|serta|juncto|jo\.?)(?!\w))\s*",
    re.IGNORECASE,
)


def read_citation(text: str) -> Citation | None:
    """Return the citation that the whole text is, or None where it is no citation."""
    words = " ".join(text.split())
    law = _LAW.match(words)
    if law is None:
        return None
    citation, end = _after_law(words, law)
    return citation if end == len(words) else None


def citations_in(text: str) -> Iterator[Citation]:
    """Yield the citations in running text, as far as each can be read."""
    words = " ".join(text.split())
    end = 0
    for law in _LAW.finditer(words):
        if law.start() >= end and not words[law.start() - 1 : law.start()].isalnum():
            citation, end = _after_law(words, law)
            yield citation


def _after_law(words: str, law: re.Match[str]) -> tuple[Citation, int]:
    short, end = _short(law), law.end()
    about = _ABOUT.match(words, end)
    end = about.end() if about else end
    outside = _OUTSIDE.match(words, end)
    places, further = _places(words, _start(words, outside.end() if outside else end))
    # A chapter, or the explanation, of an article says nothing that the article does not.
    if places and not (outside and outside["part"] == "Lampiran"):
        return Citation(short, places), further
    if outside is None:
        return Citation(short), end
    part = " ".join(filter(None, (outside["part"], outside["which"])))
    return Citation(short, (Place(outside=part),)), outside.end()


def _start(words: str, at: int) -> int:
    return at + len(words[at:]) - len(words[at:].lstrip(" :,("))


def _short(law: re.Match[str]) -> str:
    if law["nickname"]:
        return _NICKNAMES[law["nickname"].lower()]
    kind = _KINDS.get(law["kind"].lower(), law["kind"].upper())
    # "Republik Indonesia" and the like say nothing where number and year follow.
    known = {"RI", "REPUBLIK", "INDONESIA", "KIP", "SLIP", "PUSAT"}
    of = "".join(f" {word}" for word in law["of"].split() if word.upper() not in known)
    return f"{kind}{of} {law['number']}/{law['year']}"


def _places(words: str, at: int) -> tuple[tuple[Place, ...], int]:
    """Return the places that begin at this sign, and where they end."""
    step = _STEP.match(words, at)
    if step is None or not step["p"]:
        return (), at
    reader, joint, end = _Places(), None, at
    while step is not None and reader.take(step, joint):
        end = step.end()
        deeper = _STEP.match(words, _skip(words, end))
        joint = None if deeper and deeper["word"] else _JOINT.match(words, end)
        step = _STEP.match(words, joint.end()) if joint else deeper
    return reader.places, end


def _skip(words: str, at: int) -> int:
    return at + 1 if words[at : at + 1] == " " else at


class _Places:
    """The places read so far; each further step deepens the last one, or begins another."""

    def __init__(self) -> None:
        self._read: list[list[str]] = [["", "", "", ""]]
        self._level = ARTICLE - 1

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(Place(*steps) for steps in self._read)

    def take(self, step: re.Match[str], joint: re.Match[str] | None) -> bool:
        """Add a step; False where it does not belong to this citation."""
        value, level = step["within"] or step["bare"], self._level_of(step)
        if value.isalpha() != (level == LETTER):
            return False
        value = value.lower() if level == LETTER else value
        if level > self._level and step["word"]:
            self._read[-1][level:] = [value, *[""] * (NUMBER - level)]
        elif joint is None:
            return False
        elif joint["range"]:
            return self._range(level, value)
        else:
            self._begin(level, value)
        self._level = level
        return True

    def _level_of(self, step: re.Match[str]) -> int:
        return next((level for name, level in _WORDS.items() if step[name]), self._level)

    def _begin(self, level: int, value: str) -> None:
        self._read.append([*self._read[-1][:level], value, *[""] * (NUMBER - level)])

    def _range(self, level: int, value: str) -> bool:
        first = self._read[-1][level]
        between = _between(first, value)
        if level != self._level or not between:
            return False
        for each in between:
            self._begin(level, each)
        return True


def _between(first: str, last: str) -> list[str]:
    """Return what follows `first` up to `last`; nothing where that is no range."""
    if first.isdigit() and last.isdigit() and int(first) < int(last) <= int(first) + _LONGEST_RANGE:
        return [str(number) for number in range(int(first) + 1, int(last) + 1)]
    if len(first) == len(last) == 1 and first.isalpha() and first < last:
        return [chr(code) for code in range(ord(first) + 1, ord(last) + 1)]
    return []
