"""What a reader hands over: content as it stands in the file, not yet understood.

A reader knows its format and nothing else; `analysis` turns a Reading of any format into Facts.
"""

from typing import Literal

from msgspec import Struct, field

from emonev.model.facts import LinkSeen, Note, Page, Picture, Problem, Signature, Table

LineStyle = Literal["", "title", "heading1", "heading2", "html-title", "property"]


class Line(Struct, frozen=True, kw_only=True):
    """A line of type that might be a title, with what makes it stand out.

    `size` in points and `top` (0 top of the page .. 1 bottom) where the format has a layout.
    Lines are in reading order; readers give those of the first `limits.title_pages` pages.
    """

    text: str
    page: int | None = None
    size: float | None = None
    bold: bool = False
    centred: bool = False
    top: float | None = None
    style: LineStyle = ""


class Reading(Struct, frozen=True, kw_only=True):
    """The content of one file. `texts` has one printed text per page, in the order of `pages`."""

    format: str
    texts: tuple[str, ...] = ()
    pages: tuple[Page, ...] = ()
    page_count: int | None = None
    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    links: tuple[LinkSeen, ...] = ()
    signatures: tuple[Signature, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    members: tuple[str, ...] = ()
    picture: Picture | None = None
    notes: tuple[Note, ...] = ()
    problem: Problem | None = None
