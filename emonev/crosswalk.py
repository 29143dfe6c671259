"""Which criteria of one rubric continue which of another: one to one, merged, split, new, dropped.

`replaces` says it. Where the newer criterion says nothing, the same id means the same obligation,
unless another criterion replaces that one.
"""

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from emonev.model.rubric import Criterion, Rubric

Form = Literal["continued", "merged", "split", "regrouped", "new", "dropped"]


class Match(Struct, frozen=True):
    """Criteria that belong together over the years; either side may be empty, not both.

    `regrouped`: several became several others. Both sides are in their questionnaire's order.
    """

    form: Form
    older: tuple[Criterion, ...] = ()
    newer: tuple[Criterion, ...] = ()


class Crosswalk(Struct, frozen=True):
    """The matches in the newer questionnaire's order, what was dropped at the end.

    `unresolved` are ids in `replaces` that the older rubric does not have.
    """

    matches: tuple[Match, ...]
    unresolved: tuple[str, ...] = ()


def cross(older: Rubric, newer: Rubric) -> Crosswalk:
    """Match the criteria of two rubrics; every criterion of either is in exactly one match."""
    before = {criterion.id: criterion for criterion in older.criteria()}
    after = {criterion.id: criterion for criterion in newer.criteria()}
    links = _links(before, after)
    groups = [_match(old, new) for old, new in _groups(before, after, links)]
    named = {id_ for criterion in after.values() for id_ in criterion.replaces}
    return Crosswalk(tuple(groups), tuple(sorted(named - set(before))))


def _links(
    before: Mapping[str, Criterion], after: Mapping[str, Criterion]
) -> dict[str, tuple[str, ...]]:
    """Return, for each newer id, the older ids that it continues."""
    taken = {id_ for criterion in after.values() for id_ in criterion.replaces}
    links = {}
    for id_, criterion in after.items():
        same = (id_,) if id_ in before and id_ not in taken else ()
        named = tuple(dict.fromkeys(old for old in criterion.replaces if old in before))
        links[id_] = named if criterion.replaces else same
    return links


def _groups(
    before: Mapping[str, Criterion],
    after: Mapping[str, Criterion],
    links: Mapping[str, tuple[str, ...]],
) -> Iterator[tuple[tuple[Criterion, ...], tuple[Criterion, ...]]]:
    heirs: dict[str, list[str]] = {id_: [] for id_ in before}
    for newer, olders in links.items():
        for older in olders:
            heirs[older].append(newer)
    seen: set[str] = set()
    older_first = {id_: rank for rank, id_ in enumerate(before)}
    newer_first = {id_: rank for rank, id_ in enumerate(after)}
    for id_ in after:
        olders = links[id_]
        if len(olders) == 1 and len(heirs[olders[0]]) == 1:  # nearly always
            yield (before[olders[0]],), (after[id_],)
        elif id_ not in seen:
            old, new = _reached(id_, links, heirs)
            seen |= new
            yield (
                tuple(before[key] for key in sorted(old, key=older_first.__getitem__)),
                tuple(after[key] for key in sorted(new, key=newer_first.__getitem__)),
            )
    for id_, criterion in before.items():
        if not heirs[id_]:
            yield (criterion,), ()


def _reached(
    start: str, links: Mapping[str, tuple[str, ...]], heirs: Mapping[str, list[str]]
) -> tuple[set[str], set[str]]:
    """Return all older and newer ids that hang together with a newer one."""
    old: set[str] = set()
    new: set[str] = set()
    waiting = [start]
    while waiting:
        newer = waiting.pop()
        if newer in new:
            continue
        new.add(newer)
        for older in links[newer]:
            old.add(older)
            waiting += heirs[older]
    return old, new


def _match(older: tuple[Criterion, ...], newer: tuple[Criterion, ...]) -> Match:
    match len(older), len(newer):
        case 0, _:
            form: Form = "new"
        case _, 0:
            form = "dropped"
        case 1, 1:
            form = "continued"
        case 1, _:
            form = "split"
        case _, 1:
            form = "merged"
        case _:
            form = "regrouped"
    return Match(form, older, newer)
