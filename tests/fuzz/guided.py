"""Fuzzing guided by coverage, where atheris is installed: it finds its own way into our parsers.

    python -m tests.fuzz.guided text --minutes 5

Good for what we read in Python ourselves (text, csv, html, eml, rubric, answers, questionnaire,
result): the libraries behind the other formats are not instrumented.
"""

import argparse
import sys
import tempfile
from pathlib import Path


def main() -> None:
    """Fuzz one target until the time is over or an input raises; atheris ends the process."""
    # Not among our requirements (see CONTRIBUTING.md), and without types.
    import atheris  # type: ignore[import-untyped]

    given = _arguments()
    with atheris.instrument_imports(include=["emonev"], enable_loader_override=False):
        from tests.fuzz.targets import TARGETS

        target = TARGETS[given.target]
        seeds = target.seeds()
        folder = Path(tempfile.mkdtemp(prefix="emonev-guided-"))
        place = folder / target.file_name
        for seed in seeds:  # loads what is loaded late, within the reach of the instruments
            place.write_bytes(seed)
            target.run(place)
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(seeds):
        (corpus / str(number)).write_bytes(seed)

    def try_one(content: bytes) -> None:
        place.write_bytes(content)
        target.run(place)

    seconds = str(int(60 * given.minutes))
    options = [
        f"-max_total_time={seconds}",
        "-max_len=65536",
        "-timeout=30",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={folder}/", str(corpus)], try_one)
    atheris.Fuzz()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz.guided",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("target")
    parser.add_argument("--minutes", type=float, default=1.0)
    return parser.parse_args()


if __name__ == "__main__":
    main()
