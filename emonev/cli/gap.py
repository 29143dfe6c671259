"""`emonev gap`: what changed from one result to the next, and why."""

import re
import sys
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from emonev.cli.language import LangOption, asked, spoken, told
from emonev.errors import EmonevError
from emonev.language import say
from emonev.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from emonev.model.assessment import Assessment
    from emonev.model.comparison import Trend
    from emonev.model.text import Language

_LARGE = 1_000  # criteria; fewer are drawn before a second process is under way
_YEAR = re.compile(r"20[0-9]{2}")

_TWO = Text(
    "untuk membandingkan perlu paling sedikit dua hasil.", "a comparison needs two results or more."
)
_NAME_TWO = Text("Contoh: emonev gap 2023 2024", "Example: emonev gap 2023 2024")
_ORDER = Text(
    "hasil {later} disebut sebelum hasil {earlier}; urutkan dari yang lama ke yang baru.",
    "the result of {later} is named before that of {earlier}; name the older one first.",
)
_TRY = Text("Coba: emonev gap {words}", "Try: emonev gap {words}")
_SAME = Text(
    "{first} dan {second} adalah hasil yang sama; tidak ada yang dapat dibandingkan.",
    "{first} and {second} are the same result; there is nothing to compare.",
)
_OTHER = Text("Pilih hasil lain.", "Choose another result.")
_BODIES = Text(
    "{first} dan {second} adalah badan publik yang berbeda.",
    "{first} and {second} are different bodies.",
)
_CATEGORIES = Text(
    "kategori badannya berbeda: {first} dan {second}.",
    "the bodies' categories differ: {first} and {second}.",
)
_ANYWAY = Text(
    "Untuk tetap membandingkannya tambahkan --anyway.", "To compare them all the same add --anyway."
)
_NO_RESULT = Text(
    "tahun {year} belum memiliki hasil maupun bukti di {folder}.",
    "{year} has neither a result nor evidence in {folder}.",
)
_PUT_EVIDENCE = Text(
    "Taruh bukti di bukti/{year}/, atau sebut tahun lain.",
    "Put evidence into bukti/{year}/, or name another year.",
)
_SCORED = Text(
    "Tahun {year} belum dinilai; dinilai lebih dahulu dan disimpan di {path}.",
    "{year} had not been scored; it was scored first and saved in {path}.",
)
_WRITTEN = Text("Laporan: {path}", "Report: {path}")


def gap(
    results: Annotated[
        list[str],
        typer.Argument(
            metavar="HASIL…",
            help=told(
                "Dua tahun atau lebih dari ruang kerja, atau berkas hasil, dari yang lama ke yang "
                "baru.",
                "Two or more years of the workspace, or result files, the oldest first.",
            ),
        ),
    ],
    workspace: Annotated[
        Path,
        typer.Option(
            "--workspace",
            "-w",
            metavar="DIR",
            help=told(
                "Ruang kerja tempat tahun-tahun itu dicari; bawaan: folder ini.",
                "The workspace that the years are of; default: this folder.",
            ),
        ),
    ] = Path(),
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against",
            metavar="HASIL",
            help=told(
                "Studi banding: bandingkan hasil pertama dengan hasil badan lain ini (boleh "
                "beberapa).",
                "Compare the first result with these of other bodies (one or more).",
            ),
        ),
    ] = None,
    anyway: Annotated[
        bool,
        typer.Option(
            "--anyway",
            help=told(
                "Bandingkan walau badan publik atau kategorinya berbeda.",
                "Compare though the bodies or their categories differ.",
            ),
        ),
    ] = False,
    as_json: Annotated[
        bool,
        typer.Option(
            "--json",
            help=told(
                "Tulis perbandingan sebagai JSON ke stdout, tanpa yang lain.",
                "Write the comparison as JSON to stdout, and nothing else.",
            ),
        ),
    ] = False,
    _lang: LangOption = None,
) -> None:
    """Compare results of several years, and split every change by its cause."""
    from emonev.load.collector import without_collector

    desk = _Desk(workspace)
    if not against and len(results) < 2:
        raise EmonevError("gap-two", _TWO, _NAME_TWO)
    with without_collector():
        if against:
            _study(desk, results[0], [*against, *results[1:]], as_json=as_json)
        else:
            _follow(desk, results, anyway=anyway, as_json=as_json)


def _follow(desk: "_Desk", results: list[str], *, anyway: bool, as_json: bool) -> None:
    """Compare results of several years: page, JSON and CSV, and a text."""
    trend = _trend(desk, results, anyway=anyway)
    years = f"{trend.results[0].year}-{trend.results[-1].year}"
    _tell(trend, desk.output(results) / f"gap-{years}", desk.language, as_json=as_json)


def _trend(desk: "_Desk", results: list[str], *, anyway: bool) -> "Trend":
    """Return the comparison; the results themselves are no longer held while it is drawn."""
    from emonev.compare import follow

    assessments = [desk.result(name) for name in results]
    _refuse_wrong_order(assessments, results)
    _refuse_equal(assessments, results)
    if not anyway:
        _refuse_others(assessments)
    return follow(assessments)


class _Desk:
    """Where results come from and comparisons go: the workspace, once it is needed, or files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.language: Language = spoken()

    def result(self, name: str) -> "Assessment":
        """Return the result of a year or a file; a year is scored first where that is due."""
        from emonev.load import load_assessment

        if not _is_year(name):
            return load_assessment(Path(name), bare=True)
        saved = self.reports() / f"{name}.json"
        if saved.exists():
            return load_assessment(saved, bare=True)
        return self.score(int(name), saved)

    def output(self, names: "Sequence[str]") -> Path:
        """Return the folder for what is written: the workspace's, else beside the last file."""
        if any(map(_is_year, names)):
            return self.reports()
        return Path(names[-1]).parent

    def reports(self) -> Path:
        """Return the workspace's folder of reports."""
        from emonev.load import load_workspace

        workspace = load_workspace(self.folder)
        self.language = asked() or workspace.language
        return self.folder / workspace.output

    def score(self, year: int, saved: Path) -> "Assessment":
        """Return the result of a year that has evidence but was not scored yet, and save it."""
        from emonev.cli.assessing import saved_or_assessed

        if not (self.folder / "bukti" / f"{year}").is_dir():
            message = say(_NO_RESULT, year=f"{year}", folder=str(self.folder))
            raise EmonevError("gap-no-result", message, say(_PUT_EVIDENCE, year=f"{year}"))
        assessment = saved_or_assessed(self.folder, year, self.language)
        if saved.is_file():
            _note(say(_SCORED, year=f"{year}", path=str(saved)), self.language)
        return assessment


def _study(desk: _Desk, name: str, others: list[str], *, as_json: bool) -> None:
    """Compare one result with those of reference bodies: page, JSON and CSV, and a text."""
    from emonev.compare import study
    from emonev.render.json_file import as_json as written
    from emonev.render.study_csv import study_csv
    from emonev.render.study_view import prepare_study, study_page, study_text

    ours = desk.result(name)
    references = [desk.result(other) for other in others]
    _refuse_equal([ours, *references], [name, *others])
    found = study(ours, references)
    view = prepare_study(found, desk.language)
    target = desk.output([name]) / f"banding-{ours.year}"
    files = {".json": written(found), ".csv": study_csv(found, desk.language).encode()}
    unwritten = _write(target, (files | {".html": study_page(view).encode()}).items())
    if as_json:
        sys.stdout.buffer.write(written(found))
    else:
        _print(study_text(view), target, unwritten, desk.language)
    if unwritten:
        raise unwritten


def _is_year(name: str) -> bool:
    return bool(_YEAR.fullmatch(name)) and not Path(name).is_file()


def _refuse_wrong_order(assessments: "Sequence[Assessment]", names: "Sequence[str]") -> None:
    for one, other in pairwise(assessments):
        if one.year > other.year:
            ordered = sorted(zip(assessments, names, strict=True), key=lambda pair: pair[0].year)
            mend = say(_TRY, words=" ".join(name for _, name in ordered))
            message = say(_ORDER, later=f"{one.year}", earlier=f"{other.year}")
            raise EmonevError("gap-order", message, mend)


def _refuse_equal(assessments: "Sequence[Assessment]", names: "Sequence[str]") -> None:
    for (one, first), (other, second) in combinations(zip(assessments, names, strict=True), 2):
        if one == other:
            raise EmonevError("gap-same", say(_SAME, first=first, second=second), _OTHER)


def _refuse_others(assessments: "Sequence[Assessment]") -> None:
    for one, other in pairwise(assessment.body for assessment in assessments):
        if one.name != other.name:
            message = say(_BODIES, first=one.name, second=other.name)
            raise EmonevError("gap-bodies", message, _ANYWAY)
        if one.category != other.category:
            message = say(_CATEGORIES, first=one.category, second=other.category)
            raise EmonevError("gap-categories", message, _ANYWAY)


def _tell(trend: "Trend", target: Path, language: "Language", *, as_json: bool) -> None:
    """Write page, JSON and CSV, and print; what cannot be written is told after the printing."""
    from emonev.cli.beside import Beside
    from emonev.render.gap_csv import gap_csv
    from emonev.render.gap_pages import gap_json, gap_page
    from emonev.render.gap_text import gap_text
    from emonev.render.gap_view import prepare_gap

    def tables() -> "Iterator[tuple[str, bytes]]":
        yield ".json", gap_json(trend)
        yield ".csv", gap_csv(trend, language).encode()

    is_large = len(trend.steps[-1].criteria) >= _LARGE
    beside = Beside(lambda: _write(target, tables()), worth_it=is_large)
    view = prepare_gap(trend, language)
    page = gap_page(view).encode()
    unwritten = beside.finish() or _write(target, [(".html", page)])
    if as_json:
        sys.stdout.buffer.write(gap_json(trend))
    else:
        _print(gap_text(view), target, unwritten, language)
    if unwritten:
        raise unwritten


def _write(target: Path, files: "Iterable[tuple[str, bytes]]") -> EmonevError | None:
    """Write the files one after the other, each drawn when its turn comes: a large one takes room.

    Return why they could not be written (a CD, a full disk).
    """
    from emonev.render.atomic import write_atomically

    try:
        for suffix, content in files:
            write_atomically(target.with_suffix(suffix), content)
    except EmonevError as error:
        return error
    return None


def _print(text: str, target: Path, unwritten: EmonevError | None, language: "Language") -> None:
    from emonev.cli.complaint import printable

    typer.echo(printable(text))
    if unwritten is None:
        page = say(_WRITTEN, path=str(target.with_suffix(".html")))
        typer.echo(printable(f"\n{page.in_language(language)}"))


def _note(text: Text, language: "Language") -> None:
    from emonev.cli.complaint import printable

    typer.echo(printable(text.in_language(language)), err=True)
