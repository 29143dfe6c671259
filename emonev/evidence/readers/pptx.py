"""Presentations (.pptx): slides as pages with their titles, tables, links and speaker's notes."""

from pathlib import Path

from emonev.evidence.limits import Limits
from emonev.evidence.readers import problems
from emonev.evidence.readers.elements import Attributes, Elements, EnoughError, attribute, whole
from emonev.evidence.readers.grids import Grids
from emonev.evidence.readers.lines import MOST_LINKS, link_seen, one_line
from emonev.evidence.readers.package import Package
from emonev.evidence.readers.pages import Pages
from emonev.evidence.reading import Line, Reading
from emonev.model.facts import LinkSeen, Table

_TITLES = {"title", "ctrTitle"}
_LARGE = 9_144_000 * 5_143_500 // 4  # a quarter of a slide, in EMU


def read(path: Path, limits: Limits) -> Reading:
    """Return the content of a presentation."""
    with Package(path, limits) as package:
        deck = _Deck(limits)
        for slide in _slides(package, limits):
            _read_slide(package, slide, deck)
            if deck.pages.cut:
                break
        properties = package.core_properties()
        macros = package.has_macros
    if not deck.pages.has_content:
        raise problems.cannot("empty", problems.EMPTY_DOCUMENT)
    return Reading(
        format="pptx",
        texts=deck.pages.texts,
        pages=deck.pages.pages,
        page_count=len(deck.pages.texts),
        lines=tuple(deck.lines),
        tables=tuple(deck.tables),
        links=tuple(deck.links),
        properties=properties,
        notes=(*deck.pages.notes(), problems.MACROS) if macros else deck.pages.notes(),
    )


def _slides(package: Package, limits: Limits) -> list[str]:
    """Return the slides' parts in the order in which they are shown."""
    main = package.main_part()
    order = _Order(limits.depth)
    package.parse(main, order)
    relations = package.relations(main)
    targets = [relations[key].target for key in order.ids if key in relations]
    slides = [target for target in targets if target in package]
    if order.ids and not slides:
        raise problems.cannot("damaged", problems.NO_MAIN_PART)
    return slides


def _read_slide(package: Package, slide: str, deck: "_Deck") -> None:
    relations = package.relations(slide)
    deck.targets = {key: found.target for key, found in relations.items() if found.external}
    package.parse(slide, deck)
    for relation in relations.values():
        if relation.kind == "notesSlide" and relation.target in package:
            deck.read_notes(package, relation.target)
    deck.pages.turn()


class _Order(Elements):
    """Reads ppt/presentation.xml: the relation ids of the slides."""

    def __init__(self, depth: int) -> None:
        super().__init__(depth)
        self.ids: list[str] = []
        self.opened["sldId"] = self._slide

    def _slide(self, attributes: Attributes) -> None:
        # "id" stands there twice: the slide's own number, and with a prefix the relation.
        self.ids += [value for name, value in attributes.items() if name.endswith(":id")]


class _Deck(Elements):
    """Reads slides and their notes, one after the other."""

    ignored = frozenset({"Fallback", "extLst"})

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits.depth)
        self.pages = Pages(limits)
        self.lines: list[Line] = []
        self.links: list[LinkSeen] = []
        self.targets: dict[str, str] = {}
        self._limits = limits
        self._place = ""
        self._in_text = self._in_notes = self._in_picture = False
        self._pieces: list[str] = []
        self._size: float | None = None
        self._bold = False
        self._grids = Grids(self.pages)
        self.opened = {
            "sp": self._open_shape,
            "ph": self._placeholder,
            "p": self._open_paragraph,
            "rPr": self._run,
            "t": self._open_text,
            "br": lambda _: self._pieces.append("\n"),
            "hlinkClick": self._link,
            "tbl": self._open_table,
            "tc": lambda _: self._grids.open_cell(),
            "pic": self._open_picture,
            "ext": self._extent,
        }
        self.closed = {
            "p": self._close_paragraph,
            "t": self._close_text,
            "tc": self._grids.close_cell,
            "tr": self._grids.close_row,
            "tbl": self._grids.close_table,
            "pic": self._close_picture,
        }

    @property
    def tables(self) -> list[Table]:
        return self._grids.tables

    def read_notes(self, package: Package, name: str) -> None:
        self._in_notes = True
        package.parse(name, self)
        self._in_notes = False

    def characters(self, text: str) -> None:
        if self._in_text:
            self._pieces.append(text)

    def _open_shape(self, _: Attributes) -> None:
        self._place = ""

    def _placeholder(self, attributes: Attributes) -> None:
        self._place = attribute(attributes, "type", "body")

    def _open_paragraph(self, _: Attributes) -> None:
        if self.pages.cut:
            raise EnoughError
        self._pieces, self._size, self._bold = [], None, False

    def _run(self, attributes: Attributes) -> None:
        size = whole(attribute(attributes, "sz")) / 100
        self._size = max(size, self._size or 0) or None
        self._bold = self._bold or attribute(attributes, "b") in {"1", "true"}

    def _open_text(self, _: Attributes) -> None:
        self._in_text = True

    def _close_text(self) -> None:
        self._in_text = False

    def _close_paragraph(self) -> None:
        text = "".join(self._pieces).strip()
        self._pieces = []
        # The number of the slide is no text of its own, least of all in the notes.
        if not text or self._place == "sldNum":
            return
        if self._grids:
            self._grids.add(text)
        else:
            self.pages.add(text)
        self._add_line(text)

    def _add_line(self, text: str) -> None:
        if self._in_notes or self.pages.number > self._limits.title_pages:
            return
        self.lines.append(
            Line(
                text=one_line(text),
                page=self.pages.number,
                size=self._size,
                bold=self._bold,
                style="title" if self._place in _TITLES else "",
            )
        )

    def _link(self, attributes: Attributes) -> None:
        url = self.targets.get(attribute(attributes, "id"), "")
        if url and len(self.links) < MOST_LINKS:
            self.links.append(link_seen(url, "".join(self._pieces), self.pages.number))

    def _open_table(self, _: Attributes) -> None:
        self._grids.open_table()
        self._place = ""

    def _open_picture(self, _: Attributes) -> None:
        self._in_picture = True

    def _close_picture(self) -> None:
        self._in_picture = False

    def _extent(self, attributes: Attributes) -> None:
        width, height = whole(attribute(attributes, "cx")), whole(attribute(attributes, "cy"))
        if self._in_picture and width * height >= _LARGE and not self._in_notes:
            self.pages.add_picture()
