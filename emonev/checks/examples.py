"""What the examples of a check kind are made of: a check, what is handed in, and the outcome.

The examples of every kind are run by the tests and printed in `criteria/README.md`.
"""

from fractions import Fraction
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from emonev.checks.asking import Heard, ask
from emonev.checks.confidence import as_sure_as_read
from emonev.model.case import Case, Exhibit
from emonev.model.check import Check, CollectionCheck, DocumentCheck, JoinedCheck
from emonev.model.facts import (
    DateSeen,
    DocumentText,
    Facts,
    Page,
    Picture,
    Problem,
    Signature,
    Table,
    TextSource,
    Title,
)
from emonev.model.finding import Finding, Outcome
from emonev.model.inventory import Evidence
from emonev.model.portal import Portal
from emonev.model.text import Text
from emonev.model.years import YearRule, resolve_years
from emonev.normalise import normalise

Basis = Literal["style", "layout", "property", "file-name"]
Role = Literal["title", "signed", "about", "number", "citation", "text", "property", "file-name"]

EVALUATED = 2024
THIS_YEAR = YearRule("years")
PERIOD = YearRule("period")
LATEST = YearRule("latest")


class Example(Struct, frozen=True, kw_only=True):
    """One case that a kind answers. `name` is a claim; `count` and `share` where they matter."""

    name: str
    check: Check
    case: Case
    outcome: Outcome
    share: Fraction | None = None
    count: int | None = None

    def finding(self) -> Finding:
        """Return what the check answers to the case; one that looks at documents sees the first."""
        if isinstance(self.check, JoinedCheck):
            asked = ask(self.check, self.case)
            return (asked if isinstance(asked, Heard) else asked[0]).finding
        if isinstance(self.check, CollectionCheck):
            return self.check.look_at_all(self.case)
        if isinstance(self.check, DocumentCheck):
            document = self.case.exhibits[0]
            return as_sure_as_read(self.check, self.check.look_at(document, self.case), document)
        raise TypeError(type(self.check).__name__)


def a_case(
    *exhibits: Exhibit,
    links: tuple[str, ...] = (),
    years: tuple[YearRule, ...] = (THIS_YEAR,),
    portal: Portal | None = None,
) -> Case:
    """Return a case of the e-Monev year 2024 whose criterion asks for a document of that year."""
    return Case(
        criterion="CON-01",
        years=resolve_years(years, EVALUATED),
        portal=portal or Portal(),
        exhibits=exhibits,
        links=links,
    )


def a_document(  # noqa: PLR0913 - a builder: each call names the few that its example is about
    path: str = "dokumen.pdf",
    *texts: str,
    format: str | None = None,  # noqa: A002 - the model's word
    bytes: int = 250_000,  # noqa: A002 - the model's word
    titles: tuple[Title, ...] = (),
    dates: tuple[DateSeen, ...] = (),
    years: tuple[int, int] | None = None,
    basis: str = "",
    tables: tuple[Table, ...] = (),
    signatures: tuple[Signature, ...] = (),
    list_items: int = 0,
    picture: Picture | None = None,
    pages: tuple[Page, ...] | None = None,
    problem: Problem | None = None,
) -> Exhibit:
    """Return a document with one page for each text; an empty text makes a scanned page."""
    name = format or path.rpartition(".")[2]
    source: TextSource = "layer" if any(texts) else "none"
    facts = Facts(
        format=name,
        problem=problem,
        text_source=source,
        page_count=len(texts) or None,
        pages=tuple(_page(text) for text in texts) if pages is None else pages,
        titles=titles,
        dates=dates,
        years_about=years,
        years_basis=basis,
        tables=tables,
        signatures=signatures,
        list_items=list_items,
        picture=picture,
    )
    text = DocumentText(texts, tuple(normalise(one) for one in texts)) if any(texts) else None
    evidence = Evidence(path=path, bytes=bytes, sha256="0" * 64, format=name)
    return Exhibit(evidence, facts, text)


def a_scan(path: str = "pindaian.pdf", pages: int = 1) -> Exhibit:
    """Return a scanned document: pictures of pages, no text."""
    return a_document(path, *[""] * pages)


def a_recognised_scan(path: str, *texts: str, confidence: int = 91, **facts: Any) -> Exhibit:
    """Return a scanned document whose pages OCR has read; `facts` as for `a_document`."""
    pages = tuple(
        Page(len(text), "ocr", has_picture=True, confidence=confidence if text else 0)
        for text in texts
    )
    scan = a_document(path, *texts, pages=pages, **facts)
    read = replace(scan.facts, text_source="ocr", recognised_by="tesseract 5.3.0 ind")
    return replace(scan, facts=read)


def a_broken_file(path: str = "rusak.pdf") -> Exhibit:
    """Return a file that no reader could open."""
    message = Text("Berkas rusak; buat ulang dari aslinya.", "The file is damaged; make it anew.")
    return a_document(path, problem=Problem("damaged", message))


def a_title(
    text: str, strength: float = 1.0, *, basis: Basis = "layout", page: int | None = 1
) -> Title:
    """Return a title candidate as the analysis of a layout gives it."""
    return Title(text, normalise(text), basis, strength, page)


def a_date(
    printed: str, first: str, role: Role, *, last: str = "", page: int | None = 1, snippet: str = ""
) -> DateSeen:
    """Return a date as the analysis saw it."""
    return DateSeen(printed, first, last or first, role, page, snippet or printed)


def _page(text: str) -> Page:
    if text:
        return Page(len(text))
    return Page(0, "none", has_picture=True)
