"""The list that mistakes are noted in while a file is read, each at the place where it stands."""

import difflib
from collections.abc import Iterable
from typing import Literal, Protocol

from emonev.errors import Fault, FaultyFileError
from emonev.language import say
from emonev.model.text import Text

Severity = Literal["error", "warning"]
_LONGEST_QUOTE = 60
MOST_ERRORS = 1_000

_ENOUGH = Text(
    "lebih dari {limit} kesalahan; sisanya tidak diperiksa",
    "more than {limit} mistakes; the rest was not looked at",
)


class Mark(Protocol):
    """A place in a file, counted from 0, as the YAML parser gives it."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class Faults:
    """Notes every mistake of one file; `settle` ends the reading if there was an error.

    `count` grows with every note, also where the same mistake is reached again by an alias.
    """

    def __init__(self, file: str) -> None:
        self.file = shown(file, longest=1_000)
        self.count = 0
        self._noted: set[Fault] = set()
        self._closed: frozenset[tuple[int, int]] = frozenset()

    def note(
        self,
        slug: str,
        mark: Mark | None,
        message: Text,
        remedy: Text | None = None,
        severity: Severity = "error",
    ) -> None:
        """Note a mistake; without a mark it concerns the whole file.

        Raises FaultyFileError once there are more than anybody will read.
        """
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        self.count += 1
        if self.count > MOST_ERRORS and severity == "error":
            enough = say(_ENOUGH, limit=f"{MOST_ERRORS}")
            self._noted.add(Fault(self.file, 0, 0, "too-many", enough))
            raise FaultyFileError(self.sorted())
        if (line, column) not in self._closed:
            self._noted.add(Fault(self.file, line, column, slug, message, remedy, severity))

    def warn(self, slug: str, mark: Mark, message: Text, remedy: Text) -> None:
        """Note what an author should look at; the rubric works all the same."""
        self.note(slug, mark, message, remedy, "warning")

    def close_places(self) -> None:
        """Take no more notes at places that have one: what stands there is only a stand-in."""
        self._closed = frozenset((fault.line, fault.column) for fault in self._noted)

    def sorted(self) -> tuple[Fault, ...]:
        """Return all mistakes by place; the same one, reached twice by an alias, counts once."""
        return tuple(sorted(self._noted, key=_by_place))

    @property
    def has_errors(self) -> bool:
        return any(fault.severity == "error" for fault in self._noted)

    def settle(self) -> None:
        """Raise all mistakes if one of them is an error."""
        if self.has_errors:
            raise FaultyFileError(self.sorted())

    def give_up(
        self, slug: str, mark: Mark | None, message: Text, remedy: Text | None = None
    ) -> FaultyFileError:
        """Return the error of a mistake after which nothing more can be read."""
        self.note(slug, mark, message, remedy)
        return FaultyFileError(self.sorted())


def shown(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """Return foreign text fit for a message: on one line, short, and without control signs."""
    visible = "".join(c if c.isprintable() else " " for c in text[: 4 * longest])
    short = " ".join(visible.split())
    return short if len(short) <= longest else short[: longest - 1] + "…"


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant: `at_leest` is `at-least`."""
    choices = {_plain(choice): choice for choice in known}
    near = difflib.get_close_matches(_plain(word[:_LONGEST_QUOTE]), choices, n=1, cutoff=0.6)
    return choices[near[0]] if near else None


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-").strip()


def _by_place(fault: Fault) -> tuple[int, int, str, str]:
    return fault.line, fault.column, fault.slug, fault.message.id
