"""The running text of an OpenDocument file: paragraphs, pages or slides, tables, links."""

import re

from msgspec import Struct, field

from emonev.evidence.limits import Limits
from emonev.evidence.readers.elements import Attributes, Elements, EnoughError, attribute, whole
from emonev.evidence.readers.grids import Grids
from emonev.evidence.readers.lines import MOST_LINKS, link_seen, one_line
from emonev.evidence.readers.opendocument_styles import Styles
from emonev.evidence.readers.package import Package
from emonev.evidence.readers.pages import Pages
from emonev.evidence.reading import Line, LineStyle
from emonev.model.facts import LinkSeen, Table

_LINES = 200
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "px": 2.54 / 96}
_LARGE_PICTURE = 21.0 * 29.7 / 4  # square centimetres


class _Paragraph(Struct):
    style: str = ""
    role: LineStyle = ""
    pieces: list[str] = field(default_factory=list)
    sizes: dict[float, int] = field(default_factory=dict)
    thin: int = 0  # characters that are not bold


class Body(Elements):
    """Reads content.xml."""

    ignored = frozenset(
        {
            "tracked-changes", "annotation", "automatic-styles", "font-face-decls", "scripts",
            "sequence-decls", "user-field-decls", "variable-decls", "dde-connection-decls",
            "styles",
        }
    )  # fmt: skip

    def __init__(self, limits: Limits, styles: Styles) -> None:
        super().__init__(limits.depth)
        self.pages = Pages(limits)
        self.lines: list[Line] = []
        self.links: list[LinkSeen] = []
        self.is_presentation = False
        self._limits, self._styles = limits, styles
        self._paragraphs: list[_Paragraph] = []
        self._spans: list[str] = []
        self._grids = Grids(self.pages)
        self._row_began: list[int] = []  # how many lines there were, for each row that is open
        self._lists: list[tuple[str, list[int]]] = []
        self._label = ""
        self._frame_class = ""
        self._frame_area = 0.0
        self._in_margin = False
        self._link = ""
        self._link_text: list[str] = []
        self.opened = {
            "presentation": self._presentation,
            "page": self._open_slide,
            "notes": self._open_notes,
            "p": self._open_paragraph,
            "h": self._open_heading,
            "span": lambda found: self._spans.append(attribute(found, "style-name")),
            "s": lambda found: self._put(" " * min(max(whole(attribute(found, "c"), 1), 1), 99)),
            "tab": lambda _: self._put("\t"),
            "line-break": lambda _: self._put("\n"),
            "soft-page-break": self._page_break,
            "list": self._open_list,
            "list-item": self._open_item,
            "a": self._open_link,
            "frame": self._open_frame,
            "image": self._picture,
            "table": lambda found: self._grids.open_table(attribute(found, "name")),
            "table-row": lambda _: self._row_began.append(len(self.lines)),
            "table-cell": self._open_cell,
            "covered-table-cell": self._open_cell,
        }
        self.closed = {
            "page": self._close_slide,
            "notes": self._close_notes,
            "p": self._close_paragraph,
            "h": self._close_paragraph,
            "span": self._close_span,
            "list": self._close_list,
            "a": self._close_link,
            "table-cell": self._grids.close_cell,
            "covered-table-cell": self._grids.close_cell,
            "table-row": self._close_row,
            "table": self._grids.close_table,
        }

    @property
    def tables(self) -> list[Table]:
        return self._grids.tables

    def read_margins(self, package: Package) -> None:
        """Read the headers and footers of a text; a presentation's masters only hold prompts."""
        kind = package.bytes_of("mimetype") if "mimetype" in package else b""
        if b"presentation" not in kind and "styles.xml" in package:
            self._in_margin = True
            package.parse("styles.xml", self)
            self._in_margin = False
            self.tables.clear()  # letterheads are set as tables

    def characters(self, text: str) -> None:
        if self._paragraphs:
            # White space is collapsed in OpenDocument; wanted blanks are elements of their own.
            self._put(re.sub(r"\s+", " ", text))

    def _presentation(self, _: Attributes) -> None:
        self.is_presentation = True

    # -- pages and slides

    def _open_slide(self, _: Attributes) -> None:
        if self.pages.cut:
            raise EnoughError

    def _close_slide(self) -> None:
        self.pages.turn()

    def _open_notes(self, _: Attributes) -> None:
        self._in_margin = True

    def _close_notes(self) -> None:
        self._in_margin = False

    def _page_break(self, _: Attributes) -> None:
        if self._grids or self.is_presentation:
            return
        if self._paragraphs:  # the page ends in the middle of a paragraph
            before = "".join(self._paragraphs[-1].pieces).strip()
            self._paragraphs[-1].pieces.clear()
            self.pages.add(before)
        if not self.pages.is_empty:
            self.pages.turn()

    # -- paragraphs

    def _open_paragraph(self, attributes: Attributes) -> None:
        if self.pages.cut:
            raise EnoughError
        style = attribute(attributes, "style-name")
        if self._styles.of(style).breaks and not self._paragraphs:
            self._page_break(attributes)
        self._paragraphs.append(_Paragraph(style, self._styles.role(style)))

    def _open_heading(self, attributes: Attributes) -> None:
        self._open_paragraph(attributes)
        level = whole(attribute(attributes, "outline-level"), 1)
        if not self._paragraphs[-1].role and level <= 2:
            self._paragraphs[-1].role = "heading1" if level == 1 else "heading2"

    def _put(self, text: str) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs[-1]
        paragraph.pieces.append(text)
        if self._link:
            self._link_text.append(text)
        weight = len(text) - text.count(" ")
        if weight:
            look = self._styles.of(paragraph.style)
            spans = [self._styles.of_span(style) for style in self._spans]
            size, bold = look.size, look.bold
            for span in spans:  # the innermost that says something wins
                size = span.size or size
                bold = bold if span.bold is None else span.bold
            paragraph.thin += 0 if bold else weight
            if size:
                paragraph.sizes[size] = paragraph.sizes.get(size, 0) + weight

    def _close_span(self) -> None:
        del self._spans[-1:]

    def _close_paragraph(self) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs.pop()
        text = "".join(paragraph.pieces).strip()
        block = f"{self._label} {text}".strip() if text or self._grids else ""
        self._label = ""
        if self._grids:
            self._grids.add(block)
        else:
            self.pages.add(block)
        if not self._in_margin and any(map(str.isalpha, text)):
            self._add_line(paragraph, text)

    def _add_line(self, paragraph: _Paragraph, text: str) -> None:
        if self.pages.number > self._limits.title_pages or len(self.lines) >= _LINES:
            return
        look = self._styles.of(paragraph.style)
        self.lines.append(
            Line(
                text=one_line(text),
                page=self.pages.number,
                size=max(paragraph.sizes, key=paragraph.sizes.__getitem__, default=None),
                bold=not paragraph.thin,
                centred=bool(look.centred),
                style="title" if self._frame_class == "title" else paragraph.role,
            )
        )

    # -- lists: the numbers that are drawn are not in the text

    def _open_list(self, attributes: Attributes) -> None:
        inherited = self._lists[-1][0] if self._lists else ""
        self._lists.append((attribute(attributes, "style-name") or inherited, [0]))

    def _open_item(self, _: Attributes) -> None:
        if self._lists:
            style, count = self._lists[-1]
            count[0] += 1
            self._label = self._styles.label(style, len(self._lists), count[0])

    def _close_list(self) -> None:
        del self._lists[-1:]

    # -- links and pictures

    def _open_link(self, attributes: Attributes) -> None:
        self._link, self._link_text = attribute(attributes, "href"), []

    def _close_link(self) -> None:
        if self._link and not self._link.startswith("#") and len(self.links) < MOST_LINKS:
            text = "".join(self._link_text)
            self.links.append(link_seen(self._link, text, self.pages.number))
        self._link = ""

    def _open_frame(self, attributes: Attributes) -> None:
        self._frame_class = attribute(attributes, "class")
        width, height = (
            _centimetres(attribute(attributes, side, "0cm")) for side in ("width", "height")
        )
        self._frame_area = width * height

    def _picture(self, _: Attributes) -> None:
        if self._frame_area >= _LARGE_PICTURE and not self._in_margin:
            self.pages.add_picture()

    def _open_cell(self, attributes: Attributes) -> None:
        self._grids.open_cell(repeated=whole(attribute(attributes, "number-columns-repeated"), 1))

    def _close_row(self) -> None:
        began = self._row_began.pop() if self._row_began else len(self.lines)
        if self._grids.row_lists:
            self.lines[began:] = [line for line in self.lines[began:] if line.style]
        self._grids.close_row()


def _centimetres(length: str) -> float:
    found = re.fullmatch(r"([0-9]{1,6}(?:\.[0-9]{1,6})?)(cm|mm|in|pt|px)", length)
    return float(found[1]) * _CENTIMETRES[found[2]] if found else 0.0
