"""Errors that are answered with a sentence: the place, the problem and the mend."""

from msgspec import Struct

from emonev.model.text import Text


class Fault(Struct, frozen=True, order=True):
    """One mistake in a file that a person wrote. `line` and `column` count from 1; 0 = whole file.

    `slug` is stable and searchable; `severity` "warning" does not keep a file from being used.
    """

    file: str
    line: int
    column: int
    slug: str
    message: Text
    remedy: Text | None = None
    severity: str = "error"

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class EmonevError(Exception):
    """An expected error: shown without a traceback, exit code 2."""

    def __init__(self, slug: str, message: Text, remedy: Text | None = None) -> None:
        super().__init__(message.en)
        self.slug, self.message, self.remedy = slug, message, remedy


class FaultyFileError(EmonevError):
    """A file with mistakes, all of them at once; nothing of it was used."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        first = faults[0]
        super().__init__(first.slug, first.message, first.remedy)
        self.faults = faults
