"""What is fuzzed: every reader with the analysis behind it, and every loader with what draws it."""

import contextlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import msgspec

from emonev.errors import EmonevError
from emonev.evidence.limits import Limits
from emonev.model.facts import DocumentText, Facts
from emonev.model.rubric import Rubric
from tests.fuzz import seeds
from tests.fuzz.mutate import (
    Mutate,
    spoil_bytes,
    spoil_json,
    spoil_png,
    spoil_yaml,
    spoil_zip,
)
from tests.fuzz.run import Target
from tests.fuzz.seeds import Seeds

_LIMITS = Limits()


def _reader(format_: str, made: Seeds, mutate: Mutate = spoil_bytes, *, name: str = "") -> Target:
    """A reader, whatever the content is: and what tells kinds apart, and what understands it."""

    def run(place: Path) -> None:
        from emonev.evidence.kind import format_of
        from emonev.evidence.worker import read_facts

        format_of(place)
        facts, text = read_facts(place, format_, _LIMITS)
        _travels(facts, text)

    return Target(name or format_, made, mutate, run, f"berkas.{format_}")


def _travels(facts: Facts, text: DocumentText | None) -> None:
    """Send facts as a worker does, and use them as the parent does."""
    from emonev.evidence.analysis import with_file_name
    from emonev.evidence.worker import _encoded

    sent = msgspec.msgpack.decode(_encoded(facts), type=Facts)
    with_file_name(sent, "bukti/2024/JEN-01/keputusan 2024.pdf")
    if text is not None:
        msgspec.msgpack.decode(_encoded(text), type=DocumentText)


def _kind(place: Path) -> None:
    """What tells kinds apart works outside the workers: nothing may befall it."""
    from emonev.evidence.kind import format_of

    format_of(place)


def _one_of_each() -> tuple[bytes, ...]:
    """Return the first seed of every format, so that pieces of one get into another."""
    sheet, text = seeds.open_document("spreadsheet"), seeds.open_document("text")
    pictures = [seeds.picture(kind)[0] for kind in ("jpeg", "png", "gif", "bmp", "tiff", "webp")]
    made = (seeds.pdf, seeds.docx, seeds.pptx, seeds.xlsx, seeds.xls, seeds.archive, seeds.html,
            seeds.mail, seeds.prose, seeds.data, seeds.markup, seeds.table)  # fmt: skip
    return (*(each()[0] for each in made), sheet[0], text[0], *pictures)


def _drawing(format_: str, made: Seeds) -> Target:
    """What draws small pictures of a report's pages."""

    def run(place: Path) -> None:
        from emonev.evidence.pictures.draw import draw_pages
        from emonev.evidence.pictures.messages import Asked, Quote

        quotes = (Quote("LAPORAN LAYANAN INFORMASI PUBLIK", ((0, 7),)), Quote("\0(*"))
        asked = (Asked(1, quotes), Asked(2, quotes), Asked(2**31))
        draw_pages(place, format_, _LIMITS, msgspec.msgpack.encode(asked))

    return Target(f"draw-{format_}", made, spoil_bytes, run, f"berkas.{format_}")


def _load_rubric(place: Path) -> None:
    from emonev.load import load_rubric
    from emonev.load.lint import lint_rubric

    lint_rubric(place)
    with contextlib.suppress(EmonevError):
        load_rubric(place)


def _load_workspace(place: Path) -> None:
    from emonev.load import load_workspace
    from emonev.load.letterhead import load_letterhead

    with contextlib.suppress(EmonevError):
        workspace = load_workspace(place.parent)
        load_letterhead(place.parent, workspace.letterhead)


def _load_answers(place: Path) -> None:
    from emonev.load import load_answers

    with contextlib.suppress(EmonevError):
        load_answers(place, _rubric())


@cache
def _rubric() -> Rubric:
    from tempfile import TemporaryDirectory

    from emonev.load import load_rubric
    from tests.load.rubric_yaml import written

    with TemporaryDirectory() as folder:
        return load_rubric(written(Path(folder), seeds.rubric()[0].decode(), "uji.yaml"))


def _load_result(place: Path) -> None:
    """Load a result and draw it in every way: a foreign file that is believed is the worst."""
    from emonev.compare import compare
    from emonev.load import load_assessment
    from emonev.render.html import render_html
    from emonev.render.json_file import to_json
    from emonev.render.terminal import console, render_explain, render_terminal

    with contextlib.suppress(EmonevError):
        result = load_assessment(place)
        to_json(result)
        render_terminal(result, "id", console(), None)
        render_explain(result, "id", console())
        render_html(result, "id", to_workspace="..")
        compare(result, result)


def _import(place: Path) -> None:
    from emonev.evidence.grid import LIMITS, _sheets
    from emonev.evidence.readers.problems import CannotReadError
    from emonev.load import load_rubric
    from emonev.load.questionnaire import Given, import_questionnaire

    given = Given(id="uji", file="uji.csv", category="opd", authority="Komisi", year=2024, title="")
    with contextlib.suppress(EmonevError, CannotReadError):
        draft = import_questionnaire(tuple(_sheets(place, "csv", LIMITS)), given)
        drafted = place.with_name("uji.yaml")
        drafted.write_text(draft.yaml, encoding="utf-8")
        load_rubric(drafted)


def _pictures(kind: str, mutate: Mutate = spoil_bytes) -> Target:
    return _reader(kind, lambda: seeds.picture(kind), mutate)


def _loader(
    name: str, made: Seeds, mutate: Mutate, run: Callable[[Path], None], file: str
) -> Target:
    return Target(name, made, mutate, run, file)


TARGETS: dict[str, Target] = {
    target.name: target
    for target in (
        Target("kind", _one_of_each, spoil_bytes, _kind, "berkas"),
        _reader("pdf", seeds.pdf),
        _reader("pdf", seeds.signed_pdf, name="signed-pdf"),
        _reader("docx", seeds.docx, spoil_zip),
        _reader("pptx", seeds.pptx, spoil_zip),
        _reader("xlsx", seeds.xlsx, spoil_zip),
        _reader("xls", seeds.xls),
        _reader("odt", lambda: seeds.open_document("text"), spoil_zip),
        _reader("odp", lambda: seeds.open_document("presentation"), spoil_zip),
        _reader("ods", lambda: seeds.open_document("spreadsheet"), spoil_zip),
        _reader("html", seeds.html),
        _reader("eml", seeds.mail),
        _reader("text", seeds.prose),
        _reader("json", seeds.data),
        _reader("xml", seeds.markup),
        _reader("csv", seeds.table),
        _pictures("jpeg"),
        _pictures("png", spoil_png),
        _pictures("gif"),
        _pictures("bmp"),
        _pictures("tiff"),
        _pictures("webp"),
        _reader("zip", seeds.archive, spoil_zip),
        _drawing("pdf", seeds.pdf),
        _drawing("jpeg", lambda: seeds.picture("jpeg")),
        _drawing("tiff", lambda: seeds.picture("tiff")),
        _loader("rubric", seeds.rubric, spoil_yaml, _load_rubric, "uji.yaml"),
        _loader("workspace", seeds.workspace, spoil_yaml, _load_workspace, "emonev.yaml"),
        _loader("answers", seeds.answers, spoil_yaml, _load_answers, "2024.yaml"),
        _loader("result", seeds.result, spoil_json, _load_result, "2024.json"),
        _loader("questionnaire", seeds.table, spoil_bytes, _import, "uji.csv"),
    )
}
