"""Make the evidence of the example workspace: `python examples/make_natuna.py [FOLDER]`.

Everything is invented and marked so. The same bytes come out on every run with the same versions
of the drawing libraries; the result is committed, so this is run only to change the example.
"""

import sys
from pathlib import Path

from making.year_2023 import make_2023
from making.year_2024 import make_2024


def main(folder: Path) -> None:
    make_2023(folder / "bukti" / "2023")
    make_2024(folder / "bukti" / "2024")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "natuna")
