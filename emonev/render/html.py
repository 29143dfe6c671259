"""An assessment as one HTML file: no network, no other file, every foreign word escaped."""

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from emonev.model.assessment import Assessment
from emonev.model.text import Language
from emonev.render.prepare import prepare
from emonev.render.words import words_in
from emonev.resources import reports_folder

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = "assessment"


def render_html(
    assessment: Assessment,
    language: Language,
    *,
    design: str = "full",
    to_workspace: str = "../",
) -> str:
    """Return the report; `to_workspace` leads from its folder to the workspace, for links."""
    from markupsafe import Markup

    style, script = _inlined("style.css"), _inlined("script.js")
    template = _environment().get_template(f"{_FOLDER}/{design}.html.j2")
    return template.render(
        view=prepare(assessment, language, to_workspace=to_workspace),
        words=words_in(language),
        policy=_policy(style, script),
        style=Markup(style),  # noqa: S704 - our own file; a `<` in it is refused below
        script=Markup(script),  # noqa: S704 - as above
    )


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # 30 ms; only for reports

    from emonev.render.compiled import compiled_templates

    return Environment(
        loader=FileSystemLoader(reports_folder()),
        bytecode_cache=compiled_templates(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        keep_trailing_newline=True,
    )


@cache
def _inlined(name: str) -> str:
    """Return a style or script to stand inside the page, where `</` would end it."""
    text = (reports_folder() / _FOLDER / name).read_text(encoding="utf-8")
    if "</" in text or "<!--" in text:
        raise ValueError(f"{name} cannot stand inside a page: it holds </ or <!--")
    return text


def _policy(style: str, script: str) -> str:
    """Return the rule that lets this style and script run, and nothing else load or be sent."""
    return (
        "default-src 'none'; "
        f"style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
