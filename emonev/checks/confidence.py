"""How far a finding holds that rests on pages read by OCR: it says so, and how sure the reading was.

A page that was badly read decides nothing. What was found on it may be misread, and what was not
found may stand there all the same; so the finding waits for a person, whichever way it went. Of a
picture (a poster, a photograph) OCR reads some words surely and passes over others without a sign,
so a picture may pass, but it never fails.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from emonev.checks import answers
from emonev.checks.answers import page_list, quoted
from emonev.language import say
from emonev.model.case import Exhibit
from emonev.model.check import DocumentCheck
from emonev.model.facts import Facts, Page
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.text import Text

READ_BY_OCR = Text(
    "{message} Dibaca dengan OCR, keyakinan {confidence} % (halaman {pages}).",
    "{message} Read by OCR with {confidence}% confidence (page {pages}).",
)
_READING_ID = re.compile(r" Dibaca dengan OCR, keyakinan [0-9–]+ % \(halaman [0-9–, ]+\)\.$")
_READING_EN = re.compile(r" Read by OCR with [0-9–]+% confidence \(page [0-9–, ]+\)\.$")
MAYBE_MISREAD = Text(
    "{message} Dibaca dengan OCR, keyakinan {confidence} %; periksa halaman {pages}.",
    "{message} Read by OCR with {confidence}% confidence; check page(s) {pages}.",
)
MAYBE_MISSED = Text(
    "{message} Namun, halaman {pages} dibaca dengan OCR, keyakinan {confidence} %; periksa halaman "
    "itu dahulu.",
    "{message} But page(s) {pages} were read by OCR with {confidence}% confidence; check them first.",
)
TAKEN_FOR = Text(
    "{message} Tertulis {printed}, dibaca sebagai {phrase}.",
    "{message} It reads {printed}, taken for {phrase}.",
)
MAYBE_IN_PICTURE = Text(
    "{message} Namun, ini gambar yang dibaca dengan OCR, keyakinan {confidence} %, dan huruf hias "
    "sering terlewat; periksa gambar itu dahulu.",
    "{message} But this is a picture read by OCR with {confidence}% confidence, which often misses "
    "decorated letters; check it first.",
)
MEANINGLESS = Text(
    "{message} Namun, teks di balik halaman {pages} tidak bermakna; periksa halaman itu dahulu.",
    "{message} But the text behind page(s) {pages} makes no sense; check them first.",
)


def as_sure_as_read(check: DocumentCheck, finding: Finding, exhibit: Exhibit) -> Finding:
    """Return the finding with what must be said of its pages; in doubt it needs review."""
    if finding.outcome is Outcome.ERROR:
        return finding
    pages = dict(_foreign_pages(check.rests_on(finding, exhibit.facts), exhibit.facts))
    unsure = {number: page for number, page in pages.items() if is_unsure(page)}
    if unsure and not finding.outcome.is_pending:
        return _doubted(check, finding, unsure, exhibit.evidence.path)
    read = {number: page for number, page in pages.items() if page.source == "ocr"}
    if read and exhibit.facts.picture is not None and _is_no(finding):
        message = _said(MAYBE_IN_PICTURE, finding, read)
        return answers.needs_review(check, message, *finding.proofs)
    return replace(finding, message=_said(READ_BY_OCR, finding, read)) if read else finding


def is_unsure(page: Page) -> bool:
    """Say whether what was read on the page decides nothing."""
    return page.is_unsure or (page.rubbish and page.source == "layer")


def recognised(facts: Facts) -> tuple[int, ...]:
    """Return the pages, counted from 0, that were read by OCR."""
    return tuple(n for n, page in enumerate(facts.pages) if page.source == "ocr")


def taken_for(message: Text, printed: str, phrase: str) -> Text:
    """Return the message, and which misread words were taken for which."""
    return say(TAKEN_FOR, message=message, printed=quoted(printed), phrase=quoted(phrase))


def said_once(messages: Sequence[Text]) -> list[Text]:
    """Return the messages of one finding, what they say alike of the reading only at the last."""
    said: set[Text] = set()
    shorter = []
    for message in reversed(messages):
        reading = _reading_in(message)
        shorter.append(_without(reading, message) if reading in said else message)
        said.add(reading)
    return shorter[::-1]


def percentages(pages: Iterable[Page]) -> str:
    """Return how sure the reading of these pages was: "58", or "41–58"."""
    all_of_them = [page.confidence or 0 for page in pages]
    lowest, highest = min(all_of_them), max(all_of_them)
    return str(lowest) if lowest == highest else f"{lowest}–{highest}"


def _foreign_pages(numbers: Iterable[int], facts: Facts) -> Iterator[tuple[int, Page]]:
    """Yield the pages whose words do not come from a good text layer, with their numbers."""
    for number in numbers:
        if 0 < number <= len(facts.pages):
            page = facts.pages[number - 1]
            if page.characters and (page.source == "ocr" or page.rubbish):
                yield number, page


def _is_no(finding: Finding) -> bool:
    return finding.outcome in {Outcome.NOT_MET, Outcome.PARTLY}


def _doubted(check: DocumentCheck, finding: Finding, unsure: dict[int, Page], path: str) -> Finding:
    misread = {number: page for number, page in unsure.items() if page.source == "ocr"}
    seen = MAYBE_MISREAD if finding.outcome is Outcome.MET else MAYBE_MISSED
    message = _said(seen if misread else MEANINGLESS, finding, misread or unsure)
    shown = any(proof.page in unsure for proof in finding.proofs)
    where = () if shown else (Proof(path, min(misread or unsure)),)
    return answers.needs_review(check, message, *finding.proofs, *where)


def _said(template: Text, finding: Finding, pages: dict[int, Page]) -> Text:
    confidence = percentages(pages.values())
    return say(template, message=finding.message, confidence=confidence, pages=page_list(pages))


def _reading_in(message: Text) -> Text:
    """Return how the message ends where it says that OCR read its pages; else nothing."""
    id_, en = _READING_ID.search(message.id), _READING_EN.search(message.en)
    return Text(id_[0], en[0]) if id_ and en else Text("", "")


def _without(ending: Text, message: Text) -> Text:
    return Text(message.id.removesuffix(ending.id), message.en.removesuffix(ending.en))
