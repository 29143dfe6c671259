"""Office files from the inside: ZIP members unpacked as a stream, XML read with a lid on it.

Nothing is written to disk, nothing is unpacked that is not asked for, no DTD is accepted (so no
entity can grow or reach for another file), and every byte counts against the limits.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from xml.parsers import expat

from emonev.evidence.limits import Limits
from emonev.evidence.readers import problems

Attributes = dict[str, str]

_CHUNK = 64 * 1024
_RATIO_FROM = 1024**2
_READABLE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # all that office formats allow
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)


class EnoughError(Exception):
    """Raised by a reader that has read up to its limit: the rest of the part is left alone."""


class Package:
    """A ZIP container that was opened; use it in a `with` statement."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.unpacked_bytes
        try:
            self._zip = zipfile.ZipFile(path)
        except _BROKEN as error:
            raise problems.cannot("damaged", problems.DAMAGED) from error
        members = self._zip.infolist()
        if len(members) > limits.members:
            self._zip.close()
            raise problems.too_many_members(limits.members)
        # Some writers use backslashes, against the standard.
        self._members = {info.filename.replace("\\", "/"): info for info in members}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        return list(self._members)

    @property
    def entries(self) -> list[zipfile.ZipInfo]:
        """The members as the archive's directory describes them; its claims are not checked."""
        return list(self._members.values())

    @property
    def packed_size(self) -> int:
        """The bytes that all members take up in the file, as it says."""
        return sum(info.compress_size for info in self._members.values())

    def forget_unpacked(self) -> None:
        """Let what was unpacked only to be counted be unpacked again."""
        self._left = self._limits.unpacked_bytes

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a member's bytes as they are unpacked, until it is over or a limit is reached."""
        info = self._members[name]
        if info.flag_bits & 0x1:
            raise problems.cannot("encrypted", problems.ENCRYPTED)
        if info.compress_type not in _READABLE:
            raise problems.cannot("damaged", problems.DAMAGED)
        allowed = max(_RATIO_FROM, info.compress_size * self._limits.ratio)
        try:
            with self._zip.open(info) as member:
                while chunk := member.read(_CHUNK):
                    allowed -= len(chunk)
                    self._left -= len(chunk)
                    if allowed < 0 or self._left < 0:
                        raise problems.unpacks_too_large(
                            self._limits.unpacked_bytes, self._limits.ratio
                        )
                    yield chunk
        except _BROKEN as error:
            raise problems.cannot("damaged", problems.DAMAGED) from error

    def bytes_of(self, name: str) -> bytes:
        """Return a whole member: for small ones."""
        return b"".join(self.chunks(name))

    def markup_of(self, name: str) -> bytes:
        """Return an XML member unparsed, to cut elements out of it; a DTD is refused here too."""
        markup = self.bytes_of(name)
        if b"<!DOCTYPE" in markup:
            _refuse_declaration()
        return markup

    def parse(self, name: str, content: "Elements") -> None:
        """Feed a member's XML to `content`."""
        parser = _parser(content)
        try:
            for chunk in self.chunks(name):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except EnoughError:
            return
        except (expat.ExpatError, LookupError, UnicodeError) as error:
            raise problems.cannot("damaged", problems.DAMAGED) from error

    def main_part(self) -> str:
        """Return the name of the document's main part, as an OOXML package declares it."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.target in self:
                return relation.target
        raise problems.cannot("damaged", problems.NO_MAIN_PART)

    def relations(self, part: str) -> "dict[str, Relation]":
        """Return what an OOXML part refers to, by relation id."""
        folder, _, file = part.rpartition("/")
        name = f"{folder}/_rels/{file}.rels".lstrip("/")
        found = _Relations(folder, self._limits.depth)
        if name in self:
            self.parse(name, found)
        return found.relations

    def core_properties(self) -> dict[str, str]:
        """Return title, creator, created and modified from docProps/core.xml, where given."""
        return self.properties("docProps/core.xml", _OOXML_PROPERTIES)

    def properties(self, name: str, wanted: dict[str, str]) -> dict[str, str]:
        """Return the texts of the `wanted` elements of a small XML member, under their new names."""
        found = _Values(wanted, self._limits.depth)
        if name in self:
            self.parse(name, found)
        return found.values


class Relation:
    """A link from one part to another, or to the outside (`external`)."""

    __slots__ = ("external", "kind", "target")

    def __init__(self, kind: str, target: str, *, external: bool) -> None:
        self.kind, self.target, self.external = kind, target, external


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
        _parser(content).Parse(source, True)
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


def _parser(content: Elements) -> expat.XMLParserType:
    """Return a parser that calls `content`; names are not resolved, no DTD is accepted."""
    start, end, data = _callbacks(content)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = data
    parser.StartDoctypeDeclHandler = _refuse_declaration
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


def _refuse_declaration(*_: object) -> None:
    raise problems.cannot("damaged", problems.FORBIDDEN_DECLARATION)


class _Relations(Elements):
    def __init__(self, folder: str, depth: int) -> None:
        super().__init__(depth)
        self._folder = folder
        self.relations: dict[str, Relation] = {}
        self.opened["Relationship"] = self._relation

    def _relation(self, attributes: Attributes) -> None:
        target = attributes.get("Target", "")
        external = attributes.get("TargetMode") == "External"
        if not external:
            target = _resolved(self._folder, target)
        kind = attributes.get("Type", "").rpartition("/")[2]
        self.relations[attributes.get("Id", "")] = Relation(kind, target, external=external)


def _resolved(folder: str, target: str) -> str:
    """Return a target as the name of a member; what leads out of the package names no member."""
    steps = [] if target.startswith("/") else folder.split("/")
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(step for step in steps if step)


_OOXML_PROPERTIES = {
    "title": "title",
    "creator": "creator",
    "created": "created",
    "modified": "modified",
    "subject": "subject",
}


class _Values(Elements):
    def __init__(self, wanted: dict[str, str], depth: int) -> None:
        super().__init__(depth)
        self.values: dict[str, str] = {}
        self._current = ""
        for local, name in wanted.items():
            self.opened[local] = self._opener(name)
            self.closed[local] = self._close

    def _opener(self, name: str) -> Callable[[Attributes], None]:
        def open_it(_: Attributes) -> None:
            self._current = name

        return open_it

    def _close(self) -> None:
        self._current = ""

    def characters(self, text: str) -> None:
        if self._current and text.strip():
            joined = self.values.get(self._current, "") + text
            self.values[self._current] = joined.strip()[:500]
