"""Which criteria a file serves: by the names it stands under, or by a pattern in the answers."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property

_DASHES = dict.fromkeys(range(0x2010, 0x2016), "-")
_OUTSIDE = re.compile(r"^(?:/|[A-Za-z]:|~)|(?:^|/)\.\.(?:/|$)")
_WILD = re.compile(r"[*?\[]")


class Assigner:
    """Finds criterion ids at the start of names: "JEN-01", "jen-01 - DIP", "JEN-01_2024.pdf"."""

    def __init__(self, criteria: Iterable[str]) -> None:
        self._ids = {_folded(criterion): criterion for criterion in criteria}
        self._lengths = sorted({len(identifier) for identifier in self._ids}, reverse=True)
        self._known: dict[str, str] = {}

    def criteria_of(self, path: str, depth: int) -> set[str]:
        """Return the ids that the names in a path start with, leaving out its first `depth`."""
        return {found for name in path.split("/")[depth:] if (found := self.criterion_of(name))}

    def criterion_of(self, name: str) -> str:
        """Return the longest id that the name starts with, as a word of its own; "" for none."""
        if name not in self._known:
            self._known[name] = self._look_up(_folded(name))
        return self._known[name]

    def looks_like_id(self, name: str) -> bool:
        """Say whether the name starts with something built like an id, but is none."""
        return not self.criterion_of(name) and bool(self._shape.match(_folded(name)))

    def _look_up(self, name: str) -> str:
        for end in self._lengths:
            if name[:end] in self._ids and not name[end : end + 1].isalnum():
                return self._ids[name[:end]]
        return ""

    @cached_property
    def _shape(self) -> re.Pattern[str]:
        return _shape_of(self._ids)  # takes long for thousands, and most folders bear an id


def leads_outside(pattern: str) -> bool:
    """Say whether a pattern is absolute or climbs out with "..": it is refused then."""
    return bool(_OUTSIDE.search(pattern.replace("\\", "/")))


def folder_to_search(pattern: str) -> str:
    """Return the deepest folder that everything the pattern can match lies in; "" for the top."""
    parts = _parts(pattern)
    fixed = next((i for i, part in enumerate(parts) if _WILD.search(part)), len(parts) - 1)
    return "/".join(parts[:fixed])


def matcher(patterns: Sequence[str]) -> re.Pattern[str]:
    """Return what matches the (folded) paths of a pattern's files.

    `*` and `?` stay within a name, `**` spans folders; a pattern that fits a folder means
    everything in it. What is written also counts as the plain name it may be: "[Final] SK.pdf".
    Case and the two ways to write an accent make no difference, as on the user's own disk.
    """
    ways = [way for pattern in patterns for way in (_translated(pattern), _literal(pattern))]
    return re.compile(rf"(?:{'|'.join(ways)})(?:/.*)?\Z", re.DOTALL)


def folded_path(path: str) -> str:
    """Return a path as `matcher` wants it."""
    return path if path.isascii() and path.islower() else _composed(path)


def _folded(name: str) -> str:
    """Return a name for comparing ids: no case, plain dashes, no blanks around."""
    return unicodedata.normalize("NFKC", name).casefold().translate(_DASHES).strip()


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def _parts(pattern: str) -> list[str]:
    return [part for part in pattern.replace("\\", "/").split("/") if part not in {"", "."}]


def _literal(pattern: str) -> str:
    return re.escape("/".join(_parts(_composed(pattern))))


def _translated(pattern: str) -> str:
    """Return the pattern as a regular expression that never backtracks from star to star.

    What stands between two stars is taken where it is found first (atomic groups): the second
    star reaches from there as far as from anywhere later.
    """
    groups: list[str] = [""]
    for part in _parts(_composed(pattern)):
        if part == "**":
            groups.append("")
        else:
            groups[-1] += _translated_name(part) + "/"
    first, *rest = groups
    if not rest:
        return first.removesuffix("/")
    *middle, last = rest
    spans = "".join(rf"(?>(?:[^/]+/)*?{group})" for group in middle if group)
    return f"{first}{spans}(?:[^/]+/)*{last.removesuffix('/') or '[^/]+'}"


def _translated_name(part: str) -> str:
    first, *rest = _between_stars(part)
    if not rest:
        return first
    *middle, last = rest
    return first + "".join(f"(?>[^/]*?{piece})" for piece in middle if piece) + f"[^/]*{last}"


def _between_stars(part: str) -> list[str]:
    pieces, at = [""], 0
    while at < len(part):
        character, at = part[at], at + 1
        if character == "*":
            pieces.append("")
        elif character == "?":
            pieces[-1] += "[^/]"
        elif character == "[" and (end := part.find("]", at + 1 + part.startswith("!", at))) > 0:
            pieces[-1] += _translated_class(part[at:end])
            at = end + 1
        else:
            pieces[-1] += re.escape(character)
    return pieces


def _translated_class(inside: str) -> str:
    """Return the characters between brackets as a regular expression; "9-1" is no range."""
    negation = "^" if inside.startswith("!") else ""
    characters = inside[len(negation) :]
    ways = re.findall(r"(.)-(.)|(.)", characters, re.DOTALL)
    choices = (
        f"{re.escape(low)}-{re.escape(high)}"
        if low and low <= high
        else "".join(re.escape(character) for character in (low + "-" + high if low else single))
        for low, high, single in ways
    )
    return f"(?!/)[{negation}{''.join(choices)}]"


def _shape_of(ids: Iterable[str]) -> re.Pattern[str]:
    """Return what is built like one of the ids: the same signs with other letters and digits,
    or the same letters with digits after another sign or none ("JEN 1", "JEN01").
    """
    shapes = {shape for identifier in ids for shape in _shapes(identifier)}
    return re.compile(rf"(?:{'|'.join(sorted(shapes)) or '(?!)'})(?![^\W_])")


def _shapes(identifier: str) -> set[str]:
    runs = re.findall(r"[^\W\d_]+|\d+|[\W_]+", identifier)
    if len(runs) < 2 or not identifier[0].isalpha():
        return set()
    longest = {len(run) + 1 for run in runs if run.isdigit()} or {1}
    digits = rf"\d{{1,{max(longest)}}}"
    alike = "".join(_run_alike(run, digits) for run in runs)
    return {alike, re.escape(runs[0]) + r"[-_. ]?" + digits}


def _run_alike(run: str, digits: str) -> str:
    if run.isdigit():
        return digits
    return (
        rf"[^\W\d_]{{{max(1, len(run) - 1)},{len(run) + 1}}}" if run.isalpha() else re.escape(run)
    )
