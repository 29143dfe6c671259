"""A rubric named by its year and category, as people speak of it: "the questionnaire of 2024"."""

import re
from collections.abc import Iterator
from pathlib import Path

from emonev.errors import EmonevError
from emonev.language import say
from emonev.load.faults import shown
from emonev.load.rubric import find_rubric, load_rubric, shipped_rubrics
from emonev.model.rubric import Rubric
from emonev.model.text import Text

DEFAULT_CATEGORY = "kabupaten-kota"

_YEAR = re.compile(r"20[0-9]{2}")
_NONE = Text(
    "tidak ada rubrik bawaan kategori “{category}” untuk tahun {year}",
    "there is no shipped rubric of the category “{category}” for {year}",
)
_SEVERAL = Text(
    "ada beberapa rubrik kategori “{category}” untuk tahun {year}",
    "there are several rubrics of the category “{category}” for {year}",
)
_THERE_IS = Text("Yang ada: {ids}.", "There is: {ids}.")
_NAME_ONE = Text("Sebut salah satunya: {ids}.", "Name one of them: {ids}.")


def rubric_of(reference: str, base: Path, category: str = DEFAULT_CATEGORY) -> Rubric:
    """Return a rubric by its id, its file, or its year; the category counts for years only."""
    if not _YEAR.fullmatch(reference):
        return load_rubric(find_rubric(reference, base))
    fitting = [each for each in _shipped(reference) if each.category == category]
    if len(fitting) == 1:
        return fitting[0]
    told = {"category": shown(category), "year": reference}
    if fitting:
        mend = say(_NAME_ONE, ids=", ".join(each.id for each in fitting))
        raise EmonevError("rubric-ambiguous", say(_SEVERAL, **told), mend)
    mend = say(_THERE_IS, ids=", ".join(path.stem for path in shipped_rubrics()))
    raise EmonevError("rubric-unknown", say(_NONE, **told), mend)


def _shipped(year: str) -> Iterator[Rubric]:
    """Yield the shipped rubrics of a year; those that do not mention it are not even read."""
    for path in shipped_rubrics():
        if f"year: {year}" in path.read_text(encoding="utf-8"):
            rubric = load_rubric(path)
            if rubric.year == int(year):
                yield rubric
