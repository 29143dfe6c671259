"""Single words of a file made into values: numbers exactly as printed, dates, years, yes and no."""

import datetime
import re
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from emonev.language import MONTHS
from emonev.model.text import Text
from emonev.model.years import YearRule

_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_NUMBER = re.compile(
    r"[+-]?(?:[0-9]{1,18}(?:\.[0-9]{1,18})?|\.[0-9]{1,18}|[0-9]{1,18}/[0-9]{1,18})"
)
_RELATIVE = re.compile(r"N(?:-([0-9]{1,2}))?(?:\.\.N(?:-([0-9]{1,2}))?)?")
_CALENDAR = re.compile(r"([12][0-9]{3})(?:\.\.([12][0-9]{3}))?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_IN_WORDS = re.compile(r"([0-9]{1,2}) +([A-Za-z]+) +([0-9]{4})")
_MONTH_NUMBERS = {
    name.casefold()[:length]: number
    for names in MONTHS.values()
    for number, name in enumerate(names, 1)
    for length in (3, len(name))
} | {"agt": 8, "nop": 11, "nopember": 11}

_YES = {"ya", "yes", "true", "y"}
_NO = {"tidak", "no", "false", "n"}


class Scalar(NamedTuple):
    """A kind of single value: how it is read (None: it is not one), and what it is called."""

    read: Callable[[str], Any]
    wanted: Text


def whole_number(word: str) -> int | None:
    """Return the printed whole number; 010 is ten."""
    return int(word) if _WHOLE.fullmatch(word) else None


@lru_cache(maxsize=4096)
def exact_number(word: str) -> Fraction | None:
    """Return 2, 0.5, .5 or 1/3 as the rational that was printed."""
    if not _NUMBER.fullmatch(word):
        return None
    try:
        return Fraction(word)
    except ZeroDivisionError:
        return None


def true_or_false(word: str) -> bool | None:
    """Return a boolean; only `true` and `false` are, so that `no` stays a word."""
    return {"true": True, "false": False}.get(word.lower())


def share_claimed(word: str) -> Fraction | None:
    """Return the share that a body claims: ya and tidak, or a number."""
    plain = word.strip().casefold()
    if plain in _YES:
        return Fraction(1)
    return Fraction(0) if plain in _NO else exact_number(plain)


def calendar_day(word: str) -> datetime.date | None:
    """Return the date of 2024-09-27, 27-09-2024, 27/9/2024 or 27 September 2024."""
    year, month, day = _day_parts(" ".join(word.split()))
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=512)
def year_rule(word: str) -> YearRule | None:
    """Return the rule of N, N-1, N-2..N, 2023, 2021..2023, latest or period."""
    if word in {"latest", "period"}:
        return YearRule("latest" if word == "latest" else "period")
    plain = word.replace(" ", "")
    relative, calendar = _RELATIVE.fullmatch(plain), _CALENDAR.fullmatch(plain)
    if calendar:
        first = int(calendar[1])
        return _in_order(YearRule("years", first, int(calendar[2] or first), relative=False))
    if not relative:
        return None
    first = -int(relative[1] or 0)
    last = -int(relative[2] or 0) if ".." in plain else first
    return _in_order(YearRule("years", first, last))


def _in_order(rule: YearRule) -> YearRule | None:
    return rule if rule.first <= rule.last else None


def _day_parts(word: str) -> tuple[int, int, int]:
    if iso := _ISO.fullmatch(word):
        return int(iso[1]), int(iso[2]), int(iso[3])
    if numeric := _DAY_FIRST.fullmatch(word):
        return int(numeric[3]), int(numeric[2]), int(numeric[1])
    if words := _IN_WORDS.fullmatch(word):
        return int(words[3]), _MONTH_NUMBERS.get(words[2].casefold(), 0), int(words[1])
    return 0, 0, 0


WHOLE_NUMBER = Scalar(whole_number, Text("angka bulat", "a whole number"))
EXACT_NUMBER = Scalar(
    exact_number,
    Text("angka seperti 2, 0.5, atau 1/3", "a number such as 2, 0.5 or 1/3"),
)
TRUE_OR_FALSE = Scalar(true_or_false, Text("true atau false", "true or false"))
SHARE_CLAIMED = Scalar(
    share_claimed,
    Text("ya, tidak, atau bagian seperti 0.75", "ya, tidak or a share such as 0.75"),
)
CALENDAR_DAY = Scalar(
    calendar_day,
    Text(
        "tanggal seperti 2024-09-27 atau 27 September 2024",
        "a date such as 2024-09-27 or 27 September 2024",
    ),
)
YEAR_RULE = Scalar(
    year_rule,
    Text(
        "tahun seperti N, N-1, N-2..N, 2023, latest, atau period",
        "years such as N, N-1, N-2..N, 2023, latest or period",
    ),
)
