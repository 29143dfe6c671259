"""Small pictures for the assessments of these tests: coloured paper, drawn here."""

import io
from collections.abc import Iterator

from PIL import Image, ImageDraw

from emonev.model.assessment import Assessment
from emonev.model.finding import Proof
from emonev.model.pictures import Box, PagePicture, Pictures, key_of

BOX = Box(100, 150, 400, 20)


def a_picture(
    page: int = 1,
    size: tuple[int, int] = (320, 453),
    quotes: dict[str, tuple[Box, ...]] | None = None,
) -> PagePicture:
    """Return a page of lines; each number looks different."""
    image = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(image)
    for line in range(40, size[1] - 40, 20):
        pen.line((30, line, size[0] - 30 - 7 * (page % 13), line), fill="black", width=3)
    content = io.BytesIO()
    image.save(content, "WEBP", quality=20)
    return PagePicture(
        page=page, width=size[0], height=size[1], webp=content.getvalue(), quotes=quotes or {}
    )


def pictures_of(assessment: Assessment, *, left_out: int = 0) -> Pictures:
    """Return a picture of every page that a finding names, every quote on it marked."""
    contents = {file.path: file.sha256 for file in assessment.evidence if file.sha256}
    quotes: dict[str, dict[int, dict[str, tuple[Box, ...]]]] = {}
    for proof in _proofs(assessment):
        if proof.path in contents:
            pages = quotes.setdefault(contents[proof.path], {})
            pages.setdefault(proof.page or 1, {})[key_of(proof)] = (BOX,)
    files = {
        sha: tuple(a_picture(page, quotes=keys) for page, keys in sorted(pages.items()))
        for sha, pages in quotes.items()
    }
    return Pictures(files=files, left_out=left_out)


def _proofs(assessment: Assessment) -> Iterator[Proof]:
    for criterion in assessment.criteria():
        for found in criterion.findings:
            yield from found.proofs
