"""Two assessments compared, criterion by criterion, effect by effect."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

from emonev.compare.asked import codes_of, differences_of
from emonev.compare.effects import (
    Range,
    Worths,
    certain_change,
    change_of,
    effects_of,
    sum_of,
)
from emonev.compare.files import contradictions, regressions, stale_files
from emonev.compare.levels import levels_of
from emonev.compare.matching import Pair, match
from emonev.compare.remarks import remarks_on
from emonev.compare.scoring import form_changed, part_of_the_form
from emonev.compare.sheets import ZERO, Place, Sheet
from emonev.model.assessment import Assessment
from emonev.model.comparison import (
    SCHEMA,
    TREND_SCHEMA,
    Compared,
    Comparison,
    CriteriaComparison,
    Difference,
    Effects,
    Form,
    Movement,
    Side,
    TotalComparison,
    Trend,
)
from emonev.model.text import Text
from emonev.score.rollup import added

_NOTHING = Text("", "")
_CAME_OR_WENT: dict[Form, Movement] = {"new": "new", "dropped": "dropped"}


def compare(older: Assessment, newer: Assessment) -> Comparison:
    """Return what changed and why; the effects add up exactly at every level.

    Raises EmonevError for a result whose points do not follow from its own weights.
    """
    old, new = Sheet(older), Sheet(newer)
    pairs, unresolved = match(old, new)
    judge = _Judge(old, new, pairs)
    criteria = tuple(map(judge.compared, pairs))
    return Comparison(
        schema=SCHEMA,
        older=compared(old),
        newer=compared(new),
        total=_total(older, newer, criteria),
        levels=tuple(levels_of(criteria, old, new)),
        criteria=criteria,
        stale=tuple(stale_files(criteria, old, new)),
        regressions=tuple(regressions(criteria, old, new)),
        contradictions=tuple(contradictions(new)),
        remarks=tuple(remarks_on(older, newer, unresolved)),
        unresolved=unresolved,
    )


def follow(assessments: Sequence[Assessment]) -> Trend:
    """Return two or more results in the order given, each compared with the one before."""
    steps = tuple(compare(one, next_) for one, next_ in pairwise(assessments))
    results = (steps[0].older, *(step.newer for step in steps))
    return Trend(schema=TREND_SCHEMA, results=results, steps=steps)


def compared(sheet: Sheet) -> Compared:
    """Return what a comparison says of one of its results."""
    one = sheet.assessment
    return Compared(
        body=one.body,
        year=one.year,
        assessed_on=one.assessed_on,
        rubric=one.rubric.id,
        rubric_title=one.rubric.title,
        rubric_sha256=one.rubric.sha256,
        criteria=sum(place.criterion is not None for place in sheet.places.values()),
        total=one.total,
    )


class _Judge:
    """What is the same for all pairs: the four mixed worths of every place."""

    def __init__(self, old: Sheet, new: Sheet, pairs: Iterable[Pair]) -> None:
        self.old, self.new = old, new
        old_as_new, new_as_old = dict(old.applies), dict(new.applies)
        for pair in pairs:
            if pair.older and pair.newer:
                was = any(old.applies[key] for key in pair.older)
                is_ = any(new.applies[key] for key in pair.newer)
                old_as_new |= dict.fromkeys(pair.older, is_)
                new_as_old |= dict.fromkeys(pair.newer, was)
        self.mixed_old, self.mixed_new = old.worth(old_as_new), new.worth(new_as_old)
        self.known: dict[tuple[int, ...], tuple[Effects, Effects]] = {}

    def compared(self, pair: Pair) -> CriteriaComparison:
        """Return one match with its movement, its effects and what is asked otherwise."""
        older = [self.old.places[key] for key in pair.older]
        newer = [self.new.places[key] for key in pair.newer]
        before, after = _shares(older, newer)
        form = self.form(older, newer)
        low, high = self.effects(pair, before, after, form)
        differences = self.differences(pair, older, newer)
        first = (newer or older)[0].criterion
        return CriteriaComparison(
            form=pair.form,
            movement=_movement(pair, older, newer, before, after, form),
            older=tuple(map(_side, older)),
            newer=tuple(map(_side, newer)),
            low=change_of(_low(older), _low(newer), low),
            high=change_of(_high(older), _high(newer), high),
            entered=first is None,
            carried_over=_loses(older) and _loses(newer),
            differences=differences,
            remedy=first.remedy if first else None,
            effort=first.effort if first else None,
            codes=codes_of(differences),
        )

    def form(self, older: list[Place], newer: list[Place]) -> Fraction:
        """Return what a new form of scoring did to the share; nothing where that is unknown."""
        if len(older) == len(newer) == 1 and form_changed(older[0], newer[0]):
            return part_of_the_form(older[0], newer[0]) or ZERO
        return ZERO

    def effects(
        self, pair: Pair, before: Range, after: Range, form: Fraction
    ) -> tuple[Effects, Effects]:
        """Return the effects on both ends; few combinations differ, so they are remembered."""
        numbers = (
            _added([self.old.places[key].full for key in pair.older]),
            _added([self.mixed_new[key] for key in pair.newer]),
            _added([self.mixed_old[key] for key in pair.older]),
            _added([self.new.places[key].full for key in pair.newer]),
        )
        parts = (*numbers, before.low, before.high, after.low, after.high, form)
        key = tuple(part for number in parts for part in number.as_integer_ratio())
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = effects_of(Worths(*numbers), before, after, form)
        return found

    def differences(
        self, pair: Pair, older: list[Place], newer: list[Place]
    ) -> tuple[Difference, ...]:
        if pair.form != "continued":
            return ()
        old, new = older[0], newer[0]
        if old.criterion is None or new.criterion is None:
            return ()
        homes = (_NOTHING, _NOTHING)
        if old.home != new.home and old.indicator and new.indicator:
            homes = (old.indicator.title, new.indicator.title)
        years = (self.old.assessment.year, self.new.assessment.year)
        return tuple(differences_of(old.criterion, new.criterion, years, homes))


def _total(
    older: Assessment, newer: Assessment, criteria: Iterable[CriteriaComparison]
) -> TotalComparison:
    listed = list(criteria)
    before, after = older.total, newer.total
    low = change_of(before.exact_low, after.exact_low, sum_of(c.low.effects for c in listed))
    effects = sum_of(c.high.effects for c in listed)
    # Where nothing at all applies every total is possible: 100 points that no criterion holds.
    rest = after.exact_high - before.exact_high - _sum(effects)
    high = sum_of([effects, _pending(rest)])
    printed = Fraction(after.low) - Fraction(before.low)
    return TotalComparison(
        low=low,
        high=change_of(before.exact_high, after.exact_high, high),
        printed_moved=printed,
        rounding=printed - low.moved,
    )


def _sum(effects: Effects) -> Fraction:
    return effects.performance + effects.rubric + effects.applicability + effects.pending


def _pending(points: Fraction) -> Effects:
    return Effects(performance=ZERO, rubric=ZERO, applicability=ZERO, pending=points)


def _movement(
    pair: Pair,
    older: list[Place],
    newer: list[Place],
    before: Range,
    after: Range,
    form: Fraction,
) -> Movement:
    if pair.form in _CAME_OR_WENT:
        return _CAME_OR_WENT[pair.form]
    was, is_ = any(p.applies for p in older), any(p.applies for p in newer)
    if not (was and is_):
        if was == is_:
            return "not-applicable"
        return "became-applicable" if is_ else "became-not-applicable"
    certain = certain_change(before, after) - form
    if certain:
        return "improved" if certain > 0 else "worsened"
    judged = before.low == before.high and after.low == after.high
    return "unchanged" if judged else "not-judged"


def _shares(older: list[Place], newer: list[Place]) -> tuple[Range, Range]:
    """Return the shares of both years; one that is unknown is taken to be the other's."""
    before, after = _share(older), _share(newer)
    nothing = Range(ZERO, ZERO)
    return before or after or nothing, after or before or nothing


def _share(places: list[Place]) -> Range | None:
    if len(places) == 1 and places[0].criterion and places[0].full:
        return Range(places[0].criterion.share_low, places[0].criterion.share_high)
    full = _added([place.full for place in places])
    return Range(_low(places) / full, _high(places) / full) if full else None


def _low(places: Iterable[Place]) -> Fraction:
    return _added([place.low for place in places])


def _high(places: Iterable[Place]) -> Fraction:
    return _added([place.high for place in places])


def _added(numbers: Sequence[Fraction]) -> Fraction:
    """Return the sum; most matches are of one criterion each."""
    return numbers[0] if len(numbers) == 1 else added(numbers)


def _loses(places: Iterable[Place]) -> bool:
    return any((place.criterion or place.stage).points.lost for place in places)


def _side(place: Place) -> Side:
    criterion = place.criterion
    stage, indicator = place.home
    return Side(
        id=criterion.id if criterion else place.stage.id,
        text=criterion.text if criterion else place.stage.title,
        stage=stage,
        indicator=indicator,
        full=place.full,
        low=place.low,
        high=place.high,
        outcome=criterion.outcome if criterion else None,
        evidence=criterion.evidence if criterion else (),
    )
