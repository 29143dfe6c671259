"""Pages that stand alone: one HTML file, no network, styles and scripts inside it, nothing else allowed."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from emonev.render.words import words_in
from emonev.resources import reports_folder

if TYPE_CHECKING:
    from jinja2 import Environment


def draw_page(
    template: str, view: Any, *, styles: tuple[str, ...], script: str = "", rules: str = ""
) -> str:
    """Return a template of the reports folder, filled; styles and script are files of that folder.

    `view` says its own `language`; `rules` are more of the style, made for this page.
    """
    from markupsafe import Markup

    style = "\n".join([*map(inlined, styles), *([_harmless(rules, template)] if rules else [])])
    code = inlined(script) if script else ""
    return (
        environment()
        .get_template(template)
        .render(
            view=view,
            words=words_in(view.language),
            policy=policy(style, code),
            style=Markup(style),  # noqa: S704 - our own file; a `<` in it is refused below
            script=Markup(code),  # noqa: S704 - as above
        )
    )


@cache
def environment() -> "Environment":
    """Return the environment that escapes every value and knows no empty places."""
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
def inlined(name: str) -> str:
    """Return a style or script to stand inside the page, where `</` would end it."""
    return _harmless((reports_folder() / name).read_text(encoding="utf-8"), name)


def label_rules(table: str, labels: Sequence[str]) -> str:
    """Return what names the cells of a table's rows, in order, where each row is a card.

    One rule for a column in place of one label for each of thousands of cells.
    """
    rules = [
        f'{table} td:nth-of-type({number})::before {{ content: "{as_css(label)}"; }}'
        for number, label in enumerate(labels, 1)
    ]
    return f"@media screen and (max-width: 55.99rem) {{ {' '.join(rules)} }}"


def as_css(text: str) -> str:
    """Return any text for a string of a style, where only letters, digits and blanks are safe."""
    return "".join(
        sign if sign == " " or (sign.isascii() and sign.isalnum()) else f"\\{ord(sign):x} "
        for sign in text
    )


def _harmless(text: str, name: str) -> str:
    if "</" in text or "<!--" in text:
        raise ValueError(f"{name} cannot stand inside a page: it holds </ or <!--")
    return text


def policy(style: str, script: str = "") -> str:
    """Return the rule that lets this style and script run, and nothing else load or be sent."""
    allowed = f"script-src '{_hash(script)}'; " if script else ""
    return (
        "default-src 'none'; "
        f"style-src '{_hash(style)}'; {allowed}"
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
