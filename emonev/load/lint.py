"""Everything that is wrong or doubtful in a rubric, for its author."""

from pathlib import Path

from emonev.errors import Fault, FaultyFileError
from emonev.load.advice import give_advice
from emonev.load.collector import without_collector
from emonev.load.decode import Kinds
from emonev.load.rubric import read_rubric, shipped_rubrics


def lint_rubric(path: Path, kinds: Kinds | None = None) -> tuple[Fault, ...]:
    """Return errors and warnings, sorted by place; nothing is raised for what the file holds."""
    with without_collector():
        try:
            _, run = read_rubric(path, kinds)
        except FaultyFileError as error:
            return error.faults
        give_advice(run, path, _neighbours(path))
    return run.faults.sorted()


def _neighbours(path: Path) -> list[Path]:
    """Return the other rubrics in the same folder, then the shipped ones."""
    beside = sorted([*path.parent.glob("*.yaml"), *path.parent.glob("*.yml")])
    return [*beside, *(shipped for shipped in shipped_rubrics() if shipped not in beside)]
