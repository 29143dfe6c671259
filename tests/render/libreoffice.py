"""Workbooks as LibreOffice reads them: opened without a window, and written out as plain XML."""

import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from tests.conftest import program

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_SECONDS = 180  # a first start on a busy machine makes a profile


class Cell(Struct, frozen=True):
    """A cell as it was understood: `text` as it is shown, `number` where it is one."""

    text: str = ""
    number: float | None = None
    formula: str = ""


Sheets = dict[str, list[list[Cell]]]


def converted(books: Mapping[str, bytes], form: str, folder: Path) -> dict[str, Path]:
    """Return workbooks converted to another form, all by one start, in a profile of their own."""
    office = program("soffice", "libreoffice")
    for name, content in books.items():
        (folder / f"{name}.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.xlsx") for name in books]
    command = [office, profile, "--headless", "--norestore", "--convert-to", form]
    subprocess.run(
        [*command, "--outdir", str(folder), *files],
        check=True, timeout=_SECONDS, capture_output=True,
    )  # fmt: skip
    return {name: folder / f"{name}.{form}" for name in books}


def sheets_of(path: Path) -> Sheets:
    """Return every sheet of a flat OpenDocument file, empty ends of rows and sheets cut off."""
    root = ET.parse(path).getroot()
    return {
        table.get(f"{_TABLE}name", ""): _cut([_cut(_row(row)) for row in _rows(table)])
        for table in root.iter(f"{_TABLE}table")
    }


def _rows(table: ET.Element) -> list[ET.Element]:
    found: list[ET.Element] = []
    for row in table.iter(f"{_TABLE}table-row"):
        found += [row] * min(_times(row, "rows"), 1_000)
    return found


def _row(row: ET.Element) -> list[Cell]:
    cells: list[Cell] = []
    for cell in row:
        if cell.tag in {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}:
            cells += [_cell(cell)] * min(_times(cell, "columns"), 100)
    return cells


def _times(element: ET.Element, what: str) -> int:
    return int(element.get(f"{_TABLE}number-{what}-repeated", "1"))


def _cell(cell: ET.Element) -> Cell:
    value = cell.get(f"{_OFFICE}value")
    return Cell(
        text="\n".join(_plain(line) for line in cell.findall(f"{_TEXT}p")),
        number=None if value is None else float(value),
        formula=cell.get(f"{_TABLE}formula", ""),
    )


def _plain(element: ET.Element) -> str:
    """Return the words of a paragraph: runs of blanks and tabs are elements of their own."""
    text = element.text or ""
    for part in element:
        if part.tag == f"{_TEXT}s":
            text += " " * int(part.get(f"{_TEXT}c", "1"))
        elif part.tag == f"{_TEXT}tab":
            text += "\t"
        else:
            text += _plain(part)
        text += part.tail or ""
    return text


def _cut(items: list[Any]) -> list[Any]:
    while items and items[-1] in (Cell(), []):
        items.pop()
    return items
