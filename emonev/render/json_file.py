"""The saved result: an assessment as JSON, and the schema that describes it."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import msgspec
from msgspec import Struct

from emonev.model.assessment import SCHEMA, Assessment
from emonev.model.exact import encode
from emonev.model.pictures import PICTURES_SCHEMA, Pictures

_EXACT_NUMBER = {
    "type": "string",
    "pattern": "^-?[0-9]+(\\.[0-9]+|/[1-9][0-9]*)?$",
    "description": "An exact number: a decimal, or a fraction where no decimal is exact.",
}


def to_json(assessment: Assessment) -> bytes:
    """Return the assessment as indented JSON: the same assessment gives the same bytes."""
    return as_json(assessment)


def assessment_schema() -> dict[str, Any]:
    """Return the JSON Schema of a saved result, as published in reports/assessment.schema.json."""
    about = "One body, one year, one rubric, judged: what `emonev score` saves."
    return schema_of(Assessment, SCHEMA, "emonev assessment", about)


def pictures_json(pictures: Pictures) -> bytes:
    """Return small pictures as JSON on one line, which nobody reads."""
    return msgspec.json.encode(pictures) + b"\n"


def pictures_schema() -> dict[str, Any]:
    """Return the JSON Schema of the pictures, as published in reports/pictures.schema.json."""
    about = "Small pictures of the proof pages of one result: what `emonev score` saves beside it."
    return schema_of(Pictures, PICTURES_SCHEMA, "emonev pictures", about)


def as_json(noun: Struct | Sequence[Struct]) -> bytes:
    """Return any noun, or a list of them, as indented JSON; exact numbers are text."""
    return msgspec.json.format(msgspec.json.encode(noun, enc_hook=encode), indent=1) + b"\n"


def schema_of(noun: type[Struct], name: str, title: str, about: str) -> dict[str, Any]:
    """Return the JSON Schema of a noun as `as_json` writes it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": name,
        "title": title,
        "description": about,
        **msgspec.json.schema(noun, schema_hook=_schema_of),
    }


def _schema_of(kind: type) -> dict[str, Any]:
    if kind is Fraction:
        return dict(_EXACT_NUMBER)
    raise NotImplementedError(f"cannot describe a {kind.__name__}")
