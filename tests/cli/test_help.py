"""Help speaks one language at a time, and every command brings an example."""

import os
import subprocess
import sys

import pytest

COMMANDS = [
    "",
    "init",
    "score",
    "report",
    "plan",
    "doctor",
    "rubric",
    *(
        f"rubric {name}"
        for name in ("list", "show", "lint", "schema", "diff", "suggest", "coverage")
    ),
]
ENGLISH = ("Usage:", "Options:", "Commands:", "Arguments:", "Show this message", "[default:")


def help_of(command: str, language: str) -> str:
    words = [sys.executable, "-m", "emonev", *command.split(), "--help"]
    environment = os.environ | {"EMONEV_LANG": language}
    done = subprocess.run(words, capture_output=True, text=True, check=True, env=environment)
    return done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_indonesian_help_has_no_english_headings_and_an_example(command: str) -> None:
    shown = help_of(command, "id")
    assert shown.startswith("Pemakaian: ")
    assert [word for word in ENGLISH if word in shown] == []
    assert "Contoh: emonev" in shown


def test_english_help_is_english() -> None:
    shown = help_of("score", "en")
    assert shown.startswith("Usage: ")
    assert "Example: emonev score" in shown
    assert "Pilihan" not in shown
