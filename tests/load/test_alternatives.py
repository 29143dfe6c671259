"""Alternatives as a rubric's author writes them, and what is said of mistakes in them."""

import re
from pathlib import Path

import pytest

from emonev.checks.any_of import AnyOf
from emonev.checks.contains import Contains
from emonev.checks.exists import Exists
from emonev.checks.signed import Signed
from emonev.errors import FaultyFileError
from emonev.load.schema import rubric_schema
from tests.load.rubric_yaml import SOUND, linted, loaded
from tests.load.test_schema import faults_of

OLD = "              - {kind: exists, at-least: 1, formats: [pdf]}\n"
HEAD = "              - kind: any-of\n                alternatives:\n"
EITHER = (
    f"{HEAD}"
    "                  - {kind: contains, any-of: [nihil]}\n"
    "                  - - {kind: exists, at-least: 2}\n"
    "                    - {kind: signed}\n"
)


def with_check(written: str) -> str:
    assert OLD in SOUND
    return SOUND.replace(OLD, written)


def test_an_alternative_is_a_check_or_a_list_of_checks(tmp_path: Path) -> None:
    rubric = loaded(tmp_path, with_check(EITHER))
    assert next(rubric.criteria()).checks[0] == AnyOf(
        alternatives=((Contains(any_of=("nihil",)),), (Exists(at_least=2), Signed()))
    )


def test_good_alternatives_have_nothing_said_about_them(tmp_path: Path) -> None:
    assert linted(tmp_path, with_check(EITHER)) == ""


def of(*lines: str) -> str:
    return HEAD + "".join(f"                  {line}\n" for line in lines)


ERRORS = {
    "alternatives within an alternative": (
        of(
            "- {kind: exists}",
            "- - {kind: signed}",
            "  - {kind: any-of, alternatives: [{kind: link}, {kind: reviewed}]}",
        ),
        (
            "uji-2024.yaml:34:23: sebuah alternatif tidak boleh memuat “any-of” lagi "
            "(nested-alternatives)\n"
            "  Perbaikan: Tulis semua alternatif dalam satu daftar; yang harus terpenuhi bersama ditulis "
            "sebagai daftar di dalamnya."
        ),
    ),
    "no alternative": (
        "              - {kind: any-of, alternatives: []}\n",
        "uji-2024.yaml:30:46: isi “alternatives” harus paling sedikit 1 (out-of-range)",
    ),
    "an alternative without a check": (
        of("- {kind: exists}", "- []"),
        "uji-2024.yaml:33:21: isi “alternatives” harus paling sedikit 1 (out-of-range)",
    ),
    "an alternative that is a word": (
        of("- {kind: exists}", "- signed"),
        "uji-2024.yaml:33:21: “alternatives” harus berisi daftar, bukan “signed” (wrong-type)",
    ),
    "a mistake in an alternative": (
        of("- {kind: exists, at-least: 0}", "- - {kind: sigend}"),
        (
            "uji-2024.yaml:32:46: “at-least” harus paling sedikit 1, bukan 0 (out-of-range)\n"
            "uji-2024.yaml:33:30: jenis pemeriksaan “sigend” tidak dikenal (unknown-kind)\n"
            "  Perbaikan: Mungkin maksudnya “signed”?"
        ),
    ),
    "a kind left out": (
        of("- {kind: exists}", "- {at-least: 2}"),
        (
            "uji-2024.yaml:33:21: kunci “kind” belum ada di sini (missing-key)\n"
            "  Perbaikan: Tambahkan “kind: …”."
        ),
    ),
    "a format that nobody knows": (
        of("- {kind: exists, formats: [pfd]}", "- {kind: signed}"),
        (
            "uji-2024.yaml:32:46: format “pfd” tidak dikenal (unknown-format)\n"
            "  Perbaikan: Mungkin maksudnya “pdf”?"
        ),
    ),
    "a weight that is none": (
        of("- {kind: exists, weight: 0}", "- {kind: signed}"),
        "uji-2024.yaml:32:44: bobot harus lebih dari 0, bukan 0 (bad-weight)",
    ),
}
WARNINGS = {
    "points and bars within an alternative": (
        of("- {kind: exists, weight: 2}", "- - {kind: signed, required: true}"),
        (
            "uji-2024.yaml:32:36: Peringatan: “weight” tidak berpengaruh di dalam sebuah alternatif "
            "(no-effect)\n"
            "  Perbaikan: Hapus, atau tulis pada “any-of” itu sendiri.\n"
            "uji-2024.yaml:33:38: Peringatan: “required” tidak berpengaruh di dalam sebuah alternatif "
            "(no-effect)\n"
            "  Perbaikan: Hapus, atau tulis pada “any-of” itu sendiri."
        ),
    ),
    "an alternative that stands twice": (
        of("- {kind: exists}", "- {kind: exists, label: {id: Foto, en: Photo}}"),
        (
            "uji-2024.yaml:33:21: Peringatan: alternatif ini tidak berpengaruh: yang memenuhinya selalu "
            "memenuhi alternatif di baris 32 (no-effect)\n"
            "  Perbaikan: Hapus alternatif ini."
        ),
    ),
    "an alternative that asks more than another": (
        of("- - {kind: signed}", "  - {kind: exists}", "- {kind: exists}"),
        (
            "uji-2024.yaml:32:21: Peringatan: alternatif ini tidak berpengaruh: yang memenuhinya selalu "
            "memenuhi alternatif di baris 34 (no-effect)\n"
            "  Perbaikan: Hapus alternatif ini."
        ),
    ),
    "one alternative": (
        of("- {kind: exists}"),
        (
            "uji-2024.yaml:31:17: Peringatan: hanya ada satu alternatif (no-effect)\n"
            "  Perbaikan: Tambahkan alternatif lain, atau tulis pemeriksaannya langsung."
        ),
    ),
}


@pytest.mark.parametrize(("written", "expected"), ERRORS.values(), ids=list(ERRORS))
def test_a_mistake_in_alternatives_is_told_at_its_place(
    tmp_path: Path, written: str, expected: str
) -> None:
    text = with_check(written)
    assert linted(tmp_path, text) == expected
    with pytest.raises(FaultyFileError):
        loaded(tmp_path, text)


@pytest.mark.parametrize(("written", "expected"), WARNINGS.values(), ids=list(WARNINGS))
def test_what_changes_nothing_is_a_warning(tmp_path: Path, written: str, expected: str) -> None:
    assert linted(tmp_path, with_check(written)) == expected


def test_years_are_needed_within_an_alternative_too(tmp_path: Path) -> None:
    either = (
        "{kind: any-of, alternatives: [{kind: exists}, [{kind: signed}, {kind: dated-within}]]}"
    )
    text = SOUND.replace("              - {kind: signed}\n", f"              - {either}\n")
    assert "“dated-within” memerlukan tahun, tetapi kriteria “JEN-02”" in linted(tmp_path, text)


def test_a_count_within_an_alternative_chooses_no_tier(tmp_path: Path) -> None:
    old = "{kind: counted, at-least: 10}"
    assert old in SOUND, "the third criterion is scored by tiers"
    either = f"{{kind: any-of, alternatives: [{old}, {{kind: signed}}]}}"
    assert linted(tmp_path, SOUND.replace(old, either)).endswith(
        "(no-counting-check)\n  Perbaikan: Tambahkan pemeriksaan di luar alternatif: counted."
    )


def test_a_person_must_know_what_to_decide_within_an_alternative_too(tmp_path: Path) -> None:
    either = "{kind: any-of, alternatives: [{kind: reviewed}]}"
    text = SOUND.replace("{kind: counted, at-least: 10}", either)
    assert "(not-asked)" in linted(tmp_path, text)


BEYOND_A_SCHEMA = re.compile("nested-alternatives|unknown-format|bad-weight")


@pytest.mark.parametrize(
    ("written", "expected"), [(EITHER, ""), *ERRORS.values(), *WARNINGS.values()]
)
def test_an_editor_takes_what_the_linter_takes(written: str, expected: str) -> None:
    is_refused = "Peringatan" not in expected and not BEYOND_A_SCHEMA.search(expected)
    assert bool(faults_of(rubric_schema(), with_check(written))) == (is_refused and bool(expected))
