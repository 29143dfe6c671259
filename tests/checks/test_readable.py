"""What can be read, by whom, and what only a person can tell."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from emonev.checks.examples import a_case, a_document, a_recognised_scan, a_scan
from emonev.checks.readable import Readable
from emonev.model.case import Exhibit
from emonev.model.facts import Note, Page, Picture
from emonev.model.finding import Finding, Outcome
from emonev.model.text import Text

TEXT = Page(900)
SCAN = Page(0, "none", has_picture=True)
BLANK = Page(0, "none", blank=True)


def asked_of(document: Exhibit, check: Readable | None = None) -> Finding:
    return (check or Readable()).look_at(document, a_case(document))


def with_pages(*pages: Page, size: int = 500_000) -> Exhibit:
    return a_document("a.pdf", "Isi", pages=pages, bytes=size)


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        ((TEXT, TEXT), Outcome.MET),
        ((TEXT, TEXT, TEXT, TEXT, BLANK), Outcome.MET),
        ((TEXT, BLANK), Outcome.NOT_MET),
        ((BLANK,), Outcome.NOT_MET),
        ((TEXT, SCAN), Outcome.MET),
        ((Page(3),), Outcome.NOT_MET),
        ((Page(0),), Outcome.NOT_MET),
    ],
)
def test_enough_of_the_pages_must_hold_something(pages: tuple[Page, ...], outcome: Outcome) -> None:
    assert asked_of(with_pages(*pages)).outcome is outcome


def test_blank_pages_are_named() -> None:
    assert asked_of(with_pages(TEXT, BLANK, BLANK)).message.id == (
        "Halaman 2–3 kosong; hanya 1 dari 3 halaman yang berisi. Serahkan dokumen yang lengkap."
    )


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        ((TEXT, TEXT, TEXT, TEXT, SCAN), Outcome.MET),
        ((TEXT, SCAN), Outcome.NOT_MET),
        ((SCAN,), Outcome.NOT_MET),
    ],
)
def test_a_machine_needs_text(pages: tuple[Page, ...], outcome: Outcome) -> None:
    assert asked_of(with_pages(*pages), Readable(by="machine")).outcome is outcome


def test_the_rubric_may_ask_for_every_page() -> None:
    document = with_pages(TEXT, TEXT, TEXT, TEXT, BLANK)
    assert asked_of(document, Readable(min_pages=Fraction(1))).outcome is Outcome.NOT_MET


def test_a_scan_in_too_few_bytes_cannot_be_read() -> None:
    assert asked_of(with_pages(SCAN, SCAN, size=20_000)).message.id == (
        "Pindaian 2 halaman hanya 19,5 KB, terlalu kecil untuk terbaca; pindai ulang paling "
        "sedikit 150 dpi."
    )


@pytest.mark.parametrize(
    ("width", "height", "size", "outcome"),
    [
        (1600, 1200, 400_000, Outcome.MET),
        (1600, 1200, 30_000, Outcome.NEEDS_REVIEW),
        (1035, 360, 106_000, Outcome.NEEDS_REVIEW),
        (500, 500, 90_000, Outcome.NOT_MET),
        (1600, 1200, 17_000, Outcome.NOT_MET),
    ],
)
def test_a_picture_must_be_large_in_pixels_and_bytes(
    width: int, height: int, size: int, outcome: Outcome
) -> None:
    picture = a_document("a.jpg", picture=Picture(width, height), pages=(), bytes=size)
    assert asked_of(picture).outcome is outcome


def test_a_picture_is_nothing_for_a_machine() -> None:
    picture = a_document("a.jpg", picture=Picture(1600, 1200), pages=(), bytes=400_000)
    assert asked_of(picture, Readable(by="machine")).outcome is Outcome.NOT_MET


def test_letters_without_meaning_need_a_person() -> None:
    document = with_pages(TEXT)
    odd = replace(document.facts, notes=(Note("no-unicode", Text("", "")),))
    assert asked_of(replace(document, facts=odd)).outcome is Outcome.NEEDS_REVIEW


def test_an_archive_is_no_document() -> None:
    assert asked_of(a_document("bukti.zip", pages=())).outcome is Outcome.NOT_MET


def test_formats_without_pages_are_read_by_their_text() -> None:
    assert asked_of(a_document("a.txt", "Isi dokumen", pages=())).outcome is Outcome.MET
    assert asked_of(a_document("a.bin", pages=())).outcome is Outcome.NEEDS_REVIEW


def test_a_scan_with_one_page_of_text_is_read_as_text() -> None:
    assert asked_of(with_pages(TEXT, SCAN)).message.id.startswith("Teks dapat dibaca: 900 huruf")


def test_a_scan_of_decent_size_is_readable_for_people() -> None:
    assert asked_of(a_scan()).outcome is Outcome.MET


# What OCR tells ----------------------------------------------------------------------------------


def test_what_ocr_read_well_is_sharp_whatever_its_size() -> None:
    finding = asked_of(a_recognised_scan("a.pdf", "x" * 400, "y" * 300, confidence=88, bytes=9_000))
    assert finding.outcome is Outcome.MET
    assert finding.message.id == (
        "Pindaian yang jelas: OCR membaca 700 huruf pada halaman 1–2 dengan keyakinan 88 %."
    )


def test_what_ocr_read_badly_is_left_to_a_person() -> None:
    finding = asked_of(a_recognised_scan("a.pdf", "x" * 400, confidence=31))
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert finding.message.id == (
        "OCR hanya membaca halaman 1 dengan keyakinan 31 %; periksa apakah halaman itu terbaca orang."
    )


def test_a_photograph_with_some_lettering_is_judged_by_its_size() -> None:
    photo = a_recognised_scan("a.jpg", "xx yy", confidence=24, picture=Picture(1600, 1200))
    assert asked_of(photo).outcome is Outcome.MET
    small = a_recognised_scan("a.jpg", "xx yy", confidence=24, picture=Picture(320, 240))
    assert asked_of(small).outcome is Outcome.NOT_MET


def test_one_badly_read_page_of_many_does_not_matter() -> None:
    texts = ["x" * 500] * 9
    good = a_recognised_scan("a.pdf", *texts)
    pages = (*good.facts.pages, Page(400, "ocr", has_picture=True, confidence=20))
    mixed = replace(good, facts=replace(good.facts, pages=pages))
    assert asked_of(mixed).outcome is Outcome.MET


def test_a_machine_reads_nothing_that_ocr_had_to_read() -> None:
    scan = a_recognised_scan("a.pdf", "x" * 400, confidence=95)
    finding = asked_of(scan, Readable(by="machine"))
    assert finding.outcome is Outcome.NOT_MET
    assert finding.message.id == (
        "Mesin tidak dapat membaca halaman 1 (pindaian); serahkan berkas yang teksnya dapat dicari."
    )
    picture = a_recognised_scan("a.jpg", "x" * 400, picture=Picture(1600, 1200))
    assert asked_of(picture, Readable(by="machine")).outcome is Outcome.NOT_MET


def test_scans_read_well_among_pages_with_text_are_not_too_coarse() -> None:
    pages = (TEXT, TEXT, Page(500, "ocr", has_picture=True, confidence=90))
    assert asked_of(with_pages(*pages, size=9_000)).outcome is Outcome.MET
