"""Which years evidence may be of, relative to the e-Monev year N."""

from typing import Literal

from msgspec import Struct

YearForm = Literal["years", "latest", "period"]


class YearRule(Struct, frozen=True):
    """One entry of a criterion's `years`, as the rubric states it.

    `years`: from `first` to `last`, both included; relative to N when `relative`, else calendar
    years. `latest`: the newest edition, whatever its year up to N. `period`: a span of years
    printed on the document (2021-2026) that covers N.
    """

    form: YearForm
    first: int = 0
    last: int = 0
    relative: bool = True


class Years(Struct, frozen=True):
    """A criterion's year rules for one e-Monev year: calendar years, ready to be compared."""

    evaluated: int
    allowed: frozenset[int] = frozenset()
    latest: bool = False
    period: bool = False

    @property
    def unrestricted(self) -> bool:
        return not (self.allowed or self.latest or self.period)


def resolve_years(rules: tuple[YearRule, ...], evaluated: int) -> Years:
    """Return the rules with N put in: `evaluated` is the e-Monev year."""
    allowed: set[int] = set()
    for rule in rules:
        if rule.form == "years":
            offset = evaluated if rule.relative else 0
            allowed.update(range(rule.first + offset, rule.last + offset + 1))
    forms = {rule.form for rule in rules}
    return Years(evaluated, frozenset(allowed), "latest" in forms, "period" in forms)
