"""The picture of one page, in grey: rendered from a PDF, or decoded from an image file."""

import ctypes
import hashlib
import math
import warnings
from pathlib import Path

from msgspec import Struct
from PIL import Image, ImageOps, UnidentifiedImageError

from emonev.evidence.limits import Limits
from emonev.evidence.readers import image as pictures
from emonev.evidence.readers import problems
from emonev.evidence.readers.problems import CannotReadError, cannot
from emonev.language import say
from emonev.model.facts import Problem
from emonev.model.text import Text

DPI = 200  # docs/ocr.md: more costs time and gains nothing, less loses small type
MOST_PIXELS = 16_000_000  # an A2 sheet at DPI; larger ones are rendered at less
_A4_POINTS = 842.0
_A4_PIXELS = round(8.27 * 11.69 * DPI**2)
_LEAST_SIDE = 24  # a picture below that has no room for a line of type
_SMALL, _MOST_ENLARGED = 1_600, 3  # pixels of the long side; type on smaller pictures is too small
_WHITE = 0xFFFFFFFF
_OBJECTS = 20  # looked at for the picture that makes up a scanned page

_NO_PAGE = Text(
    "Halaman {page} tidak dapat digambar untuk dibaca dengan OCR; pindai ulang halaman itu.",
    "Page {page} could not be drawn to be read by OCR; scan it again.",
)


class GreyPage(Struct, frozen=True):
    """A page in shades of grey, with how many pixels make a point of its type."""

    image: Image.Image
    per_point: float

    def digest(self) -> str:
        """Return the SHA-256 of the pixels and their arrangement."""
        digest = hashlib.sha256(repr((self.image.size, round(self.per_point, 3))).encode())
        digest.update(self.image.tobytes())
        return digest.hexdigest()


def picture_of(path: Path, format_: str, page: int, limits: Limits, dpi: int = DPI) -> GreyPage:
    """Return the picture of a page, counted from 0; raises CannotReadError."""
    if path.stat().st_size > limits.bytes:
        raise problems.too_many_bytes(limits.bytes)
    if format_ == "pdf":
        return _rendered(path.read_bytes(), page, dpi)
    return _decoded(path, page, limits)


def _rendered(data: bytes, page: int, dpi: int) -> GreyPage:
    # Here, because pictures need no pdfium.
    from emonev.evidence.readers.pdf_document import opened

    with opened(data) as handle:
        if isinstance(handle, Problem):
            raise CannotReadError(handle)
        return _drawn(handle, page, dpi)


def _drawn(handle: object, index: int, dpi: int) -> GreyPage:
    import pypdfium2_raw as pdfium  # type: ignore[import-untyped] # ships no type information

    page = pdfium.FPDF_LoadPage(handle, index)
    if not page:
        raise cannot("damaged", say(_NO_PAGE, page=index + 1))
    try:
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        per_point = _scale(width, height, _pixels_inside(page), dpi)
        size = max(1, round(width * per_point)), max(1, round(height * per_point))
        return GreyPage(_bitmap_of(page, size), per_point)
    finally:
        pdfium.FPDF_ClosePage(page)


def _scale(width: float, height: float, inside: int, dpi: int) -> float:
    """Return how many pixels to draw for a point.

    Some scanners write pages in odd units, so that a whole sheet measures two inches: then the
    pixels of the picture inside say how large it must be drawn, up to an A4 sheet's.
    """
    points = max(width * height, 1e-6)
    wanted = points * (dpi / 72) ** 2
    wanted = max(wanted, min(inside, _A4_PIXELS))
    return math.sqrt(min(wanted, MOST_PIXELS) / points)


def _pixels_inside(page: object) -> int:
    """Return the number of pixels of the largest picture among the first objects of a page."""
    import pypdfium2_raw as pdfium

    width, height = ctypes.c_uint(), ctypes.c_uint()
    most = 0
    for place in range(min(max(0, pdfium.FPDFPage_CountObjects(page)), _OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page, place)
        if pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_IMAGE and (
            pdfium.FPDFImageObj_GetImagePixelSize(thing, width, height)
        ):
            most = max(most, width.value * height.value)
    return most


def _bitmap_of(page: object, size: tuple[int, int]) -> Image.Image:
    import pypdfium2_raw as pdfium

    width, height = size
    buffer = ctypes.create_string_buffer(width * height)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, buffer, width)
    if not bitmap:
        raise MemoryError
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        # Annotations too: stamps and filled fields are part of what a person sees.
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Image.frombytes("L", size, buffer.raw)


def _decoded(path: Path, frame: int, limits: Limits) -> GreyPage:
    try:
        with warnings.catch_warnings():
            # Pillow warns of damaged EXIF and of large pictures; both are dealt with here.
            warnings.simplefilter("ignore")
            return _grey_frame(path, frame, limits)
    except UnidentifiedImageError as error:
        raise cannot("damaged", problems.DAMAGED) from error
    except pictures.BROKEN as error:
        if isinstance(error, PermissionError | FileNotFoundError):
            raise
        raise cannot("damaged", problems.DAMAGED) from error


def _grey_frame(path: Path, frame: int, limits: Limits) -> GreyPage:
    Image.MAX_IMAGE_PIXELS = None  # the limit is ours, and is asked before anything is decoded
    with Image.open(path, formats=pictures.FORMATS) as image:
        if frame:
            image.seek(frame)
        if image.width * image.height > limits.pixels:
            raise problems.too_many_pixels(image.width, image.height, limits.pixels)
        size = _good_size(image.size)
        if image.format in {"JPEG", "MPO"} and image.width > size[0]:
            image.draft("L", size)  # decodes at a half, a quarter or an eighth
        upright = ImageOps.exif_transpose(pictures.on_white(image, "L"))
    if upright.width * upright.height != size[0] * size[1]:
        turned = (upright.width > upright.height) != (size[0] > size[1])
        upright = upright.resize(size[::-1] if turned else size, Image.Resampling.LANCZOS)
    # A picture does not say how large it is printed: taken for a sheet of A4.
    return GreyPage(upright, max(upright.size) / _A4_POINTS)


def _good_size(size: tuple[int, int]) -> tuple[int, int]:
    """Return the size at which a picture is read: small ones larger, large ones smaller."""
    width, height = size
    scale = min(1.0, math.sqrt(MOST_PIXELS / (width * height)))
    if _LEAST_SIDE <= max(size) < _SMALL:
        scale = min(_MOST_ENLARGED, _SMALL / max(size))
    return max(1, round(width * scale)), max(1, round(height * scale))
