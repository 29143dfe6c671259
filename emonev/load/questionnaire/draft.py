"""The draft of a rubric: the questions of all sheets under their indicators, and the doubts."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from emonev.errors import EmonevError
from emonev.load.questionnaire.cells import years_in
from emonev.load.questionnaire.found import Asked, Doubt, SheetRead
from emonev.load.questionnaire.rows import read_sheet
from emonev.load.questionnaire.writing import Head, Part, written
from emonev.load.rules import LONGEST_ID, is_good_id
from emonev.model.grid import Sheet
from emonev.model.text import Text
from emonev.normalise import normalise

_NO_QUESTIONS = Text(
    "tidak ada pertanyaan berbobot di dalam berkas ini",
    "there are no questions with points in this file",
)
_MEND_QUESTIONS = Text(
    "Periksa apakah ada baris judul kolom seperti No, Pertanyaan, Bukti, Nilai, dan Bobot.",
    "See whether there is a header row such as No, Pertanyaan, Bukti, Nilai and Bobot.",
)
_NO_YEAR = Text(
    "tahun kuesioner tidak ditemukan di dalam berkas",
    "the questionnaire's year was not found in the file",
)
_MEND_YEAR = Text("Tambahkan --year.", "Add --year.")
_GENERIC = re.compile(r"(?:sheet|lembar|lembar kerja|worksheet|table|tabel) ?\d*", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{3,}")
_IDLE = frozenset({"informasi", "dan", "yang", "untuk", "dengan", "tentang", "atau"})


class Given(Struct, frozen=True, kw_only=True):
    """What a person says about the questionnaire; the year is looked for where it is not said."""

    id: str
    file: str
    category: str
    authority: str
    year: int | None = None
    title: str = ""


class Draft(Struct, frozen=True, kw_only=True):
    """A rubric as YAML, and what could not be understood.

    `rows` counts all questions found, `criteria` those with points; `weights` is their sum.
    """

    yaml: str
    doubts: tuple[Doubt, ...]
    rows: int
    criteria: int
    indicators: int
    weights: Fraction
    year: int


def import_questionnaire(sheets: Sequence[Sheet], given: Given) -> Draft:
    """Return the draft; raises EmonevError where there is no question or no year."""
    read = [read_sheet(sheet) for sheet in sheets]
    parts = _parts(read)
    if not parts:
        raise EmonevError("no-questions", _NO_QUESTIONS, _MEND_QUESTIONS)
    year = given.year or _year(sheets)
    asked = [one for part in parts for one in part.asked]
    doubts = tuple(doubt for sheet in read for doubt in sheet.doubts)
    head = Head(
        id=given.id,
        title=given.title or f"Kuesioner {given.id}",
        file=given.file,
        authority=given.authority,
        category=given.category,
        year=year,
    )
    return Draft(
        yaml=written(parts, doubts, head),
        doubts=doubts,
        rows=sum(sheet.rows for sheet in read),
        criteria=len(asked),
        indicators=len(parts),
        weights=sum((one.weight for one in asked), Fraction(0)),
        year=year,
    )


def _year(sheets: Sequence[Sheet]) -> int:
    """Return the year that the first lines name, else the one named most often."""
    texts = [" ".join(row) for sheet in sheets for row in sheet.rows]
    for some in (texts[:8], texts):
        named = Counter(year for text in some for year in years_in(text))
        if named:
            return max(named, key=lambda year: (named[year], year))
    raise EmonevError("no-year", _NO_YEAR, _MEND_YEAR)


def _parts(read: Sequence[SheetRead]) -> list[Part]:
    """Return the indicators: as a column names them, else the sheets, else the highest headings."""
    with_questions = [sheet for sheet in read if sheet.asked]
    several = len(with_questions) > 1
    titles: dict[str, list[Asked]] = {}
    for sheet in with_questions:
        for title, asked in _titled(sheet, several=several):
            titles.setdefault(title, []).append(asked)
    ids = _ids(list(titles))
    return [
        Part(id=ids[title][0], prefix=ids[title][1], title=title, asked=tuple(asked))
        for title, asked in titles.items()
    ]


def _titled(sheet: SheetRead, *, several: bool) -> Iterator[tuple[str, Asked]]:
    own = sheet.title if _GENERIC.fullmatch(sheet.name.strip()) else sheet.name.strip()
    for asked in sheet.asked:
        if asked.indicator:
            yield asked.indicator, asked
        elif several or not asked.headings:
            yield own or sheet.name or "Kuesioner", asked
        else:
            yield asked.headings[0], asked


def _ids(titles: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return for each title an id, and the letters that its criteria's ids begin with."""
    ids: dict[str, tuple[str, str]] = {}
    taken: set[str] = set()
    for number, title in enumerate(titles, start=1):
        words = [word for word in _WORD.findall(normalise(title)) if word not in _IDLE]
        whole = "-".join(words or ["indikator", str(number)])[: LONGEST_ID - 4].rstrip("-")
        letters = _letters(words, number, taken)
        known = {id_ for id_, _ in ids.values()}
        id_ = whole if is_good_id(whole) and whole not in known else f"{whole}-{number}"
        ids[title] = (id_, letters)
        taken.add(letters)
    return ids


def _letters(words: Sequence[str], number: int, taken: set[str]) -> str:
    """Return three letters: of the first word, of the initials, or counted where both are taken."""
    initials = "".join(word[0] for word in words)[:3]
    for tried in (words[0][:3] if words else "", initials if len(initials) > 1 else ""):
        if tried and tried.upper() not in taken:
            return tried.upper()
    return f"I{number:02}"
