"""`emonev score`: exit codes, what goes to which stream, and what is written where."""

import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # it ships no types
import pytest

from emonev.cli.main import run
from emonev.render.json_file import assessment_schema
from tests.workspaces import a_workspace, answer

Captured = pytest.CaptureFixture[str]
PHRASES = {"JEN-01": "daftar informasi publik", "JEN-02": "rencana kerja"}
ON = ["--date", "2024-09-27"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a workspace that earns half of its points."""
    files = {"JEN-01 - DIP/dip.txt": "Daftar Informasi Publik tahun 2024"}
    return a_workspace(tmp_path / "ruang", PHRASES, files)


def scored(folder: Path, *options: str) -> int:
    return run(["score", str(folder), "--year", "2024", *ON, *options])


def files_of(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_result_and_report_are_written_and_named(folder: Path, capsys: Captured) -> None:
    before = files_of(folder)
    assert scored(folder) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert "Nilai akhir: 50,00" in told.out
    assert told.out.endswith(f"Laporan: {folder / 'laporan/2024.html'}\n")  # in one line
    assert files_of(folder) - before == {
        "laporan/2024.html", "laporan/2024.json", ".emonev/cache.sqlite",
    }  # fmt: skip


def test_without_the_cache_none_is_written(folder: Path, capsys: Captured) -> None:
    assert scored(folder, "--no-cache") == 0
    assert not (folder / ".emonev").exists()
    assert capsys.readouterr().err == ""


def test_json_is_the_result_and_nothing_else(folder: Path, capsys: Captured) -> None:
    assert scored(folder, "--json") == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out.encode() == (folder / "laporan/2024.json").read_bytes()
    jsonschema.validate(json.loads(told.out), assessment_schema())


def test_the_same_evidence_gives_the_same_bytes(folder: Path, capsys: Captured) -> None:
    assert [scored(folder, "--json"), scored(folder, "--json", "--no-cache")] == [0, 0]
    once = capsys.readouterr().out
    assert once[: len(once) // 2] == once[len(once) // 2 :]


def test_only_prints_some_criteria_and_writes_nothing(folder: Path, capsys: Captured) -> None:
    assert scored(folder, "--only", "jen-02", "--no-cache") == 0
    told = capsys.readouterr().out
    assert "JEN-02" in told
    assert "JEN-01" not in told
    assert not (folder / "laporan").exists()


def test_only_with_json_gives_these_criteria_as_they_stand_in_the_result(
    folder: Path, capsys: Captured
) -> None:
    assert scored(folder, "--json") == 0
    (whole,) = json.loads(capsys.readouterr().out)["stages"][0]["indicators"]
    assert scored(folder, "--only", "jen-02,X*", "--json") == 0
    assert json.loads(capsys.readouterr().out) == whole["criteria"][1:]


def test_a_pattern_that_fits_no_criterion_is_wrong_usage(folder: Path, capsys: Captured) -> None:
    assert [scored(folder, "--only", "PEL-*"), scored(folder, "--only", "PEL-*", "--json")] == [
        2,
        2,
    ]
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("tidak ada kriteria yang cocok dengan PEL-*") == 2


@pytest.mark.parametrize(
    ("least", "code"), [("50", 0), ("50.01", 1), ("50,01", 1), ("1/2", 0), ("100", 1)]
)
def test_below_what_was_asked_is_1_and_the_report_is_there(
    folder: Path, capsys: Captured, least: str, code: int
) -> None:
    assert scored(folder, "--fail-under", least) == code
    assert (folder / "laporan/2024.html").is_file()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "least", ["nan", "-1", "101", "delapan", "1e999999999", "1/0", "٣", "", "9" * 5000]
)
def test_what_is_no_score_is_refused_before_anything_is_read(
    folder: Path, capsys: Captured, least: str
) -> None:
    assert scored(folder, f"--fail-under={least}") == 2
    told = capsys.readouterr()
    assert "(fail-under)" in told.err
    assert told.out == ""
    assert not (folder / "laporan").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["score", "tiada"], "(no-folder)"),
        (["score", "ruang/bukti"], "(no-workspace)"),
        (["score", "ruang", "--year", "2031"], "(tanpa-rubrik)"),
        (["score", "ruang", "--year", "0"], "(tanpa-rubrik)"),
        (["score", "ruang", "--year", "dua"], "nilai YEAR tidak sah."),
        (["score", "ruang", "--only", "ZZZ"], "(tanpa-kriteria)"),
        (["score", "ruang", "--lang", "xx"], "nilai id|en tidak sah."),
        (["score", "ruang", "--yeer", "2024"], "pilihan --yeer tidak dikenal."),
        (["score", "ruang", "--fail-under"], "pilihan --fail-under memerlukan nilai."),
        (["score", "ruang", "kerja"], "kerja berlebih; apit nama yang berisi spasi"),
        (["skor"], "tidak ada perintah skor."),
    ],
)
def test_wrong_usage_is_2_and_told_on_stderr(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, words: list[str], told: str
) -> None:
    monkeypatch.chdir(folder.parent)
    assert run(words) == 2
    streams = capsys.readouterr()
    assert told in streams.err
    assert streams.out == ""


def test_no_command_shows_the_help_and_no_error(capsys: Captured) -> None:
    assert run([]) == 2
    streams = capsys.readouterr()
    assert "emonev score examples/natuna" in streams.err
    assert "Galat" not in streams.err
    assert streams.out == ""


def test_english_is_spoken_when_asked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("EMONEV_LANG", "en")
    assert scored(folder) == 0
    assert "Report: " in capsys.readouterr().out
    assert '<html lang="en"' in (folder / "laporan/2024.html").read_text("utf-8")


def test_faulty_answers_are_told_all_at_once_and_nothing_is_scored(
    folder: Path, capsys: Captured
) -> None:
    answer(folder, "answers:\n  JEN-01: {claim: 2, klaim: 1}\n  JEN-09: {claim: ya}\n")
    assert scored(folder) == 2
    told = capsys.readouterr()
    assert [word in told.err for word in ("out-of-range", "unknown-key", "unknown-id")] == [
        True
    ] * 3
    assert told.out == ""
    assert not (folder / "laporan").exists()


def test_a_result_that_cannot_be_written_is_shown_all_the_same(
    folder: Path, capsys: Captured
) -> None:
    (folder / "laporan/2024.json").mkdir(parents=True)
    assert scored(folder, "--fail-under", "90") == 2
    told = capsys.readouterr()
    assert "Nilai akhir: 50,00" in told.out
    assert "2024.html" not in told.out
    assert "2024.json tidak dapat ditulis: itu sebuah folder. (not-written)" in told.err


def test_the_earlier_report_outlives_a_failed_one(folder: Path, capsys: Captured) -> None:
    scored(folder)
    report, result = folder / "laporan/2024.html", folder / "laporan/2024.json"
    earlier = report.read_bytes()
    result.unlink()
    result.mkdir()
    assert scored(folder, "--lang", "en") == 2
    assert report.read_bytes() == earlier
    assert sorted(p.name for p in (folder / "laporan").iterdir()) == ["2024.html", "2024.json"]
    capsys.readouterr()


@pytest.mark.parametrize("missing", ["", "JEN-01 - DIP"])
def test_no_evidence_at_all_is_said(tmp_path: Path, capsys: Captured, missing: str) -> None:
    folder = a_workspace(tmp_path / "kosong", PHRASES, {})
    if missing:
        (folder / "bukti/2024" / missing).mkdir(parents=True)
    assert scored(folder) == 0
    assert "Tidak ada satu pun bukti tahun 2024" in capsys.readouterr().out


def test_something_unexpected_names_a_log_and_keeps_quiet_otherwise(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Captured
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("never seen")

    monkeypatch.setattr("emonev.pipeline.assess_with_pictures", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert scored(folder) == 3
    told = capsys.readouterr().err
    (log,) = tmp_path.glob("emonev-galat-*.log")
    assert str(log) in told
    assert "Traceback" not in told
    assert "never seen" in log.read_text("utf-8")


def test_ctrl_c_is_130_and_a_word(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("emonev.pipeline.assess_with_pictures", interrupt)
    assert scored(folder) == 130
    assert capsys.readouterr() == ("", "Dihentikan.\n")


@pytest.mark.parametrize("minutes", ["nan", "inf", "-1", "10001", "lima", ""])
def test_what_is_no_time_for_ocr_is_refused_before_anything_is_read(
    folder: Path, capsys: Captured, minutes: str
) -> None:
    assert scored(folder, f"--ocr-budget={minutes}") == 2
    told = capsys.readouterr()
    assert "(ocr-budget)" in told.err
    assert told.out == ""


@pytest.mark.parametrize("minutes", ["0", "0,5", "0.5", "60"])
def test_minutes_for_ocr_may_be_written_as_people_do(folder: Path, minutes: str) -> None:
    assert scored(folder, "--ocr-budget", minutes) == 0
