"""An assessment as one HTML file: no network, no other file, every foreign word escaped."""

import base64
import gzip

from msgspec.structs import replace

from emonev.model.assessment import Assessment
from emonev.model.text import Language
from emonev.render.json_file import to_json
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
    view = prepare(assessment, language, to_workspace=to_workspace)
    return draw_page(
        f"{_FOLDER}/{design}.html.j2",
        replace(view, saved=_saved(assessment)),
        styles=(f"{_FOLDER}/style.css",),
        script=f"{_FOLDER}/script.js",
    )


def _saved(assessment: Assessment) -> str:
    """Return the result packed, to be saved from the page; nothing where it cannot be written."""
    try:
        plain = to_json(assessment)
    except UnicodeEncodeError:  # half a sign, which no saved result can hold
        return ""
    return base64.b64encode(gzip.compress(plain, mtime=0)).decode()
