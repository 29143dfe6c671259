"""Which criteria continue which, and that none is lost or counted twice."""

from hypothesis import given
from hypothesis import strategies as st

from emonev.crosswalk import Crosswalk, cross
from emonev.model.rubric import Rubric
from tests.builders import a_criterion, a_rubric, a_stage, an_indicator


def rubric(*criteria: str, **replaces: tuple[str, ...]) -> Rubric:
    listed = [a_criterion(id_, replaces=replaces.get(id_, ())) for id_ in criteria]
    return a_rubric(a_stage(an_indicator(*listed)))


def told(walk: Crosswalk) -> list[tuple[str, str, str]]:
    return [
        (m.form, " ".join(c.id for c in m.older), " ".join(c.id for c in m.newer))
        for m in walk.matches
    ]


def test_the_same_id_is_the_same_obligation() -> None:
    assert told(cross(rubric("A"), rubric("A"))) == [("continued", "A", "A")]


def test_replaces_wins_over_the_id() -> None:
    walk = cross(rubric("A", "B"), rubric("A", "C", A=("B",), C=("A",)))
    assert told(walk) == [("continued", "B", "A"), ("continued", "A", "C")]


def test_an_id_that_another_one_replaces_is_new_when_it_is_used_again() -> None:
    walk = cross(rubric("A"), rubric("A", "B", B=("A",)))
    assert told(walk) == [("new", "", "A"), ("continued", "A", "B")]


def test_many_to_one_one_to_many_and_many_to_many() -> None:
    older = rubric("A", "B", "C", "D", "E", "F")
    newer = rubric(
        "M", "S1", "S2", "R1", "R2", M=("A", "B"), S1=("C",), S2=("C",), R1=("D", "E"), R2=("E",)
    )
    assert told(cross(older, newer)) == [
        ("merged", "A B", "M"),
        ("split", "C", "S1 S2"),
        ("regrouped", "D E", "R1 R2"),
        ("dropped", "F", ""),
    ]


def test_a_new_one_stands_where_the_questionnaire_has_it() -> None:
    assert told(cross(rubric("A", "B"), rubric("N", "B"))) == [
        ("new", "", "N"),
        ("continued", "B", "B"),
        ("dropped", "A", ""),
    ]


def test_what_replaces_names_in_vain_is_told() -> None:
    walk = cross(rubric("A"), rubric("B", B=("X", "Y")))
    assert walk.unresolved == ("X", "Y")
    assert told(walk) == [("new", "", "B"), ("dropped", "A", "")]


ids = st.sets(st.sampled_from("ABCDEFGH"), min_size=1)


@given(ids, ids, st.data())
def test_every_criterion_is_in_exactly_one_match(
    old: set[str], new: set[str], data: st.DataObject
) -> None:
    links = {
        id_: tuple(data.draw(st.sets(st.sampled_from("ABCDEFGHXY"), max_size=3))) for id_ in new
    }
    walk = cross(rubric(*sorted(old)), rubric(*sorted(new), **links))
    assert sorted(c.id for m in walk.matches for c in m.older) == sorted(old)
    assert sorted(c.id for m in walk.matches for c in m.newer) == sorted(new)
