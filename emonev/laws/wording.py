"""What the laws say, word for word: the cited places cut out of their articles, nothing left out unseen."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from emonev.laws.citation import Place


class Line(Struct, frozen=True):
    """One line of an article: its sign as printed ("(2)", "a.", or none), and its words.

    `cited`: the line itself is cited, and not only what it stands in or beside.
    """

    place: Place
    sign: str
    words: str
    depth: int
    cited: bool = False


class Omission(Struct, frozen=True):
    """Lines of an article that are not cited and therefore not shown."""

    depth: int


class Wording(Struct, frozen=True):
    """An article as far as it is cited."""

    law: str
    article: str
    lines: tuple[Line | Omission, ...]


class Source(Struct, frozen=True):
    """A law's full name, the day it was promulgated, and where that can be looked up."""

    title: str
    promulgated: datetime.date
    gazette: str


# Indonesian in every language: these are names.
SOURCES: Final[Mapping[str, Source]] = {
    "UU 14/2008": Source(
        "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
        datetime.date(2008, 4, 30),
        "Lembaran Negara Republik Indonesia Tahun 2008 Nomor 61",
    ),
    "PERKI 1/2021": Source(
        "Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik",
        datetime.date(2021, 6, 30),
        "Berita Negara Republik Indonesia Tahun 2021 Nomor 741",
    ),
    "PP 61/2010": Source(
        "Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan Undang-Undang Nomor 14 "
        "Tahun 2008 tentang Keterbukaan Informasi Publik",
        datetime.date(2010, 8, 23),
        "Lembaran Negara Republik Indonesia Tahun 2010 Nomor 99",
    ),
}

Steps = tuple[str, ...]

_ARTICLE = re.compile(r"Pasal ([0-9]+)")
_LINE = re.compile(
    r"(?P<paragraph>\([0-9]+\)|\[.\.\])|  (?P<letter>[a-z])\.|(?P<indent>  |    )(?P<number>[0-9]+)\."
)


def has_words(law: str, place: Place) -> bool:
    """Tell whether the words of a place are held."""
    return law in SOURCES and not place.outside and place.steps in _held(law)


def wording(law: str, places: Sequence[Place]) -> tuple[Wording, ...]:
    """Return the articles of these places, in the order cited, each with the cited places only.

    What a place stands in is shown with it ("(2) … terdiri atas:"), and what stands within it.
    Nothing is returned for a place that the law does not have, or that is no place of an article.
    """
    asked = [place for place in places if has_words(law, place)]
    steps = {place.steps for place in asked}
    return tuple(
        Wording(law, article, tuple(_cut(_articles(law)[article], steps)))
        for article in dict.fromkeys(place.article for place in asked)
    )


def _cut(lines: Sequence[Line], asked: AbstractSet[Steps]) -> Iterator[Line | Omission]:
    """Yield the lines that the places asked for hold or stand in; a gap is one omission."""
    above = {steps[:depth] for steps in asked for depth in range(1, len(steps))}
    left_out: list[int] = []
    for line in lines:
        steps = line.place.steps
        cited = any(steps[:depth] in asked for depth in range(1, len(steps) + 1))
        if not cited and steps not in above:
            left_out.append(line.depth)
            continue
        if left_out:
            yield Omission(min(left_out))
            left_out.clear()
        yield replace(line, cited=cited)
    if left_out:
        yield Omission(min(left_out))


@cache
def _held(law: str) -> frozenset[Steps]:
    every = (line.place.steps for lines in _articles(law).values() for line in lines)
    return frozenset(steps[:depth] for steps in every for depth in range(1, len(steps) + 1))


@cache
def _articles(law: str) -> dict[str, tuple[Line, ...]]:
    name = law.lower().replace(" ", "-").replace("/", "-")
    text = (Path(__file__).parent / "texts" / f"{name}.txt").read_text(encoding="utf-8")
    articles: dict[str, list[Line]] = {}
    article = ""
    for line in text.splitlines():
        heading = _ARTICLE.fullmatch(line)
        if heading:
            article = heading[1]
            articles[article] = []
        else:
            articles[article].append(_read(line, article, articles[article]))
    return {number: tuple(lines) for number, lines in articles.items()}


def _read(line: str, article: str, before: list[Line]) -> Line:
    """Return a line with its place, which its sign and the lines before it tell."""
    sign = _LINE.match(line)
    if sign is None:
        return Line(Place(article), "", line, 0)
    last = before[-1].place if before else Place(article)
    if sign["paragraph"]:
        place, depth = Place(article, sign["paragraph"].strip("()")), 0
    elif sign["letter"]:
        place, depth = Place(article, last.paragraph, sign["letter"]), 1
    else:
        within = last.letter if len(sign["indent"]) > 2 else ""
        place, depth = (
            Place(article, last.paragraph, within, sign["number"]),
            len(sign["indent"]) // 2,
        )
    return Line(place, sign[0].strip(), line[sign.end() :].strip(), depth)
