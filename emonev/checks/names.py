"""What checks are called in sentences: by their label, or by what they look at."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from emonev.checks.answers import either
from emonev.language import say
from emonev.model.check import Check
from emonev.model.text import Text

_NAMES: Final[dict[str, Text]] = {
    "exists": Text("bukti diserahkan", "evidence is handed in"),
    "titled": Text("judul dokumen", "the document's title"),
    "contains": Text("kata dalam dokumen", "words in the document"),
    "dated-within": Text("tahun dokumen", "the document's year"),
    "readable": Text("keterbacaan", "readability"),
    "has-columns": Text("kolom tabel", "columns of the table"),
    "counted": Text("jumlah butir", "the number of items"),
    "signed": Text("tanda tangan", "the signature"),
    "link": Text("tautan", "the link"),
    "within-portal-limits": Text("batas portal", "the portal's limits"),
    "statement-of-nil": Text("surat pernyataan nihil", "the statement of nil"),
    "reviewed": Text("telaah orang", "a person's review"),
    "any-of": Text("salah satu alternatif", "one of the alternatives"),
}
_NAMED = Text("{name} “{about}”", "{name} “{about}”")


def name_of(check: Check) -> Text:
    """Return what a check looks at, with its own label or the first words that it looks for."""
    kind = str(check.__struct_config__.tag)
    name = _NAMES.get(kind, Text(kind, kind))
    if check.label:
        return say(_NAMED, name=name, about=check.label)
    alternatives = getattr(check, "alternatives", ())
    if alternatives:
        return either([name_of_alternative(checks) for checks in alternatives])
    words = getattr(check, "any_of", ()) or getattr(check, "all_of", ())
    first = next(_flat(words), "")
    return say(_NAMED, name=name, about=first) if first else name


def name_of_alternative(checks: Sequence[Check]) -> Text:
    """Return what checks that must hold together are called: the first label among them, or the
    name of the first.
    """
    labels = (check.label for check in checks if check.label is not None)
    return next(labels, None) or name_of(checks[0])


def _flat(words: Any) -> Iterator[str]:
    for word in words:
        yield word[0] if isinstance(word, tuple) else str(word)
