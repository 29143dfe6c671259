"""What must hold in a rubric beyond its shape, so that it can be scored without a doubt.

Every rule notes its mistakes and goes on, and looks at whatever could be decoded: a broken
criterion does not hide a duplicate id elsewhere.
"""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import chain, pairwise
from typing import Protocol

from emonev.language import say
from emonev.load.alternatives import alternatives_are_flat
from emonev.load.decoding import Decoding, guess
from emonev.load.faults import shown
from emonev.load.scoring import (
    MEND_NOTHING,
    NOTHING_IN,
    ZERO,
    in_range,
    kind_of,
    scoring_fits_the_checks,
)
from emonev.model.check import Check
from emonev.model.exact import to_text
from emonev.model.portal import Portal
from emonev.model.rubric import (
    Band,
    Criterion,
    Indicator,
    Rounding,
    Rubric,
    Stage,
)
from emonev.model.text import Text

HUNDRED = Fraction(100)
FORMATS = frozenset(
    [
        "pdf",
        "docx",
        "xlsx",
        "pptx",
        "doc",
        "xls",
        "ppt",
        "odt",
        "ods",
        "odp",
        "rtf",
        "html",
        "htm",
        "text",
        "txt",
        "csv",
        "xml",
        "json",
        "eml",
        "msg",
        "jpeg",
        "jpg",
        "png",
        "gif",
        "bmp",
        "tiff",
        "tif",
        "webp",
        "heic",
        "zip",
        "rar",
        "7z",
        "gzip",
        "tar",
        "video",
        "audio",
    ]
)
NEED_YEARS = frozenset({"dated-within"})
LONGEST_ID = 40
MOST_PLACES = 6


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


class _Weighted(Protocol):
    @property
    def weight(self) -> Fraction: ...


_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)

_BAD_ID = Text("id “{id}” tidak dapat menjadi nama folder", "the id “{id}” cannot name a folder")
_MEND_ID = Text(
    "Pakai huruf A–Z, angka, titik, - dan _, paling panjang {longest} tanda; bukan nama cadangan "
    "Windows (CON, NUL, …).",
    "Use letters A–Z, digits, dot, - and _, at most {longest} signs; no name that Windows "
    "reserves (CON, NUL, …).",
)
_SAME_ID = Text(
    "id “{id}” sudah dipakai di baris {line}", "the id “{id}” is already used in line {line}"
)
_OTHER_ID = Text(
    "Beri id lain; besar-kecil huruf tidak membedakan nama folder.",
    "Give it another id; upper and lower case do not tell folders apart.",
)
_WEIGHT = Text("bobot harus lebih dari 0, bukan {seen}", "a weight must be over 0, not {seen}")
_NO_BANDS = Text("belum ada kualifikasi di “bands”", "there are no bands")
_BANDS_ORDER = Text(
    "batas {seen} tidak lebih rendah daripada {before} di atasnya",
    "the bound {seen} is not lower than {before} above it",
)
_MEND_ORDER = Text(
    "Urutkan dari batas tertinggi; setiap batas hanya sekali.",
    "Put the highest bound first, each only once.",
)
_HOLE = Text(
    "kualifikasi terendah mulai dari {seen}; nilai di bawahnya tidak berkualifikasi",
    "the lowest band begins at {seen}; scores below it have none",
)
_MEND_HOLE = Text("Tambahkan kualifikasi dengan “from: 0”.", "Add a band with “from: 0”.")
_ENTERED = Text(
    "tahap “{id}” diisi orang (entered: true), jadi tidak boleh memiliki indikator",
    "the stage “{id}” is entered by a person, so it cannot have indicators",
)
_MEND_ENTERED = Text(
    "Hapus “entered: true” atau hapus “indicators”.", "Delete “entered: true” or “indicators”."
)
_NEITHER = Text(
    "tahap “{id}” tidak memiliki indikator dan tidak diisi orang",
    "the stage “{id}” has no indicators and is not entered by a person",
)
_MEND_NEITHER = Text(
    "Tambahkan “indicators”, atau “entered: true” bila nilainya diketik orang.",
    "Add “indicators”, or “entered: true” where a person types its value.",
)
_NO_YEARS = Text(
    "“{kind}” memerlukan tahun, tetapi kriteria “{id}” tidak menyebutnya",
    "“{kind}” needs years, but the criterion “{id}” names none",
)
_MEND_YEARS = Text("Tambahkan “years: [N]”.", "Add “years: [N]”.")
_FORMAT = Text("format “{format}” tidak dikenal", "unknown format “{format}”")


def check_rules(run: Decoding) -> None:
    """Note everything that keeps a rubric from being scored."""
    for rule in _RULES:
        rule(run)


def _ids_can_name_folders(run: Decoding) -> None:
    for things in _identified(run):
        for thing in things:
            if not is_good_id(thing.id):
                told = say(_BAD_ID, id=shown(thing.id))
                mend = say(_MEND_ID, longest=LONGEST_ID)
                run.faults.note("bad-id", run.mark_of(thing, "id"), told, mend)


def _ids_are_unique(run: Decoding) -> None:
    for things in _identified(run):
        first: dict[str, _Identified] = {}
        for thing in things:
            other = first.setdefault(thing.id.casefold(), thing)
            if other is not thing:
                line = run.mark_of(other, "id").line + 1
                told = say(_SAME_ID, id=shown(thing.id), line=line)
                run.faults.note("duplicate-id", run.mark_of(thing, "id"), told, _OTHER_ID)


def _weights_are_positive(run: Decoding) -> None:
    weighted: tuple[Iterator[_Weighted], ...] = (
        run.every(Stage), run.every(Indicator), run.every(Criterion), run.every(Check),
    )  # fmt: skip
    for thing in chain(*weighted):
        if thing.weight.numerator <= 0:  # 10 times faster than comparing rationals
            told = say(_WEIGHT, seen=to_text(thing.weight))
            run.faults.note("bad-weight", run.mark_of(thing, "weight"), told)


def _numbers_are_in_range(run: Decoding) -> None:
    for rubric in run.every(Rubric):
        in_range(run, rubric, "year", 2010, 2100, rubric.year)
    for rounding in run.every(Rounding):
        in_range(run, rounding, "places", 0, MOST_PLACES, rounding.places)
    for portal in run.every(Portal):
        in_range(run, portal, "max-bytes", 1, 2**40, portal.max_bytes)
    for criterion in run.every(Criterion):
        if criterion.effort is not None:
            in_range(run, criterion, "effort", 0, 10_000, criterion.effort)
    for band in run.every(Band):
        in_range(run, band, "from", 0, 100, band.from_)


def _bands_have_no_holes(run: Decoding) -> None:
    for rubric in run.every(Rubric):
        if not run.is_whole(rubric, "bands"):
            continue
        for before, band in pairwise(rubric.bands):
            if band.from_ >= before.from_:
                told = say(_BANDS_ORDER, seen=to_text(band.from_), before=to_text(before.from_))
                run.faults.note("bands-order", run.mark_of(band, "from"), told, _MEND_ORDER)
        if not rubric.bands:
            run.faults.note("no-bands", run.mark_of(rubric, "bands"), _NO_BANDS, _MEND_HOLE)
        elif (lowest := rubric.bands[-1]).from_ > ZERO:
            told = say(_HOLE, seen=to_text(lowest.from_))
            run.faults.note("bands-hole", run.mark_of(lowest, "from"), told, _MEND_HOLE)


def _nothing_is_empty(run: Decoding) -> None:
    for kind, key in ((Rubric, "stages"), (Indicator, "criteria"), (Criterion, "checks")):
        for thing in run.every(kind):
            if not getattr(thing, key) and run.is_whole(thing, key):
                told = say(NOTHING_IN, key=key)
                run.faults.note(f"no-{key}", run.mark_of(thing, key), told, MEND_NOTHING)


def _stages_are_judged_or_entered(run: Decoding) -> None:
    for stage in run.every(Stage):
        if stage.entered and stage.indicators:
            told, place = say(_ENTERED, id=shown(stage.id)), run.mark_of(stage, "entered")
            run.faults.note("entered-with-indicators", place, told, _MEND_ENTERED)
        elif not stage.entered and not stage.indicators and run.is_whole(stage, "indicators"):
            told, place = say(_NEITHER, id=shown(stage.id)), run.mark_of(stage, "entered")
            run.faults.note("no-indicators", place, told, _MEND_NEITHER)


def _years_are_there(run: Decoding) -> None:
    for criterion in run.every(Criterion):
        has_years = criterion.years or not run.is_whole(criterion, "years")
        for part in () if has_years else _parts(criterion):
            if kind_of(part) in NEED_YEARS and not getattr(part, "years", ()):
                told = say(_NO_YEARS, kind=kind_of(part), id=shown(criterion.id))
                run.faults.note("no-years", run.mark_of(part), told, _MEND_YEARS)


def _formats_are_known(run: Decoding) -> None:
    for thing in chain(run.every(Portal), run.every(Check)):
        formats: Iterable[str] = getattr(thing, "formats", ())
        for index, name in enumerate(formats):
            if name.strip(" .").casefold() not in FORMATS:
                told, mend = say(_FORMAT, format=shown(name)), guess(name, FORMATS)
                place = run.mark_of(thing, "formats", index)
                run.faults.note("unknown-format", place, told, mend)


_RULES = (
    _ids_can_name_folders,
    _ids_are_unique,
    _weights_are_positive,
    _numbers_are_in_range,
    _bands_have_no_holes,
    _nothing_is_empty,
    _stages_are_judged_or_entered,
    scoring_fits_the_checks,
    _years_are_there,
    _formats_are_known,
    alternatives_are_flat,
)


def _parts(criterion: Criterion) -> Iterator[Check]:
    """Yield the checks that look at evidence, those within alternatives too."""
    for check in criterion.checks:
        yield from check.parts()


def _identified(run: Decoding) -> tuple[Iterator[_Identified], ...]:
    return (
        run.every(Rubric), run.every(Stage), run.every(Indicator), run.every(Criterion),
        run.every(Band),
    )  # fmt: skip


def is_good_id(word: str) -> bool:
    """Tell whether an id can name a folder on every system."""
    return len(word) <= LONGEST_ID and bool(_ID.fullmatch(word)) and not _RESERVED.fullmatch(word)
