"""What counts as handed in."""

from fractions import Fraction

from emonev.checks.examples import a_broken_file, a_case, a_document
from emonev.checks.exists import Exists
from emonev.model.facts import Page
from emonev.model.finding import Outcome, Proof

BLANK = a_document("kosong.pdf", pages=(Page(0, "none", blank=True),))


def test_a_blank_document_does_not_count() -> None:
    finding = Exists().look_at_all(a_case(BLANK))
    assert finding.outcome is Outcome.NOT_MET
    assert finding.proofs == (Proof("kosong.pdf"),)


def test_unusable_files_are_named_beside_usable_ones() -> None:
    case = a_case(a_document("a.pdf", "Isi"), a_broken_file("b.pdf"), BLANK)
    finding = Exists(at_least=3).look_at_all(case)
    assert (finding.outcome, finding.share) == (Outcome.PARTLY, Fraction(1, 3))
    assert finding.proofs == (Proof("b.pdf"), Proof("kosong.pdf"))


def test_links_do_not_count_unless_the_rubric_says_so() -> None:
    case = a_case(links=("https://ppid.contoh.go.id/",))
    assert Exists().look_at_all(case).outcome is Outcome.NOT_MET
    assert Exists(links=True).look_at_all(case).outcome is Outcome.MET


def test_too_few_of_a_format_name_the_format() -> None:
    case = a_case(a_document("a.docx", "Isi"))
    assert Exists(formats=("pdf",)).look_at_all(case).message.id == (
        "Hanya 0 dari 1 bukti berformat PDF; tambahkan 1 lagi."
    )
