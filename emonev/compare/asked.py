"""What a criterion asks otherwise than before, as far as two saved results tell."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import zip_longest
from typing import Literal

from emonev.language import say
from emonev.model.assessment import CriterionResult
from emonev.model.comparison import Code, Difference
from emonev.model.finding import Finding, Outcome
from emonev.model.rubric import Scoring, Staircase, Tiers
from emonev.model.text import Text
from emonev.normalise import normalise

Direction = Literal["stricter", "looser", "different"]

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_CODES: dict[Direction, Code] = {
    "stricter": "stricter",
    "looser": "looser",
    "different": "evidence",
}

_REWORDED = Text("Bunyi pertanyaan berubah.", "The question's wording changed.")
_ACCEPTS = Text(
    "Uraian bukti yang diterima berubah.", "What is accepted as proof is described otherwise."
)
_WEIGHT = Text("Bobot kriteria {old} → {new}.", "The criterion's weight {old} → {new}.")
_YEARS = Text("Tahun bukti: {old} → {new}.", "Years of evidence: {old} → {new}.")
_ANY_YEAR = Text("tidak dibatasi", "not restricted")
_CHECKS = Text("Jumlah pemeriksaan {old} → {new}.", "Number of checks {old} → {new}.")
_OTHER_CHECKS = Text("Jenis pemeriksaannya lain.", "It is checked in other ways.")
_REQUIRED = Text(
    "Pemeriksaan yang wajib terpenuhi {old} → {new}.", "Checks that must be met {old} → {new}."
)
_SCORING: dict[Direction, Text] = {
    "stricter": Text("Cara menilai kini lebih ketat.", "It is scored more strictly now."),
    "looser": Text("Cara menilai kini lebih longgar.", "It is scored less strictly now."),
    "different": Text("Cara menilai berubah.", "It is scored otherwise."),
}
_NA_NO_MORE = Text(
    "Tidak lagi dapat dinyatakan tidak berlaku.", "It can no longer be stated not to apply."
)
_NA_NOW = Text("Kini dapat dinyatakan tidak berlaku.", "It can now be stated not to apply.")
_MOVED = Text("Pindah dari “{old}” ke “{new}”.", "Moved from “{old}” to “{new}”.")
_RENAMED = Text("Id {old} → {new}.", "Id {old} → {new}.")


def differences_of(
    old: CriterionResult,
    new: CriterionResult,
    years: tuple[int, int],
    homes: tuple[Text, Text],
    *,
    settings: bool,
) -> Iterator[Difference]:
    """Yield what is asked, weighed or scored otherwise; calendar years are rolled forward.

    `settings` says whether both results keep how their checks were set.
    """
    if old.id != new.id:
        yield Difference("renamed", say(_RENAMED, old=old.id, new=new.id))
    if homes[0] != homes[1]:
        yield Difference("moved", say(_MOVED, old=homes[0], new=homes[1]))
    yield from _of_words(old, new, years[1] - years[0])
    if old.weight != new.weight:
        yield Difference("reweighted", say(_WEIGHT, old=old.weight, new=new.weight))
    yield from _of_years(old, new, years)
    yield from _of_checks(old, new, settings=settings)
    if old.scoring != new.scoring:
        yield Difference("scoring", _SCORING[_harder(old.scoring, new.scoring)])
    if old.na.allowed != new.na.allowed:
        direction: Direction = "looser" if new.na.allowed else "stricter"
        yield Difference(_CODES[direction], _NA_NOW if new.na.allowed else _NA_NO_MORE)


def codes_of(differences: tuple[Difference, ...]) -> tuple[Code, ...]:
    """Return each code once; demands that are harder here and easier there are just different."""
    codes = {difference.code for difference in differences}
    if len(codes & {"stricter", "looser", "evidence"}) > 1:
        codes = codes - {"stricter", "looser"} | {"evidence"}
    return tuple(sorted(codes))


def _of_words(old: CriterionResult, new: CriterionResult, years: int) -> Iterator[Difference]:
    if _reworded(old.text, new.text, years):
        yield Difference("reworded", _REWORDED)
    if old.accepts and new.accepts and _reworded(old.accepts, new.accepts, years):
        yield Difference("reworded", _ACCEPTS)


def _reworded(old: Text, new: Text, years: int) -> bool:
    """Say whether words differ, their calendar years moved on: 2023 is then no new wording."""
    if old.id == new.id:
        return False
    rolled = _YEAR.sub(lambda year: str(int(year[0]) + years), old.id)
    if rolled == new.id:
        return False
    words = normalise(new.id)
    return normalise(rolled) != words and normalise(old.id) != words


def _of_years(
    old: CriterionResult, new: CriterionResult, years: tuple[int, int]
) -> Iterator[Difference]:
    """Compare the years allowed, counted from each result's own year."""
    if bool(old.years_text) != bool(new.years_text):
        direction: Direction = "stricter" if new.years_text else "looser"
    elif not (old.years and new.years):
        return
    else:
        if old.years == new.years and years[0] == years[1]:
            return
        before = {year - years[0] for year in old.years}
        after = {year - years[1] for year in new.years}
        if before == after:
            return
        direction = "looser" if before < after else "stricter" if after < before else "different"
    told = say(_YEARS, old=old.years_text or _ANY_YEAR, new=new.years_text or _ANY_YEAR)
    yield Difference(_CODES[direction], told)


def _of_checks(
    old: CriterionResult, new: CriterionResult, *, settings: bool
) -> Iterator[Difference]:
    """Compare what was checked, as far as both results tell: one finding answers each check."""
    if old.outcome is Outcome.NOT_APPLICABLE or new.outcome is Outcome.NOT_APPLICABLE:
        return
    if len(old.findings) == len(new.findings) and all(map(_alike, old.findings, new.findings)):
        return  # nearly always
    before, after = _answers(old), _answers(new)
    if not (before and after):
        return
    if len(before) == len(after):
        pairs = zip(before, after, strict=True)
        other = [(one, new_) for one, new_ in pairs if not _alike(one, new_)]
        before, after = [one for one, _ in other], [new_ for _, new_ in other]
    if before or after:
        yield from _of_settings(before, after) if settings else _of_kinds(before, after)


def _answers(criterion: CriterionResult) -> list[Finding]:
    """Return the findings that answer checks; one tells what became of "not applicable"."""
    return [finding for finding in criterion.findings if finding.kind != "not-applicable"]


def _alike(one: Finding, other: Finding) -> bool:
    """Say whether two findings answer the same question, as far as they tell."""
    same = one.kind == other.kind and one.required == other.required
    return same and one.settings == other.settings


def _of_settings(before: Sequence[Finding], after: Sequence[Finding]) -> Iterator[Difference]:
    """Compare check by check; by kinds alone where one is not of this version."""
    # All kinds come with these: they are needed only where something differs.
    from emonev.checks.settings import check_of
    from emonev.rubric_change import differences_of_checks

    old, new = ([check for f in side if (check := check_of(f))] for side in (before, after))
    if len(old) < len(before) or len(new) < len(after):
        yield from _of_kinds(before, after)
        return
    for found in differences_of_checks(old, new):
        yield Difference(_CODES[found.direction], found.text)


def _of_kinds(before: Sequence[Finding], after: Sequence[Finding]) -> Iterator[Difference]:
    """Compare number and kinds of the checks, of which settings are not known."""
    if len(before) != len(after):
        code: Code = "stricter" if len(after) > len(before) else "looser"
        yield Difference(code, say(_CHECKS, old=len(before), new=len(after)))
    elif sorted(f.kind for f in before) != sorted(f.kind for f in after):
        yield Difference("evidence", _OTHER_CHECKS)
    must, must_now = (sum(f.required for f in side) for side in (before, after))
    if must != must_now:
        code = "stricter" if must_now > must else "looser"
        yield Difference(code, say(_REQUIRED, old=must, new=must_now))


def _harder(old: Scoring, new: Scoring) -> Direction:
    if (old, new) == ("share", "all"):
        return "stricter"
    if (old, new) == ("all", "share"):
        return "looser"
    if isinstance(old, Staircase) and isinstance(new, Staircase):
        return _of_steps([*old.steps], [*new.steps])
    if isinstance(old, Tiers) and isinstance(new, Tiers):
        counts = sorted({tier.at_least for form in (old, new) for tier in form.tiers})
        return _of_steps([_at(old, n) for n in counts], [_at(new, n) for n in counts])
    return "different"


def _of_steps(before: list[Fraction], after: list[Fraction]) -> Direction:
    pairs = list(zip_longest(before, after))
    if any(one is None or other is None for one, other in pairs):
        return "different"
    if all(one >= other for one, other in pairs):
        return "stricter"
    return "looser" if all(one <= other for one, other in pairs) else "different"


def _at(form: Tiers, count: int) -> Fraction:
    return max((tier.share for tier in form.tiers if tier.at_least <= count), default=Fraction(0))
