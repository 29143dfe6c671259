"""`emonev doctor`: what is installed, what is missing, and what to do about it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from emonev.cli.language import LangOption, spoken, told
from emonev.cli.options import WorkspaceArgument
from emonev.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from emonev.doctor import Examined
    from emonev.model.text import Language
    from emonev.render.paper import Paper

SOMETHING_IS_WRONG = 1

_PARTS = {
    "program": Text("Program", "Program"),
    "ocr": Text("OCR", "OCR"),
    "machine": Text("Komputer", "Machine"),
    "workspace": Text("Ruang kerja", "Workspace"),
}
_SIGNS = {"good": "+", "advice": "!", "wrong": "x"}
_STYLES = {"good": "", "advice": "yellow", "wrong": "bold red"}
_ALL_GOOD = Text("Semuanya siap.", "Everything is ready.")
_COULD_BE_BETTER = Text(
    "emonev dapat dipakai; {count} hal dapat dilengkapi.",
    "emonev can be used; things that could be added: {count}.",
)
_WRONG = Text(
    "emonev belum dapat dipakai dengan baik: {count} hal harus diperbaiki.",
    "emonev cannot be used well yet; things that must be mended: {count}.",
)


def doctor(
    folder: WorkspaceArgument = Path(),
    as_json: Annotated[
        bool,
        typer.Option(
            "--json",
            help=told(
                "Tulis hasil sebagai JSON ke stdout, tanpa yang lain.",
                "Write the result as JSON to stdout, and nothing else.",
            ),
        ),
    ] = False,
    _lang: LangOption = None,
) -> None:
    """Look the machine over; exit code 1 where something is wrong."""
    from emonev.doctor import examine

    examined = examine(folder)
    if as_json:
        import msgspec

        typer.echo(msgspec.json.format(msgspec.json.encode(examined)).decode())
    else:
        _print(examined, spoken())
    if any(each.state == "wrong" for each in examined):
        raise typer.Exit(SOMETHING_IS_WRONG)


def _print(examined: "Sequence[Examined]", language: "Language") -> None:
    from emonev.render.paper import Paper, console

    paper, part = Paper(console()), ""
    for each in examined:
        if each.part != part:
            part = each.part
            paper.heading(_PARTS[part].in_language(language))
        _print_one(paper, each, language)
    paper.line()
    paper.say(_summary(examined).in_language(language), style="bold")


def _print_one(paper: "Paper", each: "Examined", language: "Language") -> None:
    from emonev.cli.complaint import printable

    words = printable(each.told.in_language(language))
    paper.beside(f"  {_SIGNS[each.state]} ", words, style=_STYLES[each.state])
    for remedy in each.remedy:
        paper.beside("      > ", printable(remedy.in_language(language)))


def _summary(examined: "Sequence[Examined]") -> Text:
    from emonev.language import say

    states = [each.state for each in examined]
    for state, template in (("wrong", _WRONG), ("advice", _COULD_BE_BETTER)):
        if state in states:
            return say(template, count=states.count(state))
    return _ALL_GOOD
