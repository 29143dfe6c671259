"""The XML inside office files, element by element: no DTD, no bottomless nesting, no resolving."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from xml.parsers import expat

from emonev.evidence.readers import problems

Attributes = dict[str, str]


class EnoughError(Exception):
    """Raised by a reader that has read up to its limit: the rest of the part is left alone."""


class Elements:
    """Receives a part's XML: `opened` and `closed` by local name; whole `ignored` subtrees pass.

    Prefixes are cut off and not resolved: no two elements that matter share a local name, and
    writers choose prefixes as they like.
    """

    ignored: frozenset[str] = frozenset()

    def __init__(self, depth: int) -> None:
        self.deepest = depth
        self.opened: dict[str, Callable[[Attributes], None]] = {}
        self.closed: dict[str, Callable[[], None]] = {}

    def characters(self, text: str) -> None:
        """Take a piece of text that stands in an element that is not ignored."""


def parse_fragment(source: bytes, content: Elements) -> None:
    """Feed an element cut out of a part to `content`; a broken one is left as far as it was read."""
    try:
        parser_for(content).Parse(source, True)
    except expat.ExpatError:
        return


def attribute(attributes: Attributes, local: str, default: str = "") -> str:
    """Return an attribute by its name without prefix."""
    for name, value in attributes.items():
        if name[name.find(":") + 1 :] == local:
            return value
    return default


def whole(text: str, default: int = 0) -> int:
    """Return a whole number that a file claims, or the default where it is none."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else default


def parser_for(content: Elements) -> expat.XMLParserType:
    """Return a parser that calls `content`; names are not resolved, no DTD is accepted."""
    start, end, data = _callbacks(content)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = data
    parser.StartDoctypeDeclHandler = refuse_declaration
    return parser


def _callbacks(  # noqa: C901 - three functions that share their variables, each of a few lines
    content: Elements,
) -> tuple[Callable[[str, Attributes], None], Callable[[str], None], Callable[[str], None]]:
    """Return what is called for starts, ends and text.

    Closures over local variables: these run for every element of every office file, and
    attributes of an object would cost half as much again.
    """
    deepest, ignored, characters = content.deepest, content.ignored, content.characters
    opened = _ByFullName(content.opened)
    closed = _ByFullName(content.closed)
    depth = passed_by = 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth, passed_by
        depth += 1
        if depth > deepest:
            raise problems.too_deep(deepest)
        if passed_by:
            return
        handler = opened[name]
        if handler is not None:
            handler(attributes)
        elif name[name.find(":") + 1 :] in ignored:
            passed_by = depth

    def end(name: str) -> None:
        nonlocal depth, passed_by
        if not passed_by:
            handler = closed[name]
            if handler is not None:
                handler()
        elif passed_by == depth:
            passed_by = 0
        depth -= 1

    def data(text: str) -> None:
        if not passed_by:
            characters(text)

    return start, end, data


class _ByFullName(dict[str, Any]):
    """Finds what is kept by local name; each name with a prefix is taken apart only once."""

    def __init__(self, by_local_name: Mapping[str, Callable[..., None]]) -> None:
        super().__init__()
        self._by_local_name = by_local_name

    def __missing__(self, name: str) -> Callable[..., None] | None:
        found = self[name] = self._by_local_name.get(name[name.find(":") + 1 :])
        return found


def refuse_declaration(*_: object) -> None:
    raise problems.cannot("damaged", problems.FORBIDDEN_DECLARATION)
