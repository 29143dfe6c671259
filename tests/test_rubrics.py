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
KABKOTA = ("kabkota-2023", "kabkota-2024")

# Only these laws are cited, and only down to places that have been looked up in their texts.
CITATION = re.compile(
    r"(?:UU 14/2008|PERKI 1/2021|PP 61/2010|PERKI 1/2018) Pasal \d+"
    r"(?: ayat \(\d+\))?(?: huruf [a-z])?(?: angka \d+)?"
)
NO_ARTICLE = Text("Tanpa dasar pasal khusus; praktik penilaian", "No specific article; practice of assessment")  # fmt: skip

INDICATORS = {
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
    for text in (
        criterion.accepts,
        criterion.remedy,
        *(part.label for part in criterion.parts()),
    ):
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
                assert criterion.scoring != "share" or check.required, criterion.id
                if isinstance(criterion.scoring, Staircase):
                    assert not any(criterion.scoring.steps[:index]), criterion.id


def test_another_kind_of_document_earns_nothing_by_its_words(path: Path) -> None:
    """Where points come by share, what the document is bars the way to all of them."""
    for criterion in load_rubric(path).criteria():
        whole = [check for check in criterion.checks if getattr(check, "of", "") != "any"]
        if criterion.scoring == "share" and any(type(c) is KINDS["contains"] for c in whole):
            assert any(check.required for check in whole), criterion.id


@pytest.mark.parametrize("name", KABKOTA)
def test_nothing_is_earned_before_the_person_who_has_to_judge_has_done_so(name: str) -> None:
    for criterion in rubric(name).criteria():
        kinds = {type(part) for part in criterion.parts()}
        if KINDS["reviewed"] in kinds and kinds <= {
            KINDS[k] for k in ("reviewed", "link", "exists")
        }:
            assert criterion.scoring == "all", criterion.id


def test_questions_are_short(path: Path) -> None:
    for criterion in load_rubric(path).criteria():
        assert len(criterion.text.id) <= 200, criterion.id
        assert (criterion.text.id[-1], criterion.text.en[-1]) == ("?", "?"), criterion.id


def test_the_bands_reach_down_to_zero(path: Path) -> None:
    bounds = [band.from_ for band in load_rubric(path).bands]
    assert bounds == sorted(bounds, reverse=True)
    assert bounds[-1] == 0


@pytest.mark.parametrize("name", KABKOTA)
def test_a_regency_is_asked_the_whole_questionnaire_in_six_published_weights(name: str) -> None:
    saq, entered = rubric(name).stages
    assert {indicator.id: indicator.weight for indicator in saq.indicators} == INDICATORS
    assert (int(saq.weight), int(entered.weight), entered.entered) == (80, 20, True)
    assert len(list(rubric(name).criteria())) >= 100


@pytest.mark.parametrize("name", KABKOTA)
def test_a_weight_reads_as_points_of_the_questionnaire(name: str) -> None:
    for indicator in rubric(name).stages[0].indicators:
        weights = [criterion.weight for criterion in indicator.criteria]
        assert sum(weights) == indicator.weight, indicator.id


@pytest.mark.parametrize("name", KABKOTA)
def test_procurement_is_a_group_of_its_own(name: str) -> None:
    criteria = list(rubric(name).criteria())
    group = {c.id for c in criteria if c.group == "pengadaan"}
    assert group == {c.id for c in criteria if c.id.startswith("PBJ-")}
    assert len(group) >= 8


@pytest.mark.parametrize("name", KABKOTA)
@pytest.mark.parametrize(
    ("wanted", "least"),
    [
        ("tupoksi", 1),
        ("renstra", 2),
        ("realisasi anggaran", 2),
        ("laman PPID", 4),
        ("SP4N-LAPOR!", 2),
        ("SMS 1708", 2),
        ("media sosial resmi", 6),
        ("meja", 2),
    ],
)
def test_what_officers_ask_about_is_asked(name: str, wanted: str, least: int) -> None:
    asked = [c.id for c in rubric(name).criteria() if wanted.casefold() in c.text.id.casefold()]
    assert len(asked) >= least, asked


def test_2024_asks_for_innovation() -> None:
    assert any("inovasi" in criterion.text.id for criterion in rubric(LATEST).criteria())


def test_2024_uses_every_scoring_form() -> None:
    forms = {
        type(criterion.scoring) if not isinstance(criterion.scoring, str) else criterion.scoring
        for criterion in rubric(LATEST).criteria()
    }
    assert forms == {"all", "share", Staircase, Tiers}


def test_2024_uses_every_kind_of_check() -> None:
    criteria = list(rubric(LATEST).criteria())
    used = {type(check) for criterion in criteria for check in criterion.checks}
    within = {type(part) for criterion in criteria for part in criterion.parts()}
    assert used | within == set(KINDS.values())


def test_2024_uses_every_form_of_year() -> None:
    rules = [rule for criterion in rubric(LATEST).criteria() for rule in criterion.years]
    assert {rule.form for rule in rules} == {"years", "latest", "period"}
    spans = {(rule.first, rule.last) for rule in rules if rule.form == "years"}
    assert spans == {(0, 0), (-1, -1), (-1, 0), (-2, 0)}


def test_2024_lets_a_body_state_that_there_is_nothing() -> None:
    excused = {criterion.id for criterion in rubric(LATEST).criteria() if criterion.na.allowed}
    assert excused == {
        *("JEN-04", "JEN-09", "JEN-14", "JEN-24", "JEN-29", "PBJ-05", "PBJ-07"),
        *("PEL-08", "PEL-14", "PEL-16"),
    }


def heirs() -> dict[str, set[str]]:
    """Return what became of each criterion of 2023."""
    found: dict[str, set[str]] = {c.id: set() for c in rubric("kabkota-2023").criteria()}
    for criterion in rubric(LATEST).criteria():
        for old in criterion.replaces:
            found[old].add(criterion.id)
    return found


def test_2024_names_its_forerunners_of_2023() -> None:
    assert {old for old, now in heirs().items() if not now} == {"KUA-18", "SAR-12"}, "dropped"
    new = {criterion.id for criterion in rubric(LATEST).criteria() if not criterion.replaces}
    assert new == {
        *("KUA-17", "JEN-12", "JEN-14", "JEN-33", "PBJ-05", "PBJ-11", "KOM-05"),
        *("DIG-05", "DIG-17", "DIG-18"),
    }


def test_2024_parts_what_2023_asked_in_one() -> None:
    assert {old: now for old, now in heirs().items() if len(now) > 1} == {
        "JEN-02": {"JEN-02", "JEN-35"},
        "JEN-15": {"JEN-15", "JEN-16"},
        "JEN-29": {"JEN-29", "JEN-30", "JEN-31"},
        "PBJ-03": {"PBJ-03", "PBJ-10"},
        "PEL-09": {"PEL-09", "PEL-10", "PEL-11"},
        "KOM-04": {"KOM-04", "KOM-08"},
        "SAR-02": {"SAR-02", "SAR-05"},
        "SAR-04": {"SAR-04", "SAR-06"},
    }


def test_2024_joins_what_2023_asked_apart() -> None:
    joined = {c.id: set(c.replaces) for c in rubric(LATEST).criteria() if len(c.replaces) > 1}
    assert joined == {
        "KUA-05": {"KUA-05", "KUA-06"},
        "JEN-04": {"JEN-04", "JEN-34"},
        "DIG-13": {"DIG-13", "DIG-21"},
    }


def test_an_item_that_goes_on_keeps_its_id() -> None:
    for criterion in rubric(LATEST).criteria():
        if criterion.id in heirs():
            assert criterion.id in criterion.replaces
