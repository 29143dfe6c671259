"""An assessment as one HTML file: no network, no other file, every foreign word escaped."""

import base64
import gzip
from pathlib import Path

from msgspec.structs import replace

from emonev.model.assessment import Assessment
from emonev.model.pictures import Pictures
from emonev.model.text import Language
from emonev.render.before import before_shown
from emonev.render.json_file import to_json
from emonev.render.page import draw_page
from emonev.render.page_style import rules_of
from emonev.render.pictures import with_pictures
from emonev.render.prepare import prepare

_FOLDER = "assessment"
_LEVEL = 7  # gzip's level: 8 takes nearly twice the time to save 2 %; 6 missed 1.5 MB by a hair
DESIGNS = ("full", "summary")


def render_html(
    assessment: Assessment,
    language: Language,
    *,
    design: str = "full",
    to_workspace: str | None = "../",
    before: Assessment | None = None,
    pictures: Pictures | None = None,
    saved: bytes | None = None,
) -> str:
    """Return the report; `to_workspace` leads from its folder to the workspace, for links.

    Without `to_workspace` evidence is named and not linked. `before` is last year's result;
    `pictures` are those of the proof pages, which a summary does without. `design` is one of
    DESIGNS or an office's own folder of templates. `saved` is the assessment as JSON, where that
    is at hand.
    """
    prepared = prepare(assessment, language, to_workspace=to_workspace)
    view = replace(
        prepared,
        saved=_packed(_json_of(assessment) if saved is None else saved),
        before=before_shown(assessment, before, language),
    )
    if pictures is not None and design != "summary":
        view = with_pictures(view, assessment, pictures)
    if design not in DESIGNS:
        from emonev.render.own_design import draw_own

        return draw_own(Path(design), view)
    return draw_page(
        f"{_FOLDER}/{design}.html.j2",
        view,
        styles=(f"{_FOLDER}/style.css",),
        script=f"{_FOLDER}/script.js",
        rules=rules_of(view),
    )


def _json_of(assessment: Assessment) -> bytes:
    """Return the result as it is saved; nothing where it cannot be written."""
    try:
        return to_json(assessment)
    except UnicodeEncodeError:  # half a sign, which no saved result can hold
        return b""


def _packed(saved: bytes) -> str:
    """Return the result packed, to be saved from the page."""
    return base64.b64encode(gzip.compress(saved, _LEVEL, mtime=0)).decode() if saved else ""
