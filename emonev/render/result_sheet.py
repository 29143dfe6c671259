"""A result as a workbook or CSV: the sheet that verifiers fill in, the gaps, the evidence.

All that a result says is foreign: no cell of it may be read as a formula, in XLSX (cells are
written as text) or in CSV (a sign that begins a formula gets an apostrophe).
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from emonev.model.assessment import Assessment, CriterionResult, IndicatorResult, Points
from emonev.model.text import Language
from emonev.render.criteria import effort_shown, outcome_shown
from emonev.render.criterion_shown import CriterionShown, FindingShown
from emonev.render.parts import worst_first
from emonev.render.prepare import prepare
from emonev.render.signs import visible, visible_lines
from emonev.render.view import View
from emonev.render.words import words_in
from emonev.render.workbook import Looks, as_cell, harmless, height_of, looks_of, new_book, set_up

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # ships no types

Cell = str | Fraction | int
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


class _Table(Struct, frozen=True):
    """One sheet: its name, its columns with their widths, its rows; those in `strong` are sums."""

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: Sequence[Sequence[Cell]]
    strong: frozenset[int] = frozenset()


def result_workbook(assessment: Assessment, language: Language) -> bytes:
    """Return the result as XLSX: heads frozen, filters on, printed on A4 with heads repeated."""
    content = io.BytesIO()
    title = visible(f"{assessment.body.name} {assessment.year}")
    book = new_book(content, title)
    looks, names = looks_of(book), set[str]()
    for table in _tables(assessment, language):
        _sheet(book, table, title, looks, names)
    book.close()
    return content.getvalue()


def result_csv(assessment: Assessment, language: Language) -> bytes:
    """Return the criteria as CSV with a BOM, its cells parted as the language's Excel expects."""
    view = prepare(assessment, language)
    text = io.StringIO()
    writer = csv.writer(text, delimiter="," if language == "en" else ";")
    words = words_in(language)
    writer.writerow([words["indicator"], *(name for name, _ in _columns(language))])
    for table, title in _by_indicator(assessment, view, language):
        for row in table.rows:
            writer.writerow([harmless(title), *(_plain(cell, language) for cell in row)])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def _tables(assessment: Assessment, language: Language) -> Iterable[_Table]:
    view = prepare(assessment, language)
    yield _summary(assessment, view, language)
    for table, _ in _by_indicator(assessment, view, language):
        yield table
    yield _actions(assessment, language)
    yield _evidence(view, language)


def _summary(assessment: Assessment, view: View, language: Language) -> _Table:
    words = words_in(language)
    said = [
        (words["year"], view.head.year),
        *((fact.name, fact.value) for fact in view.head.facts),
        (words["rubric"], f"{view.head.rubric} ({view.head.status_word})"),
        (words["total"], f"{view.total.total} · {view.total.qualification}"),
        *((voice.name, f"{voice.total} {voice.qualification}") for voice in view.voices),
        *(("", sentence) for sentence in (*view.total.sentences, *view.total.near)),
    ]
    rows: list[Sequence[Cell]] = [[name, value] for name, value in said]
    strong = set[int]()
    for stage in assessment.stages:
        strong.add(len(rows))
        rows.append([*_level(stage.title.in_language(language), stage.points, stage.full)])
        rows += [_level(f"  {_title(i, language)}", i.points, i.full) for i in stage.indicators]
    whole = assessment.total
    rows.append(
        [words["sum"], "", whole.exact_low, whole.exact_high - whole.exact_low,
         100 - whole.exact_high, Fraction(100)]
    )  # fmt: skip
    strong.add(len(rows) - 1)
    columns = (
        (words["indicator"], 44), (words["result"], 60), (words["earned"], 11),
        (words["pending"], 11), (words["lost"], 11), (words["full"], 11),
    )  # fmt: skip
    return _Table(words["sheet_summary"], columns, rows, frozenset(strong))


def _level(title: str, points: Points, full: Fraction) -> list[Cell]:
    return [visible(title), "", points.earned, points.pending, points.lost, full]


def _columns(language: Language) -> tuple[tuple[str, int], ...]:
    words = words_in(language)
    return (
        ("No", 9), (words["question"], 38), (words["answer"], 11), (words["evidence_files"], 32),
        (words["review"], 24), (words["outcome"], 14), (words["note"], 46), (words["points"], 9),
        (words["pending"], 11), (words["full"], 10),
    )  # fmt: skip


def _by_indicator(
    assessment: Assessment, view: View, language: Language
) -> Iterable[tuple[_Table, str]]:
    """Yield each indicator's "Lembar Hasil Penilaian" with the indicator's title."""
    indicators = [i for stage in assessment.stages for i in stage.indicators]
    for indicator, shown in zip(indicators, view.indicators, strict=True):
        pairs = zip(indicator.criteria, shown.criteria, strict=True)
        rows = [_criterion(criterion, drawn, language) for criterion, drawn in pairs]
        yield _Table(_title(indicator, language), _columns(language), rows), shown.title


def _criterion(
    criterion: CriterionResult, shown: CriterionShown, language: Language
) -> Sequence[Cell]:
    words = words_in(language)
    claim = next((fact.value for fact in shown.facts if fact.name == words["claim"]), "")
    review = shown.review
    return [
        visible(criterion.id), shown.question, claim,
        "\n".join([*map(visible, criterion.evidence), *(link.text for link in shown.links)]),
        "\n".join(filter(None, (review.line, review.why, *review.sentences))) if review else "",
        outcome_shown(criterion.outcome, language).word,
        "\n".join(dict.fromkeys(_told(found) for found in shown.findings)),
        criterion.points.earned, criterion.points.pending, criterion.full,
    ]  # fmt: skip


def _told(found: FindingShown) -> str:
    return f"{found.outcome.plain_sign} {found.message}"


def _actions(assessment: Assessment, language: Language) -> _Table:
    """Return what is to be done, the most costly first."""
    words = words_in(language)
    rows: list[Sequence[Cell]] = [
        [
            rank, visible(c.id), visible_lines(c.text.in_language(language)),
            visible_lines(c.remedy.in_language(language)) if c.remedy else words["see_findings"],
            effort_shown(c.effort, language), c.points.lost + c.points.pending, "", "",
        ]
        for rank, c in enumerate(worst_first(assessment), start=1)
    ]  # fmt: skip
    columns = (
        ("No", 6), (words["criterion"], 10), (words["question"], 42), (words["remedy"], 46),
        (words["effort"], 16), (words["cost"], 10), (words["person"], 20), (words["due"], 13),
    )  # fmt: skip
    return _Table(words["sheet_actions"], columns, rows)


def _evidence(view: View, language: Language) -> _Table:
    words = words_in(language)
    rows = [
        [file.link.text, file.title, file.content, file.years, file.sha256,
         ", ".join(link.text for link in file.criteria),
         "\n".join(filter(None, (file.problem, *file.notes)))]
        for file in view.evidence
    ]  # fmt: skip
    columns = (
        (words["file"], 40), (words["title_of_document"], 30), (words["content"], 24),
        (words["years"], 11), ("SHA-256", 37), (words["criterion"], 15), (words["note"], 40),
    )  # fmt: skip
    return _Table(words["evidence"], columns, rows)


def _title(indicator: IndicatorResult, language: Language) -> str:
    return visible(indicator.title.in_language(language))


def _sheet(book: "Workbook", table: _Table, title: str, looks: Looks, names: set[str]) -> None:
    sheet = book.add_worksheet(_sheet_name(table.name, names))
    widths = [width for _, width in table.columns]
    for column, (name, width) in enumerate(table.columns):
        sheet.set_column(column, column, width)
        of_numbers = any(not isinstance(row[column], str) for row in table.rows[-1:])
        sheet.write_string(0, column, name, looks.number_head if of_numbers else looks.head)
    for at, row in enumerate(table.rows):
        cells = [as_cell(cell) if isinstance(cell, str) else cell for cell in row]
        sheet.set_row(at + 1, height_of(cells, widths))
        _row(sheet, at + 1, cells, looks, strong=at in table.strong)
    set_up(sheet, title, head=0, rows=len(table.rows), columns=len(widths), held=1)


def _row(sheet: Any, at: int, cells: Sequence[Cell], looks: Looks, *, strong: bool) -> None:
    for column, cell in enumerate(cells):
        if isinstance(cell, str):
            sheet.write_string(at, column, cell, looks.strong if strong else looks.text)
        elif isinstance(cell, int):
            sheet.write_number(at, column, cell, looks.rank)
        else:  # a cell holds a binary number; what counts is exact in the JSON
            look = looks.strong_number if strong else looks.number
            sheet.write_number(at, column, float(cell), look)


def _sheet_name(wanted: str, taken: set[str]) -> str:
    """Return a name that Excel takes: 31 signs, some forbidden, each once."""
    short = re.sub("[^\u0020-\ufffd]", " ", wanted.translate(_FORBIDDEN_IN_NAMES))
    base = " ".join(short.split())[:31].strip() or "-"
    name, number = base, 1
    while name.casefold() in taken or name.casefold() == "history":
        number += 1
        name = f"{base[: 30 - len(str(number))]} {number}"
    taken.add(name.casefold())
    return name


def _plain(cell: Cell, language: Language) -> str:
    if isinstance(cell, Fraction):
        from emonev.language import number

        return number(cell, language, 2, fixed=True).replace("." if language == "id" else ",", "")
    return harmless(str(cell))
