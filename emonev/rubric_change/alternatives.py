"""Which alternatives of two checks belong together, and a plain check as one that has only one."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from emonev.checks.any_of import AnyOf
from emonev.model.check import ONE, Check

Checks = tuple[Check, ...]


def pair_alternatives(old: AnyOf, new: AnyOf) -> Iterator[tuple[Checks | None, Checks | None]]:
    """Yield alternatives that differ, with None for one that came or went.

    Equal ones are left out. Others belong together where they begin with the same kind of check.
    """
    before, after = ([*map(_bare, whole.alternatives)] for whole in (old, new))
    for same in [checks for checks in before if checks in after]:
        if same in after:
            before.remove(same)
            after.remove(same)
    for kind in dict.fromkeys(_kind(checks[0]) for checks in (*before, *after)):
        ours, theirs = (
            [checks for checks in side if _kind(checks[0]) == kind] for side in (before, after)
        )
        yield from zip_longest(ours, theirs)


def with_alternatives(checks: Sequence[Check], others: Sequence[Check]) -> list[Check]:
    """Return the checks with those joined that are one of the alternatives on the other side.

    What was asked plainly and is now one way among several is easier, and not another question.
    """
    same = [check for check in checks if check in others]
    other = [check for check in checks if check not in others]
    if not any(isinstance(check, AnyOf) for check in other):
        for whole in others:
            if isinstance(whole, AnyOf) and whole not in checks:
                other = _joined(other, whole)
    return [*same, *other]


def _joined(checks: list[Check], whole: AnyOf) -> list[Check]:
    """Return the checks with the most of them put into one alternative that is like one there."""
    found = [taken for demands in whole.alternatives if (taken := _counterparts(checks, demands))]
    if not found:
        return checks
    taken = max(found, key=lambda one: (_equals(one, whole), len(one)))
    required = all(check.required for check in taken)
    left = [check for check in checks if not any(check is one for one in taken)]
    return [*left, replace(whole, alternatives=(_bare(taken),), required=required)]


def _counterparts(checks: Sequence[Check], demands: Checks) -> Checks | None:
    """Return for each demand a check of its kind, an equal one first; None where one has none."""
    free, taken = list(checks), []
    for demand in demands:
        alike = [check for check in free if _kind(check) == _kind(demand)]
        if not alike:
            return None
        chosen = next((check for check in alike if _bare((check,)) == _bare((demand,))), alike[0])
        free.remove(chosen)
        taken.append(chosen)
    return tuple(taken)


def _equals(taken: Checks, whole: AnyOf) -> bool:
    return _bare(taken) in map(_bare, whole.alternatives)


def _bare(checks: Checks) -> Checks:
    """Return checks without what means nothing in an alternative."""
    return tuple(replace(check, weight=ONE, required=False) for check in checks)


def _kind(check: Check) -> str:
    return str(check.__struct_config__.tag)
