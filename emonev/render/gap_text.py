"""The comparison of results on a terminal: 80 columns, the most important first."""

from collections.abc import Iterator

from emonev.language import said_in
from emonev.render import gap_words as words
from emonev.render.gap_shown import EntryShown, GapView, LevelShown, SectionShown, TrendShown
from emonev.render.tables import table, wrapped

_INDENT = "    "
_LISTED = 10  # entries of a section or list; the page has all


def gap_text(view: GapView) -> str:
    """Return the comparison as lines of text; what stayed as it was is counted, not listed."""
    lines = [view.title, "=" * len(view.title), *wrapped(view.body), *wrapped(view.between), ""]
    lines += wrapped(
        f"{view.before} ({view.older}) → {view.after} ({view.newer}): {view.moved_words}."
    )
    for sentence in view.sentences:
        lines += wrapped(sentence)
    lines += ["", view.heads["why"], *_effects(view)]
    if view.trend:
        lines += ["", view.trend.heading, *_trend(view.trend, view)]
    lines += ["", view.heads["by_level"], *_levels(view)]
    lines += ["", *wrapped(" · ".join(f"{one.count} {one.word}" for one in view.counts))]
    for section in view.sections:
        lines += ["", f"{section.heading} ({section.count})", *_entries(section, view)]
    for listed in view.lists:
        lines += ["", f"{listed.heading} ({len(listed.lines)})"]
        lines += [line for one in listed.lines[:_LISTED] for line in wrapped(one, "  - ")]
        lines += _more(len(listed.lines), view)
    for remark in view.remarks.lines:
        lines += ["", *wrapped(remark)]
    return "\n".join(lines)


def _effects(view: GapView) -> list[str]:
    shown = [*view.effects, view.sum, *([view.rounding] if view.rounding else [])]
    rows = [
        (f"{one.name}: {one.meaning}" if one.meaning else one.name, one.low, one.high)
        for one in shown
    ]
    head = (view.heads["effect"], view.heads["low"], view.heads["high"])
    if view.has_range:
        return table(head, rows)
    return table((head[0], view.heads["moved"]), [row[:2] for row in rows])


def _levels(view: GapView) -> list[str]:
    short = (text.in_language(view.language) for text in words.SHORT)
    head = (view.heads["points"], view.older, view.newer, view.heads["moved"], *short)
    return table(head, [_level(row) for row in (*view.levels, view.total_row)])


def _level(row: LevelShown) -> tuple[str, ...]:
    title = row.title if row.is_stage else f"  {row.title}"
    points = row.points
    return (title, points.before, points.after, points.moved, *points.effects)


def _trend(trend: TrendShown, view: GapView) -> Iterator[str]:
    head = (view.heads["band"], view.heads["year"], view.heads["total"], view.heads["moved"])
    short = (text.in_language(view.language) for text in words.SHORT)
    yield from table(
        (*head, *short), [(y.band, y.year, y.total, y.moved, *y.effects) for y in trend.years]
    )
    if trend.streak:
        yield from wrapped(trend.streak)


def _entries(section: SectionShown, view: GapView) -> Iterator[str]:
    for entry in section.entries[:_LISTED]:
        yield from _entry(entry)
    yield from _more(section.count, view)


def _more(count: int, view: GapView) -> Iterator[str]:
    if count > _LISTED:
        yield "  " + said_in(view.language, words.MORE, count=count - _LISTED)


def _entry(entry: EntryShown) -> Iterator[str]:
    yield from wrapped(entry.question, f"  {entry.id}  ", _INDENT)
    told = [part for part in (entry.head, entry.points, entry.outcomes) if part]
    yield from wrapped(" · ".join(told), _INDENT)
    for note in entry.notes:
        yield from wrapped(note, f"{_INDENT}- ", f"{_INDENT}  ")
