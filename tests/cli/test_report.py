"""`emonev report`: a saved result drawn again, and nothing else overwritten."""

import os
import re
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from emonev.cli.main import run
from tests.workspaces import a_workspace

Captured = pytest.CaptureFixture[str]
ODD = "JEN-01 - DIP/50% #1 'siap'.txt"


@pytest.fixture
def result(tmp_path: Path, capsys: Captured) -> Path:
    phrases = {"JEN-01": "daftar informasi publik"}
    folder = a_workspace(tmp_path / "ruang kerja #1", phrases, {ODD: "Daftar Informasi Publik"})
    assert run(["score", str(folder), "--date", "2024-09-27"]) == 0
    capsys.readouterr()
    return folder / "laporan/2024.json"


def evidence_links(report: Path) -> list[Path]:
    found = re.findall(r'href="((?:\.\./|[^"#:]*bukti)[^"]*)"', report.read_text("utf-8"))
    return [report.parent / unquote(address) for address in found]


def test_a_report_drawn_again_is_the_same(result: Path, capsys: Captured) -> None:
    report = result.with_suffix(".html")
    first = report.read_bytes()
    report.unlink()
    assert run(["report", str(result)]) == 0
    assert report.read_bytes() == first
    assert capsys.readouterr() == (f"{report}\n", "")


def test_links_lead_to_the_evidence_wherever_the_report_is(result: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "lain" / "dalam" / "salinan.html"
    assert run(["report", str(result), "-o", str(elsewhere)]) == 0
    for report in (result.with_suffix(".html"), elsewhere):
        links = evidence_links(report)
        assert links
        assert all(link.is_file() for link in links)


def test_the_result_is_never_overwritten_by_its_report(result: Path, capsys: Captured) -> None:
    before = result.read_bytes()
    assert run(["report", str(result), "-o", str(result.parent / "." / "2024.json")]) == 2
    assert "(same-file)" in capsys.readouterr().err
    assert result.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_no_device_or_pipe_is_replaced(result: Path, tmp_path: Path, capsys: Captured) -> None:
    pipe, link = tmp_path / "pipa", tmp_path / "tautan"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for place in (pipe, link):
        assert run(["report", str(result), "-o", str(place)]) == 2
        assert "(not-a-file)" in capsys.readouterr().err
    assert pipe.is_fifo()
    assert link.is_symlink()


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        (b"", "result-damaged"),
        (b"<html>", "result-damaged"),
        (b"{}", "result-schema"),
        (b"\xff\xfe\x00", "result-damaged"),
        (b"[" * 100_000, "result-damaged"),
        (b'{"schema": "emonev/assessment/1"}', "result-damaged"),
    ],
)
def test_what_is_no_result_is_told(
    tmp_path: Path, capsys: Captured, content: bytes, slug: str
) -> None:
    path = tmp_path / "hasil.json"
    path.write_bytes(content)
    assert run(["report", str(path)]) == 2
    assert f"({slug})" in capsys.readouterr().err
    assert not path.with_suffix(".html").exists()


def test_half_a_result_gives_no_report(result: Path, capsys: Captured) -> None:
    result.write_bytes(result.read_bytes()[:-200])
    before = result.with_suffix(".html").read_bytes()
    assert run(["report", str(result)]) == 2
    assert "(result-damaged)" in capsys.readouterr().err
    assert result.with_suffix(".html").read_bytes() == before


def test_every_form_has_a_name_of_its_own(result: Path, capsys: Captured) -> None:
    for options in (
        [],
        ["--design", "summary"],
        ["--public"],
        ["--format", "xlsx"],
        ["--format", "csv", "--public"],
    ):
        assert run(["report", str(result), *options]) == 0
    names = [Path(line).name for line in capsys.readouterr().out.splitlines()]
    assert names == [
        "2024.html",
        "2024-ringkasan.html",
        "2024-publik.html",
        "2024.xlsx",
        "2024-publik.csv",
    ]
    assert all((result.parent / name).stat().st_size for name in names)


def test_a_public_report_names_no_file_of_the_office(result: Path) -> None:
    assert run(["report", str(result), "--public"]) == 0
    drawn = (result.parent / "2024-publik.html").read_text("utf-8")
    assert "siap" not in drawn
    assert "bukti-0001.txt" in drawn


def test_last_year_s_result_is_shown_where_it_lies_beside(result: Path) -> None:
    before = result.read_text("utf-8").replace(
        '"year": 2024,\n "assessed-on"', '"year": 2023,\n "assessed-on"'
    )
    result.with_name("2023.json").write_text(before, encoding="utf-8")
    assert run(["report", str(result)]) == 0
    assert "Nilainya sama dengan tahun itu." in result.with_suffix(".html").read_text("utf-8")


@pytest.mark.parametrize("content", ["", "{}", '{"schema": "emonev/assessment/9"}'])
def test_a_broken_result_of_last_year_spoils_nothing(result: Path, content: str) -> None:
    result.with_name("2023.json").write_text(content, encoding="utf-8")
    assert run(["report", str(result)]) == 0


def test_an_own_design_that_is_broken_is_told(
    result: Path, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "report.html.j2").write_text("\n{{ tidak_ada }}", encoding="utf-8")
    assert run(["report", str(result), "--design", str(tmp_path)]) == 2
    assert "report.html.j2:2" in capsys.readouterr().err
