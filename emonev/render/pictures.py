"""Small pictures put beside the proofs of a view, each once in the page and once to a criterion.

A picture that proves several criteria is drawn as the background of several elements, by one rule
of the page's style; so it weighs what it weighs once.
"""

import base64
from collections.abc import Iterator

from msgspec.structs import replace

from emonev.language import say
from emonev.model.assessment import Assessment, CriterionResult, StageResult
from emonev.model.finding import Finding, Proof
from emonev.model.pictures import Box, PagePicture, Pictures, key_of
from emonev.model.text import Language, Text
from emonev.render.criterion_shown import CriterionShown, FindingShown
from emonev.render.picture_shown import MarkShown, PictureShown
from emonev.render.view import StageShown, View

_PAGE = Text("Gambar kecil halaman {page}", "Small picture of page {page}")
_PAGE_MARKED = Text(
    "Gambar kecil halaman {page}, kutipan ditandai",
    "Small picture of page {page}, the quotation marked",
)
_PHOTO = Text("Gambar kecil foto", "Small picture of the photo")
_LEFT_OUT = Text(
    "{count} halaman bukti lain tidak digambar, agar laporan tidak terlalu besar.",
    "{count} more proof pages have no picture, so that the report does not grow too large.",
)
_PAGED = {"pdf", "tiff"}
_MOST_PIXELS = 2_000  # of a side; ours have a quarter of that
_MOST_BYTES = 2 * 1024**2  # of all pictures; a file that was made by others may hold more
_MOST_MARKS = 24
_WHOLE = 1_000


def with_pictures(view: View, assessment: Assessment, pictures: Pictures) -> View:
    """Return the view with pictures beside its proofs, and the style that draws them."""
    hanging = _Hanging(assessment, pictures, view.language)
    stages = tuple(map(hanging.stage, assessment.stages, view.stages))
    return replace(
        view,
        stages=stages,
        indicators=tuple(indicator for stage in stages for indicator in stage.indicators),
        picture_style=hanging.style(),
        pictures_left_out=_left_out(pictures, view.language),
    )


def _left_out(pictures: Pictures, language: Language) -> str:
    if pictures.left_out <= 0:
        return ""
    return say(_LEFT_OUT, count=pictures.left_out).in_language(language)


class _Hanging:
    """Hangs pictures beside proofs, and remembers which ones."""

    def __init__(self, assessment: Assessment, pictures: Pictures, language: Language) -> None:
        self._language = language
        self._contents = {file.path: (file.sha256, file.format) for file in assessment.evidence}
        self._pictures = dict(_sound(pictures))
        self._names: dict[tuple[str, int], str] = {}

    def stage(self, stage: StageResult, shown: StageShown) -> StageShown:
        indicators = tuple(
            replace(drawn, criteria=tuple(map(self._criterion, indicator.criteria, drawn.criteria)))
            for indicator, drawn in zip(stage.indicators, shown.indicators, strict=True)
        )
        return replace(shown, indicators=indicators)

    def style(self) -> str:
        """Return one rule for each picture that hangs somewhere."""
        return "\n".join(_rule(name, self._pictures[key]) for key, name in self._names.items())

    def _criterion(self, criterion: CriterionResult, shown: CriterionShown) -> CriterionShown:
        """Hang each page once to a criterion, at the first proof on it, with all that it proves marked."""
        pages: dict[tuple[str, int], list[Proof]] = {}
        for proof in (proof for found in criterion.findings for proof in found.proofs):
            if (key := self._key(proof)) in self._pictures:
                pages.setdefault(key, []).append(proof)
        if not pages:
            return shown
        findings = tuple(
            self._finding(found, drawn, pages)
            for found, drawn in zip(criterion.findings, shown.findings, strict=True)
        )
        return replace(shown, findings=findings)

    def _finding(
        self, finding: Finding, shown: FindingShown, pages: dict[tuple[str, int], list[Proof]]
    ) -> FindingShown:
        proofs = tuple(
            replace(drawn, picture=self._picture(key, proof, proven))
            if (proven := pages.pop(key := self._key(proof), None))
            else drawn
            for proof, drawn in zip(finding.proofs, shown.proofs, strict=True)
        )
        return replace(shown, proofs=proofs)

    def _key(self, proof: Proof) -> tuple[str, int]:
        content, _ = self._contents.get(proof.path, ("", ""))
        return content, proof.page or 1

    def _picture(self, key: tuple[str, int], at: Proof, proven: list[Proof]) -> PictureShown:
        picture = self._pictures[key]
        boxes = dict.fromkeys(
            box for proof in proven for box in picture.quotes.get(key_of(proof), ())
        )
        marks = tuple(_mark(box) for box in list(boxes)[:_MOST_MARKS] if _is_within(box))
        name = self._names.setdefault(key, f"gb{len(self._names) + 1}")
        return PictureShown(name=name, words=self._words(key, at, marked=bool(marks)), marks=marks)

    def _words(self, key: tuple[str, int], at: Proof, *, marked: bool) -> str:
        if self._contents[at.path][1] not in _PAGED:
            return _PHOTO.in_language(self._language)
        return say(_PAGE_MARKED if marked else _PAGE, page=key[1]).in_language(self._language)


def _sound(pictures: Pictures) -> Iterator[tuple[tuple[str, int], PagePicture]]:
    """Yield the pictures that a page may hold: they come from a file, which anybody may have made."""
    size = 0
    for content, pages in pictures.files.items():
        for picture in pages:
            size += len(picture.webp)
            if size <= _MOST_BYTES and _is_sound(picture):
                yield (content, picture.page), picture


def _is_sound(picture: PagePicture) -> bool:
    sides = picture.width, picture.height
    is_webp = picture.webp[:4] == b"RIFF" and picture.webp[8:12] == b"WEBP"
    return is_webp and all(0 < side <= _MOST_PIXELS for side in sides)


def _rule(name: str, picture: PagePicture) -> str:
    data = base64.b64encode(picture.webp).decode()
    return (
        f".{name} {{ --w: {picture.width}; --h: {picture.height}; "
        f"background-image: url(data:image/webp;base64,{data}); }}"
    )


def _is_within(box: Box) -> bool:
    return (
        min(box.left, box.top) >= 0
        and min(box.width, box.height) > 0
        and max(box.left + box.width, box.top + box.height) <= _WHOLE
    )


def _mark(box: Box) -> MarkShown:
    return MarkShown(
        x=_percent(box.left), y=_percent(box.top),
        width=_percent(box.width), height=_percent(box.height),
    )  # fmt: skip


def _percent(thousandths: int) -> str:
    whole, tenth = divmod(thousandths, 10)
    return f"{whole}.{tenth}" if tenth else str(whole)
