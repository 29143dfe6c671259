"""`emonev init`: make a workspace, or add a year to one."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from emonev.cli.language import LangOption, spoken, told
from emonev.language import say
from emonev.model.text import Text

if TYPE_CHECKING:
    from emonev.model.rubric import Rubric
    from emonev.model.text import Language
    from emonev.model.workspace import Body
    from emonev.scaffold import Made

READY = Text(
    "Ruang kerja {body} tahun {year} siap di {folder} (rubrik {rubric}, {count} kriteria).",
    "The workspace of {body} for {year} is ready in {folder} (rubric {rubric}, {count} criteria).",
)
KEPT = Text(
    "{count} berkas dan folder sudah ada dan tidak diubah.",
    "{count} files and folders were there and stay as they are.",
)
ADD_LINE = Text(
    "Tambahkan sendiri baris ini di bawah “rubrics:” dalam emonev.yaml: {line}",
    "Add this line below “rubrics:” in emonev.yaml yourself: {line}",
)
NEXT = Text(
    "Berikutnya: letakkan bukti di bukti/{year}, lalu jalankan: emonev score {folder} --year {year}",
    "Next: put the evidence into bukti/{year}, then run: emonev score {folder} --year {year}",
)


def init(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR",
            help=told("Folder ruang kerja yang akan dibuat.", "Folder of the workspace to make."),
        ),
    ],
    year: Annotated[
        int,
        typer.Option("--year", "-y", metavar="YEAR", help=told("Tahun e-Monev.", "e-Monev year.")),
    ],
    body: Annotated[
        str | None,
        typer.Option(
            metavar="NAMA",
            help=told(
                "Nama badan publik; tidak perlu bila ruang kerja sudah ada.",
                "Name of the public body; not needed for a workspace that is there.",
            ),
        ),
    ] = None,
    category: Annotated[
        str | None,
        typer.Option(
            metavar="KATEGORI",
            help=told(
                "Kategori badan publik, misalnya kabupaten-kota.",
                "Category of public body, such as kabupaten-kota.",
            ),
        ),
    ] = None,
    province: Annotated[
        str, typer.Option(metavar="NAMA", help=told("Nama provinsi.", "Name of the province."))
    ] = "",
    rubric: Annotated[
        str | None,
        typer.Option(
            metavar="ID|BERKAS",
            help=told(
                "Rubrik; bawaan: dipilih menurut kategori dan tahun.",
                "Rubric; default: chosen by category and year.",
            ),
        ),
    ] = None,
    _lang: LangOption = None,
) -> None:
    """Make a workspace with one folder for each criterion, or add a year to it."""
    from emonev.load.choose import choose_rubric, known_body
    from emonev.scaffold import make_workspace

    public_body = known_body(folder, body, category, province, rubric)
    chosen = choose_rubric(rubric, public_body.category, year)
    reference = None if chosen.shipped else _relative(chosen.path, folder)
    language = spoken()
    made = make_workspace(folder, public_body, chosen.rubric, year, language, reference=reference)
    _tell(made, folder, public_body, chosen.rubric, year, language)


def _relative(path: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
    except ValueError:  # another drive on Windows
        return path.resolve().as_posix()


def _tell(
    made: "Made", folder: Path, body: "Body", rubric: "Rubric", year: int, language: "Language"
) -> None:
    from emonev.cli.complaint import printable

    count = sum(1 for _ in rubric.criteria())
    where, when = str(folder), f"{year}"
    lines = [say(READY, body=body.name, year=when, folder=where, rubric=rubric.id, count=count)]
    if made.kept:
        lines.append(say(KEPT, count=len(made.kept)))
    if made.line_to_add:
        lines.append(say(ADD_LINE, line=made.line_to_add.strip()))
    lines.append(say(NEXT, year=when, folder=_for_shell(where)))
    for line in lines:
        typer.echo(printable(line.in_language(language)))


def _for_shell(path: str) -> str:
    return f'"{path}"' if " " in path else path
