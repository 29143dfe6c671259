"""Small office files, written member by member so that each test shows what matters."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any
from xml.sax.saxutils import escape

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" xmlns:wp="urn:wp" xmlns:a="urn:a" xmlns:mc="urn:mc" xmlns:v="urn:v"'
)
_SLIDE = f'xmlns:p="urn:p" xmlns:a="urn:a" xmlns:r="{_OFFICE}"'
_ODF = (
    'xmlns:office="urn:office" xmlns:text="urn:text" xmlns:table="urn:table" '
    'xmlns:style="urn:style" xmlns:fo="urn:fo" xmlns:draw="urn:draw" xmlns:svg="urn:svg" '
    'xmlns:xlink="urn:xlink" xmlns:meta="urn:meta" xmlns:dc="urn:dc" '
    'xmlns:presentation="urn:presentation"'
)

NONE: Mapping[Any, Any] = MappingProxyType({})
Relations = Mapping[str, tuple[str, str]]  # id -> (kind, target); a target with "://" is external


def package(path: Path, members: Mapping[str, str | bytes]) -> Path:
    """Write a ZIP file with these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def relations(found: Relations) -> str:
    entries = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{escape(target)}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for key, (kind, target) in found.items()
    )
    return f'<Relationships xmlns="urn:rel">{entries}</Relationships>'


def core(**properties: str) -> str:
    inside = "".join(f"<x:{name}>{escape(value)}</x:{name}>" for name, value in properties.items())
    return f'<cp:coreProperties xmlns:cp="urn:cp" xmlns:x="urn:x">{inside}</cp:coreProperties>'


def word_members(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    links: Relations = NONE,
    parts: Mapping[str, str] = NONE,
) -> dict[str, str | bytes]:
    """Return the members of a Word document; `parts` are more of them by their full names."""
    base: dict[str, tuple[str, str]] = {
        "s1": ("styles", "styles.xml"),
        "n1": ("numbering", "numbering.xml"),
    }
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations({"r1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": relations({**base, **links}),
        "word/styles.xml": f"<w:styles {_WORD}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_WORD}>{numbering}</w:numbering>",
        "word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>",
        **parts,
    }


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def word_table(rows: Sequence[Sequence[str]]) -> str:
    drawn = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{drawn}</w:tbl>"


def word_margin(tag: str, inside: str) -> str:
    return f"<w:{tag} {_WORD}>{inside}</w:{tag}>"


def shape(text: str, place: str = "", size: int = 1800) -> str:
    holder = f'<p:nvPr><p:ph type="{place}"/></p:nvPr>' if place else ""
    return (
        f'<p:sp>{holder}<p:txBody><a:p><a:r><a:rPr sz="{size}"/><a:t>{escape(text)}</a:t></a:r>'
        "</a:p></p:txBody></p:sp>"
    )


def presentation_members(
    slides: Sequence[str], notes: Mapping[int, str] = NONE
) -> dict[str, str | bytes]:
    """Return the members of a presentation; the first slide of the show is slide<count>.xml."""
    count = len(slides)
    order = {f"r{n}": ("slide", f"slides/slide{count - n}.xml") for n in range(count)}
    shown = "".join(f'<p:sldId id="{256 + n}" r:id="r{n}"/>' for n in range(count))
    members: dict[str, str | bytes] = {
        "_rels/.rels": relations({"r1": ("officeDocument", "/ppt/presentation.xml")}),
        "ppt/presentation.xml": f"<p:presentation {_SLIDE}><p:sldIdLst>{shown}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(order),
    }
    for index, inside in enumerate(slides):
        name = f"slide{count - index}.xml"
        members[f"ppt/slides/{name}"] = f"<p:sld {_SLIDE}>{inside}</p:sld>"
        if index in notes:
            members[f"ppt/slides/_rels/{name}.rels"] = relations(
                {"n": ("notesSlide", f"../notesSlides/notes{index}.xml")}
            )
            members[f"ppt/notesSlides/notes{index}.xml"] = (
                f"<p:notes {_SLIDE}>{notes[index]}</p:notes>"
            )
    return members


Cell = str | int | float


def workbook_members(
    sheets: Mapping[str, Sequence[Sequence[Cell]]],
    *,
    hidden: Sequence[str] = (),
    cells: Mapping[str, str] = NONE,
    parts: Mapping[str, str] = NONE,
) -> dict[str, str | bytes]:
    """Return the members of a workbook; `cells` replaces the XML of a sheet's rows."""
    names = list(sheets)
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="r{n}"'
        + (' state="hidden"/>' if name in hidden else "/>")
        for n, name in enumerate(names, 1)
    )
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations({"r1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": (
            '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            f'xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": relations(
            {f"r{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(names) + 1)}
            | {"s": ("styles", "styles.xml")}
        ),
        # The second format (14) is Excel's date.
        "xl/styles.xml": (
            '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
        ),
    }
    for n, name in enumerate(names, 1):
        rows = cells.get(name) or "".join(
            f'<row r="{r}">' + "".join(_cell(r, c, value) for c, value in enumerate(row)) + "</row>"
            for r, row in enumerate(sheets[name], 1)
        )
        members[f"xl/worksheets/sheet{n}.xml"] = (
            '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            f"<sheetData>{rows}</sheetData></worksheet>"
        )
    return {**members, **parts}


def _cell(row: int, column: int, value: Cell) -> str:
    place = f"{chr(65 + column)}{row}"
    if isinstance(value, str):
        text = escape(value)
        return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>' if value else ""
    return f'<c r="{place}"><v>{value}</v></c>'


def open_document_members(
    kind: str, body: str, *, styles: str = "", automatic: str = "", meta: str = ""
) -> dict[str, str | bytes]:
    """Return the members of an OpenDocument file; `kind` is text, presentation or spreadsheet."""
    return {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "META-INF/manifest.xml": "<manifest/>",
        "meta.xml": f"<office:document-meta {_ODF}><office:meta>{meta}</office:meta></office:document-meta>",
        "styles.xml": f"<office:document-styles {_ODF}>{styles}</office:document-styles>",
        "content.xml": (
            f"<office:document-content {_ODF}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}>"
            "</office:body></office:document-content>"
        ),
    }
