"""`emonev report`: draw a saved result again, in any form."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from emonev.cli.language import LangOption, spoken, told
from emonev.cli.options import NoThumbnailsOption
from emonev.cli.places import path_between
from emonev.errors import EmonevError
from emonev.language import say
from emonev.model.text import Text

if TYPE_CHECKING:
    from emonev.model.assessment import Assessment
    from emonev.model.pictures import Pictures

Format = Literal["html", "xlsx", "csv"]

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
            metavar="BERKAS",
            help=told(
                "Tempat laporan ditulis; bawaan: di samping berkas hasil.",
                "Where to write the report; default: beside the result.",
            ),
        ),
    ] = None,
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            help=told("Bentuk keluaran.", "The form of the output."),
        ),
    ] = "html",
    design: Annotated[
        str,
        typer.Option(
            metavar="full|summary|FOLDER",
            help=told(
                "Rancangan laporan HTML: lengkap, ringkasan satu halaman, atau folder templat.",
                "Design of the HTML report: full, a one-page summary, or a folder of templates.",
            ),
        ),
    ] = "full",
    no_thumbnails: NoThumbnailsOption = False,
    public: Annotated[
        bool,
        typer.Option(
            "--public",
            help=told(
                "Untuk umum: tanpa catatan, kutipan, nama orang, dan nama berkas.",
                "For the public: no notes, quotations, names of persons or of files.",
            ),
        ),
    ] = False,
    _lang: LangOption = None,
) -> None:
    """Draw a saved result: as HTML, as a workbook, or as CSV."""
    from emonev.cli.complaint import printable
    from emonev.load import load_assessment
    from emonev.render.atomic import write_atomically

    assessment = load_assessment(result)
    # A link that was named is written through; one that lies in the workspace is not followed.
    target = output or result.with_name(_name(result, form, design, public=public))
    target = target.resolve() if output and output.is_file() else target
    if target.resolve() == result.resolve():
        raise EmonevError("same-file", say(_SAME, path=str(result)), _CHOOSE_OUTPUT)
    from emonev.load.pictures import load_pictures

    # Pages can hold personal data that no rule would find.
    pictures = None if no_thumbnails or public else load_pictures(result)
    drawn = _drawn(assessment, result, target, form, design, pictures, public=public)
    write_atomically(target, drawn)
    typer.echo(printable(str(output or target)))


def _name(result: Path, form: Format, design: str, *, public: bool) -> str:
    """Return a name beside the result; no form of a report takes the place of another."""
    parts = [result.stem]
    parts += ["ringkasan"] if form == "html" and design == "summary" else []
    parts += ["publik"] if public else []
    return f"{'-'.join(parts)}.{form}"


def _drawn(
    assessment: "Assessment",
    result: Path,
    target: Path,
    form: Format,
    design: str,
    pictures: "Pictures | None",
    *,
    public: bool,
) -> bytes:
    from emonev.cli.last_year import last_year_of
    from emonev.render.public import for_the_public

    shown = for_the_public(assessment) if public else assessment
    if form != "html":
        from emonev.render.result_sheet import result_csv, result_workbook

        return (result_csv if form == "csv" else result_workbook)(shown, spoken())
    from emonev.render.html import render_html

    # A result lies in its workspace's output folder; the links to evidence start from there.
    to_workspace = None if public else path_between(target, result.parent.parent)
    before = last_year_of(assessment, result.parent)
    return render_html(
        shown,
        spoken(),
        design=design,
        to_workspace=to_workspace,
        before=before,
        pictures=pictures,
    ).encode()
