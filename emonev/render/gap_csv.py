"""The comparison as CSV for a spreadsheet: one line for each match, numbers as its language writes them.

Indonesian spreadsheets part cells by semicolons and decimals by commas. Text that a spreadsheet
would take for a formula is made text.
"""

import csv
import io
from fractions import Fraction
from functools import lru_cache

from emonev.language import number
from emonev.model.comparison import Change, Comparison, CriteriaComparison, Side, Trend
from emonev.model.finding import Outcome
from emonev.model.text import Language, Text
from emonev.render import gap_words as words
from emonev.render.signs import visible
from emonev.render.words import OUTCOMES
from emonev.score.rollup import added

_PLACES = 6
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "|", "%")

_COLUMNS = (
    Text("Tahun lama", "Older year"),
    Text("Tahun baru", "Newer year"),
    Text("Kriteria lama", "Older criteria"),
    Text("Kriteria baru", "Newer criteria"),
    Text("Pertanyaan", "Question"),
    Text("Perubahan", "What happened"),
    Text("Hasil lama", "Older outcome"),
    Text("Hasil baru", "Newer outcome"),
    Text("Poin penuh lama", "Full points before"),
    Text("Poin penuh baru", "Full points after"),
    Text("Poin lama", "Points before"),
    Text("Poin baru", "Points after"),
    Text("Selisih", "Change"),
    *(name for name, _ in words.EFFECTS.values()),
    Text("Selisih batas atas", "Change of the high end"),
    Text("Kehilangan poin di kedua tahun", "Points lost in both years"),
    Text("Yang ditanyakan lain", "Asked otherwise"),
    Text("Tindakan", "To do"),
)


def gap_csv(trend: Trend, language: Language) -> str:
    """Return every match of every step."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if language == "id" else ",", lineterminator="\r\n")
    writer.writerow([text.in_language(language) for text in _COLUMNS])
    for step in trend.steps:
        writer.writerows(_row(step, match, language) for match in step.criteria)
    return "\ufeff" + out.getvalue()  # without the mark Excel reads UTF-8 as something else


def _row(step: Comparison, match: CriteriaComparison, language: Language) -> list[str]:
    first = (match.newer or match.older)[0]
    numbers = (_full(match.older), _full(match.newer), *_change(match.low), match.high.moved)
    asked = " ".join([each.text.in_language(language) for each in match.differences])
    return [
        f"{step.older.year}",
        f"{step.newer.year}",
        _safe(_ids(match.older)),
        _safe(_ids(match.newer)),
        _safe(first.text.in_language(language)),
        words.MOVEMENTS[match.movement].in_language(language),
        _outcomes(match.older, language),
        _outcomes(match.newer, language),
        *[_number(*value.as_integer_ratio(), language) for value in numbers],
        "x" if match.carried_over else "",
        _safe(asked) if asked else "",
        _safe(match.remedy.in_language(language)) if match.remedy else "",
    ]


def _change(change: Change) -> tuple[Fraction, ...]:
    effects = change.effects
    return (
        change.before,
        change.after,
        change.moved,
        effects.performance,
        effects.rubric,
        effects.applicability,
        effects.pending,
    )


@lru_cache(maxsize=1 << 14)
def _number(numerator: int, denominator: int, language: Language) -> str:
    return number(Fraction(numerator, denominator), language, _PLACES)


def _safe(text: str) -> str:
    """Return one line that no spreadsheet takes for a formula."""
    shown = visible(" ".join(text.split()))
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def _ids(sides: tuple[Side, ...]) -> str:
    return " + ".join(side.id for side in sides)


def _outcomes(sides: tuple[Side, ...], language: Language) -> str:
    return _said(tuple([side.outcome for side in sides]), language)


@lru_cache(maxsize=1 << 10)
def _said(outcomes: tuple[Outcome | None, ...], language: Language) -> str:
    return ", ".join(
        OUTCOMES[one][0].in_language(language) for one in dict.fromkeys(outcomes) if one
    )


def _full(sides: tuple[Side, ...]) -> Fraction:
    return sides[0].full if len(sides) == 1 else added([side.full for side in sides])
