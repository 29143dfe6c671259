"""`emonev rubric import`: a questionnaire in a spreadsheet becomes the draft of a rubric."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from emonev.cli.language import LangOption, spoken, told
from emonev.cli.rubric_options import put_out
from emonev.model.text import Text

if TYPE_CHECKING:
    from emonev.load.questionnaire import Draft

_FOUND = Text(
    "{rows} pertanyaan ditemukan, {criteria} di antaranya berbobot, dalam {indicators} indikator; "
    "jumlah bobot {weights}.",
    "{rows} questions found, {criteria} of them with points, in {indicators} indicators; the "
    "weights add up to {weights}.",
)
_DOUBTS = Text("Yang tidak dapat dipahami ({count}):", "What could not be understood ({count}):")
_NO_DOUBTS = Text("Semua baris dapat dipahami.", "Every row could be understood.")
_NEXT = Text("Periksa: emonev rubric lint {path}", "Check it: emonev rubric lint {path}")
_EXISTS = Text("{path} sudah ada dan tidak ditimpa", "{path} exists and is not overwritten")
_ELSEWHERE = Text("Pilih nama lain dengan --output.", "Choose another name with --output.")
_NOT_A_NAME = re.compile(r"[^a-z0-9._-]+")

_File = Annotated[
    Path,
    typer.Argument(
        metavar="BERKAS.xlsx|csv",
        help=told("Kuesioner dalam lembar kerja atau CSV.", "A questionnaire as workbook or CSV."),
    ),
]
_Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="BARU.yaml",
        help=told(
            "Tulis rubrik ke berkas ini; bawaan: stdout. Berkas yang ada tidak ditimpa.",
            "Write the rubric to this file; default: stdout. No file is overwritten.",
        ),
    ),
]
_Id = Annotated[
    str,
    typer.Option(
        "--id",
        metavar="ID",
        help=told("Id rubrik; bawaan: nama berkas.", "The rubric's id; default: the file's name."),
        show_default=False,
    ),
]
_Year = Annotated[
    int | None,
    typer.Option(
        "--year",
        "-y",
        metavar="YEAR",
        help=told("Tahun kuesioner; bawaan: yang tertulis.", "Its year; default: as printed."),
    ),
]
_Category = Annotated[
    str,
    typer.Option(
        "--category",
        metavar="KATEGORI",
        help=told("Kategori badan publik.", "Category of public body."),
    ),
]
_Authority = Annotated[
    str,
    typer.Option(
        "--authority",
        metavar="NAMA",
        help=told("Komisi atau lembaga yang menilai.", "The commission or body that assesses."),
    ),
]
_Title = Annotated[
    str,
    typer.Option(
        "--title",
        metavar="JUDUL",
        help=told("Judul rubrik.", "The rubric's title."),
        show_default=False,
    ),
]


def import_(
    file: _File,
    output: _Output = None,
    id_: _Id = "",
    year: _Year = None,
    category: _Category = "kabupaten-kota",
    authority: _Authority = "Komisi Informasi",
    title: _Title = "",
    _lang: LangOption = None,
) -> None:
    """Make the draft of a rubric."""
    from emonev.errors import EmonevError
    from emonev.evidence.grid import read_grid
    from emonev.language import say
    from emonev.load.questionnaire import Given, import_questionnaire

    if output is not None and output.exists():
        raise EmonevError("output-exists", say(_EXISTS, path=str(output)), _ELSEWHERE)
    name = id_ or (output.stem if output else _name_of(file))
    given = Given(
        id=name, file=file.name, category=category, authority=authority, year=year, title=title
    )
    draft = import_questionnaire(read_grid(file), given)
    put_out(draft.yaml, output)
    _tell(draft, output)


def _name_of(file: Path) -> str:
    return _NOT_A_NAME.sub("-", file.stem.lower()).strip("-._") or "kuesioner"


def _tell(draft: "Draft", output: Path | None) -> None:
    """Say on stderr what was found and what was not understood."""
    from emonev.cli.complaint import printable
    from emonev.language import say

    language = spoken()
    found = say(
        _FOUND,
        rows=draft.rows,
        criteria=draft.criteria,
        indicators=draft.indicators,
        weights=draft.weights,
    )
    head = say(_DOUBTS, count=len(draft.doubts)) if draft.doubts else _NO_DOUBTS
    lines = [found.in_language(language), head.in_language(language)]
    lines += [f"  {d.place}: {d.message.in_language(language)} ({d.slug})" for d in draft.doubts]
    if output is not None:
        lines.append(say(_NEXT, path=str(output)).in_language(language))
    typer.echo(printable("\n".join(lines)), err=True)
