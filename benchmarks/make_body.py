"""Make the workspace of a body: evidence in the mix, the sizes and the formats of real ones.

    python -m benchmarks.make_body DIR --files 1000 --criteria 100

Of 1,000 files: 420 typed PDFs, 160 scans, 110 DOCX, 80 XLSX, 20 PPTX, 20 ODT, 50 saved pages,
120 photographs, 15 exact copies and 5 PDFs saved once more.
"""

import argparse
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.documents import (
    Document,
    write_docx,
    write_html,
    write_odt,
    write_pdf,
    write_pptx,
    write_xlsx,
)
from benchmarks.pictures import Pictures
from benchmarks.prose import Prose, topic
from benchmarks.workspace import BODY_CHECKS, lay_out

MIX = {
    "pdf": 420,
    "scan": 160,
    "photo": 120,
    "docx": 110,
    "xlsx": 80,
    "html": 50,
    "pptx": 20,
    "odt": 20,
    "copy": 15,
    "resaved": 5,
}


def make_body(
    folder: Path, files: int = 1_000, criteria: int = 100, seed: int = 2024, scan_pages: int = 2
) -> None:
    """Write the workspace; one criterion in twelve has no evidence, one in seven the wrong one.

    `scan_pages` is the median of the scans' pages, at 0.4 MB a page: they make the bytes.
    """
    prose = Prose(seed)
    places = lay_out(folder, criteria, BODY_CHECKS)
    pictures = Pictures(prose)
    filled = [index for index in range(criteria) if index % 12 != 11] or [0]
    wrong = {index for index in filled if index % 7 == 6}
    made: list[Path] = []
    for number, kind in enumerate(_kinds(files, prose)):
        index = prose.chance.choice(filled)
        asked = index if index not in wrong else prose.chance.randrange(criteria)
        stem = places[index] / f"{number:04d} {topic(asked)}"
        made.append(
            _write(kind, stem, _Wanted(prose, pictures, topic(asked), number, scan_pages), made)
        )


class _Wanted:
    """What goes into one file."""

    def __init__(
        self, prose: Prose, pictures: Pictures, asked: str, number: int, scan_pages: int
    ) -> None:
        self.scan_pages = scan_pages
        self.chance, self.pictures, self.number = prose.chance, pictures, number
        self._prose, self._asked = prose, asked

    def document(self, characters: int = 0) -> Document:
        return Document(self._prose, self._asked, characters)

    def several(self, median: int, most: int) -> int:
        """Return a count as counts of pages are: mostly few, sometimes very many."""
        return max(1, min(most, round(median * self.chance.lognormvariate(0, 1))))


def _kinds(files: int, prose: Prose) -> Iterator[str]:
    """Return the kinds of all files, shuffled; copies come last, when there is what to copy."""
    whole = sum(MIX.values())
    kinds = [kind for kind, of_whole in MIX.items() for _ in range(files * of_whole // whole)]
    kinds += ["pdf"] * (files - len(kinds))
    later = [kind for kind in kinds if kind in {"copy", "resaved"}]
    first = [kind for kind in kinds if kind not in {"copy", "resaved"}]
    prose.chance.shuffle(first)
    return iter(first + later)


def _write(kind: str, stem: Path, wanted: _Wanted, made: list[Path]) -> Path:
    if kind in {"copy", "resaved"}:
        return _again(kind, stem, wanted, made)
    suffix, write = _WRITERS[kind]
    path = stem.with_name(f"{stem.name}.{suffix}")
    write(path, wanted)
    return path


def _again(kind: str, stem: Path, wanted: _Wanted, made: list[Path]) -> Path:
    typed = [path for path in made if path.suffix == ".pdf" and path.stat().st_size < 200_000]
    source = wanted.chance.choice(made if kind == "copy" else typed)
    path = stem.with_name(f"{stem.name}{source.suffix}")
    if kind == "copy":
        shutil.copyfile(source, path)
        return path
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=str(source))
    writer.add_metadata({"/Producer": "Penyimpan ulang"})
    writer.write(str(path))
    return path


Writer = Callable[[Path, _Wanted], object]
_WRITERS: dict[str, tuple[str, Writer]] = {
    "pdf": ("pdf", lambda path, w: write_pdf(path, w.document(), w.several(8, 100))),
    "scan": (
        "pdf",
        lambda path, w: path.write_bytes(
            w.pictures.scan(w.several(w.scan_pages, 15 * w.scan_pages), w.number)
        ),
    ),
    "photo": ("jpg", lambda path, w: path.write_bytes(w.pictures.photo(w.number))),
    "docx": ("docx", lambda path, w: write_docx(path, w.document(w.several(30_000, 400_000)))),
    "xlsx": ("xlsx", lambda path, w: write_xlsx(path, w.document(), w.several(1_200, 12_000))),
    "html": ("html", lambda path, w: write_html(path, w.document(w.several(6_000, 60_000)))),
    "pptx": ("pptx", lambda path, w: write_pptx(path, w.document(), w.several(12, 40))),
    "odt": ("odt", lambda path, w: write_odt(path, w.document(w.several(20_000, 200_000)))),
}


def main() -> None:
    """Read the command line and make the workspace."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=1_000)
    parser.add_argument("--criteria", type=int, default=100)
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--scan-pages", type=int, default=2, help="median pages of a scan")
    given = parser.parse_args()
    make_body(given.folder, given.files, given.criteria, given.seed, given.scan_pages)


if __name__ == "__main__":
    main()
