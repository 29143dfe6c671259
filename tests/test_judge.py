"""The judge: one finding per check, the best document, and nothing that stops the run."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from emonev.checks.any_of import AnyOf
from emonev.checks.contains import Contains
from emonev.checks.counted import Counted
from emonev.checks.dated_within import DatedWithin
from emonev.checks.examples import (
    a_broken_file,
    a_case,
    a_date,
    a_document,
    a_recognised_scan,
    a_scan,
    a_title,
)
from emonev.checks.exists import Exists
from emonev.checks.has_columns import HasColumns
from emonev.checks.link import Link
from emonev.checks.readable import Readable
from emonev.checks.reviewed import Reviewed
from emonev.checks.signed import Signed
from emonev.checks.statement_of_nil import StatementOfNil
from emonev.checks.titled import Titled
from emonev.checks.within_portal_limits import WithinPortalLimits
from emonev.judge import judge, needs_text
from emonev.model.case import Case, Exhibit
from emonev.model.check import Check, DocumentCheck
from emonev.model.facts import Page
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.rubric import Criterion, Scoring, Tier, Tiers
from emonev.model.text import Text
from emonev.score import outcome_of, share_of
from tests.builders import a_criterion

IS_RENJA = Titled(any_of=("rencana kerja",))
OF_THIS_YEAR = DatedWithin()


def a_plan(path: str, title: str = "RENCANA KERJA", year: int = 2024) -> Exhibit:
    printed = f"TAHUN {year}"
    return a_document(
        path,
        f"{title} {printed}",
        titles=(a_title(f"{title} {printed}"),),
        dates=(a_date(printed, str(year), "title", snippet=f"{title} {printed}"),),
        years=(year, year),
        basis="title",
    )


def asking(*checks: Check, scoring: Scoring = "all") -> Criterion:
    return a_criterion(checks=checks, scoring=scoring)


def outcomes(findings: tuple[Finding, ...]) -> list[Outcome]:
    return [finding.outcome for finding in findings]


class Breaks(DocumentCheck, frozen=True, kw_only=True, tag="breaks"):
    """A kind with a fault in it."""

    def look_at(self, exhibit: Exhibit, case: Case) -> Finding:
        raise KeyError(exhibit.evidence.path)


# What a reader of the report sees -----------------------------------------------------------------


def test_the_findings_on_one_document_stand_in_the_rubrics_order() -> None:
    case = a_case(a_plan("bukti/2024/CON-01/renja.pdf", year=2023))
    assert judge(asking(Exists(), IS_RENJA, OF_THIS_YEAR), case) == (
        Finding(
            kind="exists",
            outcome=Outcome.MET,
            share=Fraction(1),
            message=Text(
                "Ada 1 bukti; diminta paling sedikit 1.",
                "1 piece(s) of evidence; at least 1 asked for.",
            ),
            proofs=(Proof("bukti/2024/CON-01/renja.pdf"),),
        ),
        Finding(
            kind="titled",
            outcome=Outcome.MET,
            share=Fraction(1),
            message=Text(
                "Judulnya “RENCANA KERJA TAHUN 2023” (halaman 1); dokumen yang diminta.",
                "Its title is “RENCANA KERJA TAHUN 2023” (page 1); the document asked for.",
            ),
            proofs=(
                Proof("bukti/2024/CON-01/renja.pdf", 1, "RENCANA KERJA TAHUN 2023", ((0, 13),)),
            ),
        ),
        Finding(
            kind="dated-within",
            outcome=Outcome.NOT_MET,
            share=Fraction(0),
            message=Text(
                "Dokumen ini dari 2023, menurut judul: “TAHUN 2023” (halaman 1), sedangkan yang "
                "diminta 2024; serahkan dokumen yang sesuai.",
                "This document is of 2023, by the title: “TAHUN 2023” (page 1), but 2024 is asked "
                "for; hand in the right one.",
            ),
            proofs=(
                Proof("bukti/2024/CON-01/renja.pdf", 1, "RENCANA KERJA TAHUN 2023", ((14, 24),)),
            ),
        ),
    )


def test_without_evidence_every_check_fails_and_says_so() -> None:
    findings = judge(asking(Exists(), IS_RENJA, Reviewed()), a_case())
    assert outcomes(findings) == [Outcome.NOT_MET] * 3
    assert {finding.message.id for finding in findings} == {
        "Belum ada bukti; serahkan berkas atau tautan untuk kriteria ini."
    }


def test_a_link_alone_leaves_document_checks_open() -> None:
    case = a_case(links=("https://ppid.contoh.go.id/renja.pdf",))
    findings = judge(asking(Link(), IS_RENJA), case)
    assert outcomes(findings) == [Outcome.MET, Outcome.NEEDS_REVIEW]
    assert findings[1].message.id == (
        "Tautan tidak dibuka oleh emonev; buka dan periksa, atau simpan halamannya ke folder bukti."
    )


def test_a_document_is_named_even_where_nothing_was_found_in_it() -> None:
    (finding,) = judge(
        asking(Contains(any_of=("maklumat",))), a_case(a_document("sop.pdf", "Prosedur"))
    )
    assert finding.outcome is Outcome.NOT_MET
    assert finding.proofs == (Proof("sop.pdf"),)


# Which document ----------------------------------------------------------------------------------


def test_right_title_here_and_right_year_there_do_not_make_a_pass() -> None:
    case = a_case(a_plan("a.pdf", "RENCANA KERJA", 2022), a_plan("b.pdf", "MAKLUMAT", 2024))
    findings = judge(asking(IS_RENJA, OF_THIS_YEAR), case)
    assert outcomes(findings) != [Outcome.MET, Outcome.MET]
    assert len({proof.path for finding in findings for proof in finding.proofs}) == 1


def test_any_document_may_answer_where_the_rubric_says_so() -> None:
    case = a_case(a_plan("a.pdf", "RENCANA KERJA", 2022), a_plan("b.pdf", "MAKLUMAT", 2024))
    checks = (replace(IS_RENJA, of="any"), replace(OF_THIS_YEAR, of="any"))
    findings = judge(asking(*checks), case)
    assert outcomes(findings) == [Outcome.MET, Outcome.MET]
    assert [finding.proofs[0].path for finding in findings] == ["a.pdf", "b.pdf"]


def test_where_no_document_will_do_the_nearest_is_told() -> None:
    case = a_case(a_plan("a.pdf", "MAKLUMAT"), a_plan("b.pdf", "PROFIL"))
    (finding,) = judge(asking(replace(IS_RENJA, of="any")), case)
    assert finding.message.id == (
        "Tidak satu pun dari 2 berkas memenuhi. Yang paling dekat: Judulnya “MAKLUMAT TAHUN 2024” "
        "(halaman 1), bukan “rencana kerja”; serahkan dokumen yang diminta."
    )


def test_the_document_that_serves_best_is_chosen() -> None:
    case = a_case(a_plan("a.pdf", "MAKLUMAT", 2021), a_scan("b.pdf"), a_plan("c.pdf"))
    findings = judge(asking(IS_RENJA, OF_THIS_YEAR), case)
    assert {proof.path for finding in findings for proof in finding.proofs} == {"c.pdf"}


def test_of_equal_documents_the_first_by_path_is_chosen() -> None:
    case = a_case(a_plan("z.pdf"), a_plan("a.pdf"))
    (finding,) = judge(asking(IS_RENJA), case)
    assert finding.proofs[0].path == "a.pdf"


def test_tiers_choose_the_longest_list() -> None:
    tiers = Tiers(
        tiers=(Tier(at_least=1, share=Fraction(1, 2)), Tier(at_least=9, share=Fraction(1)))
    )
    case = a_case(
        a_document("a.docx", "Daftar", list_items=3), a_document("b.docx", "Daftar", list_items=12)
    )
    (finding,) = judge(asking(Counted(what="items"), scoring=tiers), case)
    assert (finding.count, finding.proofs[0].path) == (12, "b.docx")


def test_an_unreadable_document_is_pending_with_its_own_reason() -> None:
    findings = judge(asking(IS_RENJA, OF_THIS_YEAR), a_case(a_broken_file("rusak.pdf")))
    assert outcomes(findings) == [Outcome.ERROR, Outcome.ERROR]
    assert {finding.message.id for finding in findings} == {
        "Berkas rusak; buat ulang dari aslinya."
    }


def test_a_good_document_beside_an_unreadable_one_is_chosen() -> None:
    findings = judge(asking(IS_RENJA), a_case(a_broken_file("a.pdf"), a_plan("b.pdf")))
    assert outcomes(findings) == [Outcome.MET]


def test_a_file_over_the_portals_limit_is_still_read() -> None:
    large = a_plan("renja.pdf")
    large = replace(large, evidence=replace(large.evidence, bytes=9_000_000))
    findings = judge(asking(IS_RENJA, WithinPortalLimits()), a_case(large))
    assert outcomes(findings) == [Outcome.MET, Outcome.NOT_MET]


@pytest.mark.parametrize(
    "check",
    [
        IS_RENJA,
        OF_THIS_YEAR,
        Contains(any_of=("DIP",)),
        Counted(),
        HasColumns(all_of=(("nomor",),)),
        Readable(),
        Signed(),
        StatementOfNil(),
    ],
    ids=lambda check: type(check).__name__,
)
def test_a_blank_document_holds_nothing_whatever_its_name_says(check: Check) -> None:
    page = Page(0, "none", blank=True)
    named = a_title("rencana kerja 2024", 0.2, basis="file-name", page=None)
    blank = a_document(
        "renja 2024.pdf", pages=(page,), titles=(named,), years=(2024, 2024), basis="file-name"
    )
    (finding,) = judge(asking(check), a_case(blank))
    assert finding.outcome is Outcome.NOT_MET


# Faults ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("of", ["document", "any"])
def test_a_fault_in_a_check_becomes_a_finding(of: str) -> None:
    breaks = Breaks(of="any" if of == "any" else "document")
    findings = judge(asking(breaks, IS_RENJA), a_case(a_plan("renja.pdf")))
    assert outcomes(findings) == [Outcome.ERROR, Outcome.MET]
    assert findings[0].message.id == (
        "Pemeriksaan “breaks” gagal karena kesalahan program (KeyError); periksa sendiri dan "
        "laporkan."
    )


def test_text_is_fetched_only_where_a_check_looks_at_it() -> None:
    assert not needs_text(asking(Exists(), IS_RENJA, OF_THIS_YEAR))
    assert needs_text(asking(Exists(), Contains(any_of=("DIP",))))


def test_a_missing_text_is_never_a_failure_by_itself() -> None:
    without = replace(a_plan("renja.pdf"), text=None)
    (finding,) = judge(asking(Contains(any_of=("maklumat",))), a_case(without))
    assert finding.outcome is Outcome.NEEDS_REVIEW


# Laws --------------------------------------------------------------------------------------------

CHECKS: tuple[Check, ...] = (
    Exists(at_least=2),
    IS_RENJA,
    OF_THIS_YEAR,
    Contains(any_of=("maklumat", "rencana")),
    Contains(all_of=("rencana", "2024"), of="any"),
    Counted(at_least=2, what="files"),
    WithinPortalLimits(),
    Reviewed(),
    AnyOf(alternatives=((IS_RENJA, OF_THIS_YEAR), (Contains(any_of=("maklumat",)),))),
    AnyOf(alternatives=((Exists(at_least=3),), (Signed(),)), of="any"),
)
EVIDENCE = (
    a_plan("a.pdf"),
    a_plan("b.pdf", "MAKLUMAT", 2024),
    a_plan("c.pdf", "RENCANA KERJA", 2022),
    a_scan("d.pdf"),
    a_broken_file("e.pdf"),
    a_document("f.docx", "Rencana tanpa judul"),
)
LINKS = ("https://ppid.contoh.go.id/", "http://localhost/")
criteria = st.builds(
    lambda checks, scoring: asking(*checks, scoring=scoring),
    st.lists(st.sampled_from(CHECKS), min_size=1, max_size=4),
    st.sampled_from(("all", "share")),
)
evidence = st.lists(st.sampled_from(EVIDENCE), max_size=5, unique_by=lambda one: one.evidence.path)
links = st.lists(st.sampled_from(LINKS), max_size=2, unique=True)


@given(criteria, evidence, links, st.randoms(use_true_random=False))
def test_the_order_of_evidence_never_matters(
    criterion: Criterion, files: list[Exhibit], urls: list[str], chance: Random
) -> None:
    shuffled, turned = list(files), list(urls)
    chance.shuffle(shuffled)
    chance.shuffle(turned)
    first = judge(criterion, a_case(*files, links=tuple(urls)))
    assert judge(criterion, a_case(*shuffled, links=tuple(turned))) == first


@given(criteria, evidence, links)
def test_there_is_one_finding_for_each_check(
    criterion: Criterion, files: list[Exhibit], urls: list[str]
) -> None:
    findings = judge(criterion, a_case(*files, links=tuple(urls)))
    assert [finding.kind for finding in findings] == [
        check.__struct_config__.tag for check in criterion.checks
    ]


@given(criteria, evidence, links)
def test_a_pending_finding_never_counts_as_met(
    criterion: Criterion, files: list[Exhibit], urls: list[str]
) -> None:
    findings = judge(criterion, a_case(*files, links=tuple(urls)))
    share = share_of(criterion, findings)
    pending = [finding for finding in findings if finding.outcome.is_pending]
    assert all(finding.share == 0 for finding in pending)
    if pending:
        assert share.low < 1
        assert outcome_of(share, findings) is not Outcome.MET


@given(criteria, evidence)
def test_more_evidence_never_lowers_what_is_earned_for_certain(
    criterion: Criterion, files: list[Exhibit]
) -> None:
    asked = tuple(c for c in criterion.checks if not isinstance(c, WithinPortalLimits))
    narrowed = replace(criterion, checks=asked)
    if not (asked and files):
        return
    fewer = share_of(narrowed, judge(narrowed, a_case(*files[1:])))
    more = share_of(narrowed, judge(narrowed, a_case(*files)))
    assert more.low >= fewer.low


def test_what_is_not_met_is_open_while_a_folder_is_closed() -> None:
    criterion = a_criterion(checks=(IS_RENJA, OF_THIS_YEAR))
    shut = replace(a_case(), closed=("bukti/2024/JEN-01",))
    assert outcomes(judge(criterion, shut)) == [Outcome.ERROR, Outcome.ERROR]
    assert "bukti/2024/JEN-01" in judge(criterion, shut)[0].message.id
    late = replace(a_case(a_plan("a.pdf", year=2023)), closed=shut.closed)
    assert outcomes(judge(criterion, late)) == [Outcome.MET, Outcome.ERROR]
    found = replace(a_case(a_plan("a.pdf")), closed=shut.closed)
    assert outcomes(judge(criterion, found)) == [Outcome.MET, Outcome.MET]


# Pages read by OCR -------------------------------------------------------------------------------


def a_scanned_plan(path: str, confidence: int, title: str = "RENCANA KERJA") -> Exhibit:
    printed = f"{title} TAHUN 2024"
    return a_recognised_scan(
        path,
        printed,
        confidence=confidence,
        titles=(a_title(printed),),
        dates=(a_date("TAHUN 2024", "2024", "title", snippet=printed),),
        years=(2024, 2024),
        basis="title",
    )


def test_a_well_read_scan_passes_and_a_badly_read_one_waits() -> None:
    well, badly = (
        judge(asking(IS_RENJA, OF_THIS_YEAR), a_case(a_scanned_plan("a.pdf", sure)))
        for sure in (90, 50)
    )
    assert outcomes(well) == [Outcome.MET, Outcome.MET]
    assert outcomes(badly) == [Outcome.NEEDS_REVIEW, Outcome.NEEDS_REVIEW]


def test_a_badly_read_scan_outweighs_a_document_that_certainly_will_not_do() -> None:
    case = a_case(a_plan("a.pdf", "MAKLUMAT"), a_scanned_plan("b.pdf", 50))
    findings = judge(asking(IS_RENJA, OF_THIS_YEAR), case)
    assert {proof.path for finding in findings for proof in finding.proofs} == {"b.pdf"}


@pytest.mark.parametrize("check", [IS_RENJA, replace(IS_RENJA, of="any")], ids=["one", "any"])
def test_a_document_that_certainly_will_do_outweighs_a_badly_read_scan(check: Check) -> None:
    case = a_case(a_scanned_plan("a.pdf", 50), a_plan("b.pdf"))
    (finding,) = judge(asking(check), case)
    assert (finding.outcome, finding.proofs[0].path) == (Outcome.MET, "b.pdf")


def test_where_any_document_may_answer_a_badly_read_one_keeps_the_question_open() -> None:
    case = a_case(a_plan("a.pdf", "MAKLUMAT"), a_scanned_plan("b.pdf", 50, "PROFIL"))
    (finding,) = judge(asking(replace(IS_RENJA, of="any")), case)
    assert finding.outcome is Outcome.NEEDS_REVIEW


def test_a_document_that_serves_in_part_leaves_open_what_an_unread_one_may_bring() -> None:
    case = a_case(a_plan("a.pdf", "RENCANA KERJA", 2021), a_scan("bukti/pindaian.pdf"))
    criterion = asking(IS_RENJA, OF_THIS_YEAR, scoring="share")
    findings = judge(criterion, case)
    assert outcomes(findings) == [Outcome.MET, Outcome.NEEDS_REVIEW]
    assert findings[1].message.id == (
        "Dokumen ini dari 2021, menurut judul: “TAHUN 2021” (halaman 1), sedangkan yang diminta "
        "2024; serahkan dokumen yang sesuai. Namun, berkas “pindaian.pdf” mungkin memenuhi; periksa "
        "berkas itu."
    )
    share = share_of(criterion, findings)
    assert (share.low, share.high) == (Fraction(1, 2), Fraction(1))


def test_a_document_that_can_bring_no_more_leaves_nothing_open() -> None:
    case = a_case(a_plan("a.pdf", "RENCANA KERJA", 2021), a_plan("b.pdf", "MAKLUMAT", 2021))
    findings = judge(asking(IS_RENJA, OF_THIS_YEAR, scoring="share"), case)
    assert outcomes(findings) == [Outcome.MET, Outcome.NOT_MET]


def test_questions_to_the_whole_collection_rest_on_no_page() -> None:
    case = a_case(a_scanned_plan("a.pdf", 20))
    assert outcomes(judge(asking(Exists(), WithinPortalLimits()), case)) == [Outcome.MET] * 2


def test_a_tier_is_open_while_its_list_was_badly_read() -> None:
    tiers = Tiers(
        tiers=(Tier(at_least=1, share=Fraction(1, 2)), Tier(at_least=9, share=Fraction(1)))
    )
    scan = a_recognised_scan("a.pdf", "1. a 2. b", list_items=2, confidence=45)
    criterion = asking(Counted(what="items"), scoring=tiers)
    findings = judge(criterion, a_case(scan))
    share = share_of(criterion, findings)
    assert (share.low, share.high) == (Fraction(0), Fraction(1))


@given(criteria, evidence)
def test_no_document_may_bring_more_than_the_criterion_leaves_open(
    criterion: Criterion, files: list[Exhibit]
) -> None:
    together = share_of(criterion, judge(criterion, a_case(*files)))
    asked = [check for check in criterion.checks if isinstance(check, DocumentCheck)]
    if len(asked) < len(criterion.checks) or any(
        check.of == "any" or isinstance(check, Counted) for check in asked
    ):
        return
    for one in files:
        assert together.high >= share_of(criterion, judge(criterion, a_case(one))).high
