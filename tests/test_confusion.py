"""Which document earns points where: made samples of each kind, against all of kabkota-2024.

The right document passes its criterion, and no other one: the table is compared whole, for the
titles alone and for the points that come of all checks together.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from emonev.checks.any_of import AnyOf
from emonev.checks.reviewed import Reviewed
from emonev.checks.titled import Titled
from emonev.evidence.extract import read_evidence
from emonev.evidence.inventory import take_inventory
from emonev.evidence.limits import Limits
from emonev.judge import judge
from emonev.load import load_rubric, shipped_rubrics
from emonev.model.case import Case, Exhibit
from emonev.model.finding import Outcome
from emonev.model.rubric import Criterion, Rubric
from emonev.model.workspace import Answers
from emonev.model.years import resolve_years
from emonev.score import share_of
from tests.samples.confusable import SAMPLES
from tests.samples.perfect import make_perfect
from tests.samples.titles import TITLES
from tests.titles_asked import fits, titles_asked


@pytest.fixture(scope="module")
def rubric() -> Rubric:
    return shipped("kabkota-2024")


def shipped(name: str) -> Rubric:
    return load_rubric(next(path for path in shipped_rubrics() if path.stem == name))


@pytest.fixture(scope="module")
def exhibits(rubric: Rubric, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Exhibit]:
    folder = tmp_path_factory.mktemp("contoh")
    place = folder / "bukti" / "2024"
    place.mkdir(parents=True)
    for sample in SAMPLES:
        sample.make(place / sample.name)
    (read,) = read_all(folder, rubric).values()
    return {Path(exhibit.evidence.path).name: exhibit for exhibit in read}


def read_all(folder: Path, rubric: Rubric) -> dict[str, list[Exhibit]]:
    """Return what was read in the evidence, by the criterion that its folder names ("": none)."""
    ids = [criterion.id for criterion in rubric.criteria()]
    inventory = take_inventory(folder, rubric.year, ids, Answers(), None)
    library = read_evidence(folder, inventory, cache=None, limits=Limits())
    found: dict[str, list[Exhibit]] = {}
    for file in inventory.files:
        exhibit = library.exhibit(file.path, with_text=True)
        for id_ in file.criteria or ("",):
            found.setdefault(id_, []).append(exhibit)
    return found


def case_of(criterion: Criterion, rubric: Rubric, *exhibits: Exhibit) -> Case:
    years = resolve_years(criterion.years, rubric.year)
    return Case(criterion=criterion.id, years=years, portal=rubric.portal, exhibits=exhibits)


def bears_the_title(criterion: Criterion, rubric: Rubric, exhibit: Exhibit) -> bool:
    case = case_of(criterion, rubric, exhibit)
    titles = [check for check in criterion.parts() if isinstance(check, Titled)]
    return any(check.look_at(exhibit, case).outcome is Outcome.MET for check in titles)


def earns_points(criterion: Criterion, rubric: Rubric, *exhibits: Exhibit) -> bool:
    findings = judge(criterion, case_of(criterion, rubric, *exhibits))
    return share_of(criterion, findings).low > 0


def titled_criteria(rubric: Rubric) -> Sequence[Criterion]:
    return [c for c in rubric.criteria() if any(isinstance(p, Titled) for p in c.parts())]


def test_every_sample_can_be_read(exhibits: dict[str, Exhibit]) -> None:
    assert {name: e.facts.problem for name, e in exhibits.items() if e.facts.problem} == {}
    assert set(exhibits) == {sample.name for sample in SAMPLES}


def test_each_document_earns_points_where_it_belongs_and_nowhere_else(
    rubric: Rubric, exhibits: dict[str, Exhibit]
) -> None:
    found = {
        name: {c.id for c in rubric.criteria() if earns_points(c, rubric, exhibit)}
        for name, exhibit in exhibits.items()
    }
    assert found == {sample.name: set(sample.earns.split()) for sample in SAMPLES}


def test_each_title_fits_where_it_should_and_nowhere_else(
    rubric: Rubric, exhibits: dict[str, Exhibit]
) -> None:
    criteria = titled_criteria(rubric)
    known = {criterion.id for criterion in criteria}
    found = {
        name: {c.id for c in criteria if bears_the_title(c, rubric, exhibit)}
        for name, exhibit in exhibits.items()
    }
    assert found == {
        sample.name: known
        & {*sample.earns.split(), *sample.titled_only.split()} - {*sample.untitled.split()}
        for sample in SAMPLES
    }


@pytest.mark.parametrize("path", shipped_rubrics(), ids=lambda path: path.stem)
def test_every_title_asked_for_is_accepted_when_it_is_printed(path: Path) -> None:
    refused = [
        (id_, phrase)
        for id_, check in titles_asked(load_rubric(path))
        for phrase in check.any_of
        if not fits(check, f"{phrase.upper()} TAHUN 2024")
    ]
    assert refused == []


# Criteria that ask of the same kind of document, and tell by its year, columns or words.
FAMILIES = (
    "JEN-01 JEN-10 DIG-03", "JEN-02 DIG-07", "JEN-06 KUA-14", "JEN-17 KOM-10", "JEN-20 KUA-10",
    "KOM-01 KOM-13", "KOM-02 SAR-07", "KOM-04 KOM-08 KUA-07 KUA-12", "KOM-06 KOM-09",
    "KOM-07 DIG-01", "KUA-03 KUA-11", "KUA-05 KUA-13", "PEL-01 PEL-03", "PEL-06 PEL-12",
    "PEL-07 PEL-09 PEL-10",
)  # fmt: skip


ACCOUNTS_OF_2023 = "KUA-05 KUA-06"


def test_a_title_fits_one_criterion_or_one_family(rubric: Rubric) -> None:
    asked = list(titles_asked(rubric))
    shared = {
        frozenset((id_, other))
        for id_, check in asked
        for phrase in check.any_of
        for other, another in asked
        if other != id_ and fits(another, f"{phrase.upper()} TAHUN 2024")
    }
    families = [set(family.split()) for family in FAMILIES]
    assert [pair for pair in shared if not any(pair <= family for family in families)] == []
    assert [family for family in families if not any(pair <= family for pair in shared)] == []


@pytest.mark.parametrize("wanted", TITLES)
def test_a_title_fits_in_the_ways_that_bodies_print_it(wanted: str, rubric: Rubric) -> None:
    families = [set(family.split()) for family in FAMILIES]
    allowed = {wanted}.union(*(family for family in families if wanted in family))
    for title in TITLES[wanted]:
        found = {id_ for id_, check in titles_asked(rubric) if fits(check, title)}
        assert wanted in found, title
        assert found <= allowed, title


@pytest.mark.parametrize("path", shipped_rubrics(), ids=lambda path: path.stem)
def test_each_alternative_is_met_by_what_it_asks_for(path: Path, tmp_path: Path) -> None:
    rubric = load_rubric(path)
    ways = {c.id: [a for check in c.checks if isinstance(check, AnyOf) for a in check.alternatives]
            for c in rubric.criteria()}  # fmt: skip
    for way in range(max(map(len, ways.values()))):
        make_perfect(tmp_path / f"{way}", rubric, way=way)
        evidence = read_all(tmp_path / f"{way}", rubric)
        for criterion in rubric.criteria():
            if way < len(ways[criterion.id]):
                by_person = any(isinstance(part, Reviewed) for part in ways[criterion.id][way])
                findings = judge(criterion, case_of(criterion, rubric, *evidence[criterion.id]))
                expected = Outcome.NEEDS_REVIEW if by_person else Outcome.MET
                assert {finding.outcome for finding in findings} == {expected}, (criterion.id, way)


@pytest.mark.parametrize("name", ["kabkota-2023", "kabkota-2024"])
def test_perfect_evidence_of_one_criterion_earns_nothing_in_another(
    name: str, tmp_path: Path
) -> None:
    rubric = shipped(name)
    make_perfect(tmp_path, rubric)
    evidence = read_all(tmp_path, rubric)
    families = [set(family.split()) for family in (*FAMILIES, ACCOUNTS_OF_2023)]
    mixed = [
        (criterion.id, other)
        for criterion in rubric.criteria()
        for other, exhibits in evidence.items()
        if other != criterion.id
        and not any({other, criterion.id} <= family for family in families)
        and earns_points(criterion, rubric, *exhibits)
    ]
    assert len(evidence) >= 100
    assert mixed == []
