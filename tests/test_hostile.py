"""A whole run over evidence that an attacker, a bad disk and a careless person left together."""

import contextlib
import json
import os
import re
import socket
import sqlite3
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import jsonschema  # type: ignore[import-untyped]  # it ships no types
import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from emonev.cli.main import run
from emonev.evidence.extract import read_evidence
from emonev.model.finding import Outcome
from emonev.render.json_file import assessment_schema
from tests.samples.hostile import LAUGHS
from tests.workspaces import a_workspace, answer, assessed, criterion

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no such names")

Captured = pytest.CaptureFixture[str]
PHRASES = {"JEN-01": "daftar informasi publik", "JEN-02": "rencana kerja"}
SAYING = "Daftar Informasi Publik <script>document.title='x'</script> [red]{{7*7}}[/red] \u202e {n}"
NAMES = (
    "baris\nbaru.txt", "\ttab.txt", "kutip\"'.txt", "<script>alert(1)<!--.txt",
    "<img src=x onerror=alert(1)>.txt", "[red]merah[bold].txt", "=1+1.txt", "%41%2e.txt",
    "pagar#1.txt", "tanya?a=1&b.txt", "\u202etxt.exe", "\x1b[2J\x1b]0;x\x07.txt", "\x9b31m.txt",
    "javascript:alert(1).txt", " spasi .txt", "-rf.txt", "{{7*7}}%s{0}.txt", "\\balik.txt",
    "…é漢😀.txt", "\u2028.txt", "n" * 251 + ".txt",
)  # fmt: skip
BROKEN = {
    "nol.pdf": (b"", "empty"),
    "kepala.pdf": (b"%PDF-1.7\n", "damaged"),
    "putar.pdf": (
        (
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages"
            b"/Kids[2 0 R 2 0 R]/Count 2000000000>>endobj\ntrailer<</Root 1 0 R>>"
        ),
        "damaged",
    ),
    "program.pdf": (b"MZ" + bytes(4000), "unsupported"),
}
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
    'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_START = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = a_workspace(tmp_path / "ruang 50% #1", PHRASES, {})
    place = folder / "bukti/2024/JEN-01 - a"
    place.mkdir(parents=True)
    for number, name in enumerate(NAMES):
        (place / name).write_text(SAYING.replace("{n}", str(number)), encoding="utf-8")
    for name, (content, _) in BROKEN.items():
        (place / name).write_bytes(content)
    return folder


@pytest.fixture
def no_file(folder: Path) -> Iterator[Path]:
    """Put beside the evidence what is no file, or leads out or in circles."""
    place = folder / "bukti/2024/JEN-01 - a"
    os.mkfifo(place / "pipa.pdf")
    for name, target in (
        ("perangkat.pdf", "/dev/zero"),
        ("luar.txt", "/etc/hostname"),
        ("putar", "."),
        ("akar", "/"),
        ("satu", "dua"),
        ("dua", "satu"),
    ):
        (place / name).symlink_to(target)
    before = Path.cwd()
    os.chdir(place)  # the path of a socket may not be long
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("soket.pdf")
        os.chdir(before)
        yield folder


def laughing_docx(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _START)
        package.writestr("word/document.xml", LAUGHS + "<w>&d;</w>")


def bomb_docx(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _START)
        package.writestr("word/document.xml", "<w>" + " " * 50_000_000)


def test_every_file_is_listed_and_only_the_broken_ones_are_lost(folder: Path) -> None:
    place = folder / "bukti/2024/JEN-01 - a"
    laughing_docx(place / "tawa.docx")
    bomb_docx(place / "bom.docx")
    told = {Path(f.path).name: f.problem_code for f in assessed(folder).evidence}
    expected = dict.fromkeys(NAMES, "") | {name: code for name, (_, code) in BROKEN.items()}
    assert told == expected | {"tawa.docx": "damaged", "bom.docx": "too-large"}


def test_what_is_no_file_is_named_and_never_opened(no_file: Path) -> None:
    assessment = assessed(no_file)
    skipped = {Path(entry.path).name: entry.reason.en for entry in assessment.skipped}
    assert set(skipped) == {
        "pipa.pdf", "soket.pdf", "perangkat.pdf", "luar.txt", "putar", "akar", "satu", "dua",
    }  # fmt: skip
    assert len(assessment.evidence) == len(NAMES) + len(BROKEN)


def test_names_that_are_no_unicode_are_read_all_the_same(folder: Path) -> None:
    place = folder / "bukti/2024/JEN-02 - b"
    place.mkdir()
    for name in (b"\xff.txt", b"\xfe.txt"):
        try:
            (place / os.fsdecode(name)).write_text(f"Rencana kerja {name!r}", encoding="utf-8")
        except OSError:
            pytest.skip("this file system takes Unicode only")
    assessment = assessed(folder)
    assert json.dumps([file.path for file in assessment.evidence]).count("JEN-02") == 2
    assert not any(file.problem for file in assessment.evidence if "JEN-02" in file.path)


def test_hostile_names_and_text_stay_text_in_every_output(folder: Path, capsys: Captured) -> None:
    answer(
        folder,
        "answers:\n  JEN-01:\n    claim: ya\n    links: ['javascript:alert(1)', "
        "'https://x.go.id/\"><script>']\n"
        '    review: {decision: rejected, by: "<b>[red]\\u202e", at: 2024-09-01, why: "<script>"}\n',
    )
    assert run(["score", str(folder), "--date", "2024-09-27", "--explain"]) == 0
    assert run(["score", str(folder), "--only", "JEN-*", "--date", "2024-09-27"]) == 0
    _holds_no_control(capsys.readouterr().out)
    saved = json.loads((folder / "laporan/2024.json").read_bytes())
    jsonschema.validate(saved, assessment_schema())
    report = folder / "laporan/2024.html"
    page = LexborHTMLParser(report.read_text(encoding="utf-8"))
    assert len(page.css("script")) == 1
    assert page.css("img, iframe, object, embed, form, base, link") == []
    handlers = [name for node in page.css("*") for name in node.attributes if name.startswith("on")]
    assert handlers == []
    _holds_no_control(page.body.text() if page.body else "")
    links = {str(node.attributes["href"]) for node in page.css("a[href]")}
    schemes = {link.partition(":")[0] for link in links if re.match("[a-z]+:", link)}
    assert schemes <= {"https"}
    reached = {
        (report.parent / unquote(link.partition("#")[0])).name
        for link in links
        if link.startswith("../")
    }
    assert reached == {*NAMES, *BROKEN}
    assert all(
        (report.parent / unquote(x.partition("#")[0])).is_file() for x in links if x[:3] == "../"
    )


def test_files_that_vanish_or_change_after_the_walk_lose_only_themselves(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = folder / "bukti/2024/JEN-01 - a"

    def read_late(*given: object, **named: object) -> object:
        (place / "=1+1.txt").unlink()
        (place / "-rf.txt").write_text("lain", encoding="utf-8")
        (place / "%41%2e.txt").unlink()
        os.mkfifo(place / "%41%2e.txt")
        return read_evidence(*given, **named)  # type: ignore[arg-type] # handed on as it came

    monkeypatch.setattr("emonev.pipeline.read_evidence", read_late)
    lost = {Path(f.path).name: f.problem_code for f in assessed(folder).evidence if f.problem}
    changed = dict.fromkeys(("=1+1.txt", "-rf.txt", "%41%2e.txt"), "unreadable")
    assert lost == changed | {name: code for name, (_, code) in BROKEN.items()}


def test_a_folder_that_may_not_be_opened_is_said_and_not_taken_for_absent(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = folder / "bukti/2024/JEN-02 - tertutup"
    closed.mkdir()
    listed = os.scandir

    def refuse(place: str) -> object:  # for root nothing is closed
        if place == os.path.realpath(closed):
            raise PermissionError(13, "Permission denied", place)
        return listed(place)

    monkeypatch.setattr("emonev.evidence.walk.os.scandir", refuse)
    assessment = assessed(folder)
    (warning,) = [w for w in assessment.warnings if w.code == "closed-folder"]
    assert "bukti/2024/JEN-02 - tertutup" in warning.message.id
    assert criterion(assessment, "JEN-02").outcome is Outcome.ERROR
    monkeypatch.undo()  # nothing of it is remembered
    assert criterion(assessed(folder), "JEN-02").outcome is Outcome.NOT_MET


@pytest.mark.parametrize(
    ("table", "column"),
    [("facts", "facts"), ("texts", "text"), ("findings", "findings"), ("seen", "sha256")],
)
def test_a_spoilt_cache_costs_time_and_never_a_grade(
    folder: Path, monkeypatch: pytest.MonkeyPatch, table: str, column: str
) -> None:
    monkeypatch.setattr("emonev.evidence.inventory._SETTLED", 0)
    sound = assessed(folder)
    place = folder / ".emonev/cache.sqlite"
    with contextlib.closing(sqlite3.connect(place)) as database, database:
        if table == "texts":  # asked for only where there are no findings yet
            database.execute("DELETE FROM findings")
        spoil = f"UPDATE {table} SET {column} = replace({column}, substr({column}, -3, 1), 'x')"
        assert database.execute(spoil).rowcount > 0
    again = assessed(folder)
    assert (
        "rusak dan dibuat ulang" in next(w for w in again.warnings if w.code == "notice").message.id
    )
    assert replace(again, warnings=()) == replace(sound, warnings=())


def _holds_no_control(text: str) -> None:
    odd = {character for character in text if unicodedata.category(character)[0] == "C"}
    assert odd <= {"\n"}
