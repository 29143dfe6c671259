"""The plan on a terminal: 80 columns, what it comes to first."""

from collections.abc import Iterator

from emonev.render.plan_shown import PlanView, RobustShown, StepRow
from emonev.render.tables import table, wrapped

_LISTED = 10


def plan_text(view: PlanView) -> str:
    """Return the plan as lines of at most 80 signs."""
    lines = [*wrapped(view.title), "=" * min(80, len(view.title))]
    lines += [*wrapped(view.between), *wrapped(view.size), ""]
    for sentence in view.summary:
        lines += wrapped(sentence)
    lines += _section(view.said["givens"], view.givens)
    lines += _steps(view)
    lines += _section(view.said["reviews"], view.reviews)
    lines += [line for one in view.robust for line in _robust(one)]
    lines += _section(view.said["method"], view.method)
    return "\n".join(lines)


def _section(heading: str, sentences: tuple[str, ...]) -> Iterator[str]:
    if sentences:
        yield from ("", heading)
    for sentence in sentences:
        yield from wrapped(sentence, "  - ", "    ")


def _steps(view: PlanView) -> Iterator[str]:
    if not view.steps:
        return
    yield from ("", view.said["steps"])
    names = ("number", "criterion", "days", "points", "per_day", "total")
    rows = [line for step in view.steps for line in _rows(step)]
    start = ("", view.said["start"], "", "", "", view.sum.start)
    last = ("", view.said["sum"], view.sum.days, view.sum.gain, "", view.sum.end)
    yield from table([view.said[name] for name in names], [start, *rows, last], wide=1)


def _rows(step: StepRow) -> Iterator[tuple[str, ...]]:
    asked = f"{step.id} {step.question}"
    yield (f"{step.rank}", asked, step.days, step.gain, step.per_day, step.total)
    for note in step.notes:
        yield ("", f"  ({note})", "", "", "", "")
    if step.crosses:
        yield ("", f"  >> {step.crosses}", "", "", "", "")


def _robust(shown: RobustShown) -> Iterator[str]:
    yield from ("", shown.heading)
    for sentence in shown.sentences:
        yield from wrapped(sentence, "  ")
    if shown.singles:
        yield from wrapped(shown.singles_words, "  ")
    for loss in shown.singles[:_LISTED]:
        yield from wrapped(f"{loss.id}: {loss.words}", "    - ", "      ")
    if len(shown.singles) > _LISTED:
        ids = ", ".join(loss.id for loss in shown.singles[_LISTED:])
        yield from wrapped(ids, "    - ", "      ")
    if shown.fewest:
        yield from wrapped(shown.fewest, "  ")
