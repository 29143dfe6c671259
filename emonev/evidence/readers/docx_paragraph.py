"""A paragraph of a Word document while it is read: its words, and how it wants to be set."""

from collections.abc import Callable

from msgspec import Struct, field

from emonev.evidence.readers.docx_styles import (
    Look,
    half_points,
    is_centred,
    is_on,
    role_of_outline,
)
from emonev.evidence.readers.elements import Attributes, attribute, whole
from emonev.evidence.reading import LineStyle

_USUAL_SIZE = 10.0


class Paragraph(Struct):
    """What was read of a paragraph so far; None is what its style decides."""

    pieces: list[str] = field(default_factory=list)
    style: str = ""
    role: LineStyle = ""
    centred: bool | None = None
    list_id: int | None = None
    level: int | None = None
    sizes: dict[float, int] = field(default_factory=dict)
    thin: int = 0  # characters that are not bold
    run_size: float | None = None
    run_bold: bool | None = None
    hidden: bool = False

    @property
    def text(self) -> str:
        return "".join(self.pieces).strip()

    def begin_run(self) -> None:
        self.run_size = self.run_bold = None
        self.hidden = False

    def put(self, text: str, look: Look) -> None:
        """Take more text, set as its run says or else as the paragraph's style does."""
        self.pieces.append(text)
        weight = len(text) - text.count(" ")
        if not weight:
            return
        size = self.run_size or look.size or _USUAL_SIZE
        self.sizes[size] = self.sizes.get(size, 0) + weight
        bold = look.bold if self.run_bold is None else self.run_bold
        self.thin += 0 if bold else weight


def _style(paragraph: Paragraph, attributes: Attributes) -> None:
    paragraph.style = attribute(attributes, "val")


def _alignment(paragraph: Paragraph, attributes: Attributes) -> None:
    paragraph.centred = is_centred(attributes)


def _outline(paragraph: Paragraph, attributes: Attributes) -> None:
    paragraph.role = role_of_outline(whole(attribute(attributes, "val"), 9))


def _list(paragraph: Paragraph, attributes: Attributes) -> None:
    paragraph.list_id = whole(attribute(attributes, "val"))


def _level(paragraph: Paragraph, attributes: Attributes) -> None:
    paragraph.level = whole(attribute(attributes, "val"))


def _size(paragraph: Paragraph, attributes: Attributes) -> None:
    paragraph.run_size = half_points(attributes)


def _bold(paragraph: Paragraph, attributes: Attributes) -> None:
    paragraph.run_bold = is_on(attributes)


def _vanish(paragraph: Paragraph, attributes: Attributes) -> None:
    # Hidden text is not on the page that a person sees, so it proves nothing.
    paragraph.hidden = is_on(attributes)


Setting = Callable[[Paragraph, Attributes], None]

# What stands in the mark of a paragraph, and what in its runs (in the mark it sets the mark alone).
OF_MARK: dict[str, Setting] = {
    "pStyle": _style,
    "jc": _alignment,
    "outlineLvl": _outline,
    "numId": _list,
    "ilvl": _level,
}
OF_RUN: dict[str, Setting] = {"sz": _size, "b": _bold, "vanish": _vanish}
