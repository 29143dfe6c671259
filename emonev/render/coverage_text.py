"""Coverage on a terminal: a table by kind, then what is not asked for."""

from collections.abc import Iterator

from emonev.render.coverage_view import CoverageView, DutyRow, KindRow
from emonev.render.tables import table, wrapped


def coverage_text(view: CoverageView) -> str:
    """Return coverage as lines of at most 80 signs; what is asked for is counted, not listed."""
    lines = [view.title, "=" * len(view.title), *wrapped(view.between), *wrapped(view.size)]
    lines += [*wrapped(view.summary), ""]
    lines += table(view.heads, [_row(row) for row in (*view.kinds, view.total)])
    lines += ["", view.missing, *_missing(view)]
    lines += wrapped(view.nothing_missing) if view.nothing_missing else []
    for remark in view.remarks:
        lines += ["", *wrapped(remark)]
    return "\n".join(lines)


def _row(row: KindRow) -> tuple[str, ...]:
    return (row.title, *row.cells)


def _missing(view: CoverageView) -> Iterator[str]:
    for section in view.sections:
        missing = [duty for duty in section.duties if duty.state != "asked"]
        if missing:
            yield ""
            yield f"{section.heading} ({len(missing)})"
        for duty in missing:
            yield from wrapped(_line(duty), f"  {duty.citation}: ", "      ")


def _line(duty: DutyRow) -> str:
    """Return the duty; one that is asked for in part says by what."""
    return f"{duty.gist} ({duty.word}: {duty.by})" if duty.state == "partly" else duty.gist
