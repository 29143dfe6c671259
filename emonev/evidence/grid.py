"""The cells of a workbook or CSV file that a person named, read under the same guard as evidence.

A questionnaire that a commission sends is a foreign file too: its cells are read in a worker
process, and come back as plain text.
"""

import os
from pathlib import Path

import msgspec

from emonev.errors import EmonevError
from emonev.evidence.kind import format_of
from emonev.evidence.limits import Limits
from emonev.evidence.messages import Job
from emonev.language import say
from emonev.model.facts import DocumentText, Facts
from emonev.model.grid import Sheet
from emonev.model.text import Text

READER = "emonev.evidence.grid:read_cells"
LIMITS = Limits(cells=400_000, seconds=20)

_MISSING = Text("berkas {path} tidak ada", "there is no file {path}")
_NOT_A_TABLE = Text("{path} bukan lembar kerja atau CSV", "{path} is neither a workbook nor CSV")
_SAVE_AS = Text("Simpan sebagai .xlsx atau .csv.", "Save it as .xlsx or .csv.")
_CANNOT = Text("{path} tidak dapat dibaca. {why}", "{path} could not be read. {why}")


def read_grid(path: Path, limits: Limits = LIMITS) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook, or of a CSV file the one; raises EmonevError."""
    from emonev.evidence.containment import Supervisor

    job = _job(path)
    with Supervisor(limits, workers=1, reader=READER) as supervisor:
        _, reply = next(iter(supervisor.read([job])))
    facts = msgspec.msgpack.decode(reply.facts, type=Facts)
    if facts.problem or reply.text is None:
        why = facts.problem.message if facts.problem else _SAVE_AS
        raise EmonevError("grid-unreadable", say(_CANNOT, path=str(path), why=why))
    sheets = msgspec.msgpack.decode(reply.text, type=DocumentText).printed
    return tuple(msgspec.json.decode(sheet, type=Sheet) for sheet in sheets)


def read_cells(path: Path, format_: str, limits: Limits) -> tuple[Facts, DocumentText | None]:
    """Return the cells as one JSON text per sheet: what a worker sends is Facts and text."""
    from emonev.evidence.readers.problems import CannotReadError

    try:
        sheets = list(_sheets(path, format_, limits))
    except CannotReadError as error:
        return Facts(format=format_, problem=error.problem), None
    printed = tuple(msgspec.json.encode(sheet).decode() for sheet in sheets)
    return Facts(format=format_), DocumentText(printed, ())


def _job(path: Path) -> Job:
    try:
        state, format_ = path.stat(), format_of(path)
    except OSError as error:
        raise EmonevError("file-missing", say(_MISSING, path=str(path))) from error
    if format_ == "text" and path.suffix.lower() == ".csv":  # a single column looks like prose
        format_ = "csv"
    if format_ not in {"xlsx", "xls", "ods", "csv"}:
        raise EmonevError("grid-format", say(_NOT_A_TABLE, path=str(path)), _SAVE_AS)
    return Job((os.fsencode(path.absolute()),), format_, state.st_size, (state.st_mtime_ns,))


def _sheets(path: Path, format_: str, limits: Limits) -> list[Sheet]:
    if format_ == "csv":
        from emonev.evidence.readers.delimited import rows_of

        rows = tuple(map(tuple, rows_of(path, limits)))
        return [Sheet(path.stem, rows)]
    from emonev.evidence.readers.spreadsheet import cells_of

    return [
        Sheet(name, tuple(map(tuple, rows)), *start, hidden)
        for name, hidden, start, rows in cells_of(path, limits)
    ]
