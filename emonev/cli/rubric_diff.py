"""`emonev rubric diff`: what is new in a questionnaire."""

from pathlib import Path

import typer

from emonev.cli.language import LangOption, spoken
from emonev.cli.rubric_options import (
    CategoryOfYearOption,
    HtmlOption,
    JsonOption,
    NewArgument,
    OldArgument,
    put_out,
)


def diff(
    old: OldArgument,
    new: NewArgument,
    category: CategoryOfYearOption = "kabupaten-kota",
    as_json: JsonOption = False,
    html: HtmlOption = None,
    _lang: LangOption = None,
) -> None:
    """Compare two rubrics."""
    from emonev.cli.complaint import printable
    from emonev.load.by_year import rubric_of
    from emonev.render.change_text import change_text
    from emonev.render.change_view import prepare_change
    from emonev.render.json_file import as_json as written
    from emonev.rubric_change import compare_rubrics

    older, newer = (rubric_of(name, Path(), category) for name in (old, new))
    change = compare_rubrics(older, newer)
    if as_json:
        typer.echo(written(change).decode(), nl=False)
    elif html is None:
        typer.echo(printable(change_text(prepare_change(change, spoken()))))
    if html is not None:
        from emonev.render.rubric_pages import change_page

        put_out(change_page(prepare_change(change, spoken())), html)
