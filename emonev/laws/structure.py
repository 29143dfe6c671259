"""Which articles, paragraphs, letters and numbers the three laws have, and what is cited beside them."""

from functools import cache
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from emonev.language import say
from emonev.laws.citation import Place
from emonev.model.text import Text

LAWS: Final = ("UU 14/2008", "PERKI 1/2021", "PP 61/2010")

# ayat ("" where the article has none) -> huruf ("" where there are only numbers) -> how many angka
Article = dict[str, dict[str, int]]


class Law(Struct, frozen=True):
    """The places of one law: chapters, annexes, and its articles by number."""

    chapters: int
    annexes: int
    articles: dict[str, Article]


class Missing(Struct, frozen=True):
    """Why a place does not exist, and what is there instead."""

    message: Text
    nearby: Text


_NO_ARTICLE = Text("{law} tidak memiliki Pasal {step}", "{law} has no Pasal {step}")
_NO_PARAGRAPH = Text("{within} tidak memiliki ayat ({step})", "{within} has no ayat ({step})")
_NO_LETTER = Text("{within} tidak memiliki huruf {step}", "{within} has no huruf {step}")
_NO_NUMBER = Text("{within} tidak memiliki angka {step}", "{within} has no angka {step}")
_NO_PART = Text("{law} tidak memiliki {step}", "{law} has no {step}")
_AYAT_LEFT_OUT = Text(
    "{within} terbagi atas ayat, tetapi ayatnya tidak disebut",
    "{within} is divided into ayat, but none is named",
)
_THERE_IS = Text("Yang ada: {span}.", "There is: {span}.")
_NOTHING = Text("{within} tidak terbagi lagi.", "{within} is not divided further.")
_NONE = Text("{law} tidak memiliki {part}.", "{law} has no {part}.")
_FOUND_IN = Text("{step} ada di {places}.", "{step} stands in {places}.")
_ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


def missing(law: str, place: Place) -> Missing | None:
    """Return why a place does not exist; None where it does, or where the law is not held here."""
    if law not in LAWS:
        return None
    held = _laws()[law]
    if place.outside:
        return _missing_part(law, held, place.outside)
    article = held.articles.get(place.article)
    if article is None:
        there = _between("Pasal {}", list(held.articles))
        return Missing(say(_NO_ARTICLE, law=law, step=place.article), _there_is(there))
    return _missing_in(law, article, place)


@cache
def _laws() -> dict[str, Law]:
    data = (Path(__file__).parent / "structure.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, Law])


def _missing_in(law: str, article: Article, place: Place) -> Missing | None:
    whole = f"{law} Pasal {place.article}"
    if not place.paragraph and (place.letter or place.number) and "" not in article and article:
        return _paragraph_left_out(whole, article, place)
    if place.paragraph and place.paragraph not in article:
        told = say(_NO_PARAGRAPH, within=whole, step=place.paragraph)
        return Missing(told, _or_nothing(whole, "ayat ({})", [ayat for ayat in article if ayat]))
    within = f"{whole} ayat ({place.paragraph})" if place.paragraph else whole
    letters = article.get(place.paragraph, {})
    if place.letter and place.letter not in letters:
        told = say(_NO_LETTER, within=within, step=place.letter)
        return Missing(told, _or_nothing(within, "huruf {}", [one for one in letters if one]))
    numbers = letters.get(place.letter, 0)
    if place.number and not (place.number.isdigit() and 1 <= int(place.number) <= numbers):
        within += f" huruf {place.letter}" if place.letter else ""
        told = say(_NO_NUMBER, within=within, step=place.number)
        return Missing(told, _or_nothing(within, "angka {}", [*map(str, range(1, numbers + 1))]))
    return None


def _paragraph_left_out(whole: str, article: Article, place: Place) -> Missing:
    told = say(_AYAT_LEFT_OUT, within=whole)
    held = [ayat for ayat, letters in article.items() if place.letter in letters]
    if not held:
        return Missing(told, _there_is(_between("ayat ({})", list(article))))
    step = f"Huruf {place.letter}" if place.letter else f"Angka {place.number}"
    return Missing(told, say(_FOUND_IN, step=step, places=", ".join(f"ayat ({a})" for a in held)))


def _missing_part(law: str, held: Law, outside: str) -> Missing | None:
    part, _, which = outside.partition(" ")
    most = {"Lampiran": held.annexes, "BAB": held.chapters}.get(part, 1)
    if most and (not which or part == "Penjelasan" or 1 <= _number(which) <= most):
        return None
    parts = [_roman(number) for number in range(1, most + 1)]
    if not parts:
        return Missing(say(_NO_PART, law=law, step=outside), say(_NONE, law=law, part=part))
    there = _there_is(_between(f"{part} {{}}", parts))
    return Missing(say(_NO_PART, law=law, step=outside), there)


def _or_nothing(within: str, word: str, steps: list[str]) -> Text:
    return _there_is(_between(word, steps)) if steps else say(_NOTHING, within=within)


def _there_is(span: Text) -> Text:
    return say(_THERE_IS, span=span)


def _between(word: str, steps: list[str]) -> Text:
    first, last = word.format(steps[0]), word.format(steps[-1])
    if len(steps) == 1:
        return Text(first, first)
    return Text(f"{first} sampai {last}", f"{first} to {last}")


def _number(which: str) -> int:
    if which.isdigit():
        return int(which)
    return next((n for n in range(1, 40) if _roman(n) == which), 0)


def _roman(number: int) -> str:
    signs = ""
    for sign, value in _ROMAN:
        while number >= value:
            signs, number = signs + sign, number - value
    return signs
