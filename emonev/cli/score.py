"""`emonev score`: the main job."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from emonev.cli.language import LangOption, spoken, told
from emonev.cli.options import WorkspaceArgument, YearOption

if TYPE_CHECKING:
    from emonev.evidence.cache import Cache
    from emonev.model.assessment import Assessment
    from emonev.model.text import Language
    from emonev.model.workspace import Workspace

BELOW_WHAT_WAS_ASKED = 1


def score(
    folder: WorkspaceArgument = Path(),
    year: YearOption = None,
    only: Annotated[
        str | None,
        typer.Option(
            metavar="POLA",
            help=told(
                "Cetak hanya kriteria ini, misalnya JEN-* atau JEN-01,PEL-*; tidak menulis berkas.",
                "Print only these criteria, such as JEN-* or JEN-01,PEL-*; writes no file.",
            ),
        ),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help=told(
                "Cetak hitungan setiap nilai sehingga dapat diulang dengan tangan.",
                "Print the arithmetic of every total, so that it can be redone by hand.",
            ),
        ),
    ] = False,
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
    fail_under: Annotated[
        str | None,
        typer.Option(
            metavar="NILAI",
            help=told(
                "Kode keluar 1 bila nilai (batas bawahnya) di bawah angka ini.",
                "Exit code 1 if the score (its lower end) is below this number.",
            ),
        ),
    ] = None,
    no_cache: Annotated[
        bool,
        typer.Option(
            "--no-cache",
            help=told(
                "Baca ulang semua bukti; jangan pakai dan jangan tulis tembolok.",
                "Read all evidence again; neither use nor write the cache.",
            ),
        ),
    ] = False,
    on: Annotated[
        datetime.datetime | None,
        typer.Option(
            "--date",
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help=told("Tanggal penilaian; bawaan: hari ini.", "Day of assessment; default: today."),
        ),
    ] = None,
    _lang: LangOption = None,
) -> None:
    """Score a workspace's evidence and write the report."""
    from emonev.load import load_workspace

    workspace = load_workspace(folder)
    language = spoken() if _lang else workspace.language
    least = _number(fail_under)
    chosen = year or _latest_year(workspace, folder)
    today = on.date() if on else datetime.datetime.now().astimezone().date()
    assessment = _assess(folder, chosen, today, cached=not no_cache, language=language)
    if as_json:
        _print_json(assessment)
    if only is not None:
        if not as_json:
            _print_criteria(assessment, only, language)
    else:
        report = _write(assessment, folder / workspace.output, language)
        if not as_json:
            _print_summary(assessment, language, report, explain=explain)
    if least is not None and assessment.total.exact_low < least:
        raise typer.Exit(BELOW_WHAT_WAS_ASKED)
