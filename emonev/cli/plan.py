"""`emonev plan`: what to do next, in which order, and what the total bears."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from emonev.cli.assessing import saved_or_assessed
from emonev.cli.language import LangOption, asked, spoken, told
from emonev.cli.options import YearOption
from emonev.cli.plan_request import Several, request_of
from emonev.errors import EmonevError
from emonev.language import say
from emonev.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from emonev.model.plan import Plan
    from emonev.model.text import Language
    from emonev.render.plan_shown import PlanView

BELOW_WHAT_WAS_ASKED = 1

_EXISTS = Text(
    "{path} sudah ada; mungkin telah diisi penanggung jawab dan tenggat.",
    "{path} exists; somebody may have filled in persons and due dates.",
)
_OTHER_NAME = Text(
    "Pilih nama lain, atau pindahkan berkas itu dahulu.",
    "Choose another name, or move that file away first.",
)


def _file_option(name: str, indonesian: str, english: str) -> object:
    return typer.Option(name, metavar="BERKAS", help=told(indonesian, english))


def plan(
    place: Annotated[
        Path,
        typer.Argument(
            metavar="DIR|HASIL.json",
            readable=False,
            help=told(
                "Ruang kerja, atau berkas hasil dari emonev score.",
                "A workspace, or a result file of emonev score.",
            ),
        ),
    ] = Path(),
    year: YearOption = None,
    target: Annotated[
        str | None,
        typer.Option(
            metavar="KUALIFIKASI",
            help=told(
                "Kualifikasi yang dituju, misalnya menuju-informatif; bawaan: yang berikutnya.",
                "The band to reach, such as menuju-informatif; default: the next one.",
            ),
        ),
    ] = None,
    budget: Annotated[
        str | None,
        typer.Option(
            metavar="HARI",
            help=told(
                "Hari kerja yang tersedia; tanpa --target: cari poin terbanyak.",
                "Working days there are; without --target: go for the most points.",
            ),
        ),
    ] = None,
    assume: Annotated[
        Several,
        typer.Option(
            metavar="TAHAP=NILAI",
            help=told(
                "Andaikan nilai tahap yang dinilai orang, misalnya presentasi=70.",
                "Suppose the value of a stage judged by people, such as presentasi=70.",
            ),
        ),
    ] = None,
    keep: Annotated[
        Several,
        typer.Option(
            metavar="ID",
            help=told(
                "Pasti dikerjakan sampai penuh, misalnya JEN-01,SAR-*.",
                "Certain to be done in full, such as JEN-01,SAR-*.",
            ),
        ),
    ] = None,
    skip: Annotated[
        Several,
        typer.Option(
            metavar="ID", help=told("Tidak dikerjakan; pola seperti --keep.", "Not to be done.")
        ),
    ] = None,
    what_if: Annotated[
        Several,
        typer.Option(
            metavar="ID=HASIL",
            help=told(
                "Seandainya: JEN-01=met,PEL-03=rejected; juga na atau bagian seperti 0.5.",
                "Suppose: JEN-01=met,PEL-03=rejected; also na, or a share such as 0.5.",
            ),
        ),
    ] = None,
    pending_met: Annotated[
        bool,
        typer.Option(
            "--pending-met",
            help=told(
                "Anggap semua kriteria yang menunggu telaah terpenuhi.",
                "Take every criterion that awaits review as met.",
            ),
        ),
    ] = False,
    as_json: Annotated[
        bool,
        typer.Option(
            "--json", help=told("Tulis JSON, tanpa yang lain.", "Write JSON, nothing else.")
        ),
    ] = False,
    html: Annotated[
        Path | None,
        _file_option("--html", "Tulis halaman HTML ke berkas ini.", "Write an HTML page."),
    ] = None,
    xlsx: Annotated[
        Path | None,
        _file_option(
            "--xlsx",
            "Tulis lembar kerja XLSX dengan kolom penanggung jawab, tenggat dan catatan.",
            "Write an XLSX worksheet with columns for person, due date and note.",
        ),
    ] = None,
    csv: Annotated[
        Path | None,
        _file_option("--csv", "Tulis lembar yang sama sebagai CSV.", "Write the same as CSV."),
    ] = None,
    _lang: LangOption = None,
) -> None:
    """Find the cheapest way up."""
    from emonev.plan import make_plan
    from emonev.render.plan_view import prepare_plan

    request = request_of(target, budget, assume, keep, skip, what_if, pending_met=pending_met)
    _refuse_filled_in(xlsx, csv)
    made = make_plan(saved_or_assessed(place, year, asked()), request)
    view = prepare_plan(made, _language(place))
    _print(made, view, as_json=as_json)
    for path, drawn in ((html, _page), (xlsx, _workbook), (csv, _table)):
        _write(path, drawn, view, quiet=as_json)
    if target is not None and made.reached is False:
        raise typer.Exit(BELOW_WHAT_WAS_ASKED)


def _language(place: Path) -> "Language":
    """Return the language asked for, else that of the workspace."""
    from emonev.load import load_workspace

    if asked() is None and place.is_dir():
        return load_workspace(place).language
    return spoken()


def _refuse_filled_in(*paths: Path | None) -> None:
    """Refuse to write over a sheet in which people may have written."""
    for path in paths:
        if path is not None and path.exists():
            raise EmonevError("file-exists", say(_EXISTS, path=str(path)), _OTHER_NAME)


def _print(made: "Plan", view: "PlanView", *, as_json: bool) -> None:
    if as_json:
        from emonev.render.json_file import as_json as written

        typer.echo(written(made).decode(), nl=False)
        return
    from emonev.cli.complaint import printable
    from emonev.render.plan_text import plan_text

    typer.echo(printable(plan_text(view)))


def _page(view: "PlanView") -> bytes:
    from emonev.render.plan_page import plan_page

    return plan_page(view).encode()


def _workbook(view: "PlanView") -> bytes:
    from emonev.render.plan_sheet import plan_workbook

    return plan_workbook(view)


def _table(view: "PlanView") -> bytes:
    from emonev.render.plan_sheet import plan_csv

    return plan_csv(view)


def _write(
    path: Path | None, drawn: "Callable[[PlanView], bytes]", view: "PlanView", *, quiet: bool
) -> None:
    from emonev.cli.complaint import printable
    from emonev.render.atomic import write_atomically

    if path is not None:
        write_atomically(path, drawn(view))
        typer.echo(printable(str(path)), err=quiet)
