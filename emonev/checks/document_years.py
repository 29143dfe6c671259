"""The years that a document is of, by which of its dates; and those that are allowed, in words."""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from emonev.checks import answers
from emonev.checks.answers import page_list
from emonev.language import say
from emonev.model.facts import DateSeen, Facts
from emonev.model.text import Text
from emonev.model.years import Years

ANY_YEAR = Text("tahun apa pun", "any year")
ONE_PERIOD = Text("periode yang mencakup {year}", "a period that covers {year}")
NEWEST = Text("edisi terbaru sampai {year}", "the newest edition up to {year}")


class Time(Struct, frozen=True):
    """The calendar years of a document, with the date that decided them."""

    first: int
    last: int
    basis: str
    seen: DateSeen | None = None

    @property
    def printed(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}–{self.last}"


def about(facts: Facts) -> list[Time]:
    """Return the years that a document is about, if they are known."""
    if facts.years_about is None:
        return []
    first, last = facts.years_about
    seen = _deciding(facts.dates, facts.years_basis, first, last)
    return [Time(first, last, facts.years_basis, seen)]


def time_of(seen: DateSeen) -> Time:
    return Time(seen.years[0], seen.years[-1], seen.role, seen)


def fits(time: Time, years: Years) -> Literal["inside", "partly", "outside"]:
    span = set(range(time.first, time.last + 1))
    if years.unrestricted or span <= years.allowed:
        return "inside"
    if years.period and len(span) > 1 and years.evaluated in span:
        return "inside"
    if years.latest and time.last <= years.evaluated:
        return "inside"
    return "partly" if span & years.allowed else "outside"


def is_just_outside(time: Time, years: Years) -> bool:
    """Say whether the year before or after is allowed, of which the document may yet be."""
    return any(year in years.allowed for year in (time.first - 1, time.last + 1))


def years_wanted(years: Years) -> Text:
    """Return the allowed years as people say them: "2023–2024" or "a period that covers 2024"."""
    wanted: list[Text] = []
    if years.allowed:
        printed = page_list(years.allowed)
        wanted.append(Text(printed, printed))
    if years.period:
        wanted.append(say(ONE_PERIOD, year=years.evaluated))
    if years.latest:
        wanted.append(say(NEWEST, year=years.evaluated))
    return _either(wanted)


def _deciding(dates: Sequence[DateSeen], basis: str, first: int, last: int) -> DateSeen | None:
    """Return the date that decided the years: of the basis' role, and best of exactly those years."""
    role = [seen for seen in dates if seen.role == basis]
    exact = [seen for seen in role if (seen.years[0], seen.years[-1]) == (first, last)]
    overlapping = [s for s in role if s.years[0] <= last and s.years[-1] >= first]
    return next(iter(exact or overlapping), None)


def _either(wanted: Iterable[Text]) -> Text:
    together: Text | None = None
    for one in wanted:
        together = one if together is None else say(answers.OR, first=together, last=one)
    return together or ANY_YEAR
