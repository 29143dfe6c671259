"""What the tests of small pictures share: drawing a file, and looking at what came of it."""

import io
from pathlib import Path

import msgspec
from PIL import Image

from emonev.evidence.limits import Limits
from emonev.evidence.pictures.draw import draw_pages
from emonev.evidence.pictures.messages import Asked, Drawn, Quote

LIMITS = Limits()


def drawn(path: Path, kind: str, *asked: Asked, limits: Limits = LIMITS) -> tuple[Drawn, ...]:
    """Return the pages of a file as a worker draws them; the first where none is asked for."""
    request = msgspec.msgpack.encode(asked or (Asked(1),))
    facts, pages = draw_pages(path, kind, limits, request)
    assert facts.problem is None
    return pages.pages


def drawn_pdf(folder: Path, content: bytes, *asked: Asked) -> tuple[Drawn, ...]:
    path = folder / "x.pdf"
    path.write_bytes(content)
    return drawn(path, "pdf", *asked)


def asking(page: int, *quotes: str) -> Asked:
    return Asked(page, tuple(Quote(words) for words in quotes))


def shown(page: Drawn) -> Image.Image:
    """Return the picture as a browser sees it."""
    image = Image.open(io.BytesIO(page.webp))
    assert image.format == "WEBP"
    assert image.size == (page.width, page.height)
    return image.convert("RGB")


def darkness(image: Image.Image, left: int, top: int, right: int, bottom: int) -> float:
    """Return the mean darkness, 0 to 255, of a part of a picture that is given in thousandths."""
    across, down = image.width / 1000, image.height / 1000
    box = (round(left * across), round(top * down), round(right * across), round(bottom * down))
    part = image.crop(box).convert("L")
    shades = part.histogram()
    return sum((255 - shade) * count for shade, count in enumerate(shades)) / sum(shades)
