"""Words that OCR read, put into a document: its text, titles, sizes, and what is said of them."""

from emonev.evidence.analysis import facts_of
from emonev.evidence.limits import Limits
from emonev.evidence.reading import Line, Reading
from emonev.evidence.recognised import RecognisedLine, RecognisedPage
from emonev.evidence.recognition.merge import merged
from emonev.model.facts import Facts, Note, Page
from emonev.model.text import Text

SCAN = Page(0, "none", has_picture=True, rotation=90)
TITLE = "KEPUTUSAN BUPATI CONTOH"


def a_line(text: str, size: float = 11.0, top: float = 0.1, width: float = 0.5) -> RecognisedLine:
    return RecognisedLine(text, 95, (1 - width) / 2, top, width, 0.02, size)


def a_page(
    text: str, *lines: RecognisedLine, confidence: int = 95, turned: int = 0
) -> RecognisedPage:
    return RecognisedPage(
        engine="tesseract 5 ind", text=text, lines=lines, confidence=confidence, turned=turned
    )


def a_reading(*pages: Page, texts: tuple[str, ...] = (), lines: tuple[Line, ...] = (),
              notes: tuple[Note, ...] = ()) -> Reading:  # fmt: skip
    return Reading(
        format="pdf",
        texts=texts or ("",) * len(pages),
        pages=pages,
        page_count=len(pages),
        lines=lines,
        notes=notes,
    )


def put(reading: Reading, read: dict[int, RecognisedPage]) -> Reading:
    return merged(reading, read, Limits())


def facts(reading: Reading) -> Facts:
    return facts_of(reading)[0]


def test_without_recognised_pages_nothing_changes() -> None:
    reading = a_reading(SCAN, SCAN)
    assert put(reading, {}) is reading
    assert put(reading, {7: a_page("di luar")}) is reading


def test_a_page_says_that_ocr_read_it_and_how_surely() -> None:
    (page,) = put(a_reading(SCAN), {0: a_page("dua kata\nlagi", confidence=71)}).pages
    assert page == Page(
        11, "ocr", rotation=90, has_picture=True, confidence=71, read_by="tesseract 5 ind"
    )


def test_a_page_without_words_was_read_all_the_same() -> None:
    reading = put(a_reading(SCAN), {0: a_page("", confidence=0)})
    (page,) = reading.pages
    assert (page.characters, page.source, page.confidence) == (0, "ocr", 0)
    assert facts(reading).text_source == "ocr"


def test_titles_dates_and_years_come_out_of_a_scan() -> None:
    lines = (
        a_line(TITLE, 14, 0.1),
        a_line("NOMOR 12 TAHUN 2024", 12, 0.14),
        a_line("TENTANG", 12, 0.18),
        a_line("PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI", 12, 0.22),
    )
    text = "\n".join(line.text for line in lines) + "\nDitetapkan di Contoh pada 3 Januari 2024"
    found = facts(put(a_reading(SCAN), {0: a_page(text, *lines)}))
    assert "PEJABAT PENGELOLA INFORMASI" in found.titles[0].text
    assert found.titles[0].page == 1
    assert found.years_about == (2024, 2024)
    assert ("2024-01-03", 1) in {(date.first, date.page) for date in found.dates}


def test_lines_stand_in_the_order_of_pages_and_of_three_pages_only() -> None:
    own = (Line(text="halaman 2 teks", page=2), Line(text="halaman 5 teks", page=5))
    reading = a_reading(*[SCAN, Page(9), SCAN, SCAN, Page(9)], lines=own)
    read = {n: a_page("kata", a_line(f"halaman {n + 1} ocr")) for n in (0, 2, 3)}
    assert [line.text for line in put(reading, read).lines] == [
        "halaman 1 ocr", "halaman 2 teks", "halaman 3 ocr",
    ]  # fmt: skip


def test_a_line_in_the_middle_is_centred_unless_it_fills_the_page() -> None:
    lines = (a_line("di tengah", width=0.4), a_line("penuh", width=0.9))
    read = put(a_reading(SCAN), {0: a_page("x", *lines)})
    assert [line.centred for line in read.lines] == [True, False]


def test_a_layer_that_is_rubbish_gives_way_and_that_is_said() -> None:
    garbled = Page(300, has_picture=True, rubbish=True)
    note = Note("no-unicode", Text("tidak bermakna", "means nothing"))
    reading = a_reading(garbled, texts=("3HPHULQWDK",), notes=(note,))
    after = put(reading, {0: a_page("Pemerintah")})
    assert after.texts == ("Pemerintah",)
    assert not after.pages[0].rubbish
    assert [note.code for note in after.notes] == ["ocr", "ocr-replaced"]


def test_what_still_means_nothing_is_still_said() -> None:
    garbled = Page(300, rubbish=True)
    note = Note("no-unicode", Text("tidak bermakna", "means nothing"))
    after = put(a_reading(garbled, garbled, notes=(note,)), {0: a_page("Pemerintah")})
    assert "no-unicode" in [note.code for note in after.notes]


def test_a_page_that_lay_upside_down_is_named() -> None:
    after = put(a_reading(SCAN, SCAN), {1: a_page("kata", turned=180), 0: a_page("kata")})
    told = {note.code: note.message.id for note in after.notes}
    assert told["turned-pages"].startswith("Halaman 2 dipindai dalam posisi miring atau terbalik")
    assert told["ocr"] == (
        "Dibaca dengan OCR (tesseract 5 ind): halaman 1–2; keyakinan rata-rata 95 %."
    )


def test_confidence_is_weighed_by_how_much_was_read() -> None:
    after = put(a_reading(SCAN, SCAN), {0: a_page("a" * 90), 1: a_page("b" * 10, confidence=45)})
    assert "keyakinan rata-rata 90 %" in after.notes[0].message.id
