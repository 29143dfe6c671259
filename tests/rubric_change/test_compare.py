"""What is said of two rubrics, and that the points of both are accounted for to the last fraction."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given

from emonev.checks import KINDS
from emonev.model.check import Check
from emonev.model.rubric import (
    Criterion,
    NotApplicableRule,
    Rubric,
    Scoring,
    Staircase,
    Tier,
    Tiers,
)
from emonev.model.text import Text
from emonev.model.years import YearRule
from emonev.rubric_change import CriteriaChange, RubricChange, compare_rubrics
from tests.builders import a_criterion, a_rubric, a_stage, an_indicator
from tests.score.rubrics import rubrics

N, BEFORE = YearRule("years"), YearRule("years", -1, -1)
TWO_YEARS, LATEST = YearRule("years", -1, 0), YearRule("latest")


def of_year(year: int, *criteria: Criterion, **given: Any) -> Rubric:
    return a_rubric(a_stage(an_indicator(*criteria)), id=f"uji-{year}", year=year, **given)


def compared(old: Criterion, new: Criterion) -> CriteriaChange:
    change = compare_rubrics(of_year(2023, old), of_year(2024, new))
    assert len(change.criteria) == 1
    return change.criteria[0]


def said(change: CriteriaChange) -> list[str]:
    return [difference.text.id for difference in change.differences]


def check(kind: str, **settings: Any) -> Check:
    return KINDS[kind](**settings)


def test_nothing_changed() -> None:
    change = compared(a_criterion(years=(N,)), a_criterion(years=(N,)))
    assert (change.form, change.codes) == ("continued", ())
    assert change.moved == 0


def test_years_that_move_along_are_no_new_wording() -> None:
    old = a_criterion(text=Text("Apakah laporan 2022 ada?", "Is the report of 2022 there?"))
    new = a_criterion(text=Text("Apakah laporan 2023 ada?", "Is the report of 2023 there?"))
    assert compared(old, new).codes == ()
    other = a_criterion(text=Text("Apakah laporan 2024 ada?", "Is the report of 2024 there?"))
    assert compared(old, other).codes == ("reworded",)


@pytest.mark.parametrize(
    ("old", "new", "code", "sentence"),
    [
        ((TWO_YEARS,), (N,), "stricter", "Tahun bukti: 2022–2023 → 2024."),
        ((N,), (TWO_YEARS,), "looser", "Tahun bukti: 2023 → 2023–2024."),
        ((N,), (BEFORE,), "evidence", "Tahun bukti: 2023 → 2023."),
        ((), (N,), "stricter", "Tahun bukti: tidak dibatasi → 2024."),
        ((N,), (LATEST,), "looser", None),
    ],
)
def test_years_of_evidence(
    old: tuple[YearRule, ...], new: tuple[YearRule, ...], code: str, sentence: str | None
) -> None:
    change = compared(a_criterion(years=old), a_criterion(years=new))
    assert change.codes == (code,)
    assert sentence is None or said(change) == [sentence]


EXISTS, SIGNED = check("exists"), check("signed")
TITLED = check("titled", any_of=("renja", "rencana kerja"))


@pytest.mark.parametrize(
    ("old", "new", "code", "sentence"),
    [
        ((EXISTS,), (EXISTS, SIGNED), "stricter", "Juga diperiksa: tanda tangan."),
        ((EXISTS, SIGNED), (EXISTS,), "looser", "Tidak lagi diperiksa: tanda tangan."),
        (
            (EXISTS,),
            (check("exists", at_least=3),),
            "stricter",
            "Bukti diserahkan: paling sedikit 1 → 3.",
        ),
        (
            (TITLED,),
            (check("titled", any_of=("renja",)),),
            "stricter",
            "Judul dokumen “renja”: pilihan dikurangi “rencana kerja”.",
        ),
        (
            (TITLED,),
            (check("titled", any_of=("renja", "rkpd")),),
            "evidence",
            "Judul dokumen “renja”: pilihan ditambah “rkpd”, dikurangi “rencana kerja”.",
        ),
        (
            (TITLED,),
            (check("titled", any_of=("renja", "rencana kerja"), not_any_of=("renstra",)),),
            "stricter",
            "Judul dokumen “renja”: kata yang menggugurkan ditambah “renstra”.",
        ),
        (
            (check("exists", formats=("pdf",)),),
            (EXISTS,),
            "looser",
            "Bukti diserahkan: format dikurangi “pdf”.",
        ),
        (
            (SIGNED,),
            (check("signed", electronic=True),),
            "stricter",
            "Tanda tangan: hanya tanda tangan elektronik.",
        ),
        (
            (check("link", from_documents=True),),
            (check("link"),),
            "stricter",
            "Tautan: tidak lagi menerima tautan di dalam dokumen.",
        ),
        (
            (check("signed", of="any"),),
            (SIGNED,),
            "stricter",
            "Tanda tangan: harus dokumen yang sama.",
        ),
        (
            (check("dated-within"),),
            (check("dated-within", date="signed"),),
            "evidence",
            "Tahun dokumen: ketentuannya berubah.",
        ),
    ],
)
def test_what_is_asked_of_the_evidence(
    old: tuple[Check, ...], new: tuple[Check, ...], code: str, sentence: str
) -> None:
    change = compared(a_criterion(checks=old), a_criterion(checks=new))
    assert (change.codes, said(change)) == ((code,), [sentence])


def test_a_label_or_a_question_to_a_person_is_no_demand() -> None:
    old = check("reviewed", ask=Text("Baik?", "Good?"))
    new = check("reviewed", ask=Text("Bagus?", "Fine?"), label=Text("telaah", "review"))
    assert compared(a_criterion(checks=(old,)), a_criterion(checks=(new,))).codes == ()


def test_harder_here_and_easier_there_is_just_different() -> None:
    old = a_criterion(checks=(EXISTS,), years=(N,))
    new = a_criterion(checks=(EXISTS, SIGNED), years=(TWO_YEARS,))
    assert compared(old, new).codes == ("evidence",)


def steps(*shares: str) -> Staircase:
    return Staircase(steps=tuple(map(Fraction, shares)))


def tiers(**shares: str) -> Tiers:
    return Tiers(
        tiers=tuple(
            Tier(at_least=int(count[1:]), share=Fraction(share)) for count, share in shares.items()
        )
    )


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("share", "all", "stricter"),
        ("all", "share", "looser"),
        (steps("1/2", "1"), "all", "stricter"),
        ("all", steps("1/2", "1"), "looser"),
        ("all", steps("0", "1"), "evidence"),
        (steps("1/2", "1"), steps("1/4", "1"), "stricter"),
        (steps("1/4", "1/2", "1"), steps("1/2", "3/4", "1"), "looser"),
        (steps("1/4", "1/2", "1"), steps("1/2", "1/2", "3/4"), "evidence"),
        (tiers(n5="1/2", n10="1"), tiers(n10="1/2", n20="1"), "stricter"),
        (tiers(n10="1"), tiers(n5="1/2", n10="1"), "looser"),
    ],
)
def test_scoring_forms(old: Scoring, new: Scoring, code: str) -> None:
    assert compared(a_criterion(scoring=old), a_criterion(scoring=new)).codes == (code,)


def test_not_applicable() -> None:
    may, needs = NotApplicableRule(allowed=True, needs="alasan"), NotApplicableRule(allowed=True)
    assert said(compared(a_criterion(na=may), a_criterion())) == [
        "Tidak lagi dapat dinyatakan tidak berlaku."
    ]
    assert compared(a_criterion(), a_criterion(na=may)).codes == ("looser",)
    assert compared(a_criterion(na=may), a_criterion(na=needs)).codes == ("stricter",)


def test_law_and_place_and_name() -> None:
    text = Text("Apakah DIP ada?", "Is there a list?")
    old = of_year(2023, a_criterion("A", text=text, law=("UU 14/2008 Pasal 9",)))
    heir = a_criterion("B", text=text, replaces=("A",))
    new = a_rubric(a_stage(an_indicator(heir, id="lain", title=Text("Lain", "Other"))))
    change = compare_rubrics(old, new).criteria[0]
    assert change.codes == ("law", "moved", "renamed")
    assert said(change) == [
        "Dasar hukum dihapus: UU 14/2008 Pasal 9.",
        "Pindah dari “Jenis informasi” ke “Lain”.",
        "Id A → B.",
    ]


def test_a_weight_that_is_stated_otherwise_is_told_and_a_neighbour_is_not() -> None:
    old = of_year(2023, a_criterion("A"), a_criterion("B"))
    new = of_year(2024, a_criterion("A", weight=Fraction(2)), a_criterion("B"), a_criterion("C"))
    a, b, c = compare_rubrics(old, new).criteria
    assert a.codes == ("reweighted",)
    assert said(a) == ["Bobot kriteria 1 → 2."]
    assert b.codes == ()
    assert c.form == "new"
    assert [int(one.moved) for one in (a, b, c)] == [0, -25, 25]


def test_the_weights_of_indicator_and_stage_are_told() -> None:
    old = a_rubric(
        a_stage(
            an_indicator(a_criterion("A"), weight=Fraction(40)),
            an_indicator(a_criterion("B"), id="lain", weight=Fraction(60)),
            weight=Fraction(80),
        ),
        a_stage(id="presentasi", entered=True, weight=Fraction(20)),
        year=2023,
    )
    new = a_rubric(
        a_stage(
            an_indicator(a_criterion("A"), weight=Fraction(50)),
            an_indicator(a_criterion("B"), id="lain", weight=Fraction(50)),
            weight=Fraction(70),
        ),
        a_stage(id="presentasi", entered=True, weight=Fraction(30)),
        year=2024,
    )
    change = compare_rubrics(old, new)
    assert said(change.criteria[0]) == [
        "Bobot indikator “Jenis informasi” 40 → 50.",
        "Bobot tahap “Penilaian mandiri” 80 → 70.",
    ]
    assert {(level.id, int(level.before), int(level.after)) for level in change.levels} == {
        ("saq", 80, 70),
        ("jenis", 32, 35),
        ("lain", 48, 35),
        ("presentasi", 20, 30),
    }


def entered(change: RubricChange, year: str) -> Fraction:
    return sum(
        (
            level.before if year == "before" else level.after
            for level in change.levels
            if level.level == "stage"
            and not (level.criteria_before if year == "before" else level.criteria_after)
        ),
        Fraction(0),
    )


@given(rubrics(), rubrics())
def test_all_points_are_accounted_for(older: Rubric, newer: Rubric) -> None:
    for rubric in (older, newer):
        assume(all(s.weight for s in rubric.stages))
        assume(all(i.weight for s in rubric.stages for i in s.indicators))
        assume(all(c.weight for c in rubric.criteria()))
    change = compare_rubrics(older, newer)
    before = sum((c.before for c in change.criteria), entered(change, "before"))
    after = sum((c.after for c in change.criteria), entered(change, "after"))
    assert [int(before), int(after)] == [100, 100]
    assert before == after
    stages = [level for level in change.levels if level.level == "stage"]
    assert sum(level.moved for level in stages) == 0
    for match in change.criteria:
        assert match.moved == match.after - match.before
