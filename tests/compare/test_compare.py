"""Every class of change, the files of two years, and published pairs of totals."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from emonev.compare import compare, follow
from emonev.errors import EmonevError
from emonev.model.comparison import Comparison, CriteriaComparison
from emonev.model.rubric import Band, Rounding
from emonev.model.text import Text
from tests.builders import (
    BANDS,
    a_criterion,
    a_rubric,
    a_stage,
    an_evidence_result,
    an_indicator,
)
from tests.compare.results import a_result, published, yes
from tests.compare.two_years import newer, older


def of(comparison: Comparison, id_: str) -> CriteriaComparison:
    return next(c for c in comparison.criteria if id_ in {s.id for s in (*c.newer, *c.older)})


@pytest.mark.parametrize(
    ("id_", "form", "movement", "codes"),
    [
        ("JEN-01", "continued", "improved", {"stricter"}),
        ("JEN-02", "continued", "worsened", set()),
        ("JEN-03", "merged", "unchanged", set()),
        ("JEN-05", "continued", "unchanged", {"reworded"}),
        ("JEN-06", "continued", "became-not-applicable", set()),
        ("JEN-07", "continued", "unchanged", {"reweighted", "stricter"}),
        ("JEN-08", "dropped", "dropped", set()),
        ("JEN-09", "new", "new", set()),
        ("SAR-01", "continued", "unchanged", {"scoring"}),
        ("SAR-02A", "split", "unchanged", set()),
        ("SAR-03", "continued", "not-judged", set()),
        ("presentasi", "continued", "improved", set()),
    ],
)
def test_every_class_of_change_is_told(id_: str, form: str, movement: str, codes: set[str]) -> None:
    match = of(compare(older(), newer()), id_)
    assert (match.form, match.movement, set(match.codes)) == (form, movement, codes)


def test_a_softer_form_of_scoring_is_the_rubrics_doing() -> None:
    match = of(compare(older(), newer()), "SAR-01")
    assert match.low.effects.performance == 0
    assert match.low.effects.rubric == match.low.moved == 5


def test_what_was_lost_twice_is_carried_over() -> None:
    comparison = compare(older(), newer())
    assert [m.newer[0].id for m in comparison.criteria if m.carried_over] == [
        "JEN-03",
        "JEN-05",
        "SAR-01",
        "presentasi",
    ]


def test_the_same_file_for_a_later_year_is_stale() -> None:
    (stale,) = compare(older(), newer()).stale
    assert (stale.criterion, stale.years, stale.after.path) == (
        "JEN-05",
        (2024,),
        "bukti/2024/JEN-05/Renja.pdf",
    )


def test_a_document_that_was_saved_again_is_stale_by_its_text() -> None:
    old, new = older(), newer()
    before = tuple(replace(file, text_hash=f"teks {file.path[11:]}") for file in old.evidence)
    saved_again = tuple(
        replace(file, sha256=f"{number:064}", text_hash=f"teks {file.path[11:]}")
        for number, file in enumerate(new.evidence)
    )
    comparison = compare(older(evidence=before), newer(evidence=saved_again))
    (stale,) = comparison.stale
    assert (stale.criterion, stale.same) == ("JEN-05", "text")
    assert stale.before.sha256 != stale.after.sha256


def test_a_decree_that_was_saved_again_is_not_gone() -> None:
    old, new = older(), newer()
    before = tuple(replace(file, text_hash=file.sha256[:32]) for file in old.evidence)
    decree = next(file for file in before if file.path.endswith("SK.pdf"))
    after = tuple(
        replace(file, text_hash=decree.text_hash) if file.path.endswith("foto.jpg") else file
        for file in new.evidence
    )
    (found,) = compare(older(evidence=before), newer(evidence=after)).regressions
    assert found.gone == ()
    assert [file.path for file in found.kept] == ["bukti/2023/JEN-02/SK.pdf"]


def test_a_file_of_unknown_year_may_be_of_a_year_that_is_asked_for_again() -> None:
    fields = {"evidence": ("a.pdf",), "years": (2022, 2023)}
    rubric = a_rubric(a_stage(an_indicator(a_criterion("A"))), id="uji-2023", year=2023)
    later = replace(rubric, id="uji-2024", year=2024)
    file = an_evidence_result("a.pdf", years=None)
    old = a_result(rubric, {"A": yes()}, more={"A": fields}, evidence=(file,))
    for years, expected in (((2023, 2024), 0), ((2024,), 1)):
        more = {"A": fields | {"years": years}}
        new = a_result(later, {"A": yes()}, more=more, evidence=(file,))
        assert len(compare(old, new).stale) == expected


def test_the_remedy_is_that_of_the_part_that_lost_most() -> None:
    whole = a_rubric(a_stage(an_indicator(a_criterion("A"))), id="uji-2023", year=2023)
    parts = [
        a_criterion(id_, replaces=("A",), remedy=Text(id_, id_), effort=Fraction(days))
        for id_, days in (("B", 1), ("C", 2))
    ]
    split = a_rubric(a_stage(an_indicator(*parts)), id="uji-2024")
    old, new = a_result(whole, {"A": yes()}), a_result(split, {"B": yes(), "C": yes(0)})
    (match,) = compare(old, new).criteria
    assert (match.remedy, match.effort) == (Text("C", "C"), Fraction(2))


def test_files_without_words_are_never_the_same_text() -> None:
    other = tuple(replace(file, sha256=f"{n:064}") for n, file in enumerate(newer().evidence))
    assert compare(older(), newer(evidence=other)).stale == ()


def test_a_file_about_the_year_asked_for_is_not_stale() -> None:
    evidence = tuple(replace(file, years=(2021, 2026)) for file in newer().evidence)
    assert compare(older(), newer(evidence=evidence)).stale == ()


def test_a_regression_names_the_evidence_that_is_gone() -> None:
    (found,) = compare(older(), newer()).regressions
    assert found.criterion == "JEN-02"
    assert [file.path for file in found.gone] == ["bukti/2023/JEN-02/SK.pdf"]
    assert [file.path for file in found.instead] == ["bukti/2024/foto.jpg"]
    assert found.kept == ()


def test_one_file_with_contradictory_outcomes_is_told() -> None:
    (found,) = compare(older(), newer()).contradictions
    assert (found.file.path, found.met, found.not_met) == (
        "bukti/2024/foto.jpg",
        ("JEN-01",),
        ("JEN-02",),
    )


def test_a_result_changed_by_hand_is_refused() -> None:
    stage = newer().stages[1]
    points = replace(stage.points, earned=stage.points.earned + 1)
    forged = replace(newer(), stages=(newer().stages[0], replace(stage, points=points)))
    with pytest.raises(EmonevError) as caught:
        compare(older(), forged)
    assert caught.value.slug == "result-unsound"


def test_replaces_does_not_count_between_results_of_one_questionnaire() -> None:
    rubric = a_rubric(a_stage(an_indicator(a_criterion("A", replaces=("B",)), a_criterion("B"))))
    comparison = compare(
        a_result(rubric, {"A": yes(0), "B": yes()}), a_result(rubric, {"A": yes(), "B": yes()})
    )
    assert [(c.form, c.movement) for c in comparison.criteria] == [
        ("continued", "improved"),
        ("continued", "unchanged"),
    ]


# Totals that commissions published -------------------------------------------------------------

KALBAR = {2020: "89.49", 2021: "85.43", 2022: "93.46", 2023: "90.14", 2024: "94.62"}


def test_kalbar_over_five_years() -> None:
    trend = follow([published(value, year) for year, value in KALBAR.items()])
    moved = [str(float(step.total.printed_moved)) for step in trend.steps]
    assert moved == ["-4.06", "8.03", "-3.32", "4.48"]
    bands = [one.total.qualification.id for one in trend.results]
    assert bands == ["menuju-informatif"] * 2 + ["informatif"] * 3
    below = trend.results[-1].total.below
    assert below is not None
    assert below.distance == "4.62"


@pytest.mark.parametrize(
    ("first", "second", "moved", "bands"),
    [
        ((2022, "86.04"), (2023, "92.06"), "6.02", ("menuju-informatif", "informatif")),
        ((2024, "92.21"), (2025, "94.66"), "2.45", ("informatif", "informatif")),
        ((2023, "91.00"), (2024, "93.00"), "2", ("informatif", "informatif")),
        ((2024, "92.31"), (2024, "98.31"), "6", ("informatif", "informatif")),
    ],
    ids=["klaten", "anambas", "bp-batam", "kaltim-corrected"],
)
def test_published_pairs(
    first: tuple[int, str], second: tuple[int, str], moved: str, bands: tuple[str, str]
) -> None:
    comparison = compare(*(published(value, year) for year, value in (first, second)))
    total = comparison.total
    assert total.printed_moved == total.low.moved == total.low.effects.performance
    assert total.printed_moved == Fraction(moved)
    assert bands == tuple(
        one.total.qualification.id for one in (comparison.older, comparison.newer)
    )


def test_a_correction_within_a_year_is_called_a_re_scoring() -> None:
    remarks = compare(published("92.31", 2024), published("98.31", 2024)).remarks
    assert "same-year" in {remark.code for remark in remarks}


def test_what_rounding_adds_is_told_apart() -> None:
    coarse = Rounding(places=0, mode="down")
    total = compare(published("79.95", 2023), published("80.96", 2024, rounding=coarse)).total
    assert (total.printed_moved, total.low.moved) == (Fraction("0.05"), Fraction("1.01"))
    assert total.rounding == Fraction("-0.96")


def test_other_bounds_and_rounding_are_told() -> None:
    bands = (
        Band(id="baik", label=Text("Baik", "Good"), from_=Fraction(50)),
        Band(id="kurang", label=Text("Kurang", "Poor"), from_=Fraction(0)),
    )
    other = published("70", 2024, bands=bands, rounding=Rounding(places=1))
    codes = {remark.code for remark in compare(published("70", 2023, BANDS), other).remarks}
    assert codes == {"bands", "rounding", "no-criteria"}
