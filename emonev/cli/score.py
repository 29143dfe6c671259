"""`emonev score`: the main job."""

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from emonev.cli.assessing import (
    assess_year,
    files_of,
    latest_year,
    report_path,
    write_result,
)
from emonev.cli.language import LangOption, asked, told
from emonev.cli.options import NoThumbnailsOption, WorkspaceArgument, YearOption
from emonev.errors import EmonevError
from emonev.language import say
from emonev.model.text import Text

if TYPE_CHECKING:
    from fractions import Fraction

    from emonev.model.assessment import Assessment
    from emonev.model.text import Language

BELOW_WHAT_WAS_ASKED = 1
MOST_MINUTES = 10_000

_NOT_A_SCORE = Text(
    "--fail-under {text}: tulis angka 0 sampai 100, misalnya 80 atau 79,5.",
    "--fail-under {text}: write a number from 0 to 100, such as 80 or 79.5.",
)
_NO_MINUTES = Text(
    "--ocr-budget {text}: tulis jumlah menit, misalnya 60 atau 0,5.",
    "--ocr-budget {text}: write a number of minutes, such as 60 or 0.5.",
)
_NO_CRITERION = Text(
    "tidak ada kriteria yang cocok dengan {pattern}.", "no criterion matches {pattern}."
)
_SEE_IDS = Text(
    "Lihat daftar id dengan `emonev rubric show`.", "See the ids with `emonev rubric show`."
)


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
                "Tulis hasil (dengan --only: daftar kriteria itu) sebagai JSON ke stdout, tanpa yang "
                "lain.",
                "Write the result (with --only: the list of those criteria) as JSON to stdout, and "
                "nothing else.",
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
    no_worse_than: Annotated[
        Path | None,
        typer.Option(
            metavar="HASIL.json",
            help=told(
                "Kode keluar 1 bila nilai atau salah satu kriteria lebih buruk dari hasil ini.",
                "Exit code 1 if the total or any criterion is worse than in this result.",
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
    ocr: Annotated[
        str | None,
        typer.Option(
            "--ocr",
            metavar="auto|off|MESIN",
            help=told(
                "Yang membaca halaman pindaian: auto (mesin terbaik yang terpasang), off, "
                "tesseract, atau rapidocr.",
                "What reads scanned pages: auto (the best engine installed), off, tesseract or "
                "rapidocr.",
            ),
        ),
    ] = None,
    ocr_budget: Annotated[
        str | None,
        typer.Option(
            metavar="MENIT",
            help=told(
                "Lama OCR paling banyak dalam sekali jalan; sisanya dilanjutkan saat dijalankan "
                "lagi. Bawaan: 5.",
                "How many minutes OCR may take in one run; the next run goes on. Default: 5.",
            ),
        ),
    ] = None,
    no_thumbnails: NoThumbnailsOption = False,
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
    from emonev.cli.again import keep
    from emonev.load import find_rubric, load_assessment, load_workspace

    workspace = load_workspace(folder)
    language = asked() or workspace.language
    least = _least(fail_under)
    minutes = _number_in(ocr_budget, "ocr-budget", _NO_MINUTES, most=MOST_MINUTES)
    # Read before it may be written over: it can be the result of the very same year.
    earlier = None if no_worse_than is None else load_assessment(no_worse_than)
    chosen = latest_year(workspace, folder) if year is None else year
    today = on.date() if on else datetime.datetime.now().astimezone().date()
    assessment, pictures = assess_year(
        folder,
        chosen,
        today,
        cached=not no_cache,
        language=language,
        ocr=ocr,
        minutes=None if minutes is None else float(minutes),
        thumbnails=not no_thumbnails and only is None,
    )
    unwritten = None
    if only is None:
        unwritten = write_result(assessment, folder, workspace, language, pictures)
    report = None if unwritten else report_path(assessment, folder, workspace)
    _print(assessment, report, language, only=only, explain=explain, as_json=as_json)
    if unwritten:
        raise unwritten  # now that the person has at least seen the result
    worse = earlier is not None and _tell_worse(earlier, assessment, language)
    below = worse or (least is not None and assessment.total.exact_low < least)
    if not (as_json or no_cache or no_worse_than):
        rubric = find_rubric(workspace.rubrics[chosen], folder)
        page = report_path(assessment, folder, workspace)
        # Pictures are written only where there are any.
        written = [path for path in files_of(page) if path.is_file()] if only is None else []
        keep(folder, rubric, written, assessment, BELOW_WHAT_WAS_ASKED if below else 0)
    if below:
        raise typer.Exit(BELOW_WHAT_WAS_ASKED)


def _least(text: str | None) -> "Fraction | None":
    return _number_in(text, "fail-under", _NOT_A_SCORE, most=100)


def _number_in(text: str | None, slug: str, mistake: Text, *, most: int) -> "Fraction | None":
    """Return the number asked for, 0 to `most`; both 89,95 and 89.95 are understood."""
    from fractions import Fraction

    from emonev.model.exact import decode

    if text is None:
        return None
    try:
        number: Fraction = decode(Fraction, text.strip().replace(",", "."))
    except ValueError:
        number = Fraction(-1)
    if not 0 <= number <= most:
        raise EmonevError(slug, say(mistake, text=text))
    return number


def _tell_worse(earlier: "Assessment", assessment: "Assessment", language: "Language") -> bool:
    """Say on stderr what got worse; return whether anything did."""
    from emonev.cli.complaint import printable
    from emonev.compare import compare
    from emonev.render.worse_text import remarks_text, worse_text

    comparison = compare(earlier, assessment)
    worse = worse_text(comparison, language)
    for text in (remarks_text(comparison, language), worse):
        if text:
            typer.echo(printable(text), err=True)
    return bool(worse)


def _print(
    assessment: "Assessment",
    report: Path | None,
    language: "Language",
    *,
    only: str | None,
    explain: bool,
    as_json: bool,
) -> None:
    if as_json:
        _print_json(assessment, only)
        return
    from emonev.render.terminal import (
        console,
        render_criteria,
        render_explain,
        render_terminal,
    )

    screen = console()
    if only is not None:
        if not render_criteria(assessment, only, language, screen):
            raise _no_criterion(only)
        return
    render_terminal(assessment, language, screen, report)
    if explain:
        render_explain(assessment, language, screen)


def _print_json(assessment: "Assessment", only: str | None) -> None:
    """Write the whole result, or the list of the criteria that were asked for."""
    from emonev.render.chosen import chosen
    from emonev.render.json_file import as_json

    if only is None:
        sys.stdout.buffer.write(as_json(assessment))
        return
    criteria = chosen(assessment, only)
    if not criteria:
        raise _no_criterion(only)
    sys.stdout.buffer.write(as_json(criteria))


def _no_criterion(pattern: str) -> EmonevError:
    return EmonevError("tanpa-kriteria", say(_NO_CRITERION, pattern=pattern), _SEE_IDS)
