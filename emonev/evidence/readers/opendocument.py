"""OpenDocument texts and presentations (.odt, .odp): headings, styles, tables, links, properties."""

from pathlib import Path

from emonev.evidence.limits import Limits
from emonev.evidence.readers import problems
from emonev.evidence.readers.elements import Attributes, Elements, attribute, whole
from emonev.evidence.readers.opendocument_body import Body
from emonev.evidence.readers.opendocument_styles import Styles
from emonev.evidence.readers.package import Package
from emonev.evidence.reading import Reading

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
        body = Body(limits, styles)
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
