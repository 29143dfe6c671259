"""Write docs/hostility.md from the tables: `python -m tests.hostile.page`."""

from pathlib import Path

from tests.hostile.scenes import SCENES
from tests.hostile.table import SAMPLES, Sample

PLACE = Path(__file__).parents[2] / "docs" / "hostility.md"

_HEAD = """\
# Hostile and broken evidence

What is tried on `emonev`, and what comes of it. Whatever it is, the run ends; it takes no more time and memory than the limits for one file allow (30 seconds, 1.5 GB, each tried at most twice); the report names the file with its problem and a mend; and no other file's result differs. `tests/hostile/` makes all of it (nothing is stored), plays it and holds this page to it. To look at it by hand:

    python -m tests.hostile.make FOLDER
    emonev score FOLDER

## Files

"read" means that what can be read is read; codes are those of the result (`problem-code`, `note-codes`).
"""
_SCENES = """
## Around the files

| tried | comes out |
|---|---|
"""
_TAIL = """
## The program itself

- **Interrupted**: `tests/hostile/test_killed.py` ends runs with `kill -9` at moments spread over their whole length. Results are the old ones or the new ones, whole; the next run gives the right result; no worker remains. What a killed run left half written is swept away by a later one. Cutting the power is not tried: results are written with `fsync` before they take the place of the old ones, the cache is only as safe as SQLite's WAL, and may be deleted.
- **Watched**: `tests/hostile/test_traced.py` runs it under `strace` over all of the above. Nothing is executed (but Tesseract, where a page is recognised), no socket is opened, nothing is written outside `laporan/`, `.emonev/` and the user's own state folder (the key of the cache and the compiled report templates, once).
- **Fuzzed**: `python -m tests.fuzz` changes sound inputs of every format and loader; what raises anything but a declared error, or hangs, is a bug. The test suite runs a little of it each time.
- **Forged**: each row of the cache in `.emonev/` is sealed with a key of its user's own; a cache from elsewhere is made anew (`tests/evidence/test_cache_key.py`). A saved result is checked before it is drawn or compared (`load/figures.py`).
"""


def text() -> str:
    """Return the page as it should be."""
    groups = "".join(_group(name, samples) for name, samples in SAMPLES.items())
    scenes = "".join(f"| {scene.tried} | {scene.comes_out} |\n" for scene in SCENES)
    return _HEAD + groups + _SCENES + scenes + _TAIL


def _group(name: str, samples: tuple[Sample, ...]) -> str:
    rows = "".join(f"| {sample.tried} | {_outcome(sample)} |\n" for sample in samples)
    return f"\n### {name}\n\n| tried | comes out |\n|---|---|\n{rows}"


def _outcome(sample: Sample) -> str:
    lost = " or ".join(f"`{code}`" for code in sample.problems if code)
    noted = ", ".join(f"`{code}`" for code in sample.notes)
    read = "read" if "" in sample.problems else ""
    told = " or ".join(part for part in (read, lost) if part)
    return f"{told}, noted {noted}" if noted else told


if __name__ == "__main__":
    PLACE.write_text(text(), encoding="utf-8", newline="\n")
