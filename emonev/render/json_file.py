"""The saved result: an assessment as JSON, and the schema that describes it."""

from fractions import Fraction
from typing import Any

import msgspec

from emonev.model.assessment import SCHEMA, Assessment
from emonev.model.exact import encode

_EXACT_NUMBER = {
    "type": "string",
    "pattern": "^-?[0-9]+(\\.[0-9]+|/[1-9][0-9]*)?$",
    "description": "An exact number: a decimal, or a fraction where no decimal is exact.",
}


def to_json(assessment: Assessment) -> bytes:
    """Return the assessment as indented JSON: the same assessment gives the same bytes."""
    packed = msgspec.json.encode(assessment, enc_hook=encode)
    return msgspec.json.format(packed, indent=1) + b"\n"


def assessment_schema() -> dict[str, Any]:
    """Return the JSON Schema of a saved result, as published in reports/assessment.schema.json."""
    schema = msgspec.json.schema(Assessment, schema_hook=_schema_of)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "emonev assessment",
        "description": "One body, one year, one rubric, judged: what `emonev score` saves.",
        **schema,
    }


def _schema_of(kind: type) -> dict[str, Any]:
    if kind is Fraction:
        return dict(_EXACT_NUMBER)
    raise NotImplementedError(f"cannot describe a {kind.__name__}")
