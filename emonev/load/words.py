"""Decoders of single words, and the bounds that a type may set."""

from collections.abc import Callable
from functools import cache
from typing import Any, Final

from msgspec import inspect
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from emonev.language import say
from emonev.load.decoding import Decoding
from emonev.load.faults import shown
from emonev.load.scalars import Scalar
from emonev.load.source import is_empty
from emonev.model.text import Text

Decoder = Callable[[Node, Decoding], Any]
INVALID: Final[Any] = object()  # what a decoder returns after it has noted why

TEXT = Text("teks", "a text")
_TEXT_PAIR = Text("teks, atau pasangan {id: …, en: …}", "a text, or a pair {id: …, en: …}")
_OUT_OF_RANGE = Text("“{key}” harus {bounds}, bukan {seen}", "“{key}” must be {bounds}, not {seen}")
_LENGTH = Text("isi “{key}” harus {bounds}", "the number of items in “{key}” must be {bounds}")
_AT_LEAST = Text("paling sedikit {bound}", "at least {bound}")
_AT_MOST = Text("paling banyak {bound}", "at most {bound}")
_OVER = Text("lebih dari {bound}", "more than {bound}")
_UNDER = Text("kurang dari {bound}", "less than {bound}")

Bound = tuple[Callable[[int], bool], Text]


def decode_string(node: Node, run: Decoding) -> Any:
    """Return the words as printed; `no`, `010` and 2024-09-27 are words where words are wanted."""
    if node.__class__ is not ScalarNode or is_empty(node) or not node.value.strip():
        run.wrong(node, TEXT)
        return INVALID
    return node.value


@cache
def scalar_decoder(kind: Scalar) -> Decoder:
    """Return the decoder of a number, date, year or boolean."""
    read, wanted = kind

    def decode_scalar(node: Node, run: Decoding) -> Any:
        value = read(node.value) if node.__class__ is ScalarNode else None
        if value is None:
            run.wrong(node, wanted)
            return INVALID
        return value

    return decode_scalar


def literal_decoder(words: list[str]) -> Decoder:
    """Return the decoder of one word out of several."""
    known = frozenset(words)

    def decode_literal(node: Node, run: Decoding) -> Any:
        if node.__class__ is not ScalarNode or is_empty(node):
            run.wrong(node, TEXT)
            return INVALID
        if node.value not in known:
            run.not_one_of(node, words)
            return INVALID
        return node.value

    return decode_literal


def text_decoder(pair: Decoder) -> Decoder:
    """Return the decoder of a Text: a pair, or the Indonesian alone.

    Then its node is the word's, by which the linter sees that the English twin is missing.
    """

    def decode_text(node: Node, run: Decoding) -> Any:
        if node.__class__ is MappingNode:
            if len(node.value) != 1 or node.value[0][0].value != "id":
                return pair(node, run)
            node = node.value[0][1]
        if node.__class__ is not ScalarNode or is_empty(node) or not node.value.strip():
            run.wrong(node, _TEXT_PAIR)
            return INVALID
        text = Text(node.value, node.value)
        run.keep(text, node)
        return text

    return decode_text


def bounded(read: Decoder, kind: inspect.IntType) -> Decoder:
    """Return the decoder that also keeps the number's bounds."""
    bounds = _bounds(ge=kind.ge, gt=kind.gt, le=kind.le, lt=kind.lt)
    if not bounds:
        return read

    def decode_bounded(node: Node, run: Decoding) -> Any:
        value = read(node, run)
        broken = None if value is INVALID else _broken(bounds, value)
        if broken is None:
            return value
        told = say(_OUT_OF_RANGE, key=shown(run.key), bounds=broken, seen=shown(node.value))
        run.faults.note("out-of-range", node.start_mark, told)
        return INVALID

    return decode_bounded


def sized(read: Decoder, kind: inspect.VarTupleType) -> Decoder:
    """Return the decoder that also keeps the bounds of a list's length."""
    bounds = _bounds(ge=kind.min_length, le=kind.max_length)
    if not bounds:
        return read

    def decode_sized(node: Node, run: Decoding) -> Any:
        key = run.key
        items = read(node, run)
        length = len(node.value) if isinstance(node, SequenceNode) else 1
        broken = None if items is INVALID else _broken(bounds, length)
        if broken is None:
            return items
        run.faults.note("out-of-range", node.start_mark, say(_LENGTH, key=key, bounds=broken))
        return INVALID

    return decode_sized


def _broken(bounds: list[Bound], value: int) -> Text | None:
    return next((told for holds, told in bounds if not holds(value)), None)


def _bounds(
    *, ge: int | None = None, gt: int | None = None, le: int | None = None, lt: int | None = None
) -> list[Bound]:
    bounds: list[Bound] = []
    if ge is not None:
        bounds.append((ge.__le__, say(_AT_LEAST, bound=ge)))
    if gt is not None:
        bounds.append((gt.__lt__, say(_OVER, bound=gt)))
    if le is not None:
        bounds.append((le.__ge__, say(_AT_MOST, bound=le)))
    if lt is not None:
        bounds.append((lt.__gt__, say(_UNDER, bound=lt)))
    return bounds
