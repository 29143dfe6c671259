"""Fuzz by hand.

python -m tests.fuzz --minutes 5                 each target for five minutes
python -m tests.fuzz pdf docx --inputs 20000     two targets, so many inputs each
python -m tests.fuzz pdf --seeds FOLDER          real documents as seeds, too
python -m tests.fuzz pdf --show 4711 > a.pdf     the input of that number
python -m tests.fuzz pdf --again 4711            run it here, with its traceback
"""

import argparse
import sys
import tempfile
from pathlib import Path

from emonev.evidence.kind import format_of
from tests.fuzz.run import Result, fuzz
from tests.fuzz.targets import TARGETS

_LARGEST_SEED = 400_000
_MOST_SEEDS = 60


def main() -> int:
    """Fuzz what was asked for; return 1 where something was found."""
    given = _arguments()
    if given.show is not None or given.again is not None:
        return _one(given)
    found = 0
    for name in given.targets or TARGETS:
        result = fuzz(
            TARGETS[name],
            inputs=given.inputs,
            minutes=given.minutes,
            start=given.start,
            seeds=_found_seeds(given.seeds, name),
        )
        sys.stdout.write(_told(result))
        sys.stdout.flush()
        found += bool(result.raised or result.hung)
    return 1 if found else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS], metavar="TARGET")
    parser.add_argument("--inputs", type=int, default=10**9, help="at most so many of each target")
    parser.add_argument("--minutes", type=float, default=1.0, help="at most so long for each")
    parser.add_argument("--start", type=int, default=0, help="number of the first input")
    parser.add_argument("--seeds", type=Path, help="a folder of documents to start from, too")
    parser.add_argument("--show", type=int, metavar="N", help="write the input of that number")
    parser.add_argument("--again", type=int, metavar="N", help="run that input in this process")
    return parser.parse_args()


def _found_seeds(folder: Path | None, format_: str) -> list[bytes]:
    """Return documents of a format, the smallest first, so that a number means the same again."""
    if folder is None:
        return []
    files = sorted(
        (path for path in folder.rglob("*") if path.is_file() and _is_small(path)),
        key=lambda path: (path.stat().st_size, path),
    )
    chosen = [path for path in files if format_of(path) == format_]
    return [path.read_bytes() for path in chosen[:_MOST_SEEDS]]


def _is_small(path: Path) -> bool:
    return 0 < path.stat().st_size <= _LARGEST_SEED


def _one(given: argparse.Namespace) -> int:
    (name,) = given.targets
    target = TARGETS[name]
    number = given.again if given.show is None else given.show
    content = target.made(number, [*target.seeds(), *_found_seeds(given.seeds, name)])
    if given.show is not None:
        sys.stdout.buffer.write(content)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / target.file_name
        place.write_bytes(content)
        target.run(place)
    return 0


def _told(result: Result) -> str:
    lines = [f"{result.target:14}{result.inputs:>9} inputs {result.seconds:8.1f} s"]
    for kind, found in (("raised", result.raised), ("contained", result.died)):
        lines += [
            f"    {kind}: {what} ×{result.counts[what]}, first {at}" for what, at in found.items()
        ]
    lines += [f"    hung: {number}" for number in result.hung]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
