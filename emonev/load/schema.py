"""JSON Schemas of the files that people write, so that an editor completes and checks them.

Made from the same types as the decoders in `decode.py`, and accepting the same: a single word
where a list of words is wanted, numbers as decimals or fractions, years as rubrics write them.
"""

from fractions import Fraction
from typing import Any

from msgspec import inspect

from emonev.load.decode import (
    NOT_WRITTEN,
    Kinds,
    is_group,
    is_list_of_groups,
    key_of,
    may_be_left_empty,
)
from emonev.load.descriptions import DESCRIPTIONS
from emonev.model.check import Check
from emonev.model.rubric import Rubric
from emonev.model.text import Text
from emonev.model.workspace import Answer, Answers, Workspace
from emonev.model.years import YearRule

Schema = dict[str, Any]

_NUMBER: Schema = {
    "anyOf": [
        {"type": "number"},
        {"type": "string", "pattern": r"^[+-]?([0-9]+(\.[0-9]+)?|\.[0-9]+|[0-9]+/[1-9][0-9]*)$"},
    ]
}
_YEAR: Schema = {
    "anyOf": [
        {"type": "integer", "minimum": 1000, "maximum": 2999},
        {
            "type": "string",
            "pattern": r"^(N(-[0-9]{1,2})?(\.\.N(-[0-9]{1,2})?)?"
            r"|[12][0-9]{3}(\.\.[12][0-9]{3})?|latest|period)$",
        },
    ],
    "examples": ["N", "N-1", "N-2..N", "latest", "period"],
}
_CLAIM: Schema = {
    "anyOf": [
        {"type": "boolean"},
        {"enum": ["ya", "tidak", "yes", "no"]},
        *_NUMBER["anyOf"],
    ]
}
_SCALARS: dict[type, Schema] = {Fraction: _NUMBER, YearRule: _YEAR}
_WORDS: Schema = {"type": ["string", "number"]}  # 2024 and 1.10 are words where words are wanted


def rubric_schema(kinds: Kinds | None = None) -> dict[str, object]:
    """Return the JSON Schema of a rubric."""
    if kinds is None:
        from emonev.checks import KINDS

        kinds = KINDS
    return _file_schema(Rubric, "emonev/rubric/1", "A rubric of emonev", kinds)


def workspace_schema() -> dict[str, object]:
    """Return the JSON Schema of `emonev.yaml`."""
    return _file_schema(Workspace, "emonev/workspace/1", "A workspace of emonev", {})


def answers_schema() -> dict[str, object]:
    """Return the JSON Schema of `jawaban/<year>.yaml`."""
    return _file_schema(Answers, "emonev/answers/1", "The answers of a public body", {})


def _file_schema(cls: type, name: str, title: str, kinds: Kinds) -> Schema:
    writer = _Writer(kinds)
    described = inspect.type_info(cls)
    assert isinstance(described, inspect.StructType)
    schema = writer.struct(described)
    says = {"const": name, "description": "What this file is, and the release of its form."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": name,
        "title": title,
        **schema,
        "properties": {"schema": says, **schema["properties"]},
        "required": ["schema", *schema["required"]],
        "$defs": dict(sorted(writer.defs.items())),
    }


class _Writer:
    """Describes types; each Struct is described once, in `$defs`."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds
        self.defs: dict[str, Schema] = {}

    def struct(self, kind: inspect.StructType) -> Schema:
        fields = [field for field in kind.fields if field.name not in NOT_WRITTEN]
        tag = {kind.tag_field: {"const": kind.tag}} if kind.tag_field else {}
        required = [key_of(field) for field in fields if field.required]
        return {
            "description": " ".join((kind.cls.__doc__ or "").split("\n\n")[0].split()),
            "type": "object",
            "properties": tag | {key_of(field): self._field(kind.cls, field) for field in fields},
            "required": [*tag, *required],
            "additionalProperties": False,
        }

    def _field(self, cls: type, field: inspect.Field) -> Schema:
        is_claim = (cls, field.name) == (Answer, "claim")
        schema = _CLAIM if is_claim else self._type(field.type)
        if may_be_left_empty(field):
            schema = {"anyOf": [*schema.get("anyOf", [schema]), {"type": "null"}]}
        described = DESCRIPTIONS.get(cls, DESCRIPTIONS[Check]).get(key_of(field))
        default = _default(field.default)
        return {**({"description": described} if described else {}), **schema, **default}

    def _type(self, kind: inspect.Type) -> Schema:  # noqa: C901, PLR0911 - one case for each type
        match kind:
            case inspect.StructType(cls=cls):
                return _SCALARS.get(cls) or self._reference(kind, cls)
            case inspect.CustomType(cls=cls):
                return _SCALARS[cls]
            case inspect.IntType(ge=low, le=high):
                return {"type": "integer"} | _given(minimum=low, maximum=high)
            case inspect.BoolType():
                return {"type": "boolean"}
            case inspect.StrType():
                return _WORDS
            case inspect.DateType():
                return {"type": "string", "examples": ["2024-09-27", "27 September 2024"]}
            case inspect.LiteralType(values=values):
                return {"enum": list(values)}
            case inspect.VarTupleType():
                return self._list(kind)
            case inspect.DictType(value_type=value):
                return {"type": ["object", "null"], "additionalProperties": self._type(value)}
            case inspect.UnionType(types=types):
                return self._union(types)
            case inspect.Metadata(type=inner, extra_json_schema=extra):
                return {**(extra or {}), **self._type(inner)}
        raise TypeError(f"a file cannot hold a {kind}")

    def _reference(self, kind: inspect.StructType, cls: type) -> Schema:
        name = "Check" if cls is Check else cls.__name__
        if name not in self.defs:
            self.defs[name] = {}  # now known: a Struct may hold itself
            if cls is Check:
                self.defs[name] = self._check()
            elif cls is Text:
                self.defs[name] = _text(self.struct(kind))
            else:
                self.defs[name] = self.struct(kind)
        return {"$ref": f"#/$defs/{name}"}

    def _check(self) -> Schema:
        """Return what a check may be: its kind decides by `if` and `then`, for clear messages."""
        described = []
        for name, cls in self._kinds.items():
            asked = {"properties": {"kind": {"const": name}}, "required": ["kind"]}
            described.append({"if": asked, "then": self._type(inspect.type_info(cls))})
        return {
            "description": "One question put to the evidence; `kind` says which.",
            "type": "object",
            "properties": {"kind": {"enum": list(self._kinds)}},
            "required": ["kind"],
            "allOf": described,
        }

    def _list(self, kind: inspect.VarTupleType) -> Schema:
        item = self._type(kind.item_type)
        inner = kind.item_type
        if is_list_of_groups(inner):
            # Not `anyOf`: an editor then tells the faults of the form that was written.
            item = {"if": {"type": "array"}, "then": item, "else": self._type(inner.item_type)}
        many = {"type": "array", "items": item}
        many |= _given(minItems=kind.min_length or None, maxItems=kind.max_length)
        of_groups = is_group(inner) or is_list_of_groups(inner)
        return many if of_groups else {"anyOf": [many, *item.get("anyOf", [item])]}

    def _union(self, types: tuple[inspect.Type, ...]) -> Schema:
        kinds = [kind for kind in types if not isinstance(kind, inspect.NoneType)]
        described = [self._type(kind) for kind in kinds]
        return described[0] if len(described) == 1 else {"anyOf": described}


def _default(value: Any) -> Schema:
    plain = isinstance(value, (bool, int, str)) and value != ""
    return {"default": value} if plain else {}


def _given(**values: int | None) -> Schema:
    return {name: value for name, value in values.items() if value is not None}


def _text(pair: Schema) -> Schema:
    described = pair.pop("description")
    pair["required"] = ["id"]
    return {"description": described, "anyOf": [_WORDS, pair]}
