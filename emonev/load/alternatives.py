"""What must hold, and what should, in the alternatives that an `any-of` of a rubric offers."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from emonev.language import say
from emonev.load.decoding import Decoding
from emonev.load.scoring import kind_of
from emonev.model.check import ONE, Check, JoinedCheck
from emonev.model.text import Text

_NESTED = Text(
    "sebuah alternatif tidak boleh memuat “{kind}” lagi",
    "an alternative cannot hold another “{kind}”",
)
_MEND_NESTED = Text(
    "Tulis semua alternatif dalam satu daftar; yang harus terpenuhi bersama ditulis sebagai daftar "
    "di dalamnya.",
    "Write all alternatives in one list; what must be met together is a list within it.",
)
_IDLE = Text(
    "“{key}” tidak berpengaruh di dalam sebuah alternatif",
    "“{key}” has no effect within an alternative",
)
_MEND_IDLE = Text(
    "Hapus, atau tulis pada “{kind}” itu sendiri.", "Delete it, or write it at the “{kind}” itself."
)
_COVERED = Text(
    "alternatif ini tidak berpengaruh: yang memenuhinya selalu memenuhi alternatif di baris {line}",
    "this alternative has no effect: what meets it always meets the one in line {line}",
)
_MEND_COVERED = Text("Hapus alternatif ini.", "Delete this alternative.")
_ALONE = Text("hanya ada satu alternatif", "there is only one alternative")
_MEND_ALONE = Text(
    "Tambahkan alternatif lain, atau tulis pemeriksaannya langsung.",
    "Add another one, or write its checks themselves.",
)

Alternatives = Sequence[Sequence[Check]]


def alternatives_are_flat(run: Decoding) -> None:
    """Note every check with alternatives that stands within an alternative."""
    for whole in _joined(run):
        for part in whole.parts():
            if isinstance(part, JoinedCheck):
                told = say(_NESTED, kind=kind_of(part))
                run.faults.note("nested-alternatives", run.mark_of(part), told, _MEND_NESTED)


def alternatives_have_an_effect(run: Decoding) -> None:
    """Warn of alternatives that change no outcome, and of settings that count only outside."""
    for whole in _joined(run):
        for part in whole.parts():
            _settings_have_an_effect(run, whole, part)
        alternatives: Alternatives = getattr(whole, "alternatives", ())
        if len(alternatives) == 1:
            mark = run.key_mark_of(whole, "alternatives")
            run.faults.warn("no-effect", mark, _ALONE, _MEND_ALONE)
        for index, wider in _covered(alternatives):
            line = run.mark_of(whole, "alternatives", wider).line + 1
            mark = run.mark_of(whole, "alternatives", index)
            run.faults.warn("no-effect", mark, say(_COVERED, line=f"{line}"), _MEND_COVERED)


def _joined(run: Decoding) -> list[JoinedCheck]:
    return [check for check in run.every(Check) if isinstance(check, JoinedCheck)]


def _settings_have_an_effect(run: Decoding, whole: JoinedCheck, part: Check) -> None:
    for key, idle in (("required", False), ("weight", ONE)):
        if getattr(part, key) != idle:
            mark = run.key_mark_of(part, key)
            remedy = say(_MEND_IDLE, kind=kind_of(whole))
            run.faults.warn("no-effect", mark, say(_IDLE, key=key), remedy)


def _covered(alternatives: Alternatives) -> Iterator[tuple[int, int]]:
    """Yield the place of each alternative that asks all that another does, and that of the other.

    Of two that ask the same the later one is told.
    """
    asked = [[_question(check) for check in checks] for checks in alternatives]
    for index, demands in enumerate(asked):
        for other, fewer in enumerate(asked):
            same = len(fewer) == len(demands)
            if other != index and all(q in demands for q in fewer) and not (same and other > index):
                yield index, other
                break


def _question(check: Check) -> Check:
    return replace(check, weight=ONE, required=False, label=None)
