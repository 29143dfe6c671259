"""The titles that a rubric asks for, and whether a document that bears one alone would do."""

from collections.abc import Iterator

from emonev.checks.examples import a_case, a_document, a_title
from emonev.checks.titled import Titled
from emonev.model.finding import Outcome
from emonev.model.rubric import Rubric


def titles_asked(rubric: Rubric) -> Iterator[tuple[str, Titled]]:
    """Yield the checks of titles, each with its criterion's id."""
    for criterion in rubric.criteria():
        for check in criterion.parts():
            if isinstance(check, Titled):
                yield criterion.id, check


def fits(check: Titled, title: str) -> bool:
    case = a_case(a_document("contoh.pdf", title, titles=(a_title(title),)))
    return check.look_at(case.exhibits[0], case).outcome is Outcome.MET
