"""What a Word document's styles and numbering say: headings by any name, sizes, list numbers."""

import re
from collections.abc import Callable

from msgspec import Struct

from emonev.evidence.readers.elements import Attributes, Elements, attribute, parse_fragment, whole
from emonev.evidence.reading import LineStyle

# Word stores built-in names in English whatever its language; other writers translate them.
_NAMES: dict[str, LineStyle] = {
    "title": "title",
    "judul": "title",
    "heading 1": "heading1",
    "judul 1": "heading1",
    "tajuk 1": "heading1",
    "heading 2": "heading2",
    "judul 2": "heading2",
    "tajuk 2": "heading2",
    "subtitle": "heading2",
    "subjudul": "heading2",
}
_ANCESTORS = 12
_ROOT = re.compile(rb"<((?:\w+:)?)styles\b")
_DEFAULTS = re.compile(rb"<(?:\w+:)?docDefaults>.*?</(?:\w+:)?docDefaults>", re.DOTALL)
_ID = re.compile(rb"""styleId=["']([^"']{1,300})["']""")
_IS_DEFAULT = re.compile(rb"""\bdefault=["'](?:1|true|on)["']""")


class Look(Struct):
    """What a style says of its text; None where it says nothing and its base decides."""

    name: str = ""
    based_on: str = ""
    size: float | None = None
    bold: bool | None = None
    centred: bool | None = None
    outline: int | None = None
    list_id: int | None = None
    level: int = 0


def is_on(attributes: Attributes) -> bool:
    """Read an on/off element such as <w:b/>: on unless its value says otherwise."""
    return attribute(attributes, "val", "1") not in {"0", "false", "off", "none"}


def half_points(attributes: Attributes) -> float | None:
    """Return the points of a size given in half-points."""
    size = whole(attribute(attributes, "val"))
    return size / 2 if size > 0 else None


def is_centred(attributes: Attributes) -> bool:
    return attribute(attributes, "val") == "center"


class Styles:
    """The styles of word/styles.xml, each parsed only when text in it is met.

    A blank document of Word's defines some hundred and fifty and uses five.
    """

    def __init__(self, source: bytes, depth: int) -> None:
        self._depth = depth
        self._sources: dict[str, bytes] = {}
        self._parsed: dict[str, Look | None] = {}
        self._default_paragraph = ""
        root = _ROOT.search(source)
        prefix = root[1] if root else b""
        opening, closing = b"<" + prefix + b"style ", b"</" + prefix + b"style>"
        for piece in source.split(opening)[1:]:
            self._keep(opening + piece.partition(closing)[0] + closing, piece.partition(b">")[0])
        defaults = _DEFAULTS.search(source)
        self._defaults = self._parse(defaults[0]) if defaults else Look()
        self._defaults.size = self._defaults.size or 10.0

    def _keep(self, source: bytes, attributes: bytes) -> None:
        style = _ID.search(attributes)
        if style and (b"paragraph" in attributes or b"character" in attributes):
            name = style[1].decode("utf-8", "replace")
            self._sources[name] = source
            if _IS_DEFAULT.search(attributes) and b"paragraph" in attributes:
                self._default_paragraph = name

    def _parse(self, source: bytes) -> "Look":
        content = _StyleSource(self._depth)
        parse_fragment(source, content)
        return content.look

    def _look(self, style: str) -> "Look | None":
        if style not in self._parsed:
            source = self._sources.get(style)
            self._parsed[style] = None if source is None else self._parse(source)
        return self._parsed[style]

    def resolved(self, style: str) -> Look:
        """Return the look of a paragraph style with all that it inherits."""
        own = self._look(style)
        look = Look(name=own.name if own else "")
        for ancestor in [*self._lineage(style or self._default_paragraph), self._defaults]:
            for field in ("size", "bold", "centred", "outline", "list_id"):
                if getattr(look, field) is None:
                    setattr(look, field, getattr(ancestor, field))
                    look.level = ancestor.level if field == "list_id" else look.level
        return look

    def own(self, style: str) -> Look:
        """Return the look of a character style, which leaves open what it does not say."""
        look = Look()
        for ancestor in self._lineage(style):
            look.size = ancestor.size if look.size is None else look.size
            look.bold = ancestor.bold if look.bold is None else look.bold
        return look

    def role(self, style: str) -> LineStyle:
        """Return the part a paragraph of this style plays: by its name, its base or its outline."""
        lineage = self._lineage(style)
        for look in lineage:
            if look.name.casefold() in _NAMES:
                return _NAMES[look.name.casefold()]
        outlines = [look.outline for look in lineage if look.outline is not None]
        return role_of_outline(outlines[0]) if outlines else ""

    def _lineage(self, style: str) -> list[Look]:
        lineage: list[Look] = []
        look = self._look(style)
        while look is not None and len(lineage) < _ANCESTORS:
            lineage.append(look)
            look = self._look(look.based_on)
        return lineage


class _StyleSource(Elements):
    """Reads one style, or the defaults of all."""

    ignored = frozenset({"tblStylePr", "tblPr"})

    def __init__(self, depth: int) -> None:
        super().__init__(depth)
        self.look = Look()
        self.opened = {
            "name": self._name,
            "basedOn": self._based_on,
            "sz": self._size,
            "b": self._bold,
            "jc": self._alignment,
            "outlineLvl": self._outline,
            "numId": self._list,
            "ilvl": self._level,
        }

    def _name(self, attributes: Attributes) -> None:
        self.look.name = attribute(attributes, "val")

    def _based_on(self, attributes: Attributes) -> None:
        self.look.based_on = attribute(attributes, "val")

    def _size(self, attributes: Attributes) -> None:
        self.look.size = half_points(attributes) or self.look.size

    def _bold(self, attributes: Attributes) -> None:
        self.look.bold = is_on(attributes)

    def _alignment(self, attributes: Attributes) -> None:
        self.look.centred = is_centred(attributes)

    def _outline(self, attributes: Attributes) -> None:
        self.look.outline = whole(attribute(attributes, "val"), 9)

    def _list(self, attributes: Attributes) -> None:
        self.look.list_id = whole(attribute(attributes, "val"))

    def _level(self, attributes: Attributes) -> None:
        self.look.level = whole(attribute(attributes, "val"))


def role_of_outline(level: int) -> LineStyle:
    if level == 0:
        return "heading1"
    return "heading2" if level == 1 else ""


class _Level(Struct):
    form: str = "decimal"
    text: str = ""
    start: int = 1


class Numbering(Elements):
    """Reads word/numbering.xml, then counts along: the numbers that Word draws are not in the text.

    `load` parses the part into this object; it is called when the first numbered paragraph is met.
    """

    ignored = frozenset({"rPr", "pPr"})

    def __init__(self, depth: int, load: Callable[["Numbering"], None]) -> None:
        super().__init__(depth)
        self._load: Callable[[Numbering], None] | None = load
        self._patterns: dict[int, dict[int, _Level]] = {}
        self._pattern_of: dict[int, int] = {}
        self._counts: dict[int, dict[int, int]] = {}
        self._levels: dict[int, _Level] = {}
        self._level = _Level()
        self._number = 0
        self.opened = {
            "abstractNum": self._open_pattern,
            "lvl": self._open_level,
            "numFmt": self._form,
            "lvlText": self._text,
            "start": self._start,
            "num": self._open_number,
            "abstractNumId": self._use_pattern,
        }

    def label(self, list_id: int, level: int) -> str:
        """Return what Word draws before the next paragraph of this list: "1.", "a)", "•"."""
        if self._load is not None:
            load, self._load = self._load, None
            load(self)
        pattern = self._pattern_of.get(list_id)
        levels = self._patterns.get(-1 if pattern is None else pattern, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(-1 if pattern is None else pattern, {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return _drawn(levels, level, counts)

    def _open_pattern(self, attributes: Attributes) -> None:
        self._levels = self._patterns.setdefault(whole(attribute(attributes, "abstractNumId")), {})

    def _open_level(self, attributes: Attributes) -> None:
        self._level = _Level()
        self._levels[whole(attribute(attributes, "ilvl"))] = self._level

    def _form(self, attributes: Attributes) -> None:
        self._level.form = attribute(attributes, "val")

    def _text(self, attributes: Attributes) -> None:
        self._level.text = attribute(attributes, "val")[:40]

    def _start(self, attributes: Attributes) -> None:
        self._level.start = whole(attribute(attributes, "val"), 1)

    def _open_number(self, attributes: Attributes) -> None:
        self._number = whole(attribute(attributes, "numId"))
        self._levels = {}  # overrides of single lists are left aside

    def _use_pattern(self, attributes: Attributes) -> None:
        self._pattern_of[self._number] = whole(attribute(attributes, "val"))


def _drawn(levels: dict[int, _Level], level: int, counts: dict[int, int]) -> str:
    if levels[level].form == "bullet":
        return "•"
    if levels[level].form == "none":
        return ""
    text = levels[level].text
    for upper in range(level + 1):
        if upper in levels:
            value = counts.get(upper, levels[upper].start)
            text = text.replace(f"%{upper + 1}", numeral(value, levels[upper].form))
    return text


def numeral(value: int, form: str) -> str:
    """Return a number as a list shows it: 4, d, D, iv or IV."""
    written = _FORMS.get(form)
    return written(value) if written and 0 < value < 4000 else str(value)


def _letter(value: int) -> str:
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _roman(value: int) -> str:
    signs = ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"]
    worth = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    written = ""
    for sign, amount in zip(signs, worth, strict=True):
        count, value = divmod(value, amount)
        written += sign * count
    return written


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letter,
    "upperLetter": lambda value: _letter(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "decimalZero": lambda value: f"{value:02d}",
}
