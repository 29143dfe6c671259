"""The choice itself: from each group at most one option, exactly, by dominance and a bound.

This is the multiple-choice knapsack. States (effort, points) are kept only while no other state
has at least the points for at most the effort (Nemhauser and Ullmann 1969), and while the rest
of the groups could, at the best points per day each of them has, still bring them to what is
wanted (the bound of Dantzig's relaxation, never smaller than the truth). Both only ever discard
states of which no completion is better, so the result is the optimum; the tests hold it against
exhaustive search. All numbers are scaled to integers: nothing is rounded.
"""

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate
from math import lcm

from msgspec import Struct
from msgspec.structs import replace

from emonev.errors import EmonevError
from emonev.language import say
from emonev.model.text import Text

ZERO = Fraction(0)
# Efforts in quarter days leave a few hundred states; only odd fractions that all differ, at equal
# points per day, come near this. Without a limit a foreign result could fill the memory.
MOST_STATES = 200_000

_TOO_FINE = Text(
    "hari kerja dari {count} kriteria terlalu beragam untuk dihitung persis.",
    "the working days of {count} criteria are too diverse to be worked out exactly.",
)
_COARSER = Text(
    "Bulatkan “effort” di rubrik ke seperempat hari, atau kurangi pilihan dengan --skip.",
    "Round `effort` in the rubric to quarters of a day, or leave some out with --skip.",
)


class Option(Struct, frozen=True):
    """One way to raise a group: what it takes and what it brings."""

    effort: Fraction
    gain: Fraction


Group = Sequence[Option]
# Which option of each group, None where the group is left alone.
Choice = tuple[int | None, ...]


class Chosen(Struct, frozen=True):
    """A choice with its sums."""

    choice: Choice
    effort: Fraction
    gain: Fraction


class Need(Struct, frozen=True):
    """What is to be gained: at least so much, or (`more`) more than that."""

    least: Fraction
    more: bool = False

    def met_by(self, gain: Fraction) -> bool:
        return gain > self.least if self.more else gain >= self.least


def least_effort(groups: Sequence[Group], need: Need) -> Chosen | None:
    """Return the choice of least effort that gains what is needed; None where none does.

    Among equal efforts the most points win, then the fewest groups.
    """
    start = greedy(groups, need=need)
    if not need.met_by(start.gain):
        return None
    return _front(groups, start.effort, need)[0]


def most_points(groups: Sequence[Group], budget: Fraction) -> Chosen:
    """Return the choice of most points within the budget; among equals the least effort wins."""
    start = greedy(groups, budget=budget)
    return _front(groups, budget, Need(start.gain))[-1]


def greedy(
    groups: Sequence[Group], *, need: Need | None = None, budget: Fraction | None = None
) -> Chosen:
    """Return what one gets who takes the best points per day first: where the search begins.

    A group is climbed level by level, each next one at a lower rate; levels that no rate favours
    are passed over.
    """
    climbs = [(move, index) for index, group in enumerate(groups) for move in _climb(group)]
    choice: list[int | None] = [None] * len(groups)
    stopped: set[int] = set()
    effort = gain = ZERO
    for move, index in sorted(climbs, key=lambda climb: climb[0].rate):
        if need is not None and need.met_by(gain):
            break
        if index in stopped or (budget is not None and effort + move.effort > budget):
            stopped.add(index)
            continue
        choice[index] = move.level
        effort, gain = effort + move.effort, gain + move.gain
    return Chosen(tuple(choice), effort, gain)


class _Move(Struct, frozen=True):
    """From one level of a group to a higher one; `rate` is days per point."""

    level: int
    effort: Fraction
    gain: Fraction
    rate: Fraction


def _climb(group: Group) -> list[_Move]:
    """Return the moves up a group by rising rate: the corners of its upper hull."""
    moves: list[_Move] = []
    at = Option(ZERO, ZERO)
    while True:
        above = [
            _Move(level, option.effort - at.effort, option.gain - at.gain, ZERO)
            for level, option in enumerate(group)
            if option.gain > at.gain and option.effort >= at.effort
        ]
        if not above:
            return moves
        best = min(above, key=lambda move: (move.effort / move.gain, -move.gain))
        moves.append(replace(best, rate=best.effort / best.gain))
        at = group[best.level]


def _rank(group: Group) -> Fraction:
    """Order groups by their best points per day, those that take no time first."""
    return min((o.effort / o.gain for o in group if o.gain > 0), default=ZERO)


# A state: effort, points, how many groups, and the chain of what was chosen to get there.
_Chain = tuple["_Chain", int, int] | None
_State = tuple[int, int, int, _Chain]


def _front(groups: Sequence[Group], most_effort: Fraction, need: Need) -> list[Chosen]:
    """Return the undominated choices within the effort that meet the need, by rising effort."""
    scale = _Scale(groups, most_effort, need)
    order = sorted(range(len(groups)), key=lambda i: _rank(groups[i]))
    bound = _Bound([scale.group(groups[index]) for index in order])
    states: list[_State] = [(0, 0, 0, None)]
    for place, index in enumerate(order):
        options = scale.group(groups[index])
        grown: list[_State] = [
            (effort + more, gain + bring, count + 1, (chain, index, level))
            for level, (more, bring) in enumerate(options)
            for effort, gain, count, chain in states
            if effort + more <= scale.effort
        ]
        if len(grown) > MOST_STATES:
            raise EmonevError("plan-too-fine", say(_TOO_FINE, count=len(groups)), _COARSER)
        kept = _undominated(states + grown)
        states = [
            state
            for state in kept
            if state[1] + bound.most(place + 1, scale.effort - state[0]) >= scale.gain
        ]
    return [_chosen(state, groups) for state in states]


class _Scale:
    """Efforts and points as integers over common denominators."""

    def __init__(self, groups: Sequence[Group], effort: Fraction, need: Need) -> None:
        options = [option for group in groups for option in group]
        self._days = lcm(*(o.effort.denominator for o in options))
        self._points = lcm(*(o.gain.denominator for o in options))
        scaled = effort * self._days
        self.effort = scaled.numerator // scaled.denominator
        scaled = need.least * self._points
        whole = scaled.numerator // scaled.denominator
        self.gain = whole if scaled == whole and not need.more else whole + 1

    def group(self, group: Group) -> list[tuple[int, int]]:
        return [(int(o.effort * self._days), int(o.gain * self._points)) for o in group]


class _Bound:
    """The most that the groups from one place on can bring, each at its best points per day."""

    def __init__(self, groups: Sequence[Sequence[tuple[int, int]]]) -> None:
        tops = [max((gain for _, gain in group), default=0) for group in groups]
        # What a group's top would take at its best rate: at most what it truly takes.
        least = [
            min((effort * top // gain for effort, gain in group if gain), default=0)
            for group, top in zip(groups, tops, strict=True)
        ]
        self._effort = [0, *accumulate(least)]
        self._gain = [0, *accumulate(tops)]

    def most(self, place: int, effort: int) -> int:
        """Return an upper bound, as groups stand by falling rate: whole ones, and part of one."""
        begun = self._effort[place]
        end = max(place, bisect_right(self._effort, begun + effort) - 1)
        gain = self._gain[end] - self._gain[place]
        if end + 1 == len(self._effort):
            return gain
        left = begun + effort - self._effort[end]
        takes = self._effort[end + 1] - self._effort[end]
        brings = self._gain[end + 1] - self._gain[end]
        return gain - (-left * brings // takes)


def _undominated(states: list[_State]) -> list[_State]:
    """Return the states by rising effort and rising points; the simpler of two equals."""
    states.sort(key=lambda state: (state[0], -state[1], state[2]))
    kept: list[_State] = []
    best = -1
    for state in states:
        if state[1] > best:
            kept.append(state)
            best = state[1]
    return kept


def _chosen(state: _State, groups: Sequence[Group]) -> Chosen:
    choice: list[int | None] = [None] * len(groups)
    chain = state[3]
    while chain is not None:
        chain, index, level = chain
        choice[index] = level
    options = [group[k] for group, k in zip(groups, choice, strict=True) if k is not None]
    return Chosen(
        tuple(choice),
        sum((option.effort for option in options), ZERO),
        sum((option.gain for option in options), ZERO),
    )
