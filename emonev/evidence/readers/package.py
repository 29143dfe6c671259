"""Office files from the inside: ZIP members unpacked as a stream, XML read with a lid on it.

Nothing is written to disk, nothing is unpacked that is not asked for, no DTD is accepted (so no
entity can grow or reach for another file), and every byte counts against the limits.
"""

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self
from xml.parsers import expat

from emonev.evidence.limits import Limits
from emonev.evidence.readers import problems
from emonev.evidence.readers.elements import (
    Attributes,
    Elements,
    EnoughError,
    parser_for,
    refuse_declaration,
)

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
    def has_macros(self) -> bool:
        """Whether an OOXML package brings programs with it."""
        return any(name.endswith("vbaProject.bin") for name in self._members)

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
            refuse_declaration()
        return markup

    def parse(self, name: str, content: "Elements") -> None:
        """Feed a member's XML to `content`."""
        self._feed(parser_for(content), name)

    def _feed(self, parser: expat.XMLParserType, name: str) -> None:
        try:
            for chunk in self.chunks(name):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except EnoughError:
            return
        except (expat.ExpatError, LookupError, UnicodeError) as error:
            raise problems.cannot("damaged", problems.DAMAGED) from error

    def check_markup(self, name: str) -> None:
        """Raise where a member is no sound XML; what it says is of no interest."""
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = refuse_declaration
        self._feed(parser, name)

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
