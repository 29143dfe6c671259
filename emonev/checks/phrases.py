"""Where phrases stand in a text: exactly, as recognition misread them, or close together.

`forgive` names the pages, counted from 0, on which a misread phrase counts where no page has the
exact one: those read by OCR, or all where a rubric says `tolerant`. On others none ever does.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from emonev.model.facts import DocumentText
from emonev.model.finding import Proof
from emonev.normalise import Hit, find_phrase, normalise, printed_span, proof_at, proof_of

_ROOM = 40  # white space and hyphens that the printed words may have in them

normal = cache(normalise)


def hits_of(phrase: str, pages: Sequence[str], *, forgive: Collection[int] = ()) -> Iterator[Hit]:
    """Yield where the phrase stands, in reading order; misread places only if there is no exact."""
    wanted, found = normal(phrase), False
    for hit in find_phrase(wanted, pages):
        found = True
        yield hit
    if forgive and not found:
        yield from _misread(wanted, pages, forgive)


def any_hit(
    phrases: Sequence[str], pages: Sequence[str], *, forgive: Collection[int] = ()
) -> tuple[str, Hit] | None:
    """Return the first of the phrases that stands in the text, and where; an exact one goes first."""
    for phrase in phrases:
        for hit in find_phrase(normal(phrase), pages):
            return phrase, hit
    for phrase in phrases if forgive else ():
        for hit in _misread(normal(phrase), pages, forgive):
            return phrase, hit
    return None


def misreading(phrase: str, hit: Hit, pages: Sequence[str]) -> str | None:
    """Return what was read instead of the phrase, or None where it stands there itself.

    Words that ran together in the file ("DAFTARINFORMASI") are the phrase itself.
    """
    words = pages[hit.page][hit.start : hit.end]
    return words if words.replace(" ", "") != normal(phrase).replace(" ", "") else None


def closest(groups: Sequence[Sequence[Hit]], pages: Sequence[str]) -> tuple[int, list[Hit]] | None:
    """Return the fewest words that lie between the outermost of one hit of each group.

    All hits must be on one page. None where no page has one of each.
    """
    best: tuple[int, list[Hit]] | None = None
    for page in {hit.page for hit in groups[0]} if groups else ():
        here = [[hit for hit in group if hit.page == page] for group in groups]
        if all(here):
            found = _narrowest(here, pages[page])
            best = found if best is None or found[0] < best[0] else best
    return best


def proof_of_hit(hit: Hit, text: DocumentText, path: str) -> Proof:
    """Return the proof of a hit, by a short way where there is one.

    The walk through the whole page, which always arrives, takes 2 ms for 10 kB of text.
    """
    span = _span_by_counting(text.printed[hit.page], text.normal[hit.page], hit)
    if span is None:
        return proof_of(hit, text, path)
    return proof_at(text.printed[hit.page], *span, path, hit.page + 1)


def _span_by_counting(printed: str, page: str, hit: Hit) -> tuple[int, int] | None:
    """Return where the hit is printed, if its first word is the same one of its kind there.

    The words are compared again on the spot, so that a wrong count cannot make a wrong proof.
    """
    words = page[hit.start : hit.end]
    first = words.partition(" ")[0]
    lowered = printed.lower()
    if len(lowered) != len(printed):  # a letter that becomes two: places would shift
        return None
    at = lowered.find(first)
    for _ in range(page.count(first, 0, hit.start)):
        if at < 0:
            return None
        at = lowered.find(first, at + len(first))
    if at < 0:
        return None
    window = printed[at : at + 2 * len(words) + _ROOM]
    found = normalise(window)
    if not found.startswith(words) or found[len(words) : len(words) + 1].isalnum():
        return None
    start, end = printed_span(window, found, 0, len(words))
    return at + start, at + end


def _misread(phrase: str, pages: Sequence[str], forgive: Collection[int]) -> Iterator[Hit]:
    # Imported only here and in `title_reading`: few runs meet a misread page.
    from emonev.checks.misread import misread_places

    for index, page in enumerate(pages):
        if index in forgive:
            yield from (Hit(index, start, end) for start, end in misread_places(phrase, page))


def _narrowest(groups: Sequence[Sequence[Hit]], page: str) -> tuple[int, list[Hit]]:
    """Return the narrowest window over one hit of each group, by moving its left end along."""
    at = [0] * len(groups)
    best: tuple[int, list[Hit]] | None = None
    while True:
        chosen = [group[index] for group, index in zip(groups, at, strict=True)]
        words = _words_between(chosen, page)
        if best is None or words < best[0]:
            best = words, chosen
        leftmost = min(range(len(groups)), key=lambda g: chosen[g].start)
        at[leftmost] += 1
        if at[leftmost] == len(groups[leftmost]):
            return best


def _words_between(chosen: Sequence[Hit], page: str) -> int:
    """Count the words between the end of the first phrase and the start of the last."""
    first = min(chosen, key=lambda hit: (hit.start, hit.end))
    last = max(chosen, key=lambda hit: (hit.start, hit.end))
    return len(page[first.end : last.start].split())
