"""One of several alternatives is enough; what is not known of one keeps the question open."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from emonev.checks.any_of import AnyOf
from emonev.checks.asking import Heard, ask
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
from emonev.checks.reviewed import Reviewed
from emonev.checks.statement_of_nil import StatementOfNil
from emonev.checks.titled import Titled
from emonev.judge import judge, needs_text
from emonev.model.case import Case, Exhibit
from emonev.model.check import Check, DocumentCheck, JoinedCheck
from emonev.model.facts import Table
from emonev.model.finding import Alternative, Finding, Outcome, Proof
from emonev.model.rubric import Scoring, Tier, Tiers
from emonev.model.text import Text
from emonev.model.workspace import Answers
from emonev.score import Share, outcome_of, share_of
from emonev.stakes import asking as asking_words
from tests.builders import a_criterion, a_finding, a_rubric, a_stage, an_indicator

MET, PARTLY, NOT_MET = Outcome.MET, Outcome.PARTLY, Outcome.NOT_MET
NEEDS_REVIEW, ERROR = Outcome.NEEDS_REVIEW, Outcome.ERROR

NIL = StatementOfNil(about=("keberatan",), label=Text("pernyataan nihil", "a statement of nil"))
REGISTER = (
    Titled(any_of=("register keberatan",), label=Text("register keberatan", "a register")),
    HasColumns(all_of=(("tanggal",), ("alasan",))),
    DatedWithin(),
)


def either(*alternatives: Check | tuple[Check, ...], of: str = "document") -> AnyOf:
    lists = tuple(one if isinstance(one, tuple) else (one,) for one in alternatives)
    return AnyOf(alternatives=lists, of="any" if of == "any" else "document")


def a_register(path: str, *columns: str, year: int = 2024, title: str = "REGISTER") -> Exhibit:
    printed = f"{title} KEBERATAN {year}"
    return a_document(
        path,
        f"{printed} {' '.join(columns)}",
        titles=(a_title(printed),),
        dates=(a_date(str(year), str(year), "title", snippet=printed),),
        years=(year, year),
        basis="title",
        tables=(Table("Register", columns, 4, len(columns)),),
    )


def a_statement(path: str = "nihil.pdf", words: str = "tidak terdapat keberatan") -> Exhibit:
    text = f"SURAT PERNYATAAN\nSelama tahun 2024 {words}.\nDibuat di Ranai, 2 Januari 2025\nNIP. 19700101 199003 1 001"
    return a_document(path, text, dates=(a_date("tahun 2024", "2024", "about"),))


def judged(check: Check, *exhibits: Exhibit, links: tuple[str, ...] = ()) -> Finding:
    (finding,) = judge(a_criterion(checks=(check,)), a_case(*exhibits, links=links))
    return finding


# What a reader of the report sees -----------------------------------------------------------------


def test_the_alternative_that_holds_is_named_with_all_its_proofs() -> None:
    finding = judged(either(NIL, REGISTER), a_register("a.xlsx", "Tanggal", "Alasan"))
    assert finding == Finding(
        kind="any-of",
        outcome=MET,
        share=Fraction(1),
        message=Text(
            "Terpenuhi dengan register keberatan: Judulnya “REGISTER KEBERATAN 2024” (halaman 1); "
            "dokumen yang diminta. Tabel “Register” memuat semua kolom yang diminta (“tanggal” dan "
            "“alasan”) dan 4 baris. Dokumen ini dari 2024, menurut judul: “2024” (halaman 1); "
            "diminta 2024.",
            "Met by a register: Its title is “REGISTER KEBERATAN 2024” (page 1); the document asked "
            "for. The table “Register” has all columns asked for (“tanggal” and “alasan”) and 4 "
            "row(s). This document is of 2024, by the title: “2024” (page 1); asked for: 2024.",
        ),
        proofs=(
            Proof("a.xlsx", 1, "REGISTER KEBERATAN 2024", ((0, 18),)),
            Proof("a.xlsx", None, "Tanggal | Alasan"),
            Proof("a.xlsx", 1, "REGISTER KEBERATAN 2024", ((19, 23),)),
        ),
        alternatives=(
            Alternative(Text("pernyataan nihil", "a statement of nil"), NOT_MET, 0, 1),
            Alternative(Text("register keberatan", "a register"), MET, 3, 3),
        ),
    )


def test_where_none_holds_each_says_what_it_lacks_and_the_nearest_says_all() -> None:
    finding = judged(either(NIL, REGISTER), a_register("a.xlsx", "Tanggal", year=2021))
    assert (finding.outcome, finding.share) == (NOT_MET, Fraction(0))
    assert finding.message == Text(
        "Tidak satu pun dari 2 alternatif terpenuhi. Register keberatan: Tabel “Register” tidak "
        "memuat kolom “alasan”; tambahkan kolom itu. Dokumen ini dari 2021, menurut judul: “2021” "
        "(halaman 1), sedangkan yang diminta 2024; serahkan dokumen yang sesuai. Pernyataan nihil: "
        "Tidak tercantum kata “surat pernyataan”; serahkan surat pernyataan yang ditandatangani "
        "atasan.",
        "None of the 2 alternatives is met. A register: The table “Register” lacks the columns "
        "“alasan”; add them. This document is of 2021, by the title: “2021” (page 1), but 2024 is "
        "asked for; hand in the right one. A statement of nil: The words “surat pernyataan” are "
        "missing; hand in a statement signed by the superior.",
    )
    assert {proof.path for proof in finding.proofs} == {"a.xlsx"}


def test_what_several_lack_is_said_once_under_their_names() -> None:
    table = (REGISTER[1], DatedWithin(label=Text("tabel", "a table")), Reviewed())
    old = a_register("b.xlsx", "Tanggal", "Alasan", year=2021)
    finding = judged(either(NIL, REGISTER, table), old, a_document("a.pdf", "Maklumat"))
    assert finding.message.id == (
        "Tidak satu pun dari 3 alternatif terpenuhi. Register keberatan dan tabel: Dokumen ini dari "
        "2021, menurut judul: “2021” (halaman 1), sedangkan yang diminta 2024; serahkan dokumen yang "
        "sesuai. Pernyataan nihil: Tidak tercantum kata “surat pernyataan”; serahkan surat "
        "pernyataan yang ditandatangani atasan."
    )
    assert {proof.path for proof in finding.proofs} == {"b.xlsx"}
    assert [(one.met, one.checks) for one in finding.alternatives] == [(0, 1), (2, 3), (1, 3)]


def test_what_may_be_met_is_told_and_what_fails_is_not() -> None:
    statement = a_statement()
    undated = replace(statement, facts=replace(statement.facts, dates=()))
    finding = judged(either(NIL, REGISTER[1]), undated)
    assert finding.outcome is NEEDS_REVIEW
    assert finding.message == Text(
        "Belum pasti. Pernyataan nihil: Surat pernyataan nihil terlihat. Tidak ada tanggal atau "
        "tahun yang menunjukkan masa dokumen ini; periksa sendiri, dan cantumkan tahunnya pada "
        "judul.",
        "Not certain. A statement of nil: A statement of nil is seen. No date or year tells what "
        "time this document is of; check it, and put the year in the title.",
    )


def test_of_several_that_may_be_met_the_nearest_says_why_and_the_others_are_named() -> None:
    paper = Contains(any_of=("register",), label=Text("catatan", "a note"))
    scan = a_recognised_scan("pindaian.pdf", "REGISTFR KEBERATAM", confidence=48)
    finding = judged(either(NIL, REGISTER, paper), scan)
    assert finding.outcome is NEEDS_REVIEW
    assert finding.message.id == (
        "Belum pasti. Pernyataan nihil: Tidak tercantum kata “surat pernyataan”; serahkan surat "
        "pernyataan yang ditandatangani atasan. Namun, halaman 1 dibaca dengan OCR, keyakinan 48 %; "
        "periksa halaman itu dahulu. Belum pasti juga: register keberatan dan catatan."
    )


def test_a_part_that_is_there_counts_where_an_alternative_is_a_single_check() -> None:
    columns = HasColumns(all_of=(("tanggal",), ("alasan",), ("tanggapan",)))
    finding = judged(either(NIL, columns), a_register("a.xlsx", "Tanggal", "Alasan"))
    assert (finding.outcome, finding.share) == (PARTLY, Fraction(2, 3))
    assert finding.message.id.startswith("Baru terpenuhi sebagian. Kolom tabel “tanggal”: Tabel")


def test_what_all_alternatives_say_is_said_once() -> None:
    finding = judged(either(NIL, REGISTER), a_broken_file("rusak.pdf"))
    assert (finding.outcome, finding.message.id) == (
        ERROR,
        "Berkas rusak; buat ulang dari aslinya.",
    )
    assert finding.proofs == (Proof("rusak.pdf"),)


@pytest.mark.parametrize("exhibit", [a_statement(), a_register("a.xlsx", "Tanggal"), a_scan()])
def test_a_single_alternative_speaks_for_itself(exhibit: Exhibit) -> None:
    assert judged(either(NIL), exhibit).message == judged(NIL, exhibit).message


def test_alternatives_without_a_label_are_called_by_their_first_check() -> None:
    finding = judged(
        either(StatementOfNil(), (Titled(any_of=("register keberatan",)), DatedWithin())),
        a_document("a.pdf", "Maklumat", titles=(a_title("MAKLUMAT"),)),
    )
    assert "Surat pernyataan nihil: " in finding.message.id
    assert "Judul dokumen “register keberatan”: " in finding.message.id


# Which document ----------------------------------------------------------------------------------


def test_the_checks_of_one_alternative_look_at_one_document() -> None:
    right_title = a_register("a.xlsx", "Tanggal", "Alasan", year=2021)
    right_year = a_register("b.xlsx", "Tanggal", "Alasan", title="REKAP")
    assert judged(either(NIL, REGISTER), right_title, right_year).outcome is NOT_MET


def test_an_alternative_looks_at_the_document_of_the_criterions_other_checks() -> None:
    criterion = a_criterion(checks=(either(REGISTER[0], NIL), DatedWithin()))
    old = a_register("a.xlsx", "Tanggal", year=2021)
    other = a_register("b.xlsx", "Tanggal", title="REKAP")
    share = share_of(criterion, judge(criterion, a_case(old, other)))
    assert share.high == 0
    freely = replace(criterion, checks=(either(REGISTER[0], NIL, of="any"), DatedWithin()))
    assert share_of(freely, judge(freely, a_case(old, other))).low == 1


def test_any_document_may_answer_a_check_that_says_so_within_an_alternative() -> None:
    annex = replace(REGISTER[1], of="any")
    decree = a_register("a.pdf", "Nomor")
    table = a_register("b.xlsx", "Tanggal", "Alasan", title="LAMPIRAN")
    finding = judged(either(NIL, (REGISTER[0], annex)), decree, table)
    assert finding.outcome is MET
    assert [proof.path for proof in finding.proofs] == ["a.pdf", "b.xlsx"]


def test_of_documents_that_fail_the_nearest_is_told() -> None:
    far = a_document("a.pdf", "Maklumat", titles=(a_title("MAKLUMAT"),))
    near = a_register("b.xlsx", "Tanggal", "Alasan", year=2021)
    for of in ("document", "any"):
        finding = judged(either(NIL, REGISTER, of=of), far, near)
        assert {proof.path for proof in finding.proofs} == {"b.xlsx"}


def test_each_alternative_is_told_by_the_document_on_which_it_fails_least() -> None:
    register = a_register("a.xlsx", "Tanggal")
    old = a_statement("b/nihil.pdf")
    old = replace(old, facts=replace(old.facts, dates=(a_date("2021", "2021", "about"),)))
    finding = judged(either(NIL, REGISTER), register, old)
    assert finding.message.id == (
        "Tidak satu pun dari 2 alternatif terpenuhi. Register keberatan: Tabel “Register” tidak "
        "memuat kolom “alasan”; tambahkan kolom itu. Pernyataan nihil (berkas “nihil.pdf”): Surat "
        "pernyataan nihil terlihat. Dokumen ini dari 2021, menurut masa yang disebut dalam dokumen: "
        "“2021” (halaman 1), sedangkan yang diminta 2024; serahkan dokumen yang sesuai."
    )
    assert {proof.path for proof in finding.proofs} == {"a.xlsx", "b/nihil.pdf"}
    assert finding.proofs[0].path == "a.xlsx"


def test_what_fails_alike_for_all_documents_is_told_without_one() -> None:
    linked = (REGISTER[0], Link())
    register, other = a_register("b.xlsx", "Nomor"), a_register("a.xlsx", "Nomor", title="REKAP")
    columns = (REGISTER[1], REGISTER[2], Exists())  # two of three are met on either
    message = judged(either(linked, columns), other, register).message.id
    assert "Register keberatan: Tidak ada tautan; cantumkan" in message
    assert "berkas" not in message.partition("Register keberatan")[2].partition(":")[0]


def test_a_link_is_enough_where_it_is_one_of_the_alternatives() -> None:
    url = "https://ppid.contoh.go.id/register"
    assert judged(either(NIL, Link()), links=(url,)).outcome is MET
    assert judged(either(NIL, REGISTER), links=(url,)).outcome is NEEDS_REVIEW
    assert judged(either(NIL, Link()), a_broken_file(), links=(url,)).outcome is MET


def test_a_doubtful_document_is_named_where_another_one_fails() -> None:
    criterion = a_criterion(
        checks=(Titled(any_of=("register",)), either(NIL, (Reviewed(), REGISTER[1]))),
        scoring="share",
    )
    failing = a_register("a.xlsx", "Nomor")
    doubtful = a_register("b.xlsx", "Tanggal", "Alasan", title="REGISTER LAIN")
    findings = judge(criterion, a_case(failing, doubtful))
    assert findings[1].outcome is NEEDS_REVIEW
    assert findings[1].proofs[0].path == "b.xlsx"


# What a run must know of it ----------------------------------------------------------------------


def test_text_and_ocr_are_wanted_where_a_check_within_wants_them() -> None:
    wanting = a_criterion("A", checks=(either(Exists(), NIL),))
    not_wanting = a_criterion("B", checks=(either(Exists(), Link()),))
    assert needs_text(wanting)
    assert not needs_text(not_wanting)
    rubric = a_rubric(a_stage(an_indicator(wanting, not_wanting)))
    assert asking_words(rubric, Answers()) == {"A"}


def test_a_badly_read_page_decides_nothing_in_an_alternative() -> None:
    scan = a_recognised_scan(
        "a.pdf", "REGISTER KEBERATAN", confidence=50, titles=(a_title("REGISTER KEBERATAN"),)
    )
    assert judged(either(REGISTER[0], NIL), scan).outcome is NEEDS_REVIEW
    assert judged(either(REGISTER[0], Exists()), scan).outcome is MET


def test_that_ocr_read_it_is_said_once_for_all_checks_of_an_alternative() -> None:
    printed = "REGISTER KEBERATAN 2024 Tanggal Alasan"
    scan = a_recognised_scan(
        "a.pdf", printed, titles=(a_title("REGISTER KEBERATAN 2024"),),
        dates=(a_date("2024", "2024", "title", snippet=printed),), years=(2024, 2024), basis="title",
    )  # fmt: skip
    finding = judged(either(NIL, REGISTER), scan)
    assert finding.outcome is MET
    assert finding.message.id.count("Dibaca dengan OCR, keyakinan 91 % (halaman 1).") == 1
    assert finding.message.id.endswith("Dibaca dengan OCR, keyakinan 91 % (halaman 1).")


def test_words_are_forgiven_on_recognised_pages_within_an_alternative() -> None:
    scan = a_recognised_scan("a.pdf", "REGlSTER KEBERATAN", titles=(a_title("REGlSTER KEBERATAN"),))
    assert judged(either(NIL, REGISTER[0]), scan).outcome is MET


class Breaks(DocumentCheck, frozen=True, kw_only=True, tag="breaks"):
    """A kind with a fault in it."""

    def look_at(self, exhibit: Exhibit, case: Case) -> Finding:
        raise KeyError(exhibit.evidence.path)


def test_a_fault_in_one_alternative_stops_no_other() -> None:
    assert judged(either(Breaks(), NIL), a_statement()).outcome is MET
    assert judged(either(Breaks(), NIL), a_register("a.xlsx", "Nomor")).outcome is ERROR


class BreaksWhole(JoinedCheck, frozen=True, kw_only=True, tag="breaks-whole"):
    """A kind made of others, with a fault in it."""

    def parts(self) -> tuple[Check, ...]:
        return (REGISTER[0],)

    def join(self, on_each: Sequence[Sequence[Finding]]) -> tuple[Finding, ...]:
        raise KeyError(len(on_each))


def test_a_fault_in_a_check_made_of_others_becomes_a_finding() -> None:
    files = a_register("a.xlsx", "Nomor"), a_register("b.xlsx", "Nomor")
    finding = judged(BreaksWhole(), *files)
    assert (finding.kind, finding.outcome) == ("breaks-whole", ERROR)


def test_what_is_counted_in_an_alternative_chooses_no_tier() -> None:
    tiers = Tiers(tiers=(Tier(at_least=3, share=Fraction(1)),))
    criterion = a_criterion(checks=(either(Counted(at_least=3), NIL),), scoring=tiers)
    findings = judge(criterion, a_case(a_register("a.xlsx", "Tanggal")))
    assert (findings[0].outcome, findings[0].count) == (MET, None)
    assert share_of(criterion, findings).high == 0


# Laws of the answers -----------------------------------------------------------------------------

SHARES = {MET: Fraction(1), PARTLY: Fraction(2, 3)}
outcomes = st.sampled_from((MET, PARTLY, NOT_MET, NEEDS_REVIEW, ERROR))
tried = st.lists(outcomes, min_size=1, max_size=3)
several = st.lists(tried, min_size=1, max_size=4)


def joined(alternatives: Sequence[Sequence[Outcome]]) -> Finding:
    findings = [
        a_finding(outcome=outcome, share=SHARES.get(outcome, Fraction(0)))
        for one in alternatives
        for outcome in one
    ]
    (finding,) = either(*(tuple(Exists() for _ in one) for one in alternatives)).join([findings])
    return finding


def reach(finding: Finding) -> Share:
    """Return what a finding brings at least and at most."""
    pending = finding.outcome.is_pending
    return Share(Fraction(0), Fraction(1)) if pending else Share(finding.share, finding.share)


@given(outcomes)
def test_one_alternative_of_one_check_is_that_check(outcome: Outcome) -> None:
    finding = joined([[outcome]])
    assert (finding.outcome, finding.share) == (outcome, SHARES.get(outcome, 0))


@given(several)
def test_it_is_met_just_where_all_checks_of_one_alternative_are(
    alternatives: list[list[Outcome]],
) -> None:
    met = any(set(one) == {MET} for one in alternatives)
    assert (joined(alternatives).outcome is MET) == met


@given(several)
def test_it_is_certain_just_where_every_alternative_is(alternatives: list[list[Outcome]]) -> None:
    alone = [joined([one]) for one in alternatives]
    finding = joined(alternatives)
    if finding.outcome is not MET:
        assert finding.outcome.is_pending == any(one.outcome.is_pending for one in alone)
    if not finding.outcome.is_pending:
        assert finding.share == max(one.share for one in alone)


@given(several, st.randoms(use_true_random=False))
def test_the_order_of_alternatives_changes_no_outcome(
    alternatives: list[list[Outcome]], chance: Random
) -> None:
    shuffled = [*alternatives]
    chance.shuffle(shuffled)
    before, after = joined(alternatives), joined(shuffled)
    assert (before.outcome, before.share) == (after.outcome, after.share)


@given(several, tried)
def test_one_alternative_more_never_makes_it_worse(
    alternatives: list[list[Outcome]], more: list[Outcome]
) -> None:
    before, after = joined(alternatives), joined([*alternatives, more])
    assert reach(after).high >= reach(before).high
    # A part that was certain is not while another alternative, in doubt, may bring all.
    in_doubt = before.outcome is PARTLY and after.outcome.is_pending
    assert in_doubt or reach(after).low >= reach(before).low


@given(several)
def test_it_tells_of_each_alternative_how_far_it_is(alternatives: list[list[Outcome]]) -> None:
    told = joined(alternatives).alternatives
    assert [(one.met, one.checks) for one in told] == [
        (one.count(MET), len(one)) for one in alternatives
    ]
    assert [one.outcome for one in told] == [joined([one]).outcome for one in alternatives]


# Laws before the judge ---------------------------------------------------------------------------

CHECKS: tuple[Check, ...] = (
    Exists(at_least=2),
    *REGISTER,
    NIL,
    Contains(any_of=("keberatan",), of="any"),
    Counted(at_least=9),
    Link(),
    Reviewed(),
)
EVIDENCE = (
    a_register("a.xlsx", "Tanggal", "Alasan"),
    a_register("b.xlsx", "Tanggal", year=2021),
    a_statement("c.pdf"),
    a_scan("d.pdf"),
    a_broken_file("e.pdf"),
    a_recognised_scan("f.pdf", "REGISTER KEBERATAN", confidence=50),
)
lists = st.lists(st.sampled_from(CHECKS), min_size=1, max_size=3, unique=True).map(tuple)
alternatives_of = st.lists(lists, min_size=1, max_size=3)
evidence = st.lists(st.sampled_from(EVIDENCE), max_size=4, unique_by=lambda one: one.evidence.path)
links = st.sampled_from(((), ("https://ppid.contoh.go.id/",)))


def share(checks: tuple[Check, ...], case: Case, scoring: Scoring = "all") -> tuple[Share, Outcome]:
    criterion = a_criterion(checks=checks, scoring=scoring)
    findings = judge(criterion, case)
    found = share_of(criterion, findings)
    return found, outcome_of(found, findings)


@given(lists, evidence, links)
def test_one_alternative_asks_what_its_checks_ask_without_it(
    checks: tuple[Check, ...], files: list[Exhibit], urls: tuple[str, ...]
) -> None:
    case = a_case(*files, links=urls)
    assert share((either(checks),), case) == share(checks, case)
    if len(checks) == 1:
        assert share((either(checks),), case, "share") == share(checks, case, "share")


@given(alternatives_of, evidence, links)
def test_it_earns_what_the_best_alternative_earns(
    alternatives: list[tuple[Check, ...]], files: list[Exhibit], urls: tuple[str, ...]
) -> None:
    case = a_case(*files, links=urls)
    alone = [share(checks, case)[0] for checks in alternatives]
    together, _ = share((either(*alternatives),), case)
    assert together.low == max(one.low for one in alone)
    assert together.high == max(one.high for one in alone)


@given(alternatives_of, evidence)
def test_its_proofs_are_of_what_was_handed_in(
    alternatives: list[tuple[Check, ...]], files: list[Exhibit]
) -> None:
    finding = judged(either(*alternatives), *files)
    assert {proof.path for proof in finding.proofs} <= {one.evidence.path for one in files}
    assert len(set(finding.proofs)) == len(finding.proofs)


def test_a_check_is_heard_alike_on_all_documents_where_none_decides() -> None:
    case = a_case(a_statement(), links=("https://ppid.contoh.go.id/",))
    assert isinstance(ask(either(Link(), Reviewed()), case), Heard)
    assert isinstance(ask(either(Link(), NIL), case), tuple)
