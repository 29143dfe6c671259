"""Arguments and options that the commands about rubrics share."""

from pathlib import Path
from typing import Annotated

import typer

from emonev.cli.language import told

OldArgument = Annotated[
    str,
    typer.Argument(
        metavar="LAMA",
        help=told("Rubrik lama: id, berkas, atau tahun.", "The older rubric: id, file or year."),
    ),
]
NewArgument = Annotated[
    str,
    typer.Argument(
        metavar="BARU",
        help=told("Rubrik baru: id, berkas, atau tahun.", "The newer rubric: id, file or year."),
    ),
]
JsonOption = Annotated[
    bool,
    typer.Option("--json", help=told("Tulis JSON, tanpa yang lain.", "Write JSON, nothing else.")),
]
HtmlOption = Annotated[
    Path | None,
    typer.Option(
        "--html",
        metavar="BERKAS",
        help=told("Tulis halaman HTML ke berkas ini.", "Write an HTML page to this file."),
    ),
]
CategoryOfYearOption = Annotated[
    str,
    typer.Option(
        "--category",
        metavar="KATEGORI",
        help=told(
            "Kategori badan, bila rubrik disebut dengan tahunnya.",
            "The body's category, where a rubric is named by its year.",
        ),
    ),
]


def put_out(text: str, path: Path | None) -> None:
    """Write a text and say where it is, or write it to stdout."""
    if path is None:
        typer.echo(text, nl=False)
        return
    from emonev.render.atomic import write_atomically

    write_atomically(path, text.encode("utf-8"))
    typer.echo(path)
