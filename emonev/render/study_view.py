"""A study prepared for drawing in one language, and drawn on a terminal and on a page."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from msgspec import Struct

from emonev.language import Value, say
from emonev.model.comparison import STUDY_SCHEMA, Lead, Study
from emonev.model.text import Language, Text
from emonev.render import gap_words
from emonev.render import study_words as words
from emonev.render.gap_numbers import fitted_effects, plain, signed, units
from emonev.render.gap_shown import EffectShown, EntryShown, ListShown, SectionShown
from emonev.render.gap_view import span
from emonev.render.json_file import schema_of
from emonev.render.page import draw_page
from emonev.render.signs import visible
from emonev.render.tables import table, wrapped

_PLACES = 2
_FILES = 3  # files that a note names of each body


class BodyShown(Struct, frozen=True, kw_only=True, gc=False):
    """One of the results."""

    name: str
    total: str
    band: str


class StudyView(Struct, frozen=True, kw_only=True, gc=False):
    """A study, ready to be drawn in one language."""

    language: Language
    title: str
    kind: str
    between: str
    bodies: tuple[BodyShown, ...]
    average: str
    effects: tuple[EffectShown, ...]
    sum: EffectShown
    losing: str
    sections: tuple[SectionShown, ...]
    lists: tuple[ListShown, ...]
    heads: dict[str, str]


def prepare_study(study: Study, language: Language) -> StudyView:
    """Return the study in one language."""
    return _Prepared(study, language).view()


def study_page(view: StudyView) -> str:
    """Return the study as one HTML file."""
    styles = ("assessment/style.css", "comparison/style.css")
    return draw_page("comparison/study.html.j2", view, styles=styles)


def study_schema() -> dict[str, Any]:
    """Return the JSON Schema of a study, as published in reports/study.schema.json."""
    about = "A result beside those of reference bodies: what `emonev gap --against` saves."
    return schema_of(Study, STUDY_SCHEMA, "emonev study", about)


def study_text(view: StudyView) -> str:
    """Return the study as lines of at most 80 signs."""
    lines = [view.title, "=" * len(view.title), *wrapped(view.between), ""]
    rows = [(one.name, one.total, one.band) for one in view.bodies]
    head = (view.heads["body"], view.heads["total"], view.heads["band"])
    lines += table(head, [*rows, (view.heads["average"], view.average, "")])
    effects = [(one.name, one.low) for one in (*view.effects, view.sum)]
    lines += ["", *table((view.heads["distance"], ""), effects), "", *wrapped(view.losing)]
    for section in view.sections:
        lines += ["", f"{section.heading} ({section.count})"]
        lines += [line for entry in section.entries for line in _entry(entry)]
    for listed in view.lists[:-1]:  # the method stands on the page
        lines += ["", *(line for one in listed.lines for line in wrapped(one))]
    return "\n".join(lines)


def _entry(entry: EntryShown) -> Iterator[str]:
    yield from wrapped(f"{entry.head} · {entry.question}", f"  {entry.id}  ", "    ")
    for note in entry.notes:
        yield from wrapped(note, "    - ", "      ")


class _Prepared:
    def __init__(self, study: Study, language: Language) -> None:
        self.study, self.language = study, language
        self.behind = [lead for lead in study.leads if lead.points > 0]
        self.better = [lead for lead in reversed(study.leads) if lead.points < 0]

    def view(self) -> StudyView:
        study = self.study
        lost = sum((lead.points for lead in self.behind), Fraction(0))
        return StudyView(
            language=self.language,
            title=self.told(words.TITLE, year=f"{study.ours.year}"),
            kind=self.told(words.KIND),
            between=self.told(
                words.BESIDE,
                ours=study.ours.body.name,
                others=", ".join(one.body.name for one in study.references),
            ),
            bodies=tuple(self.bodies()),
            average=self.points(study.average),
            effects=self.effects(),
            sum=self.effect("sum", words.SUM, units(study.moved, _PLACES)),
            losing=self.told(words.LOSING, count=len(self.behind), points=self.points(lost)),
            sections=tuple(self.sections()),
            lists=tuple(self.lists()),
            heads=self.heads(),
        )

    def told(self, template: Text, **values: Value) -> str:
        return visible(say(template, **values).in_language(self.language))

    def points(self, value: Fraction) -> str:
        return plain(units(value, _PLACES), _PLACES, self.language)

    def heads(self) -> dict[str, str]:
        heads = {
            "body": words.BODY,
            "total": words.TOTAL,
            "band": words.BAND,
            "average": words.AVERAGE,
            "distance": words.DISTANCE,
            "references": words.REFERENCES,
        }
        return {name: self.told(text) for name, text in heads.items()}

    def bodies(self) -> Iterator[BodyShown]:
        for one in (self.study.ours, *self.study.references):
            yield BodyShown(
                name=f"{visible(one.body.name)} ({one.year})",
                total=span(one.total, self.language),
                band=self.told(one.total.qualification.label),
            )

    def effects(self) -> tuple[EffectShown, ...]:
        moved = units(self.study.moved, _PLACES)
        fitted = fitted_effects(self.study.effects, moved, _PLACES)
        named = zip(gap_words.EFFECTS.items(), fitted, strict=True)
        return tuple(self.effect(id_, name, amount) for (id_, (name, _)), amount in named)

    def effect(self, id_: str, name: Text, amount: int) -> EffectShown:
        low = signed(amount, _PLACES, self.language)
        return EffectShown(id=id_, name=self.told(name), meaning="", low=low, high=low)

    def sections(self) -> Iterator[SectionShown]:
        groups = [*words.EFFORTS, (0, "longer", words.LONGER), (0, "unknown", words.NOT_KNOWN)]
        for _, id_, heading in groups:
            leads = [lead for lead in self.behind if _effort(lead) == id_]
            if leads:
                yield self.section(id_, heading, leads)
        if self.better:
            yield self.section("better", words.WINNING, self.better)

    def section(self, id_: str, heading: Text, leads: Sequence[Lead]) -> SectionShown:
        entries = tuple(map(self.entry, leads))
        return SectionShown(
            id=id_, heading=self.told(heading), about="", count=len(entries), entries=entries
        )

    def entry(self, lead: Lead) -> EntryShown:
        return EntryShown(
            id=visible(" + ".join(lead.ids)),
            question=self.told(Text("{text}", "{text}"), text=lead.text),
            head=self.told(words.WORTH, points=self.points(abs(lead.points))),
            points="",
            outcomes="",
            notes=tuple(self.notes(lead)),
        )

    def notes(self, lead: Lead) -> Iterator[str]:
        several = len(self.study.references) > 1
        if several and lead.behind:
            yield self.told(words.BEHIND, bodies=", ".join(lead.behind))
        if lead.points < 0:
            return
        if several:
            yield self.told(words.AHEAD, bodies=", ".join(lead.ahead))
        yield from self.evidence(lead)
        if lead.remedy:
            yield self.told(words.REMEDY, remedy=lead.remedy)

    def evidence(self, lead: Lead) -> Iterator[str]:
        """Yield what each body shows: kinds of files, and their titles or else their names."""
        for body in dict.fromkeys(one.body for one in lead.shown):
            files = [one for one in lead.shown if one.body == body]
            named = [
                f"{one.format.upper()} “{one.title or one.path.rpartition('/')[2]}”"
                for one in files[:_FILES]
            ]
            more = [f"+{len(files) - _FILES}"] if len(files) > _FILES else []
            yield self.told(words.SHOWN, body=body, files="; ".join([*named, *more]))
        if not lead.shown:
            yield self.told(words.SHOWN_NOTHING)

    def lists(self) -> Iterator[ListShown]:
        remarks = tuple(self.told(one.text) for one in self.study.remarks)
        if remarks:
            yield ListShown(id="catatan", heading=self.told(words.REMARKS), lines=remarks)
        method = tuple(map(self.told, words.METHOD_LINES))
        yield ListShown(id="cara", heading=self.told(words.METHOD), lines=method)


def _effort(lead: Lead) -> str:
    if lead.effort is None:
        return "unknown"
    return next((id_ for days, id_, _ in words.EFFORTS if lead.effort <= days), "longer")
