"""Criteria that belong together, judged: what became of them, and why their points moved."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from emonev.compare.asked import codes_of, differences_of
from emonev.compare.effects import (
    Range,
    Shares,
    Worths,
    change_of,
    effects_of,
    shares_of,
)
from emonev.compare.matching import Pair
from emonev.compare.scoring import form_changed, part_of_the_form
from emonev.compare.sheets import ZERO, Place, Sheet
from emonev.model.comparison import CriteriaComparison, Difference, Form, Movement, Side
from emonev.model.text import Text
from emonev.score.rollup import added

_NOTHING = Text("", "")
_NO_SHARE = Range(ZERO, ZERO)
_CAME_OR_WENT: dict[Form, Movement] = {"new": "new", "dropped": "dropped"}


class Judge:
    """What is the same for all pairs of two results: the four mixed worths of every place."""

    def __init__(self, old: Sheet, new: Sheet, pairs: Iterable[Pair]) -> None:
        self.old, self.new = old, new
        old_as_new, new_as_old = _exchanged(old.applies, new.applies, pairs)
        self.mixed_old, self.mixed_new = old.worth(old_as_new), new.worth(new_as_old)

    def compared(self, pair: Pair) -> CriteriaComparison:
        """Return one match with its movement, its effects and what is asked otherwise."""
        older = _group(self.old, pair.older, self.mixed_old)
        newer = _group(self.new, pair.newer, self.mixed_new)
        shares = shares_of(
            older.share or newer.share or _NO_SHARE,
            newer.share or older.share or _NO_SHARE,
            _form(older, newer),
        )
        worths = Worths(older.full, newer.mixed, older.mixed, newer.full)
        low, high = effects_of(worths, shares)
        moved = change_of(older.low, newer.low, low)
        is_exact = high is low and older.is_exact and newer.is_exact
        differences = self._differences(pair, older, newer)
        first = _dearest(newer.places or older.places).criterion
        return CriteriaComparison(
            form=pair.form,
            movement=_movement(pair, older, newer, shares),
            older=tuple([_side(place) for place in older.places]),
            newer=tuple([_side(place) for place in newer.places]),
            low=moved,
            high=moved if is_exact else change_of(older.high, newer.high, high),
            entered=first is None,
            carried_over=older.loses and newer.loses,
            differences=differences,
            remedy=first.remedy if first else None,
            effort=first.effort if first else None,
            codes=codes_of(differences) if differences else (),
        )

    def _differences(self, pair: Pair, older: "_Group", newer: "_Group") -> tuple[Difference, ...]:
        if pair.form != "continued":
            return ()
        old, new = older.places[0], newer.places[0]
        if old.criterion is None or new.criterion is None:
            return ()
        homes = (_NOTHING, _NOTHING)
        if old.home != new.home and old.indicator and new.indicator:
            homes = (old.indicator.title, new.indicator.title)
        one, other = self.old.assessment, self.new.assessment
        known = one.rubric.settings and other.rubric.settings
        years = one.year, other.year
        return tuple(differences_of(old.criterion, new.criterion, years, homes, settings=known))


def _exchanged(
    old: Mapping[str, bool], new: Mapping[str, bool], pairs: Iterable[Pair]
) -> tuple[dict[str, bool], dict[str, bool]]:
    """Return what would apply in either year if what applied in the other did."""
    old_as_new, new_as_old = dict(old), dict(new)
    if all(old.values()) and all(new.values()):
        return old_as_new, new_as_old
    for pair in pairs:
        if len(pair.older) == len(pair.newer) == 1:  # nearly always
            old_as_new[pair.older[0]], new_as_old[pair.newer[0]] = (
                new[pair.newer[0]],
                old[pair.older[0]],
            )
        elif pair.older and pair.newer:
            was = any(old[key] for key in pair.older)
            is_ = any(new[key] for key in pair.newer)
            old_as_new |= dict.fromkeys(pair.older, is_)
            new_as_old |= dict.fromkeys(pair.newer, was)
    return old_as_new, new_as_old


class _Group(Struct, frozen=True):
    """The places of one year; `mixed` is what they are worth where the other year's apply.

    `share` is None where they are worth nothing.
    """

    places: Sequence[Place]
    full: Fraction
    mixed: Fraction
    low: Fraction
    high: Fraction
    share: Range | None
    applies: bool
    loses: bool

    @property
    def is_exact(self) -> bool:
        return self.low is self.high


def _group(sheet: Sheet, keys: Sequence[str], mixed: Mapping[str, Fraction]) -> _Group:
    places = [sheet.places[key] for key in keys]
    if len(places) == 1:  # nearly always
        (one,) = places
        share = _share(one) if one.full else None
        more = mixed[keys[0]]
        return _Group(places, one.full, more, one.low, one.high, share, one.applies, one.loses)
    full, low = added([place.full for place in places]), added([place.low for place in places])
    high = added([place.high for place in places])
    return _Group(
        places,
        full,
        added([mixed[key] for key in keys]),
        low,
        high,
        Range(low / full, high / full) if full else None,
        any(place.applies for place in places),
        any(place.loses for place in places),
    )


def _share(place: Place) -> Range:
    if place.criterion is None:
        return Range(place.low / place.full, place.high / place.full)
    return Range(place.criterion.share_low, place.criterion.share_high)


def _form(older: _Group, newer: _Group) -> Fraction:
    """Return what a new form of scoring did to the share; nothing where that is unknown."""
    if len(older.places) == len(newer.places) == 1:
        old, new = older.places[0], newer.places[0]
        if form_changed(old, new):
            return part_of_the_form(old, new) or ZERO
    return ZERO


def _dearest(places: Sequence[Place]) -> Place:
    """Return the place that lost most: its remedy is worth telling."""
    return max(places, key=lambda place: place.full - place.high) if places[1:] else places[0]


def _movement(pair: Pair, older: _Group, newer: _Group, shares: Shares) -> Movement:
    if pair.form in _CAME_OR_WENT:
        return _CAME_OR_WENT[pair.form]
    if not (older.applies and newer.applies):
        if older.applies == newer.applies:
            return "not-applicable"
        return "became-applicable" if newer.applies else "became-not-applicable"
    if shares.certain:
        return "improved" if shares.certain > 0 else "worsened"
    return "unchanged" if shares.is_judged else "not-judged"


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
