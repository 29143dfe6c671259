"""Results of every shape, made by the scoring policy itself, and results entered by hand."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from emonev.model.assessment import (
    SCHEMA,
    Assessment,
    CriterionResult,
    IndicatorResult,
    StageResult,
    Tool,
)
from emonev.model.finding import Outcome
from emonev.model.rubric import Band, Criterion, Rounding, Rubric, Stage
from emonev.model.text import Text
from emonev.model.workspace import Body, EnteredStage
from emonev.score import Share, roll_up, total_of
from tests.builders import BANDS, a_criterion, a_rubric, a_rubric_used, a_stage, an_indicator
from tests.score.rubrics import portions, positive_weights, shares, weights

NA = Share(Fraction(0), Fraction(0), applicable=False)
BODY = Body(name="Pemerintah Kabupaten Contoh", category="kabupaten-kota")


def yes(low: Fraction | int = 1) -> Share:
    return Share(Fraction(low), Fraction(low))


def open_between(low: Fraction | int, high: Fraction | int) -> Share:
    return Share(Fraction(low), Fraction(high))


def a_result(
    rubric: Rubric,
    judged: Mapping[str, Share],
    entered: Mapping[str, Share] | None = None,
    *,
    more: Mapping[str, Mapping[str, Any]] | None = None,
    **given: Any,
) -> Assessment:
    """Return what scoring makes of these shares; `more` sets fields of single criteria."""
    values = entered or {}
    sheet = roll_up(rubric, judged, values)
    total = total_of(sheet.low, sheet.high, rubric)

    def criterion(one: Criterion) -> CriterionResult:
        share, worth = judged[one.id], sheet.criteria[one.id]
        fields: dict[str, Any] = {
            "id": one.id,
            "text": one.text,
            "weight": one.weight,
            "scoring": one.scoring,
            "outcome": _outcome(share),
            "share_low": share.low,
            "share_high": share.high,
            "full": worth.full,
            "points": worth.points,
            "supported_outcome": _outcome(share),
            "supported_low": share.low,
            "supported_high": share.high,
            "replaces": one.replaces,
            "accepts": one.accepts,
            "remedy": one.remedy,
            "effort": one.effort,
        }
        return CriterionResult(**(fields | dict((more or {}).get(one.id, {}))))

    def stage(one: Stage) -> StageResult:
        level = sheet.stages[one.id]
        value = values.get(one.id)
        return StageResult(
            id=one.id,
            title=one.title,
            weight=one.weight,
            full=level.full,
            points=level.points,
            score_low=level.score_low,
            score_high=level.score_high,
            entered=one.entered,
            entry=EnteredStage(value=value.low * 100) if value else None,
            indicators=tuple(
                IndicatorResult(
                    id=each.id,
                    title=each.title,
                    weight=each.weight,
                    full=sheet.indicators[each.id].full,
                    points=sheet.indicators[each.id].points,
                    score_low=sheet.indicators[each.id].score_low,
                    score_high=sheet.indicators[each.id].score_high,
                    criteria=tuple(map(criterion, each.criteria)),
                )
                for each in one.indicators
            ),
        )

    defaults: dict[str, Any] = {
        "schema": SCHEMA,
        "body": BODY,
        "year": rubric.year,
        "assessed_on": f"{rubric.year}-09-27",
        "rubric": a_rubric_used(
            id=rubric.id,
            year=rubric.year,
            title=rubric.title,
            rounding=rubric.rounding,
            bands=rubric.bands,
        ),
        "tool": Tool(name="emonev", version="0.1.0"),
        "total": total,
        "supported": total,
        "stages": tuple(map(stage, rubric.stages)),
    }
    return Assessment(**(defaults | given))


def published(
    value: str,
    year: int,
    bands: Sequence[Band] = BANDS,
    rounding: Rounding | None = None,
    body: str = "Pemerintah Contoh",
) -> Assessment:
    """Return a result that holds nothing but a total that a commission published."""
    rubric = a_rubric(
        a_stage(id="nilai", title=Text("Nilai akhir", "Final score"), entered=True),
        id=f"terbit-{year}",
        year=year,
        bands=tuple(bands),
        rounding=rounding or Rounding(),
    )
    share = yes(Fraction(value) / 100)
    return a_result(rubric, {}, {"nilai": share}, body=Body(name=body, category="kabupaten-kota"))


def _outcome(share: Share) -> Outcome:
    if not share.applicable:
        return Outcome.NOT_APPLICABLE
    if share.low < share.high:
        return Outcome.NEEDS_REVIEW
    if share.low == 1:
        return Outcome.MET
    return Outcome.PARTLY if share.low else Outcome.NOT_MET


@st.composite
def results(draw: st.DrawFn, year: int = 2024, *, positive: bool = False) -> Assessment:
    """Return a result whose criteria share ids with those of other years, and replace some."""
    heavy = positive_weights if positive else weights
    ids = draw(st.lists(st.sampled_from([f"K-{n}" for n in range(8)]), unique=True, min_size=1))
    homes: dict[tuple[str, str], list[Criterion]] = {}
    for id_ in ids:
        home = draw(st.sampled_from([("t1", "i1"), ("t1", "i2"), ("t2", "i3")]))
        replaced = draw(st.lists(st.sampled_from([f"K-{n}" for n in range(9)]), max_size=2))
        homes.setdefault(home, []).append(
            a_criterion(id_, weight=draw(heavy), replaces=tuple(replaced))
        )
    stages = [
        a_stage(
            *(
                an_indicator(*listed, id=home[1], weight=draw(heavy))
                for home, listed in homes.items()
                if home[0] == stage
            ),
            id=stage,
            weight=draw(heavy),
        )
        for stage in dict.fromkeys(home[0] for home in homes)
    ]
    entered: dict[str, Share] = {}
    if draw(st.booleans()):
        stages.append(a_stage(id="p", entered=True, weight=draw(heavy)))
        if draw(st.booleans()):
            entered["p"] = yes(draw(portions))
    rubric = a_rubric(*stages, id=f"uji-{year}", year=year)
    return a_result(rubric, {id_: draw(shares()) for id_ in ids}, entered)
