"""A YAML file as a tree whose every key and value knows its place; nothing is understood yet.

Scalars stay the words that were printed: whether `no`, `010`, `12:30` or `2024-09-27` is text, a
number or a date is decided by what is wanted at that place, so YAML 1.1's guesses do no harm.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined] # imported there from the C module
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from emonev.errors import EmonevError, reason_of
from emonev.language import say
from emonev.load.characters import text_of
from emonev.load.faults import Faults, shown
from emonev.load.syntax import explained
from emonev.model.text import Text

LARGEST = 8 * 1024**2
DEEPEST = 100
MOST_NODES = 1_000_000  # also after aliases are followed; 5,000 rich criteria have some 200,000

_MAY_HOLD_MARKS = re.compile(r"(?:^|[\s\[{,:?-])[&!]\S", re.MULTILINE)
_MISSING = Text("berkas {path} tidak ada", "there is no file {path}")
_CHECK_NAME = Text("Periksa nama dan foldernya.", "Check its name and folder.")
_NOT_A_FILE = Text("{path} adalah folder, bukan berkas", "{path} is a folder and not a file")
_UNREADABLE = Text("berkas {path} tidak dapat dibuka: {reason}", "cannot open {path}: {reason}")
_TOO_LARGE = Text(
    "berkas lebih dari {limit} MB; ini bukan berkas yang ditulis orang",
    "the file is over {limit} MB; no person wrote it",
)
_TOO_MANY = Text(
    "berkas berisi lebih dari {limit} butir; ini bukan berkas yang ditulis orang",
    "the file holds more than {limit} items; no person wrote it",
)
_EMPTY = Text("berkas kosong", "the file is empty")
_TOO_DEEP = Text(
    "susunan bertingkat lebih dari {limit} tingkat", "nested deeper than {limit} levels"
)
_EXPLODES = Text(
    "rujukan (*) berlipat ganda sampai lebih dari {limit} butir",
    "references (*) multiply to more than {limit} items",
)
_CIRCLE = Text("rujukan (*) berputar ke dirinya sendiri", "a reference (*) contains itself")
_NO_REFERENCE = Text("Tulis isinya langsung di tempat ini.", "Write the content out at this place.")
_TAG = Text("tanda {tag} tidak dipakai di sini", "the tag {tag} is not used here")
_NO_TAG = Text(
    "Hapus tanda itu; apit teks yang diawali “!” dengan tanda kutip.",
    "Delete it; put text that begins with “!” in quotes.",
)
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "int", "float", "bool", "null", "map", "seq", "timestamp")
)


class Source(NamedTuple):
    """A file read: its name for messages, the hash of its bytes, and its tree."""

    file: str
    sha256: str
    root: Node


def read_source(path: Path, faults: Faults) -> Source:
    """Return the tree of a YAML file; raises FaultyFileError where there is none to be had."""
    content = _bytes_of(path, faults)
    root = _tree(text_of(content, faults), faults)
    return Source(faults.file, hashlib.sha256(content).hexdigest(), root)


def _bytes_of(path: Path, faults: Faults) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise EmonevError("file-missing", say(_MISSING, path=faults.file), _CHECK_NAME) from None
    except (IsADirectoryError, PermissionError) as error:
        if path.is_dir():
            raise EmonevError("not-a-file", say(_NOT_A_FILE, path=faults.file)) from None
        raise _unreadable(faults.file, error) from None
    except (OSError, ValueError) as error:
        raise _unreadable(faults.file, error) from None
    if len(content) > LARGEST:
        raise faults.give_up("too-large", None, say(_TOO_LARGE, limit=LARGEST // 1024**2))
    return content


def _unreadable(file: str, error: OSError | ValueError) -> EmonevError:
    reason = reason_of(error) if isinstance(error, OSError) else str(error)
    return EmonevError("file-unreadable", say(_UNREADABLE, path=file, reason=reason))


class _HostileError(Exception):
    def __init__(self, node: Node | None) -> None:
        self.mark = node.start_mark if node else None


class _TooDeepError(_HostileError):
    pass


class _TooManyError(_HostileError):
    pass


class _Composer(CParser):
    """The C parser, which gives a node its tag only where one is printed.

    PyYAML's own resolver guesses types in Python for every scalar, half of the time that parsing
    takes. `descend_resolver` is called on the way into every node: without the limit the C code
    recurses until the process dies.
    """

    depth = 0
    nodes = 0

    def __init__(self, text: str) -> None:
        CParser.__init__(self, text)

    def resolve(self, kind: type, value: object, implicit: object) -> None:
        """Leave the tag open."""

    def descend_resolver(self, parent: Node | None, index: object) -> None:  # noqa: ARG002 - the parser's signature
        self.depth += 1
        self.nodes += 1
        if self.depth > DEEPEST:
            raise _TooDeepError(parent)
        if self.nodes > MOST_NODES:
            raise _TooManyError(parent)

    def ascend_resolver(self) -> None:
        self.depth -= 1


def _tree(text: str, faults: Faults) -> Node:
    try:
        root = _Composer(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        raise explained(error, text, faults) from None
    except _TooDeepError as error:
        raise faults.give_up("too-deep", error.mark, say(_TOO_DEEP, limit=DEEPEST)) from None
    except _TooManyError:
        raise faults.give_up("too-large", None, say(_TOO_MANY, limit=f"{MOST_NODES}")) from None
    if root is None:
        raise faults.give_up("empty-file", None, _EMPTY)
    if ("&" in text or "!" in text) and _MAY_HOLD_MARKS.search(text):
        _refuse_tags_and_explosions(root, faults)
    faults.settle()
    return root


def _refuse_tags_and_explosions(root: Node, faults: Faults) -> None:
    sizes: dict[int, int] = {}

    def size_of(node: Node) -> int:
        known = sizes.get(id(node))
        if known is None:
            sizes[id(node)] = 0  # until it is known: only a circle comes here before
            _refuse_tag(node, faults)
            sizes[id(node)] = known = 1 + sum(map(size_of, _children(node)))
        elif known == 0:
            faults.note("circular-alias", node.start_mark, _CIRCLE, _NO_REFERENCE)
        if known > MOST_NODES:
            told = say(_EXPLODES, limit=f"{MOST_NODES}")
            raise faults.give_up("alias-explosion", node.start_mark, told, _NO_REFERENCE)
        return known

    size_of(root)


def _children(node: Node) -> Iterator[Node]:
    if isinstance(node, SequenceNode):
        yield from node.value
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield key
            yield value


def _refuse_tag(node: Node, faults: Faults) -> None:
    # An untagged collection's tag is True or None in the C parser, depending on its path.
    tag = node.tag
    if isinstance(tag, str) and tag != "!" and tag not in _PLAIN_TAGS:
        faults.note("tag", node.start_mark, say(_TAG, tag=shown(tag)), _NO_TAG)


def is_empty(node: Node) -> bool:
    """Tell whether a key was left without a value: nothing, `~` or `null`, not in quotes."""
    return (
        isinstance(node, ScalarNode)
        and not node.style
        and node.value in {"", "~", "null", "Null", "NULL"}
    )
