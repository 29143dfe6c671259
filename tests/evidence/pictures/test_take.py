"""Taking the pictures of a result: which pages, in which order, from the cache or by workers."""

import hashlib
from pathlib import Path

import pytest

from emonev.evidence import containment
from emonev.evidence.cache import open_cache
from emonev.evidence.limits import Limits
from emonev.evidence.pictures import take
from emonev.evidence.pictures.frame import WIDTH
from emonev.evidence.pictures.wanted import wanted_of
from emonev.evidence.workers import Workers
from emonev.model.assessment import Assessment, EvidenceResult
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.inventory import Inventory
from emonev.model.pictures import Pictures, key_of
from emonev.model.text import Text
from tests.builders import (
    a_criterion_result,
    a_finding,
    a_stage_result,
    an_assessment,
    an_evidence_result,
    an_indicator_result,
    some_evidence,
)
from tests.samples.pdf import Pdf, Sheet, a_report, centred

REPORT, PHOTO, WORD = "bukti/2024/a.pdf", "bukti/2024/b.jpg", "bukti/2024/c.docx"
TITLE = Proof(REPORT, 1, "TAHUN 2024", ((6, 10),))


def an_assessment_of(*criteria: tuple[Proof, ...], files: tuple[EvidenceResult, ...]) -> Assessment:
    """Return an assessment whose criteria have a finding with these proofs each."""
    results = (
        a_criterion_result(f"A-{number}", findings=(_found(*proofs),))
        for number, proofs in enumerate(criteria)
    )
    return an_assessment(a_stage_result(an_indicator_result(*results)), evidence=files)


def a_file(path: str, format_: str = "pdf", **given: object) -> EvidenceResult:
    return an_evidence_result(
        path, sha256=hashlib.sha256(path.encode()).hexdigest(), format=format_, **given
    )


def pages_of(*criteria: tuple[Proof, ...], files: tuple[EvidenceResult, ...]) -> list[object]:
    """Return path and page of what is wanted, in order."""
    paths = {file.sha256: file.path for file in files}
    wanted = wanted_of(an_assessment_of(*criteria, files=files))
    return [(paths[page.content[0]], page.page) for page in wanted.pages]


def test_every_criterion_gets_its_first_page_before_any_gets_its_second() -> None:
    files = (a_file("x"), a_file("y"))
    first = tuple(Proof("x", page) for page in (1, 2, 3))
    second = (Proof("y", 7), Proof("y", 8))
    assert pages_of(first, second, files=files) == [
        ("x", 1), ("y", 7), ("x", 2), ("y", 8), ("x", 3),
    ]  # fmt: skip


def test_a_page_is_wanted_once_however_often_it_proves_something() -> None:
    files = (a_file("x"),)
    wanted = wanted_of(
        an_assessment_of((TITLE, TITLE), (Proof(REPORT, 1, "lain"),), files=(a_file(REPORT),))
    )
    assert len(wanted.pages) == 1
    assert [p.snippet for p in wanted.proofs[wanted.pages[0]]] == ["TAHUN 2024", "lain"]
    assert pages_of((Proof("x"), Proof("x", 1)), files=files) == [("x", 1)]


def test_only_files_with_a_face_that_could_be_read_are_drawn() -> None:
    broken = Text("rusak", "damaged")
    files = (
        a_file("kata", "docx"), a_file("laman", "html"), a_file("foto", "jpeg"),
        a_file("rusak", "pdf", problem=broken), an_evidence_result("hilang", sha256=""),
    )  # fmt: skip
    proofs = (*(Proof(file.path) for file in files), Proof("tidak terdaftar"))
    assert pages_of(proofs, files=files) == [("foto", 1)]


def test_a_scan_or_photo_with_personal_data_is_not_shown() -> None:
    files = (
        a_file("kartu", "jpeg", text="ocr", note_codes=("personal-data",)),
        a_file("surat", "pdf", text="layer", note_codes=("personal-data",)),
        a_file("pindaian", "pdf", text="ocr", note_codes=("scan",)),
    )
    proofs = tuple(Proof(file.path) for file in files)
    assert pages_of(proofs, files=files) == [("surat", 1), ("pindaian", 1)]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "bukti" / "2024"
    folder.mkdir(parents=True)
    sheets = [Sheet(centred(600, 24, f"HALAMAN {number}")) for number in range(1, 6)]
    (folder / "a.pdf").write_bytes(a_report().bytes())
    (folder / "d.pdf").write_bytes(Pdf(sheets).bytes())
    return tmp_path


def taken(
    place: Path,
    assessment: Assessment,
    *,
    cached: bool = True,
    told: list[tuple[int, int]] | None = None,
) -> Pictures:
    inventory = Inventory(
        files=tuple(
            some_evidence(
                file.path,
                sha256=file.sha256,
                format=file.format,
                bytes=(place / file.path).stat().st_size,
            )
            for file in assessment.evidence
        )
    )
    with open_cache(place) as cache, Workers(Limits()) as workers:
        return take.take_pictures(
            place,
            assessment,
            inventory,
            cache=cache if cached else None,
            workers=workers,
            progress=None if told is None else lambda done, total: told.append((done, total)),
        )


def one_report() -> Assessment:
    return an_assessment_of((TITLE,), files=(a_file(REPORT),))


def five_pages() -> Assessment:
    proofs = tuple(Proof("bukti/2024/d.pdf", page) for page in range(1, 6))
    return an_assessment_of(proofs, files=(a_file("bukti/2024/d.pdf"),))


def test_a_page_is_drawn_with_the_place_of_its_quote(place: Path) -> None:
    pictures = taken(place, one_report())
    ((picture,),) = pictures.files.values()
    assert (picture.page, picture.width) == (1, WIDTH)
    assert picture.webp.startswith(b"RIFF")
    assert list(picture.quotes) == [key_of(TITLE)]
    assert pictures.left_out == 0


def test_what_was_drawn_once_needs_no_worker_again(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = taken(place, one_report())
    monkeypatch.setattr(containment, "Supervisor", None)
    assert taken(place, one_report()) == first


def test_another_quote_or_year_or_edition_is_drawn_anew(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken(place, one_report())
    other = an_assessment_of((Proof(REPORT, 1, "LAPORAN"),), files=(a_file(REPORT),))
    ((picture,),) = taken(place, other).files.values()
    assert len(picture.quotes) == 1
    monkeypatch.setattr(take, "_edition", lambda: b"lain")
    monkeypatch.setattr(containment, "Supervisor", None)
    with pytest.raises(TypeError):
        taken(place, other)


def test_how_many_files_are_drawn_is_told(place: Path) -> None:
    told: list[tuple[int, int]] = []
    files = (a_file(REPORT), a_file("bukti/2024/d.pdf"))
    assessment = an_assessment_of((TITLE,), (Proof("bukti/2024/d.pdf", 1),), files=files)
    for _ in range(2):
        taken(place, assessment, told=told)
    assert told == [(1, 2), (2, 2)]


def test_without_a_cache_the_same_is_drawn(place: Path) -> None:
    assert taken(place, one_report(), cached=False) == taken(place, one_report())
    assert taken(place, one_report(), cached=False).files


def test_more_pages_than_there_is_room_for_are_counted(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(take, "MOST_PICTURES", 3)
    pictures = taken(place, five_pages())
    assert [page.page for pages in pictures.files.values() for page in pages] == [1, 2, 3]
    assert pictures.left_out == 2


def test_more_bytes_than_there_is_room_for_are_left_out(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = [page for pages in taken(place, five_pages()).files.values() for page in pages]
    monkeypatch.setattr(take, "MOST_BYTES", sum(len(page.webp) for page in whole[:2]))
    pictures = taken(place, five_pages())
    assert [page.page for pages in pictures.files.values() for page in pages] == [1, 2]
    assert pictures.left_out == 3


def test_a_file_that_has_changed_or_gone_loses_its_picture_and_nothing_else(place: Path) -> None:
    assessment = an_assessment_of(
        (TITLE,),
        (Proof("bukti/2024/d.pdf", 1),),
        files=(a_file(REPORT), a_file("bukti/2024/d.pdf")),
    )
    before = taken(place, assessment, cached=False)
    inventory = Inventory(
        files=tuple(
            some_evidence(f.path, sha256=f.sha256, format="pdf", bytes=1)
            for f in assessment.evidence
        )
    )
    with Workers(Limits()) as workers:
        after = take.take_pictures(place, assessment, inventory, cache=None, workers=workers)
    assert len(before.files) == 2
    assert after == Pictures()


def test_a_file_that_kills_its_worker_loses_its_pictures_only(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = (a_file(REPORT), a_file("bukti/2024/d.pdf"))
    assessment = an_assessment_of((TITLE,), (Proof("bukti/2024/d.pdf", 1),), files=files)
    monkeypatch.setattr(take, "TASK", f"{__name__}:die_on_d")
    ((picture,),) = taken(place, assessment).files.values()
    assert picture.page == 1


def die_on_d(path: Path, format_: str, limits: Limits, request: bytes) -> object:
    """Serve as the task, and die of one file as pdfium does of some."""
    import os

    from emonev.evidence.pictures.draw import draw_pages

    if path.name == "d.pdf":
        os.abort()
    return draw_pages(path, format_, limits, request)


def _found(*proofs: Proof) -> Finding:
    return a_finding(Outcome.MET, proofs=proofs)
