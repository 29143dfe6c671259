"""Exact numbers on their way in and out of text: points and shares are rationals, never floats."""

import re
from fractions import Fraction
from functools import lru_cache
from typing import Any

# No exponents: a dozen signs ("1e999999999") would become a number that fills the memory.
_EXACT = re.compile(r"-?[0-9]+(?:\.[0-9]+|/0*[1-9][0-9]*)?")
_LONGEST = 4_000


def to_text(number: Fraction) -> str:
    """Return a terminating decimal where there is one ("0.75"), else a fraction ("2/3")."""
    return _written(*number.as_integer_ratio())


@lru_cache(maxsize=1 << 16)  # thousands of criteria share a few hundred numbers
def _written(numerator: int, denominator: int) -> str:
    twos, fives, rest = 0, 0, denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{numerator}/{denominator}"
    places = max(twos, fives)
    if places == 0:
        return str(numerator)
    digits = str(abs(numerator) * 10**places // denominator).rjust(places + 1, "0")
    sign = "-" if numerator < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def encode(value: Any) -> Any:
    """Serve msgspec's `enc_hook`: a Fraction becomes its exact text."""
    if isinstance(value, Fraction):
        # As `to_text` does, without calling it for 100,000 numbers of a comparison.
        return _written(*value.as_integer_ratio())
    raise NotImplementedError(f"cannot write a {type(value).__name__}")


def decode(wanted: type, value: Any) -> Any:
    """Serve msgspec's `dec_hook`: text or a whole number becomes a Fraction.

    Raises ValueError for anything that is not an exact number; floats are refused because they
    are not.
    """
    if wanted is Fraction and isinstance(value, str):
        return _read(value)
    if wanted is Fraction and isinstance(value, int) and not isinstance(value, bool):
        return Fraction(value)
    raise ValueError(f"not an exact number: {value!r}")


@lru_cache(maxsize=1 << 12)
def _read(text: str) -> Fraction:
    if len(text) <= _LONGEST and _EXACT.fullmatch(text):
        return Fraction(text)
    raise ValueError(f"not an exact number: {text[:40]!r}")
