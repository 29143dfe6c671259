"""Arguments and options that the commands about rubrics share."""

from pathlib import Path
from typing import Annotated

import typer

from emonev.cli.language import told

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
CategoryOption = Annotated[
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


def write_page(path: Path, page: str) -> None:
    """Write a page and say where it is."""
    from emonev.render.atomic import write_atomically

    write_atomically(path, page.encode("utf-8"))
    typer.echo(path)
