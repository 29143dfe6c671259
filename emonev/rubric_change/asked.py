"""Whether a criterion asks its evidence more, less, or something else than before."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from emonev.checks.answers import under
from emonev.checks.any_of import AnyOf
from emonev.checks.document_years import years_wanted
from emonev.checks.names import name_of, name_of_alternative
from emonev.language import say
from emonev.model.check import Check
from emonev.model.rubric import Criterion, Scoring, Staircase, Tiers
from emonev.model.text import Text
from emonev.model.years import YearRule, Years, resolve_years
from emonev.rubric_change.alternatives import Checks, pair_alternatives, with_alternatives
from emonev.rubric_change.change import Code, Difference, Direction
from emonev.rubric_change.settings import differences_of_settings

_REACH = 40  # years back that `latest` is taken to allow when two rules are compared

_YEARS = Text("Tahun bukti: {old} → {new}.", "Years of evidence: {old} → {new}.")
_ANY_YEAR = Text("tidak dibatasi", "not restricted")
_MORE = Text("Juga diperiksa: {name}.", "Also checked: {name}.")
_LESS = Text("Tidak lagi diperiksa: {name}.", "No longer checked: {name}.")
_ALSO = Text("Juga diterima: {name}.", "Also accepted: {name}.")
_NO_LONGER = Text("Tidak lagi diterima: {name}.", "No longer accepted: {name}.")
_SCORING = Text("Cara menilai: {old} → {new}.", "Scoring: {old} → {new}.")
_ALL = Text("semua atau tidak sama sekali", "all or nothing")
_SHARE = Text("menurut bagian", "by share")
_STEPS = Text("bertingkat ({steps})", "in steps ({steps})")
_TIERS = Text("menurut jumlah ({tiers})", "by count ({tiers})")
_NA_NO_MORE = Text(
    "Tidak lagi dapat dinyatakan tidak berlaku.", "It can no longer be stated not to apply."
)
_NA_NOW = Text("Dapat dinyatakan tidak berlaku.", "It can be stated not to apply.")
_NA_STATEMENT = Text(
    "“Tidak berlaku” kini memerlukan surat pernyataan.",
    "“Does not apply” now needs a signed statement.",
)
_NA_REASON = Text(
    "“Tidak berlaku” kini cukup dengan alasan.", "For “does not apply” a reason now suffices."
)
_CODES: dict[Direction, Code] = {
    "stricter": "stricter",
    "looser": "looser",
    "different": "evidence",
}


def differences_of_evidence(
    old: Criterion, new: Criterion, years: tuple[int, int]
) -> Iterator[Difference]:
    """Yield what is asked otherwise; years are compared relative to the year of their rubric."""
    yield from _of_years(old.years, new.years, years)
    yield from differences_of_checks(old.checks, new.checks)
    yield from _of_scoring(old.scoring, new.scoring)
    yield from _of_not_applicable(old, new)


def differences_of_checks(old: Sequence[Check], new: Sequence[Check]) -> Iterator[Difference]:
    """Pair checks of one kind, equal ones first; what has no partner came or went."""
    old, new = with_alternatives(old, new), with_alternatives(new, old)
    kinds = dict.fromkeys([*map(_kind, old), *map(_kind, new)])
    for kind in kinds:
        before = [check for check in old if _kind(check) == kind]
        after = [check for check in new if _kind(check) == kind]
        for same in [check for check in before if check in after]:
            if same in after:
                before.remove(same)
                after.remove(same)
        yield from _of_pairs(before, after)


def _difference(direction: Direction, text: Text) -> Difference:
    sentence = Text(*(words[:1].upper() + words[1:] for words in (text.id, text.en)))
    return Difference(_CODES[direction], direction, sentence)


def _of_years(
    old: Sequence[YearRule], new: Sequence[YearRule], years: tuple[int, int]
) -> Iterator[Difference]:
    before, after = (
        resolve_years(tuple(rules), year) for rules, year in zip((old, new), years, strict=True)
    )
    allowed = _relative(before), _relative(after)
    if allowed[0] != allowed[1]:
        direction: Direction = "different"
        if allowed[1] < allowed[0]:
            direction = "stricter"
        elif allowed[1] > allowed[0]:
            direction = "looser"
        yield _difference(direction, say(_YEARS, old=_told(before), new=_told(after)))


def _relative(years: Years) -> set[int | str]:
    """Return the years allowed, counted from the e-Monev year, so that two years can be compared."""
    every: set[int | str] = set(range(-_REACH, 1))
    if years.unrestricted:
        return every | {1, "period"}
    allowed: set[int | str] = {year - years.evaluated for year in years.allowed}
    allowed |= every if years.latest else set()
    return allowed | ({"period"} if years.period else set())


def _told(years: Years) -> Text:
    return _ANY_YEAR if years.unrestricted else years_wanted(years)


def _of_pairs(before: Sequence[Check], after: Sequence[Check]) -> Iterator[Difference]:
    for one, other in zip_longest(before, after):
        if one is None:
            yield _difference("stricter", say(_MORE, name=name_of(other)))
        elif other is None:
            yield _difference("looser", say(_LESS, name=name_of(one)))
        else:
            for direction, text in differences_of_settings(one, other):
                yield _difference(direction, text)
            if isinstance(one, AnyOf) and isinstance(other, AnyOf):
                yield from _of_alternatives(one, other)


def _of_alternatives(old: AnyOf, new: AnyOf) -> Iterator[Difference]:
    """Yield what is accepted more or less; what is harder in one way is harder in all."""
    for before, after in pair_alternatives(old, new):
        if before is None:
            yield _difference("looser", say(_ALSO, name=name_of_alternative(after or ())))
        elif after is None:
            yield _difference("stricter", say(_NO_LONGER, name=name_of_alternative(before)))
        else:
            yield from _of_lists(before, after)


def _of_lists(before: Checks, after: Checks) -> Iterator[Difference]:
    """Yield what differs between two alternatives; several checks are told under their name."""
    for found in differences_of_checks(before, after):
        if len(before) == len(after) == 1:
            yield found
        else:
            told = under(name_of_alternative(after), found.text)
            yield Difference(found.code, found.direction, told)


def _kind(check: Check) -> str:
    return str(check.__struct_config__.tag)


def _of_scoring(old: Scoring, new: Scoring) -> Iterator[Difference]:
    if old != new:
        told = say(_SCORING, old=_scoring(old), new=_scoring(new))
        yield _difference(_harder(old, new), told)


def _harder(old: Scoring, new: Scoring) -> Direction:
    """Compare what partial proof earns: `all` gives nothing for it."""
    before, after = _partial(old), _partial(new)
    if before is None or after is None or len(before) != len(after):
        earns = _earns_in_part(old), _earns_in_part(new)
        if earns == (True, False):
            return "stricter"
        return "looser" if earns == (False, True) else "different"
    if all(b >= a for b, a in zip(before, after, strict=True)):
        return "stricter"
    if all(b <= a for b, a in zip(before, after, strict=True)):
        return "looser"
    return "different"


def _earns_in_part(scoring: Scoring) -> bool:
    match scoring:
        case Staircase(steps=steps):
            return any(steps[:-1])
        case Tiers(tiers=tiers):
            return len([tier for tier in tiers if tier.share]) > 1
        case _:
            return scoring == "share"


def _partial(scoring: Scoring) -> list[Any] | None:
    """Return what comparable forms earn at each step or count, None where nothing compares."""
    match scoring:
        case Staircase(steps=steps):
            return list(steps)
        case Tiers(tiers=tiers):
            marks = range(max((tier.at_least for tier in tiers), default=0), -1, -1)
            if len(marks) > 1_000:
                return None
            return ["tiers", *(_at(scoring, mark) for mark in range(1_001))]
        case _:
            return None


def _at(scoring: Tiers, count: int) -> Any:
    return max((tier.share for tier in scoring.tiers if tier.at_least <= count), default=0)


def _scoring(scoring: Scoring) -> Text:
    match scoring:
        case Staircase(steps=steps):
            shares = ", ".join(f"{_percent(step)}%" for step in steps)
            return say(_STEPS, steps=shares)
        case Tiers(tiers=tiers):
            shares = "; ".join(f"{tier.at_least} = {_percent(tier.share)}%" for tier in tiers)
            return say(_TIERS, tiers=shares)
        case "all":
            return _ALL
        case "share":
            return _SHARE


def _percent(share: Any) -> str:
    return f"{int(share * 100)}"


def _of_not_applicable(old: Criterion, new: Criterion) -> Iterator[Difference]:
    if old.na.allowed != new.na.allowed:
        yield _difference(
            "looser" if new.na.allowed else "stricter", _NA_NOW if new.na.allowed else _NA_NO_MORE
        )
    elif new.na.allowed and old.na.needs != new.na.needs:
        harder = new.na.needs == "surat-pernyataan"
        yield _difference(
            "stricter" if harder else "looser", _NA_STATEMENT if harder else _NA_REASON
        )
