"""A result beside those of reference bodies: where they earn what we lose, and with what evidence.

Each reference is compared like a later year: what it does better is then the effect of its
performance alone, whatever its questionnaire weighs otherwise. Over several references every
figure is the mean.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from emonev.compare.compare import compare, compared
from emonev.compare.effects import sum_of
from emonev.compare.files import Files
from emonev.compare.sheets import Sheet
from emonev.model.assessment import Assessment
from emonev.model.comparison import (
    STUDY_SCHEMA,
    Comparison,
    CriteriaComparison,
    Effects,
    Lead,
    Remark,
    Shown,
    Study,
)
from emonev.score.rollup import added


def study(ours: Assessment, references: Sequence[Assessment]) -> Study:
    """Return where the references are certainly better or worse than we are."""
    beside = [_Beside(Sheet(one), compare(ours, one)) for one in references]
    portion = Fraction(1, len(beside))
    lows = [one.comparison.total.low for one in beside]
    leads = [lead for lead in _leads(ours, beside) if lead.points]
    return Study(
        schema=STUDY_SCHEMA,
        ours=compared(Sheet(ours)),
        references=tuple(compared(one.sheet) for one in beside),
        average=portion * added([low.after for low in lows]),
        moved=portion * added([low.moved for low in lows]),
        effects=_scaled(sum_of(low.effects for low in lows), portion),
        leads=tuple(sorted(leads, key=lambda lead: -lead.points)),
        remarks=_remarks(one.comparison for one in beside),
    )


class _Beside(Struct, frozen=True):
    sheet: Sheet
    comparison: Comparison

    @property
    def name(self) -> str:
        return self.sheet.assessment.body.name


class _Found:
    """What was found on one of our criteria over all references."""

    def __init__(self) -> None:
        self.points: list[Fraction] = []
        self.ahead: list[str] = []
        self.behind: list[str] = []
        self.shown: list[Shown] = []

    def add(self, beside: _Beside, match: CriteriaComparison, files: Files) -> None:
        """Count one reference; its evidence is shown where it is better."""
        points = match.low.effects.performance
        self.points.append(points)
        if points > 0:
            self.ahead.append(beside.name)
            self.shown += _shown(beside.name, match, files)
        elif points < 0:
            self.behind.append(beside.name)


def _leads(ours: Assessment, references: Sequence[_Beside]) -> Iterator[Lead]:
    """Yield one lead for each of our criteria; a group of matches stands under its first."""
    found: dict[str, _Found] = {}
    groups: dict[str, CriteriaComparison] = {}
    for beside in references:
        files = Files(beside.sheet)
        for match in beside.comparison.criteria:
            if match.older and match.newer:
                first = match.older[0].id
                groups.setdefault(first, match)
                found.setdefault(first, _Found()).add(beside, match, files)
    known = {c.id: c for s in ours.stages for i in s.indicators for c in i.criteria}
    for id_, match in groups.items():
        criterion = known.get(id_)
        yield Lead(
            ids=tuple(side.id for side in match.older),
            text=match.older[0].text,
            points=added(found[id_].points) / len(references),
            ahead=tuple(found[id_].ahead),
            behind=tuple(found[id_].behind),
            shown=tuple(found[id_].shown),
            remedy=criterion.remedy if criterion else None,
            effort=criterion.effort if criterion else None,
        )


def _shown(body: str, match: CriteriaComparison, files: Files) -> Iterator[Shown]:
    if match.entered:
        return
    for file in files.of([side.id for side in match.newer]):
        yield Shown(body=body, format=file.format, title=file.title, path=file.path)


def _scaled(effects: Effects, portion: Fraction) -> Effects:
    return Effects(
        performance=effects.performance * portion,
        rubric=effects.rubric * portion,
        applicability=effects.applicability * portion,
        pending=effects.pending * portion,
    )


def _remarks(comparisons: Iterable[Comparison]) -> tuple[Remark, ...]:
    """Return what to know of any pair, once; that the bodies differ is what was asked for."""
    found = [remark for one in comparisons for remark in one.remarks if remark.code != "body"]
    return tuple(dict.fromkeys(found))
