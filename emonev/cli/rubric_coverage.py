"""`emonev rubric coverage`: which obligations of the law a rubric asks for."""

from pathlib import Path
from typing import Annotated

import typer

from emonev.cli.language import LangOption, spoken, told
from emonev.cli.rubric_options import CategoryOfYearOption, HtmlOption, JsonOption, put_out

_Rubric = Annotated[
    str,
    typer.Argument(
        metavar="RUBRIK",
        help=told("Rubrik: id, berkas, atau tahun.", "The rubric: id, file or year."),
    ),
]


def coverage(
    rubric: _Rubric = "2024",
    category: CategoryOfYearOption = "kabupaten-kota",
    as_json: JsonOption = False,
    html: HtmlOption = None,
    _lang: LangOption = None,
) -> None:
    """Hold a rubric against the law."""
    from emonev.cli.complaint import printable
    from emonev.coverage import coverage_of
    from emonev.load.by_year import rubric_of
    from emonev.render.coverage_text import coverage_text
    from emonev.render.coverage_view import prepare_coverage
    from emonev.render.json_file import as_json as written

    found = coverage_of(rubric_of(rubric, Path(), category))
    if as_json:
        typer.echo(written(found).decode(), nl=False)
    elif html is None:
        typer.echo(printable(coverage_text(prepare_coverage(found, spoken()))))
    if html is not None:
        from emonev.render.rubric_pages import coverage_page

        put_out(coverage_page(prepare_coverage(found, spoken())), html)
