"""Dates in running text: which day, month, year or span is printed, and the part it plays there.

Every date ends in a year of four digits, so the text is searched for those alone, and only what
stands right before and after each is looked at: the cost grows with the years, not the pages.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from emonev.evidence.analysis.snippet import snippet_of
from emonev.model.facts import DateSeen

Role = Literal["title", "signed", "about", "number", "citation", "text", "property", "file-name"]

MOST = 200
# Years looked at from either end of a page. No printed page has more; a sheet has one in every row,
# and says what it is about above the rows, where and when it was signed below them.
_FROM_TOP, _FROM_BOTTOM = 300, 100
_ALIKE = 3  # times that the same date is kept in the same part
_CONSTITUTION = 1945  # named in every decree; nothing that is evidence is of that year
_LONGEST_SPAN = 30

# From 1900 to 2099, also spaced out. Each begins with letters that the engine finds by themselves;
# one pattern for all of them would try every character.
_YEARS = tuple(
    map(re.compile, (r"20\d\d(?!\d)", r"19\d\d(?!\d)", r"2 0 \d \d(?! ?\d)", r"1 9 \d \d(?! ?\d)"))
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan", "februari february pebruari feb peb", "maret march mar",
            "april apr", "mei may", "juni june jun", "juli july jul",
            "agustus august agt agst agu aug ags", "september sept sep",
            "oktober october okt oct", "november nopember nov nop", "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ROMAN = {
    "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6,
    "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12,
}  # fmt: skip
_ORDINALS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
    "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "satu": 1, "dua": 2,
}  # fmt: skip
_PARTS = {
    "semester": 2, "smt": 2, "caturwulan": 3, "triwulan": 4, "tw": 4, "kuartal": 4, "kwartal": 4,
}  # fmt: skip

# What must stand before a year for the slow patterns to be tried.
_MONTH_ENDINGS = frozenset(name[-3:] for name in _MONTHS)
_PARTS_MARKS = ("sem", "smt", "wul", "tw", "artal")
_PERIOD_ENDINGS = (
    "tahun", "thn", "th", "periode", "ajaran", "anggaran", "ta", "t a", "t.a", "t. a",
)  # fmt: skip
_CITED_ENDINGS = ("tahun", "thn", "th", "/")

_NUMERIC = re.compile(r"(?<!\d)(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?$")
_ISO = re.compile(r"([-/])(\d{1,2})\1(\d{1,2})(?!\d)")
_MONTH = re.compile(r"([A-Za-z]{3,9})[.,]?\s*(?:[Tt]ahun\s+|TAHUN\s+)?$")
_DAY = re.compile(r"(?<![\d.,/-])(\d{1,2})(?:\s+(?:bulan\s+)?|\s*-\s*|)$")
_ROMAN_MONTH = re.compile(r"\S*/ ?([IVX]{1,4}) ?[/.-] ?$")
_SPAN = re.compile(
    r"\s*(?:[-–—/]|s\s?[./]\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*"
    r"(?:tahun\s+)?([12][09]\d\d)(?!\d)",
    re.IGNORECASE,
)
_PERIOD_WORD = re.compile(
    r"(?:\b(?:tahun|thn|th|periode|pelajaran|ajaran)\.?|\banggaran|\bt\.? ?a\.?)\s*:?\s*$",
    re.IGNORECASE,
)
_PART_OF_YEAR = re.compile(
    r"\b(semester|smt|caturwulan|triwulan|tw|k[uw]artal)\.?[\s-]*(\w{1,7})\s*"
    r"(?:,?\s*(?:tahun(?:\s+anggaran)?|thn|t\.? ?a\.?)\s*)?$",
    re.IGNORECASE,
)
_CITED_BEFORE = re.compile(
    r"(?:\bno(?:mor|mer)?\b\.?\s*:?\s*[^\s;]{1,40}(?:\s+[^\s;]{1,12})?\s+(?:tahun|thn|th)\.?"
    r"|\b(?:uu|undang-undang|perki|pp|perpres|permen\w*|perda|perbup|perwal\w*|pergub|kepmen\w*"
    r"|keppres|inpres|perka|skb)\b[^;\n]{0,12}\d+\s*(?:tahun|thn|th|/)\.?"
    r"|\b(?:uu|no(?:mor)?|pp|perki)\.?\s*:?\s*\d{1,4}\s*/"
    r"|\b(?:uud|undang-undang dasar)\b\D{0,60})\s*$",
    re.IGNORECASE,
)
_CITED_AFTER = re.compile(r",?\s*(?:no(?:mor|mer)?\b\.?)\s*\d", re.IGNORECASE)
_SIGNING = re.compile(
    r"\b(?:ditetapkan|diundangkan|disahkan|ditandatangani|dikeluarkan|dibuat|diterbitkan)\b"
    r"[^;]{0,70}$|(?:\A|\n)\s*(?:pada )?tanggal\s*:?\s*$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:\A|\n|\s{2})\s*[A-Z][A-Za-z .'()-]{2,40},\s*(?:tanggal\s*:?\s*)?$")
_NO_YEAR_BEFORE = re.compile(r"(?:\d[.,]|rp\.? ?|nip\.? ?|\bhal\.? |[#$€])$", re.IGNORECASE)
_NO_YEAR_AFTER = re.compile(
    r"[.,]\d|\s?(?:%|rupiah|orang|buah|unit|meter|m2|km|kg|jam|halaman)", re.IGNORECASE
)


class Mention(Struct, frozen=True):
    """A date as it was found: `start` and `end` are places in the page's text."""

    page: int
    start: int
    end: int
    first: str
    last: str
    role: Role

    @property
    def years(self) -> tuple[int, int]:
        return int(self.first[:4]), int(self.last[:4])


def mentions_in(text: str, page: int = 1) -> Iterator[Mention]:
    """Yield the dates of one page in reading order. Days that no calendar has are passed over."""
    past = 0
    for match in _years_in(text):
        start = match.start()
        if start < past or (start and text[start - 1].isdigit()):
            continue
        year = int(match[0].replace(" ", ""))
        mention = _mention(text, start, match.end(), year, page)
        if mention:
            past = mention.end
            yield mention


def kept(mentions: Sequence[Mention], most: int = MOST) -> list[Mention]:
    """Return what is worth keeping: each date a few times in each part, the telling parts first."""
    seen: Counter[tuple[Role, str, str]] = Counter()
    chosen = []
    for mention in mentions:
        key = mention.role, mention.first, mention.last
        seen[key] += 1
        if seen[key] <= _ALIKE:
            chosen.append(mention)
    chosen.sort(key=lambda mention: _RANK[mention.role])
    return sorted(chosen[:most], key=lambda mention: (mention.page, mention.start))


_RANK: dict[Role, int] = {
    "title": 0, "about": 1, "signed": 2, "number": 3, "file-name": 4,
    "property": 4, "text": 5, "citation": 6,
}  # fmt: skip


def as_seen(mention: Mention, text: str, *, page: int | None) -> DateSeen:
    """Return a mention as a fact, with the words around it."""
    printed = text[mention.start : mention.end]
    return DateSeen(
        printed=" ".join(printed.split()),
        first=mention.first,
        last=mention.last,
        role=mention.role,
        page=page,
        snippet=snippet_of(text, mention.start, mention.end),
    )


def _years_in(text: str) -> list[re.Match[str]]:
    found = [match for years in _YEARS for match in years.finditer(text)]
    found.sort(key=re.Match.start)
    if len(found) <= _FROM_TOP + _FROM_BOTTOM:
        return found
    return found[:_FROM_TOP] + found[-_FROM_BOTTOM:]


def _mention(text: str, start: int, end: int, year: int, page: int) -> Mention | None:
    before, after = text[max(0, start - 24) : start], text[end : end + 28]
    if before[-1:] in "-/." and (day := _NUMERIC.search(before)):
        return _day(text, start - len(day[0]), end, (year, int(day[3]), int(day[1])), page)
    if after[:1] in "-/" and (day := _ISO.match(after)):
        return _day(text, start, end + day.end(), (year, int(day[2]), int(day[3])), page)
    if (word := _month_before(before)) and word[1].lower() in _MONTHS:
        return _month(text, start - len(word[0]), end, (year, _MONTHS[word[1].lower()]), page)
    if "/" in before[-9:] and (roman := _roman(text, start, end, year, page)):
        return roman
    if (span := _SPAN.match(after)) and 0 < int(span[1]) - year <= _LONGEST_SPAN:
        role = _role_of_year(text, start, end + span.end(), year)
        return Mention(page, start, end + span.end(), str(year), span[1], role or "text")
    return _year(text, start, end, year, page)


def _month_before(before: str) -> re.Match[str] | None:
    words = before.rsplit(None, 1)
    last = words[-1].lower().rstrip(".,") if words else ""
    if last[-3:] in _MONTH_ENDINGS or last.endswith("tahun"):
        return _MONTH.search(before)
    return None


def _day(text: str, start: int, end: int, day: tuple[int, int, int], page: int) -> Mention | None:
    try:
        stamp = datetime.date(*day).isoformat()
    except ValueError:
        return None
    return Mention(page, start, end, stamp, stamp, _role_of_day(text, start, end))


def _month(text: str, start: int, end: int, month: tuple[int, int], page: int) -> Mention | None:
    day = _DAY.search(text[max(0, start - 14) : start])
    if day:
        return _day(text, start - len(day[0]), end, (*month, int(day[1])), page)
    stamp = f"{month[0]}-{month[1]:02}"
    return Mention(page, start, end, stamp, stamp, _role_of_day(text, start, end))


def _roman(text: str, start: int, end: int, year: int, page: int) -> Mention | None:
    """Return the month in a letter's number: 005/123/KOMINFO/IX/2024."""
    number = _ROMAN_MONTH.search(text[max(0, start - 48) : start])
    if not number or number[1] not in _ROMAN:
        return None
    stamp = f"{year}-{_ROMAN[number[1]]:02}"
    return Mention(page, start - len(number[0]), end, stamp, stamp, "number")


def _year(text: str, start: int, end: int, year: int, page: int) -> Mention | None:
    part = _part_before(text[max(0, start - 48) : start])
    if part and (months := _months_of(part[1].lower(), part[2].lower())):
        first, last = (f"{year}-{month:02}" for month in months)
        return Mention(page, start - len(part[0]), end, first, last, "about")
    role = _role_of_year(text, start, end, year)
    return Mention(page, start, end, str(year), str(year), role) if role else None


def _part_before(before: str) -> re.Match[str] | None:
    small = before.lower()
    return _PART_OF_YEAR.search(before) if any(mark in small for mark in _PARTS_MARKS) else None


def _months_of(part: str, ordinal: str) -> tuple[int, int] | None:
    parts, place = _PARTS[part], _ORDINALS.get(ordinal)
    if place is None or place > parts:
        return None
    length = 12 // parts
    return (place - 1) * length + 1, place * length


def _role_of_day(text: str, start: int, end: int) -> Role:
    """Return whether a day is that of signing: behind a place or a verb, it ends its line.

    With a full stop it would end a sentence, and tell of something else.
    """
    if text[end : end + 3].lstrip(" ")[:1] not in {"", "\n"}:
        return "text"
    before = text[max(0, start - 96) : start]
    return "signed" if _SIGNING.search(before) or _PLACE.search(before) else "text"


def _role_of_year(text: str, start: int, end: int, year: int) -> Role | None:
    """Return the part that a year plays; None where it is only a number of four digits."""
    before, after = text[max(0, start - 80) : start], text[end : end + 16]
    if year == _CONSTITUTION or _CITED_AFTER.match(after):
        return "citation"
    stands_for_period = _period_before(before[-16:])
    if (stands_for_period or before[-1:] in "/ ") and _is_cited(before):
        return "citation"
    if stands_for_period:
        return "about"
    if _NO_YEAR_BEFORE.search(before[-6:]) or _NO_YEAR_AFTER.match(after):
        return None
    return "text"


def _period_before(before: str) -> re.Match[str] | None:
    end = before.lower().rstrip().removesuffix(":").rstrip().removesuffix(".")
    return _PERIOD_WORD.search(before) if end.endswith(_PERIOD_ENDINGS) else None


def _is_cited(before: str) -> bool:
    small = before.lower()
    end = small.rstrip().removesuffix(".")
    if end.endswith(_CITED_ENDINGS) or "uud" in small or "undang dasar" in small:
        return bool(_CITED_BEFORE.search(before))
    return False
