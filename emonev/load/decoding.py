"""The state of one decoding: the mistakes noted, and where every decoded thing stands."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from emonev.language import say
from emonev.load.faults import Faults, Mark, closest, shown
from emonev.load.source import is_empty
from emonev.model.text import Text

Thing = TypeVar("Thing")

_WRONG = Text("“{key}” harus berisi {wanted}, bukan {seen}", "“{key}” must be {wanted}, not {seen}")
_WRONG_AT_TOP = Text(
    "berkas harus berisi {wanted}, bukan {seen}", "the file must be {wanted}, not {seen}"
)
_WORD = Text("“{word}”", "“{word}”")
_NOTHING = Text("kosong", "nothing")
LIST = Text("daftar", "a list")
GROUP = Text("kelompok “kunci: nilai”", "a group of “key: value”")
_UNKNOWN_KEY = Text("kunci “{key}” tidak dikenal", "unknown key “{key}”")
_KEY_NOT_WORD = Text("kunci harus berupa satu kata", "a key must be a single word")
_MERGE = Text("gabungan “<<” tidak dipakai di sini", "merging with “<<” is not used here")
_WRITE_OUT = Text("Tulis kunci-kuncinya langsung.", "Write the keys out.")
_GUESS = Text("Mungkin maksudnya “{guess}”?", "Is “{guess}” meant?")
_CHOICES = Text("Yang dikenal: {choices}.", "Known are: {choices}.")
_TWICE = Text(
    "kunci “{key}” sudah ada di {line}:{column}",
    "the key “{key}” already stands at {line}:{column}",
)
_KEEP_ONE = Text("Sisakan satu saja.", "Keep only one of them.")
_MISSING = Text("kunci “{key}” belum ada di sini", "the key “{key}” is missing here")
_ADD = Text("Tambahkan “{key}: …”.", "Add “{key}: …”.")
_NOT_ONE_OF = Text(
    "“{word}” bukan nilai yang sah untuk “{key}”", "“{word}” is no value for “{key}”"
)


class Decoding:
    """Notes faults with their places, and remembers the node that each thing was made of.

    `key` is the key whose value is being read. Places are kept by identity: equal criteria at two
    places are two things.
    """

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.key = ""
        self._places: dict[int, Node] = {}
        self._things: dict[type, list[Any]] = {}

    def keep(self, thing: object, node: Node) -> None:
        """Remember the node that a thing was made of; the thing is kept too, so its id stays its own."""
        self._places[id(thing)] = node
        self._things.setdefault(thing.__class__, []).append(thing)

    def every(self, kind: type[Thing]) -> Iterator[Thing]:
        """Yield all things of a kind that could be decoded; those of one class in file order."""
        for cls, things in self._things.items():
            if issubclass(cls, kind):
                yield from things

    def node_of(self, thing: object, *path: str | int) -> Node:
        """Return the node of a thing, or of a value within it; the nearest one where it is not."""
        node: Node = self._places[id(thing)]
        for step in path:
            node = _child(node, step) or node
        return node

    def mark_of(self, thing: object, *path: str | int) -> Mark:
        """Return the place of a thing, or of a value within it."""
        mark: Mark = self.node_of(thing, *path).start_mark
        return mark

    def key_mark_of(self, thing: object, name: str) -> Mark:
        """Return the place of a key itself; the thing's own where it does not stand."""
        node: Node = self._places[id(thing)]
        pairs = node.value if isinstance(node, MappingNode) else ()
        mark: Mark = next((key for key, _ in pairs if key.value == name), node).start_mark
        return mark

    def is_whole(self, thing: object, field: str) -> bool:
        """Tell whether all items of a list could be decoded, so that it can be judged as such."""
        node = self.node_of(thing, field)
        return not isinstance(node, SequenceNode) or len(node.value) == len(getattr(thing, field))

    def wrong(self, node: Node, wanted: Text) -> None:
        """Note that something else is wanted at this place."""
        template = _WRONG if self.key else _WRONG_AT_TOP
        message = say(template, key=shown(self.key), wanted=wanted, seen=_seen(node))
        slug = "empty-value" if is_empty(node) else "wrong-type"
        self.faults.note(slug, node.start_mark, message, _decimal_point(node))

    def not_one_of(self, node: ScalarNode, choices: Iterable[str]) -> None:
        """Note that a word is none of the choices, and guess."""
        message = say(_NOT_ONE_OF, word=shown(node.value), key=shown(self.key))
        self.faults.note("not-one-of", node.start_mark, message, guess(node.value, choices))

    def unknown_key(self, key: Node, choices: Iterable[str]) -> None:
        """Note a key that has no meaning here, and guess."""
        if not isinstance(key, ScalarNode):
            self.faults.note("unknown-key", key.start_mark, _KEY_NOT_WORD)
        elif key.value == "<<" and not key.style:
            self.faults.note("merge-key", key.start_mark, _MERGE, _WRITE_OUT)
        else:
            message = say(_UNKNOWN_KEY, key=shown(key.value))
            self.faults.note("unknown-key", key.start_mark, message, guess(key.value, choices))

    def twice(self, key: Node, mapping: Node) -> None:
        """Note a key that stands twice, with the place of the first."""
        first = next(k.start_mark for k, _ in mapping.value if k.value == key.value)
        at = {"line": first.line + 1, "column": first.column + 1}
        message = say(_TWICE, key=shown(key.value), **at)
        self.faults.note("duplicate-key", key.start_mark, message, _KEEP_ONE)

    def missing(self, node: Node, name: str) -> None:
        """Note a key that must be there."""
        self.faults.note(
            "missing-key", node.start_mark, say(_MISSING, key=name), say(_ADD, key=name)
        )


def guess(word: str, choices: Iterable[str]) -> Text:
    """Return the remedy for an unknown word: the likely one, or all there are."""
    known = sorted(choices)
    near = closest(word, known)
    return say(_GUESS, guess=near) if near else say(_CHOICES, choices=", ".join(known))


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(step, int):
        return node.value[step] if isinstance(node, SequenceNode) else None
    pairs = node.value if isinstance(node, MappingNode) else ()
    return next((value for key, value in pairs if key.value == step), None)


def _seen(node: Node) -> Text:
    if isinstance(node, ScalarNode):
        return _NOTHING if is_empty(node) else say(_WORD, word=shown(node.value))
    return LIST if isinstance(node, SequenceNode) else GROUP


def _decimal_point(node: Node) -> Text | None:
    """Return the mend for a decimal comma or a percent sign."""
    if not isinstance(node, ScalarNode):
        return None
    plain = node.value.strip().removesuffix("%").strip().replace(",", ".")
    changed = plain != node.value.strip()
    is_number = plain.count(".") <= 1 and plain.replace(".", "").isdecimal()
    return say(_GUESS, guess=plain) if changed and is_number and len(plain) < 20 else None
