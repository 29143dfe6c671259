"""Personal data in a document: counted and told of, and hidden in whatever quotes it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

import msgspec
from msgspec import Struct

from emonev.language import say
from emonev.model.facts import Facts, Note, PersonalData, PersonalKind
from emonev.model.text import Text
from emonev.personal_data import digits_of, hide, known_in, masked, personal_data_in

NOTE = "personal-data"
_CONTAINS = Text(
    "Memuat data pribadi: {told}. Periksa, dan hitamkan pada salinan yang akan diumumkan.",
    "Contains personal data: {told}. Check it, and black it out in the copy to be published.",
)
_AND = Text("{first}; {second}", "{first}; {second}")
_ON_PAGES = Text(
    "{things} (halaman {pages}; misalnya {sample})", "{things} (page {pages}; such as {sample})"
)
_SOMEWHERE = Text("{things} (misalnya {sample})", "{things} (such as {sample})")
_THINGS: dict[PersonalKind, Text] = {
    "nik": Text("{count} NIK atau nomor KK", "{count} NIK or family card number(s)"),
    "phone": Text("{count} nomor telepon seluler", "{count} mobile phone number(s)"),
    "email": Text("{count} alamat surel pribadi", "{count} private e-mail address(es)"),
    "bank-account": Text("{count} nomor rekening bank", "{count} bank account number(s)"),
    "npwp": Text("{count} NPWP orang pribadi", "{count} NPWP of person(s)"),
}
_MOST = 20_000  # looked at in one document
_PAGES = 12  # named for each kind
_TOLD_APART = re.compile(r"[^0-9a-z@]")  # the same number with dots and without is one


class Seen(Struct, frozen=True):
    """One place where personal data stands, as printed."""

    kind: PersonalKind
    printed: str
    page: int


def seen_in(texts: Sequence[str]) -> tuple[Seen, ...]:
    """Return all personal data in reading order."""
    every = (
        Seen(one.kind, text[one.start : one.end], page)
        for page, text in enumerate(texts, start=1)
        for one in personal_data_in(text)
    )
    return tuple(islice(every, _MOST))


def counted(seen: Iterable[Seen], *, paged: bool) -> tuple[PersonalData, ...]:
    """Return what is to be told of it: by kind, in the order in which they first stand."""
    kinds: dict[PersonalKind, list[Seen]] = {}
    for one in seen:
        kinds.setdefault(one.kind, []).append(one)
    return tuple(_of_kind(kind, every, paged=paged) for kind, every in kinds.items())


def notes_on(personal: Sequence[PersonalData]) -> tuple[Note, ...]:
    """Return the note that tells people of it; none where there is nothing to tell."""
    if not personal:
        return ()
    told = _told(personal[0])
    for one in personal[1:]:
        told = say(_AND, first=told, second=_told(one))
    return (Note(NOTE, say(_CONTAINS, told=told)),)


def without(facts: Facts, seen: Sequence[Seen]) -> Facts:
    """Return facts that quote none of it, wherever they cut their words from the text.

    What is cut out may lack the words beside it that tell an account's number from another one;
    so what was seen on the pages is looked for as such.
    """
    if not seen:
        return facts
    kinds = {digits_of(one.printed): one.kind for one in seen if one.kind != "email"}
    plain = _mapped(msgspec.to_builtins(facts), lambda words: masked(_hidden(words, kinds)))
    return msgspec.convert(plain, Facts)


def _hidden(words: str, kinds: Mapping[str, PersonalKind]) -> str:
    for one in known_in(words, kinds):
        printed = words[one.start : one.end]
        words = words[: one.start] + hide(one.kind, printed) + words[one.end :]
    return words


def _of_kind(kind: PersonalKind, every: Sequence[Seen], *, paged: bool) -> PersonalData:
    pages = dict.fromkeys(one.page for one in every) if paged else {}
    return PersonalData(
        kind=kind,
        count=len({_key(one.printed) for one in every}),
        sample=hide(kind, " ".join(every[0].printed.split())),
        pages=tuple(pages),
    )


def _told(one: PersonalData) -> Text:
    things = say(_THINGS[one.kind], count=one.count)
    if not one.pages:
        return say(_SOMEWHERE, things=things, sample=one.sample)
    pages = ", ".join(map(str, one.pages[:_PAGES])) + (", …" if len(one.pages) > _PAGES else "")
    return say(_ON_PAGES, things=things, pages=pages, sample=one.sample)


def _key(printed: str) -> str:
    return _TOLD_APART.sub("", printed.lower())


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list | tuple):
        return [_mapped(item, change) for item in value]
    if isinstance(value, dict):
        return {key: _mapped(item, change) for key, item in value.items()}
    return value
