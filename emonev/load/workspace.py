"""A body's own files: `emonev.yaml`, and what it answers in `jawaban/<year>.yaml`."""

import re
from fractions import Fraction
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import structs

from emonev.errors import EmonevError
from emonev.language import say
from emonev.load.collector import without_collector
from emonev.load.decode import file_decoder
from emonev.load.decoding import Decoding, guess
from emonev.load.faults import Faults, shown
from emonev.load.source import read_source
from emonev.model.exact import to_text
from emonev.model.rubric import Rubric
from emonev.model.text import Text
from emonev.model.workspace import Answer, Answers, EnteredStage, Review, Workspace

WORKSPACE_FILE = "emonev.yaml"
WORKSPACE_SCHEMA = "emonev/workspace/1"
ANSWERS_SCHEMA = "emonev/answers/1"

_NO_WORKSPACE = Text(
    "folder {folder} bukan ruang kerja: {file} tidak ada di dalamnya",
    "{folder} is no workspace: there is no {file} in it",
)
_MAKE_ONE = Text(
    'Buat dengan: emonev init {folder} --body "Nama Badan Publik" --category … --year …',
    'Make one: emonev init {folder} --body "Name of the body" --category … --year …',
)
_NO_FOLDER = Text("folder {folder} tidak ada", "there is no folder {folder}")
_CHECK_FOLDER = Text("Periksa nama foldernya.", "Check the folder's name.")
_NO_RUBRICS = Text("belum ada rubrik untuk tahun mana pun", "there is no rubric for any year")
_ADD_RUBRIC = Text(
    "Tambahkan baris seperti “2024: kabkota-2024” di bawah “rubrics:”.",
    "Add a line such as “2024: kabkota-2024” below “rubrics:”.",
)
_BAD_YEAR = Text("{year} bukan tahun e-Monev", "{year} is no e-Monev year")
_OUTSIDE = Text("“{path}” menunjuk ke luar ruang kerja", "“{path}” leads out of the workspace")
_STAY_INSIDE = Text(
    "Tulis jalur di dalam ruang kerja, misalnya bukti/2024/SK PPID.pdf.",
    "Write a path inside the workspace, such as bukti/2024/SK PPID.pdf.",
)
_NO_NAME = Text(
    "“{path}” tidak dapat menjadi nama folder", "“{path}” cannot be the name of a folder"
)
_IN_EVIDENCE = Text(
    "“{path}” ada di dalam folder bukti, sehingga laporan akan dihitung sebagai bukti",
    "“{path}” lies in the evidence folder, so that reports would be taken for evidence",
)
_OTHER_OUTPUT = Text("Tulis misalnya “output: laporan”.", "Write for example “output: laporan”.")
_NO_ANSWERS = Text(
    "{path} bukan berkas biasa, atau tautan yang tidak menunjuk ke mana pun",
    "{path} is no ordinary file, or a link that leads nowhere",
)
_PUT_A_FILE = Text(
    "Ganti dengan berkas jawaban yang sebenarnya, atau hapus bila tidak ada jawaban.",
    "Put the real answers there, or delete it if there are none.",
)
_UNKNOWN_CRITERION = Text(
    "kriteria “{id}” tidak ada di rubrik {rubric}",
    "there is no criterion “{id}” in the rubric {rubric}",
)
_UNKNOWN_STAGE = Text(
    "tahap “{id}” tidak ada, atau tidak diisi orang, di rubrik {rubric}",
    "there is no stage “{id}” that a person enters in the rubric {rubric}",
)
_RANGE = Text(
    "“{key}” harus antara 0 dan {high}, bukan {seen}",
    "“{key}” must be between 0 and {high}, not {seen}",
)
_PARTLY = Text(
    "keputusan “partly” memerlukan “share” (0 sampai 1)",
    "the decision “partly” needs a “share” (0 to 1)",
)
_ADD_SHARE = Text("Tambahkan misalnya “share: 0.5”.", "Add for example “share: 0.5”.")
_ONLY_PARTLY = Text(
    "“share” hanya berlaku untuk keputusan “partly”",
    "a “share” goes with the decision “partly” only",
)
_DROP_SHARE = Text(
    "Hapus “share”, atau ubah keputusannya.", "Delete the “share”, or change the decision."
)
_EXPIRED_BEFORE = Text(
    "“until” lebih awal daripada tanggal keputusan", "“until” is before the day of the decision"
)
_CHECK_DATES = Text("Periksa kedua tanggal itu.", "Check the two dates.")

_EVIDENCE_FOLDER = "bukti"
_LEAVES = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|^[A-Za-z]:|^~")


def load_workspace(folder: Path) -> Workspace:
    """Return what a workspace's `emonev.yaml` says; raises EmonevError where there is none."""
    path = folder / WORKSPACE_FILE
    if not path.is_file():
        raise _no_workspace(folder)
    faults = Faults(str(path))
    run = Decoding(faults)
    decode = file_decoder(Workspace, WORKSPACE_SCHEMA, {})
    workspace = decode(read_source(path, faults).root, run)
    faults.close_places()
    for read in run.every(Workspace):
        _check_workspace(run, read)
    faults.settle()
    assert isinstance(workspace, Workspace)
    return workspace


def load_answers(path: Path, rubric: Rubric) -> Answers:
    """Return a body's answers to a rubric; without a file there are none.

    An answer to a criterion that the rubric does not hold is a mistake, and so is an unknown key:
    a claim with a typing mistake in it must not get lost.
    """
    try:
        path.lstat()  # not exists(): what is hidden from us, or leads nowhere, is there
    except FileNotFoundError:
        return Answers(given=False)
    if not (path.is_file() or path.is_dir()):  # a folder is told of where it is opened
        told = say(_NO_ANSWERS, path=shown(str(path), 200))
        raise EmonevError("not-a-file", told, _PUT_A_FILE)
    faults = Faults(str(path))
    with without_collector():
        run = Decoding(faults)
        decode = file_decoder(Answers, ANSWERS_SCHEMA, {})
        answers: Answers = decode(read_source(path, faults).root, run)
        faults.close_places()
        _check_answers(run, rubric)
        faults.settle()
    return structs.replace(
        answers, answers={id_: _with_slashes(a) for id_, a in answers.answers.items()}, given=True
    )


def _no_workspace(folder: Path) -> EmonevError:
    name = shown(str(folder), 200)
    if not folder.exists():
        return EmonevError("no-folder", say(_NO_FOLDER, folder=name), _CHECK_FOLDER)
    told = say(_NO_WORKSPACE, folder=name, file=WORKSPACE_FILE)
    return EmonevError("no-workspace", told, say(_MAKE_ONE, folder=name))


def _check_workspace(run: Decoding, workspace: Workspace) -> None:
    if not workspace.rubrics:
        place = run.mark_of(workspace, "rubrics")
        run.faults.note("no-rubrics", place, _NO_RUBRICS, _ADD_RUBRIC)
    for year in workspace.rubrics:
        if not 2010 <= year <= 2100:
            mark = run.key_mark_of(workspace.rubrics, str(year))
            run.faults.note("out-of-range", mark, say(_BAD_YEAR, year=f"{year}"))
    _stays_inside(run, workspace, "output", workspace.output)
    if workspace.letterhead:
        _stays_inside(run, workspace.letterhead, "logo", workspace.letterhead.logo)
    _is_fit_for_reports(run, workspace)


def _is_fit_for_reports(run: Decoding, workspace: Workspace) -> None:
    mark, name = run.mark_of(workspace, "output"), shown(workspace.output)
    if not workspace.output.isprintable():
        run.faults.note("out-of-range", mark, say(_NO_NAME, path=name), _OTHER_OUTPUT)
    parts = PurePosixPath(workspace.output.replace("\\", "/")).parts
    if parts and parts[0].casefold() == _EVIDENCE_FOLDER:
        run.faults.note("output-in-evidence", mark, say(_IN_EVIDENCE, path=name), _OTHER_OUTPUT)


def _check_answers(run: Decoding, rubric: Rubric) -> None:
    for answers in run.every(Answers):
        criteria = {criterion.id for criterion in rubric.criteria()}
        _ids_exist(run, answers.answers, criteria, rubric, _UNKNOWN_CRITERION)
        entered = {stage.id for stage in rubric.stages if stage.entered}
        _ids_exist(run, answers.stages, entered, rubric, _UNKNOWN_STAGE)
    for answer in run.every(Answer):
        _in_range(run, answer, "claim", answer.claim, 1)
        for index, pattern in enumerate(answer.evidence):
            _stays_inside(run, answer, "evidence", pattern, index)
        if answer.not_applicable:
            _stays_inside(run, answer.not_applicable, "statement", answer.not_applicable.statement)
    for entry in run.every(EnteredStage):
        _in_range(run, entry, "value", entry.value, 100)
    for review in run.every(Review):
        _check_review(run, review)


def _ids_exist(
    run: Decoding, given: dict[str, Any], known: set[str], rubric: Rubric, template: Text
) -> None:
    for id_ in given:
        if id_ not in known:
            told = say(template, id=shown(id_), rubric=rubric.id)
            mark = run.key_mark_of(given, id_)
            run.faults.note("unknown-id", mark, told, guess(id_, known))


def _check_review(run: Decoding, review: Review) -> None:
    _in_range(run, review, "share", review.share, 1)
    if review.decision == "partly" and review.share is None:
        mark = run.mark_of(review, "decision")
        run.faults.note("review-share", mark, _PARTLY, _ADD_SHARE)
    if review.decision != "partly" and review.share is not None:
        mark = run.mark_of(review, "decision")
        run.faults.note("review-share", mark, _ONLY_PARTLY, _DROP_SHARE)
    if review.until is not None and review.until < review.at:
        mark = run.mark_of(review, "until")
        run.faults.note("review-until", mark, _EXPIRED_BEFORE, _CHECK_DATES)


def _in_range(run: Decoding, thing: object, key: str, value: Fraction | None, high: int) -> None:
    if value is not None and not 0 <= value <= high:
        told = say(_RANGE, key=key, high=high, seen=to_text(value))
        run.faults.note("out-of-range", run.mark_of(thing, key), told)


def _stays_inside(run: Decoding, thing: object, key: str, path: str, *index: int) -> None:
    if _LEAVES.search(path.replace("\\", "/")):
        told = say(_OUTSIDE, path=shown(path))
        run.faults.note("outside", run.mark_of(thing, key, *index), told, _STAY_INSIDE)


def _with_slashes(answer: Answer) -> Answer:
    """Return the answer with its globs as the inventory names files, also if typed on Windows."""
    if not any("\\" in pattern for pattern in answer.evidence):
        return answer
    return structs.replace(answer, evidence=tuple(p.replace("\\", "/") for p in answer.evidence))
