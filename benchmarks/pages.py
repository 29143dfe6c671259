"""The least that the PDFs of a workspace can cost with pdfium and Pillow: text and pictures.

Two processes hash every PDF and take the text out of its pages; then they draw and pack the pages
that the saved report shows. Nothing is understood, judged, kept or written:

    python -m benchmarks.pages WORKSPACE
"""

import argparse
import ctypes
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from benchmarks.floor import read
from benchmarks.workspace import YEAR
from emonev.evidence.pictures.frame import as_webp

_BYTES_A_PIXEL = 4

Sizes = dict[int, tuple[int, int]]


def main() -> None:
    """Read the command line, read and draw everything and print one line of counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", type=Path)
    workspace = parser.parse_args().workspace
    files = sorted((workspace / "bukti").rglob("*.pdf"), key=lambda p: -p.stat().st_size)
    wanted = _wanted(workspace, files)
    with Pool(os.cpu_count()) as pool:
        found = sum(pool.imap_unordered(read, files))
        drawn = sum(pool.imap_unordered(_draw, wanted))
    print(json.dumps({"files": len(files), "found": found, "pictures": drawn}))


def _wanted(workspace: Path, files: list[Path]) -> list[tuple[Path, Sizes]]:
    """Return which pages the report shows, and how large."""
    saved = json.loads((workspace / "laporan" / f"{YEAR}-gambar.json").read_text("utf-8"))["files"]
    hashed = ((path, hashlib.sha256(path.read_bytes()).hexdigest()) for path in files)
    return [
        (path, {page["page"]: (page["width"], page["height"]) for page in saved[sha]})
        for path, sha in hashed
        if sha in saved
    ]


def _draw(wanted: tuple[Path, Sizes]) -> int:
    """Draw and pack the pages of one file; return how many."""
    path, sizes = wanted
    with _opened(path) as (pdfium, handle):
        for number, size in sizes.items():
            page = pdfium.FPDF_LoadPage(handle, number - 1)
            as_webp(_drawn(pdfium, page, size))
            pdfium.FPDF_ClosePage(page)
    return len(sizes)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Any, Any]]:
    import pypdfium2_raw as pdfium  # type: ignore[import-untyped] # ships no type information

    pdfium.FPDF_InitLibrary()
    data = path.read_bytes()
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    yield pdfium, handle
    pdfium.FPDF_CloseDocument(handle)


def _drawn(pdfium: Any, page: Any, size: tuple[int, int]) -> Any:
    from PIL import Image

    width, height = size
    stride = width * _BYTES_A_PIXEL
    canvas = ctypes.create_string_buffer(b"\xff" * (stride * height), stride * height)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, canvas, stride)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return Image.frombuffer("RGB", size, canvas.raw, "raw", "BGRX", stride, 1)


if __name__ == "__main__":
    main()
