"""OpenDocument texts and presentations (.odt, .odp): headings, styles, tables, links, properties."""

import re
from pathlib import Path

from msgspec import Struct, field

from emonev.evidence.limits import Limits
from emonev.evidence.readers import problems
from emonev.evidence.readers.opendocument_styles import Styles
from emonev.evidence.readers.package import (
    Attributes,
    Elements,
    EnoughError,
    Package,
    attribute,
    whole,
)
from emonev.evidence.readers.pages import Pages
from emonev.evidence.readers.tables import table_of
from emonev.evidence.reading import Line, LineStyle, Reading
from emonev.model.facts import LinkSeen, Table

_LINES = 200
_LINE = 400
_TABLES = 500
_LINKS = 5_000
_REPEATED = 64  # cells or rows that a table may say it repeats
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "px": 2.54 / 96}
_LARGE_PICTURE = 21.0 * 29.7 / 4  # square centimetres
META = {
    "title": "title",
    "creator": "creator",
    "creation-date": "created",
    "date": "modified",
    "subject": "subject",
}


def read(path: Path, limits: Limits) -> Reading:
    """Return the content of an OpenDocument text or presentation."""
    with Package(path, limits) as package:
        refuse_encrypted(package)
        if "content.xml" not in package:
            raise problems.cannot("damaged", problems.NO_MAIN_PART)
        styles = Styles(limits.depth)
        for name in ("styles.xml", "content.xml"):  # the document's own styles come last and win
            if name in package:
                package.parse(name, styles)
        body = _Body(limits, styles)
        body.read_margins(package)
        package.parse("content.xml", body)
        body.pages.finish()
        meta = _Meta(limits.depth)
        if "meta.xml" in package:
            package.parse("meta.xml", meta)
        properties = package.properties("meta.xml", META)
        macros = any(name.startswith("Basic/") and "/Module" in name for name in package.names)
    if not body.pages.has_content:
        raise problems.cannot("empty", problems.EMPTY_DOCUMENT)
    slides = body.is_presentation
    return Reading(
        format="odp" if slides else "odt",
        texts=body.pages.texts,
        pages=body.pages.pages,
        page_count=len(body.pages.texts) if slides else max(meta.pages, len(body.pages.texts)),
        lines=tuple(body.lines),
        tables=tuple(body.tables),
        links=tuple(body.links),
        properties=properties,
        notes=(*body.pages.notes(), problems.MACROS) if macros else body.pages.notes(),
    )


def refuse_encrypted(package: Package) -> None:
    """Raise for a file with a password: its manifest says how each member is encrypted.

    The manifest is searched and not parsed: old writers put a DTD into it.
    """
    manifest = "META-INF/manifest.xml"
    if manifest in package and b"encryption-data" in package.bytes_of(manifest):
        raise problems.cannot("encrypted", problems.ENCRYPTED)


class _Meta(Elements):
    def __init__(self, depth: int) -> None:
        super().__init__(depth)
        self.pages = 0
        self.opened["document-statistic"] = self._statistic

    def _statistic(self, attributes: Attributes) -> None:
        self.pages = whole(attribute(attributes, "page-count"))


class _Paragraph(Struct):
    style: str = ""
    role: LineStyle = ""
    pieces: list[str] = field(default_factory=list)
    sizes: dict[float, int] = field(default_factory=dict)
    thin: int = 0  # characters that are not bold


class _Grid(Struct):
    name: str
    page: int
    rows: list[list[str]] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)
    repeated: int = 1


class _Body(Elements):
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
        self.tables: list[Table] = []
        self.links: list[LinkSeen] = []
        self.is_presentation = False
        self._limits, self._styles = limits, styles
        self._paragraphs: list[_Paragraph] = []
        self._spans: list[str] = []
        self._grids: list[_Grid] = []
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
            "table": self._open_table,
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
            "table-cell": self._close_cell,
            "covered-table-cell": self._close_cell,
            "table-row": self._close_row,
            "table": self._close_table,
        }

    def read_margins(self, package: Package) -> None:
        """Read the headers and footers of a text; a presentation's masters only hold prompts."""
        kind = package.bytes_of("mimetype") if "mimetype" in package else b""
        if b"presentation" not in kind and "styles.xml" in package:
            self._in_margin = True
            package.parse("styles.xml", self)
            self._in_margin = False

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
            self._grids[-1].cell.append(block)
        else:
            self.pages.add(block)
        if text and not self._in_margin:
            self._add_line(paragraph, text)

    def _add_line(self, paragraph: _Paragraph, text: str) -> None:
        if self.pages.number > self._limits.title_pages or len(self.lines) >= _LINES:
            return
        look = self._styles.of(paragraph.style)
        self.lines.append(
            Line(
                text=" ".join(text.split())[:_LINE],
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
        if self._link and not self._link.startswith("#") and len(self.links) < _LINKS:
            text = " ".join("".join(self._link_text).split())[:_LINE]
            self.links.append(LinkSeen(self._link[:2000], text, self.pages.number))
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

    # -- tables

    def _open_table(self, attributes: Attributes) -> None:
        self._grids.append(_Grid(attribute(attributes, "name"), self.pages.number))

    def _open_cell(self, attributes: Attributes) -> None:
        if self._grids:
            repeated = whole(attribute(attributes, "number-columns-repeated"), 1)
            self._grids[-1].cell = []
            self._grids[-1].repeated = min(max(repeated, 1), _REPEATED)

    def _close_cell(self) -> None:
        if self._grids:
            grid = self._grids[-1]
            text = "\n".join(block for block in grid.cell if block)
            grid.row += [text] * grid.repeated
            grid.cell = []

    def _close_row(self) -> None:
        if not self._grids:
            return
        grid = self._grids[-1]
        text = "\t".join(cell for cell in grid.row if cell)
        if len(self._grids) == 1:
            self.pages.add(text)
        else:
            self._grids[-2].cell.append(text)
        grid.rows.append(grid.row)
        grid.row = []

    def _close_table(self) -> None:
        if not self._grids:
            return
        grid = self._grids.pop()
        table = table_of(grid.rows, name=grid.name, page=grid.page)
        if table and len(self.tables) < _TABLES:
            self.tables.append(table)


def _centimetres(length: str) -> float:
    found = re.fullmatch(r"([0-9]{1,6}(?:\.[0-9]{1,6})?)(cm|mm|in|pt|px)", length)
    return float(found[1]) * _CENTIMETRES[found[2]] if found else 0.0
