"""Lines of text on a terminal or in a pipe: wrapped, indented, and plain where they must be."""

from fractions import Fraction
from typing import TYPE_CHECKING

from emonev.render.shown import Bar, OutcomeShown

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_WIDEST = 100
_ROOM, _LEAST = 20, 10  # columns for words beside a lead; for words at all
_BELOW = 4  # columns that words stand in from the edge below their lead
_OUTCOMES = {
    "met": "green",
    "partly": "yellow",
    "not-met": "red",
    "not-applicable": "dim",
    "needs-review": "magenta",
    "error": "magenta",
}


def console() -> "Console":
    """Return the console of standard output: 80 columns and no colour where it is piped.

    What the output's encoding does not know is printed as a question mark.
    """
    import io
    import sys

    from rich.console import Console

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    return Console(
        highlight=False,
        markup=False,
        emoji=False,
        width=None if sys.stdout.isatty() else 80,
    )


class Paper:
    """A console to write whole lines on; nothing on it is read as markup."""

    def __init__(self, screen: "Console") -> None:
        self.screen = screen
        self.width = min(screen.width, _WIDEST)
        self.rich = screen.is_terminal and not screen.legacy_windows and "utf" in screen.encoding

    def line(self) -> None:
        """Leave a line empty."""
        self.screen.print()

    def heading(self, words: str) -> None:
        """Print a heading with an empty line above it."""
        self.line()
        self.say(words, style="bold")

    def say(self, words: "str | Text", *, indent: int = 0, style: str = "") -> None:
        """Print words in lines of the paper's width, all of them indented."""
        self.beside(" " * indent, words, style=style)

    def whole(self, words: str) -> None:
        """Print words in one line however long: a path that is broken cannot be copied."""
        from rich.text import Text

        self.screen.print(Text(words), soft_wrap=True)

    def beside(self, lead: "str | Text", words: "str | Text", *, style: str = "") -> None:
        """Print words with a lead before the first line and as much blank before the others.

        Where a lead leaves no room for words on a narrow screen, they go below it.
        """
        from rich.text import Text

        first = lead if isinstance(lead, Text) else Text(lead)
        text = words if isinstance(words, Text) else Text(words, style=style)
        if self.width - first.cell_len < _ROOM and first.plain.strip():
            self._lines(Text(), first)
            first = Text(" " * _BELOW)
        self._lines(first, text)

    def _lines(self, first: "Text", text: "Text") -> None:
        from rich.text import Text

        room = max(_LEAST, self.width - first.cell_len)
        for line in text.wrap(self.screen, room) or [Text()]:
            line.rstrip()
            self.screen.print(Text.assemble(first, line), soft_wrap=True)
            first = Text(" " * first.cell_len)

    def sign(self, outcome: OutcomeShown) -> "Text":
        """Return an outcome as its sign and word."""
        from rich.text import Text

        sign = outcome.sign if self.rich else outcome.plain_sign
        return Text(f"{sign} {outcome.word}", style=_OUTCOMES[outcome.id])

    def bar(self, bar: Bar, size: int) -> "Text":
        """Return a bar of so many signs; a full one only where nothing is missing."""
        from rich.text import Text

        earned = int(Fraction(bar.earned) * size / 100)
        reached = int((Fraction(bar.earned) + Fraction(bar.pending)) * size / 100)
        full, half, empty = "█▒░" if self.rich else "#?."
        return Text.assemble(
            (full * earned, "bold"),
            (half * (reached - earned), "magenta"),
            (empty * (size - reached), "dim"),
        )
