"""RapidOCR: neural networks inside its wheel; for machines without Tesseract, and a second look."""

import os
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from PIL import Image

from emonev.evidence.ocr.engine import Engine
from emonev.evidence.ocr.layout import Box, SeenWord
from emonev.evidence.readers.problems import cannot
from emonev.language import say
from emonev.model.text import Text

_LEAST_SIDE = 8  # pixels; its filters need some room
_MARGIN = 0.1  # of its boxes' height, above and below the letters
_TOO_SURE = 10  # times as much doubt as it admits
_LEAST_LENGTH = 5  # characters of a word in the mean; in Indonesian offices it is 6.6
_BLOCK_GAP = 1.0  # line heights between two blocks
# Pixels of the long side at which it looks for type. Larger takes longer and finds no more: at its
# own 2,000 a quarter more time, and the same words; type of 5 points is lost from 1,280 down.
_READ_AT, _LOOK_AT = 1_600, 1_280
_MOST_SIDE = 3_200  # pixels; what is larger it shrinks before all else
_FOREIGN = re.compile(
    r"[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]+"
)  # its networks know Chinese, too
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")

_NOT_LOADED = Text(
    "RapidOCR tidak dapat dimuat ({cause}); pasang ulang dengan pip install 'emonev[ocr]'.",
    "RapidOCR could not be loaded ({cause}); install it again with pip install 'emonev[ocr]'.",
)


def words_of(engine: Engine, image: Image.Image, dpi: int, seconds: float) -> list[SeenWord]:  # noqa: ARG001 - asked like Tesseract, but it needs no resolution and cannot be stopped; the supervisor bounds it
    """Return the runs of words of an upright page in reading order."""
    if min(image.size) < _LEAST_SIDE:
        return []
    reader, numpy = _loaded(_READ_AT)
    seen = reader(numpy.asarray(image.convert("RGB")), return_word_box=True)
    if seen.boxes is None or seen.txts is None or seen.scores is None:
        return []
    runs = [
        (_around(corners.tolist()), text, _honest(float(score)))
        for corners, text, score in zip(seen.boxes, _spaced(seen), seen.scores, strict=True)
        if text
    ]
    return list(in_order(runs))


def boxes_of(image: Image.Image) -> list[Box]:
    """Return where an upright page has type, unread: that takes an eighth of the time."""
    if min(image.size) < _LEAST_SIDE:
        return []
    reader, numpy = _loaded(_LOOK_AT)
    seen = reader(numpy.asarray(image.convert("RGB")), use_rec=False)
    return [] if seen.boxes is None else [_around(corners.tolist()) for corners in seen.boxes]


def _honest(score: float) -> float:
    """Return a confidence that means what Tesseract's means.

    RapidOCR gives .97 to bad copies of which it gets every tenth word wrong, and .93 where a
    third is lost (docs/ocr.md).
    """
    return max(0.0, 100.0 - _TOO_SURE * (100.0 - 100.0 * score))


def _spaced(seen: Any) -> list[str]:
    """Return the runs with the spaces that the engine sees in the picture, and not in the text."""
    texts = [" ".join(_FOREIGN.sub(" ", text).split()) for text in seen.txts]
    if len(seen.word_results) != len(texts):
        return texts
    return [
        spaced(text, [word for word, *_ in words])
        for text, words in zip(texts, seen.word_results, strict=True)
    ]


def spaced(text: str, words: Sequence[str]) -> str:
    """Return the words, unless they are crumbs: of wide type the engine sees a space everywhere."""
    told = " ".join(" ".join(words).split())
    same = told.replace(" ", "") == text.replace(" ", "")
    parts = told.split()
    if not same or len(parts) <= len(text.split()):
        return text
    return told if sum(map(len, parts)) >= _LEAST_LENGTH * len(parts) else text


@cache
def _loaded(side: int) -> tuple[Any, Any]:
    """Return a reader, kept for the next page, and numpy; it takes a second and 80 MB."""
    for variable in _ONE_THREAD:  # workers share the cores already
        os.environ.setdefault(variable, "1")
    try:
        import numpy
        from rapidocr import RapidOCR
    except ImportError as error:
        raise cannot("unreadable", say(_NOT_LOADED, cause=str(error.name))) from error
    threads = "EngineConfig.onnxruntime"
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.text_score": 0.0,  # what is doubtful is kept, with its confidence
            "Global.use_cls": False,  # the page stands upright
            "Global.max_side_len": _MOST_SIDE,
            "Det.limit_type": "max",
            "Det.limit_side_len": side,
            f"{threads}.intra_op_num_threads": 1,
            f"{threads}.inter_op_num_threads": 1,
        }
    ), numpy


def _around(corners: Sequence[Sequence[float]]) -> Box:
    """Return a box drawn as closely around the letters as Tesseract's."""
    across, down = zip(*corners, strict=True)
    top, bottom = min(down), max(down)
    margin = _MARGIN * (bottom - top)
    return Box(min(across), top + margin, max(across), bottom - margin)


def in_order(runs: Iterable[tuple[Box, str, float]]) -> Iterable[SeenWord]:
    """Yield runs line by line from the top; those that stand side by side make one line."""
    lines = _lines(sorted(runs, key=lambda run: (run[0].top + run[0].bottom, run[0].left)))
    block, below = 0, None
    for number, line in enumerate(lines):
        top = min(box.top for box, _, _ in line)
        bottom = max(box.bottom for box, _, _ in line)
        if below is not None and top - below > _BLOCK_GAP * (bottom - top):
            block += 1
        below = bottom
        for box, text, confidence in sorted(line, key=lambda run: run[0].left):
            yield SeenWord(text, confidence, box, block, number)


def _lines(runs: Iterable[tuple[Box, str, float]]) -> list[list[tuple[Box, str, float]]]:
    lines: list[list[tuple[Box, str, float]]] = []
    for run in runs:
        if lines and _beside(lines[-1][0][0], run[0]):
            lines[-1].append(run)
        else:
            lines.append([run])
    return lines


def _beside(one: Box, other: Box) -> bool:
    """Say whether two boxes stand on one line: they share more than half of the lower one's height."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.height, other.height)
