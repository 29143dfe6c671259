"""A workspace with perfect evidence for any rubric, made from what its checks ask for.

Every criterion gets one saved page that bears the title, the year, the words, the table and the
signature asked for, and beside it the photographs, further documents and links. Nothing is judged
here: the files go through the readers like anyone's.
"""

import html
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace
from PIL import Image, ImageDraw

from emonev.checks.any_of import AnyOf
from emonev.checks.contains import Contains
from emonev.checks.counted import Counted
from emonev.checks.dated_within import DatedWithin
from emonev.checks.exists import Exists
from emonev.checks.has_columns import HasColumns
from emonev.checks.link import Link
from emonev.checks.reviewed import Reviewed
from emonev.checks.signed import Signed
from emonev.checks.statement_of_nil import StatementOfNil
from emonev.checks.titled import Titled
from emonev.checks.within_portal_limits import WithinPortalLimits
from emonev.model.check import Check
from emonev.model.rubric import Criterion, Rubric
from emonev.model.years import resolve_years

SIGNED = (
    "<p>Ditetapkan di Contoh</p><p>pada tanggal 2 Mei {year}</p><p>NIP. 19700101 199003 1 001</p>"
)


def make_perfect(folder: Path, rubric: Rubric, *, years_late: int = 0, way: int = 0) -> None:
    """Write emonev.yaml, the answers and the evidence of every criterion into `folder`.

    With `years_late` the evidence is perfect but for its age. `way` says which of several
    alternatives it is made for; the last where there are fewer.
    """
    answers = {}
    for criterion in _in_one_way(rubric, way):
        place = folder / "bukti" / str(rubric.year) / criterion.id
        place.mkdir(parents=True)
        for name, content in _files(criterion, rubric.year - years_late):
            (place / name).write_bytes(content)
        answers[criterion.id] = _answer(criterion, rubric.year)
    stages = {stage.id: {"value": 100} for stage in rubric.stages if stage.entered}
    write_workspace(folder, rubric, {"answers": answers, "stages": stages})


def _in_one_way(rubric: Rubric, way: int) -> Iterator[Criterion]:
    """Yield every criterion as if only one of its alternatives were offered."""
    for criterion in rubric.criteria():
        asked: list[Check] = []
        for check in criterion.checks:
            alternatives = check.alternatives if isinstance(check, AnyOf) else ((check,),)
            asked += alternatives[min(way, len(alternatives) - 1)]
        yield replace(criterion, checks=tuple(asked))


def write_workspace(folder: Path, rubric: Rubric, answers: dict[str, object] | None = None) -> None:
    """Write emonev.yaml, and the answers where there are any; JSON is YAML as well."""
    said = {
        "schema": "emonev/workspace/1",
        "body": {"name": "Badan contoh", "category": rubric.category},
        "rubrics": {str(rubric.year): rubric.id},
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "emonev.yaml").write_text(json.dumps(said), encoding="utf-8")
    if answers is not None:
        path = folder / "jawaban" / f"{rubric.year}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"schema": "emonev/answers/1", **answers}), encoding="utf-8")


def _answer(criterion: Criterion, year: int) -> dict[str, object]:
    answer: dict[str, object] = {"claim": "ya", "links": list(_links(criterion.checks))}
    if any(isinstance(check, Reviewed) for check in criterion.checks):
        said = {"by": "Verifikator", "at": f"{year}-01-02", "why": "Dilihat."}
        answer["review"] = {"decision": "accepted", **said}
    return answer


def _links(checks: Sequence[Check]) -> Iterator[str]:
    links = [check for check in checks if isinstance(check, Link)]
    domains = [check.domains[0] for check in links if check.domains] or ["contoh.go.id"]
    # The page is no PDF: where the portal's limits are asked after, a link stands in.
    least = int(any(isinstance(check, WithinPortalLimits) for check in checks))
    for number in range(max([least, *(check.at_least for check in links)])):
        yield f"https://ppid.{domains[0]}/bukti/{number}"


def _files(criterion: Criterion, evaluated: int) -> Iterator[tuple[str, bytes]]:
    checks, year = criterion.checks, _year_of(criterion, evaluated)
    yield "utama.html", _page(_main_title(checks), year, checks)
    for number, title in enumerate(_titles_of_other_files(checks)):
        yield f"lain-{number}.html", _page(title, year, ())
    for check in checks:
        if isinstance(check, Exists):
            for number in range(check.at_least):
                yield f"foto-{number}.png", _photo(number)
        if isinstance(check, Counted) and check.what == "files":
            for number in range(1, check.at_least):
                yield f"berkas-{number}.html", _page(f"Surat {number}", year, ())


def _year_of(criterion: Criterion, evaluated: int) -> str:
    years = resolve_years(criterion.years, evaluated)
    if years.period and not years.allowed:
        return f"{evaluated - 3}-{evaluated + 2}"
    return str(max(years.allowed, default=evaluated))


def _main_title(checks: Sequence[Check]) -> str:
    if any(isinstance(check, StatementOfNil) for check in checks):
        return "Surat Pernyataan Nihil"
    own = (c.any_of[0] for c in checks if isinstance(c, Titled) and c.of == "document")
    return next(own, "Dokumen")


def _titles_of_other_files(checks: Sequence[Check]) -> list[str]:
    return [c.any_of[0] for c in checks if isinstance(c, Titled) and c.of == "any"]


def _page(title: str, year: str, checks: Sequence[Check]) -> bytes:
    heading = html.escape(f"{title} Tahun {year}")
    body = "".join(f"<p>{html.escape(words)}</p>" for words in _words(checks))
    parts = [f"<h1>{heading}</h1>", body, *_table(checks)]
    if any(isinstance(c, Signed | StatementOfNil) or _by_signing(c) for c in checks):
        parts.append(SIGNED.format(year=year[:4]))
    start = f"<!DOCTYPE html><html lang='id'><head><meta charset='utf-8'><title>{heading}</title></head>"
    return f"{start}<body>{''.join(parts)}</body></html>".encode()


def _by_signing(check: Check) -> bool:
    return isinstance(check, DatedWithin) and check.date == "signed"


def _words(checks: Sequence[Check]) -> Iterator[str]:
    yield "Dokumen ini dibuat untuk pengujian dan memuat yang diminta."
    for check in checks:
        if isinstance(check, Contains):
            yield " ".join((*check.any_of[:1], *check.all_of))
        if isinstance(check, StatementOfNil):
            yield f"Dengan ini menyatakan tidak ada {' '.join(check.about)} (nihil)."


def _table(checks: Sequence[Check]) -> Iterator[str]:
    wanted = [check for check in checks if isinstance(check, HasColumns)]
    counts = [c.at_least for c in checks if isinstance(c, Counted) and c.what != "files"]
    if not (wanted or counts):
        return
    columns = ["No.", "Isi", *(column[0] for check in wanted for column in check.all_of)]
    rows = max([*counts, *(check.at_least for check in wanted)])
    head = "".join(f"<th>{html.escape(column)}</th>" for column in columns)
    cells = "".join(f"<td>{column} ke-{{0}}</td>" for column in map(html.escape, columns[1:]))
    body = "".join(f"<tr><td>{n}</td>{cells.format(n)}</tr>" for n in range(1, rows + 1))
    yield f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _photo(number: int) -> bytes:
    picture = Image.new("RGB", (1200, 900), "white")
    draw = ImageDraw.Draw(picture)
    for line in range(0, 900, 12):
        draw.line((0, line, 1200, (line * 7 + 90 * number) % 900), fill=(line % 255, 90, 40))
    packed = io.BytesIO()
    picture.save(packed, "PNG")
    return packed.getvalue()
