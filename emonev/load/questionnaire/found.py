"""What is found in a sheet: questions, and what could not be understood, with the words for it."""

from fractions import Fraction

from msgspec import Struct

from emonev.load.questionnaire.points import Option
from emonev.model.text import Text


class Doubt(Struct, frozen=True, order=True):
    """Something that could not be understood, with its cell ("Sarana!B12") or sheet."""

    place: str
    slug: str
    message: Text


class Asked(Struct, frozen=True, kw_only=True):
    """One question as the sheet asks it. `weight` is over 0; `options` stand best first."""

    place: str
    number: str
    question: str
    weight: Fraction
    options: tuple[Option, ...] = ()
    indicator: str = ""
    headings: tuple[str, ...] = ()
    evidence: str = ""
    note: str = ""
    law: str = ""


class SheetRead(Struct, frozen=True):
    """What one sheet gave: `rows` counts its questions, those without points included."""

    name: str
    title: str
    asked: tuple[Asked, ...]
    unscored: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    rows: int


NO_TABLE = Text(
    "lembar ini tidak berisi tabel pertanyaan", "there is no table of questions on this sheet"
)
HIDDEN = Text("lembar tersembunyi tidak diimpor", "a hidden sheet is not imported")
NO_POINTS = Text(
    "pertanyaan tanpa bobot dan poin tidak diimpor: “{question}”",
    "a question without weight and points is not imported: “{question}”",
)
PART = Text(
    "bobot bagian “{question}” ({weight}) tidak dipakai; bobot pertanyaannya yang dipakai",
    "the weight of the part “{question}” ({weight}) is not used; those of its questions are",
)
ZERO = Text(
    "pertanyaan berbobot 0 tidak diimpor: “{question}”",
    "a question that weighs 0 is not imported: “{question}”",
)
UNCLEAR = Text("poin “{cell}” tidak dapat dipahami", "the points “{cell}” cannot be understood")
DATE = Text(
    "“{cell}” adalah tanggal; aplikasi lembar kerja mungkin mengubah poin seperti “3/2/1”",
    "“{cell}” is a date; the spreadsheet may have changed points such as “3/2/1”",
)
MISMATCH = Text(
    "poin tertinggi {points} bukan bobotnya, {weight}; bobot yang dipakai",
    "the highest points, {points}, are not the weight, {weight}; the weight is used",
)
TOTAL = Text(
    "tertulis jumlah {stated}, tetapi bobot di atasnya berjumlah {found}",
    "the sheet states a sum of {stated}, but the weights above add up to {found}",
)
UNUSED = Text("kolom “{head}” tidak dipakai", "the column “{head}” is not used")
ALONE = Text("teks tanpa pertanyaan: “{cell}”", "text without a question: “{cell}”")
