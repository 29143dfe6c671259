"""Make a workspace full of hostile evidence, to look at by hand.

python -m tests.hostile.make FOLDER              every file of the table, and odd names
python -m tests.hostile.make FOLDER --empty 100000
emonev score FOLDER
"""

import argparse
import os
import sys
from pathlib import Path

from tests.hostile.table import NAMES, SAMPLES
from tests.workspaces import a_workspace

PHRASES = {"JEN-01": "daftar informasi publik", "JEN-02": "rencana kerja"}
SOUND = {
    "JEN-01 - baik/daftar.txt": "Daftar Informasi Publik tahun 2024",
    "JEN-01 - baik/daftar.csv": "No;Nama;Tahun\n1;Laporan;2024\n2;Keputusan;2024\n",
    "JEN-02 - baik/rencana.html": "<!doctype html><title>Rencana kerja</title><p>Rencana kerja 2024",
}
PLACE = "bukti/2024/JEN-02 - aneh"  # a criterion's folder, so that all of it is judged


def make(folder: Path) -> Path:
    """Make a workspace with a few sound files, all samples and all names; return their folder."""
    place = sound(folder)
    for samples in SAMPLES.values():
        for sample in samples:
            sample.make(place / sample.name)
    names(place)
    return place


def sound(folder: Path) -> Path:
    """Make a workspace of sound files; return the folder for what is not."""
    place = a_workspace(folder, PHRASES, SOUND) / PLACE
    place.mkdir(parents=True)
    return place


def names(place: Path) -> None:
    """Put a file of each odd name into a folder, as far as the file system takes it."""
    for number, name in enumerate(NAMES):
        try:
            (place / os.fsdecode(name)).write_text(f"Rencana kerja {number}", encoding="utf-8")
        except OSError as error:
            sys.stderr.write(f"{name!r}: {error}\n")


def empty(place: Path, count: int) -> None:
    """Put so many files without content into a folder of their own."""
    place = place / "kosong"
    place.mkdir()
    for number in range(count):
        (place / f"{number:06}.pdf").touch()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="a folder that is not there yet")
    parser.add_argument("--empty", type=int, default=0, help="so many empty files as well")
    given = parser.parse_args()
    given.folder.mkdir(parents=True)
    place = make(given.folder)
    if given.empty:
        empty(place, given.empty)


if __name__ == "__main__":
    main()
