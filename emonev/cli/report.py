"""`emonev report`: draw a saved result again."""

from pathlib import Path
from typing import Annotated

import typer

from emonev.cli.language import LangOption, spoken, told
from emonev.cli.places import path_between
from emonev.errors import EmonevError
from emonev.language import say
from emonev.model.text import Text

_SAME = Text(
    "laporan akan menimpa berkas hasilnya sendiri, {path}.",
    "the report would overwrite its own result, {path}.",
)
_CHOOSE_OUTPUT = Text(
    "Pilih nama lain dengan --output, misalnya laporan.html.",
    "Choose another name with --output, such as report.html.",
)


def report(
    result: Annotated[
        Path,
        typer.Argument(
            metavar="HASIL.json",
            help=told("Berkas hasil dari emonev score.", "A result file of emonev score."),
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="BERKAS.html",
            help=told(
                "Tempat laporan ditulis; bawaan: di samping berkas hasil.",
                "Where to write the report; default: beside the result.",
            ),
        ),
    ] = None,
    _lang: LangOption = None,
) -> None:
    """Draw the HTML report of a saved result."""
    from emonev.cli.complaint import printable
    from emonev.load import load_assessment
    from emonev.render.atomic import write_atomically
    from emonev.render.html import render_html

    assessment = load_assessment(result)
    # A link that was named is written through; one that lies in the workspace is not followed.
    target = output or result.with_suffix(".html")
    target = target.resolve() if output and output.is_file() else target
    if target.resolve() == result.resolve():
        raise EmonevError("same-file", say(_SAME, path=str(result)), _CHOOSE_OUTPUT)
    # A result lies in its workspace's output folder; the links to evidence start from there.
    to_workspace = path_between(target, result.parent.parent)
    html = render_html(assessment, spoken(), to_workspace=to_workspace)
    write_atomically(target, html.encode())
    typer.echo(printable(str(output or target)))
