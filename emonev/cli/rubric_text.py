"""Rubrics as the terminal and other programs see them."""

import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from emonev.cli.complaint import printable
from emonev.errors import EmonevError
from emonev.language import number, say, size
from emonev.load.schema import answers_schema, rubric_schema, workspace_schema
from emonev.model.exact import encode
from emonev.model.rubric import Criterion, Indicator, Rubric, Stage
from emonev.model.text import Language, Text

WIDTH = 80

_SCHEMAS = {"rubric": rubric_schema, "workspace": workspace_schema, "answers": answers_schema}
_STATUS = {
    "official": Text("resmi", "official"),
    "adapted": Text("disesuaikan", "adapted"),
    "internal": Text("internal", "internal"),
}
_NONE = Text("Tidak ada rubrik bawaan.", "There are no shipped rubrics.")
_HEADS = (
    Text("Id", "Id"),
    Text("Tahun", "Year"),
    Text("Kategori", "Category"),
    Text("Status", "Status"),
    Text("Kriteria", "Criteria"),
)
_CRITERIA = Text("{count} kriteria", "{count} criteria")
_WEIGHT = Text("bobot {weight}", "weight {weight}")
_ENTERED = Text(
    "Nilainya diketik orang di jawaban/{year}.yaml.",
    "A person types its value into jawaban/{year}.yaml.",
)
_BANDS = Text("Kualifikasi: {bands}", "Qualifications: {bands}")
_BAND = Text("{label} mulai {bound}", "{label} from {bound}")
_PORTAL = Text(
    "Portal: {formats}, paling besar {limit} setiap berkas",
    "Portal: {formats}, at most {limit} each file",
)
_UNKNOWN_KIND = Text("tidak ada skema “{kind}”", "there is no schema “{kind}”")
_KINDS = Text("Yang ada: {kinds}.", "There is: {kinds}.")
_CHECKED = Text(
    "{files} berkas diperiksa: {errors} kesalahan, {warnings} peringatan.",
    "{files} files checked: {errors} mistakes, {warnings} warnings.",
)


def list_text(rubrics: Sequence[Rubric], language: Language) -> str:
    """Return a table of rubrics; each title stands below its row, whole."""
    if not rubrics:
        return _NONE.in_language(language)
    rows = [tuple(head.in_language(language) for head in _HEADS)]
    rows += [_row(rubric, language) for rubric in rubrics]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [_aligned(rows[0], widths)]
    for rubric, row in zip(rubrics, rows[1:], strict=True):
        lines.append(_aligned(row, widths))
        lines += _wrapped(rubric.title.in_language(language), "    ")
    return printable("\n".join(lines))


def list_json(rubrics: Sequence[Rubric]) -> str:
    """Return the same as JSON."""
    return _json(
        [
            {
                "id": rubric.id,
                "title": {"id": rubric.title.id, "en": rubric.title.en},
                "year": rubric.year,
                "category": rubric.category,
                "status": rubric.status,
                "criteria": sum(1 for _ in rubric.criteria()),
                "sha256": rubric.sha256,
            }
            for rubric in rubrics
        ]
    )


def rubric_text(rubric: Rubric, language: Language) -> str:
    """Return a rubric's levels with their weights."""
    lines = [
        *_wrapped(rubric.title.in_language(language), ""),
        *_wrapped(_about(rubric, language), ""),
    ]
    lines += _wrapped(_bands(rubric, language), "") + _wrapped(_portal(rubric, language), "")
    if rubric.note:
        lines += _wrapped(rubric.note.in_language(language), "")
    for stage in rubric.stages:
        lines += ["", *_stage_lines(stage, rubric, language)]
    return printable("\n".join(lines))


def rubric_json(rubric: Rubric) -> str:
    """Return a whole rubric as JSON; exact numbers are text."""
    built: dict[str, Any] = msgspec.to_builtins(rubric, enc_hook=encode)
    built.pop("origin")  # a path of this machine
    return _json(built)


def schema_text(kind: str) -> str:
    """Return a JSON Schema as it is published in criteria/."""
    make = _SCHEMAS.get(kind)
    if make is None:
        told = say(_UNKNOWN_KIND, kind=kind)
        raise EmonevError("schema-unknown", told, say(_KINDS, kinds=", ".join(_SCHEMAS)))
    return _json(make()) + "\n"


def lint_summary(files: int, errors: int, warnings: int, language: Language) -> str:
    """Return the last line of a lint."""
    told = say(_CHECKED, files=files, errors=errors, warnings=warnings)
    return told.in_language(language)


def _row(rubric: Rubric, language: Language) -> tuple[str, ...]:
    count = sum(1 for _ in rubric.criteria())
    status = _STATUS[rubric.status].in_language(language)
    return rubric.id, str(rubric.year), rubric.category, status, str(count)


def _aligned(row: tuple[str, ...], widths: Sequence[int]) -> str:
    return "  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip()


def _about(rubric: Rubric, language: Language) -> str:
    count = say(_CRITERIA, count=sum(1 for _ in rubric.criteria()))
    status = _STATUS[rubric.status].in_language(language)
    words = (rubric.id, rubric.authority, rubric.category, str(rubric.year), status)
    return " · ".join((*words, count.in_language(language)))


def _bands(rubric: Rubric, language: Language) -> str:
    bands = (say(_BAND, label=band.label, bound=band.from_) for band in rubric.bands)
    listed = "; ".join(band.in_language(language) for band in bands)
    return say(_BANDS, bands=listed).in_language(language)


def _portal(rubric: Rubric, language: Language) -> str:
    formats = ", ".join(name.upper() for name in rubric.portal.formats)
    limit = size(rubric.portal.max_bytes, language)
    return say(_PORTAL, formats=formats, limit=limit).in_language(language)


def _stage_lines(stage: Stage, rubric: Rubric, language: Language) -> Iterator[str]:
    yield from _wrapped(_titled(stage, language), "")
    if stage.entered:
        yield from _wrapped(say(_ENTERED, year=f"{rubric.year}").in_language(language), "  ")
    for indicator in stage.indicators:
        yield ""
        yield from _wrapped(_titled(indicator, language), "  ")
        ids = max((len(criterion.id) for criterion in indicator.criteria), default=0)
        weights = [number(c.weight, language, 4) for c in indicator.criteria]
        room = max(map(len, weights), default=0)
        for criterion, weight in zip(indicator.criteria, weights, strict=True):
            yield from _criterion_lines(criterion, weight.rjust(room), ids, language)


def _titled(part: Stage | Indicator, language: Language) -> str:
    weight = say(_WEIGHT, weight=part.weight).in_language(language)
    return f"{part.title.in_language(language)} ({weight})"


def _criterion_lines(
    criterion: Criterion, weight: str, id_width: int, language: Language
) -> list[str]:
    head = f"    {criterion.id.ljust(id_width)}  {weight}  "
    question = " ".join(criterion.text.in_language(language).split())
    room = max(WIDTH - len(head), 20)
    first, *rest = textwrap.wrap(question, room, break_on_hyphens=False) or [""]
    return [head + first, *(" " * len(head) + line for line in rest)]


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
