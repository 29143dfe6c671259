"""The legal basis prepared: what each criterion cites, and the words of the law for it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from emonev.language import date
from emonev.laws import (
    SOURCES,
    Citation,
    Line,
    Omission,
    Place,
    Wording,
    has_words,
    missing,
    read_citation,
    wording,
)
from emonev.model.assessment import CriterionResult
from emonev.model.text import Language
from emonev.render.law_shown import ArticleShown, LawShown, LineShown, RegulationShown
from emonev.render.shown import Link
from emonev.render.signs import visible
from emonev.render.words import words_in

_LEFT_OUT = "…"


@lru_cache(maxsize=512)  # criteria share their laws, and a page names each many times
def law_shown(law: tuple[str, ...], language: Language) -> LawShown:
    """Return what a criterion cites; articles in the order cited, each once."""
    places: dict[str, list[Place]] = {}
    for held, cited in _cited(law):
        places.setdefault(held, []).extend(cited)
    found = (found for held, cited in places.items() for found in wording(held, cited))
    return LawShown(
        cited=tuple(map(_link, law)),
        articles=tuple(_article(each, frozenset()) for each in found),
        missing=tuple(dict.fromkeys(_missing(law, language))),
    )


def laws_shown(
    criteria: Sequence[CriterionResult], language: Language
) -> tuple[RegulationShown, ...]:
    """Return the laws that criteria cite and whose words are held, each cited place once."""
    places: dict[str, set[Place]] = {name: set() for name in SOURCES}
    for law in dict.fromkeys(criterion.law for criterion in criteria):
        for held, cited in _cited(law):
            places[held] |= set(cited)
    return tuple(_regulation(held, cited, language) for held, cited in places.items() if cited)


def _cited(law: Sequence[str]) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Yield the laws whose words are held, with the places cited that they have."""
    for text in law:
        cited = read_citation(text)
        if cited is not None and cited.law in SOURCES:
            yield cited.law, tuple(place for place in cited.places if has_words(cited.law, place))


def _link(text: str) -> Link:
    there = next(_cited((text,)), None)
    if there is None or not there[1]:
        return Link(text=visible(text))
    law, places = there
    return Link(text=visible(text), url=f"#{_anchor(law, places[0])}")


def _anchor(law: str, place: Place) -> str:
    kind, _, number = law.lower().partition(" ")
    return "-".join((f"{kind}{number[-2:]}", *filter(None, place.steps)))


def _article(found: Wording, anchored: frozenset[Place]) -> ArticleShown:
    itself = Place(found.article)
    return ArticleShown(
        name=f"{found.law} {itself}",
        anchor=_anchor(found.law, itself),
        lines=tuple(_line(line, found.law, anchored - {itself}) for line in found.lines),
    )


def _line(line: Line | Omission, law: str, anchored: frozenset[Place]) -> LineShown:
    if isinstance(line, Omission):
        return LineShown(sign="", words=_LEFT_OUT, depth=line.depth, cited=False, anchor="")
    anchor = _anchor(law, line.place) if line.place in anchored else ""
    return LineShown(
        sign=line.sign, words=line.words, depth=line.depth, cited=line.cited, anchor=anchor
    )


def _missing(law: Sequence[str], language: Language) -> Iterator[str]:
    """Yield a sentence for every citation whose words are not held, or that leads nowhere."""
    template = words_in(language)["law_not_held"]
    for text in law:
        cited = read_citation(text)
        if cited is None or cited.law not in SOURCES or not cited.places:
            yield template.format(law=visible(text))
            continue
        for place in cited.places:
            if not has_words(cited.law, place):
                yield _why_not(cited, place, language)


def _why_not(cited: Citation, place: Place, language: Language) -> str:
    nowhere = missing(cited.law, place)
    if nowhere is not None:
        return f"{nowhere.message.in_language(language)}."
    return words_in(language)["law_not_held"].format(law=f"{cited.law} {place}")


def _regulation(law: str, places: set[Place], language: Language) -> RegulationShown:
    source = SOURCES[law]
    found = wording(law, sorted(places, key=lambda place: (int(place.article), place)))
    day = date(source.promulgated, language)
    return RegulationShown(
        name=law,
        title=source.title,
        version=words_in(language)["law_version"].format(day=day, gazette=source.gazette),
        articles=tuple(_article(each, frozenset(places)) for each in found),
    )
