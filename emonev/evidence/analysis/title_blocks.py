"""Lines of type that belong together, and how much they stand out from the text around them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from emonev.evidence.analysis.title_words import (
    is_address,
    is_chapter,
    is_contents_line,
    is_issuer,
    is_loud,
    is_noise,
    is_recital,
    names_a_kind,
)
from emonev.evidence.reading import Line
from emonev.normalise import normalise

_BODY = 11.0  # points, where nothing tells
_LARGER = 1.12
_ALIKE = 1.25  # sizes within one title
_GAP = 0.055  # of the page's height between lines of one title
_GAP_IN_SIZES = 4.2
_PAGE_HEIGHT = 842.0  # points; a guess serves, for gaps are compared only
_HEAD_LINES = 9  # a letterhead is no longer
_HEAD_ENDS = 0.25  # of the page, from the top
_SHORT = 75
_LINES = 10
_EDGE = 220  # characters at either end of a page that may be a running head
_RUNNING = 0.4  # share of the pages
_COUNTER = "0123456789 |-–/."
_PAGE = re.compile(
    r"^\d{1,3}\b[\s|–-]*|[\s|–-]*\b(?:hal(?:aman)?\.?|page)?\s*\d{1,3}$", re.IGNORECASE
)
_PAGE_WORD = re.compile(r"\W+(?:hal(?:aman)?|page)\.?$", re.IGNORECASE)


class Block(Struct, frozen=True):
    """A possible title: its text, where it stands, and how strongly it stands out (0..1)."""

    text: str
    page: int | None
    size: float | None
    strength: float


class _Body(Struct, frozen=True):
    """What plain text looks like in this document."""

    size: float
    bold: bool
    first_page: int | None


def running_lines(texts: Sequence[str]) -> dict[str, str]:
    """Return the lines at the edges of many pages: in small letters, to how they are printed."""
    seen: Counter[str] = Counter()
    printed: dict[str, str] = {}
    for text in texts:
        edges = [*text[:_EDGE].split("\n")[:2], *text[-_EDGE:].split("\n")[-3:]]
        own = {running_key(line): line for line in edges}
        seen.update(own.keys())
        printed = {**own, **printed}
    least = max(3, int(_RUNNING * len(texts)))
    return {
        key: _PAGE_WORD.sub("", _PAGE.sub("", " ".join(printed[key].split())))
        for key, times in seen.items()
        if times >= least and len(key) > 3
    }


def running_key(line: str) -> str:
    return " ".join(line.lower().split()).strip(_COUNTER)


def blocks_of(lines: Sequence[Line], running: dict[str, str]) -> Iterator[Block]:
    """Yield the blocks that stand out on the title pages, in reading order."""
    wanted = [line for line in _without_letterhead(lines) if _may_be_title(line, running)]
    if not wanted:
        return
    body = _body_of(wanted)
    for group in _groups(wanted, body):
        yield from _blocks(group, body)


def _may_be_title(line: Line, running: dict[str, str]) -> bool:
    text = line.text
    return not (
        is_noise(text)
        or is_contents_line(text)
        or running_key(text) in running
        or is_recital(text[:_SHORT].lower())
    )


def _without_letterhead(lines: Sequence[Line]) -> list[Line]:
    """Return the lines below the address on each page that begins with a letterhead."""
    kept: list[Line] = []
    for page in dict.fromkeys(line.page for line in lines):
        own = [line for line in lines if line.page == page]
        kept += own[_height_of_letterhead(own) :]
    return kept


def _height_of_letterhead(lines: Sequence[Line]) -> int:
    """Return how many lines at the top of a page are the issuer's name and address."""
    height = 0
    for at, line in enumerate(lines[:_HEAD_LINES]):
        normal = normalise(line.text)
        if (at == 0 and not is_issuer(normal)) or (line.top or 0.0) > _HEAD_ENDS:
            break
        if names_a_kind(normal):
            break
        if is_address(line.text):
            height = at + 1
    return height


def _body_of(lines: Sequence[Line]) -> _Body:
    sizes: Counter[float] = Counter()
    bold = characters = 0
    for line in lines:
        weight = len(line.text)
        sizes[round(line.size or 0)] += weight
        characters += weight
        bold += weight if line.bold else 0
    size = sizes.most_common(1)[0][0] or _BODY
    long = [line.size for line in lines if line.size and len(line.text) > _SHORT // 2]
    if long:
        size = min(size, sorted(long)[len(long) // 2])
    return _Body(size, 2 * bold > characters, lines[0].page)


def _groups(lines: Sequence[Line], body: _Body) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if not _stands_out(line, body):
            if group:
                yield group
            group = []
        elif group and _belongs(group[-1], line):
            group.append(line)
        else:
            if group:
                yield group
            group = [line]
    if group:
        yield group


def _stands_out(line: Line, body: _Body) -> bool:
    if line.style or line.text[:1].islower():
        return False  # has a candidate of its own, or goes on from the line before
    if (line.size or 0) >= _LARGER * body.size:
        return True
    short = len(line.text) <= _SHORT and line.text.rstrip()[-1:] not in ".;"
    return short and (is_loud(line.text) or line.centred or (line.bold and not body.bold))


def _belongs(last: Line, line: Line) -> bool:
    if last.page != line.page:
        return False
    if last.size and line.size and max(last.size, line.size) > _ALIKE * min(last.size, line.size):
        return False
    if last.top is None or line.top is None:
        return True
    reach = max(_GAP, _GAP_IN_SIZES * (line.size or _BODY) / _PAGE_HEIGHT)
    return line.top - last.top <= reach


def _blocks(group: Sequence[Line], body: _Body) -> Iterator[Block]:
    """Yield the group as one title, without the issuer's lines, and from its telling line on."""
    normals = [normalise(line.text) for line in group]
    chosen = [at for at in range(len(group)) if not is_chapter(normals[at])][:_LINES]
    if not chosen:
        return
    yield _block([group[at] for at in chosen], body)
    telling = next((at for at in chosen if names_a_kind(normals[at])), None)
    if telling is None:
        return
    rest = [at for at in chosen if at >= telling]
    end = next((at for at in rest[1:] if is_issuer(normals[at])), None)
    short = [at for at in rest if end is None or at < end]
    for part in (rest, short):
        if part != chosen:
            yield _block([group[at] for at in part], body)


def _block(lines: Sequence[Line], body: _Body) -> Block:
    text = " ".join(line.text.strip() for line in lines)
    size = max((line.size or 0.0 for line in lines), default=0.0)
    return Block(text, lines[0].page, size or None, _strength(lines, text, size, body))


def _strength(lines: Sequence[Line], text: str, size: float, body: _Body) -> float:
    normal = normalise(text)
    larger = min(1.0, max(0.0, (size or body.size) / body.size - 1.0))
    strength = 0.3 + 0.25 * larger
    strength += 0.1 if is_loud(text) else 0.0
    strength += 0.06 if all(line.bold for line in lines) and not body.bold else 0.0
    strength += 0.06 if lines[0].centred else 0.0
    strength += 0.1 if lines[0].page == body.first_page else 0.0
    strength += 0.18 if names_a_kind(normal) else 0.0
    strength -= 0.2 if is_issuer(normal) else 0.0
    strength -= 0.1 if size and size < 0.95 * body.size else 0.0
    strength -= 0.15 if len(normal.split()) > 30 or len(normal) < 8 else 0.0
    strength -= 0.12 if (lines[0].top or 0.0) > 0.75 else 0.0
    return strength
