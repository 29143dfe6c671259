"""What a document calls itself in its preface or its purpose, for covers that are pictures."""

import re
from collections.abc import Iterator, Sequence

_PAGES = 8
_REACH = 40_000  # characters of one text: eight pages where a format has none
_WINDOW = 1_500
_MOST = 2
_WORDS = 3
_PREFACE = re.compile(
    r"[Kk](?:ata|ATA)\s+(?:[Pp]engantar|PENGANTAR|[Ss]ambutan|SAMBUTAN)|P(?:rakata|RAKATA)"
)
_NAMED = re.compile(
    r"\b(?:Laporan|Rencana|Renstra|Renja|Rancangan|Standar|Daftar|Profil|Pedoman|Panduan|Petunjuk|"
    r"Indikator|Perjanjian|Maklumat|Statistik|Survei|Evaluasi|Katalog|Kajian|LAKIP|LKjIP|LKIP|LKPJ|"
    r"RENSTRA|RENJA|RKPD|RPJMD|LAPORAN|RENCANA)"
    r"(?:\s+(?:[A-Z(][\w()/.&-]*,?|dan|di|atas|untuk|yang|[–-]|\d{4}(?:[–-]\d{4})?))+"
)
_PURPOSE = re.compile(
    r"(?:[Mm]aksud|[Tt]ujuan)\s+(?:dari\s+)?(?:pembuatan|penyusunan|disusunnya|dibuatnya)\s+"
    r"((?:[Ll]aporan|[Rr]encana|[Rr]enstra|[Rr]enja|[Dd]okumen|[Pp]edoman|[Pp]rofil|[Ss]tandar)\b"
    r"[^.;:]{5,140}?)\s+(?:ini|adalah|yaitu|dimaksudkan|untuk)\b"
)
# What the slow patterns cannot do without: few pages have it.
_PREFACE_MARKS = ("ngantar", "NGANTAR", "ambutan", "AMBUTAN", "rakata", "RAKATA")
_PURPOSE_MARKS = ("pembuatan", "penyusunan", "disusunnya", "dibuatnya")
_DANGLING = re.compile(r"(?:\s+(?:dan|di|atas|untuk|yang|[–-]))+$|[.,(]+$")


def named_in_preface(texts: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield (name, page) for the first names that stand in the preface and tell something."""
    for place, text in enumerate(texts[:_PAGES]):
        preface = _first(_PREFACE, text, _PREFACE_MARKS)
        # In a table of contents the word stands among dots.
        if not preface or text[preface.end() : preface.end() + 12].strip().startswith((".", "…")):
            continue
        found = 0
        for match in _NAMED.finditer(text, preface.end(), preface.end() + _WINDOW):
            name = _DANGLING.sub("", " ".join(match[0].split()).rstrip(" .,"))
            if len(name.split()) >= _WORDS:
                yield name, place + 1
                found += 1
            if found == _MOST:
                return
        if found:
            return


def named_in_purpose(texts: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield (name, page) where the purpose of "this report" is told for the first time."""
    for place, text in enumerate(texts[:_PAGES]):
        purpose = _first(_PURPOSE, text, _PURPOSE_MARKS)
        if purpose:
            yield " ".join(purpose[1].split()), place + 1
            return


def _first(pattern: re.Pattern[str], text: str, marks: Sequence[str]) -> re.Match[str] | None:
    text = text[:_REACH]
    return pattern.search(text) if any(mark in text for mark in marks) else None
