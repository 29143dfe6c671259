"""The order of reading: telling pages before middle ones, and the dearest criteria first."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from emonev.evidence.recognition.documents import Document, in_order
from emonev.evidence.recognition.wanted import Wanted
from emonev.model.inventory import Evidence

STAKES = {"JEN-01": Fraction(2), "JEN-02": Fraction(3), "JEN-03": Fraction(0)}


def a_document(name: str, *criteria: str, first: int = 1, rest: int = 0) -> Document:
    evidence = Evidence(path=f"bukti/2024/{name}", bytes=9, sha256=name, format="pdf")
    wanted = Wanted(tuple(range(first)), tuple(range(first, first + rest)))
    return Document((name, "pdf"), (evidence,), frozenset(criteria), wanted)


def order(*documents: Document) -> list[tuple[str, int]]:
    unread = {document.content: document.wanted.pages for document in documents}
    return [(s.document.content[0], s.page) for s in in_order(unread, documents, STAKES)]


def test_the_dearest_criterion_comes_first() -> None:
    assert order(a_document("a", "JEN-01"), a_document("b", "JEN-02")) == [("b", 0), ("a", 0)]


def test_a_file_is_worth_all_the_criteria_that_it_serves() -> None:
    both = a_document("z", "JEN-01", "JEN-02")
    assert order(a_document("a", "JEN-02"), both) == [("z", 0), ("a", 0)]


def test_no_middle_page_comes_before_any_title() -> None:
    dear, cheap = a_document("a", "JEN-02", first=2, rest=2), a_document("b", "JEN-01", rest=1)
    assert order(dear, cheap) == [("a", 0), ("a", 1), ("b", 0), ("a", 2), ("a", 3), ("b", 1)]


def test_where_no_points_are_at_stake_nothing_is_read() -> None:
    assert order(a_document("a", "JEN-03"), a_document("b")) == []


def test_pages_that_were_read_are_out_of_the_queue() -> None:
    document = a_document("a", "JEN-01", first=3)
    assert [s.page for s in in_order({document.content: (2,)}, [document], STAKES)] == [2]


@given(st.permutations([a_document(n, "JEN-01", first=2, rest=1) for n in "abcd"]))
def test_the_order_of_the_inventory_makes_no_difference(documents: list[Document]) -> None:
    assert order(*documents) == order(*sorted(documents, key=lambda each: each.content))
