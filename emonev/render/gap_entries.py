"""The lists of a comparison: what moved up and down, what was carried over, what is new."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from emonev.language import Value, said_in
from emonev.model.comparison import Comparison, CriteriaComparison, FileNamed, Side, Trend
from emonev.model.finding import Outcome
from emonev.model.text import Language, Text
from emonev.render import gap_words as words
from emonev.render.gap_numbers import moved_shown, plain, signed, units
from emonev.render.gap_shown import EntryShown, ListShown, Moved
from emonev.render.signs import visible
from emonev.render.words import OUTCOMES
from emonev.score.rollup import added

_Outcomes = tuple[Outcome | None, ...]
_OF_MOVEMENT = {
    "improved": "up",
    "worsened": "down",
    "new": "new",
    "became-applicable": "new",
    "dropped": "dropped",
    "became-not-applicable": "dropped",
    "not-judged": "not-judged",
}


class Face(NamedTuple):
    """One match with what the table of all and every list say alike of it."""

    match: CriteriaComparison
    id: str
    question: str
    asked: tuple[str, ...]
    outcomes: str
    points: Moved


class Entries:
    """The matches of the latest step, in its order and by section."""

    def __init__(self, trend: Trend, language: Language, places: int) -> None:
        self.step, self.language, self.places = trend.steps[-1], language, places
        self.since, self.long = _since(trend), len(trend.steps) > 1
        self.known: dict[tuple[_Outcomes, _Outcomes], str] = {}
        self.regressions = {one.criterion: one for one in self.step.regressions}
        self.faces = [self.face(match) for match in self.step.criteria]
        self.found = _by_section(self.faces)

    def face(self, match: CriteriaComparison) -> Face:
        sides = match.newer or match.older
        return Face(
            match=match,
            id=visible(" + ".join([side.id for side in sides])),
            question=visible(sides[0].text.in_language(self.language)),
            asked=self.asked(match),
            outcomes=self.outcomes(match),
            points=moved_shown(match.low, self.places, self.language),
        )

    def of(self, section: str) -> Iterator[EntryShown]:
        """Yield a section's entries, the weightiest first."""
        found = [(_weight(face.match, section), face) for face in self.found[section]]
        for weight, face in sorted(found, key=lambda pair: _order(pair[0]), reverse=True):
            yield self.entry(face, section, weight)

    def entry(self, face: Face, section: str, weight: Fraction) -> EntryShown:
        """Return one match of a section, in which it weighs so much."""
        return EntryShown(
            id=face.id,
            question=face.question,
            head=self.head(face.match, section, weight),
            points=self.points(face),
            outcomes=face.outcomes,
            notes=(*face.asked, *self.advice(face.match, section)),
        )

    def lists(self) -> Iterator[ListShown]:
        """Yield what the files of both years tell."""
        stale = (
            self.told(
                words.STALE_ENTRY if one.same == "file" else words.STALE_TEXT,
                criterion=one.criterion,
                path=one.after.path,
                before=one.before.path,
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
        return visible(said_in(self.language, template, **values))

    def head(self, match: CriteriaComparison, section: str, weight: Fraction) -> str:
        """Return the number that a section is ordered by."""
        if section == "carried":
            return self.told(words.LOST, points=self.plain(weight))
        if section in {"new", "dropped"}:
            return self.told(words.WORTH, points=self.plain(weight))
        if section == "not-judged":
            return self.told(words.PENDING, points=self.plain(weight))
        change = match.low.effects.performance if section in {"up", "down"} else match.low.moved
        return signed(units(change, self.places), self.places, self.language)

    def points(self, face: Face) -> str:
        low, high = face.match.low, face.match.high
        before = self.span(face.points.before, low.before, high.before)
        after = self.span(face.points.after, low.after, high.after)
        if face.match.older and face.match.newer:
            return self.told(words.POINTS_THEN, before=before, after=after)
        full = self.plain(_full(face.match.newer or face.match.older))
        return self.told(words.OF_FULL, low=after if face.match.newer else before, full=full)

    def span(self, first: str, low: Fraction, high: Fraction) -> str:
        """Return printed points, or both ends between which they still may be."""
        last = first if low is high else self.plain(high)
        return first if first == last else f"{first}–{last}"

    def plain(self, points: Fraction) -> str:
        return plain(units(points, self.places), self.places, self.language)

    def outcomes(self, match: CriteriaComparison) -> str:
        """Return what it came to; few combinations differ, so their words are remembered."""
        key = (
            tuple([side.outcome for side in match.older]),
            tuple([side.outcome for side in match.newer]),
        )
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self.told_outcomes(*key)
        return found

    def told_outcomes(self, older: _Outcomes, newer: _Outcomes) -> str:
        sides = [
            ", ".join(
                OUTCOMES[one][0].in_language(self.language) for one in dict.fromkeys(side) if one
            )
            for side in (older, newer)
            if side
        ]
        if not all(sides):
            return ""
        if len(sides) == 2 and sides[0] != sides[1]:
            return self.told(words.OUTCOMES_THEN, old=sides[0], new=sides[1])
        return sides[0]

    def asked(self, match: CriteriaComparison) -> tuple[str, ...]:
        """Return what is asked otherwise than before."""
        said = [visible(each.text.in_language(self.language)) for each in match.differences]
        if match.form in words.FORMS:
            said.insert(0, self.told(words.FORMS[match.form], ids=_ids(match.older)))
            said += map(self.part, match.newer if match.newer[1:] else ())
        return tuple(said)

    def part(self, side: Side) -> str:
        """Return one of several criteria that a match became."""
        outcome = self.told_outcomes((), (side.outcome,))
        return self.told(words.PART_OF, id=side.id, outcome=outcome, question=side.text)

    def advice(self, match: CriteriaComparison, section: str) -> Iterator[str]:
        """Yield why it got worse, since when it is open, and what to do."""
        if section == "carried" and self.long:
            yield self.told(words.SINCE, year=f"{self.since[match.newer[0].id]}")
        if section == "down" and match.newer[0].id in self.regressions:
            found = self.regressions[match.newer[0].id]
            if found.gone:
                old = f"{self.step.older.year}"
                yield self.told(words.GONE, year=old, files=_paths(found.gone))
            if found.instead:
                new = f"{self.step.newer.year}"
                yield self.told(words.INSTEAD, year=new, files=_paths(found.instead))
            if found.kept:
                yield self.told(words.KEPT, files=_paths(found.kept))
        if section in {"carried", "down", "new"} and any(
            side.full != side.high for side in match.newer
        ):
            if match.remedy:
                yield self.told(words.REMEDY, remedy=match.remedy)
            if match.effort is not None:
                yield self.told(words.EFFORT, days=match.effort)


def _by_section(faces: Iterable[Face]) -> Mapping[str, list[Face]]:
    found: dict[str, list[Face]] = defaultdict(list)
    for face in faces:
        if face.match.carried_over:
            found["carried"].append(face)
        if section := _OF_MOVEMENT.get(face.match.movement):
            found[section].append(face)
    return found


def _weight(match: CriteriaComparison, section: str) -> Fraction:
    if section == "carried":
        return _lost(match.newer)
    if section in {"up", "down"}:
        return abs(match.low.effects.performance)
    if section == "not-judged":
        now = match.high.after - match.low.after
        return now or match.high.before - match.low.before
    return _full(match.older if section == "dropped" else match.newer or match.older)


def _lost(sides: Sequence[Side]) -> Fraction:
    lost = [side.full - side.high for side in sides]
    return lost[0] if len(lost) == 1 else added(lost)


def _full(sides: Sequence[Side]) -> Fraction:
    return sides[0].full if len(sides) == 1 else added([side.full for side in sides])


def _order(weight: Fraction) -> tuple[float, Fraction]:
    """Return a key that sorts exactly: floats decide quickly unless they are equal."""
    return float(weight), weight


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
