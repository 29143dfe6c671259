"""Words become exactly the values that were printed."""

import datetime
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from emonev.checks import KINDS
from emonev.load.decode import file_decoder
from emonev.load.scalars import calendar_day, exact_number, share_claimed, whole_number, year_rule
from emonev.model.exact import to_text
from emonev.model.rubric import (
    Band,
    Criterion,
    Indicator,
    NotApplicableRule,
    Rounding,
    Rubric,
    Scoring,
    Stage,
    Staircase,
    Tier,
    Tiers,
)
from emonev.model.text import Text
from emonev.model.years import YearRule
from tests.load.rubric_yaml import SOUND, loaded


def test_every_check_kind_can_be_read() -> None:
    decode = file_decoder(Rubric, "emonev/rubric/1", KINDS)
    assert callable(decode)


def test_a_sound_rubric_is_read_whole(tmp_path: Path) -> None:
    rubric = loaded(tmp_path, SOUND)
    first, second, third = rubric.criteria()
    assert rubric.bands[0] == Band(id="baik", label=Text("Baik", "Good"), from_=Fraction(50))
    assert rubric.stages[1].entered
    assert first.years == (YearRule("years"),)
    assert [type(check).__name__ for check in first.checks] == ["Exists", "DatedWithin"]
    assert second.weight == Fraction(1, 3)
    assert second.scoring == Staircase(steps=(Fraction(1, 2), Fraction(1)))
    assert third.scoring == Tiers(
        tiers=(Tier(at_least=5, share=Fraction(1, 2)), Tier(at_least=10, share=Fraction(1)))
    )
    assert third.na == NotApplicableRule(allowed=True, needs="alasan")


@pytest.mark.parametrize("word", ["no", "on", "Yes", "010", "12:30", "2024-09-27", "1e3", "0x1F"])
def test_where_words_are_wanted_words_they_stay(tmp_path: Path, word: str) -> None:
    rubric = loaded(tmp_path, SOUND.replace("authority: Komisi Informasi", f"authority: {word}"))
    assert rubric.authority == word


def test_one_word_may_stand_for_a_list_of_one(tmp_path: Path) -> None:
    one = loaded(
        tmp_path, SOUND.replace("years: [N]", "years: N").replace("[pdf], max", "pdf, max")
    )
    many = loaded(tmp_path, SOUND)
    assert replace(one, sha256="") == replace(many, sha256="")


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("2", Fraction(2)),
        ("0.1", Fraction(1, 10)),
        (".5", Fraction(1, 2)),
        ("1/3", Fraction(1, 3)),
        ("010", Fraction(10)),
        ("-2", Fraction(-2)),
        ("1e9", None),
        ("0,5", None),
        ("1/0", None),
        ("9" * 40, None),
        ("٣", None),
        ("1_000", None),
        (".inf", None),
    ],
)
def test_numbers_are_exact_or_none(word: str, number: Fraction | None) -> None:
    assert exact_number(word) == number


@pytest.mark.parametrize(("word", "number"), [("010", 10), ("7", 7), ("7.0", None), ("", None)])
def test_whole_numbers_are_as_printed(word: str, number: int | None) -> None:
    assert whole_number(word) == number


@pytest.mark.parametrize(
    ("word", "rule"),
    [
        ("N", YearRule("years", 0, 0)),
        ("N-1", YearRule("years", -1, -1)),
        ("N-2..N", YearRule("years", -2, 0)),
        ("N-2 .. N-1", YearRule("years", -2, -1)),
        ("2023", YearRule("years", 2023, 2023, relative=False)),
        ("2021..2023", YearRule("years", 2021, 2023, relative=False)),
        ("latest", YearRule("latest")),
        ("period", YearRule("period")),
        ("N..N-1", None),
        ("N+1", None),
        ("23", None),
        ("2021..N", None),
    ],
)
def test_years_are_read_as_rubrics_write_them(word: str, rule: YearRule | None) -> None:
    assert year_rule(word) == rule


@pytest.mark.parametrize(
    "word",
    ["2024-09-27", "27-09-2024", "27/9/2024", "27.9.2024", "27 September 2024", "27  sep 2024"],
)
def test_a_day_may_be_written_in_several_ways(word: str) -> None:
    assert calendar_day(word) == datetime.date(2024, 9, 27)


@pytest.mark.parametrize("word", ["31-02-2024", "2024", "27 Sept-embar 2024", "27 Xyz 2024", ""])
def test_what_is_no_day_is_none(word: str) -> None:
    assert calendar_day(word) is None


@pytest.mark.parametrize(
    ("word", "share"),
    [("ya", 1), ("Tidak", 0), ("yes", 1), ("no", 0), ("true", 1), ("FALSE", 0), ("3/4", Fraction(3, 4))],
)  # fmt: skip
def test_a_claim_is_yes_no_or_a_share(word: str, share: Fraction | int) -> None:
    assert share_claimed(word) == share


# Writing a rubric and reading it gives it back ------------------------------------------------

NUMBERS = st.fractions(min_value=Fraction(1, 1000), max_value=1000, max_denominator=1000)
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12
)
TEXTS = st.builds(Text, WORDS, WORDS)
YEARS = st.sampled_from(
    [YearRule("years", -2, 0), YearRule("latest"), YearRule("years", 2023, 2023, relative=False)]
)
SCORING: st.SearchStrategy[Scoring] = st.sampled_from(["all", "share"])
SHARES = st.lists(st.fractions(0, 1, max_denominator=99), min_size=1, max_size=1)

EXISTS = st.builds(KINDS["exists"], weight=NUMBERS)
ALTERNATIVES = st.lists(st.lists(EXISTS, min_size=1, max_size=2).map(tuple), min_size=1, max_size=3)
EITHER = st.builds(KINDS["any-of"], weight=NUMBERS, alternatives=ALTERNATIVES.map(tuple))


@st.composite
def rubrics(draw: st.DrawFn) -> Rubric:
    count = draw(st.integers(1, 4))
    criteria = tuple(
        Criterion(
            id=f"K-{number}",
            text=draw(TEXTS),
            weight=draw(NUMBERS),
            checks=(draw(EXISTS | EITHER),),
            law=tuple(draw(st.lists(WORDS, max_size=2))),
            remedy=draw(st.none() | TEXTS),
            years=tuple(draw(st.lists(YEARS, max_size=2))),
            scoring=draw(SCORING | SHARES.map(lambda steps: Staircase(steps=tuple(steps)))),
            na=NotApplicableRule(allowed=draw(st.booleans())),
            effort=draw(st.none() | NUMBERS),
        )
        for number in range(count)
    )
    indicator = Indicator(id="i", title=draw(TEXTS), weight=draw(NUMBERS), criteria=criteria)
    return Rubric(
        id="uji",
        title=draw(TEXTS),
        authority=draw(WORDS),
        year=draw(st.integers(2010, 2100)),
        category=draw(WORDS),
        status="internal",
        rounding=Rounding(places=draw(st.integers(0, 6))),
        bands=(Band(id="b", label=draw(TEXTS), from_=Fraction(0)),),
        stages=(Stage(id="s", title=draw(TEXTS), weight=draw(NUMBERS), indicators=(indicator,)),),
    )


def as_yaml(value: Any) -> Any:
    """Return what a person would write for a value, in JSON, which YAML includes."""
    if isinstance(value, YearRule):
        if value.form != "years":
            return value.form
        return f"{value.first}" if not value.relative else f"N{value.first}..N"
    if isinstance(value, Fraction):
        return to_text(value)
    if isinstance(value, tuple):
        return [as_yaml(item) for item in value]
    if hasattr(value, "__struct_fields__"):
        tag = value.__struct_config__.tag
        labels = {value.__struct_config__.tag_field: tag} if tag else {}
        keys = zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True)
        return labels | {
            key: as_yaml(getattr(value, name))
            for key, name in keys
            if name not in {"sha256", "origin"} and getattr(value, name) is not None
        }
    return value


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rubrics())
def test_what_is_written_is_read_back(tmp_path: Path, rubric: Rubric) -> None:
    text = json.dumps({"schema": "emonev/rubric/1"} | as_yaml(rubric), ensure_ascii=False)
    assert replace(loaded(tmp_path, text), sha256="", origin="") == rubric
