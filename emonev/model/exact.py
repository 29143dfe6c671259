"""Exact numbers on their way in and out of text: points and shares are rationals, never floats."""

import re
from fractions import Fraction
from typing import Any

# No exponents: a dozen signs ("1e999999999") would become a number that fills the memory.
_EXACT = re.compile(r"-?[0-9]+(?:\.[0-9]+|/0*[1-9][0-9]*)?")
_LONGEST = 4_000


def to_text(number: Fraction) -> str:
    """Return a terminating decimal where there is one ("0.75"), else a fraction ("2/3")."""
    twos, fives, rest = 0, 0, number.denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    places = max(twos, fives)
    if places == 0:
        return str(number.numerator)
    digits = str(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def encode(value: Any) -> Any:
    """Serve msgspec's `enc_hook`: a Fraction becomes its exact text."""
    if isinstance(value, Fraction):
        return to_text(value)
    raise NotImplementedError(f"cannot write a {type(value).__name__}")


def decode(wanted: type, value: Any) -> Any:
    """Serve msgspec's `dec_hook`: text or a whole number becomes a Fraction.

    Raises ValueError for anything that is not an exact number; floats are refused because they
    are not.
    """
    if wanted is Fraction and isinstance(value, int) and not isinstance(value, bool):
        return Fraction(value)
    if wanted is Fraction and isinstance(value, str):
        if len(value) <= _LONGEST and _EXACT.fullmatch(value):
            return Fraction(value)
        raise ValueError(f"not an exact number: {value[:40]!r}")
    raise ValueError(f"not an exact number: {value!r}")
