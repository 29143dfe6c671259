"""Title candidates: what the document says it is, by style, form, layout and its own preface."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from emonev.evidence.analysis.candidate import LONGEST, MOST, a_title
from emonev.evidence.analysis.decrees import Decree, decrees_in
from emonev.evidence.analysis.preface import named_in_preface, named_in_purpose
from emonev.evidence.analysis.title_blocks import blocks_of, running_lines
from emonev.evidence.analysis.title_words import (
    is_address,
    is_chapter,
    is_empty_property,
    is_issuer,
    is_noise,
    names_a_kind,
)
from emonev.evidence.reading import Line, Reading
from emonev.model.facts import Title
from emonev.normalise import normalise

_SHORTEST = 4
_STYLES = {"title": 0.95, "heading1": 0.75, "html-title": 0.7, "heading2": 0.45, "property": 0.35}
_FADES = 0.05  # from one heading to the next of the same style
_DECREE, _LATER_DECREE, _LABELLED = 0.95, 0.6, 0.72
_RUNNING, _PREFACE, _PURPOSE, _PROPERTY = 0.58, 0.56, 0.52, 0.35
_LINES_OF_TEXT, _PAGES_OF_TEXT = 60, 3
_SHEETS = frozenset({"xlsx", "xls", "ods", "csv"})
_ABOVE_TABLE = 0.64
_LONGEST_ABOVE = 150  # characters; a row of many cells is no title


def titles_of(reading: Reading) -> tuple[Title, ...]:
    """Return the likeliest titles, the strongest first, each text once."""
    lines = [_shortened(line) for line in reading.lines or _lines_of_text(reading.texts)]
    found: dict[str, Title] = {}
    decrees = tuple(decrees_in(lines))
    for title in (
        *_from_style(lines),
        *_from_decrees(decrees),
        *_from_layout(reading, _outside(lines, decrees)),
        *_from_sheets(reading),
        *_from_preface(reading),
        *_from_properties(reading),
    ):
        known = found.get(title.normal)
        if len(title.normal) >= _SHORTEST and (known is None or title.strength > known.strength):
            found[title.normal] = title
    return tuple(sorted(found.values(), key=lambda title: -title.strength)[:MOST])


def _shortened(line: Line) -> Line:
    """Return the line, cut where it is too long for a title: patterns run over every one."""
    return line if len(line.text) <= LONGEST else replace(line, text=line.text[:LONGEST])


def _lines_of_text(texts: Sequence[str]) -> Iterator[Line]:
    """Yield the first lines of a format without layout."""
    for page, text in enumerate(texts[:_PAGES_OF_TEXT], start=1):
        for line in text[: 200 * _LINES_OF_TEXT].split("\n")[:_LINES_OF_TEXT]:
            if line.strip():
                yield Line(text=line.strip()[:LONGEST], page=page if len(texts) > 1 else None)


def _from_style(lines: Sequence[Line]) -> Iterator[Title]:
    before: dict[str, int] = {}
    for line in lines:
        if not line.style or is_noise(line.text):
            continue
        place = before[line.style] = before.get(line.style, -1) + 1
        strength = _STYLES[line.style] - _FADES * place
        normal = normalise(line.text)
        if is_chapter(normal):
            strength -= 0.35
        elif is_issuer(normal):
            strength -= 0.2
        basis = "property" if line.style == "property" else "style"
        yield a_title(line.text, basis, max(0.1, strength), line.page, line.size)


def _outside(lines: Sequence[Line], decrees: Sequence[Decree]) -> list[Line]:
    taken = {at for decree in decrees for at in range(decree.first, decree.last + 1)}
    return [line for at, line in enumerate(lines) if at not in taken]


def _from_decrees(decrees: Sequence[Decree]) -> Iterator[Title]:
    for place, decree in enumerate(decrees):
        if decree.labelled:
            strength = _LABELLED if place == 0 else _LABELLED - 0.2
        else:
            strength = _DECREE if place == 0 else _LATER_DECREE
        size = decree.line.size
        yield a_title(decree.heart, "layout", strength, decree.line.page, size)
        yield a_title(decree.whole, "layout", strength - 0.01, decree.line.page, size)


def _from_layout(reading: Reading, lines: Sequence[Line]) -> Iterator[Title]:
    running = running_lines(reading.texts) if len(reading.texts) > 2 else {}
    for block in blocks_of(lines, running):
        yield a_title(block.text, "layout", min(0.93, block.strength), block.page, block.size)
    for text in running.values():
        if names_a_kind(normalise(text)):
            yield a_title(text, "layout", _RUNNING, 1)


def _from_sheets(reading: Reading) -> Iterator[Title]:
    """Yield what stands first above the table of each sheet: no type size tells it there."""
    if reading.format not in _SHEETS:
        return
    place = 0
    for page in dict.fromkeys(table.page for table in reading.tables if not table.hidden):
        own = (line for line in reading.lines if line.page == page)
        title = next((line for line in own if _names_the_sheet(line)), None)
        if title is not None:
            yield a_title(title.text, "layout", _ABOVE_TABLE - _FADES * place, page)
            place += 1


def _names_the_sheet(line: Line) -> bool:
    if len(line.text) > _LONGEST_ABOVE or is_noise(line.text) or is_address(line.text):
        return False
    normal = normalise(line.text)
    return not (is_issuer(normal) or is_chapter(normal))


def _from_preface(reading: Reading) -> Iterator[Title]:
    for place, (name, page) in enumerate(named_in_preface(reading.texts)):
        yield a_title(name, "layout", _PREFACE - _FADES * place, page)
    for name, page in named_in_purpose(reading.texts):
        yield a_title(name, "layout", _PURPOSE, page)


def _from_properties(reading: Reading) -> Iterator[Title]:
    said = reading.properties.get("title", "")
    if said and not is_noise(said) and not is_empty_property(said):
        yield a_title(said, "property", _PROPERTY)
