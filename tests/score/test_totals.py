"""What is printed of a total: rounded once, in the band the rubric says, with its distances."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.model.assessment import Bound, Qualification, Total
from emonev.model.rubric import Band, BandFrom, Rounding, RoundingMode
from emonev.score import band_of, largest_remainder, round_exact, total_of
from tests.builders import BANDS, a_rubric

RUBRIC = a_rubric()
totals = st.fractions(0, 100, max_denominator=10**6)
modes: st.SearchStrategy[RoundingMode] = st.sampled_from(["half-up", "half-even", "down"])
roundings = st.builds(
    Rounding,
    places=st.integers(0, 4),
    mode=modes,
    band_from=st.sampled_from(["rounded", "exact"]),
)


def bound(index: int, distance: str) -> Bound:
    band = BANDS[index]
    return Bound(id=band.id, label=band.label, from_=f"{int(band.from_)}.00", distance=distance)


def qualified(index: int, *, provisional: bool = False) -> Qualification:
    band = BANDS[index]
    return Qualification(id=band.id, label=band.label, provisional=provisional)


def test_a_certain_total() -> None:
    value = Fraction("86.854")
    assert total_of(value, value, RUBRIC) == Total(
        low="86.85",
        high="86.85",
        value="86.85",
        exact_low=value,
        exact_high=value,
        qualification=qualified(1),
        above=bound(0, "3.15"),
        below=bound(1, "6.85"),
    )


def test_a_range_over_a_bound_is_provisional() -> None:
    low, high = Fraction("59.95"), Fraction(90)
    assert total_of(low, high, RUBRIC) == Total(
        low="59.95",
        high="90.00",
        exact_low=low,
        exact_high=high,
        qualification=qualified(3, provisional=True),
        best=qualified(0, provisional=True),
        above=bound(2, "0.05"),
        below=bound(3, "19.95"),
        near=(bound(0, "0.00"), bound(2, "0.05")),
    )


def test_a_range_within_one_band_is_not_provisional() -> None:
    total = total_of(Fraction(61), Fraction(79), RUBRIC)
    assert (total.value, total.best, total.qualification) == (None, None, qualified(2))


def test_a_range_that_prints_as_one_number_is_still_a_range() -> None:
    total = total_of(Fraction("61.001"), Fraction("61.002"), RUBRIC)
    assert (total.low, total.high, total.value) == ("61.00", "61.00", None)


def test_the_best_band_has_nothing_above_and_the_lowest_nothing_below() -> None:
    assert total_of(Fraction(100), Fraction(100), RUBRIC).above is None
    assert total_of(Fraction(0), Fraction(0), RUBRIC).below is None


@pytest.mark.parametrize(
    ("value", "mode", "places", "expected"),
    [
        ("79.995", "half-up", 2, "80.00"),
        ("79.995", "half-even", 2, "80.00"),
        ("79.985", "half-even", 2, "79.98"),
        ("79.999", "down", 2, "79.99"),
        ("89.5", "half-up", 0, "90"),
        ("88.5", "half-even", 0, "88"),
        ("86.4", "half-up", 2, "86.40"),
        ("0.004", "half-up", 2, "0.00"),
        ("0.05", "half-up", 1, "0.1"),
        ("-0.5", "half-up", 0, "-1"),
        ("-1.25", "down", 1, "-1.2"),
        ("200/3", "half-up", 2, "66.67"),
    ],
)
def test_rounding_is_done_as_the_rubric_says(
    value: str, mode: RoundingMode, places: int, expected: str
) -> None:
    assert round_exact(Fraction(value), Rounding(places=places, mode=mode)) == expected


# Tables that print bands with one decimal (80-89.9, 60-79.9) leave these without a band.
@pytest.mark.parametrize(
    ("value", "band_from", "expected"),
    [
        ("89.95", "rounded", "menuju-informatif"),
        ("39.95", "rounded", "tidak-informatif"),
        ("79.999", "rounded", "menuju-informatif"),
        ("79.999", "exact", "cukup-informatif"),
        ("79.994", "rounded", "cukup-informatif"),
        ("90", "exact", "informatif"),
    ],
)
def test_bands_have_no_holes(value: str, band_from: BandFrom, expected: str) -> None:
    rubric = a_rubric(rounding=Rounding(band_from=band_from))
    assert band_of(Fraction(value), rubric).id == expected


def test_a_bound_that_only_rounding_reaches_keeps_its_distance() -> None:
    rubric = a_rubric(rounding=Rounding(band_from="exact"))
    total = total_of(Fraction("79.999"), Fraction("79.999"), rubric)
    assert (total.value, total.above) == ("80.00", bound(1, "0.001"))
    assert total.near == (bound(1, "0.001"),)


def test_a_distance_that_no_decimal_can_write_is_rounded_up() -> None:
    rubric = a_rubric(rounding=Rounding(band_from="exact"))
    value = 80 - Fraction(1, 3000)
    assert total_of(value, value, rubric).above == bound(1, "0.0004")


@given(totals, totals, roundings)
def test_a_printed_value_and_its_distance_make_the_bound(
    one: Fraction, other: Fraction, rounding: Rounding
) -> None:
    rubric = a_rubric(rounding=rounding)
    low, high = sorted([one, other])
    total = total_of(low, high, rubric)
    printed = Fraction(total.low)
    crossed = total.above is not None and printed >= Fraction(total.above.from_)
    if total.above is not None and not crossed:
        assert printed + Fraction(total.above.distance) == Fraction(total.above.from_)
    if total.above is not None:
        assert Fraction(total.above.distance) > 0
    if total.below is not None:
        assert printed - Fraction(total.below.distance) == Fraction(total.below.from_)
    assert not crossed or rounding.band_from == "exact"


@given(totals, roundings)
def test_no_band_is_reached_by_more_than_the_declared_rounding(
    value: Fraction, rounding: Rounding
) -> None:
    rubric = a_rubric(rounding=rounding)
    band = band_of(value, rubric)
    if rounding.band_from == "exact" or rounding.mode == "down":
        assert value >= band.from_
    else:
        assert value >= band.from_ - Fraction(1, 2 * 10**rounding.places)


@given(totals, totals)
def test_every_bound_within_a_tenth_is_named(one: Fraction, other: Fraction) -> None:
    low, high = sorted([one, other])
    named = {near.id for near in total_of(low, high, RUBRIC).near}
    for band in BANDS[:-1]:
        distance = min(abs(low - band.from_), abs(high - band.from_))
        assert (band.id in named) == (distance <= Fraction(1, 10))


@given(totals, totals, roundings)
def test_a_better_total_never_has_a_worse_band(
    one: Fraction, other: Fraction, rounding: Rounding
) -> None:
    rubric = a_rubric(rounding=rounding)
    low, high = sorted([one, other])
    assert band_of(low, rubric).from_ <= band_of(high, rubric).from_


def test_bounds_may_be_any_number() -> None:
    bands = (Band(id="tiga", label=BANDS[0].label, from_=Fraction(200, 3)), BANDS[-1])
    total = total_of(Fraction(66), Fraction(66), a_rubric(bands=bands))
    assert total.above is not None
    assert (total.above.from_, total.above.distance) == ("66.67", "0.67")


# Printed parts and their printed sum --------------------------------------------------------


def test_thirds_add_up_as_printed() -> None:
    assert largest_remainder([Fraction(100, 3)] * 3, Fraction(100), 2) == (
        "33.34",
        "33.33",
        "33.33",
    )


def test_no_parts_make_nothing() -> None:
    assert largest_remainder([], Fraction(0), 2) == ()


def test_a_part_of_nought_stays_nought() -> None:
    parts = [Fraction(0), Fraction(1, 3), Fraction(2, 3)]
    assert largest_remainder(parts, Fraction(1), 0) == ("0", "0", "1")


@pytest.mark.parametrize("total", ["4", "2"])
def test_parts_that_make_another_total_are_refused(total: str) -> None:
    with pytest.raises(ValueError, match="do not add up"):
        largest_remainder([Fraction(1), Fraction(2)], Fraction(total), 0)


@given(
    st.lists(st.fractions(-50, 100, max_denominator=999), max_size=12),
    st.integers(0, 3),
    modes,
)
def test_printed_parts_add_up_to_the_printed_total(
    parts: list[Fraction], places: int, mode: RoundingMode
) -> None:
    exact = sum(parts, Fraction(0))
    printed = Fraction(round_exact(abs(exact), Rounding(places=places, mode=mode)))
    printed = printed if exact >= 0 else -printed
    if mode == "down" and exact < 0:
        printed = exact  # rounding towards nought lifts a negative sum; the parts cannot follow
    shown = largest_remainder(parts, printed, places)
    rounded = Fraction(round_exact(printed, Rounding(places=places)))
    assert sum(map(Fraction, shown), Fraction(0)) == rounded
    for part, text in zip(parts, shown, strict=True):
        assert abs(part - Fraction(text)) < Fraction(1, 10**places)
