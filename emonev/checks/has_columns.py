"""The kind `has-columns`: a table has the columns that are asked for."""

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from typing import Annotated

from msgspec import Meta, Struct

from emonev.checks import answers
from emonev.checks.answers import page_list, pages_without_text, place, quoted
from emonev.checks.confidence import recognised, taken_for
from emonev.checks.examples import Example, a_case, a_document, a_recognised_scan, a_scan
from emonev.checks.phrases import any_hit, closest, hits_of, misreading, normal, proof_of_hit
from emonev.language import say
from emonev.model.case import Case, Exhibit
from emonev.model.check import DocumentCheck
from emonev.model.facts import DocumentText, Facts, Table
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.text import Text
from emonev.normalise import Hit

HAS_ALL = Text(
    "Tabel {table} memuat semua kolom yang diminta ({columns}) dan {rows} baris.",
    "The table {table} has all columns asked for ({columns}) and {rows} row(s).",
)
HEADER_IN_TEXT = Text(
    "Kepala tabel dengan kolom {columns} tercetak pada {place}; jumlah barisnya tidak dihitung.",
    "A table head with the columns {columns} is printed on {place}; its rows were not counted.",
)
ROWS_UNKNOWN = Text(
    "Kepala tabel dengan kolom {columns} tercetak pada {place}; periksa apakah isinya paling "
    "sedikit {wanted} baris.",
    "A table head with the columns {columns} is printed on {place}; check that at least {wanted} "
    "rows stand below it.",
)
TOO_FEW_ROWS = Text(
    "Tabel {table} memuat semua kolom, tetapi hanya {rows} dari {wanted} baris; lengkapi isinya.",
    "The table {table} has all columns but only {rows} of {wanted} rows; complete it.",
)
LACKS = Text(
    "Tabel {table} tidak memuat kolom {missing}; tambahkan kolom itu.",
    "The table {table} lacks the columns {missing}; add them.",
)
IS_HIDDEN = Text(
    "Kolom yang diminta hanya ada pada lembar tersembunyi {table}; tampilkan lembar itu.",
    "The columns asked for stand only on the hidden sheet {table}; unhide it.",
)
NO_TABLE = Text(
    "Tidak ada tabel dengan kolom {wanted}; serahkan daftar yang memuatnya.",
    "There is no table with the columns {wanted}; hand in a list that has them.",
)
SCATTERED = Text(
    "Nama kolom {columns} tercetak pada dokumen ini, tetapi tidak terlihat sebagai satu kepala "
    "tabel; periksa tabelnya.",
    "The column names {columns} are printed in this document, but not seen as one table head; "
    "check the table.",
)
PAGES_UNREAD = Text(
    "Tabel dengan kolom {wanted} tidak terlihat, tetapi halaman {pages} tanpa teks; periksa "
    "halaman itu.",
    "No table with the columns {wanted} was seen, but page(s) {pages} have no text; check them.",
)

WORDS_PER_COLUMN = 8  # a head's cells are wrapped and explained in brackets


class Fit(Struct, frozen=True):
    """A table, and which of the columns asked for it lacks."""

    table: Table
    missing: tuple[str, ...]
    share: Fraction


class HasColumns(DocumentCheck, frozen=True, kw_only=True, tag="has-columns"):
    """One table has all the columns asked for, and enough rows below them.

    Each column may go by several names; a name counts where it stands in a header cell. Sheets of
    XLSX, XLS, ODS and CSV and tables of DOCX, PPTX and HTML are looked at. A PDF has no tables, so
    there the names must be printed close together on one page, as a table's head is; rows are then
    not counted. On pages read by OCR names also count as recognition misreads them. Columns on a
    hidden sheet need a person. Where columns are missing, the share is the part that is there.

    It cannot see whether the cells below are filled with sense.
    """

    needs_text = True

    all_of: Annotated[
        tuple[tuple[str, ...], ...],
        Meta(
            min_length=1,
            description="the columns; each a name, or a list of names for the same column",
        ),
    ]
    at_least: Annotated[
        int, Meta(ge=0, le=1_000_000, description="how many rows must stand below the header")
    ] = 1

    def look_at(self, exhibit: Exhibit, case: Case) -> Finding:  # noqa: ARG002 - one form for all kinds
        if exhibit.facts.tables:
            fits = sorted(map(self._fit, exhibit.facts.tables), key=_worth)
            # A document with tables may still hold the wanted one as plain text.
            if fits[-1].share or exhibit.text is None:
                return self._of_table(fits[-1], exhibit.evidence.path)
        if exhibit.text is None:
            return answers.without_text(self, exhibit)
        return self._of_text(exhibit, exhibit.text)

    def rests_on(self, finding: Finding, facts: Facts) -> Iterable[int]:
        if finding.outcome is Outcome.MET or facts.tables:
            return super().rests_on(finding, facts)
        return range(1, len(facts.pages) + 1)

    def _fit(self, table: Table) -> Fit:
        cells = tuple(normal(cell) for cell in table.header)
        missing = tuple(names[0] for names in self.all_of if any_hit(names, cells) is None)
        return Fit(table, missing, 1 - Fraction(len(missing), len(self.all_of)))

    def _of_table(self, fit: Fit, path: str) -> Finding:
        table, name = fit.table, quoted(fit.table.name or "1")
        proof = Proof(path, table.page, " | ".join(table.header)[: answers.SNIPPET])
        if fit.missing:
            message = say(LACKS, table=name, missing=answers.all_of(fit.missing))
            return answers.partly(self, fit.share, message, proof)
        if table.hidden:
            return answers.needs_review(self, say(IS_HIDDEN, table=name), proof)
        if table.rows < self.at_least:
            message = say(TOO_FEW_ROWS, table=name, rows=table.rows, wanted=self.at_least)
            return answers.not_met(self, message, proof)
        message = say(HAS_ALL, table=name, columns=self._names(), rows=table.rows)
        return answers.met(self, message, proof)

    def _of_text(self, exhibit: Exhibit, text: DocumentText) -> Finding:
        groups = self._printed(text, recognised(exhibit.facts))
        path = exhibit.evidence.path
        head = self._head(groups, text)
        if head is not None:
            return self._of_printed_head(exhibit, head, text)
        unread = pages_without_text(exhibit.facts)
        if unread:
            said = say(PAGES_UNREAD, wanted=self._names(), pages=page_list(unread))
            return answers.needs_review(self, said)
        scattered = [group[0] for group in groups] if all(groups) else self._in_pieces(text)
        if scattered:
            proofs = [proof_of_hit(hit, text, path) for hit in scattered[:5]]
            return answers.needs_review(self, say(SCATTERED, columns=self._names()), *proofs)
        return answers.not_met(self, say(NO_TABLE, wanted=self._names()))

    def _printed(self, text: DocumentText, forgive: Collection[int]) -> list[list[Hit]]:
        """Return for each column where one of its names is printed, in reading order."""
        return [
            sorted(
                (hit for name in names for hit in hits_of(name, text.normal, forgive=forgive)),
                key=lambda hit: (hit.page, hit.start),
            )
            for names in self.all_of
        ]

    def _head(self, groups: Sequence[Sequence[Hit]], text: DocumentText) -> list[Hit] | None:
        """Return one hit of each group where they stand as close as the cells of a head."""
        found = closest(groups, text.normal)
        near = found is not None and found[0] <= WORDS_PER_COLUMN * len(self.all_of)
        return found[1] if found is not None and near else None

    def _in_pieces(self, text: DocumentText) -> list[Hit] | None:
        """Return a head whose names are broken over lines, so that cells beside stand in between.

        "Penanggung | Waktu" above "Jawab | Pembuatan": the text, line by line, has no
        "penanggung jawab".
        """
        words: dict[str, None] = {}
        for names in self.all_of:
            pieces = _pieces(names, text.normal)
            if not pieces:
                return None
            words |= dict.fromkeys(pieces)
        groups = [list(hits_of(word, text.normal)) for word in words]
        return self._head(groups, text) if all(groups) else None

    def _of_printed_head(
        self, exhibit: Exhibit, head: Sequence[Hit], text: DocumentText
    ) -> Finding:
        proofs = [proof_of_hit(hit, text, exhibit.evidence.path) for hit in head[:5]]
        said = {"columns": self._names(), "place": place(head[0].page + 1)}
        enough = self.at_least <= 1 or exhibit.facts.list_items >= self.at_least
        message = say(HEADER_IN_TEXT if enough else ROWS_UNKNOWN, **said, wanted=self.at_least)
        message = self._with_misreading(message, head, text)
        answer = answers.met if enough else answers.needs_review
        return answer(self, message, *proofs)

    def _with_misreading(self, message: Text, head: Sequence[Hit], text: DocumentText) -> Text:
        """Return the message with the first name that was read in another spelling."""
        for hit, names in zip(head, self.all_of, strict=True):
            spelt = [misreading(name, hit, text.normal) for name in names]
            if spelt[0] is not None and None not in spelt:
                return taken_for(message, spelt[0], names[0])
        return message

    def _names(self) -> Text:
        return answers.all_of([names[0] for names in self.all_of])


def _pieces(names: Sequence[str], pages: Sequence[str]) -> list[str]:
    """Return the words of the first of a column's names whose words all stand somewhere."""
    split = (normal(name).split() for name in names)
    whole = (w for w in split if all(any(word in page for page in pages) for word in w))
    return next(whole, [])


def _worth(fit: Fit) -> tuple[Fraction, bool, int]:
    return fit.share, not fit.table.hidden, fit.table.rows


_REGISTER = HasColumns(
    all_of=(("nama pemohon", "pemohon"), ("tanggal",), ("informasi yang diminta", "informasi"))
)

EXAMPLES = (
    Example(
        name="a register with all columns, by one name or another",
        check=_REGISTER,
        case=a_case(
            a_document(
                "register.xlsx",
                "No Tanggal Pemohon Informasi yang Diminta",
                tables=(
                    Table("2024", ("No", "Tanggal", "Pemohon", "Informasi yang Diminta"), 31, 4),
                ),
            )
        ),
        outcome=Outcome.MET,
    ),
    Example(
        name="two columns of three are two thirds",
        check=_REGISTER,
        case=a_case(
            a_document(
                "register.xlsx",
                "No Tanggal Pemohon",
                tables=(Table("2024", ("No", "Tanggal", "Pemohon"), 31, 3),),
            )
        ),
        outcome=Outcome.PARTLY,
        share=Fraction(2, 3),
    ),
    Example(
        name="a table head printed in a PDF",
        check=_REGISTER,
        case=a_case(
            a_document(
                "register.pdf", "REGISTER\nNo  Tanggal  Nama Pemohon  Informasi yang Diminta"
            )
        ),
        outcome=Outcome.MET,
    ),
    Example(
        name="a text without such a table",
        check=_REGISTER,
        case=a_case(a_document("maklumat.pdf", "Maklumat pelayanan informasi")),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="a hidden sheet is not shown to the public",
        check=_REGISTER,
        case=a_case(
            a_document(
                "register.xlsx",
                "Tanggal Pemohon Informasi",
                tables=(Table("arsip", ("Tanggal", "Pemohon", "Informasi"), 9, 3, hidden=True),),
            )
        ),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="a table head that OCR read",
        check=_REGISTER,
        case=a_case(
            a_recognised_scan(
                "register.pdf", "No | Tanggai | Nama Pem0hon | Informasi yang Diminta"
            )
        ),
        outcome=Outcome.MET,
    ),
    Example(
        name="a scanned register is not readable here",
        check=_REGISTER,
        case=a_case(a_scan()),
        outcome=Outcome.NEEDS_REVIEW,
    ),
)
