"""What OpenDocument styles say: headings by any name, sizes, page breaks, list numbers."""

import re

from msgspec import Struct

from emonev.evidence.readers.docx_styles import numeral
from emonev.evidence.readers.elements import Attributes, Elements, attribute, whole
from emonev.evidence.reading import LineStyle

# Style names as LibreOffice stores them ("_20_" is a blank), with Indonesian ones beside.
_NAMES: dict[str, LineStyle] = {
    "title": "title",
    "judul": "title",
    "subtitle": "heading2",
    "heading 1": "heading1",
    "judul 1": "heading1",
    "heading 2": "heading2",
    "judul 2": "heading2",
}
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_SPAN = "span "  # styles of words and of paragraphs may bear the same name
_ANCESTORS = 12


class Look(Struct):
    """What a style says of its text; None where it says nothing and its parent decides."""

    names: tuple[str, ...] = ()
    parent: str = ""
    size: float | None = None
    bold: bool | None = None
    centred: bool | None = None
    breaks: bool | None = None


class _ListLevel(Struct):
    bullet: bool
    form: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1


class Styles(Elements):
    """Reads the styles of styles.xml and of content.xml; the running text passes by."""

    ignored = frozenset({"body", "master-styles", "font-face-decls"})

    def __init__(self, depth: int) -> None:
        super().__init__(depth)
        self._looks: dict[str, Look] = {}
        self._resolved: dict[str, Look] = {}
        self._lists: dict[str, dict[int, _ListLevel]] = {}
        self._current = Look()
        self._levels: dict[int, _ListLevel] = {}
        self.opened = {
            "style": self._style,
            "default-style": self._aside,
            "text-properties": self._text,
            "paragraph-properties": self._paragraph,
            "list-style": self._list,
            "list-level-style-number": self._number,
            "list-level-style-bullet": self._bullet,
        }
        self.closed = {"style": self._close, "list-style": self._close}

    def of(self, style: str) -> Look:
        """Return the look of a style with all that it inherits; a page break is not inherited."""
        if style not in self._resolved:
            look = Look()
            for ancestor in self._lineage(style):
                look.size = ancestor.size if look.size is None else look.size
                look.bold = ancestor.bold if look.bold is None else look.bold
                look.centred = ancestor.centred if look.centred is None else look.centred
            look.breaks = self._looks[style].breaks if style in self._looks else None
            self._resolved[style] = look
        return self._resolved[style]

    def of_span(self, style: str) -> Look:
        """Return the look of a style for words within a paragraph."""
        return self.of(_SPAN + style)

    def role(self, style: str) -> LineStyle:
        """Return the part that a paragraph of this style plays."""
        names = [name for look in self._lineage(style) for name in look.names]
        return next((_NAMES[name] for name in names if name in _NAMES), "")

    def label(self, style: str, level: int, count: int) -> str:
        """Return what is drawn before the item with this number: "1.", "a)", "•"."""
        drawn = self._lists.get(style, {}).get(level)
        if drawn is None or drawn.bullet:
            return "•"
        value = drawn.start + count - 1
        return f"{drawn.prefix}{numeral(value, _FORMS.get(drawn.form, ''))}{drawn.suffix}"

    def _lineage(self, style: str) -> list[Look]:
        lineage: list[Look] = []
        while style in self._looks and len(lineage) < _ANCESTORS:
            lineage.append(self._looks[style])
            style = self._looks[style].parent
        return lineage

    def _style(self, attributes: Attributes) -> None:
        name = attribute(attributes, "name")
        shown = (attribute(attributes, "display-name"), name.replace("_20_", " "))
        self._current = Look(
            names=tuple(each.casefold() for each in shown),
            parent=attribute(attributes, "parent-style-name"),
        )
        family = attribute(attributes, "family")
        if family in {"paragraph", "presentation"}:
            self._looks[name] = self._current
        elif family == "text":
            self._current.parent = _SPAN + self._current.parent
            self._looks[_SPAN + name] = self._current

    def _aside(self, _: Attributes) -> None:
        self._current = Look()

    def _close(self) -> None:
        self._current, self._levels = Look(), {}

    def _text(self, attributes: Attributes) -> None:
        # "font-size" also comes with a prefix for Asian and complex scripts: style:font-size-asian.
        size = re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]{1,4})?)pt", attribute(attributes, "font-size"))
        if size:
            self._current.size = float(size[1])
        weight = attribute(attributes, "font-weight")
        if weight:
            self._current.bold = weight == "bold" or whole(weight) >= 600

    def _paragraph(self, attributes: Attributes) -> None:
        align = attribute(attributes, "text-align")
        if align:
            self._current.centred = align == "center"
        if attribute(attributes, "break-before") == "page":
            self._current.breaks = True

    def _list(self, attributes: Attributes) -> None:
        self._levels = self._lists.setdefault(attribute(attributes, "name"), {})

    def _number(self, attributes: Attributes) -> None:
        self._levels[whole(attribute(attributes, "level"), 1)] = _ListLevel(
            bullet=False,
            form=attribute(attributes, "num-format")[:1],
            prefix=attribute(attributes, "num-prefix")[:5],
            suffix=attribute(attributes, "num-suffix")[:5],
            start=whole(attribute(attributes, "start-value"), 1),
        )

    def _bullet(self, attributes: Attributes) -> None:
        self._levels[whole(attribute(attributes, "level"), 1)] = _ListLevel(bullet=True)
