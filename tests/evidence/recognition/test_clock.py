"""How far OCR is, and how long it will go on."""

import pytest

from emonev.evidence.recognition import clock
from emonev.evidence.recognition.clock import Clock

Told = list[tuple[int, int, float | None]]


class Watch:
    """A time that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    made = Watch()
    monkeypatch.setattr(clock, "time", made)
    return made


def read(pages: int, clock_: Clock, watch: Watch, seconds: float) -> None:
    for _ in range(pages):
        watch.now += seconds
        clock_.one_more()


def test_pages_that_may_be_looked_at_again_count_from_the_beginning(watch: Watch) -> None:
    told: Told = []
    made = Clock(600, lambda *now: told.append(now))
    made.begin(4, later=4)
    read(2, made, watch, seconds=10)
    assert told == [(0, 8, None), (1, 8, 82.0), (2, 8, 72.0)]


def test_a_second_pass_has_its_own_pace(watch: Watch) -> None:
    told: Told = []
    made = Clock(600, lambda *now: told.append(now))
    made.begin(2, later=2)
    read(2, made, watch, seconds=10)
    made.begin(3)
    read(1, made, watch, seconds=4)
    assert told[-2:] == [(2, 5, None), (3, 5, 8.0)]


def test_there_is_never_more_to_go_than_time_is_left(watch: Watch) -> None:
    told: Told = []
    made = Clock(60, lambda *now: told.append(now))
    made.begin(100)
    read(1, made, watch, seconds=50)
    assert told[-1] == (1, 100, 10.0)
    assert not made.is_over()
    read(1, made, watch, seconds=50)
    assert told[-1] == (2, 100, 0.0)
    assert made.is_over()


def test_a_pass_without_pages_says_nothing(watch: Watch) -> None:
    told: Told = []
    Clock(60, lambda *now: told.append(now)).begin(0)
    assert told == []
