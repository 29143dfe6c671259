"""A little of every target at each run; `python -m tests.fuzz` does the rest."""

import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, and limits memory")

MEMORY = 600 * 1024**2

if sys.platform == "linux":
    from tests.fuzz.run import fuzz
    from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_raises_or_hangs(name: str) -> None:
    # Old workbooks that ask for all memory take long to be refused; the less there is, the less.
    result = fuzz(TARGETS[name], inputs=25 if name == "xls" else 50, minutes=1, memory=MEMORY)
    assert (result.raised, result.hung) == ({}, [])


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_are_sound(name: str, tmp_path: Path) -> None:
    target = TARGETS[name]
    for seed in target.seeds():
        (tmp_path / target.file_name).write_bytes(seed)
        target.run(tmp_path / target.file_name)
