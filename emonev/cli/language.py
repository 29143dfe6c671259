"""Which language the program speaks: `--lang`, else EMONEV_LANG, else Indonesian.

Help is built while modules are imported, before options are parsed, so the choice is read from
the command line itself.
"""

import os
import sys
from typing import Annotated

import typer

from emonev.model.text import Language, Text


def spoken(arguments: list[str] | None = None) -> Language:
    """Return the language asked for, else Indonesian."""
    return asked(arguments) or "id"


def asked(arguments: list[str] | None = None) -> Language | None:
    """Return the language asked for on the command line or in the environment, if any."""
    words = sys.argv[1:] if arguments is None else arguments
    choice = os.environ.get("EMONEV_LANG", "")
    for index, word in enumerate(words):
        if word.startswith("--lang="):
            choice = word.removeprefix("--lang=")
        elif word == "--lang" and index + 1 < len(words):
            choice = words[index + 1]
    if choice == "en":
        return "en"
    return "id" if choice == "id" else None


def told(indonesian: str, english: str) -> str:
    """Return the help text of the language that is spoken."""
    return Text(indonesian, english).in_language(spoken())


def _known(choice: str | None) -> str | None:
    if choice not in {None, "id", "en"}:
        raise typer.BadParameter(f"{choice!r} is not one of id, en")
    return choice


LangOption = Annotated[
    str | None,
    typer.Option(
        "--lang",
        callback=_known,
        metavar="id|en",
        help=told("Bahasa keluaran: id (bawaan) atau en.", "Output language: id (default) or en."),
    ),
]
