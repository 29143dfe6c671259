"""The whole story: a workspace goes in, an assessment comes out, the same one every time."""

from collections.abc import Callable
from pathlib import Path

import pytest

from emonev.errors import EmonevError
from emonev.model.assessment import Assessment
from emonev.pipeline import assess
from emonev.render.html import render_html
from emonev.render.json_file import to_json
from tests.workspaces import TODAY, YEAR, a_workspace, answer, assessed, put

PHRASES = {
    "JEN-01": "daftar informasi publik",
    "JEN-02": "rencana kerja",
    "JEN-03": "laporan kinerja",
    "JEN-04": "maklumat pelayanan",
    "JEN-05": "standar biaya",
}
FILES = {
    "JEN-01 - DIP/dip.txt": "DAFTAR INFORMASI PUBLIK\nTAHUN 2024",
    "JEN-02/renja.txt": "RENCANA STRATEGIS\n2021-2026",
    "JEN-03/kosong.txt": "",
    "JEN-05/<script>alert(1)</script>.txt": "[red]Standar biaya[/red] =1+1",
    "tanpa kriteria.txt": "catatan",
    "~$renja.docx": "kunci",
}
ANSWERS = """\
answers:
  JEN-01: {claim: ya, note: "lihat <b>halaman 1</b>"}
  JEN-02:
    claim: 0.5
    review: {decision: partly, share: 1/3, by: Verifikator, at: 2024-09-20, why: sebagian sesuai}
  JEN-04: {claim: ya, links: ["https://ppid.contoh.go.id/maklumat"]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = a_workspace(tmp_path / "ruang kerja #1", PHRASES, FILES)
    answer(folder, ANSWERS)
    return folder


def test_a_small_workspace_as_a_whole(folder: Path, golden: Callable[[str, str], None]) -> None:
    golden("pipeline.json", to_json(assessed(folder)).decode())


def test_the_same_inputs_give_the_same_bytes_with_and_without_a_cache(folder: Path) -> None:
    def drawn(assessment: Assessment) -> tuple[bytes, str]:
        return to_json(assessment), render_html(assessment, "id")

    cold, warm = drawn(assessed(folder)), drawn(assessed(folder))
    without = drawn(assess(folder, YEAR, today=TODAY))
    assert cold == warm == without


def test_the_points_of_all_criteria_add_up_to_a_hundred(folder: Path) -> None:
    points = [stage.points for stage in assessed(folder).stages]
    assert sum(p.earned + p.lost + p.pending for p in points) == 100


def test_one_more_broken_file_changes_no_other_result(folder: Path) -> None:
    def others(assessment: Assessment) -> list[object]:
        (stage,) = assessment.stages
        (indicator,) = stage.indicators
        return [each for each in indicator.criteria if each.id != "JEN-03"]

    before = others(assessed(folder))
    put(folder, "JEN-03/rusak.pdf", "%PDF-1.7 lalu tidak ada apa-apa")
    assert others(assessed(folder)) == before


def test_a_year_without_a_rubric_is_explained(folder: Path) -> None:
    with pytest.raises(EmonevError) as caught:
        assess(folder, 2019, today=TODAY)
    assert caught.value.slug == "tanpa-rubrik"
    assert "2024" in caught.value.message.id
