"""What a criterion asks otherwise is told from saved results: which demand, and how it moved."""

from typing import Any

import pytest
from msgspec.structs import replace

from emonev.checks.any_of import AnyOf
from emonev.checks.contains import Contains
from emonev.checks.counted import Counted
from emonev.checks.dated_within import DatedWithin
from emonev.checks.exists import Exists
from emonev.checks.settings import with_settings
from emonev.compare import compare
from emonev.model.assessment import Assessment
from emonev.model.check import Check
from emonev.model.comparison import CriteriaComparison
from emonev.model.finding import Finding, Outcome
from emonev.model.text import Text
from emonev.score import Share
from tests.builders import a_criterion, a_finding, a_rubric, a_stage, an_indicator
from tests.compare.results import NA, a_result, yes

ANY = Contains(any_of=("renja",))


def either(*checks: Check) -> AnyOf:
    return AnyOf(alternatives=tuple((check,) for check in checks))


def findings_on(*checks: Check) -> tuple[Finding, ...]:
    bare = [
        a_finding(kind=str(check.__struct_config__.tag), required=check.required)
        for check in checks
    ]
    return with_settings(bare, checks)


def a_year(
    year: int, *checks: Check, settings: bool = True, share: Share | None = None, **given: Any
) -> Assessment:
    rubric = a_rubric(a_stage(an_indicator(a_criterion("A"))), id=f"uji-{year}", year=year)
    fields = {"findings": findings_on(*checks), "years": (year,), "years_text": _told(year)}
    result = a_result(rubric, {"A": share or yes()}, more={"A": fields | given})
    return replace(result, rubric=replace(result.rubric, settings=settings))


def _told(*years: int) -> Text:
    listed = ", ".join(map(str, years))
    return Text(listed, listed)


def compared(old: Assessment, new: Assessment) -> CriteriaComparison:
    (match,) = compare(old, new).criteria
    return match


@pytest.mark.parametrize(
    ("old", "new", "code", "told"),
    [
        (Exists(at_least=3), Exists(at_least=5), "stricter", "Bukti diserahkan: paling sedikit 3 → 5."),
        (Counted(at_least=5), Counted(at_least=4), "looser", "Jumlah butir: paling sedikit 5 → 4."),
        (
            Exists(formats=("pdf", "docx")),
            Exists(formats=("pdf",)),
            "stricter",
            "Bukti diserahkan: format dikurangi “docx”.",
        ),
        (
            Contains(all_of=("visi",)),
            Contains(all_of=("visi", "misi")),
            "stricter",
            "Kata dalam dokumen “visi”: kata wajib ditambah “misi”.",
        ),
        (ANY, Contains(any_of=("rkpd",)), "evidence", "Kata dalam dokumen “rkpd”: pilihan ditambah “rkpd”, dikurangi “renja”."),
        (DatedWithin(), DatedWithin(required=True), "stricter", "Tahun dokumen: wajib terpenuhi."),
        (ANY, either(ANY, Exists()), "looser", "Juga diterima: bukti diserahkan."),
        (either(ANY, Exists()), either(Exists()), "stricter", "Tidak lagi diterima: kata dalam dokumen “renja”."),
    ],
    ids=["more", "fewer", "formats", "phrase", "other words", "required", "another way", "one way less"],
)  # fmt: skip
def test_a_demand_that_changed_is_named(old: Check, new: Check, code: str, told: str) -> None:
    match = compared(a_year(2023, old), a_year(2024, new))
    assert match.codes == (code,)
    assert [difference.text.id for difference in match.differences] == [told]


def test_a_new_check_is_named() -> None:
    match = compared(a_year(2023, ANY), a_year(2024, ANY, DatedWithin()))
    assert [d.text.en for d in match.differences] == ["Also checked: the document's year."]
    assert match.codes == ("stricter",)


def test_a_narrower_window_of_years_is_stricter() -> None:
    older = a_year(2023, ANY, years=(2022, 2023), years_text=_told(2022, 2023))
    match = compared(older, a_year(2024, ANY))
    assert [d.text.en for d in match.differences] == ["Years of evidence: 2022, 2023 → 2024."]
    assert match.codes == ("stricter",)


def test_the_same_demands_a_year_later_are_no_difference() -> None:
    assert compared(a_year(2023, ANY), a_year(2024, ANY)).differences == ()


def test_results_of_earlier_versions_are_compared_by_kinds_alone() -> None:
    older = a_year(2023, Exists(), settings=False)
    assert compared(older, a_year(2024, Exists(at_least=5))).differences == ()
    match = compared(older, a_year(2024, Exists(), ANY))
    assert [d.text.en for d in match.differences] == ["Number of checks 1 → 2."]


def test_a_check_that_nobody_knows_is_compared_by_kinds_alone() -> None:
    foretold = (a_finding(kind="foretold", settings={"depth": 3}),)
    match = compared(a_year(2023, Exists()), a_year(2024, findings=foretold))
    assert [d.text.en for d in match.differences] == ["It is checked in other ways."]


def test_a_refused_excuse_is_no_check() -> None:
    excuse = a_finding(Outcome.NOT_MET, kind="not-applicable")
    match = compared(a_year(2023, ANY), a_year(2024, findings=(*findings_on(ANY), excuse)))
    assert match.differences == ()


def test_what_does_not_apply_was_not_checked() -> None:
    excuse = a_finding(Outcome.NOT_APPLICABLE, kind="not-applicable")
    excused = a_year(2024, findings=(excuse,), share=NA)
    assert compared(a_year(2023, ANY), excused).differences == ()
