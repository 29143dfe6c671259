"""The example workspace: every outcome occurs in it, and everything odd in it is said."""

import datetime
import os
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from emonev.model.assessment import Assessment, CriterionResult
from emonev.model.finding import Outcome
from emonev.pipeline import assess

EXAMPLES = Path(__file__).parent.parent / "examples"
NATUNA = EXAMPLES / "natuna"
TODAY = datetime.date(2024, 9, 16)
PORTAL_LIMIT = 2_097_152
MARK = "CONTOH – isi rekaan"

# What README.md promises, criterion by criterion.
OUTCOMES_2024 = {
    Outcome.MET: "KUA-02 KUA-03 KUA-04 KUA-09 KUA-10 KUA-13 KUA-15 JEN-01 JEN-04 JEN-08 JEN-10 "
    "JEN-11 JEN-13 JEN-21 JEN-23 JEN-25 JEN-27 PBJ-01 PEL-01 PEL-02 PEL-04 PEL-05 PEL-09 PEL-10 "
    "PEL-11 PEL-12 PEL-13 KOM-01 KOM-02 KOM-03 KOM-04 KOM-05 KOM-09 KOM-10 SAR-02 SAR-05 DIG-01 "
    "DIG-03",
    Outcome.PARTLY: "KUA-01 KUA-05 JEN-02 JEN-03 JEN-07 PBJ-02 PBJ-04 PEL-07 KOM-07 SAR-01 DIG-05 "
    "DIG-16",
    Outcome.NOT_MET: "KUA-07 JEN-05 JEN-31 PBJ-05 PEL-08 KOM-06 DIG-04",
    Outcome.NOT_APPLICABLE: "JEN-09",
    Outcome.NEEDS_REVIEW: "KUA-08 KUA-17 JEN-12 PEL-03 PEL-06 SAR-03 SAR-04 SAR-10 DIG-02 DIG-06 "
    "DIG-19",
    Outcome.ERROR: "JEN-06 PBJ-03",
}

ROW = re.compile(
    r"^\| ([A-Z]{3}-\d\d(?:, [A-Z]{3}-\d\d)*) \| .* \| ([a-z ]+)(?:, [a-z ]+)? \|$", re.MULTILINE
)


@pytest.fixture(scope="module")
def in_2023() -> Assessment:
    return assess(NATUNA, 2023, today=TODAY)


@pytest.fixture(scope="module")
def in_2024() -> Assessment:
    return assess(NATUNA, 2024, today=TODAY)


def criteria_of(assessment: Assessment) -> dict[str, CriterionResult]:
    return {criterion.id: criterion for criterion in assessment.criteria()}


def told(assessment: Assessment) -> set[str]:
    return {warning.code for warning in assessment.warnings}


def notes_of(assessment: Assessment, name: str) -> tuple[str, ...]:
    return next(e.note_codes for e in assessment.evidence if e.path.endswith(name))


def problem_of(assessment: Assessment, name: str) -> str:
    return next(e.problem_code for e in assessment.evidence if e.path.endswith(name))


def promised_in_2024() -> dict[str, Outcome]:
    return {id_: outcome for outcome, ids in OUTCOMES_2024.items() for id_ in ids.split()}


def test_every_criterion_of_2024_with_something_to_tell_comes_out_as_promised(
    in_2024: Assessment,
) -> None:
    promised = promised_in_2024()
    found = {id_: c.outcome for id_, c in criteria_of(in_2024).items() if id_ in promised}
    assert found == promised


def test_for_all_others_nothing_was_handed_in(in_2024: Assessment) -> None:
    others = {id_: c for id_, c in criteria_of(in_2024).items() if id_ not in promised_in_2024()}
    served = {id_ for file in in_2024.evidence for id_ in file.criteria}
    assert {criterion.outcome for criterion in others.values()} == {Outcome.NOT_MET}
    assert served.isdisjoint(others)
    assert f"| {len(others)} others |" in (EXAMPLES / "README.md").read_text(encoding="utf-8")


def test_the_readme_tells_what_comes_out(in_2024: Assessment) -> None:
    found = criteria_of(in_2024)
    rows = ROW.findall((EXAMPLES / "README.md").read_text(encoding="utf-8"))
    assert len(rows) > 20
    for ids, outcome in rows:
        for id_ in ids.split(", "):
            assert found[id_].outcome.value.replace("-", " ") == outcome, id_


def test_every_outcome_occurs_in_2024(in_2024: Assessment) -> None:
    assert {criterion.outcome for criterion in criteria_of(in_2024).values()} == set(Outcome)


def test_the_total_of_2024_is_a_range_until_the_presentation(in_2024: Assessment) -> None:
    total, presentation = in_2024.total, in_2024.stages[1]
    assert total.value is None
    assert Decimal(total.high) - Decimal(total.low) > 20
    assert total.qualification.provisional
    assert presentation.points.pending == presentation.full == 20


def test_the_presentation_of_2023_was_entered(in_2023: Assessment) -> None:
    presentation = in_2023.stages[1]
    assert presentation.entry is not None
    assert presentation.entry.value == Fraction("52.5")
    assert presentation.points.earned == Fraction("10.5")


def test_2024_is_better_than_2023_and_2023_was_weak(
    in_2023: Assessment, in_2024: Assessment
) -> None:
    assert Decimal(in_2024.total.low) > Decimal(in_2023.total.high)
    assert in_2023.total.qualification.id == "tidak-informatif"


@pytest.mark.parametrize("year", [2023, 2024])
def test_the_body_claims_more_than_its_evidence_supports(
    year: int, request: pytest.FixtureRequest
) -> None:
    assessment: Assessment = request.getfixturevalue(f"in_{year}")
    assert assessment.claimed is not None
    assert Decimal(assessment.claimed.low) > Decimal(assessment.supported.low)


def test_reviews_win_and_what_the_evidence_said_stays_visible(in_2024: Assessment) -> None:
    criteria = criteria_of(in_2024)
    overruled = {
        id_: (criterion.supported_outcome, criterion.outcome)
        for id_, criterion in criteria.items()
        if criterion.review_in_force
    }
    assert overruled == {
        "PBJ-04": (Outcome.MET, Outcome.PARTLY),
        "KOM-02": (Outcome.NEEDS_REVIEW, Outcome.MET),
        "SAR-01": (Outcome.NEEDS_REVIEW, Outcome.PARTLY),
        "DIG-04": (Outcome.NEEDS_REVIEW, Outcome.NOT_MET),
    }


def test_not_applicable_leaves_the_denominator(in_2024: Assessment) -> None:
    research = criteria_of(in_2024)["JEN-09"]
    assert research.full == 0
    assert research.not_applicable is not None


def test_points_add_up_to_a_hundred(in_2023: Assessment, in_2024: Assessment) -> None:
    for assessment in (in_2023, in_2024):
        points = [stage.points for stage in assessment.stages]
        assert sum(p.earned + p.lost + p.pending for p in points) == 100


def test_a_wrong_year_is_named_with_the_year_that_was_seen(in_2024: Assessment) -> None:
    finding = criteria_of(in_2024)["KUA-07"].findings[1]
    assert (finding.kind, finding.outcome) == ("dated-within", Outcome.NOT_MET)
    assert "2023" in finding.message.id
    assert "2024" in finding.message.id
    assert finding.proofs[0].path.endswith("DPA 2023.pdf")


def test_a_table_beside_a_decree_answers_for_its_columns(in_2024: Assessment) -> None:
    columns = criteria_of(in_2024)["JEN-01"].findings[-1]
    assert columns.outcome is Outcome.MET
    assert columns.proofs[0].path.endswith("Lampiran DIP 2024.xlsx")


def test_the_oversized_file_is_said(in_2024: Assessment) -> None:
    too_large = [e.path for e in in_2024.evidence if e.bytes > PORTAL_LIMIT]
    assert [Path(path).name for path in too_large] == ["Renstra Diskominfo 2021-2026.pdf"]
    assert "over-portal-limit" in told(in_2024)
    assert criteria_of(in_2024)["JEN-07"].findings[-1].outcome is Outcome.NOT_MET


def test_the_false_extension_is_said(in_2024: Assessment) -> None:
    assert notes_of(in_2024, "Laporan monev PPID Pelaksana 2024.pdf") == ("false-extension",)
    assert "false-extension" in told(in_2024)


def test_the_photographs_place_is_warned_of_and_not_kept(in_2024: Assessment) -> None:
    assert "gps" in notes_of(in_2024, "Meja layanan 1.jpg")
    assert "gps" not in notes_of(in_2024, "Meja layanan 2.jpg")
    assert "gps" in told(in_2024)


def test_broken_and_locked_files_say_so(in_2024: Assessment) -> None:
    assert problem_of(in_2024, "Daftar inventaris BMD 2023.pdf") == "damaged"
    assert problem_of(in_2024, "Dokumen pelaksanaan kontrak.pdf") == "encrypted"
    assert sum(1 for e in in_2024.evidence if e.problem_code) == 2


def test_scans_blank_pages_and_hidden_sheets_are_noted(in_2024: Assessment) -> None:
    assert "scan" in notes_of(in_2024, "Maklumat pelayanan (pindaian).pdf")
    assert "blank-pages" in notes_of(in_2024, "Survei kepuasan 2023.pdf")
    assert "hidden-sheets" in notes_of(in_2024, "Program dan kegiatan 2024.xlsx")


def test_what_belongs_to_nothing_is_listed(in_2024: Assessment) -> None:
    assert in_2024.unassigned == ("bukti/2024/Notula rapat persiapan.docx",)
    assert "unassigned" in told(in_2024)


def test_the_lock_file_is_passed_over_and_named(in_2024: Assessment) -> None:
    (lock,) = in_2024.skipped
    assert Path(lock.path).name == "~$Program dan kegiatan 2024.xlsx"


def test_one_file_may_serve_two_criteria(in_2024: Assessment) -> None:
    register = next(e for e in in_2024.evidence if "Register permohonan" in e.path)
    assert register.criteria == ("PEL-01", "PEL-03")


def test_the_order_of_the_evidence_and_the_place_of_the_folder_do_not_matter(
    tmp_path: Path, in_2024: Assessment
) -> None:
    moved = tmp_path / "salinan"
    shutil.copytree(NATUNA, moved, ignore=shutil.ignore_patterns("laporan", ".emonev"))
    assert assess(moved, 2024, today=TODAY) == in_2024


def test_the_example_is_small_besides_its_one_large_file() -> None:
    sizes = [path.stat().st_size for path in (NATUNA / "bukti").rglob("*") if path.is_file()]
    assert sum(size > PORTAL_LIMIT for size in sizes) == 1
    assert sum(sizes) - max(sizes) < 2_000_000


def test_the_example_is_marked_as_invented() -> None:
    for text in (
        NATUNA / "emonev.yaml",
        *(NATUNA / "jawaban").glob("*.yaml"),
        EXAMPLES / "README.md",
    ):
        assert MARK in text.read_text(encoding="utf-8"), text.name
    for page in (NATUNA / "bukti").rglob("*.html"):
        assert MARK in page.read_text(encoding="utf-8"), page.name


def test_every_readable_document_bears_the_mark() -> None:
    from emonev.evidence.extract import read_evidence
    from emonev.evidence.inventory import take_inventory
    from emonev.evidence.limits import Limits
    from emonev.model.workspace import Answers

    for year in (2023, 2024):
        inventory = take_inventory(NATUNA, year, [], Answers(), None)
        library = read_evidence(NATUNA, inventory, cache=None, limits=Limits(), progress=None)
        for file in inventory.files:
            text = library.exhibit(file.path, with_text=True).text
            # Pictures, scans and the broken files bear it where it can only be seen.
            if text is not None and "".join(text.printed).strip():
                assert MARK in "\n".join(text.printed), file.path


def test_the_evidence_is_drawn_alike_on_every_run(tmp_path: Path) -> None:
    """On other versions of the drawing libraries the bytes may differ from the committed ones,
    but two runs never differ, and no file is forgotten.
    """
    drawn = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        subprocess.run(
            [sys.executable, str(EXAMPLES / "make_natuna.py"), str(folder)],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        drawn.append(
            {
                path.relative_to(folder): path.read_bytes()
                for path in folder.rglob("*")
                if path.is_file()
            }
        )
    assert drawn[0] == drawn[1]
    committed = {p.relative_to(NATUNA) for p in (NATUNA / "bukti").rglob("*") if p.is_file()}
    assert set(drawn[0]) == committed
