"""Three or more years: totals, bands, indicators, and the causes between each two."""

from collections.abc import Sequence
from fractions import Fraction

from emonev.language import decimal, say
from emonev.model.comparison import Comparison, LevelComparison, Trend
from emonev.model.text import Language
from emonev.render import gap_words as words
from emonev.render.gap_numbers import fitted_effects, plain, signed, units
from emonev.render.gap_shown import TrendRow, TrendShown, YearShown
from emonev.render.signs import visible

_PLACES = 2
_Key = tuple[str, str, str]  # stage, level, id


def trend_shown(trend: Trend, language: Language) -> TrendShown:
    """Return the years in order; the first has nothing to be compared with."""
    steps: Sequence[Comparison | None] = [None, *trend.steps]
    years = [_year(trend, rank, step, language) for rank, step in enumerate(steps)]
    return TrendShown(
        heading=words.TREND.in_language(language),
        years=tuple(years),
        streak=_streak(trend, language),
        indicators=tuple(_rows(trend, language)),
    )


def _year(trend: Trend, rank: int, step: Comparison | None, language: Language) -> YearShown:
    one = trend.results[rank]
    moved, effects = "", ("",) * len(words.EFFECTS)
    if step is not None:
        amount = units(step.total.printed_moved, _PLACES)
        moved = signed(amount, _PLACES, language)
        fitted = fitted_effects(
            step.total.low.effects, units(step.total.low.moved, _PLACES), _PLACES
        )
        effects = tuple(signed(each, _PLACES, language) for each in fitted)
    low, high = decimal(one.total.low, language), decimal(one.total.high, language)
    return YearShown(
        year=f"{one.year}",
        total=low if low == high else f"{low}–{high}",
        band=visible(one.total.qualification.label.in_language(language)),
        moved=moved,
        effects=effects,
        at="0",
        width=f"{float(min(Fraction(one.total.low), Fraction(100))):.2f}",
    )


def _streak(trend: Trend, language: Language) -> str:
    """Say how often in a row the latest band was reached, where that is more than once."""
    latest = trend.results[-1].total.qualification
    row = []
    for one in reversed(trend.results):
        if one.total.qualification.id != latest.id:
            break
        row.append(one)
    if len(row) < 2:
        return ""
    said = say(words.STREAK, band=latest.label, count=len(row), year=f"{row[-1].year}")
    return visible(said.in_language(language))


def _rows(trend: Trend, language: Language) -> list[TrendRow]:
    """Return stages and indicators by their place; those of the latest year first."""
    known: dict[_Key, LevelComparison] = {}
    for step in reversed(trend.steps):
        for level in step.levels:
            known.setdefault((level.stage, level.level, level.id), level)
    return [
        TrendRow(
            title=visible(level.title.in_language(language)),
            is_stage=level.level == "stage",
            scores=tuple(_score(value, language) for value in _scores(trend, key)),
        )
        for key, level in _in_order(known)
    ]


def _in_order(known: dict[_Key, LevelComparison]) -> list[tuple[_Key, LevelComparison]]:
    stages = list(dict.fromkeys(key[0] for key in known))
    return sorted(known.items(), key=lambda item: (stages.index(item[0][0]), item[0][1] != "stage"))


def _scores(trend: Trend, key: _Key) -> list[Fraction | None]:
    found = [_level(step, key) for step in trend.steps]
    first = found[0].score_before if found[0] else None
    return [first, *(level.score_after if level else None for level in found)]


def _score(value: Fraction | None, language: Language) -> str:
    return "–" if value is None else plain(units(value, _PLACES), _PLACES, language)


def _level(step: Comparison, key: _Key) -> LevelComparison | None:
    return next((one for one in step.levels if (one.stage, one.level, one.id) == key), None)
