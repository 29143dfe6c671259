"""The kind `counted`: a list is long enough."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Annotated, Literal

from msgspec import Meta

from emonev.checks import answers
from emonev.checks.answers import ONE, page_list, pages_without_text
from emonev.checks.examples import Example, a_case, a_document, a_recognised_scan, a_scan
from emonev.checks.phrases import normal
from emonev.language import Value, say
from emonev.model.case import Case, Exhibit
from emonev.model.check import DocumentCheck
from emonev.model.facts import Facts, Table
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.text import Text

What = Literal["rows", "numbered", "items", "pages", "files"]

ENOUGH = Text(
    "Terhitung {count} {what}; diminta paling sedikit {wanted}.",
    "Counted {count} {what}; at least {wanted} asked for.",
)
TOO_FEW = Text(
    "Terhitung {count} {what} dari {wanted} yang diminta; tambahkan {missing} lagi.",
    "Counted {count} {what} of the {wanted} asked for; add {missing} more.",
)
MAYBE_MORE = Text(
    "Terhitung {count} {what}, tetapi halaman {pages} tanpa teks; hitung sendiri apakah ada "
    "{wanted}.",
    "Counted {count} {what}, but page(s) {pages} have no text; count whether there are {wanted}.",
)
NOT_COUNTABLE = Text(
    "Tabel dalam dokumen ini tidak dapat dihitung; hitung sendiri apakah ada {wanted} {what}, atau "
    "serahkan sebagai XLSX.",
    "Tables in this document cannot be counted; count whether there are {wanted} {what}, or hand "
    "it in as XLSX.",
)
WHAT: dict[What, Text] = {
    "rows": Text("baris tabel", "table rows"),
    "numbered": Text("baris bernomor", "numbered rows"),
    "items": Text("butir daftar", "list items"),
    "pages": Text("halaman", "pages"),
    "files": Text("berkas yang dapat dibaca", "readable files"),
}


class Counted(DocumentCheck, frozen=True, kw_only=True, tag="counted"):
    """A list has at least so many entries; the number is kept for scoring by `tiers`.

    `rows` are filled rows below the header of the largest visible table, together with those of
    tables that repeat its header; `numbered` counts only those that start with a running number;
    `items` are numbered or bulleted entries outside tables; `pages` and `files` are what they say.
    Where a document has no tables that can be seen (PDF), rows are counted as list items, and too
    few of them mean that a person must count; so do entries on pages that OCR read badly. With fewer than asked, the share is the part that is
    there.

    It cannot see whether two rows say the same.
    """

    at_least: Annotated[int, Meta(ge=1, le=1_000_000, description="how many are asked for")] = 1
    what: Annotated[What, Meta(description="what is counted")] = "rows"

    def look_at(self, exhibit: Exhibit, case: Case) -> Finding:
        facts, path = exhibit.facts, exhibit.evidence.path
        if self.what == "files":
            readable = [one for one in case.exhibits if one.facts.problem is None]
            return self._answer(len(readable), Proof(path))
        if self.what == "pages":
            count = facts.page_count or len(facts.pages) or 1
            return self._answer(count, Proof(path))
        tables = [table for table in facts.tables if not table.hidden]
        if self.what in {"rows", "numbered"} and tables:
            return self._of_tables(_same_list(tables), path)
        if facts.text_source == "none":
            return answers.without_text(self, exhibit)
        return self._of_items(facts, path)

    def rests_on(self, finding: Finding, facts: Facts) -> Iterable[int]:  # noqa: ARG002 - one form for all kinds
        if self.what in {"pages", "files"} or any(not table.hidden for table in facts.tables):
            return ()
        return range(1, len(facts.pages) + 1)

    def _of_tables(self, tables: Sequence[Table], path: str) -> Finding:
        rows = self.what == "rows"
        count = sum(table.rows if rows else table.numbered for table in tables)
        proof = Proof(path, tables[0].page, " | ".join(tables[0].header)[: answers.SNIPPET])
        return self._answer(count, proof)

    def _of_items(self, facts: Facts, path: str) -> Finding:
        count, proof = facts.list_items, Proof(path)
        if count >= self.at_least:
            return self._answer(count, proof)
        said: dict[str, Value] = {"count": count, "what": WHAT[self.what], "wanted": self.at_least}
        unread = pages_without_text(facts)
        if unread:
            return answers.needs_review(
                self, say(MAYBE_MORE, **said, pages=page_list(unread)), proof
            )
        if self.what != "items" and facts.format == "pdf":
            return answers.needs_review(self, say(NOT_COUNTABLE, **said), proof)
        return self._answer(count, proof)

    def _answer(self, count: int, proof: Proof) -> Finding:
        said: dict[str, Value] = {"count": count, "what": WHAT[self.what], "wanted": self.at_least}
        if count >= self.at_least:
            return answers.met(self, say(ENOUGH, **said), proof, count=count)
        message = say(TOO_FEW, **said, missing=self.at_least - count)
        share = min(ONE, Fraction(count, self.at_least))
        return answers.partly(self, share, message, proof, count=count)


def _same_list(tables: Sequence[Table]) -> list[Table]:
    """Return the longest table and those that repeat its header: one list over several sheets."""
    longest = max(tables, key=lambda table: (table.rows, table.numbered))
    header = _header(longest)
    return [table for table in tables if table is longest or (header and _header(table) == header)]


def _header(table: Table) -> tuple[str, ...]:
    return tuple(normal(cell) for cell in table.header if cell.strip())


_HEADER = ("No", "Informasi", "Penanggung jawab")

EXAMPLES = (
    Example(
        name="a list over two sheets is one list",
        check=Counted(at_least=20),
        case=a_case(
            a_document(
                "dip.xlsx",
                "Daftar Informasi Publik",
                tables=(
                    Table("I", _HEADER, 14, 3),
                    Table("II", _HEADER, 9, 3),
                    Table("kontak", ("Nama", "Telepon"), 5, 2),
                ),
            )
        ),
        outcome=Outcome.MET,
        count=23,
    ),
    Example(
        name="fifteen of twenty are three quarters",
        check=Counted(at_least=20),
        case=a_case(a_document("dip.xlsx", "DIP", tables=(Table("DIP", _HEADER, 15, 3),))),
        outcome=Outcome.PARTLY,
        share=Fraction(3, 4),
        count=15,
    ),
    Example(
        name="an empty table holds nothing",
        check=Counted(at_least=20),
        case=a_case(a_document("dip.xlsx", "DIP", tables=(Table("DIP", _HEADER, 0, 3),))),
        outcome=Outcome.NOT_MET,
        count=0,
    ),
    Example(
        name="a table in a PDF has to be counted by a person",
        check=Counted(at_least=20),
        case=a_case(a_document("dip.pdf", "Daftar Informasi Publik", list_items=3)),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="entries on a page that OCR read badly have to be counted by a person",
        check=Counted(what="items", at_least=3),
        case=a_case(
            a_recognised_scan("daftar.pdf", "1. Profil 2. Anggaran", list_items=2, confidence=52)
        ),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="files are counted over the whole criterion",
        check=Counted(at_least=2, what="files"),
        case=a_case(a_scan("surat-1.pdf"), a_scan("surat-2.pdf")),
        outcome=Outcome.MET,
        count=2,
    ),
)
