"""The pages about rubrics: what is new in one, and which obligations it asks for."""

from typing import Any

from emonev.render.change_view import ChangeView
from emonev.render.json_file import schema_of
from emonev.render.page import draw_page
from emonev.rubric_change import SCHEMA, RubricChange

_STYLES = ("assessment/style.css", "rubric/style.css")


def change_page(view: ChangeView) -> str:
    """Return the comparison of two rubrics as one HTML file."""
    return draw_page("rubric/change.html.j2", view, styles=_STYLES)


def change_schema() -> dict[str, Any]:
    """Return the JSON Schema of a comparison, as published in reports/rubric-change.schema.json."""
    about = "Two rubrics compared: what `emonev rubric diff --json` writes."
    return schema_of(RubricChange, SCHEMA, "emonev rubric change", about)
