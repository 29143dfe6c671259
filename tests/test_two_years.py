"""The example of two years: every class of change occurs in it, once and where it is said to."""

import datetime
import re
from pathlib import Path

import pytest

from emonev.compare import follow
from emonev.model.comparison import Comparison, Trend
from emonev.pipeline import assess
from emonev.render.gap_text import gap_text
from emonev.render.gap_view import prepare_gap
from tests.conftest import Golden

EXAMPLES = Path(__file__).parent.parent / "examples"
TWO_YEARS = EXAMPLES / "dua-tahun"

# Criterion of the newer year (of the older where it was dropped): form, movement, codes.
CHANGES = {
    "A-01": ("continued", "improved", set()),
    "A-02": ("continued", "worsened", set()),
    "A-03": ("continued", "unchanged", set()),
    "A-04": ("continued", "worsened", set()),
    "A-05": ("continued", "worsened", set()),
    "A-06": ("continued", "unchanged", set()),
    "A-07": ("continued", "unchanged", {"reworded"}),
    "A-08": ("continued", "unchanged", {"reweighted"}),
    "A-09": ("continued", "worsened", {"stricter"}),
    "A-10": ("continued", "improved", {"looser"}),
    "A-12": ("continued", "unchanged", {"moved", "renamed"}),
    "B-01": ("continued", "became-not-applicable", set()),
    "B-02": ("continued", "became-applicable", set()),
    "B-03": ("continued", "not-judged", set()),
    "B-04": ("merged", "unchanged", set()),
    "B-06": ("split", "worsened", set()),
    "B-08": ("dropped", "dropped", set()),
    "B-09": ("new", "new", set()),
    "B-10": ("continued", "unchanged", {"scoring"}),
    "B-11": ("continued", "unchanged", set()),
    "presentasi": ("continued", "improved", set()),
}


@pytest.fixture(scope="module")
def trend() -> Trend:
    results = [assess(TWO_YEARS, year, today=datetime.date(year, 9, 30)) for year in (2023, 2024)]
    return follow(results)


@pytest.fixture(scope="module")
def comparison(trend: Trend) -> Comparison:
    return trend.steps[0]


def test_every_class_of_change_occurs(comparison: Comparison) -> None:
    found = {
        (match.newer or match.older)[0].id: (match.form, match.movement, set(match.codes))
        for match in comparison.criteria
    }
    assert found == CHANGES


def test_old_documents_are_found_by_their_bytes_and_by_their_words(comparison: Comparison) -> None:
    assert [(one.criterion, one.same) for one in comparison.stale] == [
        ("A-04", "file"),
        ("A-05", "text"),
    ]


def test_evidence_is_gone_still_the_same_or_another(comparison: Comparison) -> None:
    found = {
        one.criterion: (len(one.gone), len(one.kept), len(one.instead))
        for one in comparison.regressions
    }
    assert found == {
        "A-02": (1, 0, 0),
        "A-04": (0, 1, 0),
        "A-05": (0, 1, 0),
        "A-09": (2, 0, 2),
        "B-06": (1, 0, 1),
    }


def test_one_file_meets_one_criterion_and_fails_another(comparison: Comparison) -> None:
    (one,) = comparison.contradictions
    assert (one.met, one.not_met) == (("A-03",), ("B-11",))


def test_what_was_never_mended_is_carried_over(comparison: Comparison) -> None:
    carried = [match.newer[0].id for match in comparison.criteria if match.carried_over]
    assert carried == ["A-06", "B-10", "B-11", "presentasi"]


def test_a_changed_demand_is_not_laid_at_the_bodys_door(comparison: Comparison) -> None:
    (remark,) = (remark for remark in comparison.remarks if remark.code == "demands")
    assert "A-09, A-10" in remark.text.en


def test_the_comparison_reads_like_this(trend: Trend, golden: Golden) -> None:
    golden("dua-tahun.id.txt", gap_text(prepare_gap(trend, "id")) + "\n")


def test_the_readme_tells_what_happened_to_each() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    told = re.findall(r"\b([AB]-\d\d)\b", readme.partition("## Two years")[2])
    assert set(told) == set(CHANGES) - {"presentasi"} | {"B-12"}  # what A-12 was


def test_every_file_of_it_is_marked_as_invented() -> None:
    for path in TWO_YEARS.rglob("*"):
        made_here = {"laporan", ".emonev"} & set(path.relative_to(TWO_YEARS).parts)
        if path.is_file() and not made_here:
            assert "CONTOH – isi rekaan" in path.read_text(encoding="utf-8"), path
