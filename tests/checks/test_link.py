"""Links: counted once each, from answers and documents, never opened."""

from msgspec.structs import replace

from emonev.checks.examples import a_case, a_document
from emonev.checks.link import Link
from emonev.model.case import Exhibit
from emonev.model.facts import LinkSeen
from emonev.model.finding import Outcome, Proof

GOOD = "https://ppid.contoh.go.id/dip"
DRIVE = "https://drive.google.com/file/d/1"
LOCAL = "http://localhost/dip"


def with_links(*urls: str) -> Exhibit:
    document = a_document("a.pdf", "Isi")
    links = tuple(LinkSeen(url, page=2) for url in urls)
    return replace(document, facts=replace(document.facts, links=links))


def test_the_same_address_counts_once() -> None:
    finding = Link(at_least=2).look_at_all(a_case(links=(GOOD, f" {GOOD} ")))
    assert finding.message.id == "Hanya 1 dari 2 tautan yang diminta; tambahkan tautan lain."


def test_enough_good_addresses_outweigh_doubtful_ones() -> None:
    assert Link().look_at_all(a_case(links=(DRIVE, LOCAL, GOOD))).outcome is Outcome.MET


def test_doubtful_addresses_may_be_what_is_missing() -> None:
    assert Link(at_least=2).look_at_all(a_case(links=(DRIVE, GOOD))).outcome is Outcome.NEEDS_REVIEW


def test_links_in_documents_count_only_where_the_rubric_says_so() -> None:
    case = a_case(with_links("mailto:ppid@contoh.go.id", "#bab-2", GOOD))
    assert Link().look_at_all(case).outcome is Outcome.NOT_MET
    finding = Link(from_documents=True).look_at_all(case)
    assert (finding.outcome, finding.proofs) == (Outcome.MET, (Proof("a.pdf", 2, GOOD),))


def test_an_address_in_the_answers_needs_no_proof_in_a_document() -> None:
    case = a_case(with_links(GOOD), links=(GOOD,))
    assert Link(from_documents=True).look_at_all(case).proofs == ()
