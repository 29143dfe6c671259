"""The page of a comparison, and the schemas of what is saved beside it."""

from typing import Any

from emonev.model.comparison import SCHEMA, TREND_SCHEMA, Comparison, Trend
from emonev.render.gap_shown import GapView
from emonev.render.json_file import as_json, schema_of
from emonev.render.page import draw_page, label_rules

_STYLES = ("assessment/style.css", "comparison/style.css")


def gap_page(view: GapView) -> str:
    """Return the comparison as one HTML file."""
    columns = (view.heads["change"], view.older, view.newer, view.heads["moved"])
    rules = label_rules(".every", (*columns, *(effect.name for effect in view.effects)))
    return draw_page("comparison/gap.html.j2", view, styles=_STYLES, rules=rules)


def gap_json(trend: Trend) -> bytes:
    """Return two results as a comparison, more as a trend that holds comparisons."""
    return as_json(trend.steps[0] if len(trend.steps) == 1 else trend)


def comparison_schema() -> dict[str, Any]:
    """Return the JSON Schema of a comparison, as published in reports/comparison.schema.json."""
    about = "Two results compared: what `emonev gap` saves."
    return schema_of(Comparison, SCHEMA, "emonev comparison", about)


def trend_schema() -> dict[str, Any]:
    """Return the JSON Schema of three or more results, as in reports/trend.schema.json."""
    about = "Three or more results in order: what `emonev gap` saves of them."
    return schema_of(Trend, TREND_SCHEMA, "emonev trend", about)
