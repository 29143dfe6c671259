"""From a tree of words to our own types, with every mistake noted at its place.

A decoder is made once for each type, from what msgspec knows of the type; the same description
makes the JSON Schema (`schema.py`), so what an editor completes is what is read here.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeGuard

from msgspec import inspect
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from emonev.language import say
from emonev.load.decoding import GROUP, LIST, Decoding, guess
from emonev.load.faults import shown
from emonev.load.groups import GroupDecoder, Key
from emonev.load.scalars import (
    CALENDAR_DAY,
    EXACT_NUMBER,
    SHARE_CLAIMED,
    TRUE_OR_FALSE,
    WHOLE_NUMBER,
    YEAR_RULE,
    Scalar,
)
from emonev.load.source import is_empty
from emonev.load.words import (
    INVALID,
    Decoder,
    bounded,
    decode_string,
    literal_decoder,
    scalar_decoder,
    sized,
    text_decoder,
)
from emonev.model.check import Check
from emonev.model.text import Text
from emonev.model.workspace import Answer
from emonev.model.years import YearRule

Kinds = Mapping[str, type[Check]]

NOT_WRITTEN = frozenset({"sha256", "origin", "given"})  # filled in here, never written by people
_KIND = Text("jenis pemeriksaan “{kind}” tidak dikenal", "unknown kind of check “{kind}”")
_SPECIAL_FIELDS: dict[tuple[type, str], Scalar] = {(Answer, "claim"): SHARE_CLAIMED}
_SCALARS: dict[type, Scalar] = {Fraction: EXACT_NUMBER, YearRule: YEAR_RULE}


def file_decoder(cls: type, schema: str, kinds: Kinds) -> Decoder:
    """Return the decoder of a whole file, whose key `schema` says what it is.

    `kinds` are the check kinds that a rubric may name.
    """
    described = inspect.type_info(cls)
    assert isinstance(described, inspect.StructType)
    label = Key("schema", literal_decoder([schema]), required=True, is_label=True)
    return _Maker(kinds).group(described, {"schema": label})


def key_of(field: inspect.Field) -> str:
    """Return the key that stands for a field in YAML."""
    return field.encode_name.replace("_", "-")


def may_be_left_empty(field: inspect.Field) -> bool:
    """Tell whether `key:` without a value can have one meaning only, that of leaving it out."""
    kind = field.type
    words = isinstance(kind, inspect.VarTupleType) and isinstance(kind.item_type, inspect.StrType)
    return field.default in (None, "") or (words and field.default == ())


def is_group(kind: inspect.Type) -> bool:
    """Tell whether a type is written as a group of keys, so that a word cannot stand for it."""
    return isinstance(kind, inspect.StructType) and kind.cls not in _SCALARS


def is_list_of_groups(kind: inspect.Type) -> TypeGuard[inspect.VarTupleType]:
    """Tell whether a type is a list of groups; as an item, one group may stand for such a list."""
    return isinstance(kind, inspect.VarTupleType) and is_group(kind.item_type)


class _Maker:
    """Makes decoders, one for each type."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds
        self._groups: dict[type, Decoder] = {}

    def group(self, kind: inspect.StructType, labels: dict[str, Key]) -> Decoder:
        keys = dict(labels)
        if kind.tag_field:
            keys[kind.tag_field] = Key(kind.tag_field, _accept, required=True, is_label=True)
        for field in kind.fields:
            if field.name not in NOT_WRITTEN:
                keys[key_of(field)] = self._key(kind.cls, field)
        return GroupDecoder(kind.cls, keys)

    def _key(self, cls: type, field: inspect.Field) -> Key:
        special = _SPECIAL_FIELDS.get((cls, field.name))
        read = scalar_decoder(special) if special else self._decoder(field.type)
        if may_be_left_empty(field):
            read = _or_left_empty(read, field.default)
        return Key(field.name, read, field.required, stand_in=_stand_in(field.type))

    def _decoder(self, kind: inspect.Type) -> Decoder:  # noqa: C901, PLR0911 - one case for each type
        match kind:
            case inspect.StructType(cls=cls) | inspect.CustomType(cls=cls) if cls in _SCALARS:
                return scalar_decoder(_SCALARS[cls])
            case inspect.StructType():
                return self._group_once(kind)
            case inspect.IntType():
                return bounded(scalar_decoder(WHOLE_NUMBER), kind)
            case inspect.BoolType():
                return scalar_decoder(TRUE_OR_FALSE)
            case inspect.StrType():
                return decode_string
            case inspect.DateType():
                return scalar_decoder(CALENDAR_DAY)
            case inspect.LiteralType(values=values):
                return literal_decoder([str(value) for value in values])
            case inspect.VarTupleType():
                return sized(self._tuple(kind), kind)
            case inspect.DictType():
                return self._dict(kind)
            case inspect.UnionType(types=types):
                return self._union(types)
            case inspect.Metadata(type=inner):
                return self._decoder(inner)
        raise TypeError(f"a file cannot hold a {kind}")

    def _group_once(self, kind: inspect.StructType) -> Decoder:
        made = self._groups.get(kind.cls)
        if made is None:
            made = self._check() if kind.cls is Check else self.group(kind, {})
            made = text_decoder(made) if kind.cls is Text else made
            self._groups[kind.cls] = made
        return made

    def _check(self) -> Decoder:
        """Return the decoder of a check, which its `kind` chooses; made when it is first met."""
        made: dict[str, Decoder] = {}

        def decode_check(node: Node, run: Decoding) -> Any:
            label = _label(node, "kind")
            if label is None:
                _no_label(node, "kind", run)
                return INVALID
            decode = made.get(label.value)
            if decode is None:
                cls = self._kinds.get(label.value)
                if cls is None:
                    _unknown_kind(label, self._kinds, run)
                    return INVALID
                decode = made[label.value] = self._decoder(inspect.type_info(cls))
            return decode(node, run)

        return decode_check

    def _tuple(self, kind: inspect.VarTupleType) -> Decoder:
        read = self._decoder(kind.item_type)
        if is_list_of_groups(kind.item_type):
            read = _one_or_many(self._decoder(kind.item_type.item_type), read)
        takes_one = not is_group(kind.item_type)

        def decode_tuple(node: Node, run: Decoding) -> Any:
            if takes_one and node.__class__ is ScalarNode and not is_empty(node):
                item = read(node, run)
                return INVALID if item is INVALID else (item,)
            if node.__class__ is not SequenceNode:
                run.wrong(node, LIST)
                return INVALID
            key, items = run.key, []
            for child in node.value:
                run.key = key
                item = read(child, run)
                if item is not INVALID:
                    items.append(item)
            return tuple(items)

        return decode_tuple

    def _dict(self, kind: inspect.DictType) -> Decoder:
        read_key, read_value = self._decoder(kind.key_type), self._decoder(kind.value_type)

        def decode_dict(node: Node, run: Decoding) -> Any:
            if not isinstance(node, MappingNode) and not is_empty(node):
                run.wrong(node, GROUP)
                return INVALID
            found: dict[Any, Any] = {}
            for key, child in node.value if isinstance(node, MappingNode) else ():
                name = read_key(key, run)
                if name in found:
                    run.twice(key, node)
                elif name is not INVALID:
                    run.key = key.value
                    found[name] = read_value(child, run)
            kept = {name: value for name, value in found.items() if value is not INVALID}
            run.keep(kept, node)
            return kept

        return decode_dict

    def _union(self, types: tuple[inspect.Type, ...]) -> Decoder:
        kinds = [kind for kind in types if not isinstance(kind, inspect.NoneType)]
        if len(kinds) == 1:
            return self._decoder(kinds[0])
        literals = [kind for kind in kinds if isinstance(kind, inspect.LiteralType)]
        groups = [kind for kind in kinds if isinstance(kind, inspect.StructType)]
        words = literal_decoder([str(word) for kind in literals for word in kind.values])
        forms = {str(kind.tag): self._decoder(kind) for kind in groups}
        return _form_decoder(str(groups[0].tag_field), forms, words)


def _form_decoder(label: str, forms: dict[str, Decoder], words: Decoder) -> Decoder:
    """Return the decoder of a value that is one of several words, or of several groups."""
    read_form = literal_decoder(list(forms))

    def decode_form(node: Node, run: Decoding) -> Any:
        if not isinstance(node, MappingNode):
            return words(node, run)
        named = _label(node, label)
        if named is None:
            _no_label(node, label, run)
            return INVALID
        run.key = label
        form = read_form(named, run)
        return INVALID if form is INVALID else forms[form](node, run)

    return decode_form


def _one_or_many(one: Decoder, many: Decoder) -> Decoder:
    """Return the decoder of an item that is a list of groups, or a single group."""

    def decode_item(node: Node, run: Decoding) -> Any:
        if node.__class__ is not MappingNode:
            return many(node, run)
        item = one(node, run)
        return INVALID if item is INVALID else (item,)

    return decode_item


def _label(node: Node, key: str) -> ScalarNode | None:
    for word, value in node.value if node.__class__ is MappingNode else ():
        if word.value == key and isinstance(value, ScalarNode):
            return value
    return None


def _no_label(node: Node, key: str, run: Decoding) -> None:
    if isinstance(node, MappingNode):
        run.missing(node, key)
    else:
        run.wrong(node, GROUP)


def _unknown_kind(label: ScalarNode, known: Kinds, run: Decoding) -> None:
    message = say(_KIND, kind=shown(label.value))
    run.faults.note("unknown-kind", label.start_mark, message, guess(label.value, known))


def _accept(_node: Node, _run: Decoding) -> None:
    """Take a label that was read before, when it chose the decoder."""


def _or_left_empty(read: Decoder, default: Any) -> Decoder:
    def decode_or_default(node: Node, run: Decoding) -> Any:
        if is_empty(node) or (default == "" and node.value == ""):
            return default
        return read(node, run)

    return decode_or_default


def _stand_in(kind: inspect.Type) -> Any:  # noqa: PLR0911 - one case for each type
    match kind:
        case inspect.CustomType(cls=cls) if cls is Fraction:
            return Fraction(1)
        case inspect.StructType(cls=cls) if cls is Text:
            return Text("", "")
        case inspect.StrType():
            return ""
        case inspect.IntType():
            return 2024 if kind.ge is None else kind.ge
        case inspect.LiteralType(values=values):
            return values[0]
        case inspect.VarTupleType():
            return ()
        case inspect.DictType():
            return {}
        case inspect.Metadata(type=inner):
            return _stand_in(inner)
    return INVALID
