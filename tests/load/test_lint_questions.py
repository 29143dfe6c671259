"""What the linter says of citations that do not exist, of twins, and of questions left unasked."""

import time
from pathlib import Path

import pytest

from emonev.load import load_rubric
from emonev.load.lint import lint_rubric
from tests.load.rubric_yaml import SOUND, linted, spoiled, written

LAW = "[PERKI 1/2021 Pasal 15 ayat (9) huruf a]"
QUESTION = "Apakah DIK ditetapkan?"


def test_a_place_that_does_not_exist_is_an_error_with_what_does(tmp_path: Path) -> None:
    assert linted(tmp_path, spoiled(LAW, "[PERKI 1/2021 Pasal 15 ayat (9) huruf d]")) == (
        "uji-2024.yaml:24:19: PERKI 1/2021 Pasal 15 ayat (9) tidak memiliki huruf d (law-nowhere)\n"
        "  Perbaikan: Yang ada: huruf a sampai huruf c."
    )


def test_a_wrong_citation_does_not_keep_a_rubric_from_being_used(tmp_path: Path) -> None:
    path = written(tmp_path, spoiled(LAW, "[UU 14/2008 Pasal 99]"))
    assert [fault.severity for fault in lint_rubric(path)] == ["error"]
    assert load_rubric(path).id == "uji-2024"


def test_every_place_of_a_list_is_looked_up(tmp_path: Path) -> None:
    said = linted(tmp_path, spoiled(LAW, "[UU 14/2008 Pasal 9 ayat (2) huruf c–f]"))
    assert said.count("(law-nowhere)") == 2
    assert "huruf e (law-nowhere)" in said
    assert "huruf f (law-nowhere)" in said


@pytest.mark.parametrize(
    "law",
    [
        "PERKI 1/2018 Pasal 999",
        "PERMENDAGRI 3/2017",
        "PERKI 1/2021 Pasal 45 ayat (5)–(7)",
        "UU 14/2008 Pasal 9 ayat (2) huruf a dan b",
    ],
)
def test_other_laws_and_lists_pass_in_silence(tmp_path: Path, law: str) -> None:
    assert linted(tmp_path, spoiled(LAW, f"[{law}]")) == ""


def test_a_typing_mistake_does_not_hide_a_copy(tmp_path: Path) -> None:
    first = "Apakah register permohonan informasi publik lengkap?"
    second = "Apakah register permohonan infromasi publik lengkap?"
    text = SOUND.replace("Apakah DIP diumumkan?", first).replace(QUESTION, second)
    assert "(similar-question)" in linted(tmp_path, text)


def test_questions_that_differ_in_a_letter_are_told(tmp_path: Path) -> None:
    first = "Apakah daftar informasi publik tahun berjalan ditetapkan dan diumumkan?"
    second = "Apakah daftar informasi publik tahun berjalan ditetapkan atau diumumkan?"
    text = SOUND.replace("Apakah DIP diumumkan?", first).replace(QUESTION, second)
    assert linted(tmp_path, text) == (
        "uji-2024.yaml:35:19: Peringatan: pertanyaan ini hampir sama dengan pertanyaan “JEN-01” "
        "di baris 23 (96%) (similar-question)\n"
        "  Perbaikan: Hapus salah satunya, atau perjelas bedanya."
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Apakah laporan semester I tahun 2023 ada?", "Apakah laporan semester II tahun 2023 ada?"),
        ("Apakah laporan keuangan tahun 2022 ada?", "Apakah laporan keuangan tahun 2023 ada?"),
        ("Apakah SOP permintaan informasi ada?", "Apakah SOP pengajuan keberatan ada?"),
        (
            "Apakah daftar informasi keuangan tahun berjalan diumumkan dalam bentuk DPA?",
            "Apakah daftar informasi keuangan tahun berjalan diumumkan dalam bentuk RKA?",
        ),
    ],
)
def test_questions_that_differ_in_what_they_ask_are_not(
    tmp_path: Path, first: str, second: str
) -> None:
    text = SOUND.replace("Apakah DIP diumumkan?", first).replace(QUESTION, second)
    assert linted(tmp_path, text) == ""


CHECKS = "{kind: counted, at-least: 10}"


def test_a_person_is_told_what_to_decide(tmp_path: Path) -> None:
    scoring = "{form: tiers, tiers: [{at-least: 5, share: 0.5}, {at-least: 10, share: 1}]}"
    text = spoiled(CHECKS, "{kind: reviewed}").replace(scoring, "all")
    assert linted(tmp_path, text) == (
        "uji-2024.yaml:50:15: Peringatan: kriteria “JEN-03” hanya dinilai orang, tetapi tidak "
        "menyebut apa yang harus diputuskan (not-asked)\n"
        "  Perbaikan: Tambahkan “ask” pada “reviewed”, atau pemeriksaan lain."
    )
    asked = text.replace("kind: reviewed", "kind: reviewed, ask: {id: Baikkah?, en: Is it good?}")
    assert linted(tmp_path, asked) == ""


def test_two_hundred_criteria_are_linted_in_half_a_second(tmp_path: Path) -> None:
    head, _, rest = SOUND.partition("          - id: JEN-01\n")
    first, mark, _ = rest.partition("          - id: JEN-02\n")
    criteria = "".join(
        "          - id: JEN-01\n".replace("01", f"{number:03}")
        + first.replace("DIP", f"dokumen {'abcdefghij'[number % 10] * 9} {number} lengkap benar")
        for number in range(200)
    )
    path = written(tmp_path, head + criteria)
    assert mark
    lint_rubric(path)
    started = time.process_time()
    lint_rubric(path)
    assert time.process_time() - started < 0.5
