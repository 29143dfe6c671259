"""Some of what stands around a place in a text, cut between words."""

from emonev.personal_data import masked

_AROUND = 60  # characters either side


def snippet_of(text: str, start: int, end: int) -> str:
    """Return the words from `start` to `end` with those around them, on one line."""
    text = masked(text)
    opening, closing = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = text[opening:start], text[end:closing]
    if opening and not (text[opening - 1].isspace() or before[:1].isspace()):
        before = before.lstrip().partition(" ")[2] if " " in before else before
    if closing < len(text) and not (text[closing].isspace() or after[-1:].isspace()):
        after = after.rpartition(" ")[0] if " " in after else after
    said = " ".join((before + text[start:end] + after).split())
    return ("… " if opening else "") + said + (" …" if closing < len(text) else "")
