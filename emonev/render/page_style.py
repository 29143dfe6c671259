"""The rules of an assessment's page that hold words or pictures of it.

The foot of each sheet, labels of narrow tables, small pictures of proof pages.
"""

from emonev.render.page import as_css, label_rules
from emonev.render.view import View
from emonev.render.words import words_in

_LONGEST = 90  # signs of a foot, which has one line


def rules_of(view: View) -> str:
    """Return the rules; whose report it is, and of which year, stands beside the page number."""
    words = words_in(view.language)
    labels = [words[name] for name in ("content", "years", "criterion")]
    foot = f"{view.head.body} · {view.head.title} {view.head.year}"
    rules = (label_rules(".evidence", labels), _foot(foot), view.picture_style)
    return "\n".join(filter(None, rules))


def _foot(text: str) -> str:
    told = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
    return f'@page {{ @bottom-left {{ content: "{as_css(told)}"; }} }}'
