"""The choice is the best there is: held against every possible one."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.errors import EmonevError
from emonev.plan.solve import Chosen, Group, Need, Option, greedy, least_effort, most_points

ZERO = Fraction(0)
efforts = st.integers(0, 12).map(lambda quarters: Fraction(quarters, 4))
gains = st.builds(Fraction, st.integers(1, 30), st.sampled_from([1, 2, 3, 7]))
groups = st.lists(
    st.lists(st.builds(Option, efforts, gains), min_size=1, max_size=3), min_size=0, max_size=5
)
needs = st.builds(Need, st.builds(Fraction, st.integers(-2, 60), st.just(2)), st.booleans())
budgets = st.integers(0, 60).map(lambda quarters: Fraction(quarters, 4))


def everything(given_groups: list[Group]) -> list[Chosen]:
    found = []
    for choice in product(*([None, *range(len(group))] for group in given_groups)):
        picked = [g[k] for g, k in zip(given_groups, choice, strict=True) if k is not None]
        effort = sum((option.effort for option in picked), ZERO)
        found.append(Chosen(choice, effort, sum((option.gain for option in picked), ZERO)))
    return found


def size(chosen: Chosen) -> int:
    return sum(1 for level in chosen.choice if level is not None)


@given(groups, needs)
def test_the_least_effort_is_that_of_exhaustive_search(options: list[Group], need: Need) -> None:
    found = least_effort(options, need)
    enough = [chosen for chosen in everything(options) if need.met_by(chosen.gain)]
    if not enough:
        assert found is None
        return
    best = min((c.effort, -c.gain, size(c)) for c in enough)
    assert found is not None
    assert (found.effort, -found.gain, size(found)) == best


@given(groups, budgets)
def test_the_most_points_are_those_of_exhaustive_search(
    options: list[Group], budget: Fraction
) -> None:
    found = most_points(options, budget)
    best = min((-c.gain, c.effort, size(c)) for c in everything(options) if c.effort <= budget)
    assert (-found.gain, found.effort, size(found)) == best


@given(groups, needs, budgets)
def test_the_sums_are_those_of_the_choice_and_never_worse_than_greedy(
    options: list[Group], need: Need, budget: Fraction
) -> None:
    for found in (least_effort(options, need), most_points(options, budget)):
        if found is not None:
            picked = [g[k] for g, k in zip(options, found.choice, strict=True) if k is not None]
            assert found.effort == sum((option.effort for option in picked), ZERO)
            assert found.gain == sum((option.gain for option in picked), ZERO)
    assert most_points(options, budget).gain >= greedy(options, budget=budget).gain
    reached = least_effort(options, need)
    if reached is not None:
        assert reached.effort <= greedy(options, need=need).effort


def test_a_cheap_pair_beats_the_best_points_per_day() -> None:
    options = [[Option(Fraction(3), Fraction(9))], *([[Option(Fraction(2), Fraction(5))]] * 2)]
    found = least_effort(options, Need(Fraction(10)))
    assert found is not None
    assert found.choice == (None, 0, 0)
    assert greedy(options, need=Need(Fraction(10))).effort == 5


def test_a_large_body_is_planned_without_trying_everything() -> None:
    options = [
        [Option(Fraction(1 + n % 7, 4), Fraction(1 + n * n % 11, 3 + n % 5))] for n in range(2_000)
    ]
    found = most_points(options, Fraction(100))
    assert found.effort <= 100
    assert found.gain >= greedy(options, budget=Fraction(100)).gain


def test_efforts_that_no_exact_search_can_hold_are_refused_and_not_guessed() -> None:
    # Equal points per day, and no two sums alike: neither dominance nor the bound discards any.
    primes = [n for n in range(3, 400) if all(n % k for k in range(2, n))]
    options = [[Option(Fraction(1, prime), Fraction(1, prime))] for prime in primes]
    with pytest.raises(EmonevError) as told:
        most_points(options, Fraction(1, 2))
    assert told.value.slug == "plan-too-fine"


def test_a_step_on_the_way_is_taken_where_it_is_enough() -> None:
    staircase = [Option(Fraction(1, 2), Fraction(2)), Option(Fraction(4), Fraction(3))]
    found = least_effort([staircase], Need(Fraction(2)))
    assert found is not None
    assert (found.choice, found.effort) == ((0,), Fraction(1, 2))
