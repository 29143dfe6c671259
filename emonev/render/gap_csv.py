"""The comparison as a table for a spreadsheet: one line for each match."""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from emonev.model.comparison import Change, Comparison, CriteriaComparison, Side, Trend
from emonev.model.finding import Outcome
from emonev.model.text import Language, Text
from emonev.render import gap_words as words
from emonev.render.csv_table import cell, csv_table, figure
from emonev.render.words import OUTCOMES
from emonev.score.rollup import added

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
    return csv_table(_rows(trend, language), language)


def _rows(trend: Trend, language: Language) -> Iterator[list[str]]:
    yield [text.in_language(language) for text in _COLUMNS]
    for step in trend.steps:
        for match in step.criteria:
            yield _row(step, match, language)


def _row(step: Comparison, match: CriteriaComparison, language: Language) -> list[str]:
    first = (match.newer or match.older)[0]
    numbers = (_full(match.older), _full(match.newer), *_change(match.low), match.high.moved)
    asked = " ".join([each.text.in_language(language) for each in match.differences])
    return [
        f"{step.older.year}",
        f"{step.newer.year}",
        cell(_ids(match.older)),
        cell(_ids(match.newer)),
        cell(first.text.in_language(language)),
        words.MOVEMENTS[match.movement].in_language(language),
        _outcomes(match.older, language),
        _outcomes(match.newer, language),
        *[figure(value, language) for value in numbers],
        "x" if match.carried_over else "",
        cell(asked) if asked else "",
        cell(match.remedy.in_language(language)) if match.remedy else "",
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


def _ids(sides: tuple[Side, ...]) -> str:
    return " + ".join([side.id for side in sides])


def _outcomes(sides: tuple[Side, ...], language: Language) -> str:
    return _said(tuple([side.outcome for side in sides]), language)


@lru_cache(maxsize=1 << 10)
def _said(outcomes: tuple[Outcome | None, ...], language: Language) -> str:
    return ", ".join(
        OUTCOMES[one][0].in_language(language) for one in dict.fromkeys(outcomes) if one
    )


def _full(sides: tuple[Side, ...]) -> Fraction:
    return sides[0].full if len(sides) == 1 else added([side.full for side in sides])
