"""Pages of a PDF as small pictures, and where on them the words of a proof stand."""

import ctypes
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped] # ships no type information
from PIL import Image

from emonev.evidence.limits import Limits
from emonev.evidence.pictures.frame import Frame, as_webp, frame_of
from emonev.evidence.pictures.messages import Asked, Drawn
from emonev.evidence.pictures.places import places_of
from emonev.evidence.readers import pdf_document as document
from emonev.model.facts import Problem

_SECONDS = 3.0  # of computing for one page, between two of its objects
_BYTES_A_PIXEL = 4


def draw_pdf(path: Path, asked: tuple[Asked, ...], limits: Limits) -> list[Drawn]:
    """Return the pages that can be drawn in time."""
    if path.stat().st_size > limits.bytes:
        return []
    with document.opened(path.read_bytes()) as handle:
        if isinstance(handle, Problem):
            return []
        with _fields_of(handle) as fields:
            drawn = [_draw_one(handle, fields, each) for each in asked]
        return [page for page in drawn if page is not None]


@contextmanager
def _fields_of(handle: document.Handle) -> Iterator[document.Handle]:
    """Open what draws form fields, visible signatures among them: annotations are drawn without."""
    settings = pdfium.FPDF_FORMFILLINFO(version=2)  # must live as long as the fields
    fields = pdfium.FPDFDOC_InitFormFillEnvironment(handle, settings)
    try:
        yield fields
    finally:
        if fields:
            pdfium.FPDFDOC_ExitFormFillEnvironment(fields)


def _draw_one(handle: document.Handle, fields: document.Handle, asked: Asked) -> Drawn | None:
    page = pdfium.FPDF_LoadPage(handle, asked.page - 1)
    if not page:
        return None
    try:
        size = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        frame = frame_of(*size, enlarge=True)
        image = _rendered(page, fields, frame) if frame else None
        if frame is None or image is None:
            return None
        places = places_of(page, asked.quotes, frame)
        return Drawn(asked.page, frame.width, frame.height, as_webp(image), places)
    finally:
        pdfium.FPDF_ClosePage(page)


def _rendered(page: document.Handle, fields: document.Handle, frame: Frame) -> Image.Image | None:
    """Return the page on white, with stamps and signatures; None where it takes too long."""
    stride = frame.width * _BYTES_A_PIXEL
    canvas = ctypes.create_string_buffer(b"\xff" * (stride * frame.height), stride * frame.height)
    bitmap = pdfium.FPDFBitmap_CreateEx(
        frame.width, frame.height, pdfium.FPDFBitmap_BGRx, canvas, stride
    )
    if not bitmap:
        return None
    try:
        where = (0, 0, frame.full_width, frame.full_height, 0)
        done = pdfium.FPDF_RenderPageBitmap_Start(bitmap, page, *where, pdfium.FPDF_ANNOT, _pause())
        pdfium.FPDF_RenderPage_Close(page)
        if fields and pdfium.FPDFPage_GetAnnotCount(page) > 0:
            pdfium.FPDF_FFLDraw(fields, bitmap, page, *where, pdfium.FPDF_ANNOT)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    if done != pdfium.FPDF_RENDER_DONE:
        return None
    size = frame.width, frame.height
    return Image.frombuffer("RGB", size, canvas.raw, "raw", "BGRX", stride, 1)


def _pause() -> Any:
    """Return what pdfium asks between two objects of a page: whether to stop here."""
    end = time.process_time() + _SECONDS
    pause = pdfium.IFSDK_PAUSE(version=1)
    answer = type(pause.NeedToPauseNow)
    pause.NeedToPauseNow = answer(lambda _: int(time.process_time() > end))
    return pause
