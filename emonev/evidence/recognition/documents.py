"""The documents with pages for OCR that serve a criterion which asks for words, and their order."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from emonev.evidence.cache import Content
from emonev.evidence.library import Library, content_of
from emonev.evidence.recognition.wanted import Wanted, wanted_in
from emonev.model.inventory import Evidence

# The points that each of some criteria can still gain, by what is known at a stage of the run.
Stakes = Callable[[Collection[str], str], Mapping[str, Fraction]]

_NOTHING = Fraction(0)


class Document(Struct, frozen=True):
    """One content: the files that hold it, by path, and which of its pages want OCR."""

    content: Content
    files: tuple[Evidence, ...]
    criteria: frozenset[str]
    wanted: Wanted


class Sought(Struct, frozen=True):
    """One page (from 0) that is to be read now."""

    document: Document
    page: int


def documents_for(
    files: Sequence[Evidence], library: Library, criteria: Collection[str]
) -> tuple[Document, ...]:
    """Return the documents that serve one of these criteria and have pages for OCR."""
    holders: dict[Content, list[Evidence]] = {}
    for file in files:
        if file.sha256:
            holders.setdefault(content_of(file), []).append(file)
    return tuple(_documents(holders, library, frozenset(criteria)))


def _documents(
    holders: Mapping[Content, Sequence[Evidence]], library: Library, asking: frozenset[str]
) -> Iterator[Document]:
    for content, files in holders.items():
        served = asking.intersection(id_ for file in files for id_ in file.criteria)
        if not served:
            continue
        facts = library.exhibit(files[0].path, with_text=False).facts
        wanted = wanted_in(facts)
        if wanted.pages:
            yield Document(content, tuple(files), served, wanted)


def in_order(
    unread: Mapping[Content, Collection[int]],
    documents: Sequence[Document],
    stakes: Mapping[str, Fraction],
) -> list[Sought]:
    """Return the unread pages that could move points, the most valuable first.

    The telling pages of every document come before the middle pages of any: when time runs out,
    many documents with a title, a date and a signature are worth more than a few read to the end.
    Among these, those come first whose criteria have most points at stake.
    """
    ranked = [
        (page not in document.wanted.first, -at_stake, document.files[0].path, page, document)
        for document in documents
        if (at_stake := _at_stake(document, stakes))
        for page in unread[document.content]
    ]
    ranked.sort(key=lambda row: row[:4])
    return [Sought(document, page) for *_, page, document in ranked]


def _at_stake(document: Document, stakes: Mapping[str, Fraction]) -> Fraction:
    return sum((stakes.get(id_, _NOTHING) for id_ in document.criteria), _NOTHING)
