"""Two rubrics compared."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import chain

from msgspec import Struct

from emonev.crosswalk import Match, cross
from emonev.language import say
from emonev.model.rubric import Criterion, Indicator, Rubric, Stage
from emonev.model.text import Text
from emonev.normalise import normalise
from emonev.rubric_change.asked import differences_of_evidence
from emonev.rubric_change.change import (
    SCHEMA,
    Asked,
    Code,
    CriteriaChange,
    Difference,
    LevelChange,
    RubricChange,
    RubricNamed,
)
from emonev.score import Share, Sheet, roll_up

ZERO = Fraction(0)
_ALL = Share(Fraction(1), Fraction(1))
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")

_REWORDED = Text("Bunyi pertanyaan berubah.", "The question's wording changed.")
_ACCEPTS = Text(
    "Uraian bukti yang diterima berubah.", "What is accepted as proof is described otherwise."
)
_WEIGHT = Text("Bobot kriteria {old} → {new}.", "The criterion's weight {old} → {new}.")
_INDICATOR = Text(
    "Bobot indikator “{title}” {old} → {new}.",
    "The weight of the indicator “{title}” {old} → {new}.",
)
_STAGE = Text("Bobot tahap “{title}” {old} → {new}.", "The weight of the stage “{title}” {old} → {new}.")  # fmt: skip
_MOVED = Text("Pindah dari “{old}” ke “{new}”.", "Moved from “{old}” to “{new}”.")
_LAW_MORE = Text("Dasar hukum ditambah: {laws}.", "Legal basis added: {laws}.")
_LAW_LESS = Text("Dasar hukum dihapus: {laws}.", "Legal basis removed: {laws}.")
_RENAMED = Text("Id {old} → {new}.", "Id {old} → {new}.")


def compare_rubrics(older: Rubric, newer: Rubric) -> RubricChange:
    """Return what differs; the points of either rubric are all accounted for, exactly."""
    walk = cross(older, newer)
    before, after = _Placed(older), _Placed(newer)
    return RubricChange(
        schema=SCHEMA,
        older=_named(older),
        newer=_named(newer),
        levels=tuple(_levels(before, after)),
        criteria=tuple(_change(match, before, after) for match in walk.matches),
        unresolved=walk.unresolved,
    )


class _Worth(Struct, frozen=True):
    points: Fraction
    criteria: int


class _Home(Struct, frozen=True):
    indicator: Indicator
    stage: Stage


class _Placed:
    """A rubric with the points and the home of every criterion."""

    def __init__(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self.homes = {
            criterion.id: _Home(indicator, stage)
            for stage in rubric.stages
            for indicator in stage.indicators
            for criterion in indicator.criteria
        }
        shares = dict.fromkeys(self.homes, _ALL)
        entered = {stage.id: _ALL for stage in rubric.stages if stage.entered}
        self.sheet: Sheet = roll_up(rubric, shares, entered)

    def asked(self, criterion: Criterion) -> Asked:
        """Return a criterion as the comparison shows it."""
        return Asked(
            id=criterion.id,
            text=criterion.text,
            stage=self.homes[criterion.id].stage.id,
            indicator=self.homes[criterion.id].indicator.id,
            weight=criterion.weight,
            points=self.sheet.criteria[criterion.id].full,
            law=criterion.law,
            accepts=criterion.accepts,
        )

    def stage(self, id_: str) -> _Worth:
        """Return what a stage is worth and asks; nothing where there is none."""
        level = self.sheet.stages.get(id_)
        asked = sum(home.stage.id == id_ for home in self.homes.values())
        return _Worth(level.full if level else ZERO, asked)

    def indicator(self, stage: str, id_: str) -> _Worth:
        """Return what an indicator is worth and asks within a stage."""
        homes = [h for h in self.homes.values() if (h.stage.id, h.indicator.id) == (stage, id_)]
        return _Worth(self.sheet.indicators[id_].full if homes else ZERO, len(homes))


def _named(rubric: Rubric) -> RubricNamed:
    return RubricNamed(
        id=rubric.id,
        title=rubric.title,
        authority=rubric.authority,
        year=rubric.year,
        category=rubric.category,
        status=rubric.status,
        sha256=rubric.sha256,
        criteria=sum(1 for _ in rubric.criteria()),
    )


def _change(match: Match, before: _Placed, after: _Placed) -> CriteriaChange:
    older = tuple(map(before.asked, match.older))
    newer = tuple(map(after.asked, match.newer))
    worth = _points(older), _points(newer)
    differences = tuple(_differences(match, before, after))
    return CriteriaChange(
        form=match.form,
        older=older,
        newer=newer,
        before=worth[0],
        after=worth[1],
        moved=worth[1] - worth[0],
        codes=_codes(differences),
        differences=differences,
    )


def _points(asked: Iterable[Asked]) -> Fraction:
    return sum((one.points for one in asked), ZERO)


def _codes(differences: tuple[Difference, ...]) -> tuple[Code, ...]:
    """Return each code once; demands that are harder here and easier there are just different."""
    codes = {difference.code for difference in differences}
    if len(codes & {"stricter", "looser", "evidence"}) > 1:
        codes = codes - {"stricter", "looser"} | {"evidence"}
    return tuple(sorted(codes))


def _differences(match: Match, before: _Placed, after: _Placed) -> Iterator[Difference]:
    if match.form in {"new", "dropped"}:
        return
    yield from _of_weights(match, before, after)
    if match.form != "continued":
        return
    old, new = match.older[0], match.newer[0]
    years = (before.rubric.year, after.rubric.year)
    yield from _of_words(old, new, years[1] - years[0])
    yield from differences_of_evidence(old, new, years)
    yield from _of_law(old, new)
    here, there = before.homes[old.id].indicator, after.homes[new.id].indicator
    if here.id != there.id:
        told = say(_MOVED, old=here.title, new=there.title)
        yield Difference("moved", "different", told)
    if old.id != new.id:
        yield Difference("renamed", "different", say(_RENAMED, old=old.id, new=new.id))


def _of_weights(match: Match, before: _Placed, after: _Placed) -> Iterator[Difference]:
    """Say which stated weight changed: points also move where only the neighbours came or went."""
    own = [sum((c.weight for c in side), ZERO) for side in (match.older, match.newer)]
    if own[0] != own[1]:
        yield Difference("reweighted", "different", say(_WEIGHT, old=own[0], new=own[1]))
    old, new = before.homes[match.older[0].id], after.homes[match.newer[0].id]
    if old.indicator.id == new.indicator.id and old.indicator.weight != new.indicator.weight:
        yield _reweighted(_INDICATOR, old.indicator, new.indicator)
    if old.stage.id == new.stage.id and old.stage.weight != new.stage.weight:
        yield _reweighted(_STAGE, old.stage, new.stage)


def _reweighted(template: Text, old: Indicator | Stage, new: Indicator | Stage) -> Difference:
    told = say(template, title=new.title, old=old.weight, new=new.weight)
    return Difference("reweighted", "different", told)


def _of_words(old: Criterion, new: Criterion, years: int) -> Iterator[Difference]:
    if _rolled(old.text, years) != normalise(new.text.id):
        yield Difference("reworded", "different", _REWORDED)
    if old.accepts and new.accepts and _rolled(old.accepts, years) != normalise(new.accepts.id):
        yield Difference("reworded", "different", _ACCEPTS)


def _rolled(text: Text, years: int) -> str:
    """Return the normal text with its calendar years moved on: 2023 is then no new wording."""
    return normalise(_YEAR.sub(lambda year: str(int(year[0]) + years), text.id))


def _of_law(old: Criterion, new: Criterion) -> Iterator[Difference]:
    for template, laws in (
        (_LAW_MORE, [law for law in new.law if law not in old.law]),
        (_LAW_LESS, [law for law in old.law if law not in new.law]),
    ):
        if laws:
            yield Difference("law", "different", say(template, laws="; ".join(laws)))


def _levels(before: _Placed, after: _Placed) -> Iterator[LevelChange]:
    """Yield every stage of either rubric with its indicators, in the newer one's order."""
    old = {stage.id: stage for stage in before.rubric.stages}
    new = {stage.id: stage for stage in after.rubric.stages}
    for stage in {**new, **{id_: gone for id_, gone in old.items() if id_ not in new}}.values():
        yield _level(stage, before.stage(stage.id), after.stage(stage.id))
        sides = [known[stage.id].indicators for known in (new, old) if stage.id in known]
        indicators: dict[str, Indicator] = {}
        for indicator in chain(*sides):
            indicators.setdefault(indicator.id, indicator)
        for indicator in indicators.values():
            was = before.indicator(stage.id, indicator.id)
            yield _level(stage, was, after.indicator(stage.id, indicator.id), indicator)


def _level(
    stage: Stage, before: _Worth, after: _Worth, indicator: Indicator | None = None
) -> LevelChange:
    part = indicator or stage
    return LevelChange(
        level="indicator" if indicator else "stage",
        id=part.id,
        stage=stage.id,
        title=part.title,
        before=before.points,
        after=after.points,
        moved=after.points - before.points,
        criteria_before=before.criteria,
        criteria_after=after.criteria,
    )
