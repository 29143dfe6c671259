"""Lines of type and links as readers hand them over, no longer than an honest one is."""

from emonev.model.facts import LinkSeen

LONGEST_LINE = 400
LONGEST_URL = 2_000
MOST_LINKS = 5_000


def one_line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_LINE]


def link_seen(url: str, text: str, page: int | None) -> LinkSeen:
    return LinkSeen(url[:LONGEST_URL], one_line(text), page)
