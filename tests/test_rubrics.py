"""What every rubric that we ship must keep to, so that it can be scored, read and defended."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from emonev.checks import KINDS
from emonev.load import load_rubric, shipped_rubrics
from emonev.load.lint import lint_rubric
from emonev.model.rubric import Criterion, Rubric, Staircase, Tiers
from emonev.model.text import Text

SHIPPED = shipped_rubrics()
IDS = [path.stem for path in SHIPPED]
LATEST = "kabkota-2024"

# Only these laws are cited, and only down to places that have been looked up in their texts.
CITATION = re.compile(
    r"(?:UU 14/2008|PERKI 1/2021|PP 61/2010|PERKI 1/2018) Pasal \d+"
    r"(?: ayat \(\d+\))?(?: huruf [a-z])?(?: angka \d+)?"
)
NO_ARTICLE = Text("Tanpa dasar pasal khusus; praktik penilaian", "No specific article; practice of assessment")  # fmt: skip

INDICATORS_2024 = {
    "kualitas": 10,
    "jenis": 40,
    "pelayanan": 10,
    "komitmen": 10,
    "sarana": 10,
    "digitalisasi": 20,
}


def rubric(name: str) -> Rubric:
    return load_rubric(next(path for path in SHIPPED if path.stem == name))


@pytest.fixture(params=SHIPPED, ids=IDS)
def path(request: pytest.FixtureRequest) -> Path:
    chosen: Path = request.param
    return chosen


def texts_of(criterion: Criterion) -> Iterator[Text]:
    yield criterion.text
    for text in (criterion.accepts, criterion.remedy, *(check.label for check in criterion.checks)):
        if text is not None:
            yield text


def test_there_are_rubrics_to_ship() -> None:
    assert {"kabkota-2023", "kabkota-2024"} <= set(IDS)


def test_a_shipped_rubric_has_neither_errors_nor_warnings(path: Path) -> None:
    faults = [f"{fault.place}: {fault.message.en}" for fault in lint_rubric(path)]
    assert faults == []


def test_the_file_is_named_after_its_id(path: Path) -> None:
    assert load_rubric(path).id == path.stem


def test_the_first_line_names_the_schema_for_the_editor(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=rubric.schema.json"


def test_an_adapted_rubric_says_what_it_assumes(path: Path) -> None:
    shipped = load_rubric(path)
    if shipped.status == "adapted":
        head = path.read_text(encoding="utf-8").partition("schema:")[0].casefold()
        assert "anggapan kami" in head
        assert "our assumption" in head
        assert shipped.sources


def test_every_text_has_an_english_twin_of_its_own(path: Path) -> None:
    for criterion in load_rubric(path).criteria():
        for text in texts_of(criterion):
            assert min(len(text.id.strip()), len(text.en.strip())) > 0, criterion.id
        assert criterion.text.id != criterion.text.en, criterion.id


def test_every_criterion_says_what_is_accepted_and_how_to_mend_it(path: Path) -> None:
    for criterion in load_rubric(path).criteria():
        assert None not in (criterion.accepts, criterion.remedy, criterion.effort), criterion.id


def test_citations_have_one_form_and_none_is_invented(path: Path) -> None:
    for criterion in load_rubric(path).criteria():
        for law in criterion.law:
            assert CITATION.fullmatch(law), f"{criterion.id}: {law}"


def test_a_criterion_without_an_article_admits_it(path: Path) -> None:
    for criterion in load_rubric(path).criteria():
        accepts = criterion.accepts or Text("", "")
        admits = NO_ARTICLE.id in accepts.id and NO_ARTICLE.en in accepts.en
        assert admits == (not criterion.law), criterion.id


def test_evidence_of_a_wrong_year_earns_nothing(path: Path) -> None:
    """Scored by share, last year's file would keep all points but those of its date."""
    for criterion in load_rubric(path).criteria():
        for index, check in enumerate(criterion.checks):
            if type(check) is KINDS["dated-within"]:
                assert criterion.scoring != "share", criterion.id
                if isinstance(criterion.scoring, Staircase):
                    assert not any(criterion.scoring.steps[:index]), criterion.id


def test_questions_are_short(path: Path) -> None:
    for criterion in load_rubric(path).criteria():
        assert len(criterion.text.id) <= 200, criterion.id
        assert (criterion.text.id[-1], criterion.text.en[-1]) == ("?", "?"), criterion.id


def test_the_bands_reach_down_to_zero(path: Path) -> None:
    bounds = [band.from_ for band in load_rubric(path).bands]
    assert bounds == sorted(bounds, reverse=True)
    assert bounds[-1] == 0


def test_2024_asks_more_than_thirty_criteria_in_six_published_weights() -> None:
    saq, entered = rubric(LATEST).stages
    assert {indicator.id: int(indicator.weight) for indicator in saq.indicators} == INDICATORS_2024
    assert (int(saq.weight), int(entered.weight), entered.entered) == (80, 20, True)
    assert len(list(rubric(LATEST).criteria())) >= 30


def test_2024_uses_every_scoring_form() -> None:
    forms = {
        type(criterion.scoring) if not isinstance(criterion.scoring, str) else criterion.scoring
        for criterion in rubric(LATEST).criteria()
    }
    assert forms == {"all", "share", Staircase, Tiers}


def test_2024_uses_every_kind_of_check() -> None:
    used = {type(check) for criterion in rubric(LATEST).criteria() for check in criterion.checks}
    assert used == set(KINDS.values())


def test_2024_uses_every_form_of_year() -> None:
    rules = [rule for criterion in rubric(LATEST).criteria() for rule in criterion.years]
    assert {rule.form for rule in rules} == {"years", "latest", "period"}
    spans = {(rule.first, rule.last) for rule in rules if rule.form == "years"}
    assert spans == {(0, 0), (-1, -1), (-1, 0), (-2, 0)}


def test_2024_lets_a_body_state_that_there_is_nothing() -> None:
    excused = {criterion.id for criterion in rubric(LATEST).criteria() if criterion.na.allowed}
    assert excused == {"JEN-04", "JEN-09", "PBJ-05", "PEL-08"}


def test_2024_groups_procurement() -> None:
    group = {c.id for c in rubric(LATEST).criteria() if c.group == "pengadaan"}
    assert group == {f"PBJ-{number:02}" for number in range(1, 6)}


def test_2024_names_its_forerunners_of_2023() -> None:
    before = {criterion.id for criterion in rubric("kabkota-2023").criteria()}
    replaced = [old for criterion in rubric(LATEST).criteria() for old in criterion.replaces]
    assert sorted(replaced) == sorted(before), "each of last year's criteria has one heir"
    new = {criterion.id for criterion in rubric(LATEST).criteria() if not criterion.replaces}
    assert new == {"JEN-12", "PBJ-05", "KOM-05", "DIG-05"}
