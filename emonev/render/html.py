"""An assessment as one HTML file: no network, no other file, every foreign word escaped."""

from emonev.model.assessment import Assessment
from emonev.model.text import Language
from emonev.render.page import draw_page
from emonev.render.prepare import prepare

_FOLDER = "assessment"


def render_html(
    assessment: Assessment,
    language: Language,
    *,
    design: str = "full",
    to_workspace: str = "../",
) -> str:
    """Return the report; `to_workspace` leads from its folder to the workspace, for links."""
    return draw_page(
        f"{_FOLDER}/{design}.html.j2",
        prepare(assessment, language, to_workspace=to_workspace),
        styles=(f"{_FOLDER}/style.css",),
        script=f"{_FOLDER}/script.js",
    )
