"""The Facts of a Reading of any format."""

import datetime
from collections.abc import Sequence
from itertools import chain, islice

from emonev.evidence.analysis.dates import MOST, Mention, as_seen, kept, mentions_in
from emonev.evidence.analysis.list_items import list_items_in
from emonev.evidence.analysis.numbers import numbers_of
from emonev.evidence.analysis.privacy import counted, notes_on, seen_in, without
from emonev.evidence.analysis.text_hash import text_hash_of
from emonev.evidence.analysis.titles import titles_of
from emonev.evidence.analysis.years import dates_in_titles, years_about
from emonev.evidence.reading import Reading
from emonev.model.facts import DateSeen, DocumentText, Facts, TextSource
from emonev.normalise import normalise

_PROPERTY_DATES = ("created", "modified")
_MENTIONS = 20_000  # looked at in one document; a report of 1,000 pages has fewer


def facts_of(reading: Reading) -> tuple[Facts, DocumentText | None]:
    """Return what is known of a document, and its text where it has any."""
    if reading.problem:
        return _without_content(reading), None
    titles = titles_of(reading)
    in_titles = dates_in_titles(titles)
    mentions = _mentions(reading.texts)
    years, basis = years_about(in_titles, mentions)
    text = _text_of(reading)
    seen = seen_in(reading.texts)
    personal = counted(seen, paged=is_paged(reading))
    facts = Facts(
        format=reading.format,
        text_source=_text_source(reading),
        page_count=reading.page_count,
        pages=reading.pages,
        titles=titles,
        dates=_dates(reading, [date for _, date in in_titles], mentions),
        years_about=years,
        years_basis=basis,
        numbers=numbers_of(reading.texts, paged=is_paged(reading)),
        tables=reading.tables,
        list_items=sum(map(list_items_in, reading.texts)),
        links=reading.links,
        signatures=reading.signatures,
        properties=reading.properties,
        members=reading.members,
        picture=reading.picture,
        text_hash=text_hash_of(text.normal, reading.pages, reading.notes) if text else "",
        personal=personal,
        notes=(*reading.notes, *notes_on(personal)),
    )
    return without(facts, seen), text


def _mentions(texts: Sequence[str]) -> list[Mention]:
    pages = (mentions_in(text, page) for page, text in enumerate(texts, start=1))
    return list(islice(chain.from_iterable(pages), _MENTIONS))


def is_paged(reading: Reading) -> bool:
    """Say whether the format has pages: places in the others are told without one."""
    return reading.page_count is not None or len(reading.texts) > 1


def _without_content(reading: Reading) -> Facts:
    return Facts(
        format=reading.format,
        problem=reading.problem,
        page_count=reading.page_count,
        properties=reading.properties,
        members=reading.members,
        notes=reading.notes,
    )


def _text_source(reading: Reading) -> TextSource:
    sources = {page.source for page in reading.pages}
    if not reading.pages:
        return "layer" if any(text.strip() for text in reading.texts) else "none"
    return "layer" if "layer" in sources else "ocr" if "ocr" in sources else "none"


def _dates(
    reading: Reading, in_titles: Sequence[DateSeen], mentions: Sequence[Mention]
) -> tuple[DateSeen, ...]:
    titled = list({(date.first, date.last): date for date in reversed(in_titles)}.values())[::-1]
    outside = (*_of_signatures(reading), *_in_properties(reading))
    room = max(0, MOST - len(titled) - len(outside))
    in_text = [
        as_seen(
            mention,
            reading.texts[mention.page - 1],
            page=mention.page if is_paged(reading) else None,
        )
        for mention in kept(mentions, room)
    ]
    return (*titled, *in_text, *outside)


def _of_signatures(reading: Reading) -> list[DateSeen]:
    return [
        DateSeen(printed=stamp, first=stamp[:10], last=stamp[:10], role="signed")
        for stamp in dict.fromkeys(one.signed_at for one in reading.signatures if not one.timestamp)
        if stamp
    ]


def _in_properties(reading: Reading) -> list[DateSeen]:
    said = (reading.properties.get(name, "") for name in _PROPERTY_DATES)
    return [
        DateSeen(printed=stamp, first=stamp[:10], last=stamp[:10], role="property")
        for stamp in said
        if _is_day(stamp[:10])
    ]


def _is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _text_of(reading: Reading) -> DocumentText | None:
    if not any(text.strip() for text in reading.texts):
        return None
    return DocumentText(reading.texts, tuple(map(normalise, reading.texts)))
