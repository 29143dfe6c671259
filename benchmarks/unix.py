"""What a Unix expert would type to look through a folder of PDFs: text, hashes, and a search."""

import shutil
from pathlib import Path

from benchmarks.measure import Run, measure

_SCRIPT = r"""
cd "$1" || exit 2
find . -type f -iname '*.pdf' -print0 | xargs -0 -n1 -P2 pdftotext 2>/dev/null
find . -type f -iname '*.pdf' -print0 | xargs -0 sha256sum > sums
find . -type f -name '*.txt' -print0 | xargs -0 grep -icE 'ditetapkan di|sekretariat daerah|jangka waktu' > hits
wc -l < hits
"""


def unix_run(documents: Path, work: Path) -> Run:
    """Return the measured pipeline over a copy of the documents' PDFs; texts lie beside them."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for number, path in enumerate(pdfs_in(documents)):
        shutil.copyfile(path, work / f"{number:03d} {path.name}")
    return measure(("sh", "-c", _SCRIPT, "sh", str(work)))


def pdfs_in(documents: Path) -> list[Path]:
    return sorted(p for p in documents.rglob("*") if p.is_file() and p.suffix.lower() == ".pdf")
