"""A draft as YAML: every question with its place in the sheet, checks left for a person to choose."""

import json
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from emonev.language import say
from emonev.laws import citations_in
from emonev.load.questionnaire.cells import years_in
from emonev.load.questionnaire.found import Asked, Doubt
from emonev.load.questionnaire.points import Option
from emonev.model.exact import to_text
from emonev.model.text import Text

_YEARS_BACK = 5
_NONE_THERE = re.compile(r"\b(?:jika|bila|apabila|kalau) (?:memang )?tidak (?:ada|memiliki)\b")
_BANDS = (
    ("informatif", "Informatif", "Informative", 90),
    ("menuju-informatif", "Menuju Informatif", "Towards Informative", 80),
    ("cukup-informatif", "Cukup Informatif", "Fairly Informative", 60),
    ("kurang-informatif", "Kurang Informatif", "Less Informative", 40),
    ("tidak-informatif", "Tidak Informatif", "Not Informative", 0),
)
_MET = Text("Apakah bukti memenuhi pertanyaan ini?", "Does the evidence answer the question?")
_STEP = Text(
    "Apakah bukti layak mendapat paling sedikit {points} dari {best} poin{named}?",
    "Does the evidence deserve at least {points} of {best} points{named}?",
)
_DOUBTS = "# Yang tidak dapat dipahami / What could not be understood:"
_HEAD = """\
# yaml-language-server: $schema=rubric.schema.json
#
# Diimpor dari {file}; periksa dengan: emonev rubric lint
#   Kualifikasi, pembulatan, dan batas portal di bawah ini adalah isian umum; sesuaikan.
#   Setiap pemeriksaan “reviewed” menunggu pilihan yang lebih tepat (titled, dated-within, …).
# Imported from {file}; check it with: emonev rubric lint
#   Bands, rounding and portal limits below are common values; adapt them.
#   Every check `reviewed` awaits a better choice (titled, dated-within, …).
schema: emonev/rubric/1
id: {id}
title: {title}
authority: {authority}
year: {year}
category: {category}
status: internal
sources: [{source}]
bands:
{bands}
stages:
  - id: kuesioner
    title: {{id: Kuesioner, en: Questionnaire}}
    weight: 100
    indicators:"""


class Head(Struct, frozen=True, kw_only=True):
    """What stands above the questions."""

    id: str
    title: str
    file: str
    authority: str
    category: str
    year: int


class Part(Struct, frozen=True, kw_only=True):
    """An indicator of the draft; `prefix` begins the ids of its criteria."""

    id: str
    prefix: str
    title: str
    asked: tuple[Asked, ...]


def written(parts: Sequence[Part], doubts: Sequence[Doubt], head: Head) -> str:
    """Return the rubric; weights are those of the sheets, so that wrong sums show."""
    lines = [
        _HEAD.format(
            file=_comment(head.file),
            id=_quoted(head.id),
            title=_quoted(head.title),
            authority=_quoted(head.authority),
            year=head.year,
            category=_quoted(head.category),
            source=_quoted(head.file),
            bands="\n".join(
                f"  - {{id: {name}, label: {{id: {label}, en: {english}}}, from: {bound}}}"
                for name, label, english, bound in _BANDS
            ),
        )
    ]
    for part in parts:
        lines += _part(part, head.year)
    lines += [_DOUBTS] if doubts else []
    lines += [f"#   {_comment(d.place)}: {_comment(d.message.id)}" for d in doubts]
    return "\n".join(lines) + "\n"


def _part(part: Part, year: int) -> Iterator[str]:
    weight = sum((asked.weight for asked in part.asked), Fraction(0))
    yield f"      - id: {_quoted(part.id)}"
    yield f"        title: {_quoted(part.title)}"
    yield f"        weight: {to_text(weight)}"
    yield "        criteria:"
    width = max(2, len(str(len(part.asked))))
    for number, asked in enumerate(part.asked, start=1):
        yield from _criterion(f"{part.prefix}-{number:0{width}}", asked, year)


def _criterion(id_: str, asked: Asked, year: int) -> Iterator[str]:
    indent = " " * 12
    yield f"          # {_comment(asked.place)}" + (
        f", no. {_comment(asked.number)}" if asked.number else ""
    )
    yield f"          - id: {_quoted(id_)}"
    yield f"{indent}text: {_quoted(asked.question)}"
    for key, value in _said(asked, year):
        yield f"{indent}{key}: {value}"
    yield f"{indent}weight: {to_text(asked.weight)}"
    yield from (f"{indent}{line}" for line in _scoring(asked))


def _said(asked: Asked, year: int) -> Iterator[tuple[str, str]]:
    """Yield what the words say beside the question; nothing that they do not."""
    words = f"{asked.law} {asked.question} {asked.evidence} {asked.note}"
    laws = dict.fromkeys(_laws(words))
    if laws:
        yield "law", f"[{', '.join(map(_quoted, laws))}]"
    accepts = ". ".join(filter(None, (asked.evidence.rstrip(" ."), asked.note.rstrip(" ."))))
    if accepts:
        yield "accepts", _quoted(accepts)
    if asked.headings:
        yield "group", _quoted(asked.headings[-1])
    years = sorted({n for n in years_in(asked.question) if year - _YEARS_BACK <= n <= year})
    if years:
        yield "years", f"[{', '.join(_year(n, year) for n in years)}]"
    lower = words.lower()
    if _NONE_THERE.search(lower):
        needs = "surat-pernyataan" if "surat pernyataan" in lower else "alasan"
        yield "na", f"{{allowed: true, needs: {needs}}}"


def _laws(words: str) -> Iterator[str]:
    for citation in citations_in(words):
        if citation.places:
            yield from (f"{citation.law} {place}" for place in citation.places)
        else:
            yield citation.law


def _year(named: int, year: int) -> str:
    return "N" if named == year else f"N-{year - named}"


def _scoring(asked: Asked) -> Iterator[str]:
    """Yield one check for each step that earns something, from the lowest up."""
    best = asked.options[0].points if asked.options else asked.weight
    steps = _steps(asked.options, best)
    if len(steps) < 2:
        yield "scoring: all"
        yield "checks:"
        yield f"  - {_reviewed(_MET)}"
        return
    shares = ", ".join(to_text(option.points / best) for option in steps)
    yield f"scoring: {{form: steps, steps: [{shares}]}}"
    yield "checks:"
    for option in steps:
        named = f" (“{option.label}”)" if option.label else ""
        yield f"  - {_reviewed(say(_STEP, points=option.points, best=best, named=named))}"


def _steps(options: Sequence[Option], best: Fraction) -> list[Option]:
    """Return the options that earn something, the lowest first, each number of points once."""
    steps: dict[Fraction, Option] = {}
    for option in options:
        if 0 < option.points <= best:
            steps.setdefault(option.points, option)
    return sorted(steps.values(), key=lambda option: option.points)


def _reviewed(ask: Text) -> str:
    return f"{{kind: reviewed, ask: {{id: {_quoted(ask.id)}, en: {_quoted(ask.en)}}}}}"


def _quoted(text: str) -> str:
    """Return the text in quotes that hold whatever it is; JSON strings are YAML too."""
    return json.dumps(text, ensure_ascii=False) if text else '"–"'


def _comment(text: str) -> str:
    return " ".join(text.split())
