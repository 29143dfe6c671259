"""Assessing a year of a workspace, and finding a result that is saved already."""

import contextlib
import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from emonev.cli.places import path_between
from emonev.errors import EmonevError
from emonev.language import say
from emonev.model.text import Text

if TYPE_CHECKING:
    from emonev.model.assessment import Assessment
    from emonev.model.pictures import Pictures
    from emonev.model.text import Language
    from emonev.model.workspace import Workspace

_ELSEWHERE = Text(
    "folder keluaran {output} adalah tautan ke luar ruang kerja ({place}); tidak ada yang ditulis.",
    "the output folder {output} is a link out of the workspace ({place}); nothing was written.",
)
_MOVE_IT = Text(
    "Ganti tautan itu dengan folder, atau sebutkan folder lain di `output:` emonev.yaml.",
    "Put a folder in the link's place, or name another one in `output:` of emonev.yaml.",
)


def saved_or_assessed(place: Path, year: int | None, language: "Language | None") -> "Assessment":
    """Return a result file, or that of a workspace's year; a year without one is assessed first."""
    from emonev.load import load_assessment, load_workspace

    if place.is_file():
        return load_assessment(place)
    workspace = load_workspace(place)
    chosen = latest_year(workspace, place) if year is None else year
    saved = place / workspace.output / f"{chosen}.json"
    if saved.is_file():
        return load_assessment(saved)
    language = language or workspace.language
    today = datetime.datetime.now().astimezone().date()
    assessment, pictures = assess_year(place, chosen, today, cached=True, language=language)
    # What cannot be saved (a CD, a full disk) can still be looked at: the error is not raised.
    write_result(assessment, place, workspace, language, pictures)
    return assessment


def latest_year(workspace: "Workspace", folder: Path) -> int:
    """Return the latest year with an evidence folder, else the latest that has a rubric."""
    years = sorted(workspace.rubrics, reverse=True)
    return next((year for year in years if (folder / "bukti" / str(year)).is_dir()), years[0])


def assess_year(
    folder: Path,
    year: int,
    today: datetime.date,
    *,
    cached: bool,
    language: "Language",
    ocr: str | None = None,
    minutes: float | None = None,
    thumbnails: bool = True,
) -> tuple["Assessment", "Pictures | None"]:
    """Assess a year and show how far it is; `ocr` and `minutes` win over emonev.yaml.

    With `thumbnails` the pages that findings name are drawn as well.
    """
    from emonev.cli.progress import shown_progress
    from emonev.evidence.cache import open_cache
    from emonev.evidence.recognition import Asked
    from emonev.pipeline import assess, assess_with_pictures

    with contextlib.ExitStack() as stack:
        cache = stack.enter_context(open_cache(folder)) if cached else None
        shown = stack.enter_context(shown_progress(language))
        asked = Asked(engine=ocr, minutes=minutes, progress=shown.recognising if shown else None)
        reading = shown.reading if shown else None
        if thumbnails:
            return assess_with_pictures(
                folder,
                year,
                today=today,
                cache=cache,
                progress=reading,
                ocr=asked,
                drawing=shown.drawing if shown else None,
            )
        return assess(folder, year, today=today, cache=cache, progress=reading, ocr=asked), None


def write_result(
    assessment: "Assessment",
    folder: Path,
    workspace: "Workspace",
    language: "Language",
    pictures: "Pictures | None",
) -> EmonevError | None:
    """Write result, pictures and report; return why they could not be written (a CD, a full disk)."""
    from emonev.load.collector import without_collector

    try:
        with without_collector():
            _write(assessment, folder, workspace, language, pictures)
    except EmonevError as error:
        return error
    return None


def _write(
    assessment: "Assessment",
    folder: Path,
    workspace: "Workspace",
    language: "Language",
    pictures: "Pictures | None",
) -> None:
    from emonev.cli.last_year import last_year_of
    from emonev.render.atomic import write_atomically
    from emonev.render.html import render_html
    from emonev.render.json_file import to_json

    report = report_path(assessment, folder, workspace)
    _, result, place = files_of(report)
    _refuse_elsewhere(report.parent, folder)
    saved = to_json(assessment)
    write_atomically(result, saved)
    _write_pictures(pictures, place)
    html = render_html(
        assessment,
        language,
        to_workspace=path_between(report, folder),
        before=last_year_of(assessment, report.parent),
        pictures=pictures,
        saved=saved,
    )
    write_atomically(report, html.encode())


def _refuse_elsewhere(output: Path, folder: Path) -> None:
    """See that the output folder is no link out of a workspace that may be somebody else's."""
    if not output.resolve().is_relative_to(folder.resolve()):
        told = say(_ELSEWHERE, output=str(output), place=str(output.resolve()))
        raise EmonevError("output-outside", told, _MOVE_IT)


def _write_pictures(pictures: "Pictures | None", place: Path) -> None:
    """Write the pictures beside a result; those of an earlier one must not remain with it."""
    from emonev.render.atomic import write_atomically
    from emonev.render.json_file import pictures_json

    if pictures is not None and pictures.files:
        write_atomically(place, pictures_json(pictures))
    elif place.is_file():
        with contextlib.suppress(OSError):
            place.unlink()


def report_path(assessment: "Assessment", folder: Path, workspace: "Workspace") -> Path:
    return folder / workspace.output / f"{assessment.year}.html"


def files_of(report: Path) -> tuple[Path, Path, Path]:
    """Return all that `write_result` writes: the report, the result, the pictures beside it."""
    from emonev.load.pictures import place_of_pictures

    result = report.with_suffix(".json")
    return report, result, place_of_pictures(result)
