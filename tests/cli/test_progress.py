"""Bars: one phase after the other, late, with an honest time to go; nothing where nobody looks."""

import io
import sys

import pytest

from emonev.cli import progress
from emonev.cli.progress import Shown, shown_progress, time_to_go


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def a_screen(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put a terminal in the place of stderr; a fixture cannot, for pytest puts its own there after it."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    return terminal


def test_a_pipe_sees_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with shown_progress("id") as shown:
        assert shown is None


def test_what_is_quick_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = a_screen(monkeypatch)
    monkeypatch.setattr(progress, "_PATIENCE", 60.0)
    with shown_progress("id") as shown:
        assert shown is not None
        shown.reading(1, 2)
        shown.recognising(1, 2, 3.0)
    assert screen.getvalue() == ""


def test_each_phase_has_a_bar_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = a_screen(monkeypatch)
    with shown_progress("id") as shown:
        assert isinstance(shown, Shown)
        shown.reading(3, 4)
        shown.recognising(1, 44, 150.0)
    told = screen.getvalue()
    assert told.index("Membaca bukti") < told.index("Membaca pindaian (OCR)")
    assert "1/44" in told
    assert "sisa sekitar 2 menit" in told


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "menghitung sisa waktu"),
        (0.0, "sisa kurang dari satu menit"),
        (59.9, "sisa kurang dari satu menit"),
        (60.0, "sisa sekitar 1 menit"),
        (290.0, "sisa sekitar 5 menit"),
    ],
)
def test_the_time_to_go_is_told_as_roughly_as_it_is_known(
    seconds: float | None, words: str
) -> None:
    assert time_to_go(seconds).id == words
