"""PDF: text page by page, the type it stands in, how the file is made, and what is odd about it.

pdfium keeps its state in one place, so one process reads one file at a time, without threads.
"""

from dataclasses import dataclass, field
from pathlib import Path

from emonev.evidence.limits import Limits
from emonev.evidence.readers import pdf_document as document
from emonev.evidence.readers import pdf_notes as notes
from emonev.evidence.readers import problems
from emonev.evidence.readers.pdf_layout import lines_of
from emonev.evidence.readers.pdf_page import PageSeen, see_page
from emonev.evidence.readers.pdf_signatures import signatures_of
from emonev.evidence.reading import Line, Reading
from emonev.model.facts import LinkSeen, Note, Problem

_MORE_TITLE_PAGES = 5  # looked at behind a cover that is a picture
_LINKS = 500
_PAGES_IN_VAIN = 64  # a page tree that lies about its length


def read(path: Path, limits: Limits) -> Reading:
    """Return the content of a PDF file."""
    if path.stat().st_size > limits.bytes:
        raise problems.too_many_bytes(limits.bytes)
    data = path.read_bytes()
    with document.opened(data) as handle:
        if isinstance(handle, Problem):
            return Reading(format="pdf", problem=handle)
        return _read_opened(handle, data, limits)


def _read_opened(handle: document.Handle, data: bytes, limits: Limits) -> Reading:
    count = document.page_count(handle)
    seen = _see_pages(handle, count, limits)
    if not seen.pages or all(page.broken for page in seen.pages):
        return Reading(format="pdf", page_count=count, problem=notes.no_pages(count))
    signatures = signatures_of(handle, data)
    return Reading(
        format="pdf",
        texts=tuple(page.text for page in seen.pages),
        pages=tuple(page.page for page in seen.pages),
        page_count=count,
        lines=tuple(seen.lines),
        links=tuple(seen.links[:_LINKS]),
        signatures=signatures,
        properties=document.properties_of(handle),
        notes=(
            *_notes_on_file(handle, data),
            *notes.on_signatures(signatures),
            *notes.on_pages(seen.pages, count),
        ),
    )


@dataclass
class _Seen:
    pages: list[PageSeen] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    links: list[LinkSeen] = field(default_factory=list)
    characters: int = 0
    title_pages: int = 0
    in_vain: int = 0


def _see_pages(handle: document.Handle, count: int, limits: Limits) -> _Seen:
    seen = _Seen()
    for index in range(min(count, limits.pages)):
        _see_one(handle, index, seen, limits)
        if seen.characters > limits.characters or seen.in_vain > _PAGES_IN_VAIN:
            break
    return seen


def _see_one(handle: document.Handle, index: int, seen: _Seen, limits: Limits) -> None:
    wants_lines = (
        seen.title_pages < limits.title_pages and index < limits.title_pages + _MORE_TITLE_PAGES
    )
    with document.page_of(handle, index) as (page, text_page):
        shown = see_page(handle, page, text_page, index)
        if wants_lines and shown.page.characters:
            found = lines_of(page, text_page, shown.raw, index + 1)
            seen.lines += found
            seen.title_pages += 1 if found else 0
    seen.pages.append(shown)
    seen.links += shown.links
    seen.characters += len(shown.text)
    seen.in_vain = seen.in_vain + 1 if shown.broken else 0


def _notes_on_file(handle: document.Handle, data: bytes) -> list[Note]:
    found = []
    if document.is_encrypted(handle):
        found.append(notes.ENCRYPTED_OPEN)
    if document.was_rebuilt(handle):
        found.append(notes.REBUILT)
    if document.runs_javascript(handle, data):
        found.append(notes.JAVASCRIPT)
    attachments = document.attachment_count(handle)
    if attachments:
        found.append(notes.attachments(attachments))
    return found
