"""Numbers of a comparison as they are printed: signs, and rows that add up."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from math import lcm

from emonev.language import decimal
from emonev.model.comparison import Change, Effects
from emonev.model.text import Language
from emonev.render.gap_shown import Moved


def units(value: Fraction, places: int) -> int:
    """Return the value in units of the last printed place, rounded half away from zero."""
    numerator, denominator = value.as_integer_ratio()
    scale: int = 10**places
    whole = (2 * abs(numerator) * scale + denominator) // (2 * denominator)
    return whole if numerator >= 0 else -whole


def moved_shown(change: Change, places: int, language: Language) -> Moved:
    """Return a change as a row prints it; its causes add up to it."""
    before, after = units(change.before, places), units(change.after, places)
    effects = fitted_effects(change.effects, after - before, places)
    return Moved(
        before=plain(before, places, language),
        after=plain(after, places, language),
        moved=signed(after - before, places, language),
        effects=tuple([signed(one, places, language) for one in effects]),
    )


def fitted(parts: Sequence[Fraction], target: int, places: int) -> list[int]:
    """Return the parts in units so that they add up to `target`, by largest remainders."""
    scale = 10**places
    ratios = [part.as_integer_ratio() for part in parts]
    weighing = [rank for rank, (numerator, _) in enumerate(ratios) if numerator]
    if len(weighing) == 1:  # most often a change has one cause
        return [target if rank in weighing else 0 for rank in range(len(parts))]
    floors = [numerator * scale // denominator for numerator, denominator in ratios]
    missing = target - sum(floors)
    if not missing:
        return floors
    whole = lcm(*[denominator for _, denominator in ratios])
    losses = [n * scale % d * (whole // d) for n, d in ratios]
    order = sorted(range(len(parts)), key=lambda n: -losses[n])
    order = order if missing > 0 else order[::-1]
    moving = [n for n in order if n in weighing] or order
    for step in range(abs(missing)):
        floors[moving[step % len(moving)]] += 1 if missing > 0 else -1
    return floors


def fitted_effects(effects: Effects, target: int, places: int) -> list[int]:
    """Return the four effects in units, in their order, adding up to `target`."""
    return fitted(_listed(effects), target, places)


def fitted_alike(
    effects: Effects, target: int, places: int, other: Effects, printed: Sequence[int]
) -> list[int]:
    """Return the same where effects that equal those of the other end are printed like them."""
    pairs = list(zip(_listed(effects), _listed(other), printed, strict=True))
    free = [one for one, twin, _ in pairs if one != twin]
    fixed = sum(units_ for one, twin, units_ in pairs if one == twin)
    rest = iter(fitted(free, target - fixed, places) if free else ())
    return [units_ if one == twin else next(rest) for one, twin, units_ in pairs]


def _listed(effects: Effects) -> tuple[Fraction, ...]:
    return effects.performance, effects.rubric, effects.applicability, effects.pending


@lru_cache(maxsize=1 << 14)  # thousands of criteria share a few hundred numbers
def plain(amount: int, places: int, language: Language) -> str:
    """Return units as a number: "12,50"."""
    digits = str(abs(amount)).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return ("−" if amount < 0 else "") + decimal(text, language)


def signed(amount: int, places: int, language: Language) -> str:
    """Return units with their sign: "+12,50", "−0,40", "0,00"."""
    return ("+" if amount > 0 else "") + plain(amount, places, language)
