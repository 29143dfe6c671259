"""A study as a table for a spreadsheet: one line for each criterion on which the bodies differ."""

from collections.abc import Iterator, Sequence

from emonev.model.comparison import Lead, Shown, Study
from emonev.model.text import Language, Text
from emonev.render.csv_table import cell, csv_table, figure

_COLUMNS = (
    Text("Kriteria", "Criteria"),
    Text("Pertanyaan", "Question"),
    Text("Poin pembanding dikurangi poin kita", "Points of the references less ours"),
    Text("Pembanding yang lebih baik", "References that are better"),
    Text("Pembanding yang lebih rendah", "References that are worse"),
    Text("Bukti pembanding", "Evidence of the references"),
    Text("Tindakan", "To do"),
    Text("Hari kerja", "Working days"),
)


def study_csv(study: Study, language: Language) -> str:
    """Return every criterion on which a reference certainly earns more or less than we do."""
    return csv_table(_rows(study, language), language)


def _rows(study: Study, language: Language) -> Iterator[list[str]]:
    yield [text.in_language(language) for text in _COLUMNS]
    for lead in study.leads:
        yield _row(lead, language)


def _row(lead: Lead, language: Language) -> list[str]:
    return [
        cell(" + ".join(lead.ids)),
        cell(lead.text.in_language(language)),
        figure(lead.points, language),
        cell("; ".join(lead.ahead)),
        cell("; ".join(lead.behind)),
        cell("; ".join(_files(lead.shown))),
        cell(lead.remedy.in_language(language)) if lead.remedy else "",
        figure(lead.effort, language) if lead.effort is not None else "",
    ]


def _files(shown: Sequence[Shown]) -> Iterator[str]:
    for file in shown:
        yield f"{file.body}: {file.path}" + (f" ({file.title})" if file.title else "")
