"""The rubrics for agencies (opd-2024) and villages (desa-2024): what they promise, held by samples.

The right document earns points in its criterion and, but for a few that two criteria share, in
no other one; the table is compared whole.
"""

import datetime
import re
from fractions import Fraction
from pathlib import Path

import pytest

from emonev.evidence.extract import read_evidence
from emonev.evidence.inventory import take_inventory
from emonev.evidence.limits import Limits
from emonev.judge import judge
from emonev.load import load_rubric, shipped_rubrics
from emonev.load.lint import lint_rubric
from emonev.model.assessment import Assessment
from emonev.model.case import Case, Exhibit
from emonev.model.rubric import Criterion, Rubric, Staircase
from emonev.model.workspace import Answers, Body
from emonev.model.years import resolve_years
from emonev.pipeline import assess
from emonev.scaffold import make_workspace
from emonev.score import share_of
from tests.samples.small_bodies import AGENCY, IN_VILLAGE
from tests.titles_asked import fits, titles_asked

YEAR = 2024
TODAY = datetime.date(2024, 9, 27)
SMALL = ("opd-2024", "desa-2024")
SAMPLES = {"opd-2024": AGENCY, "desa-2024": IN_VILLAGE}


def path_of(name: str) -> Path:
    return next(path for path in shipped_rubrics() if path.stem == name)


@pytest.fixture(scope="module", params=SMALL)
def rubric(request: pytest.FixtureRequest) -> Rubric:
    return load_rubric(path_of(request.param))


@pytest.fixture(scope="module")
def exhibits(rubric: Rubric, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Exhibit]:
    folder = tmp_path_factory.mktemp("contoh")
    place = folder / "bukti" / str(YEAR)
    place.mkdir(parents=True)
    for sample in SAMPLES[rubric.id]:
        sample.make(place / sample.name)
    inventory = take_inventory(folder, YEAR, [], Answers(), None)
    library = read_evidence(folder, inventory, cache=None, limits=Limits())
    read = (library.exhibit(file.path, with_text=True) for file in inventory.files)
    return {Path(exhibit.evidence.path).name: exhibit for exhibit in read}


@pytest.fixture
def workspace(rubric: Rubric, tmp_path: Path) -> Path:
    folder = tmp_path / "ruang"
    body = Body(name="Badan Contoh", category=rubric.category)
    make_workspace(folder, body, rubric, YEAR, "id")
    return folder


def weights_of(rubric: Rubric) -> dict[str, int]:
    return {indicator.id: int(indicator.weight) for indicator in rubric.stages[0].indicators}


def share_in(criterion: Criterion, rubric: Rubric, exhibit: Exhibit) -> Fraction:
    """Return what one document alone earns in one criterion, with an address given for it."""
    case = Case(
        criterion=criterion.id,
        years=resolve_years(criterion.years, rubric.year),
        portal=rubric.portal,
        exhibits=(exhibit,),
    )
    return share_of(criterion, judge(criterion, case)).low


def accept_everything(workspace: Path, rubric: Rubric) -> None:
    review = "review: {decision: accepted, by: Verifikator, at: 2024-09-20, why: Sudah diperiksa}"
    lines = ["schema: emonev/answers/1", "answers:"]
    lines += [f"  {criterion.id}: {{{review}}}" for criterion in rubric.criteria()]
    entered = [stage.id for stage in rubric.stages if stage.entered]
    if entered:
        lines += ["stages:", *(f"  {id_}: {{value: 100, by: Panitia}}" for id_ in entered)]
    (workspace / "jawaban" / f"{YEAR}.yaml").write_text("\n".join(lines), encoding="utf-8")


def assessed(workspace: Path) -> Assessment:
    return assess(workspace, YEAR, today=TODAY)


# What they promise ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SMALL)
def test_the_rubric_has_neither_errors_nor_warnings(name: str) -> None:
    assert [f"{fault.place}: {fault.message.en}" for fault in lint_rubric(path_of(name))] == []


@pytest.mark.parametrize(("name", "least"), [("opd-2024", 60), ("desa-2024", 50)])
def test_a_small_body_is_asked_what_fits_it(name: str, least: int) -> None:
    assert len(list(load_rubric(path_of(name)).criteria())) >= least


def test_agencies_are_weighed_as_one_regency_published() -> None:
    rubric = load_rubric(path_of("opd-2024"))
    assert weights_of(rubric) == {
        "sarana": 10, "kualitas": 15, "jenis": 40, "komitmen": 15, "digitalisasi": 10, "barang-jasa": 10,
    }  # fmt: skip
    assert [stage.entered for stage in rubric.stages] == [False]


def test_the_proportions_among_the_core_questions_are_those_published() -> None:
    weights = {c.id: c.weight for c in load_rubric(path_of("opd-2024")).criteria()}
    forms, registers = weights["SAR-01"], weights["SAR-03"]
    assert (weights["SAR-02"], weights["SAR-04"]) == (forms, registers)
    assert forms / registers == Fraction(3, 2)
    assert weights["KUA-01"] / weights["KUA-02"] == Fraction(8, 7)
    assert weights["KOM-01"] / weights["KOM-03"] == Fraction(8, 7)
    assert weights["DIG-01"] == weights["DIG-02"]
    core = ("JEN-01", "JEN-07", "JEN-11", "JEN-12", "JEN-13", "JEN-14", "JEN-17", "JEN-22")
    assert len({weights[id_] for id_ in core}) == 1


def test_an_internal_assessment_says_that_it_is_one() -> None:
    rubric = load_rubric(path_of("opd-2024"))
    assert (rubric.status, rubric.authority) == ("internal", "PPID Utama")
    assert rubric.note is not None
    assert "bukan penilaian Komisi Informasi" in rubric.note.id


def test_villages_are_weighed_as_one_commission_published() -> None:
    rubric = load_rubric(path_of("desa-2024"))
    assert weights_of(rubric) == {"kualitas": 25, "jenis": 20, "komitmen": 25, "sarana-digital": 30}
    assert [int(stage.weight) for stage in rubric.stages] == [70, 30]


def test_an_article_that_was_not_looked_up_is_not_cited() -> None:
    """Of PERKI 1/2018 only article 7 letters a to e are known, and only from secondary sources."""
    cited = {law for c in load_rubric(path_of("desa-2024")).criteria() for law in c.law}
    villages = {law for law in cited if law.startswith("PERKI 1/2018")}
    assert villages <= {f"PERKI 1/2018 Pasal 7 huruf {letter}" for letter in "abcde"}
    assert not any(law.startswith("PERKI 1/2021") for law in cited)


def test_a_weight_reads_as_points_of_the_questionnaire(rubric: Rubric) -> None:
    for indicator in rubric.stages[0].indicators:
        assert sum(c.weight for c in indicator.criteria) == indicator.weight, indicator.id


def test_procurement_is_a_group_of_its_own() -> None:
    groups = {
        name: {c.id for c in load_rubric(path_of(name)).criteria() if c.group == "pengadaan"}
        for name in SMALL
    }
    assert groups == {
        "opd-2024": {f"PBJ-{number:02}" for number in range(1, 6)},
        "desa-2024": {"JEN-14"},
    }


# What comes of them -----------------------------------------------------------------------------


def test_a_workspace_without_evidence_earns_nothing(workspace: Path, rubric: Rubric) -> None:
    """What people judge later stays open; of the rest nothing is pending and nothing is given."""
    result = assessed(workspace)
    later = sum(stage.weight for stage in rubric.stages if stage.entered)
    assert result.total.exact_low == 0
    assert result.total.exact_high == later


def test_a_workspace_in_which_all_is_accepted_reaches_100(workspace: Path, rubric: Rubric) -> None:
    accept_everything(workspace, rubric)
    total = assessed(workspace).total
    assert (total.value, total.qualification.id) == ("100.00", "informatif")


def test_each_document_earns_points_where_it_belongs_and_nowhere_else(
    rubric: Rubric, exhibits: dict[str, Exhibit]
) -> None:
    found = {
        name: {c.id for c in rubric.criteria() if share_in(c, rubric, exhibit) > 0}
        for name, exhibit in exhibits.items()
    }
    assert found == {sample.name: set(sample.earns.split()) for sample in SAMPLES[rubric.id]}


# Criteria that ask of the same kind of document, and tell by its year, content or address.
FAMILIES = {
    "opd-2024": ("KUA-01 DIG-05", "JEN-12 JEN-13 KOM-08", "JEN-14 JEN-15", "KOM-01 DIG-03"),
    "desa-2024": ("KUA-03 KUA-04 KOM-03 DIG-03", "KOM-01 KOM-02 DIG-02"),
}


def test_a_title_fits_one_criterion_or_one_family(rubric: Rubric) -> None:
    asked = list(titles_asked(rubric))
    shared = {
        frozenset((id_, other))
        for id_, check in asked
        for phrase in check.any_of
        for other, another in asked
        if other != id_ and fits(another, f"{phrase.upper()} TAHUN 2024")
    }
    families = [set(family.split()) for family in FAMILIES[rubric.id]]
    assert [pair for pair in shared if not any(pair <= family for family in families)] == []


def test_what_people_must_judge_is_asked_in_a_whole_question(rubric: Rubric) -> None:
    for criterion in rubric.criteria():
        for check in criterion.parts():
            ask = getattr(check, "ask", None)
            if ask is not None:
                assert (ask.id[-1], ask.en[-1]) == ("?", "?"), criterion.id


def test_what_is_graded_step_by_step_says_each_step(rubric: Rubric) -> None:
    for criterion in rubric.criteria():
        assert criterion.accepts is not None
        for text, steps in (
            (
                criterion.accepts.id,
                re.search(r"Dinilai bertahap menurut ([^.;]+)", criterion.accepts.id),
            ),
            (criterion.accepts.en, re.search(r"Graded by ([^.;]+)", criterion.accepts.en)),
        ):
            told = len(steps[1].split(", ")) if steps else 0
            graded = isinstance(criterion.scoring, Staircase)
            assert told == (len(criterion.checks) if graded else 0), text


def test_a_criterion_that_may_not_apply_says_what_to_hand_in_then(rubric: Rubric) -> None:
    words = {"surat-pernyataan": "surat pernyataan", "alasan": "tulis alasan"}
    for criterion in rubric.criteria():
        assert criterion.accepts is not None
        told = [needs for needs, word in words.items() if word in criterion.accepts.id.casefold()]
        assert told == ([criterion.na.needs] if criterion.na.allowed else []), criterion.id


def test_each_folder_names_what_belongs_into_it(workspace: Path) -> None:
    folders = sorted(path.name for path in (workspace / "bukti" / str(YEAR)).iterdir())
    assert [name for name in folders if len(name.partition(" - ")[2].split()) < 2] == []


def test_nobody_in_a_village_is_sent_to_words_of_larger_bodies() -> None:
    larger = ("OPD", "Renja", "Renstra", "LKjIP", "DPA ", "perangkat daerah", "SIRUP")
    for criterion in load_rubric(path_of("desa-2024")).criteria():
        for text in (criterion.text, criterion.accepts, criterion.remedy):
            assert text is not None
            assert not [word for word in larger if word in text.id], criterion.id
