"""The benchmark compares like with like: both programs judge its workspaces alike. Nothing is timed."""

import datetime
from pathlib import Path

from benchmarks.make_gap import make_gap_results
from benchmarks.make_plan import make_plan_result
from benchmarks.make_text import make_text
from benchmarks.naive import score
from benchmarks.workspace import YEAR
from emonev.compare import compare
from emonev.load import load_assessment
from emonev.pipeline import assess
from emonev.plan import Request, make_plan


def test_both_programs_arrive_at_the_same_total(tmp_path: Path) -> None:
    make_text(tmp_path / "teks", criteria=40)
    assessment = assess(tmp_path / "teks", YEAR, today=datetime.date(2024, 9, 27))
    assert assessment.total.value == f"{score(tmp_path / 'teks')['total']:.2f}"
    assert 0 < assessment.total.exact_low < 100


def test_the_same_seed_makes_the_same_files(tmp_path: Path) -> None:
    for name in ("satu", "dua"):
        make_text(tmp_path / name, criteria=3)
    one, other = (
        {
            path.relative_to(folder): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for folder in (tmp_path / "satu", tmp_path / "dua")
    )
    assert one == other
    assert len(one) == 5


def test_the_result_to_plan_from_is_sound_and_the_same_every_time(tmp_path: Path) -> None:
    for name in ("satu.json", "dua.json"):
        make_plan_result(tmp_path / name, criteria=40)
    assert (tmp_path / "satu.json").read_bytes() == (tmp_path / "dua.json").read_bytes()
    plan = make_plan(load_assessment(tmp_path / "satu.json"), Request(target="informatif"))
    assert plan.reached
    assert len(plan.steps) > 10


def test_the_results_to_compare_differ_in_all_that_costs_time(tmp_path: Path) -> None:
    make_gap_results(tmp_path, criteria=400)
    older, newer = (load_assessment(tmp_path / f"{year}.json") for year in (2023, 2024))
    comparison = compare(older, newer)
    assert {match.form for match in comparison.criteria} >= {"continued", "merged", "new"}
    movements = {match.movement for match in comparison.criteria}
    assert movements >= {"improved", "worsened", "not-judged", "became-applicable"}
    assert {"stricter", "reweighted", "scoring"} <= {
        c for m in comparison.criteria for c in m.codes
    }
    assert comparison.stale
    assert comparison.regressions
