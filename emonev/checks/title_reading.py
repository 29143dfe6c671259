"""How a title names a document: the phrase in it, and the words that make it one *on* the thing.

In a title that OCR read (`forgive`), misread words count as what they were.
"""

import re
from collections.abc import Sequence
from functools import cache

from emonev.checks.phrases import normal
from emonev.normalise import find_phrase

DEEPEST = 12  # words that may stand before the phrase: a body's name and a decree's number

# A word of these before the phrase makes it a document *on* the thing: "Laporan … atas Renstra".
_ABOUT_WORDS = (
    "laporan lap evaluasi reviu review monitoring pemantauan pengawasan pedoman petunjuk panduan "
    "juknis juklak sop prosedur notulen notula risalah undangan edaran instruksi pengantar "
    "penyusunan penyusun pembahasan sosialisasi rapat bimbingan bimtek pelatihan paparan materi formulir "
    "rancangan draf draft usulan matriks atas terhadap mengenai berdasarkan sesuai menurut "
    "bab tabel gambar grafik"
)
_ABOUT = frozenset(_ABOUT_WORDS.split())
_WORD = re.compile(r"\w+")
# These adopt the document they are about: "Keputusan … tentang Penetapan Daftar Informasi Publik".
_ADOPTS = ("keputusan", "peraturan", "surat keputusan", "sk ", "salinan", "lampiran")


def find_in_title(
    phrases: Sequence[str], title: str, *, forgive: bool = False
) -> tuple[str, int, int] | None:
    """Return the first phrase that stands in the title, and where; brackets may stand in between."""
    for phrase in phrases:
        for hit in find_phrase(normal(phrase), (title,)):
            return phrase, hit.start, hit.end
        around = _around_brackets(phrase).search(title) if "(" in title else None
        if around is not None:
            return phrase, around.start(), around.end()
    return _find_misread(phrases, title) if forgive else None


def leads(title: str, start: int, *, forgive: bool = False) -> bool:
    """Say whether the phrase at `start` is what the title names, and not what it is about."""
    before = title[:start]
    if before.startswith(_ADOPTS) and "tentang" in before:
        before = before.rpartition("tentang")[2]
    words = _WORD.findall(before)
    if "(" in title[max(0, start - 1) : start + 1]:
        words = _without_long_form(words, _WORD.findall(title[start:])[:1])
    if len(words) > DEEPEST or not _ABOUT.isdisjoint(words):
        return False
    return not (forgive and _tells_misread(words))


def _find_misread(phrases: Sequence[str], title: str) -> tuple[str, int, int] | None:
    from emonev.checks.misread import misread_places

    places = ((p, *place) for p in phrases for place in misread_places(normal(p), title))
    return next(places, None)


def _tells_misread(words: Sequence[str]) -> bool:
    """Say whether one of the words is misread, and was one that makes it a document *on* it."""
    from emonev.checks.misread import is_misread

    return any(is_misread(word, _ABOUT) for word in words)


@cache
def _around_brackets(phrase: str) -> re.Pattern[str]:
    """Return what finds "prosedur layanan" and "sop layanan" in "prosedur (sop) layanan"."""
    words = (rf"\(?{re.escape(word)}\)?" for word in normal(phrase).split())
    return re.compile(r"(?<!\w)" + r" (?:\([^()]{1,40}\) )?".join(words) + r"(?!\w)")


def _without_long_form(words: list[str], short: list[str]) -> list[str]:
    """Drop the words whose first letters make the short form in brackets: "… prosedur (sop)"."""
    count = len("".join(short))
    initials = "".join(word[0] for word in words[-count:])
    return words[:-count] if short == [initials] else words
