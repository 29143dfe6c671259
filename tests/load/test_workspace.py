"""A body's own files: nothing in them gets lost in silence."""

import datetime
import os
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from emonev.errors import EmonevError, FaultyFileError
from emonev.load import load_answers, load_workspace
from emonev.model.workspace import (
    Answer,
    Answers,
    Body,
    EnteredStage,
    NotApplicable,
    Review,
    Workspace,
)
from tests.builders import a_criterion, a_rubric, a_stage, an_indicator
from tests.load.rubric_yaml import told

WORKSPACE = """\
schema: emonev/workspace/1
body: {name: Pemerintah Kabupaten Natuna, category: kabupaten-kota, province: Kepulauan Riau}
rubrics:
  2023: kabkota-2023
  2024: rubrik/kami.yaml
output: laporan
language: en
"""
RUBRIC = a_rubric(
    a_stage(an_indicator(a_criterion("JEN-01"), a_criterion("JEN-02"))),
    a_stage(id="presentasi", entered=True),
)


def workspace(folder: Path, text: str) -> Workspace:
    (folder / "emonev.yaml").write_text(text, "utf-8")
    return load_workspace(folder)


def answers(folder: Path, text: str) -> Answers:
    path = folder / "2024.yaml"
    path.write_text(f"schema: emonev/answers/1\n{text}", "utf-8")
    return load_answers(path, RUBRIC)


def workspace_refused(folder: Path, text: str) -> str:
    with pytest.raises(FaultyFileError) as error:
        workspace(folder, text)
    return told(error.value.faults, folder)


def answers_refused(folder: Path, text: str) -> str:
    with pytest.raises(FaultyFileError) as error:
        answers(folder, text)
    return told(error.value.faults, folder)


def test_a_workspace_says_who_and_which_rubrics(tmp_path: Path) -> None:
    assert workspace(tmp_path, WORKSPACE) == Workspace(
        body=Body(
            name="Pemerintah Kabupaten Natuna",
            category="kabupaten-kota",
            province="Kepulauan Riau",
        ),
        rubrics={2023: "kabkota-2023", 2024: "rubrik/kami.yaml"},
        output="laporan",
        language="en",
    )


def test_a_folder_without_emonev_yaml_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(EmonevError) as error:
        load_workspace(tmp_path)
    assert error.value.slug == "no-workspace"
    assert error.value.remedy is not None
    assert "emonev init" in error.value.remedy.id


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(EmonevError) as error:
        load_workspace(tmp_path / "tiada")
    assert error.value.slug == "no-folder"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "output: laporan",
            "output: ../laporan",
            (
                "emonev.yaml:6:9: “../laporan” menunjuk ke luar ruang kerja (outside)\n"
                "  Perbaikan: Tulis jalur di dalam ruang kerja, misalnya bukti/2024/SK PPID.pdf."
            ),
        ),
        (
            "output: laporan",
            "ouput: laporan",
            (
                "emonev.yaml:6:1: kunci “ouput” tidak dikenal (unknown-key)\n"
                "  Perbaikan: Mungkin maksudnya “output”?"
            ),
        ),
        (
            "  2023: kabkota-2023",
            "  2024: kabkota-2023",
            (
                "emonev.yaml:5:3: kunci “2024” sudah ada di 4:3 (duplicate-key)\n"
                "  Perbaikan: Sisakan satu saja."
            ),
        ),
        (
            "  2023: kabkota-2023\n",
            "  23: kabkota-2023\n",
            "emonev.yaml:4:3: 23 bukan tahun e-Monev (out-of-range)",
        ),
        (
            "\n  2023: kabkota-2023\n  2024: rubrik/kami.yaml\n",
            " {}\n",
            (
                "emonev.yaml:3:10: belum ada rubrik untuk tahun mana pun (no-rubrics)\n"
                "  Perbaikan: Tambahkan baris seperti “2024: kabkota-2024” di bawah “rubrics:”."
            ),
        ),
        (
            "name: Pemerintah Kabupaten Natuna, ",
            "",
            (
                "emonev.yaml:2:7: kunci “name” belum ada di sini (missing-key)\n"
                "  Perbaikan: Tambahkan “name: …”."
            ),
        ),
    ],
)
def test_a_mistake_in_a_workspace_is_told(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert WORKSPACE.count(old) == 1
    assert workspace_refused(tmp_path, WORKSPACE.replace(old, new)) == expected


def test_without_a_file_there_are_no_answers(tmp_path: Path) -> None:
    assert load_answers(tmp_path / "2024.yaml", RUBRIC) == Answers(given=False)


def test_answers_hold_claims_evidence_statements_and_reviews(tmp_path: Path) -> None:
    text = """\
answers:
  JEN-01:
    claim: 3/4
    note: Menunggu tanda tangan.
    links: https://ppid.contoh.go.id/dip
    evidence: ['bukti\\2024\\SK PPID.pdf', bukti/2024/*.xlsx]
    review: {decision: partly, share: 0.5, by: Atasan PPID, at: 27-09-2024, why: Kurang satu kolom., until: 31 Desember 2024}
  JEN-02:
    claim: tidak
    not-applicable: {reason: Tidak ada sengketa., statement: bukti/2024/Nihil.pdf}
stages:
  presentasi: {value: 87.5, by: Komisi Informasi, at: 2024-11-05}
"""
    assert answers(tmp_path, text) == Answers(
        answers={
            "JEN-01": Answer(
                claim=Fraction(3, 4),
                note="Menunggu tanda tangan.",
                links=("https://ppid.contoh.go.id/dip",),
                evidence=("bukti/2024/SK PPID.pdf", "bukti/2024/*.xlsx"),
                review=Review(
                    decision="partly",
                    share=Fraction(1, 2),
                    by="Atasan PPID",
                    at=datetime.date(2024, 9, 27),
                    why="Kurang satu kolom.",
                    until=datetime.date(2024, 12, 31),
                ),
            ),
            "JEN-02": Answer(
                claim=Fraction(0),
                not_applicable=NotApplicable(
                    reason="Tidak ada sengketa.", statement="bukti/2024/Nihil.pdf"
                ),
            ),
        },
        stages={
            "presentasi": EnteredStage(
                value=Fraction(175, 2), by="Komisi Informasi", at=datetime.date(2024, 11, 5)
            )
        },
        given=True,
    )


@pytest.mark.parametrize(
    "text", ["", "answers:\n", "answers: {}\nstages:\n", "answers:\n  JEN-01:\n"]
)
def test_what_is_left_empty_is_not_answered(tmp_path: Path, text: str) -> None:
    given = answers(tmp_path, text)
    assert given.given
    assert all(answer == Answer() for answer in given.answers.values())


BY = "by: Atasan PPID, at: 2024-09-27, why: Cukup."
MISTAKES = {
    "an unknown criterion": (
        "answers:\n  JEN-1: {claim: ya}",
        (
            "2024.yaml:3:3: kriteria “JEN-1” tidak ada di rubrik kabkota-2024 (unknown-id)\n"
            "  Perbaikan: Mungkin maksudnya “JEN-01”?"
        ),
    ),
    "a stage that nobody enters": (
        "stages:\n  saq: {value: 3}",
        (
            "2024.yaml:3:3: tahap “saq” tidak ada, atau tidak diisi orang, di rubrik kabkota-2024 "
            "(unknown-id)\n  Perbaikan: Yang dikenal: presentasi."
        ),
    ),
    "an unknown key": (
        "answers:\n  JEN-01: {klaim: ya}",
        (
            "2024.yaml:3:12: kunci “klaim” tidak dikenal (unknown-key)\n"
            "  Perbaikan: Mungkin maksudnya “claim”?"
        ),
    ),
    "a criterion twice": (
        "answers:\n  JEN-01: {claim: ya}\n  JEN-01: {claim: tidak}",
        (
            "2024.yaml:4:3: kunci “JEN-01” sudah ada di 3:3 (duplicate-key)\n"
            "  Perbaikan: Sisakan satu saja."
        ),
    ),
    "a claim that is none": (
        "answers:\n  JEN-01: {claim: mungkin}",
        (
            "2024.yaml:3:19: “claim” harus berisi ya, tidak, atau bagian seperti 0.75, bukan "
            "“mungkin” (wrong-type)"
        ),
    ),
    "a claim of more than all": (
        "answers:\n  JEN-01: {claim: 75}",
        "2024.yaml:3:19: “claim” harus antara 0 dan 1, bukan 75 (out-of-range)",
    ),
    "a review without a name and reason": (
        "answers:\n  JEN-01: {review: {decision: accepted, at: 2024-09-27}}",
        (
            "2024.yaml:3:20: kunci “by” belum ada di sini (missing-key)\n"
            "  Perbaikan: Tambahkan “by: …”.\n"
            "2024.yaml:3:20: kunci “why” belum ada di sini (missing-key)\n"
            "  Perbaikan: Tambahkan “why: …”."
        ),
    ),
    "partly without a share": (
        f"answers:\n  JEN-01: {{review: {{decision: partly, {BY}}}}}",
        (
            "2024.yaml:3:31: keputusan “partly” memerlukan “share” (0 sampai 1) (review-share)\n"
            "  Perbaikan: Tambahkan misalnya “share: 0.5”."
        ),
    ),
    "a share without partly": (
        f"answers:\n  JEN-01: {{review: {{decision: accepted, share: 1, {BY}}}}}",
        (
            "2024.yaml:3:31: “share” hanya berlaku untuk keputusan “partly” (review-share)\n"
            "  Perbaikan: Hapus “share”, atau ubah keputusannya."
        ),
    ),
    "a review that ends before it begins": (
        f"answers:\n  JEN-01: {{review: {{decision: accepted, {BY[:-1]}, until: 2024-09-26}}}}",
        (
            "2024.yaml:3:93: “until” lebih awal daripada tanggal keputusan (review-until)\n"
            "  Perbaikan: Periksa kedua tanggal itu."
        ),
    ),
    "a day that is none": (
        "stages:\n  presentasi: {value: 1, at: 31-02-2024}",
        (
            "2024.yaml:3:30: “at” harus berisi tanggal seperti 2024-09-27 atau 27 September 2024, "
            "bukan “31-02-2024” (wrong-type)"
        ),
    ),
    "a value over 100": (
        "stages:\n  presentasi: {value: 101}",
        "2024.yaml:3:23: “value” harus antara 0 dan 100, bukan 101 (out-of-range)",
    ),
    "evidence outside": (
        "answers:\n  JEN-01: {evidence: [a.pdf, 'C:\\x.pdf']}",
        (
            "2024.yaml:3:30: “C:\\x.pdf” menunjuk ke luar ruang kerja (outside)\n"
            "  Perbaikan: Tulis jalur di dalam ruang kerja, misalnya bukti/2024/SK PPID.pdf."
        ),
    ),
}


@pytest.mark.parametrize(("text", "expected"), MISTAKES.values(), ids=list(MISTAKES))
def test_a_mistake_in_the_answers_is_told(tmp_path: Path, text: str, expected: str) -> None:
    assert answers_refused(tmp_path, text) == expected


@pytest.mark.parametrize(
    "path", ["../x.pdf", "a/../../x", "/etc/passwd", "\\\\server\\x", "~/x", "..\\x"]
)
def test_no_path_leads_out_of_the_workspace(tmp_path: Path, path: str) -> None:
    assert "(outside)" in answers_refused(tmp_path, f"answers: {{JEN-01: {{evidence: '{path}'}}}}")


@pytest.mark.parametrize(
    ("output", "slug"),
    [
        ("bukti", "output-in-evidence"),
        ("./bukti/2024", "output-in-evidence"),
        ("Bukti\\2024", "output-in-evidence"),
        ('"a\\0b"', "out-of-range"),
        ('"a\\eb"', "out-of-range"),
    ],
)
def test_reports_go_where_they_are_no_evidence(tmp_path: Path, output: str, slug: str) -> None:
    told_ = workspace_refused(tmp_path, WORKSPACE.replace("laporan", output))
    assert f"({slug})" in told_


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")
@pytest.mark.parametrize("what", ["pipe", "broken link", "link to a pipe"])
def test_answers_that_are_no_file_are_told_and_not_lost(tmp_path: Path, what: str) -> None:
    path, pipe = tmp_path / "2024.yaml", tmp_path / "pipa"
    os.mkfifo(path if what == "pipe" else pipe)
    if what != "pipe":
        path.symlink_to("tiada" if what == "broken link" else pipe)
    with pytest.raises(EmonevError) as error:
        load_answers(path, RUBRIC)
    assert error.value.slug == "not-a-file"


def test_answers_that_may_not_be_seen_are_not_taken_for_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> os.stat_result:  # for root nothing is hidden
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "lstat", refuse)
    with pytest.raises(PermissionError):
        load_answers(tmp_path / "2024.yaml", RUBRIC)
