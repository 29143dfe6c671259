"""The pages about rubrics: what is new in one, and which obligations it asks for."""

from typing import Any

from emonev import coverage, rubric_change
from emonev.render.change_view import ChangeView
from emonev.render.coverage_view import CoverageView
from emonev.render.json_file import schema_of
from emonev.render.page import draw_page

_STYLES = ("assessment/style.css", "rubric/style.css")


def change_page(view: ChangeView) -> str:
    """Return the comparison of two rubrics as one HTML file."""
    return draw_page("rubric/change.html.j2", view, styles=_STYLES)


def coverage_page(view: CoverageView) -> str:
    """Return a rubric's coverage as one HTML file."""
    return draw_page("rubric/coverage.html.j2", view, styles=_STYLES)


def change_schema() -> dict[str, Any]:
    """Return the JSON Schema of a comparison, as published in reports/rubric-change.schema.json."""
    about = "Two rubrics compared: what `emonev rubric diff --json` writes."
    noun = rubric_change.RubricChange
    return schema_of(noun, rubric_change.SCHEMA, "emonev rubric change", about)


def coverage_schema() -> dict[str, Any]:
    """Return the JSON Schema of coverage, as published in reports/coverage.schema.json."""
    about = "The obligations a rubric asks for: what `emonev rubric coverage --json` writes."
    return schema_of(coverage.Coverage, coverage.SCHEMA, "emonev coverage", about)
