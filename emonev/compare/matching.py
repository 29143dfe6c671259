"""Which criteria of two results belong together.

The crosswalk reads `replaces` of the later questionnaire, whichever result is named first, so
that a comparison read backwards matches the same criteria. Two results of one questionnaire, or
of two of the same year, match by id alone: there `replaces` speaks of another year.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from emonev.compare.sheets import Place, Sheet
from emonev.crosswalk import Crosswalk, cross
from emonev.model.comparison import Form
from emonev.model.rubric import Rubric, Stage

_TURNED: dict[Form, Form] = {
    "merged": "split",
    "split": "merged",
    "new": "dropped",
    "dropped": "new",
}


class Pair(Struct, frozen=True):
    """Places that belong together, by key; either side may be empty, not both."""

    form: Form
    older: tuple[str, ...]
    newer: tuple[str, ...]


def match(older: Sheet, newer: Sheet) -> tuple[tuple[Pair, ...], tuple[str, ...]]:
    """Return all pairs, each place of either result in exactly one; and ids named in vain."""
    turned = older.rubric.year > newer.rubric.year
    walk = _walk(newer.rubric, older.rubric) if turned else _walk(older.rubric, newer.rubric)
    pairs = [*_criteria(walk, turned=turned), *_entered(older, newer)]
    return tuple(sorted(pairs, key=_order(older, newer))), walk.unresolved


def _walk(older: Rubric, newer: Rubric) -> Crosswalk:
    if older.year == newer.year or older.id == newer.id:
        return cross(_without_replaces(older), _without_replaces(newer))
    return cross(older, newer)


def _without_replaces(rubric: Rubric) -> Rubric:
    return replace(rubric, stages=tuple(map(_stage_without, rubric.stages)))


def _stage_without(stage: Stage) -> Stage:
    return replace(
        stage,
        indicators=tuple(
            replace(i, criteria=tuple(replace(c, replaces=()) for c in i.criteria))
            for i in stage.indicators
        ),
    )


def _criteria(walk: Crosswalk, *, turned: bool) -> Iterator[Pair]:
    for found in walk.matches:
        older, newer = tuple([c.id for c in found.older]), tuple([c.id for c in found.newer])
        if turned:
            yield Pair(_TURNED.get(found.form, found.form), newer, older)
        else:
            yield Pair(found.form, older, newer)


def _entered(older: Sheet, newer: Sheet) -> Iterator[Pair]:
    before, after = _keys(older), _keys(newer)
    for key in after:
        yield Pair("continued", (key,), (key,)) if key in before else Pair("new", (), (key,))
    for key in before:
        if key not in after:
            yield Pair("dropped", (key,), ())


def _keys(sheet: Sheet) -> dict[str, Place]:
    return {key: place for key, place in sheet.places.items() if place.criterion is None}


class _order:  # noqa: N801 - serves as a key function
    """Sort by the newer result's order, what was dropped at the end in the older one's."""

    def __init__(self, older: Sheet, newer: Sheet) -> None:
        self.older = {key: rank for rank, key in enumerate(older.places)}
        self.newer = {key: rank for rank, key in enumerate(newer.places)}

    def __call__(self, pair: Pair) -> tuple[bool, int]:
        if pair.newer:
            return False, self.newer[pair.newer[0]]
        return True, self.older[pair.older[0]]
