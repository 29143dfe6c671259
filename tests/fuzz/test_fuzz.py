"""A little of every target at each run; `python -m tests.fuzz` does the rest."""

import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, and limits memory")

if sys.platform == "linux":
    from tests.fuzz.run import fuzz
    from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_raises_or_hangs(name: str) -> None:
    result = fuzz(TARGETS[name], inputs=60, minutes=1)
    assert (result.raised, result.hung) == ({}, [])


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_are_sound(name: str, tmp_path: Path) -> None:
    target = TARGETS[name]
    for seed in target.seeds():
        (tmp_path / target.file_name).write_bytes(seed)
        target.run(tmp_path / target.file_name)
