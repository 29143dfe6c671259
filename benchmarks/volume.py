"""Volume: one body of many gigabytes, and many bodies one after the other.

    python -m benchmarks.volume                    1,000 and 5,000 files (1 and 5 GB), 100 bodies
    python -m benchmarks.volume --files 1000       the smaller one only

What is to be seen: memory does not grow with the files, time grows no faster than they do.
"""

import argparse
import shutil
import statistics
import sys
from pathlib import Path

from benchmarks.make_body import make_body
from benchmarks.measure import Run, compile_everything, measure
from benchmarks.workspace import YEAR

WORK = Path(__file__).parent / "work"
SCAN_PAGES = 14  # makes a file of the mix a megabyte on average
BODIES, FILES_EACH = 100, 50
MEGABYTE, GIGABYTE = 1024**2, 1024**3


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, action="append", help="files of one body")
    parser.add_argument("--bodies", type=int, default=BODIES, help="bodies one after the other")
    given = parser.parse_args()
    compile_everything()
    print(
        f"{'files':>7}{'GB':>7}{'cold s':>9}{'CPU ms/file':>13}{'parent MB':>11}{'worker MB':>11}"
    )
    for files in given.files or [1_000, 5_000]:
        _one_body(files)
    _many_bodies(given.bodies)


def _one_body(files: int) -> None:
    workspace = WORK / f"volume{files}"
    if not (workspace / "emonev.yaml").is_file():
        make_body(workspace, files, scan_pages=SCAN_PAGES)
    run = _cold(workspace)
    size = sum(p.stat().st_size for p in (workspace / "bukti").rglob("*") if p.is_file())
    print(
        f"{files:>7}{size / GIGABYTE:>7.1f}{run.seconds:>9.1f}{1000 * run.cpu / files:>13.1f}"
        f"{run.peak / MEGABYTE:>11.0f}{run.largest / MEGABYTE:>11.0f}",
        flush=True,
    )


def _many_bodies(bodies: int) -> None:
    folders = [WORK / "bodies" / f"{number:03d}" for number in range(bodies)]
    for number, folder in enumerate(folders):
        if not (folder / "emonev.yaml").is_file():
            make_body(folder, FILES_EACH, criteria=20, seed=number)
    runs = [_cold(folder) for folder in folders]
    tenth = max(1, bodies // 10)
    first, last = (
        statistics.mean(run.cpu for run in some) for some in (runs[:tenth], runs[-tenth:])
    )
    print(
        f"{bodies} bodies of {FILES_EACH} files: {sum(r.seconds for r in runs):.1f} s, CPU a body "
        f"{first:.2f} s in the first tenth and {last:.2f} s in the last, "
        f"parent at most {max(r.peak for r in runs) / MEGABYTE:.0f} MB"
    )


def _cold(workspace: Path) -> Run:
    for kept in (workspace / ".emonev", workspace / "laporan"):
        shutil.rmtree(kept, ignore_errors=True)
    command = (
        *(sys.executable, "-m", "emonev", "score", str(workspace)),
        *("--year", str(YEAR), "--ocr", "off"),
    )
    return measure(command, workers=True)


if __name__ == "__main__":
    main()
