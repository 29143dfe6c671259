"""Two checks of one kind compared, setting by setting: which of the two is harder to meet."""

from collections.abc import Callable, Collection, Iterator
from fractions import Fraction
from typing import Any, Final

from emonev.checks.names import name_of
from emonev.language import number, say
from emonev.model.check import Check
from emonev.model.text import Text
from emonev.rubric_change.change import Direction

_NUMBER = Text("{name}: {setting} {old} → {new}.", "{name}: {setting} {old} → {new}.")
_WORDS = Text("{name}: {setting} {change}.", "{name}: {setting} {change}.")
_ADDED = Text("ditambah {words}", "gained {words}")
_DROPPED = Text("dikurangi {words}", "lost {words}")
_BOTH = Text("{added}, {dropped}", "{added}, {dropped}")
_SWITCH_ON = Text("{name}: {setting}.", "{name}: {setting}.")
_SWITCH_OFF = Text("{name}: tidak lagi {setting}.", "{name}: no longer {setting}.")
_OTHERWISE = Text("{name}: ketentuannya berubah.", "{name}: asked otherwise.")
_MANY = 4  # words that a sentence quotes

_SETTINGS: Final[dict[str, Text]] = {
    "at_least": Text("paling sedikit", "at least"),
    "min_characters": Text("jumlah huruf paling sedikit", "fewest characters"),
    "min_pages": Text("bagian halaman yang terbaca", "part of the pages that is readable"),
    "pages": Text("jumlah halaman pertama yang dilihat", "first pages looked at"),
    "near": Text("jarak kata paling jauh", "most words between"),
    "any_of": Text("pilihan", "choices"),
    "all_of": Text("kata wajib", "required words"),
    "not_any_of": Text("kata yang menggugurkan", "excluded words"),
    "formats": Text("format", "formats"),
    "domains": Text("alamat", "addresses"),
    "about": Text("pokok", "subjects"),
    "electronic": Text("hanya tanda tangan elektronik", "only an electronic signature"),
    "required": Text("wajib terpenuhi", "must be met"),
    "of": Text("harus dokumen yang sama", "must be the same document"),
    "links": Text("menerima tautan", "takes links"),
    "from_documents": Text("menerima tautan di dalam dokumen", "takes links inside documents"),
    "tolerant": Text("menerima ejaan yang mirip", "takes similar spellings"),
}
_MORE_IS_HARDER = frozenset({"at_least", "min_characters", "min_pages"})
_LESS_IS_HARDER = frozenset({"pages", "near"})  # None: no bound at all
_FEWER_IS_HARDER = frozenset({"any_of", "formats", "domains", "about"})  # empty: anything goes
_MORE_WORDS_ARE_HARDER = frozenset({"all_of", "not_any_of"})
_ON_IS_HARDER = frozenset({"electronic", "required"})
_ON_IS_EASIER = frozenset({"links", "from_documents", "tolerant"})
# Words for people, points among checks, and checks that are compared by themselves.
_SILENT = frozenset({"label", "weight", "ask", "alternatives"})

Found = tuple[Direction, Text]


def differences_of_settings(old: Check, new: Check) -> Iterator[Found]:
    """Yield what differs between two checks of one kind, and whether that is harder."""
    for field in old.__struct_fields__:
        before, after = getattr(old, field), getattr(new, field)
        if before != after and field not in _SILENT:
            yield _compared(field)(name_of(new), field, before, after)


def _compared(field: str) -> Callable[[Text, str, Any, Any], Found]:
    if field in _MORE_IS_HARDER | _LESS_IS_HARDER:
        return _numbers
    if field in _FEWER_IS_HARDER | _MORE_WORDS_ARE_HARDER:
        return _words
    if field in _ON_IS_HARDER | _ON_IS_EASIER | {"of"}:
        return _switches
    return _otherwise


def _numbers(name: Text, field: str, before: Any, after: Any) -> Found:
    harder = (before is None) or (after is not None and after < before)
    if field in _MORE_IS_HARDER:
        harder = after > before
    told = say(
        _NUMBER, name=name, setting=_SETTINGS[field], old=_number(before), new=_number(after)
    )
    return "stricter" if harder else "looser", told


def _number(value: Any) -> Text:
    if value is None:
        return Text("–", "–")
    exact = Fraction(value)
    return Text(number(exact, "id"), number(exact, "en"))


def _words(name: Text, field: str, before: Any, after: Any) -> Found:
    gained = [word for word in after if word not in before]
    lost = [word for word in before if word not in after]
    change = _change(gained, lost)
    told = say(_WORDS, name=name, setting=_SETTINGS[field], change=change)
    return _direction(field, bool(before), bool(after), gained, lost), told


def _direction(
    field: str, was_given: bool, is_given: bool, gained: Collection[Any], lost: Collection[Any]
) -> Direction:
    if field in _MORE_WORDS_ARE_HARDER:
        if gained and lost:
            return "different"
        return "stricter" if gained else "looser"
    if was_given != is_given:
        return "stricter" if is_given else "looser"
    if gained and lost:
        return "different"
    return "looser" if gained else "stricter"


def _change(gained: Collection[Any], lost: Collection[Any]) -> Text:
    added = say(_ADDED, words=_quoted(gained))
    dropped = say(_DROPPED, words=_quoted(lost))
    if gained and lost:
        return say(_BOTH, added=added, dropped=dropped)
    return added if gained else dropped


def _quoted(words: Collection[Any]) -> str:
    flat = [" / ".join(word) if isinstance(word, tuple) else str(word) for word in words]
    quoted = ", ".join(f"“{word}”" for word in flat[:_MANY])
    return quoted + (", …" if len(flat) > _MANY else "")


def _switches(name: Text, field: str, _before: Any, after: Any) -> Found:
    on = after == "document" if field == "of" else bool(after)
    harder = on != (field in _ON_IS_EASIER)
    template = _SWITCH_ON if on else _SWITCH_OFF
    return "stricter" if harder else "looser", say(template, name=name, setting=_SETTINGS[field])


def _otherwise(name: Text, _field: str, _before: Any, _after: Any) -> Found:
    return "different", say(_OTHERWISE, name=name)
