"""What was judged is remembered exactly as long as nothing it hangs on has changed."""

from pathlib import Path
from typing import NoReturn

import pytest

from emonev import hearing
from emonev.judge import judge
from emonev.model.case import Case
from emonev.model.finding import Finding, Outcome
from emonev.model.rubric import Criterion
from tests.workspaces import a_workspace, answer, assessed, criterion, put, write_rubric

PHRASES = {"JEN-01": "daftar informasi publik", "JEN-02": "rencana kerja"}
FILES = {
    "JEN-01/dip.txt": "Daftar Informasi Publik tahun 2024",
    "JEN-02/renja.txt": "Rencana strategis 2021-2026",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return a_workspace(tmp_path, PHRASES, FILES)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which criteria come before the judge."""
    criteria: list[str] = []

    def noting(criterion: Criterion, case: Case) -> tuple[Finding, ...]:
        criteria.append(criterion.id)
        return judge(criterion, case)

    monkeypatch.setattr(hearing, "judge", noting)
    return criteria


def test_a_second_run_judges_nothing_and_says_the_same(folder: Path, heard: list[str]) -> None:
    first = assessed(folder)
    assert heard == ["JEN-01", "JEN-02"]
    assert assessed(folder) == first
    assert heard == ["JEN-01", "JEN-02"]


def test_changed_evidence_is_judged_again(folder: Path, heard: list[str]) -> None:
    assessed(folder)
    heard.clear()
    put(folder, "JEN-02/renja.txt", "Rencana Kerja tahun 2024, edisi kedua")
    assert criterion(assessed(folder), "JEN-02").outcome is Outcome.MET
    assert heard == ["JEN-02"]


def test_a_new_name_is_judged_again_for_it_may_tell_something(
    folder: Path, heard: list[str]
) -> None:
    assessed(folder)
    heard.clear()
    evidence = folder / "bukti" / "2024" / "JEN-01"
    (evidence / "dip.txt").rename(evidence / "dip 2024.txt")
    assessed(folder)
    assert heard == ["JEN-01"]


def test_a_changed_check_is_judged_again(folder: Path, heard: list[str]) -> None:
    assessed(folder)
    heard.clear()
    write_rubric(folder, PHRASES | {"JEN-02": "rencana strategis"})
    assert criterion(assessed(folder), "JEN-02").outcome is Outcome.MET
    assert heard == ["JEN-02"]


def test_a_changed_judge_is_asked_again(
    folder: Path, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assessed(folder)
    heard.clear()
    monkeypatch.setattr(hearing, "digest_of_sources", lambda _: b"another release")
    assessed(folder)
    assert heard == ["JEN-01", "JEN-02"]


def test_what_could_not_be_read_is_not_remembered(folder: Path, heard: list[str]) -> None:
    put(folder, "JEN-01/dip.txt", "")
    assert criterion(assessed(folder), "JEN-01").outcome is not Outcome.MET
    heard.clear()
    assessed(folder)
    assert heard == ["JEN-01"]


def test_a_statement_is_remembered_apart_from_the_evidence(folder: Path, heard: list[str]) -> None:
    put(
        folder,
        "JEN-02/pernyataan.txt",
        "SURAT PERNYATAAN\nDengan ini menyatakan bahwa pada tahun 2024 tidak terdapat (nihil) "
        "dokumen tersebut.\nditetapkan di Ranai\npada tanggal 5 Januari 2024\nKepala Dinas\nttd\n"
        "NIP. 19XXXXXXXXXXXXXXXX",
    )
    answer(
        folder,
        "answers:\n  JEN-02:\n    not-applicable: {reason: tidak ada, statement: "
        '"bukti/2024/JEN-02/pernyataan.txt"}\n',
    )
    first = assessed(folder)
    assert criterion(first, "JEN-02").outcome is Outcome.NOT_APPLICABLE
    heard.clear()
    assert assessed(folder) == first
    assert heard == []


def test_without_a_cache_everything_is_judged(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessed(folder)

    def unexpected(*_: object) -> NoReturn:
        raise AssertionError("judged")

    monkeypatch.setattr(hearing, "judge", unexpected)
    assessed(folder)  # remembered
    (folder / ".emonev" / "cache.sqlite").unlink()
    with pytest.raises(AssertionError, match="judged"):
        assessed(folder)
