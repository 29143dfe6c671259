"""The note in each evidence folder: what is asked there, and what counts as proof."""

import textwrap
from collections.abc import Iterator

from emonev.language import say, size_text
from emonev.model.portal import Portal
from emonev.model.rubric import Criterion, Rubric
from emonev.model.text import Language, Text
from emonev.model.years import YearRule

WIDTH = 78  # old Notepads do not wrap lines

_ACCEPTS = Text("Bukti yang diterima", "Accepted proof")
_YEARS = Text("Tahun bukti", "Years of the evidence")
_LAW = Text("Dasar hukum", "Legal basis")
_PORTAL = Text("Batas portal", "Limits of the portal")
_REMEDY = Text("Bila belum ada", "If it is missing")
_NOT_APPLICABLE = Text("Bila tidak berlaku", "If it does not apply")
_HOW = Text("Cara menyerahkan", "How to hand it in")

_ONE_YEAR = Text("tahun {first}", "the year {first}")
_SPAN = Text("tahun {first} sampai {last}", "the years {first} to {last}")
_LATEST = Text("edisi terbaru sampai {year}", "the latest edition up to {year}")
_PERIOD = Text(
    "dokumen dengan periode yang mencakup tahun {year}",
    "a document for a period that covers {year}",
)
_OR = Text("{first}, atau {last}", "{first}, or {last}")
_FILES = Text(
    "Berkas {formats}, paling besar {limit} setiap berkas.",
    "Files of the format {formats}, at most {limit} each.",
)
_LARGER_AS_LINK = Text(
    "{files} Yang lebih besar diserahkan sebagai tautan.",
    "{files} Larger ones are handed in as a link.",
)
_NA_STATEMENT = Text(
    "Tulis alasannya di jawaban/{year}.yaml dan lampirkan surat pernyataan di folder ini.",
    "Give the reason in jawaban/{year}.yaml and put the signed statement into this folder.",
)
_NA_REASON = Text(
    "Tulis alasannya di jawaban/{year}.yaml.", "Give the reason in jawaban/{year}.yaml."
)
_NA_NEVER = Text(
    "Kriteria ini wajib dijawab oleh semua yang dinilai.",
    "Everyone who is assessed must answer this criterion.",
)
_HAND_IN = Text(
    "Letakkan berkas bukti di folder ini; nama berkas bebas. Tulis tautan di jawaban/{year}.yaml. "
    "Berkas petunjuk ini sendiri tidak dinilai.",
    "Put the files into this folder under any name. Write links into jawaban/{year}.yaml. This "
    "note itself is not judged.",
)


def note_of(criterion: Criterion, rubric: Rubric, year: int, language: Language) -> str:
    """Return the note as wrapped lines."""
    parts = [criterion.id, _wrapped(criterion.text.in_language(language), "")]
    for heading, text in _sections(criterion, rubric, year):
        body = _wrapped(text.in_language(language), "  ")
        parts.append(f"\n{heading.in_language(language)}:\n{body}")
    return "\n".join(parts) + "\n"


def _sections(criterion: Criterion, rubric: Rubric, year: int) -> Iterator[tuple[Text, Text]]:
    if criterion.accepts:
        yield _ACCEPTS, criterion.accepts
    if criterion.years:
        yield _YEARS, _years(criterion.years, year)
    if criterion.law:
        laws = "\n".join(f"- {law}" for law in criterion.law)
        yield _LAW, Text(laws, laws)
    yield _PORTAL, _limits(rubric.portal)
    if criterion.remedy:
        yield _REMEDY, criterion.remedy
    yield _NOT_APPLICABLE, say(_not_applicable(criterion), year=f"{year}")
    yield _HOW, say(_HAND_IN, year=f"{year}")


def _years(rules: tuple[YearRule, ...], year: int) -> Text:
    told = [_rule(rule, year) for rule in rules]
    text = told[0]
    for following in told[1:]:
        text = say(_OR, first=text, last=following)
    return text


def _rule(rule: YearRule, year: int) -> Text:
    if rule.form != "years":
        return say(_LATEST if rule.form == "latest" else _PERIOD, year=f"{year}")
    offset = year if rule.relative else 0
    first, last = rule.first + offset, rule.last + offset
    return say(_ONE_YEAR if first == last else _SPAN, first=f"{first}", last=f"{last}")


def _limits(portal: Portal) -> Text:
    formats = ", ".join(name.upper() for name in portal.formats)
    files = say(_FILES, formats=formats, limit=size_text(portal.max_bytes))
    return say(_LARGER_AS_LINK, files=files) if portal.links else files


def _not_applicable(criterion: Criterion) -> Text:
    if not criterion.na.allowed:
        return _NA_NEVER
    return _NA_REASON if criterion.na.needs == "alasan" else _NA_STATEMENT


def _wrapped(text: str, indent: str) -> str:
    lines = []
    for line in text.splitlines():
        deeper = indent + ("  " if line.startswith("- ") else "")
        lines.append(
            textwrap.fill(
                line, WIDTH, initial_indent=indent, subsequent_indent=deeper,
                break_long_words=False, break_on_hyphens=False,
            )
        )  # fmt: skip
    return "\n".join(lines)
