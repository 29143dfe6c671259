"""Help in the language that is spoken, down to its headings, which typer writes in English."""

from collections.abc import Callable
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from emonev.cli.language import spoken, told

Action = TypeVar("Action", bound=Callable[..., Any])

_HEADINGS = {
    "Usage: ": "Pemakaian: ",
    "\nOptions:\n": "\nPilihan:\n",
    "\nArguments:\n": "\nArgumen:\n",
    "\nCommands:\n": "\nPerintah:\n",
    "[OPTIONS]": "[PILIHAN]",
    "COMMAND [ARGS]...": "PERINTAH [ARGUMEN]...",
    "Show this message and exit.": "Tampilkan bantuan ini.",
    "[required]": "[wajib]",
    "[default:": "[bawaan:",
}


def example(words: str, english: str | None = None) -> str:
    """Return the line that ends a command's help; `english` where its words differ."""
    return told(f"Contoh: emonev {words}", f"Example: emonev {english or words}")


class Program(typer.Typer):
    """A typer program whose commands and groups speak the language asked for in their help."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(
            cls=_Group,
            no_args_is_help=True,
            add_completion=False,
            rich_markup_mode=None,
            pretty_exceptions_enable=False,
            **settings,
        )

    def command(self, name: str | None = None, **settings: Any) -> Callable[[Action], Action]:
        return super().command(name, cls=_Command, **settings)


class _Command(TyperCommand):
    def get_help(self, ctx: Any) -> str:
        return _translated(super().get_help(ctx))


class _Group(TyperGroup):
    def get_help(self, ctx: Any) -> str:
        return _translated(super().get_help(ctx))


def _translated(text: str) -> str:
    if spoken() == "en":
        return text
    for english, indonesian in _HEADINGS.items():
        text = text.replace(english, indonesian)
    return text
