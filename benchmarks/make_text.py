"""Make a workspace of N criteria with one text file each: what a rule costs, and little else.

python -m benchmarks.make_text DIR --criteria 1000
"""

import argparse
from pathlib import Path

from benchmarks.prose import Prose, topic
from benchmarks.workspace import TEXT_CHECKS, lay_out


def make_text(folder: Path, criteria: int, seed: int = 2024) -> None:
    """Write the workspace; one file in ten does not hold what is asked."""
    prose = Prose(seed)
    for index, place in enumerate(lay_out(folder, criteria, TEXT_CHECKS)):
        asked = "dokumen lain" if index % 10 == 9 else topic(index)
        title = f"{asked.upper()} TAHUN {prose.year()}"
        body = "\n\n".join(prose.paragraphs(1_500))
        (place / "dokumen.txt").write_text(f"{title}\n\n{body}\n", encoding="utf-8")


def main() -> None:
    """Read the command line and make the workspace."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--criteria", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=2024)
    given = parser.parse_args()
    make_text(given.folder, given.criteria, given.seed)


if __name__ == "__main__":
    main()
