"""What a rubric's author is warned of: it can be scored, but something was probably forgotten."""

import re
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

from yaml.nodes import ScalarNode

from emonev.errors import EmonevError
from emonev.language import say
from emonev.load.alternatives import alternatives_have_an_effect
from emonev.load.cited import cited_places_exist, laws_are_cited_alike
from emonev.load.decoding import Decoding, guess
from emonev.load.faults import shown
from emonev.load.questions import people_know_what_to_decide, questions_differ
from emonev.load.rubric import load_rubric
from emonev.load.rules import HUNDRED
from emonev.load.scoring import ONE
from emonev.load.source import is_empty
from emonev.model.exact import to_text
from emonev.model.rubric import Criterion, Indicator, Rubric, Stage, Staircase, Tiers
from emonev.model.text import Text

_SUM = Text(
    "bobot {level} berjumlah {total}, bukan 100; bobot akan disesuaikan sebanding",
    "the weights of the {level} add up to {total}, not 100; they will be scaled",
)
_STAGES = Text("tahap", "stages")
_INDICATORS = Text("indikator pada tahap “{id}”", "indicators of the stage “{id}”")
_MEND_SUM = Text(
    "Periksa salah ketik; bila memang demikian di instrumen, biarkan.",
    "Look for a typing mistake; leave it where the instrument says so.",
)
_NO_ENGLISH = Text("teks ini belum ada dalam bahasa Inggris", "this text has no English twin")
_MEND_ENGLISH = Text("Tulis sebagai {id: …, en: …}.", "Write it as {id: …, en: …}.")
_NOT_SAID = Text(
    "kriteria “{id}” belum menyebut {keys}", "the criterion “{id}” does not say {keys}"
)
_MEND_NOT_SAID = Text(
    "Tambahkan supaya laporan dapat menyebut apa yang harus dilakukan.",
    "Add it, so that the report can say what to do.",
)
_NOT_FULL = Text(
    "nilai penuh tidak dapat dicapai: bagian tertinggi {seen}",
    "full points cannot be reached: the highest share is {seen}",
)
_MEND_FULL = Text("Biasanya bagian terakhir adalah 1.", "The last share is usually 1.")
_IDLE = Text(
    "“{key}” tidak berpengaruh: kriteria “{id}” tidak dinilai dengan “scoring: share”",
    "“{key}” has no effect: the criterion “{id}” is not scored by “scoring: share”",
)
_MEND_IDLE = Text("Hapus, atau tulis “scoring: share”.", "Delete it, or write “scoring: share”.")
_PREFIX = Text(
    "folder “{id}” dapat tertukar dengan kriteria “{other}”",
    "a folder “{id}” can be taken for the criterion “{other}”",
)
_MEND_PREFIX = Text(
    "Beri id yang tidak mengawali id lain.", "Give an id that does not begin another one."
)
_REPLACES = Text(
    "“{id}” tidak ada di rubrik tahun {year} ({file})",
    "there is no “{id}” in the rubric of {year} ({file})",
)
_UNCHECKED = Text(
    "“replaces” belum diperiksa: rubrik {category} tahun {year} tidak ditemukan",
    "`replaces` was not checked: there is no rubric for {category} of {year}",
)
_MEND_UNCHECKED = Text(
    "Letakkan rubrik tahun itu di folder yang sama.", "Put that year's rubric in the same folder."
)

_HEAD = 64 * 1024  # `year` stands before the stages; without NULs UTF-16 reads the same
_SEPARATOR = re.compile(r"[-._]")


def give_advice(run: Decoding, path: Path, previous: Iterable[Path]) -> None:
    """Note what an author should look at again; `previous` are files that may be last year's."""
    if not run.faults.has_errors:  # else a weight may be a stand-in, and a check may be missing
        _weights_add_up(run)
        alternatives_have_an_effect(run)
    questions_differ(run)
    _texts_have_twins(run)
    _criteria_say_what_to_do(run)
    laws_are_cited_alike(run)
    cited_places_exist(run)
    people_know_what_to_decide(run)
    _full_points_can_be_reached(run)
    _settings_have_an_effect(run)
    _ids_do_not_begin_others(run)
    _replaces_point_somewhere(run, [other for other in previous if other != path])


def _weights_add_up(run: Decoding) -> None:
    for rubric in run.every(Rubric):
        if run.is_whole(rubric, "stages"):
            _add_up(run, rubric, "stages", rubric.stages, _STAGES)
    for stage in run.every(Stage):
        if stage.indicators and run.is_whole(stage, "indicators"):
            level = say(_INDICATORS, id=shown(stage.id))
            _add_up(run, stage, "indicators", stage.indicators, level)


def _add_up(
    run: Decoding, thing: object, key: str, parts: Iterable[Stage | Indicator], level: Text
) -> None:
    total = sum((part.weight for part in parts), Fraction(0))
    if total != HUNDRED:
        told = say(_SUM, level=level, total=to_text(total))
        run.faults.warn("weights-sum", run.key_mark_of(thing, key), told, _MEND_SUM)


def _texts_have_twins(run: Decoding) -> None:
    for text in run.every(Text):
        if isinstance(run.node_of(text), ScalarNode):
            run.faults.warn("no-english", run.mark_of(text), _NO_ENGLISH, _MEND_ENGLISH)


def _criteria_say_what_to_do(run: Decoding) -> None:
    for criterion in run.every(Criterion):
        keys = [key for key in ("accepts", "remedy", "effort") if not _is_said(run, criterion, key)]
        if keys:
            told = say(_NOT_SAID, id=shown(criterion.id), keys=", ".join(keys))
            run.faults.warn("not-said", run.mark_of(criterion), told, _MEND_NOT_SAID)


def _is_said(run: Decoding, criterion: Criterion, key: str) -> bool:
    node = run.node_of(criterion, key)
    return node is not run.node_of(criterion) and not is_empty(node)


def _full_points_can_be_reached(run: Decoding) -> None:
    for criterion in run.every(Criterion):
        match criterion.scoring:
            case Staircase(steps=shares):
                pass
            case Tiers(tiers=tiers):
                shares = tuple(tier.share for tier in tiers)
            case _:
                continue
        if shares and max(shares) < ONE:
            told = say(_NOT_FULL, seen=to_text(max(shares)))
            run.faults.warn("not-full", run.mark_of(criterion.scoring), told, _MEND_FULL)


def _settings_have_an_effect(run: Decoding) -> None:
    for criterion in run.every(Criterion):
        for check in () if criterion.scoring == "share" else criterion.checks:
            for key, idle in (("required", False), ("weight", ONE)):
                if getattr(check, key) != idle:
                    told = say(_IDLE, key=key, id=shown(criterion.id))
                    run.faults.warn("no-effect", run.key_mark_of(check, key), told, _MEND_IDLE)


def _ids_do_not_begin_others(run: Decoding) -> None:
    criteria = {criterion.id.casefold(): criterion for criterion in run.every(Criterion)}
    for plain, criterion in criteria.items():
        for cut in _SEPARATOR.finditer(plain):
            other = criteria.get(plain[: cut.start()])
            if other is not None:
                told = say(_PREFIX, id=shown(criterion.id), other=shown(other.id))
                run.faults.warn("id-prefix", run.mark_of(criterion, "id"), told, _MEND_PREFIX)


def _replaces_point_somewhere(run: Decoding, candidates: list[Path]) -> None:
    for rubric in run.every(Rubric):
        replacing = [criterion for criterion in run.every(Criterion) if criterion.replaces]
        if not replacing:
            continue
        found = _last_years(rubric, candidates)
        if found is None:
            told = say(_UNCHECKED, category=shown(rubric.category), year=f"{rubric.year - 1}")
            mark = run.mark_of(replacing[0], "replaces")
            run.faults.warn("replaces-unchecked", mark, told, _MEND_UNCHECKED)
            continue
        known = {criterion.id for criterion in found.criteria()}
        file = shown(Path(found.origin).name)
        for criterion in replacing:
            for index, id_ in enumerate(criterion.replaces):
                if id_ not in known:
                    told = say(_REPLACES, id=shown(id_), year=f"{found.year}", file=file)
                    place = run.mark_of(criterion, "replaces", index)
                    run.faults.warn("replaces-nowhere", place, told, guess(id_, known))


def _last_years(rubric: Rubric, candidates: list[Path]) -> Rubric | None:
    """Return the rubric of the year before, of the same category and authority."""
    wanted = (rubric.year - 1, rubric.category, rubric.authority)
    for path in candidates:
        if not _may_be_of(path, rubric.year - 1):
            continue
        try:
            other = load_rubric(path)
        except EmonevError:
            continue  # linted on its own
        if (other.year, other.category, other.authority) == wanted:
            return other
    return None


def _may_be_of(path: Path, year: int) -> bool:
    """Tell whether a file's beginning mentions the year at all: loading it takes 100 times longer."""
    try:
        with path.open("rb") as file:
            return str(year).encode() in file.read(_HEAD).replace(b"\0", b"")
    except OSError:
        return False
