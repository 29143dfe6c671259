"""Word documents (.docx): text by page, headings by style and size, tables, links, properties."""

from pathlib import Path

from emonev.evidence.limits import Limits
from emonev.evidence.readers import problems
from emonev.evidence.readers.docx_body import Body
from emonev.evidence.readers.docx_styles import Numbering, Styles
from emonev.evidence.readers.elements import whole
from emonev.evidence.readers.package import Package, Relation
from emonev.evidence.readers.pages import Pages
from emonev.evidence.reading import Reading
from emonev.model.facts import Note


def read(path: Path, limits: Limits) -> Reading:
    """Return the content of a Word document."""
    with Package(path, limits) as package:
        main = package.main_part()
        relations = package.relations(main)
        body = _read_body(package, main, relations, limits)
        _read_margins(package, relations, body)
        body.pages.finish()
        properties = package.core_properties()
        claimed = package.properties("docProps/app.xml", {"Pages": "pages"})
        macros = package.has_macros
    if not body.pages.has_content:
        raise problems.cannot("empty", problems.EMPTY_DOCUMENT)
    return Reading(
        format="docx",
        texts=body.pages.texts,
        pages=body.pages.pages,
        page_count=max(whole(claimed.get("pages", "")), len(body.pages.texts)),
        lines=tuple(body.lines),
        tables=tuple(body.tables),
        links=tuple(body.links),
        properties=properties,
        notes=_notes(body.pages, macros=macros),
    )


def _notes(pages: Pages, *, macros: bool) -> tuple[Note, ...]:
    return (*pages.notes(), problems.MACROS) if macros else pages.notes()


def _read_body(package: Package, main: str, relations: dict[str, Relation], limits: Limits) -> Body:
    def load_numbering(numbering: Numbering) -> None:
        for name in _parts(package, relations, "numbering"):
            package.parse(name, numbering)

    markup = b"".join(package.markup_of(name) for name in _parts(package, relations, "styles"))
    styles, numbering = Styles(markup, limits.depth), Numbering(limits.depth, load_numbering)
    body = Body(limits, styles, numbering, relations)
    for name in _parts(package, relations, "header"):
        body.read_margin(package, name)
    package.parse(main, body)
    return body


def _read_margins(package: Package, relations: dict[str, Relation], body: Body) -> None:
    for part in ("footer", "footnotes", "endnotes"):
        for name in _parts(package, relations, part):
            body.read_margin(package, name)


def _parts(package: Package, relations: dict[str, Relation], kind: str) -> list[str]:
    """Return the parts of a kind, each once: first-page and even-page headers often are the same."""
    targets = [found.target for found in relations.values() if found.kind == kind]
    return [name for name in dict.fromkeys(targets) if name in package]
