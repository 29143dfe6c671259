"""What every comparison keeps: effects add up, years can be swapped, nothing is lost."""

from collections.abc import Iterable
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from emonev.compare import compare
from emonev.model.assessment import Assessment
from emonev.model.comparison import Change, Comparison, Effects, Side
from emonev.model.rubric import Rubric
from emonev.score import Share
from tests.builders import a_criterion, a_rubric, a_stage, an_indicator
from tests.compare.results import a_result, results
from tests.score.rubrics import positive_weights, shares

OLD, NEW = results(2023), results(2024)
ZERO = Fraction(0)


def parts(effects: Effects) -> tuple[Fraction, ...]:
    return effects.performance, effects.rubric, effects.applicability, effects.pending


def changes(comparison: Comparison) -> Iterable[Change]:
    yield from (comparison.total.low, comparison.total.high)
    for level in comparison.levels:
        yield from (level.low, level.high)
    for match in comparison.criteria:
        yield from (match.low, match.high)


@given(OLD, NEW)
def test_effects_add_up_exactly_at_every_level(old: Assessment, new: Assessment) -> None:
    comparison = compare(old, new)
    for change in changes(comparison):
        assert sum(parts(change.effects), ZERO) == change.moved == change.after - change.before
    for end in ("low", "high"):
        whole = parts(getattr(comparison.total, end).effects)
        assert _added(comparison.criteria, end)[:3] == whole[:3]
        stages = [level for level in comparison.levels if level.level == "stage"]
        assert _added(stages, end)[:3] == whole[:3]
        for stage in stages:
            within = [
                i for i in comparison.levels if i.level == "indicator" and i.stage == stage.id
            ]
            if within:
                assert _added(within, end) == parts(getattr(stage, end).effects)
    assert comparison.total.low.moved == new.total.exact_low - old.total.exact_low
    assert comparison.total.high.moved == new.total.exact_high - old.total.exact_high


@given(OLD, NEW)
def test_swapping_the_years_flips_every_sign(old: Assessment, new: Assessment) -> None:
    there, back = compare(old, new), compare(new, old)
    flipped = {(level.stage, level.level, level.id): level for level in back.levels}
    for level in there.levels:
        _mirrored(level.low, flipped[level.stage, level.level, level.id].low)
        _mirrored(level.high, flipped[level.stage, level.level, level.id].high)
    _mirrored(there.total.low, back.total.low)
    _mirrored(there.total.high, back.total.high)
    pairs = {_key(c.older, c.newer): c for c in back.criteria}
    for match in there.criteria:
        other = pairs[_key(match.newer, match.older)]
        _mirrored(match.low, other.low)
        _mirrored(match.high, other.high)
        assert other.movement == TURNED.get(match.movement, match.movement)
        assert other.carried_over == match.carried_over


@given(NEW)
def test_a_result_compared_with_itself_has_changed_nothing(result: Assessment) -> None:
    comparison = compare(result, result)
    for change in changes(comparison):
        assert not any(parts(change.effects))
    assert {c.movement for c in comparison.criteria} <= {
        "unchanged",
        "not-judged",
        "not-applicable",
    }
    assert not any(c.differences for c in comparison.criteria)
    assert not comparison.stale
    assert not comparison.regressions


@given(OLD, NEW)
def test_every_criterion_of_either_year_is_told_once(old: Assessment, new: Assessment) -> None:
    comparison = compare(old, new)
    before = [side.id for c in comparison.criteria if not c.entered for side in c.older]
    after = [side.id for c in comparison.criteria if not c.entered for side in c.newer]
    assert sorted(before) == sorted(_ids(old))
    assert sorted(after) == sorted(_ids(new))


@given(st.data(), positive_weights, shares())
def test_an_unrelated_criterion_moves_only_the_rubric_effect(
    data: st.DataObject, weight: Fraction, share: Share
) -> None:
    old, judged = data.draw(judged_criteria())
    listed = next(iter(old.stages)).indicators[0].criteria
    extra = a_criterion("BARU", weight=weight)
    new = _rubric(2024, *listed, extra)
    judged_new = judged | {"BARU": share}
    total = compare(a_result(old, judged), a_result(new, judged_new)).total
    for change in (total.low, total.high):
        asked = any(judged[c.id].applicable and c.weight for c in listed)
        assert change.effects.performance == 0
        assert change.effects.applicability == 0
        assert change.effects.pending == 0 or not asked


@given(st.data())
def test_what_the_body_did_is_all_where_nothing_else_changed(data: st.DataObject) -> None:
    rubric, judged = data.draw(judged_criteria())
    certain = {id_: Share(s.low, s.low) for id_, s in judged.items()}
    other = {id_: Share(Fraction(1) - s.low, Fraction(1) - s.low) for id_, s in certain.items()}
    total = compare(a_result(rubric, certain), a_result(rubric, other, year=2025)).total
    assert total.low.effects.performance == total.low.moved


@settings(max_examples=50)
@given(st.data())
def test_only_applicability_moves_points_where_something_no_longer_applies(
    data: st.DataObject,
) -> None:
    rubric, judged = data.draw(judged_criteria())
    first = next(iter(judged))
    certain = {id_: Share(s.low, s.low) for id_, s in judged.items()}
    other = certain | {first: Share(ZERO, ZERO, applicable=False)}
    total = compare(a_result(rubric, certain), a_result(rubric, other)).total
    assert total.low.effects.applicability == total.low.moved


TURNED = {
    "improved": "worsened",
    "worsened": "improved",
    "new": "dropped",
    "dropped": "new",
    "became-applicable": "became-not-applicable",
    "became-not-applicable": "became-applicable",
}


@st.composite
def judged_criteria(draw: st.DrawFn) -> tuple[Rubric, dict[str, Share]]:
    count = draw(st.integers(1, 6))
    criteria = [a_criterion(f"K-{n}", weight=draw(positive_weights)) for n in range(count)]
    return _rubric(2023, *criteria), {c.id: draw(shares()) for c in criteria}


def _rubric(year: int, *criteria: object) -> Rubric:
    return a_rubric(
        a_stage(an_indicator(*criteria)),  # type: ignore[arg-type]  # criteria, as drawn
        id=f"uji-{year}",
        year=year,
    )


def _added(rows: Iterable[object], end: str) -> tuple[Fraction, ...]:
    listed = [parts(getattr(row, end).effects) for row in rows]
    return tuple(sum((row[n] for row in listed), ZERO) for n in range(4))


def _mirrored(change: Change, other: Change) -> None:
    assert (change.before, change.after) == (other.after, other.before)
    assert parts(change.effects) == tuple(-part for part in parts(other.effects))


def _key(older: Iterable[Side], newer: Iterable[Side]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(sorted(s.id for s in side)) for side in (older, newer))


def _ids(result: Assessment) -> list[str]:
    return [criterion.id for criterion in result.criteria()]
