"""The lists of a comparison: what moved up and down, what was carried over, what is new."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from emonev.language import Value, say
from emonev.model.comparison import Comparison, CriteriaComparison, FileNamed, Side, Trend
from emonev.model.text import Language, Text
from emonev.render import gap_words as words
from emonev.render.gap_numbers import plain, signed, units
from emonev.render.gap_shown import EntryShown, ListShown
from emonev.render.signs import visible
from emonev.render.words import OUTCOMES
from emonev.score.rollup import added

_OF_MOVEMENT = {
    "improved": "up",
    "worsened": "down",
    "new": "new",
    "became-applicable": "new",
    "dropped": "dropped",
    "became-not-applicable": "dropped",
    "not-judged": "not-judged",
}


class Entries:
    """The matches of the latest step, by section."""

    def __init__(self, trend: Trend, language: Language, places: int) -> None:
        self.step, self.language, self.places = trend.steps[-1], language, places
        self.since, self.long = _since(trend), len(trend.steps) > 1
        self.regressions = {one.criterion: one for one in self.step.regressions}

    def of(self, section: str) -> Iterator[EntryShown]:
        """Yield a section's entries, the weightiest first."""
        matches = [match for match in self.step.criteria if _belongs(match, section)]
        for match in sorted(matches, key=lambda match: _weight(match, section), reverse=True):
            yield self.entry(match, section)

    def entry(self, match: CriteriaComparison, section: str, *, brief: bool = False) -> EntryShown:
        """Return one match; a brief one only says what is asked otherwise."""
        first = (match.newer or match.older)[0]
        return EntryShown(
            id=visible(" + ".join(side.id for side in match.newer or match.older)),
            question=visible(first.text.in_language(self.language)),
            head="" if brief else self.head(match, section),
            points="" if brief else self.points(match),
            outcomes=self.outcomes(match),
            notes=tuple(self.notes(match, section, brief=brief)),
        )

    def lists(self) -> Iterator[ListShown]:
        """Yield what the files of both years tell."""
        stale = (
            self.told(
                words.STALE_ENTRY,
                criterion=one.criterion,
                path=one.after.path,
                old=f"{self.step.older.year}",
                years=", ".join(map(str, one.years)),
            )
            for one in self.step.stale
        )
        yield ListShown(id="stale", heading=self.told(words.STALE), lines=tuple(stale))
        contradictions = (
            self.told(
                words.CONTRADICTION,
                path=one.file.path,
                met=", ".join(one.met),
                failed=", ".join(one.not_met),
            )
            for one in self.step.contradictions
        )
        heading = self.told(words.CONTRADICTIONS)
        yield ListShown(id="contradictions", heading=heading, lines=tuple(contradictions))

    def told(self, template: Text, **values: Value) -> str:
        return visible(say(template, **values).in_language(self.language))

    def head(self, match: CriteriaComparison, section: str) -> str:
        """Return the number that a section is ordered by."""
        if section == "carried":
            lost = units(_lost(match.newer), self.places)
            return self.told(words.LOST, points=plain(lost, self.places, self.language))
        if section in {"new", "dropped"}:
            sides = match.newer if match.newer and section == "new" else match.older
            full = units(added([side.full for side in sides]), self.places)
            return self.told(words.WORTH, points=plain(full, self.places, self.language))
        change = match.low.effects.performance if section in {"up", "down"} else match.low.moved
        return signed(units(change, self.places), self.places, self.language)

    def points(self, match: CriteriaComparison) -> str:
        before, after = (
            plain(units(value, self.places), self.places, self.language)
            for value in (match.low.before, match.low.after)
        )
        if not (match.older and match.newer):
            sides = match.newer or match.older
            full = plain(
                units(added([s.full for s in sides]), self.places), self.places, self.language
            )
            return self.told(words.OF_FULL, low=after if match.newer else before, full=full)
        return self.told(words.POINTS_THEN, before=before, after=after)

    def outcomes(self, match: CriteriaComparison) -> str:
        sides = [self.outcome(side) for side in (match.older, match.newer) if side]
        if not all(sides):
            return ""
        if len(sides) == 2 and sides[0] != sides[1]:
            return self.told(words.OUTCOMES_THEN, old=sides[0], new=sides[1])
        return sides[0]

    def outcome(self, sides: Sequence[Side]) -> str:
        outcomes = dict.fromkeys(side.outcome for side in sides if side.outcome)
        return ", ".join(OUTCOMES[one][0].in_language(self.language) for one in outcomes)

    def notes(self, match: CriteriaComparison, section: str, *, brief: bool) -> Iterator[str]:
        if match.form in words.FORMS:
            yield self.told(words.FORMS[match.form], ids=_ids(match.older))
        for difference in match.differences:
            yield visible(difference.text.in_language(self.language))
        if not brief:
            yield from self.advice(match, section)

    def advice(self, match: CriteriaComparison, section: str) -> Iterator[str]:
        """Yield why it got worse, since when it is open, and what to do."""
        if section == "carried" and self.long:
            yield self.told(words.SINCE, year=f"{self.since[match.newer[0].id]}")
        if section == "down" and match.newer[0].id in self.regressions:
            found = self.regressions[match.newer[0].id]
            if found.gone:
                old = f"{self.step.older.year}"
                yield self.told(words.GONE, year=old, files=_paths(found.gone))
            if found.kept:
                yield self.told(words.KEPT, files=_paths(found.kept))
        if section in {"carried", "down", "new"} and match.newer and _lost(match.newer):
            if match.remedy:
                yield self.told(words.REMEDY, remedy=match.remedy)
            if match.effort is not None:
                yield self.told(words.EFFORT, days=match.effort)


def _belongs(match: CriteriaComparison, section: str) -> bool:
    if section == "carried":
        return match.carried_over
    return _OF_MOVEMENT.get(match.movement) == section


def _weight(match: CriteriaComparison, section: str) -> Fraction:
    if section == "carried":
        return _lost(match.newer)
    if section in {"up", "down"}:
        return abs(match.low.effects.performance)
    return added([side.full for side in match.newer or match.older])


def _lost(sides: Iterable[Side]) -> Fraction:
    listed = list(sides)
    return added([side.full for side in listed]) - added([side.high for side in listed])


def _since(trend: Trend) -> dict[str, int]:
    """Return since which year each criterion of the latest result has been losing points."""
    since: dict[str, int] = {}
    for step in trend.steps:
        since = dict(_prolonged(step, since))
    return since


def _prolonged(step: Comparison, since: dict[str, int]) -> Iterator[tuple[str, int]]:
    for match in step.criteria:
        if match.carried_over:
            years = [since.get(side.id, step.older.year) for side in match.older]
            yield from ((side.id, min(years)) for side in match.newer)


def _ids(sides: Iterable[Side]) -> str:
    return ", ".join(side.id for side in sides)


def _paths(files: Iterable[FileNamed]) -> str:
    return "; ".join(file.path for file in files)
