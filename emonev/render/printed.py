"""Points as they are printed: over every level the parts add up to the whole, digit for digit."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from emonev.errors import EmonevError
from emonev.language import decimal, number
from emonev.model.assessment import Points, Total
from emonev.model.text import Language, Text
from emonev.render.rounding import even_rows
from emonev.render.shown import Bar, PointsShown
from emonev.render.words import words_in
from emonev.score import largest_remainder

_DOES_NOT_ADD_UP = Text(
    "Berkas hasil ini tidak utuh: jumlah poin bagian tidak sama dengan nilai akhirnya.",
    "This result is not intact: the points of its parts do not add up to its total.",
)
_ASSESS_AGAIN = Text(
    "Jalankan lagi `emonev score` untuk membuat hasil yang baru.",
    "Run `emonev score` again to make a new result.",
)


class Printed(Struct, frozen=True):
    """Points in units of the last printed place: 1250 is 12,50 where a total has two places."""

    earned: int
    lost: int
    pending: int
    places: int


def printed_total(total: Total, places: int) -> Printed:
    """Return a total's points: what is earned is its printed value, and all add up to 100."""
    low, high = _units(total.low, places), _units(total.high, places)
    return Printed(low, 100 * 10**places - high, high - low, places)


def share_out(whole: Printed, parts: Sequence[Points]) -> tuple[Printed, ...]:
    """Return the parts rounded so that each column adds up to the whole as it is printed."""
    rows = [(part.earned, part.lost, part.pending) for part in parts]
    columns = [
        _column(printed, [row[place] for row in rows], whole.places)
        for place, printed in enumerate((whole.earned, whole.lost, whole.pending))
    ]
    even_rows(columns, rows, whole.places)
    return tuple(
        Printed(earned, lost, pending, whole.places)
        for earned, lost, pending in zip(*columns, strict=True)
    )


@lru_cache(maxsize=4096)  # thousands of criteria share a few hundred values
def points_shown(points: Printed, language: Language) -> PointsShown:
    """Return points as words, with as many decimals everywhere as the total has."""
    words = words_in(language)
    full = points.earned + points.lost + points.pending
    shown = {
        "earned": _decimal(points.earned, points.places, language),
        "lost": _decimal(points.lost, points.places, language),
        "pending": _decimal(points.pending, points.places, language),
        "full": _decimal(full, points.places, language),
        "cost": _decimal(points.lost + points.pending, points.places, language),
    }
    template = words["x_of_y_pending"] if points.pending else words["x_of_y"]
    told = template.format(**shown) if full else words["no_points"]
    return PointsShown(**shown, words=told, ratio=words["ratio"].format(**shown))


def bar_of(points: Points, full: Fraction, shown: PointsShown, language: Language) -> Bar:
    """Return a bar as wide as the full points, with the words of what is printed."""
    unit = 100 / full if full else Fraction(0)
    earned, pending = points.earned * unit, points.pending * unit
    return Bar(
        earned=place(earned),
        pending=place(pending),
        pending_at=place(earned),
        lost=place(points.lost * unit),
        lost_at=place(earned + pending),
        words=words_in(language)["bar_words"].format(
            earned=shown.earned, pending=shown.pending, lost=shown.lost
        ),
    )


def place(value: Fraction) -> str:
    """Return a number as SVG writes it."""
    return number(value, "en")


def span(low: str, high: str, language: Language) -> str:
    """Return one decimal, or two as a range where they differ."""
    if low == high:
        return decimal(low, language)
    words = words_in(language)["range"]
    return words.format(low=decimal(low, language), high=decimal(high, language))


def _units(text: str, places: int) -> int:
    return int(Fraction(text) * 10**places)


def _decimal(units: int, places: int, language: Language) -> str:
    digits = str(units).rjust(places + 1, "0")
    cut = len(digits) - places
    return decimal(f"{digits[:cut]}.{digits[cut:]}" if places else digits, language)


def _column(whole: int, parts: Sequence[Fraction], places: int) -> list[int]:
    """Return one column in units; parts that are zero stay zero."""
    shared = [index for index, part in enumerate(parts) if part]
    column = [0] * len(parts)
    if not shared:  # nothing applied: the whole stands for itself
        return column
    try:
        texts = largest_remainder(
            [parts[index] for index in shared], Fraction(whole, 10**places), places
        )
    except ValueError as error:
        raise EmonevError("inconsistent-result", _DOES_NOT_ADD_UP, _ASSESS_AGAIN) from error
    for index, text in zip(shared, texts, strict=True):
        column[index] = int(text.replace(".", ""))
    return column
