"""The plan as one HTML file, and the schema of the plan as JSON."""

from typing import Any

from emonev.model import plan
from emonev.render.json_file import schema_of
from emonev.render.page import draw_page
from emonev.render.plan_shown import PlanView

_STYLES = ("assessment/style.css", "rubric/style.css", "plan/style.css")


def plan_page(view: PlanView) -> str:
    """Return the plan as one HTML file."""
    return draw_page("plan/plan.html.j2", view, styles=_STYLES)


def plan_schema() -> dict[str, Any]:
    """Return the JSON Schema of a plan, as published in reports/plan.schema.json."""
    about = "What to do next, in which order: what `emonev plan --json` writes."
    return schema_of(plan.Plan, plan.SCHEMA, "emonev plan", about)
