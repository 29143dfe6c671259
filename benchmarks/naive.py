"""The same job as a competent developer writes it in an afternoon: the yardstick.

Well-known libraries, each file read once, openpyxl in its fast mode, one process, no cache:

    python -m benchmarks.naive WORKSPACE

It understands what the benchmark's rubrics use (`exists`, `titled` as "on the first page",
`contains`, `dated-within`), writes `naif.html`, and prints one line of counts.
"""

import argparse
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def pdf(path: Path) -> list[str]:
    from pypdf import PdfReader

    reader = PdfReader(path)
    if reader.is_encrypted:
        reader.decrypt("")
    return [page.extract_text() for page in reader.pages]


def docx(path: Path) -> list[str]:
    from docx import Document

    document = Document(str(path))
    lines = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        lines += [cell.text for row in table.rows for cell in row.cells]
    return ["\n".join(lines)]


def xlsx(path: Path) -> list[str]:
    from openpyxl import load_workbook  # type: ignore[import-untyped] # has no types

    book = load_workbook(path, read_only=True, data_only=True)
    return [
        "\n".join(
            " ".join(str(cell) for cell in row if cell is not None)
            for row in sheet.iter_rows(values_only=True)
        )
        for sheet in book.worksheets
    ]


def pptx(path: Path) -> list[str]:
    from pptx import Presentation

    return [
        "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        for slide in Presentation(str(path)).slides
    ]


def odt(path: Path) -> list[str]:
    from odf import teletype  # type: ignore[import-untyped] # has no types
    from odf.opendocument import load  # type: ignore[import-untyped] # has no types
    from odf.text import H, P  # type: ignore[import-untyped] # has no types

    document = load(str(path))
    elements = [*document.getElementsByType(H), *document.getElementsByType(P)]
    return ["\n".join(teletype.extractText(element) for element in elements)]


def html(path: Path) -> list[str]:
    from bs4 import BeautifulSoup

    page = BeautifulSoup(path.read_bytes(), "html.parser")
    for unwanted in page(["script", "style"]):
        unwanted.decompose()
    return [page.get_text(" ")]


def txt(path: Path) -> list[str]:
    return [path.read_text(encoding="utf-8", errors="replace")]


READERS = {
    ".pdf": pdf,
    ".docx": docx,
    ".xlsx": xlsx,
    ".pptx": pptx,
    ".odt": odt,
    ".html": html,
    ".htm": html,
    ".txt": txt,
    ".csv": txt,
}


def read(path: Path) -> dict[str, Any]:
    """Return what is known of one file: hash, pages, text fit for matching, or the error."""
    found: dict[str, Any] = {"path": path, "pages": [], "error": ""}
    content = path.read_bytes()
    found["bytes"], found["sha256"] = len(content), hashlib.sha256(content).hexdigest()
    reader = READERS.get(path.suffix.lower())
    if reader is not None:
        try:
            found["pages"] = [" ".join(page.lower().split()) for page in reader(path)]
        except Exception as error:  # noqa: BLE001 - one bad file must not end the run
            found["error"] = f"{type(error).__name__}: {error}"
    return found


def check(rule: dict[str, Any], files: list[dict[str, Any]], year: int) -> float:
    """Return 1 where some file answers the rule, else 0."""
    match rule["kind"]:
        case "exists":
            return float(len(files) >= rule.get("at-least", 1))
        case "titled":
            return float(any(holds(rule, file["pages"][:1]) for file in files))
        case "contains":
            return float(any(holds(rule, file["pages"]) for file in files))
        case "dated-within":
            return float(any(str(year) in YEAR.findall(p) for f in files for p in f["pages"]))
        case kind:
            raise ValueError(kind)


def holds(rule: dict[str, Any], pages: list[str]) -> bool:
    return any(phrase.lower() in page for page in pages for phrase in rule["any-of"])


def score(workspace: Path) -> dict[str, Any]:
    """Return the total, the criteria and the files of the workspace's only year."""
    settings = yaml.safe_load((workspace / "emonev.yaml").read_text(encoding="utf-8"))
    ((year, rubric_file),) = settings["rubrics"].items()
    rubric = yaml.safe_load((workspace / rubric_file).read_text(encoding="utf-8"))
    criteria, everything, indicators = [], [], []
    evidence = workspace / "bukti" / str(year)
    folders = {folder.name.partition(" - ")[0]: folder for folder in sorted(evidence.iterdir())}
    for indicator in rubric["stages"][0]["indicators"]:
        earned = whole = 0.0
        for criterion in indicator["criteria"]:
            folder = folders.get(criterion["id"])
            paths = sorted(folder.rglob("*")) if folder else []
            files = [read(path) for path in paths if path.is_file()]
            answers = [check(rule, files, year) for rule in criterion["checks"]]
            share = sum(answers) / len(answers)
            earned, whole = earned + share * criterion["weight"], whole + criterion["weight"]
            criteria.append({"id": criterion["id"], "text": criterion["text"]["id"], "share": share,
                             "checks": list(zip(criterion["checks"], answers, strict=True)),
                             "files": files})  # fmt: skip
            everything += files
        indicators.append((indicator["weight"], 100 * earned / whole))
    total = sum(w * value for w, value in indicators) / sum(w for w, _ in indicators)
    return {"total": total, "criteria": criteria, "files": everything, "body": settings["body"]}


TEMPLATE = """<!doctype html><html lang=id><meta charset=utf-8><title>{{ body.name }}</title>
<h1>{{ body.name }}</h1><p>Nilai: {{ "%.2f"|format(total) }}</p>
<table>{% for c in criteria %}<tr><td>{{ c.id }}<td>{{ c.text }}<td>{{ "%.2f"|format(c.share) }}
<td>{% for rule, answer in c.checks %}{{ rule.kind }}: {{ "ya" if answer else "tidak" }} {% endfor %}
<td>{% for f in c.files %}{{ f.path.name }} {% endfor %}</tr>{% endfor %}</table>
<table>{% for f in files %}<tr><td>{{ f.path.name }}<td>{{ f.bytes }}<td>{{ f.sha256 }}
<td>{{ f.pages|length }}<td>{{ f.error }}</tr>{% endfor %}</table></html>"""


def main() -> None:
    """Read the command line, score, write the page and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", type=Path)
    workspace = parser.parse_args().workspace
    result = score(workspace)
    page = Environment(autoescape=True).from_string(TEMPLATE).render(result)
    (workspace / "naif.html").write_text(page, encoding="utf-8")
    counts = {
        "total": round(result["total"], 2),
        "files": len(result["files"]),
        "pages": sum(len(file["pages"]) for file in result["files"]),
        "characters": sum(len(page) for file in result["files"] for page in file["pages"]),
        "errors": sum(1 for file in result["files"] if file["error"]),
    }
    print(json.dumps(counts))


if __name__ == "__main__":
    main()
