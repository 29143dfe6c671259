"""Whether a criterion's form of scoring fits its checks, and bounds of numbers in rubrics."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

from emonev.language import say
from emonev.load.decoding import Decoding
from emonev.model.check import Check
from emonev.model.exact import to_text
from emonev.model.rubric import Criterion, Staircase, Tiers
from emonev.model.text import Text

ZERO, ONE = Fraction(0), Fraction(1)
COUNTING = frozenset({"counted"})

_RANGE = Text("“{key}” harus antara {low} dan {high}, bukan {seen}", "“{key}” must be between {low} and {high}, not {seen}")  # fmt: skip
NOTHING_IN = Text("“{key}” masih kosong", "“{key}” is empty")
MEND_NOTHING = Text("Isi paling sedikit satu butir.", "Give at least one item.")
_STEPS = Text(
    "ada {steps} langkah untuk {checks} pemeriksaan", "there are {steps} steps for {checks} checks"
)
_MEND_STEPS = Text(
    "Tulis satu bagian untuk setiap pemeriksaan.", "Write one share for every check."
)
_FALLS = Text("{seen} lebih rendah daripada {before} sebelumnya", "{seen} is lower than the {before} before it")  # fmt: skip
_MEND_FALLS = Text("Urutkan bagian dari yang terkecil.", "Put the shares in rising order.")
_TIER_ORDER = Text(
    "jumlah {seen} tidak lebih besar daripada {before} sebelumnya",
    "the count {seen} is not larger than the {before} before it",
)
_MEND_TIERS = Text("Urutkan dari jumlah terkecil.", "Begin with the smallest count.")
_NO_COUNT = Text(
    "penilaian menurut jumlah, tetapi tidak ada pemeriksaan yang menghitung",
    "scored by count, but no check counts",
)
_MEND_NO_COUNT = Text("Tambahkan pemeriksaan: {kinds}.", "Add a check: {kinds}.")
_MEND_COUNT_WITHIN = Text(
    "Tambahkan pemeriksaan di luar alternatif: {kinds}.",
    "Add a check outside of alternatives: {kinds}.",
)


def scoring_fits_the_checks(run: Decoding) -> None:
    """Note steps without a check, tiers without a count, and shares that fall."""
    for criterion in run.every(Criterion):
        match criterion.scoring:
            case Staircase() as staircase:
                _staircase_fits(run, criterion, staircase)
            case Tiers() as tiers:
                _tiers_fit(run, criterion, tiers)


def in_range(
    run: Decoding, thing: object, key: str, low: int, high: int, value: Fraction | int
) -> None:
    """Note a number of a thing that is out of its bounds."""
    if not low <= value <= high:
        told = say(_RANGE, key=key, low=f"{low}", high=f"{high}", seen=to_text(Fraction(value)))
        run.faults.note("out-of-range", run.mark_of(thing, key), told)


def kind_of(check: Check) -> str:
    """Return the kind's name as rubrics write it."""
    return str(check.__struct_config__.tag)


def _staircase_fits(run: Decoding, criterion: Criterion, staircase: Staircase) -> None:
    steps, checks = len(staircase.steps), len(criterion.checks)
    whole = run.is_whole(criterion, "checks") and run.is_whole(staircase, "steps")
    if whole and steps != checks:
        told = say(_STEPS, steps=steps, checks=checks)
        run.faults.note("steps-count", run.mark_of(staircase, "steps"), told, _MEND_STEPS)
    _shares_rise(run, staircase, staircase.steps, ["steps"])


def _tiers_fit(run: Decoding, criterion: Criterion, scoring: Tiers) -> None:
    for before, tier in pairwise(scoring.tiers):
        if tier.at_least <= before.at_least:
            told = say(_TIER_ORDER, seen=tier.at_least, before=before.at_least)
            run.faults.note("tiers-order", run.mark_of(tier, "at-least"), told, _MEND_TIERS)
    for tier in scoring.tiers:
        in_range(run, tier, "at-least", 0, 1_000_000, tier.at_least)
    if not scoring.tiers and run.is_whole(scoring, "tiers"):
        told = say(NOTHING_IN, key="tiers")
        run.faults.note("no-tiers", run.mark_of(scoring, "tiers"), told, MEND_NOTHING)
    _shares_rise(run, scoring, [tier.share for tier in scoring.tiers], ["tiers", "share"])
    if run.is_whole(criterion, "checks") and not _counts(criterion):
        within = any(kind_of(part) in COUNTING for part in criterion.parts())
        template = _MEND_COUNT_WITHIN if within else _MEND_NO_COUNT
        mend = say(template, kinds=", ".join(sorted(COUNTING)))
        run.faults.note("no-counting-check", run.mark_of(criterion, "checks"), _NO_COUNT, mend)


def _counts(criterion: Criterion) -> bool:
    return any(kind_of(check) in COUNTING for check in criterion.checks)


def _shares_rise(
    run: Decoding, scoring: object, shares: Iterable[Fraction], path: list[str]
) -> None:
    before = ZERO
    for index, share in enumerate(shares):
        place = run.mark_of(scoring, path[0], index, *path[1:])
        if not ZERO <= share <= ONE:
            told = say(_RANGE, key=path[-1], low="0", high="1", seen=to_text(share))
            run.faults.note("out-of-range", place, told)
        elif share < before:
            told = say(_FALLS, seen=to_text(share), before=to_text(before))
            run.faults.note("shares-fall", place, told, _MEND_FALLS)
        before = max(before, min(share, ONE))
