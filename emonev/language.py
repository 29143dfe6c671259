"""Numbers, dates and sentences as people read them, in Indonesian and in English."""

import datetime
from fractions import Fraction
from functools import lru_cache

from emonev.model.text import Language, Text

MONTHS: dict[Language, tuple[str, ...]] = {
    "id": (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip

Value = Text | Fraction | int | str | datetime.date


def say(template: Text, **values: Value) -> Text:
    """Return the template with its {names} filled in, each value as its language writes it.

    Text comes in its language, rationals as decimals with at most two places, dates in words.
    A value's own braces are left alone.
    """
    return Text(
        template.id.format_map({name: _shown(value, "id") for name, value in values.items()}),
        template.en.format_map({name: _shown(value, "en") for name, value in values.items()}),
    )


def said_in(language: Language, template: Text, **values: Value) -> str:
    """Return what `say` makes of the template, in one language alone."""
    for name, value in values.items():
        if not isinstance(value, str):  # most often it is; thousands of criteria are told of
            values[name] = _shown(value, language)
    return template.in_language(language).format_map(values)


def _shown(value: Value, language: Language) -> str:
    if isinstance(value, str):  # most often; and to ask whether text is a number takes long
        return value
    if isinstance(value, Text):
        return value.in_language(language)
    if isinstance(value, Fraction):
        return number(value, language)
    if isinstance(value, datetime.date):
        return date(value, language)
    return str(value)


def number(value: Fraction, language: Language, places: int = 2, *, fixed: bool = False) -> str:
    """Return a decimal rounded half up to `places`: "1.234,5"; `fixed` keeps trailing zeros.

    For show only. Totals are rounded by `score`, as the rubric says, and come here as text.
    """
    return ratio(*value.as_integer_ratio(), language, places, fixed=fixed)


@lru_cache(maxsize=1 << 14)  # thousands of criteria repeat their numbers
def ratio(
    numerator: int, denominator: int, language: Language, places: int = 2, *, fixed: bool = False
) -> str:
    """Return the same for a numerator over a denominator above 0."""
    scale = 10**places
    whole = (2 * abs(numerator) * scale + denominator) // (2 * denominator)
    integer, rest = divmod(whole, scale)
    decimals = f"{rest:0{places}}" if places else ""
    sign = "-" if numerator < 0 and whole else ""
    return sign + _parted(integer, decimals if fixed else decimals.rstrip("0"), language)


def decimal(text: str, language: Language) -> str:
    """Return a decimal string ("1234.50") with the separators of the language ("1.234,50")."""
    integer, _, decimals = text.partition(".")
    sign, integer = ("-", integer[1:]) if integer.startswith("-") else ("", integer)
    return sign + _parted(int(integer), decimals, language)


def decimal_text(text: str) -> Text:
    """Return a decimal string as each language writes it, to stand in a sentence."""
    return Text(decimal(text, "id"), decimal(text, "en"))


def _parted(integer: int, decimals: str, language: Language) -> str:
    grouped, point = f"{integer:,}", "."
    if language == "id":
        grouped, point = grouped.replace(",", "."), ","
    return f"{grouped}{point}{decimals}" if decimals else grouped


def date(day: datetime.date, language: Language) -> str:
    """Return "27 September 2024" in the language's month names."""
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def size(count: int, language: Language) -> str:
    """Return a number of bytes as "1,9 MB" (1 MB = 1,048,576 bytes, as the portals count)."""
    for unit, scale in (("GB", 1024**3), ("MB", 1024**2), ("KB", 1024)):
        if count >= scale:
            return f"{number(Fraction(count, scale), language, 1)} {unit}"
    return f"{count} B"


def size_text(count: int) -> Text:
    """Return a number of bytes as each language writes it, to stand in a sentence."""
    return Text(size(count, "id"), size(count, "en"))
