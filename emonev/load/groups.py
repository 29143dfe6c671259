"""The decoder of a group of keys: one of our Structs out of a YAML mapping."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode

from emonev.errors import EmonevError
from emonev.load.decoding import GROUP, Decoding
from emonev.load.faults import closest
from emonev.load.source import is_empty
from emonev.load.words import INVALID, Decoder


class Key(NamedTuple):
    """A key that a group may have.

    `name` is the Struct's field. `is_label`: the key says what the group is (`schema`, `kind`,
    `form`) and is no field. `stand_in` takes the place of a value that could not be read, so that
    the rest of the group can still be looked at; the file is refused anyway.
    """

    name: str
    read: Decoder
    required: bool = False
    is_label: bool = False
    stand_in: Any = INVALID


class GroupDecoder:
    """Decodes one kind of Struct."""

    def __init__(self, cls: type, keys: Mapping[str, Key]) -> None:
        self._cls = cls
        self._keys = keys
        self._reads = {word: (key.name, key.read) for word, key in keys.items()}
        self._required = {key.name: word for word, key in keys.items() if key.required}
        self._labels = [key.name for key in keys.values() if key.is_label]

    def __call__(self, node: Node, run: Decoding) -> Any:
        """Return the Struct, or INVALID; every mistake is noted."""
        before = run.faults.count
        if node.__class__ is not MappingNode:
            if self._required or not is_empty(node):
                run.wrong(node, GROUP)
                return INVALID
            return self._made({}, node, run)
        values = self._values(node, run)
        if not self._required.keys() <= values.keys():
            for name in self._required.keys() - values.keys():
                run.missing(node, self._required[name])
        if run.faults.count != before:
            self._fill_in(values)
        return self._made(values, node, run)

    def _values(self, node: MappingNode, run: Decoding) -> dict[str, Any]:
        values: dict[str, Any] = {}
        strange: list[tuple[Node, Node]] = []
        reads = self._reads
        for key, child in node.value:
            word = key.value
            known = reads.get(word) if word.__class__ is str else None
            if known is None:
                strange.append((key, child))
            elif known[0] in values:
                run.twice(key, node)
            else:
                run.key = word
                values[known[0]] = known[1](child, run)
        for key, child in strange:
            self._read_strange(key, child, values, run)
        return values

    def _read_strange(self, key: Node, child: Node, values: dict[str, Any], run: Decoding) -> None:
        """Note an unknown key, and read its value as that of the missing key that is meant."""
        free = [w for w, known in self._keys.items() if known.name not in values]
        run.unknown_key(key, free or self._keys)
        meant = closest(key.value, free) if isinstance(key, ScalarNode) else None
        if meant:
            run.key = meant
            values[self._keys[meant].name] = self._keys[meant].read(child, run)

    def _fill_in(self, values: dict[str, Any]) -> None:
        for key in self._keys.values():
            if values.get(key.name, INVALID) is not INVALID:
                continue
            values.pop(key.name, None)
            if key.required:
                values[key.name] = key.stand_in

    def _made(self, values: dict[str, Any], node: Node, run: Decoding) -> Any:
        for name in self._labels:
            del values[name]
        if INVALID in values.values():
            return INVALID
        try:
            thing = self._cls(**values)
        except EmonevError as error:  # said by a check kind's own __post_init__
            run.faults.note(error.slug, node.start_mark, error.message, error.remedy)
            return INVALID
        run.keep(thing, node)
        return thing
