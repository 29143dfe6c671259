"""The rules of an assessment's page that hold words or pictures of it.

The foot of each sheet, labels of narrow tables, small pictures of proof pages.
"""

from emonev.render.page import as_css, label_rules
from emonev.render.view import View
from emonev.render.words import words_in

_LONGEST = 70  # signs of a body's name at the foot, which has one line


def rules_of(view: View) -> str:
    """Return the rules; whose report it is, and of which year, stands beside the page number."""
    words = words_in(view.language)
    labels = [words[name] for name in ("content", "years", "criterion")]
    rules = (label_rules(".evidence", labels), _foot(foot_of(view)), view.picture_style)
    return "\n".join(filter(None, rules))


def foot_of(view: View) -> str:
    """Return what stands at the foot of each sheet: "Pemerintah … · Laporan … 2024"."""
    body = view.head.body
    short = body if len(body) <= _LONGEST else f"{body[: _LONGEST - 1].rstrip()}…"
    return f"{short} · {view.head.title} {view.head.year}"


def _foot(text: str) -> str:
    return f'@page {{ @bottom-left {{ content: "{as_css(text)}"; }} }}'
