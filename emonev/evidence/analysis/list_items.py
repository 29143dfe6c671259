"""Items of lists outside tables: lines that open with a number, a letter or a bullet."""

import re

_BULLETS = frozenset("•▪➢✓✗◻□☑❖→○●■◆‣∙·-–*")
_OPENERS = frozenset("0123456789abcdefghijklmnopqrstuvwxyz(") | _BULLETS
_ITEM = re.compile(r"(?:\(?(?:\d{1,3}|[a-z])[.)]|[•▪➢✓✗◻□☑❖→○●■◆‣∙·*–-])\s+\S")


def list_items_in(text: str) -> int:
    """Return how many lines of a page open an item of a list."""
    count = 0
    for line in text.split("\n"):
        opened = line.lstrip()
        if opened[:1] in _OPENERS and _ITEM.match(opened):
            count += 1
    return count
