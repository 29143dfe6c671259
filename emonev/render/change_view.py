"""The comparison of two rubrics, prepared: every number printed, every part in its section.

Printed points add up: those of each rubric to 100, and every move is the difference of what is
printed beside it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from emonev.language import Value, decimal, say
from emonev.model.text import Language, Text
from emonev.render import change_words as words
from emonev.render.signs import visible
from emonev.rubric_change import Asked, CriteriaChange, LevelChange, RubricChange
from emonev.score import largest_remainder

PLACES = 2
HUNDRED = 100 * 10**PLACES


class Question(Struct, frozen=True, kw_only=True, gc=False):
    """A criterion of one of the two rubrics."""

    id: str
    question: str
    points: str


class Entry(Struct, frozen=True, kw_only=True, gc=False):
    """One match: `head` is the question to show first, `others` what belongs to it."""

    id: str
    question: str
    points: str
    moved: str
    notes: tuple[str, ...]
    formerly: tuple[Question, ...]
    now: tuple[Question, ...]


class Section(Struct, frozen=True, kw_only=True, gc=False):
    """The matches of one kind."""

    id: str
    heading: str
    count: str
    entries: tuple[Entry, ...]


class LevelRow(Struct, frozen=True, kw_only=True, gc=False):
    """A stage or indicator with what it is worth in either year."""

    title: str
    is_stage: bool
    before: str
    after: str
    moved: str
    criteria: str


class ChangeView(Struct, frozen=True, kw_only=True, gc=False):
    """A comparison, ready to be drawn in one language."""

    language: Language
    title: str
    between: str
    size: str
    older: str
    newer: str
    counts: tuple[str, ...]
    heads: tuple[str, ...]
    levels: tuple[LevelRow, ...]
    sections: tuple[Section, ...]
    kept: Section
    kept_words: str
    formerly: str
    now: str
    points: str
    sum_name: str
    sum_points: str
    remarks: tuple[str, ...]


def prepare_change(change: RubricChange, language: Language) -> ChangeView:
    """Return the comparison in one language."""
    return _Prepared(change, language).view()


class _Prepared:
    def __init__(self, change: RubricChange, language: Language) -> None:
        self.change, self.language = change, language
        self.before = _printed(change, "older")
        self.after = _printed(change, "newer")

    def view(self) -> ChangeView:
        change = self.change
        named = {"old": change.older.id, "new": change.newer.id}
        sections = [self.section(id_, self.of(id_)) for id_ in words.SECTIONS]
        kept = sections.pop()
        return ChangeView(
            language=self.language,
            title=self.told(words.TITLE, year=f"{change.newer.year}"),
            between=self.told(words.BETWEEN, newer=change.newer.title, older=change.older.title),
            size=self.told(
                words.SIZE, before=change.older.criteria, after=change.newer.criteria, **named
            ),
            older=f"{change.older.year}",
            newer=f"{change.newer.year}",
            counts=tuple(self.counted(section) for section in sections if section.entries),
            heads=tuple(map(self.told, (words.PART, words.CRITERIA, words.MOVED))),
            levels=tuple(map(self.level, change.levels)),
            sections=tuple(section for section in sections if section.entries),
            kept=kept,
            kept_words=self.told(
                words.KEPT_COUNT,
                count=len(kept.entries),
                moved=sum(1 for entry in kept.entries if entry.moved != self.signed(0)),
            ),
            formerly=self.told(words.FORMERLY),
            now=self.told(words.NOW),
            points=self.told(words.POINTS),
            sum_name=self.told(words.SUM),
            sum_points=self.decimal(HUNDRED),
            remarks=tuple(self.remarks(named)),
        )

    def remarks(self, named: Mapping[str, str]) -> Iterator[str]:
        yield self.told(words.RECONCILED, sum=self.decimal(HUNDRED), **named)
        yield self.told(words.WHY_MOVED)
        if self.change.unresolved:
            ids = ", ".join(self.change.unresolved)
            yield self.told(words.UNRESOLVED, ids=ids, **named)

    def told(self, template: Text, **values: Value) -> str:
        return self.printed(say(template, **values))

    def printed(self, text: Text) -> str:
        """Return words that are finished: foreign ones may hold braces."""
        return visible(text.in_language(self.language))

    def of(self, id_: str) -> list[CriteriaChange]:
        found = [match for match in self.change.criteria if _section_of(match) == id_]
        if id_ == "reweighted":
            found.sort(key=lambda match: -abs(match.moved))
        return found

    def section(self, id_: str, matches: Iterable[CriteriaChange]) -> Section:
        entries = tuple(map(self.entry, matches))
        return Section(
            id=id_,
            heading=self.told(words.SECTIONS[id_][0]),
            count=f"{len(entries)}",
            entries=entries,
        )

    def counted(self, section: Section) -> str:
        return f"{section.count} {self.told(words.SECTIONS[section.id][1])}"

    def entry(self, match: CriteriaChange) -> Entry:
        head = (match.newer or match.older)[0]
        before, after = _sum(match.older, self.before), _sum(match.newer, self.after)
        several = match.form in {"merged", "split", "regrouped"}
        reworded = "reworded" in match.codes and match.older[0].text != head.text
        return Entry(
            id=visible(head.id),
            question=self.printed(head.text),
            points=self.points(match, before, after),
            moved=self.signed(after - before),
            notes=tuple(self.notes(match)),
            formerly=self.questions(match.older, self.before) if several or reworded else (),
            now=self.questions(match.newer, self.after) if len(match.newer) > 1 else (),
        )

    def notes(self, match: CriteriaChange) -> Iterator[str]:
        if match.form in words.FORMS:
            yield self.form(match)
        if match.form == "new":
            head = match.newer[0]
            if head.accepts:
                yield self.told(words.ACCEPTS, accepts=head.accepts)
            if head.law:
                yield self.told(words.LAW, laws="; ".join(head.law))
        for difference in match.differences:
            yield self.printed(difference.text)

    def form(self, match: CriteriaChange) -> str:
        count = len(match.older) if match.form == "merged" else len(match.newer)
        return self.told(words.FORMS[match.form], count=count, before=len(match.older))

    def questions(self, asked: Sequence[Asked], units: Mapping[str, int]) -> tuple[Question, ...]:
        return tuple(
            Question(
                id=visible(one.id),
                question=self.printed(one.text),
                points=self.decimal(units[one.id]),
            )
            for one in asked
        )

    def points(self, match: CriteriaChange, before: int, after: int) -> str:
        template = words.POINTS_THEN if before != after else words.POINTS_SAME
        template = {"new": words.POINTS_NEW, "dropped": words.POINTS_GONE}.get(match.form, template)
        return self.told(
            template,
            before=self.decimal(before),
            after=self.decimal(after),
            moved=self.signed(after - before),
        )

    def level(self, level: LevelChange) -> LevelRow:
        before = self.units_of(level, self.before, "older", level.before)
        after = self.units_of(level, self.after, "newer", level.after)
        asks = level.criteria_before or level.criteria_after
        title = level.title if asks else say(words.ENTERED, title=level.title)
        count = f"{level.criteria_before} → {level.criteria_after}"
        if level.criteria_before == level.criteria_after:
            count = f"{level.criteria_after}"
        return LevelRow(
            title=self.printed(title),
            is_stage=level.level == "stage",
            before=self.decimal(before),
            after=self.decimal(after),
            moved=self.signed(after - before),
            criteria=count if asks else "–",
        )

    def units_of(
        self, level: LevelChange, units: Mapping[str, int], side: str, exact: Fraction
    ) -> int:
        if not exact:
            return 0
        if level.level == "stage" and _stage_key(level.id) in units:
            return units[_stage_key(level.id)]
        return sum(
            units[one.id]
            for match in self.change.criteria
            for one in (match.older if side == "older" else match.newer)
            if one.stage == level.stage and level.id == getattr(one, level.level)
        )

    def decimal(self, units: int) -> str:
        digits = str(abs(units)).rjust(PLACES + 1, "0")
        return decimal(f"{digits[:-PLACES]}.{digits[-PLACES:]}", self.language)

    def signed(self, units: int) -> str:
        return f"{'+' if units > 0 else '−' if units < 0 else '±'}{self.decimal(units)}"


def _section_of(match: CriteriaChange) -> str:
    if match.form in {"new", "dropped"}:
        return match.form
    for code in ("stricter", "regrouped", "evidence", "looser", "reweighted", "reworded"):
        if code in match.codes or (code == "regrouped" and match.form != "continued"):
            return code
    return "other" if match.codes else "kept"


def _printed(change: RubricChange, side: str) -> dict[str, int]:
    """Return the printed points of one rubric's criteria and entered stages, in last places."""
    parts: dict[str, Fraction] = {}
    for match in change.criteria:
        for one in match.older if side == "older" else match.newer:
            parts[one.id] = one.points
    for level in change.levels:
        asks = level.criteria_before if side == "older" else level.criteria_after
        worth = level.before if side == "older" else level.after
        if level.level == "stage" and worth and not asks:
            parts[_stage_key(level.id)] = worth
    texts = largest_remainder(list(parts.values()), Fraction(100), PLACES)
    return {name: int(text.replace(".", "")) for name, text in zip(parts, texts, strict=True)}


def _stage_key(id_: str) -> str:
    return f"/{id_}"  # a criterion may bear the same id, but none holds a slash


def _sum(asked: Iterable[Asked], units: Mapping[str, int]) -> int:
    return sum(units[one.id] for one in asked)
