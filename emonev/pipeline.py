"""The story: a workspace and a year go in, an assessment comes out."""

import datetime
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from emonev.assemble import assemble
from emonev.errors import EmonevError
from emonev.evidence.cache import Cache
from emonev.evidence.extract import prepare_to_read, read_evidence
from emonev.evidence.inventory import take_inventory
from emonev.evidence.limits import Limits
from emonev.evidence.pictures.take import take_pictures
from emonev.evidence.recognition import Asked, recognise
from emonev.evidence.workers import Workers
from emonev.hearing import Hearings
from emonev.judged import Judged
from emonev.language import say
from emonev.load import find_rubric, load_answers, load_rubric, load_workspace
from emonev.load.letterhead import load_letterhead
from emonev.model.assessment import Assessment
from emonev.model.inventory import Inventory
from emonev.model.pictures import Pictures
from emonev.model.text import Text
from emonev.model.workspace import Workspace
from emonev.render import LOADED_LATE
from emonev.stakes import asking
from emonev.verdicts import Verdicts

Progress = Callable[[int, int], None]

_NO_RUBRIC = Text(
    "emonev.yaml tidak menyebut rubrik untuk tahun {year}; yang ada: {years}.",
    "emonev.yaml names no rubric for {year}; there is: {years}.",
)
_ADD_RUBRIC = Text(
    "Tambahkan baris `{year}: <id rubrik>` di bawah `rubrics:`, atau pilih --year lain.",
    "Add a line `{year}: <rubric id>` under `rubrics:`, or choose another --year.",
)


def assess(
    folder: Path,
    year: int,
    *,
    today: datetime.date,
    cache: Cache | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
    ocr: Asked | None = None,
) -> Assessment:
    """Return the assessment of one workspace in one e-Monev year.

    `today` is the day that reviews are in force on and that the result bears. `ocr` wins over what
    emonev.yaml says of it. Raises EmonevError for a workspace, rubric or answer file with
    mistakes; evidence, however broken, never raises.
    """
    with Workers(limits or Limits(), later=LOADED_LATE) as workers:
        return _Run(folder, year, today, cache, workers, progress, ocr or Asked()).assess()[0]


def assess_with_pictures(
    folder: Path,
    year: int,
    *,
    today: datetime.date,
    cache: Cache | None = None,
    progress: Progress | None = None,
    ocr: Asked | None = None,
    drawing: Progress | None = None,
) -> tuple[Assessment, Pictures]:
    """Return the same with small pictures of the pages that its findings name.

    `drawing` is called as `progress` is, while they are drawn.
    """
    with Workers(Limits(), later=LOADED_LATE) as workers:
        run = _Run(folder, year, today, cache, workers, progress, ocr or Asked())
        assessment, inventory = run.assess()
        pictures = take_pictures(
            folder, assessment, inventory, cache=cache, workers=workers, progress=drawing
        )
    return assessment, pictures


class _Run(Struct, frozen=True):
    """One run as it was asked for; `assess` is its story."""

    folder: Path
    year: int
    today: datetime.date
    cache: Cache | None
    workers: Workers
    progress: Progress | None
    ocr: Asked

    def assess(self) -> tuple[Assessment, Inventory]:
        folder, year, cache = self.folder, self.year, self.cache
        prepare_to_read(cache, self.workers)
        workspace = load_workspace(folder)
        letterhead = load_letterhead(folder, workspace.letterhead)
        rubric = load_rubric(_rubric_path(workspace, folder, year))
        answers = load_answers(folder / "jawaban" / f"{year}.yaml", rubric)
        inventory = take_inventory(folder, year, [c.id for c in rubric.criteria()], answers, cache)
        library = read_evidence(
            folder,
            inventory,
            cache=cache,
            limits=self.workers.limits,
            progress=self.progress,
            workers=self.workers,
        )
        hearings = Hearings(rubric, year, inventory, library, cache)
        verdicts = Verdicts(rubric, answers, hearings, library, self.today)
        recognition = recognise(
            folder,
            inventory,
            library,
            self.ocr.or_else(workspace.ocr, workspace.ocr_budget),
            criteria=asking(rubric, answers),
            stakes=verdicts.stakes,
            workers=self.workers,
        )
        weighed = verdicts.final()
        hearings.keep()
        assessment = assemble(
            Judged(
                body=workspace.body,
                year=year,
                rubric=rubric,
                answers=answers,
                inventory=inventory,
                exhibits=tuple(
                    library.exhibit(file.path, with_text=False) for file in inventory.files
                ),
                verdicts=weighed,
                today=self.today,
                letterhead=letterhead,
                recognition=recognition,
                notices=() if cache is None else cache.notices,
            )
        )
        return assessment, inventory


def _rubric_path(workspace: Workspace, folder: Path, year: int) -> Path:
    reference = workspace.rubrics.get(year)
    if reference is None:
        years = ", ".join(str(known) for known in sorted(workspace.rubrics))
        raise EmonevError(
            "tanpa-rubrik", say(_NO_RUBRIC, year=year, years=years), say(_ADD_RUBRIC, year=year)
        )
    return find_rubric(reference, folder)
