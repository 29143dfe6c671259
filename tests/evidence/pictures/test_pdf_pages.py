"""Pages of PDFs as small pictures, and the places of quoted words on them."""

from pathlib import Path

import pytest

from emonev.evidence.pictures import pdf_pages
from emonev.evidence.pictures.frame import HEIGHT, WIDTH
from emonev.evidence.pictures.messages import Asked, Drawn, Quote
from emonev.model.pictures import Box
from tests.evidence.pictures.drawing import asking, darkness, drawn_pdf, shown
from tests.samples.pdf import Pdf, Sheet, a_report, encrypted, stream, text

LOOP = stream(
    b"/Fm Do /Fm Do",
    "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Fm 900 0 R>>>>",
)


def test_a_page_is_drawn_on_white_as_wide_as_all_others(tmp_path: Path) -> None:
    (page,) = drawn_pdf(tmp_path, a_report().bytes())
    assert (page.page, page.width, page.height) == (1, WIDTH, round(WIDTH * 842 / 595))
    assert len(page.webp) < 8_000
    image = shown(page)
    assert darkness(image, 0, 0, 1000, 130) < 2
    assert darkness(image, 190, 240, 810, 310) > 10  # the title


def test_only_the_pages_asked_for_are_drawn(tmp_path: Path) -> None:
    pages = drawn_pdf(tmp_path, a_report().bytes(), Asked(2), Asked(7))
    assert [page.page for page in pages] == [2]


def test_the_same_page_gives_the_same_bytes(tmp_path: Path) -> None:
    content = a_report().bytes()
    assert drawn_pdf(tmp_path, content) == drawn_pdf(tmp_path, content)


def test_quoted_words_are_found_where_they_stand(tmp_path: Path) -> None:
    (page,) = drawn_pdf(tmp_path, a_report().bytes(), asking(1, "TAHUN 2024"))
    ((box,),) = page.places
    assert (box.left, box.width) == pytest.approx((380, 270), abs=30)
    assert box.top + box.height == pytest.approx(1000 * (842 - 560) / 842, abs=4)
    assert _dark_within(page, box) > 3 * darkness(shown(page), 0, 0, 1000, 900)


def test_only_the_marked_part_of_a_quote_is_marked(tmp_path: Path) -> None:
    words = "… Baris 3 dari uraian layanan. …"
    quotes = (Quote(words, ((2, 9),)), Quote(words, ((2, 9), (15, 21))), Quote(words))
    (page,) = drawn_pdf(tmp_path, a_report().bytes(), Asked(2, quotes))
    one, two, whole = page.places
    assert len(one) == 1
    assert two[0] == one[0]
    assert two[1].left > one[0].left + one[0].width
    assert whole[0].width > two[1].left + two[1].width - one[0].left


def test_a_quote_that_hides_personal_data_is_found_all_the_same(tmp_path: Path) -> None:
    pdf = Pdf([Sheet(text((72, 700, 12, "Pemohon NIK 3201124505910002 di Ranai")))])
    words = "Pemohon NIK 3201••••••••0002 di Ranai"
    (page,) = drawn_pdf(tmp_path, pdf.bytes(), Asked(1, (Quote(words, ((0, 7),)),)))
    assert [len(place) for place in page.places] == [1]


def test_words_that_are_broken_into_lines_are_found_in_each(tmp_path: Path) -> None:
    lines = text((72, 700, 12, "Daftar Informasi Pub-"), (72, 680, 12, "lik Tahun 2024"))
    quote = asking(1, "daftar  informasi publik\ntahun 2024")
    (page,) = drawn_pdf(tmp_path, Pdf([Sheet(lines)]).bytes(), quote)
    (boxes,) = page.places
    assert len(boxes) >= 2
    assert len({box.top for box in boxes}) == 2


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_places_turn_with_their_page(tmp_path: Path, turn: int) -> None:
    sheet = Sheet(text((72, 760, 30, "MAKLUMAT PELAYANAN")), more=f"/Rotate {turn}")
    (page,) = drawn_pdf(tmp_path, Pdf([sheet]).bytes(), asking(1, "MAKLUMAT PELAYANAN"))
    ((box,),) = page.places
    assert (box.width < box.height) == (turn in {90, 270})
    assert _dark_within(page, box) > 20


def test_words_that_are_not_on_the_page_have_no_place(tmp_path: Path) -> None:
    quotes = asking(1, "RENCANA STRATEGIS", "", "…")
    (page,) = drawn_pdf(tmp_path, a_report().bytes(), quotes)
    assert page.places == ((), (), ())


def test_a_visible_signature_is_drawn(tmp_path: Path) -> None:
    look = stream(b"0 0 0 rg 0 0 100 100 re f", "/Type/XObject/Subtype/Form/BBox[0 0 100 100]")
    stamp = b"<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/F 4/Rect[100 100 300 300]/AP<</N 901 0 R>>>>"
    sheet = Sheet(more="/Annots[902 0 R]")
    (page,) = drawn_pdf(tmp_path, Pdf([sheet], {901: look, 902: stamp}).bytes())
    assert darkness(shown(page), 190, 670, 480, 860) > 200


def test_of_a_page_without_end_the_beginning_is_shown(tmp_path: Path) -> None:
    lines = text((72, 14_300, 24, "KEPALA"), (72, 100, 24, "KAKI"))
    sheet = Sheet(lines, box="[0 0 595 14400]")
    (page,) = drawn_pdf(tmp_path, Pdf([sheet]).bytes(), asking(1, "KEPALA", "KAKI"))
    assert (page.width, page.height) == (HEIGHT // 3, HEIGHT)
    head, foot = page.places
    assert len(head) == 1
    assert foot == ()
    assert _dark_within(page, head[0]) > 10


def test_a_very_wide_page_is_cut_at_its_right(tmp_path: Path) -> None:
    (page,) = drawn_pdf(tmp_path, Pdf([Sheet(box="[0 0 14400 300]")]).bytes())
    assert (page.width, page.height) == (WIDTH, round(WIDTH / 3))


@pytest.mark.parametrize(
    "box", ["[0 0 0 0]", "[0 0 595 0]", "[5 5 5 5]", "[1e38 1e38 -1e38 -1e38]", "[0 0 1e30 1e-30]"]
)
def test_a_page_of_no_size_harms_nobody(tmp_path: Path, box: str) -> None:
    for page in drawn_pdf(tmp_path, Pdf([Sheet(box=box)]).bytes()):
        assert 0 < page.width <= WIDTH
        assert 0 < page.height <= HEIGHT


def test_a_tiny_page_is_drawn_as_large_as_any(tmp_path: Path) -> None:
    (page,) = drawn_pdf(tmp_path, Pdf([Sheet(box="[0 0 20 30]")]).bytes())
    assert (page.width, page.height) == (WIDTH, WIDTH * 3 // 2)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"<html>", a_report().bytes()[:700]])
def test_what_is_no_pdf_has_no_picture(tmp_path: Path, content: bytes) -> None:
    assert drawn_pdf(tmp_path, content) == ()


def test_a_locked_file_has_no_picture_and_an_open_one_has(tmp_path: Path) -> None:
    assert drawn_pdf(tmp_path, encrypted(a_report(), user=b"rahasia")) == ()
    assert len(drawn_pdf(tmp_path, encrypted(a_report(), user=b""))) == 1


def test_a_missing_file_has_no_picture(tmp_path: Path) -> None:
    from tests.evidence.pictures.drawing import drawn

    assert drawn(tmp_path / "tidak ada.pdf", "pdf") == ()


def test_a_page_that_takes_too_long_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_pages, "_SECONDS", -1.0)
    many = text(*((72, 700, 9, "baris") for _ in range(2_000)))
    assert drawn_pdf(tmp_path, Pdf([Sheet(many)]).bytes()) == ()


def _dark_within(page: Drawn, box: Box) -> float:
    return darkness(shown(page), box.left, box.top, box.left + box.width, box.top + box.height)
