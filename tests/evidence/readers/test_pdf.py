"""PDF: what is read of good, odd, broken and hostile files."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from emonev.evidence.limits import Limits
from emonev.evidence.readers import read_file
from emonev.evidence.readers.pdf_page import as_printed
from emonev.evidence.reading import Reading
from emonev.model.facts import LinkSeen, Page
from tests.samples.pdf import (
    FULL_PICTURE,
    Pdf,
    Sheet,
    a_report,
    assembled,
    centred,
    encrypted,
    picture,
    stream,
    text,
)

Read = Callable[..., Reading]
PROSE = text(*((72, 760 - 16 * n, 11, f"Baris {n} dari uraian layanan.") for n in range(20)))


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(content: Pdf | bytes, limits: Limits | None = None) -> Reading:
        path = tmp_path / "bukti.pdf"
        path.write_bytes(content if isinstance(content, bytes) else content.bytes())
        return read_file(path, "pdf", limits or Limits())

    return read


def codes(reading: Reading) -> list[str]:
    return [note.code for note in reading.notes]


def test_a_plain_file_gives_its_text_page_by_page(read: Read) -> None:
    reading = read(a_report())
    assert reading.problem is None
    assert reading.page_count == 2
    assert reading.texts[0] == "LAPORAN LAYANAN INFORMASI PUBLIK\nTAHUN 2024"
    assert reading.texts[1].split("\n")[:2] == [
        "Baris 0 dari uraian layanan.",
        "Baris 1 dari uraian layanan.",
    ]
    assert [page.source for page in reading.pages] == ["layer", "layer"]
    assert codes(reading) == []


def test_title_lines_know_their_size_weight_and_place(read: Read) -> None:
    first, second, *prose = read(a_report()).lines
    assert (first.text, first.page, first.size, first.bold) == (
        "LAPORAN LAYANAN INFORMASI PUBLIK",
        1,
        24.0,
        True,
    )
    assert second.centred
    assert first.top is not None
    assert second.top is not None
    assert 0.2 < first.top < second.top < 0.4
    assert {(line.size, line.bold, line.centred) for line in prose} == {(11.0, False, False)}


def test_the_size_of_type_counts_what_the_matrix_does(read: Read) -> None:
    scaled = b"BT /F 1 Tf 24 0 0 24 72 700 Tm (JUDUL BESAR) Tj ET\n"
    (line,) = read(Pdf([Sheet(scaled)])).lines
    assert line.size == 24.0


def test_pieces_of_one_line_are_joined_however_they_were_drawn(read: Read) -> None:
    pieces = text((72, 700, 12, "NOMOR"), (72, 660, 12, "TENTANG"), (125, 700, 12, ": 12"))
    assert [line.text for line in read(Pdf([Sheet(pieces)])).lines] == ["NOMOR : 12", "TENTANG"]


def test_title_lines_come_from_behind_covers_that_are_pictures(read: Read) -> None:
    covers = [Sheet(FULL_PICTURE)] * 3
    titled = [Sheet(centred(700, 20, f"JUDUL {n}")) for n in "ABCD"]
    reading = read(Pdf([*covers, *titled]), Limits(title_pages=2))
    assert [(line.page, line.text) for line in reading.lines] == [(4, "JUDUL A"), (5, "JUDUL B")]


def test_a_scan_has_no_text_and_says_so(read: Read) -> None:
    reading = read(Pdf([Sheet(FULL_PICTURE)] * 3))
    assert set(reading.pages) == {Page(0, "none", has_picture=True)}
    (note,) = reading.notes
    assert note.code == "scan"
    assert note.message.id == (
        "Seluruh 3 halaman berupa gambar pindaian tanpa teks; isinya tidak dapat dicari."
    )


def test_a_page_number_on_a_scan_is_no_text(read: Read) -> None:
    reading = read(Pdf([Sheet(PROSE), Sheet(FULL_PICTURE + text((290, 30, 10, "- 2 -")))]))
    assert [page.source for page in reading.pages] == ["layer", "none"]
    (note,) = reading.notes
    assert note.message.id == "Halaman tanpa teks yang terbaca: 2 (dari 2 halaman)."


def test_a_small_picture_beside_text_is_no_scan(read: Read) -> None:
    reading = read(Pdf([Sheet(PROSE + picture(10, 780, 50, 50))]))
    assert reading.pages[0].has_picture is False
    assert codes(reading) == []


def test_a_picture_inside_a_form_is_seen(read: Read) -> None:
    form = stream(
        b"/Im Do",
        "/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Matrix[595 0 0 842 0 0]"
        "/Resources<</XObject<</Im 5 0 R>>>>",
    )
    reading = read(Pdf([Sheet(b"/Fm Do")], objects={900: form}))
    assert reading.pages[0].has_picture
    assert codes(reading) == ["scan"]


@pytest.mark.parametrize(
    "content",
    [FULL_PICTURE + text((72, 700, 12, "Teks " * 20), mode=3), PROSE + FULL_PICTURE],
    ids=["unseen type", "picture on top"],
)
def test_text_behind_a_picture_is_noted(read: Read, content: bytes) -> None:
    reading = read(Pdf([Sheet(content)]))
    assert reading.pages[0].source == "layer"
    assert codes(reading) == ["ocr-layer"]


_MISREAD = "Dftr lnfrmsx Pblqk wxyz qrtp mnbv zxkq vwtr hjkl tgbn " * 3


def test_a_layer_behind_a_picture_that_means_nothing_is_rubbish(read: Read) -> None:
    layers = (_MISREAD, "Daftar Informasi Publik yang wajib diumumkan secara berkala. " * 3)
    sheets = [Sheet(FULL_PICTURE + text((72, 700, 12, layer), mode=3)) for layer in layers]
    assert [page.rubbish for page in read(Pdf(sheets)).pages] == [True, False]


def test_odd_words_without_a_picture_are_the_writers_own(read: Read) -> None:
    assert [page.rubbish for page in read(Pdf([Sheet(text((72, 700, 12, _MISREAD)))])).pages] == [
        False
    ]


def test_text_on_a_background_picture_is_ordinary_text(read: Read) -> None:
    assert codes(read(Pdf([Sheet(FULL_PICTURE + PROSE)]))) == []


def test_blank_pages_are_named_and_drawings_are_not_blank(read: Read) -> None:
    drawing = b"10 10 100 100 re f\n"
    blanks = [Sheet(), Sheet(text((72, 700, 12, "   ")))]
    reading = read(Pdf([Sheet(PROSE), *blanks, Sheet(drawing)]))
    assert [page.blank for page in reading.pages] == [False, True, True, False]
    assert [note.message.id for note in reading.notes] == [
        "Halaman tanpa teks yang terbaca: 4 (dari 4 halaman).",
        "Halaman kosong: 2–3.",
    ]


def test_turned_pages_are_named(read: Read) -> None:
    turned = [Sheet(FULL_PICTURE, more="/Rotate 270"), Sheet(FULL_PICTURE, more="/Rotate 90")]
    reading = read(Pdf([Sheet(PROSE), *turned]))
    assert [page.rotation for page in reading.pages] == [0, 270, 90]
    assert "turned-pages" in codes(reading)


def test_text_that_lies_on_its_side_is_named(read: Read) -> None:
    lying = b"BT /F 12 Tf 0 1 -1 0 300 200 Tm (Daftar Informasi Publik) Tj ET\n"
    note = read(Pdf([Sheet(lying)])).notes[0]
    assert note.code == "turned-pages"
    assert note.message.id.startswith("Teks tidak tegak pada halaman 1;")


def test_lying_text_on_a_turned_page_stands_upright(read: Read) -> None:
    lying = b"BT /F 24 Tf 0 1 -1 0 100 250 Tm (DAFTAR INFORMASI PUBLIK) Tj ET\n"
    reading = read(Pdf([Sheet(lying, more="/Rotate 90")]))
    (line,) = reading.lines
    assert line.top is not None
    assert line.top < 0.2
    assert line.centred is False
    assert not any(note.message.id.startswith("Teks tidak tegak") for note in reading.notes)


def test_properties_are_told_with_dates_in_iso_form(read: Read) -> None:
    info = {
        "Title": "Renstra",
        "Author": "Bagian Umum",
        "Producer": "pabrik",
        "CreationDate": "D:20240801144507+07'00'",
        "ModDate": "D:20241301",
    }
    sheet = Pdf([Sheet(PROSE)], info=info)
    assert read(sheet).properties == {
        "title": "Renstra",
        "author": "Bagian Umum",
        "producer": "pabrik",
        "created": "2024-08-01T14:45:07+07:00",
    }


def test_links_are_told_once_per_page(read: Read) -> None:
    links = (
        "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://ppid.example.id)>>>>"
        "<</Type/Annot/Subtype/Link/Rect[9 0 19 9]/A<</S/URI/URI(https://ppid.example.id)>>>>]"
    )
    assert read(Pdf([Sheet(PROSE), Sheet(PROSE, more=links)])).links == (
        LinkSeen(url="https://ppid.example.id", page=2),
    )


def test_words_broken_at_a_lines_end_keep_their_hyphen(read: Read) -> None:
    broken = text((72, 700, 12, "keter-"), (72, 680, 12, "bukaan informasi"))
    reading = read(Pdf([Sheet(broken)]))
    assert reading.texts == ("keter-\nbukaan informasi",)
    assert reading.lines[0].text.startswith("keter-bukaan")


def test_ligatures_and_spaced_letters_are_given_as_printed(read: Read) -> None:
    spaced = b"BT /F 14 Tf 10 Tc 72 700 Td (KEPUTUSAN) Tj ET\n"
    (printed,) = read(Pdf([Sheet(spaced)])).texts
    assert printed.replace(" ", "") == "KEPUTUSAN"


def test_fonts_that_tell_no_letters_are_noted(read: Read) -> None:
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/Rahasia/Encoding/Identity-H/DescendantFonts[<<"
        b"/Type/Font/Subtype/CIDFontType2/BaseFont/Rahasia/CIDSystemInfo<</Registry(Adobe)"
        b"/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/Rahasia"
        b"/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/StemV 80>>>>]>>"
    )
    glyphs = "".join(f"{number:04x}" for number in range(40, 110))
    content = f"BT /X 12 Tf 20 700 Td <{glyphs}> Tj ET".encode()
    reading = read(Pdf([Sheet(content, resources="/X 910 0 R")], objects={910: font}))
    assert "no-unicode" in codes(reading)


def test_fonts_that_give_other_letters_than_they_show_are_noted(read: Read) -> None:
    words = "Pemerintah kabupaten menetapkan daftar informasi publik yang dikecualikan"
    wrong = "".join(chr(ord(c) - 29) if c.isalpha() else c for c in words).replace("(", "x")
    lines = text(*((40, 760 - 16 * n, 11, wrong.replace("\\", "x")) for n in range(9)))
    assert codes(read(Pdf([Sheet(lines)]))) == ["no-unicode"]


def test_pages_of_abbreviations_and_figures_are_not_taken_for_garbled(read: Read) -> None:
    lines = text(
        *((40, 760 - 16 * n, 11, "DPRD RKPD Dinas Sosial 12.345,67 UPTD Kantor") for n in range(20))
    )
    assert codes(read(Pdf([Sheet(lines)]))) == []


def test_scripts_and_attachments_are_noted_and_not_run(read: Read) -> None:
    script = "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"
    files = "/Names<</EmbeddedFiles<</Names[(a.txt)<</F(a.txt)/EF<</F 910 0 R>>>>]>>>>"
    attached = stream(b"isi", "/Type/EmbeddedFile")
    reading = read(Pdf([Sheet(PROSE)], objects={910: attached}, catalog=script + files))
    assert codes(reading) == ["javascript", "attachments"]


def test_a_file_locked_with_a_password_is_a_problem(read: Read) -> None:
    reading = read(encrypted(a_report(), user=b"rahasia"))
    assert reading.problem is not None
    assert reading.problem.code == "encrypted"
    assert reading.texts == ()


def test_a_file_locked_for_changes_only_is_read_and_noted(read: Read) -> None:
    reading = read(encrypted(a_report(), user=b""))
    assert reading.problem is None
    assert reading.texts[0].startswith("LAPORAN LAYANAN")
    assert codes(reading) == ["encrypted-open"]


def test_a_wrong_startxref_is_rebuilt_and_noted(read: Read) -> None:
    reading = read(assembled(a_report().body(), start=7))
    assert reading.texts[0].startswith("LAPORAN LAYANAN")
    assert codes(reading) == ["rebuilt"]


@pytest.mark.parametrize(
    ("content", "code", "says"),
    [
        (b"", "empty", "tidak berisi apa pun"),
        (b"<html>Not found</html>", "damaged", "bukan PDF"),
        (b"%PDF-1.7\n1 0 obj\n<</Type/Cat", "damaged", "terpotong"),
        (b"%PDF-1.7\nsampah\n%%EOF\n", "damaged", "rusak"),
        (Pdf([]).bytes(), "damaged", "tidak memiliki halaman"),
    ],
    ids=["no bytes", "a web page", "cut short", "nothing in it", "no pages"],
)
def test_what_cannot_be_opened_is_a_problem_with_a_mend(
    read: Read, content: bytes, code: str, says: str
) -> None:
    problem = read(content).problem
    assert problem is not None
    assert problem.code == code
    assert says in problem.message.id


def test_every_truncation_gives_a_reading_or_a_problem(read: Read) -> None:
    whole = a_report().bytes()
    for end in range(0, len(whole), 97):
        reading = read(whole[:end])
        assert reading.problem is not None or reading.page_count


def test_a_page_tree_that_loops_ends(read: Read) -> None:
    body = a_report().body()
    body[2] = b"<</Type/Pages/Count 3/Kids[2 0 R 2 0 R 2 0 R]>>"
    reading = read(assembled(body))
    assert reading.problem is not None
    assert reading.problem.code == "damaged"


def test_a_page_count_that_lies_costs_nothing(read: Read) -> None:
    body = a_report().body()
    body[2] = body[2].replace(b"/Count 2", b"/Count 900000")
    reading = read(assembled(body))
    assert len(reading.pages) < 100
    assert {"truncated", "damaged-pages"} <= set(codes(reading))


def test_one_broken_page_does_not_cost_the_others(read: Read) -> None:
    body = a_report().body()
    body[6] = b"42"
    reading = read(assembled(body))
    assert reading.problem is None
    assert "Baris 3" in reading.texts[-1]


def test_more_pages_than_the_limit_are_left_out_and_noted(read: Read) -> None:
    reading = read(Pdf([Sheet(PROSE)] * 4), Limits(pages=3))
    assert (reading.page_count, len(reading.pages)) == (4, 3)
    (note,) = reading.notes
    assert (note.code, note.message.id) == (
        "truncated",
        "Hanya 3 dari 4 halaman yang dibaca, sesuai batas.",
    )


def test_more_characters_than_the_limit_end_the_reading(read: Read) -> None:
    reading = read(Pdf([Sheet(PROSE)] * 9), Limits(characters=1_000))
    assert len(reading.pages) == 2
    assert codes(reading) == ["truncated"]


def test_a_file_over_the_limit_of_bytes_is_not_opened(read: Read) -> None:
    problem = read(a_report(), Limits(bytes=100)).problem
    assert problem is not None
    assert problem.code == "too-large"


def test_control_characters_do_not_pass(read: Read) -> None:
    content = b"BT /F 12 Tf 72 700 Td (aman\\033[31m\\000\\007 saja) Tj ET\n"
    (printed,) = read(Pdf([Sheet(content)])).texts
    assert all(c.isprintable() or c == "\n" for c in printed)


def test_signs_that_turn_text_around_are_dropped_and_symbols_shown() -> None:
    raw = "lampiran\u202efdp.exe\r\n\uf0b7 satu\uf0fc\ufffetiga\tempat"
    assert as_printed(raw) == "lampiranfdp.exe\n• satu✓-\ntiga empat"


@pytest.mark.skipif(os.name != "posix", reason="limits of memory are kept by POSIX systems")
def test_a_form_that_draws_itself_costs_the_process_and_no_more(tmp_path: Path) -> None:
    # pdfium follows it until memory ends and then aborts, which is why readers run contained.
    resources = "/Resources<</XObject<</Fm 900 0 R>>>>"
    form = stream(b"/Fm Do /Fm Do", f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]{resources}")
    path = tmp_path / "diri.pdf"
    path.write_bytes(Pdf([Sheet(b"/Fm Do")], objects={900: form}).bytes())
    program = (
        "import resource, sys; from pathlib import Path;"
        "resource.setrlimit(resource.RLIMIT_AS, (400 * 2**20,) * 2);"
        "resource.setrlimit(resource.RLIMIT_CORE, (0, 0));"
        "from emonev.evidence.readers import read_file; from emonev.evidence.limits import Limits;"
        "read_file(Path(sys.argv[1]), 'pdf', Limits())"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, timeout=60, check=False
    )
    assert ended.returncode in {0, 1, -signal.SIGABRT, -signal.SIGSEGV}
