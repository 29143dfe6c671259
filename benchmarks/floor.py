"""The least that reading can cost with the fastest libraries that we know of: the floor.

Two processes take the text out of every PDF page (pdfium), every cell out of every workbook
(calamine), the XML out of every DOCX, PPTX and ODT (zlib; nothing is parsed), and hash every
byte. Nothing is understood, judged, kept or written. What is slower than this by less than it
understands is as fast as these libraries allow:

    python -m benchmarks.floor WORKSPACE
"""

import argparse
import ctypes
import hashlib
import json
import os
import zipfile
from collections.abc import Callable
from multiprocessing import Pool
from pathlib import Path


def pdf(path: Path) -> int:
    """Return how many characters stand on the pages."""
    import pypdfium2.raw as pdfium

    pdfium.FPDF_InitLibrary()
    data = path.read_bytes()
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle:
        return 0
    characters = sum(
        _page(pdfium, handle, index) for index in range(pdfium.FPDF_GetPageCount(handle))
    )
    pdfium.FPDF_CloseDocument(handle)
    return characters


def _page(pdfium: object, handle: object, index: int) -> int:
    page = pdfium.FPDF_LoadPage(handle, index)  # type: ignore[attr-defined] # a module of C functions
    if not page:
        return 0
    text = pdfium.FPDFText_LoadPage(page)  # type: ignore[attr-defined] # as above
    count = int(pdfium.FPDFText_CountChars(text))  # type: ignore[attr-defined] # as above
    pdfium.FPDFText_GetText(text, 0, count, (ctypes.c_ushort * (count + 1))())  # type: ignore[attr-defined] # as above
    pdfium.FPDFText_ClosePage(text)  # type: ignore[attr-defined] # as above
    pdfium.FPDF_ClosePage(page)  # type: ignore[attr-defined] # as above
    return count


def workbook(path: Path) -> int:
    import python_calamine

    book = python_calamine.load_workbook(str(path))
    return sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)


def zipped(path: Path) -> int:
    with zipfile.ZipFile(path) as package:
        return sum(len(package.read(n)) for n in package.namelist() if n.endswith(".xml"))


READERS: dict[str, Callable[[Path], int]] = {
    ".pdf": pdf,
    ".xlsx": workbook,
    ".docx": zipped,
    ".pptx": zipped,
    ".odt": zipped,
}


def read(path: Path) -> int:
    """Hash one file and take out what its library finds; a file that is broken gives nothing."""
    hashlib.sha256(path.read_bytes()).digest()
    reader = READERS.get(path.suffix.lower())
    try:
        return reader(path) if reader else 0
    except Exception:  # noqa: BLE001 - one bad file must not end the run
        return 0


def main() -> None:
    """Read the command line, read everything and print one line of counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", type=Path)
    evidence = parser.parse_args().workspace / "bukti"
    files = sorted((p for p in evidence.rglob("*") if p.is_file()), key=lambda p: -p.stat().st_size)
    with Pool(os.cpu_count()) as pool:
        found = sum(pool.imap_unordered(read, files))
    print(json.dumps({"files": len(files), "found": found}))


if __name__ == "__main__":
    main()
