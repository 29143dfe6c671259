"""The words of a cell, freed of what only decorates them: tags, blanks, bullets, numbering."""

import html
import re
import unicodedata

LONGEST = 4_000  # signs of a cell that are read; no question is longer

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_BREAK = re.compile(r"<\s*(?:br|/p|/li|/div)\s*/?\s*>", re.IGNORECASE)
_MARKER = re.compile(
    r"(?P<dash>[-•–▪●*]+\s+)|(?P<mark>\(?(?P<sign>[0-9]{1,3}(?:\.[0-9]{1,2})*|[a-zA-Z]|[ivx]{2,4}|[IVX]{2,5})[.)]\)?)\s+(?=\S)"
)
_YEAR = re.compile(r"(?<![0-9/])20[0-9]{2}(?![0-9/])")


def plain(cell: str) -> str:
    """Return a cell's words on one line."""
    return " ".join(lines_of(cell))


def lines_of(cell: str) -> list[str]:
    """Return a cell's lines, without tags and without signs that cannot be seen."""
    text = html.unescape(_TAG.sub(" ", _BREAK.sub("\n", cell[:LONGEST])))
    lines = (" ".join(_visible(line).split()) for line in text.splitlines())
    return [line for line in lines if line]


def marker_of(text: str) -> tuple[str, str]:
    """Return the numbering or bullet that a text begins with ("" where there is none), and the rest."""
    found = _MARKER.match(text)
    if found is None:
        return "", text
    return ("-" if found["dash"] else found["sign"]), text[found.end() :].strip()


def is_letter(marker: str) -> bool:
    """Tell whether a marker is of the kind that parts a question: "a." or "-"."""
    return marker == "-" or (len(marker) == 1 and marker.isalpha() and marker.islower())


def years_in(text: str) -> list[int]:
    """Return the calendar years in a text, those of cited laws ("42 Tahun 2023") apart."""
    free = re.sub(r"[0-9]+[A-Z]?\s*(?:/|\s[Tt]ahun\s)\s*20[0-9]{2}", " ", text)
    return [int(year) for year in _YEAR.findall(free)]


def _visible(text: str) -> str:
    return "".join(
        " " if unicodedata.category(sign) in {"Cc", "Zs", "Zl", "Zp"} else sign
        for sign in text
        if unicodedata.category(sign) not in {"Cf", "Cs", "Co", "Cn"}
    )
