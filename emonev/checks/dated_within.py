"""The kind `dated-within`: the document is of a year that the criterion allows."""

from collections.abc import Iterable
from typing import Annotated, Literal

from msgspec import Meta

from emonev.checks import answers
from emonev.checks.answers import page_list, pages_without_text, place, proof_of_date, quoted
from emonev.checks.document_years import Time, about, fits, is_just_outside, time_of, years_wanted
from emonev.checks.examples import (
    LATEST,
    PERIOD,
    Example,
    a_case,
    a_date,
    a_document,
    a_recognised_scan,
    a_scan,
)
from emonev.language import say
from emonev.model.case import Case, Exhibit
from emonev.model.check import DocumentCheck
from emonev.model.facts import Facts
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.text import Text
from emonev.model.years import YearRule, Years, resolve_years

RIGHT = Text(
    "Dokumen ini dari {seen}, menurut {basis}: {printed} ({place}); diminta {wanted}.",
    "This document is of {seen}, by {basis}: {printed} ({place}); asked for: {wanted}.",
)
WRONG = Text(
    "Dokumen ini dari {seen}, menurut {basis}: {printed} ({place}), sedangkan yang diminta "
    "{wanted}; serahkan dokumen yang sesuai.",
    "This document is of {seen}, by {basis}: {printed} ({place}), but {wanted} is asked for; hand "
    "in the right one.",
)
PARTLY_INSIDE = Text(
    "Dokumen ini mencakup {seen}, menurut {basis}: {printed} ({place}), dan hanya sebagian "
    "termasuk {wanted}; periksa apakah dapat diterima.",
    "This document covers {seen}, by {basis}: {printed} ({place}), and only part of that is "
    "{wanted}; check whether it can be accepted.",
)
UNSURE = Text(
    "Tahun hanya terlihat pada {basis}: {printed} ({place}); diminta {wanted}. Periksa tahun "
    "dokumen ini.",
    "The year is seen only in {basis}: {printed} ({place}); asked for: {wanted}. Check the "
    "document's year.",
)
SIGNED_NEARBY = Text(
    "Hanya tahun penandatanganan yang terlihat: {printed} ({place}); dokumen itu mungkin tentang "
    "{wanted}. Periksa.",
    "Only the year of signing is seen: {printed} ({place}); the document may still be about "
    "{wanted}. Check it.",
)
WRONG_UNREAD = Text(
    "Yang terlihat {seen}, menurut {basis}: {printed} ({place}), sedangkan yang diminta {wanted}; "
    "tetapi halaman {pages} tanpa teks. Periksa halaman itu.",
    "What is seen is {seen}, by {basis}: {printed} ({place}), where {wanted} is asked for; but "
    "page(s) {pages} have no text. Check those pages.",
)
NO_DATE = Text(
    "Tidak ada tanggal atau tahun yang menunjukkan masa dokumen ini; periksa sendiri, dan "
    "cantumkan tahunnya pada judul.",
    "No date or year tells what time this document is of; check it, and put the year in the title.",
)
NO_DATE_UNREAD = Text(
    "Tidak terlihat tanggal atau tahun; halaman {pages} tanpa teks. Periksa halaman itu.",
    "No date or year is seen; page(s) {pages} have no text. Check those pages.",
)
BASIS = {
    "title": Text("judul", "the title"),
    "about": Text("masa yang disebut dalam dokumen", "the period it names"),
    "signed": Text("tanggal penandatanganan", "the date of signing"),
    "number": Text("nomor dokumen", "the document's number"),
    "text": Text("isi teks", "the running text"),
    "citation": Text("peraturan yang dikutip", "a cited regulation"),
    "property": Text("properti berkas", "the file's properties"),
    "file-name": Text("nama berkas", "the file's name"),
}

SAYS_WHAT = ("title", "about")  # what the document is about
SAYS_WHEN = ("signed", "number")  # when it was made, which is mostly the same year
ROLES: dict[str, tuple[str, ...]] = {
    "about": (*SAYS_WHAT, *SAYS_WHEN),
    "signed": SAYS_WHEN,
    "any": (*SAYS_WHAT, *SAYS_WHEN, "text"),
}


class DatedWithin(DocumentCheck, frozen=True, kw_only=True, tag="dated-within"):
    """The document is of a year that is allowed.

    Which date counts depends on `date`: what the document is *about* (title, budget year, period;
    else signing date or number), when it was *signed*, or *any* date printed in it except those
    of cited regulations. Years come from the check or else from the criterion: `N`, `N-1`,
    `N-2..N`, `latest` (any edition up to N), `period` (a printed span of years that covers N).
    A span that lies only partly in the allowed years, a year seen only in running text, in the
    file's name or its properties, and a document without any date need a person. So does another
    year where a better date may stand on a page without text or badly read: on the cover where no
    title tells the year, on any page where no signing is seen. No digit is ever taken for another.

    It cannot see whether a newer edition exists elsewhere.
    """

    years: Annotated[
        tuple[YearRule, ...],
        Meta(description="allowed years; left out: those of the criterion"),
    ] = ()
    date: Annotated[
        Literal["about", "signed", "any"], Meta(description="which date must lie in those years")
    ] = "about"

    def look_at(self, exhibit: Exhibit, case: Case) -> Finding:
        years = resolve_years(self.years, case.years.evaluated) if self.years else case.years
        times = self._times(exhibit.facts, years)
        if not times or answers.is_blank(exhibit.facts):
            return self._undated(exhibit)
        time = next((one for one in times if fits(one, years) == "inside"), times[0])
        return self._compare(time, years, exhibit)

    def rests_on(self, finding: Finding, facts: Facts) -> Iterable[int]:
        pages = {*super().rests_on(finding, facts)}
        if not pages:  # the years are known, but not from where
            return range(1, len(facts.pages) + 1)
        if finding.outcome is Outcome.NOT_MET:
            pages.update(self._outweighing(facts))
        return pages

    def _outweighing(self, facts: Facts) -> range:
        """Return the pages that may bear a date which outweighs the one that was seen."""
        if self.date == "about":
            last = 0 if facts.years_basis == "title" else 1
        else:
            signed = any(seen.role == "signed" for seen in facts.dates)
            last = 0 if signed and self.date == "signed" else len(facts.pages)
        return range(1, min(last, len(facts.pages)) + 1)

    def _times(self, facts: Facts, years: Years) -> list[Time]:
        """Return the times that may decide; more than one only where any date will do."""
        if self.date == "about":
            return about(facts)
        dates = [seen for seen in facts.dates if seen.role in ROLES[self.date]]
        if self.date == "signed":
            dates = [seen for seen in dates if seen.role == "signed"] or dates
            # A document is as old as its last signature.
            dates = sorted(dates, key=lambda seen: seen.last)[-1:]
        elif not years.unrestricted:
            dates = sorted(dates, key=lambda seen: ROLES["any"].index(seen.role))
        times = [time_of(seen) for seen in dates]
        return times or ([] if self.date == "signed" else about(facts))

    def _compare(self, time: Time, years: Years, exhibit: Exhibit) -> Finding:
        said, path = _said(time, years), exhibit.evidence.path
        proof = Proof(path) if time.seen is None else proof_of_date(time.seen, path)
        fit = fits(time, years)
        if time.basis not in ROLES[self.date]:
            return answers.needs_review(self, say(UNSURE, **said), proof)
        if fit == "inside":
            return answers.met(self, say(RIGHT, **said), proof)
        if fit == "partly":
            return answers.needs_review(self, say(PARTLY_INSIDE, **said), proof)
        if self.date == "about" and time.basis in SAYS_WHEN and is_just_outside(time, years):
            return answers.needs_review(self, say(SIGNED_NEARBY, **said), proof)
        unread = set(pages_without_text(exhibit.facts)).intersection(
            self._outweighing(exhibit.facts)
        )
        if unread:
            message = say(WRONG_UNREAD, **said, pages=page_list(unread))
            return answers.needs_review(self, message, proof)
        return answers.not_met(self, say(WRONG, **said), proof)

    def _undated(self, exhibit: Exhibit) -> Finding:
        if exhibit.facts.text_source == "none":
            return answers.without_text(self, exhibit)
        unread = pages_without_text(exhibit.facts)
        if unread:
            return answers.needs_review(self, say(NO_DATE_UNREAD, pages=page_list(unread)))
        return answers.needs_review(self, NO_DATE)


def _said(time: Time, years: Years) -> dict[str, Text | str]:
    return {
        "seen": time.printed,
        "basis": BASIS.get(time.basis, BASIS["text"]),
        "printed": quoted(time.printed if time.seen is None else time.seen.printed),
        "place": place(None if time.seen is None else time.seen.page),
        "wanted": years_wanted(years),
    }


EXAMPLES = (
    Example(
        name="the year in the title decides, not that of a cited law",
        check=DatedWithin(),
        case=a_case(
            a_document(
                "renja.pdf",
                "RENCANA KERJA TAHUN 2024",
                dates=(
                    a_date("TAHUN 2024", "2024", "title", snippet="RENCANA KERJA TAHUN 2024"),
                    a_date("Nomor 14 Tahun 2008", "2008", "citation"),
                ),
                years=(2024, 2024),
                basis="title",
            )
        ),
        outcome=Outcome.MET,
    ),
    Example(
        name="last year's document is not this year's",
        check=DatedWithin(),
        case=a_case(
            a_document(
                "renja.pdf",
                "RENCANA KERJA TAHUN 2023",
                dates=(a_date("TAHUN 2023", "2023", "title"),),
                years=(2023, 2023),
                basis="title",
            )
        ),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="a strategic plan covers the year by its period",
        check=DatedWithin(years=(PERIOD,)),
        case=a_case(
            a_document(
                "renstra.pdf",
                "RENCANA STRATEGIS 2021-2026",
                dates=(a_date("2021-2026", "2021", "title", last="2026"),),
                years=(2021, 2026),
                basis="title",
            )
        ),
        outcome=Outcome.MET,
    ),
    Example(
        name="an older edition may be the latest",
        check=DatedWithin(years=(LATEST,)),
        case=a_case(
            a_document(
                "lhkpn.pdf",
                "Tahun pelaporan 2022",
                dates=(a_date("Tahun pelaporan 2022", "2022", "about"),),
                years=(2022, 2022),
                basis="about",
            )
        ),
        outcome=Outcome.MET,
    ),
    Example(
        name="a year in the file's name is only a hint",
        check=DatedWithin(),
        case=a_case(
            a_document(
                "renja 2024.pdf",
                "RENCANA KERJA",
                dates=(a_date("2024", "2024", "file-name", page=None),),
                years=(2024, 2024),
                basis="file-name",
            )
        ),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="another year on a page that OCR read badly",
        check=DatedWithin(),
        case=a_case(
            a_recognised_scan(
                "renja.pdf",
                "RENCANA KERJA TAHUN 2023",
                confidence=55,
                dates=(a_date("TAHUN 2023", "2023", "title"),),
                years=(2023, 2023),
                basis="title",
            )
        ),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="a scan has no date that can be read",
        check=DatedWithin(date="signed"),
        case=a_case(a_scan()),
        outcome=Outcome.NEEDS_REVIEW,
    ),
)
