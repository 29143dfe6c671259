"""The comparison of two rubrics on a terminal: 80 columns, the most important first."""

from collections.abc import Iterator

from emonev.render.change_view import ChangeView, Entry, Question, Section
from emonev.render.tables import table, wrapped

_INDENT = "    "


def change_text(view: ChangeView) -> str:
    """Return what is new as lines of text; what was kept is counted, not listed."""
    lines = [view.title, "=" * len(view.title), *wrapped(view.between), *wrapped(view.size)]
    lines += wrapped(" · ".join(view.counts) if view.counts else view.kept_words)
    lines += ["", *_levels(view)]
    for section in view.sections:
        lines += ["", f"{section.heading} ({section.count})", *_entries(section, view)]
    lines += ["", f"{view.kept.heading} ({view.kept.count})", *wrapped(view.kept_words, "  ")]
    for remark in view.remarks:
        lines += ["", *wrapped(remark)]
    return "\n".join(lines)


def _levels(view: ChangeView) -> list[str]:
    _, criteria, moved = view.heads
    rows = [
        (
            row.title if row.is_stage else f"  {row.title}",
            row.criteria,
            row.before,
            row.after,
            row.moved,
        )
        for row in view.levels
    ]
    head = (view.points, criteria, view.older, view.newer, moved)
    total = (view.sum_name, "", view.sum_points, view.sum_points, "")
    return table(head, [*rows, total])


def _entries(section: Section, view: ChangeView) -> Iterator[str]:
    for entry in section.entries:
        yield from wrapped(entry.question, f"  {entry.id}  ", _INDENT)
        yield from wrapped(entry.points, _INDENT)
        yield from _within(entry, view)


def _within(entry: Entry, view: ChangeView) -> Iterator[str]:
    for note in entry.notes:
        yield from wrapped(note, f"{_INDENT}- ")
    for name, questions in ((view.formerly, entry.formerly), (view.now, entry.now)):
        yield from _questions(name, questions)


def _questions(name: str, questions: tuple[Question, ...]) -> Iterator[str]:
    for one in questions:
        yield from wrapped(
            f"{name} {one.id} ({one.points}): {one.question}", f"{_INDENT}- ", f"{_INDENT}  "
        )
