"""`emonev rubric suggest`: proposals for `replaces`; nothing is edited."""

from pathlib import Path

import typer

from emonev.cli.language import LangOption, spoken
from emonev.cli.rubric_options import (
    CategoryOfYearOption,
    JsonOption,
    NewArgument,
    OldArgument,
)


def suggest(
    old: OldArgument,
    new: NewArgument,
    category: CategoryOfYearOption = "kabupaten-kota",
    as_json: JsonOption = False,
    _lang: LangOption = None,
) -> None:
    """Propose links."""
    from emonev.cli.complaint import printable
    from emonev.load.by_year import rubric_of
    from emonev.render.json_file import as_json as written
    from emonev.render.suggestions import suggestions_text
    from emonev.suggest import suggest as suggested

    found = suggested(*(rubric_of(name, Path(), category) for name in (old, new)))
    if as_json:
        typer.echo(written(found).decode(), nl=False)
    else:
        typer.echo(printable(suggestions_text(found, spoken())))
