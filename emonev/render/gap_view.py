"""The comparison of two or more results, prepared for drawing in one language."""

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction

from emonev.language import Value, decimal, said_in, say
from emonev.model.assessment import Total
from emonev.model.comparison import (
    Change,
    Compared,
    Comparison,
    LevelComparison,
    Trend,
)
from emonev.model.text import Language, Text
from emonev.render import gap_words as words
from emonev.render.gap_entries import Entries, Face
from emonev.render.gap_numbers import (
    fitted_alike,
    fitted_effects,
    moved_shown,
    plain,
    signed,
    units,
)
from emonev.render.gap_shown import (
    CountShown,
    EffectShown,
    GapView,
    LevelShown,
    ListShown,
    Moved,
    RowShown,
    SectionShown,
)
from emonev.render.gap_trend import trend_shown
from emonev.render.gap_waterfall import waterfall_of
from emonev.render.signs import visible

_HEADS = {
    "effect": words.EFFECT,
    "low": words.LOW_END,
    "high": words.HIGH_END,
    "by_level": words.BY_LEVEL,
    "part": words.PART,
    "moved": words.MOVED,
    "points": words.POINTS_OF_100,
    "scores": words.SCORES,
    "table": words.TABLE,
    "all": words.ALL,
    "show": words.SHOW,
    "criterion": words.CRITERION,
    "change": words.CHANGE,
    "files": words.FILES,
    "year": words.YEAR,
    "total": words.TOTAL,
    "band": words.BAND,
    "between_years": words.BETWEEN_YEARS,
    "indicators_by_year": words.INDICATORS_BY_YEAR,
}


def prepare_gap(trend: Trend, language: Language) -> GapView:
    """Return the view: the latest step in full, and the earlier ones as a trend."""
    return _Prepared(trend, language).view()


def places_of(comparison: Comparison) -> int:
    """Return how many decimals are printed: as many as the totals have, and at least two."""
    totals = (comparison.older.total.low, comparison.newer.total.low)
    return max(2, *(len(low.partition(".")[2]) for low in totals))


class _Prepared:
    def __init__(self, trend: Trend, language: Language) -> None:
        self.trend, self.language = trend, language
        self.step = trend.steps[-1]
        self.places = places_of(self.step)
        self.older, self.newer = names_of(self.step)
        self.entries = Entries(trend, language, self.places)
        self.movements = {id_: self.told(word) for id_, word in words.MOVEMENTS.items()}

    def view(self) -> GapView:
        step, total = self.step, self.step.total
        first, last = (self.trend.results[rank].year for rank in (0, -1))
        years = f"{first} → {last}" if len(self.trend.steps) == 1 else f"{first}–{last}"
        moved = units(total.printed_moved, self.places)
        effects = self.effects()
        return GapView(
            language=self.language,
            title=self.told(words.TITLE, years=years),
            kind=self.told(words.KIND),
            body=visible(step.newer.body.name),
            between=self.between(),
            older=self.older,
            newer=self.newer,
            before=span(step.older.total, self.language),
            after=span(step.newer.total, self.language),
            moved=signed(moved, self.places, self.language),
            moved_words=self.moved_words(moved),
            sentences=tuple(self.sentences()),
            has_range=self.has_range(),
            effects=effects,
            sum=self.effect("sum", words.SUM, total.low.moved, total.high.moved),
            rounding=(
                self.effect("rounding", words.ROUNDING, total.rounding, Fraction(0))
                if units(total.rounding, self.places)
                else None
            ),
            waterfall=waterfall_of(step, self.language, self.places, (self.older, self.newer)),
            levels=tuple(map(self.level, step.levels)),
            total_row=self.total_row(),
            sections=tuple(self.sections()),
            lists=tuple(one for one in self.entries.lists() if one.lines),
            counts=tuple(self.counts()),
            rows=tuple(map(self.row, self.entries.faces)),
            remarks=self.listed("catatan", words.REMARKS, (one.text for one in step.remarks)),
            method=self.listed("cara", words.METHOD, words.METHOD_LINES),
            trend=trend_shown(self.trend, self.language) if len(self.trend.steps) > 1 else None,
            heads=self.heads(),
        )

    def heads(self) -> dict[str, str]:
        heads = {name: self.told(text) for name, text in _HEADS.items()}
        return heads | {"why": self.told(words.WHY, old=self.older, new=self.newer)}

    def told(self, template: Text, **values: Value) -> str:
        return visible(said_in(self.language, template, **values))

    def listed(self, id_: str, heading: Text, lines: Iterable[Text]) -> ListShown:
        said = tuple(visible(line.in_language(self.language)) for line in lines)
        return ListShown(id=id_, heading=self.told(heading), lines=said)

    def between(self) -> str:
        titles = [self.step.older.rubric_title, self.step.newer.rubric_title]
        listed = dict.fromkeys(visible(title.in_language(self.language)) for title in titles)
        return " → ".join(listed)

    def has_range(self) -> bool:
        return any(one.total.low != one.total.high for one in (self.step.older, self.step.newer))

    def moved_words(self, moved: int) -> str:
        if not moved:
            return self.told(words.MOVED_NOT)
        template = words.MOVED_UP if moved > 0 else words.MOVED_DOWN
        return self.told(template, points=plain(abs(moved), self.places, self.language))

    def sentences(self) -> Iterator[str]:
        old, new = (one.total for one in (self.step.older, self.step.newer))
        if old.qualification.id == new.qualification.id and not (old.best or new.best):
            yield self.told(words.BAND_SAME, band=new.qualification.label)
        else:
            yield self.told(words.BAND_OTHER, old=band_of(old), new=band_of(new))
        for template, bound in ((words.TO_NEXT, new.above), (words.ABOVE_BOUND, new.below)):
            if bound is not None:
                yield self.told(
                    template,
                    distance=decimal(bound.distance, self.language),
                    band=bound.label,
                    bound=decimal(bound.from_, self.language),
                )

    def effects(self) -> tuple[EffectShown, ...]:
        first, last = self.step.total.low, self.step.total.high
        low = fitted_effects(first.effects, units(first.moved, self.places), self.places)
        moved = units(last.moved, self.places)
        high = fitted_alike(last.effects, moved, self.places, first.effects, low)
        return tuple(
            EffectShown(
                id=id_,
                name=self.told(name),
                meaning=self.told(meaning),
                low=signed(low[rank], self.places, self.language),
                high=signed(high[rank], self.places, self.language),
            )
            for rank, (id_, (name, meaning)) in enumerate(words.EFFECTS.items())
        )

    def effect(self, id_: str, name: Text, low: Fraction, high: Fraction) -> EffectShown:
        return EffectShown(
            id=id_,
            name=self.told(name),
            meaning="",
            low=signed(units(low, self.places), self.places, self.language),
            high=signed(units(high, self.places), self.places, self.language),
        )

    def level(self, level: LevelComparison) -> LevelShown:
        return LevelShown(
            title=visible(level.title.in_language(self.language)),
            is_stage=level.level == "stage",
            scores=(self.score(level.score_before), self.score(level.score_after)),
            points=self.points(level.low),
        )

    def total_row(self) -> LevelShown:
        low = self.step.total.low
        scores = (self.score(low.before), self.score(low.after))
        name = self.told(words.TOTAL)
        return LevelShown(title=name, is_stage=True, scores=scores, points=self.points(low))

    def points(self, change: Change) -> Moved:
        return moved_shown(change, self.places, self.language)

    def score(self, value: Fraction | None) -> str:
        return "–" if value is None else plain(units(value, 2), 2, self.language)

    def sections(self) -> Iterator[SectionShown]:
        for id_, (heading, about) in words.SECTIONS.items():
            entries = tuple(self.entries.of(id_))
            if entries:
                yield SectionShown(
                    id=id_,
                    heading=self.heading(id_, heading),
                    about=self.told(about),
                    count=len(entries),
                    entries=entries,
                )

    def heading(self, id_: str, heading: Text) -> str:
        if id_ == "carried" and len(self.trend.steps) == 1:
            return self.told(words.CARRIED_SINCE, year=f"{self.step.older.year}")
        return self.told(heading)

    def counts(self) -> Iterator[CountShown]:
        found = Counter(match.movement for match in self.step.criteria)
        for movement, word in self.movements.items():
            if found[movement]:
                yield CountShown(id=movement, word=word, count=found[movement])

    def row(self, face: Face) -> RowShown:
        points, movement = face.points, face.match.movement
        return RowShown(
            id=face.id,
            question=face.question,
            notes=face.asked,
            movement=movement,
            movement_word=self.movements[movement],
            outcomes=face.outcomes,
            numbers=(points.before, points.after, points.moved, *points.effects),
        )


def names_of(step: Comparison) -> tuple[str, str]:
    """Return what the two results are called: their years, or where those agree more than that."""
    older, newer = step.older, step.newer
    if older.year != newer.year:
        return f"{older.year}", f"{newer.year}"
    if older.body.name != newer.body.name:
        return visible(older.body.name), visible(newer.body.name)
    if older.assessed_on != newer.assessed_on:
        return _dated(older), _dated(newer)
    return f"{older.year} (1)", f"{newer.year} (2)"


def span(total: Total, language: Language) -> str:
    """Return a printed total: "71,35", or "38,10–79,43" while something is pending."""
    low, high = decimal(total.low, language), decimal(total.high, language)
    return low if low == high else f"{low}–{high}"


def band_of(total: Total) -> Text:
    """Return a total's band, or both between which it can still be."""
    if total.best is None:
        return total.qualification.label
    return say(words.BAND_RANGE, low=total.qualification.label, high=total.best.label)


def _dated(one: Compared) -> str:
    return f"{one.year} ({visible(one.assessed_on)})"
