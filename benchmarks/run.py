"""Measure `emonev score` against the naive program, in one run, and print ratios.

    python -m benchmarks.run                          the generated body and the text workspaces
    python -m benchmarks.run --realdocs FOLDER        real documents of yours as well
    python -m benchmarks.run --only text1000 --only help

Work folders are made once, under benchmarks/work/, and kept; `--fresh` makes them again.
"""

import argparse
import json
import os
import shutil
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.make_body import make_body
from benchmarks.make_gap import YEARS, make_gap_results
from benchmarks.make_plan import make_plan_result
from benchmarks.make_text import make_text
from benchmarks.measure import Run, compile_everything, measure, median
from benchmarks.unix import pdfs_in, unix_run
from benchmarks.workspace import BODY_CHECKS, YEAR, lay_out

WORK = Path(__file__).parent / "work"
EMONEV = (sys.executable, "-m", "emonev")
TEXTS = (100, 1_000, 5_000)
MEGABYTE = 1024**2
_AT_REST = 6.0  # seconds: what was written a moment ago is not trusted to its time


def main() -> None:
    """Read the command line, measure what was asked and print the table."""
    given = _arguments()
    compile_everything()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before the start\n")
    print(f"{'':10}{'figure':34}{'measured':>16}   aim")
    for name in given.only or [
        "help",
        "plan200",
        "gap5000",
        "body",
        *_texts(),
        *(["real", "unix"] if given.realdocs else []),
    ]:
        for figure, value, aim in _figures(name, given):
            print(f"{name:10}{figure:34}{value:>16}   {aim}", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--realdocs", type=Path, help="a folder of real documents")
    parser.add_argument("--files", type=int, default=1_000, help="files of the generated body")
    parser.add_argument("--criteria", type=int, default=100, help="criteria of the generated body")
    parser.add_argument(
        "--times", type=int, default=5, help="warm runs, of which the median counts"
    )
    parser.add_argument("--fresh", action="store_true", help="make the work folders again")
    parser.add_argument(
        "--only", action="append", help="help, plan200, gap5000, body, real, unix, text100, ..."
    )
    return parser.parse_args()


def _texts() -> list[str]:
    return [f"text{count}" for count in TEXTS]


def _figures(name: str, given: argparse.Namespace) -> Iterator[tuple[str, str, str]]:
    if name == "help":
        yield from _help(given.times)
    elif name.startswith("plan"):
        yield from _plan(int(name.removeprefix("plan")), given)
    elif name.startswith("gap"):
        yield from _gap(int(name.removeprefix("gap")), given)
    elif name == "body":
        workspace = _made(WORK / f"body{given.files}", given)
        yield from _against_naive(workspace, given.times, cold_aim="≥ 10", warm_aim="< 0.5 s")
    elif name == "real":
        workspace = _thrown_together(WORK / "real", _files_in(given.realdocs))
        yield from _against_naive(workspace, given.times, cold_aim="≥ 50", warm_aim="")
    elif name == "unix":
        yield from _against_unix(given.realdocs, given.times)
    else:
        aim = {"text1000": "< 0.5 s", "text5000": "< 2.5 s"}.get(name, "")
        workspace = _made(WORK / name, given)
        yield from _against_naive(workspace, given.times, cold_aim="", warm_aim=aim)


def _help(times: int) -> Iterator[tuple[str, str, str]]:
    command = (str(Path(sys.executable).with_name("emonev")), "--help")
    runs = [measure(command) for _ in range(max(times, 9))]
    yield "emonev --help", _seconds(median(runs)), "< 0.15 s"


def _plan(criteria: int, given: argparse.Namespace) -> Iterator[tuple[str, str, str]]:
    result = WORK / f"plan{criteria}.json"
    if given.fresh or not result.is_file():
        make_plan_result(result, criteria)
    page = ("--html", str(result.with_suffix(".html")))
    runs = [measure((*EMONEV, "plan", str(result), *page)) for _ in range(given.times)]
    aim = "< 1 s" if criteria <= 200 else ""
    yield f"emonev plan (median of {given.times})", _seconds(median(runs)), aim


def _gap(criteria: int, given: argparse.Namespace) -> Iterator[tuple[str, str, str]]:
    folder = WORK / f"gap{criteria}"
    if given.fresh or not (folder / "2024.json").is_file():
        make_gap_results(folder, criteria)
    years = [str(folder / f"{year}.json") for year in YEARS]
    runs = [measure((*EMONEV, "gap", *years)) for _ in range(given.times)]
    aim = "< 0.9 s" if criteria <= 5_000 else ""
    yield f"emonev gap (median of {given.times})", _seconds(median(runs)), aim
    yield "CPU", _seconds(statistics.median(run.cpu for run in runs)), ""
    yield "peak memory", f"{max(run.peak for run in runs) / MEGABYTE:.0f} MB", ""


def _against_naive(
    workspace: Path, times: int, *, cold_aim: str, warm_aim: str
) -> Iterator[tuple[str, str, str]]:
    naive = measure((sys.executable, "-m", "benchmarks.naive", str(workspace)))
    yield "naive", _seconds(naive.seconds), f"finds {naive.said}"
    if cold_aim:
        floor = measure((sys.executable, "-m", "benchmarks.floor", str(workspace)))
        yield "libraries alone", _seconds(floor.seconds), f"CPU {floor.cpu:.2f}"
        yield "naive / libraries alone", f"{naive.seconds / floor.seconds:.1f} ×", ""
    # The naive program reads no pictures: the same work is compared.
    score = (*EMONEV, "score", str(workspace), "--year", str(YEAR), "--ocr", "off")
    time.sleep(_AT_REST)
    cold = _cold(workspace, score)
    yield "emonev, cold", _seconds(cold.seconds), f"finds {_found(workspace)}"
    yield "naive / cold", f"{naive.seconds / cold.seconds:.1f} ×", cold_aim
    warm = [measure(score) for _ in range(times)]
    yield f"emonev, nothing changed (of {times})", _seconds(median(warm)), warm_aim
    yield (
        "naive / nothing changed",
        f"{naive.seconds / median(warm):.1f} ×",
        ("≥ 150" if cold_aim else ""),
    )
    touched = [_touched(workspace, score, number) for number in range(times)]
    yield f"emonev, one file changed (of {times})", _seconds(median(touched)), warm_aim
    yield "naive / one file changed", f"{naive.seconds / median(touched):.1f} ×", ""
    cpu = [
        naive.cpu,
        cold.cpu,
        *(statistics.median(r.cpu for r in runs) for runs in (warm, touched)),
    ]
    yield "CPU: naive, cold, same, one", " ".join(f"{seconds:.2f}" for seconds in cpu), ""
    yield "peak memory of the parent, cold", f"{cold.peak / MEGABYTE:.0f} MB", "< 200 MB"
    yield "peak memory of the parent, one", f"{max(r.peak for r in touched) / MEGABYTE:.0f} MB", ""


def _against_unix(documents: Path, times: int) -> Iterator[tuple[str, str, str]]:
    """The PDFs alone, against find, xargs, pdftotext, sha256sum and grep."""
    workspace = _thrown_together(WORK / "pdfs", pdfs_in(documents))
    score = (*EMONEV, "score", str(workspace), "--year", str(YEAR), "--ocr", "off")
    time.sleep(_AT_REST)
    pipes = [unix_run(documents, WORK / "unix") for _ in range(times)]
    bare = [_cold(workspace, (*score, "--no-thumbnails")) for _ in range(times)]
    cold = [_cold(workspace, score) for _ in range(times)]
    alone = [measure((sys.executable, "-m", "benchmarks.pages", str(workspace))) for _ in pipes]
    warm = [measure(score) for _ in range(times)]
    yield f"find | xargs -P2 pdftotext … (of {times})", _seconds(median(pipes)), ""
    yield f"emonev, cold, with report (of {times})", _seconds(median(cold)), ""
    yield "cold / pipeline", f"{median(cold) / median(pipes):.2f} ×", "≤ 1.3"
    yield "cold without pictures / pipeline", f"{median(bare) / median(pipes):.2f} ×", ""
    yield "libraries alone / pipeline", f"{median(alone) / median(pipes):.2f} ×", ""
    yield f"emonev, nothing changed (of {times})", _seconds(median(warm)), ""
    yield "pipeline / nothing changed", f"{median(pipes) / median(warm):.1f} ×", "≥ 20"
    cpu = [statistics.median(run.cpu for run in runs) for runs in (pipes, alone, cold, warm)]
    yield "CPU: pipes, libraries, cold, same", " ".join(f"{seconds:.2f}" for seconds in cpu), ""


def _touched(workspace: Path, score: tuple[str, ...], number: int) -> Run:
    """Score again after one piece of evidence was written anew."""
    note = workspace / "bukti" / str(YEAR) / "catatan.txt"
    note.write_text(f"Catatan ke-{number} tahun {YEAR}\n", encoding="utf-8")
    try:
        return measure(score)
    finally:
        note.unlink()


def _found(workspace: Path) -> str:
    """Return what stands in the saved result, in the naive program's words."""
    saved = json.loads((workspace / "laporan" / f"{YEAR}.json").read_text(encoding="utf-8"))
    total, evidence = saved["total"], saved["evidence"]
    counts = {
        "total": f"{total['low']} to {total['high']}",
        "files": len(evidence),
        "pages": sum(file.get("pages") or 0 for file in evidence),
        "errors": sum(1 for file in evidence if file.get("problem_code")),
    }
    return json.dumps(counts)


def _cold(workspace: Path, score: tuple[str, ...]) -> Run:
    for kept in (workspace / ".emonev", workspace / "laporan"):
        shutil.rmtree(kept, ignore_errors=True)
    return measure(score)


def _made(workspace: Path, given: argparse.Namespace) -> Path:
    if given.fresh or not (workspace / "emonev.yaml").is_file():
        if workspace.name.startswith("text"):
            make_text(workspace, int(workspace.name.removeprefix("text")))
        else:
            make_body(workspace, given.files, given.criteria)
    return workspace


def _thrown_together(workspace: Path, files: list[Path]) -> Path:
    """Return a workspace in which documents are dealt out over twenty criteria."""
    places = lay_out(workspace, 20, BODY_CHECKS)
    for number, path in enumerate(files):
        folder = places[number % len(places)]
        shutil.copyfile(path, folder / f"{number:03d} {path.name}")
    return workspace


def _files_in(documents: Path) -> list[Path]:
    return sorted(path for path in documents.rglob("*") if path.is_file())


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f} s"


if __name__ == "__main__":
    main()
