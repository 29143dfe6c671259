"""The running text of a Word document: paragraphs, pages, tables, links and pictures."""

from collections.abc import Callable

from emonev.evidence.limits import Limits
from emonev.evidence.readers.docx_paragraph import OF_MARK, OF_RUN, Paragraph, Setting
from emonev.evidence.readers.docx_styles import Look, Numbering, Styles, is_on
from emonev.evidence.readers.elements import Attributes, Elements, EnoughError, attribute, whole
from emonev.evidence.readers.grids import Grids
from emonev.evidence.readers.lines import MOST_LINKS, link_seen, one_line
from emonev.evidence.readers.package import Package, Relation
from emonev.evidence.readers.pages import Pages
from emonev.evidence.reading import Line, LineStyle
from emonev.model.facts import LinkSeen, Table

_LINES = 200  # where a document's page breaks are not recorded, its first lines must do
_LARGE_PICTURE = 7_560_000 * 10_692_000 // 4  # a quarter of A4, in EMU


class Body(Elements):
    """Reads word/document.xml and the parts that look like it (headers, footnotes)."""

    # Fallback repeats what Choice shows; deleted and moved text is not in the document any more.
    ignored = frozenset(
        {
            "Fallback", "del", "moveFrom", "rPrChange", "pPrChange", "sectPrChange",
            "tblPrChange", "tabs", "tblPr", "instrText", "delText", "docPartPr", "sdtPr",
        }
    )  # fmt: skip

    def __init__(
        self, limits: Limits, styles: Styles, numbering: Numbering, relations: dict[str, Relation]
    ) -> None:
        super().__init__(limits.depth)
        self.pages = Pages(limits)
        self.lines: list[Line] = []
        self.links: list[LinkSeen] = []
        self._limits = limits
        self._styles, self._numbering, self._relations = styles, numbering, relations
        self._looks: dict[str, Look] = {}
        self._roles: dict[str, LineStyle] = {}
        self._paragraphs: list[Paragraph] = []
        self._grids = Grids(self.pages)
        self._row_began: list[int] = []  # how many lines there were, for each row that is open
        self._in_text = self._in_mark = self._in_margin = False
        self._turn = False
        self._link = ""
        self._link_text: list[str] = []
        self.opened = {
            **{name: self._taking(setting, in_mark=True) for name, setting in OF_MARK.items()},
            **{name: self._taking(setting, in_mark=False) for name, setting in OF_RUN.items()},
            "p": self._open_paragraph,
            "pPr": self._open_mark,
            "r": self._open_run,
            "t": self._open_text,
            "rStyle": self._run_style,
            "tab": lambda _: self._put("\t"),
            "br": self._break,
            "cr": lambda _: self._put("\n"),
            "noBreakHyphen": lambda _: self._put("-"),
            "lastRenderedPageBreak": self._page_break,
            "pageBreakBefore": self._break_before,
            "tbl": lambda _: self._grids.open_table(),
            "tr": lambda _: self._row_began.append(len(self.lines)),
            "tc": lambda _: self._grids.open_cell(),
            "gridSpan": lambda found: self._grids.span(whole(attribute(found, "val"), 1)),
            "hyperlink": self._open_link,
            "extent": self._picture,
            "imagedata": self._old_picture,
        }
        self.closed = {
            "p": self._close_paragraph,
            "pPr": self._close_mark,
            "t": self._close_text,
            "tc": self._grids.close_cell,
            "tr": self._close_row,
            "tbl": self._grids.close_table,
            "hyperlink": self._close_link,
        }

    @property
    def tables(self) -> list[Table]:
        return self._grids.tables

    def read_margin(self, package: Package, name: str) -> None:
        """Read a header, footer or notes: text of the page at hand that is no title and no page."""
        kept = len(self.tables)
        self._in_margin = True
        package.parse(name, self)
        self._in_margin = self._turn = False
        del self.tables[kept:]  # letterheads are set as tables

    def characters(self, text: str) -> None:
        if self._in_text:
            self._put(text)

    # -- paragraphs and runs

    def _open_paragraph(self, _: Attributes) -> None:
        if self.pages.cut:
            raise EnoughError
        self._paragraphs.append(Paragraph())

    def _open_mark(self, _: Attributes) -> None:
        self._in_mark = True

    def _close_mark(self) -> None:
        self._in_mark = False

    def _open_run(self, _: Attributes) -> None:
        if self._paragraphs:
            self._paragraphs[-1].begin_run()

    def _open_text(self, _: Attributes) -> None:
        self._in_text = True

    def _close_text(self) -> None:
        self._in_text = False

    def _taking(self, setting: Setting, *, in_mark: bool) -> Callable[[Attributes], None]:
        """Return what lets the paragraph at hand take a setting, where it stands in the right place."""

        def take(attributes: Attributes) -> None:
            if self._paragraphs and self._in_mark is in_mark:
                setting(self._paragraphs[-1], attributes)

        return take

    def _run_style(self, attributes: Attributes) -> None:
        if self._paragraphs and not self._in_mark:
            look = self._styles.own(attribute(attributes, "val"))
            self._paragraphs[-1].run_size, self._paragraphs[-1].run_bold = look.size, look.bold

    def _put(self, text: str) -> None:
        if not self._paragraphs or self._paragraphs[-1].hidden:
            return
        paragraph = self._paragraphs[-1]
        paragraph.put(text, self._look(paragraph.style))
        if self._link:
            self._link_text.append(text)

    def _close_paragraph(self) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs.pop()
        text = paragraph.text
        label = self._label(paragraph, shown=bool(text) or bool(self._grids))
        if not self._grids:
            self._turn_page_if_due(bool(text))
        self._add_block(f"{label} {text}".strip())
        if not self._in_margin and any(map(str.isalpha, text)):
            self._add_line(paragraph, text)

    def _label(self, paragraph: Paragraph, *, shown: bool) -> str:
        look = self._look(paragraph.style)
        list_id = look.list_id if paragraph.list_id is None else paragraph.list_id
        if not list_id or not shown:
            return ""
        return self._numbering.label(
            list_id, look.level if paragraph.level is None else paragraph.level
        )

    def _add_block(self, block: str) -> None:
        if self._grids:
            self._grids.add(block)
        else:
            self.pages.add(block)

    def _add_line(self, paragraph: Paragraph, text: str) -> None:
        if self.pages.number > self._limits.title_pages or len(self.lines) >= _LINES:
            return
        look = self._look(paragraph.style)
        if look.name.casefold().startswith("toc "):
            return
        self.lines.append(
            Line(
                text=one_line(text),
                page=self.pages.number,
                size=max(paragraph.sizes, key=paragraph.sizes.__getitem__, default=look.size),
                bold=not paragraph.thin,
                centred=bool(look.centred if paragraph.centred is None else paragraph.centred),
                style=paragraph.role or self._role(paragraph.style),
            )
        )

    def _look(self, style: str) -> Look:
        if style not in self._looks:
            self._looks[style] = self._styles.resolved(style)
        return self._looks[style]

    def _role(self, style: str) -> LineStyle:
        if style not in self._roles:
            self._roles[style] = self._styles.role(style)
        return self._roles[style]

    # -- pages: a break asked for and a break recorded by Word often stand for the same turn

    def _break(self, attributes: Attributes) -> None:
        if attribute(attributes, "type") == "page":
            self._page_break(attributes)
        else:
            self._put("\n")

    def _page_break(self, _: Attributes) -> None:
        if self._in_margin:
            return
        paragraph = self._paragraphs[-1] if self._paragraphs else Paragraph()
        before = paragraph.text
        if before and not self._grids and len(self._paragraphs) == 1:
            self._turn_page_if_due(True)
            self.pages.add(before)
            self._add_line(paragraph, before)
            paragraph.pieces.clear()
        self._turn = True

    def _break_before(self, attributes: Attributes) -> None:
        if self._paragraphs and self._in_mark and is_on(attributes):
            self._turn = not self._in_margin

    def _turn_page_if_due(self, something_follows: bool) -> None:
        if self._turn and something_follows:
            self._turn = False
            if not self.pages.is_empty:
                self.pages.turn()

    # -- tables

    def _close_row(self) -> None:
        self._turn_page_if_due(self._grids.row_begins_page)
        self._keep_headings_of_row()
        self._grids.close_row()

    def _keep_headings_of_row(self) -> None:
        began = self._row_began.pop() if self._row_began else len(self.lines)
        if self._grids.row_lists:
            self.lines[began:] = [line for line in self.lines[began:] if line.style]

    # -- links and pictures

    def _open_link(self, attributes: Attributes) -> None:
        relation = self._relations.get(attribute(attributes, "id"))
        self._link = relation.target if relation and relation.external else ""
        self._link_text = []

    def _close_link(self) -> None:
        if self._link and len(self.links) < MOST_LINKS:
            text = "".join(self._link_text)
            self.links.append(link_seen(self._link, text, self.pages.number))
        self._link = ""

    def _picture(self, attributes: Attributes) -> None:
        width, height = whole(attribute(attributes, "cx")), whole(attribute(attributes, "cy"))
        if width * height >= _LARGE_PICTURE:
            self._show_picture()

    def _old_picture(self, _: Attributes) -> None:
        self._show_picture()

    def _show_picture(self) -> None:
        if not self._in_margin:
            self._turn_page_if_due(True)
            self.pages.add_picture()
