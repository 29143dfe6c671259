"""A saved result as the rubric that it was scored by: weights, and what applied.

A result keeps no checks, but all that points hang on. So the only scoring policy can say
what each criterion would be worth under one year's weights and the other's applicability.
"""

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct

from emonev.errors import EmonevError
from emonev.language import say
from emonev.model.assessment import Assessment, CriterionResult, IndicatorResult, StageResult
from emonev.model.finding import Outcome
from emonev.model.text import Text
from emonev.score import full_points
from emonev.score.saved import rubric_of

ZERO, HUNDRED = Fraction(0), Fraction(100)

_UNSOUND = Text(
    "hasil tahun {year} tidak utuh: poin bagiannya tidak sesuai dengan bobot dan nilainya",
    "the result of {year} is not sound: its points do not follow from its weights and total",
)
_SCORE_AGAIN = Text(
    "Nilai ulang dengan “emonev score --year {year}”.",
    "Score again with “emonev score --year {year}”.",
)


class Place(Struct, frozen=True):
    """A criterion, or an entered stage (then `indicator` is empty), with its home.

    `full` is what it is worth, `low` and `high` what it brings; `loses` says that some is lost.
    """

    stage: StageResult
    indicator: IndicatorResult | None
    criterion: CriterionResult | None
    home: tuple[str, str]
    full: Fraction
    low: Fraction
    high: Fraction
    loses: bool
    applies: bool


class Sheet:
    """One result: its places by key, and what each is worth when other things apply."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment
        self.places: dict[str, Place] = {}
        for stage in assessment.stages:
            if not stage.indicators:
                self.places[key_of_stage(stage.id)] = _place(stage)
            for indicator in stage.indicators:
                for criterion in indicator.criteria:
                    self.places[criterion.id] = _place(stage, indicator, criterion)
        self.rubric = rubric_of(assessment)
        self.applies = {key: place.applies for key, place in self.places.items()}
        _refuse_unsound(self)

    def worth(self, applies: Mapping[str, bool]) -> dict[str, Fraction]:
        """Return the points that each place is worth where just these apply."""
        if applies == self.applies:
            return {key: place.full for key, place in self.places.items()}
        return self.rolled(applies)

    def rolled(self, applies: Mapping[str, bool]) -> dict[str, Fraction]:
        """Return the same as the scoring policy has it."""
        stages, criteria = full_points(self.rubric, applies)
        entered = {
            key: stages[place.stage.id]
            for key, place in self.places.items()
            if place.criterion is None
        }
        return criteria | entered


def _place(
    stage: StageResult,
    indicator: IndicatorResult | None = None,
    criterion: CriterionResult | None = None,
) -> Place:
    one = criterion or stage
    points = one.points
    return Place(
        stage=stage,
        indicator=indicator,
        criterion=criterion,
        home=(stage.id, indicator.id if indicator else ""),
        full=one.full,
        low=points.earned,
        high=points.earned + points.pending if points.pending else points.earned,
        loses=bool(points.lost),
        applies=criterion is None or criterion.outcome is not Outcome.NOT_APPLICABLE,
    )


def key_of_stage(id_: str) -> str:
    """Return the key of an entered stage; a criterion's id never starts with a slash."""
    return f"/{id_}"


def _refuse_unsound(sheet: Sheet) -> None:
    """Refuse what was changed by hand: effects could not add up to its total."""
    assessment = sheet.assessment
    try:
        worth = sheet.rolled(sheet.applies)
    except ValueError:
        worth = {}
    sums = _sums(sheet)
    total = assessment.total.exact_low, assessment.total.exact_high
    nothing_applies = not any(worth.values()) and total == (ZERO, HUNDRED)
    if _worth_otherwise(sheet, worth) or not (sums == total or nothing_applies):
        told = say(_UNSOUND, year=f"{assessment.year}")
        mend = say(_SCORE_AGAIN, year=f"{assessment.year}")
        raise EmonevError("result-unsound", told, mend)


def _worth_otherwise(sheet: Sheet, worth: Mapping[str, Fraction]) -> bool:
    """Say whether a place is worth other points than it says; integers compare ten times faster."""
    return len(worth) != len(sheet.places) or any(
        worth[key].as_integer_ratio() != place.full.as_integer_ratio()
        for key, place in sheet.places.items()
    )


def _sums(sheet: Sheet) -> tuple[Fraction, Fraction]:
    low = sum((stage.points.earned for stage in sheet.assessment.stages), ZERO)
    pending = sum((stage.points.pending for stage in sheet.assessment.stages), ZERO)
    return low, low + pending
