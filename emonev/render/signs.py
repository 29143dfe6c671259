"""Foreign text made visible: no sign may act on a terminal, turn the reading direction or hide."""

import unicodedata

_NOT_SEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def visible(text: str) -> str:
    r"""Return one line of text in which control, direction and zero-width signs are spelt out.

    ESC becomes `\x1b`, the right-to-left override `\u202e`: file names and snippets that use
    them to look like something else no longer do.
    """
    if text.isprintable():
        return text
    return "".join(_spelt(character) for character in text)


def visible_lines(text: str) -> str:
    """Return the same for prose that a person wrote over several lines; the lines stay."""
    if text.isprintable():
        return text
    return "\n".join(visible(line.replace("\t", " ")) for line in text.split("\n")).replace(
        "\\x0d\n", "\n"
    )


def _spelt(character: str) -> str:
    if character.isprintable() or unicodedata.category(character) not in _NOT_SEEN:
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
