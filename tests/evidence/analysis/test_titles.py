"""Title candidates: what the document says it is, and what must not be taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.evidence.analysis.candidate import MOST
from emonev.evidence.analysis.titles import titles_of
from emonev.evidence.reading import Line, LineStyle, Reading
from emonev.model.facts import Page, Table, Title

BODY = [
    Line(text=f"Uraian ke-{n} tentang kegiatan dinas selama ini;", page=2, size=11, top=n / 40)
    for n in range(1, 30)
]


def cover(*texts: str, size: float = 18, start: float = 0.3, step: float = 0.04) -> list[Line]:
    return [
        Line(text=text, page=1, size=size, bold=True, centred=True, top=start + step * place)
        for place, text in enumerate(texts)
    ]


def best(lines: list[Line], **more: object) -> Title:
    return titles(lines, **more)[0]


def titles(lines: list[Line], **more: object) -> tuple[Title, ...]:
    return titles_of(Reading(format="pdf", lines=tuple(lines), **more))  # type: ignore[arg-type]


def texts(lines: list[Line], **more: object) -> list[str]:
    return [title.text for title in titles(lines, **more)]


def test_the_lines_of_a_cover_are_one_title() -> None:
    lines = cover("LAPORAN", "LAYANAN INFORMASI PUBLIK", "TAHUN 2023")
    title = best([*lines, *BODY])
    assert title == Title(
        text="LAPORAN LAYANAN INFORMASI PUBLIK TAHUN 2023",
        normal="laporan layanan informasi publik tahun 2023",
        basis="layout",
        strength=title.strength,
        page=1,
        size=18,
    )
    assert title.strength > 0.8


def test_a_word_broken_over_two_lines_of_a_title_is_one_word() -> None:
    title = best([*cover("DAFTAR PERATURAN PERUNDANG-", "UNDANGAN TAHUN 2024"), *BODY])
    assert title.text == "DAFTAR PERATURAN PERUNDANG-UNDANGAN TAHUN 2024"
    assert title.normal == "daftar peraturan perundangundangan tahun 2024"


def test_the_issuer_at_the_foot_of_a_cover_is_another_block() -> None:
    lines = cover("RENCANA STRATEGIS", "TAHUN 2021-2026")
    foot = cover("PEMERINTAH KABUPATEN CONTOH", "DINAS KOMUNIKASI", start=0.8)
    assert texts([*lines, *foot, *BODY])[0] == "RENCANA STRATEGIS TAHUN 2021-2026"


def test_a_title_below_its_issuer_is_also_told_without_it() -> None:
    lines = cover("DINAS KOMUNIKASI DAN INFORMATIKA", "RENCANA KERJA TAHUN 2024")
    assert "RENCANA KERJA TAHUN 2024" in texts([*lines, *BODY])


def test_a_letterhead_is_no_title() -> None:
    head = [
        Line(text="PEMERINTAH KABUPATEN CONTOH", page=1, size=16, top=0.05),
        Line(text="DINAS KOMUNIKASI DAN INFORMATIKA", page=1, size=18, bold=True, top=0.07),
        Line(text="Jl. Merdeka No. 1 Telp. (0000) 000000", page=1, size=10, top=0.09),
    ]
    lines = [*head, *cover("MAKLUMAT PELAYANAN", size=14), *BODY]
    assert texts(lines) == ["MAKLUMAT PELAYANAN"]


def test_an_address_at_the_foot_of_a_cover_does_not_hide_the_title() -> None:
    lines = cover("PEMERINTAH KABUPATEN CONTOH", "LAPORAN KINERJA 2024")
    foot = Line(text="Jl. Merdeka No. 1", page=1, size=11, top=0.9)
    assert "LAPORAN KINERJA 2024" in texts([*lines, foot, *BODY])


DECREE = ["KEPUTUSAN BUPATI CONTOH", "NOMOR 12 TAHUN 2024", "TENTANG", "PENETAPAN DAFTAR", "INFORMASI PUBLIK", "BUPATI CONTOH,", "Menimbang : a. bahwa informasi"]  # fmt: skip


@pytest.mark.parametrize("about", ["TENTANG", "Tentang", "T E N T A N G"])
def test_what_a_decree_is_about_is_a_title_of_its_own(about: str) -> None:
    lines = cover(*(about if line == "TENTANG" else line for line in DECREE), size=12)
    heart, whole = titles([*lines, *BODY])[:2]
    assert heart.text == "PENETAPAN DAFTAR INFORMASI PUBLIK"
    assert whole.text == (
        "KEPUTUSAN BUPATI CONTOH NOMOR 12 TAHUN 2024 TENTANG PENETAPAN DAFTAR INFORMASI PUBLIK"
    )
    assert heart.strength >= 0.9


def test_the_formula_above_the_recitals_is_not_what_a_decree_is_about() -> None:
    formula = [
        "DENGAN RAHMAT TUHAN YANG MAHA ESA" if "BUPATI CONTOH," in line else line for line in DECREE
    ]
    assert texts([*cover(*formula, size=12), *BODY])[0] == "PENETAPAN DAFTAR INFORMASI PUBLIK"


def test_a_decree_cited_in_a_sentence_is_no_title() -> None:
    prose = [
        Line(text="Keputusan Bupati Contoh Nomor 5 Tahun 2020", page=2, size=11, top=0.5),
        Line(text="tentang Penetapan Hari Libur telah dicabut.", page=2, size=11, top=0.52),
    ]
    found = texts([*cover("PROFIL PPID"), *BODY, *prose])
    assert found == ["PROFIL PPID"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Tentang : Daftar Informasi yang Dikecualikan", "Daftar Informasi yang Dikecualikan"),
        ("Perihal: Undangan Rapat", "Undangan Rapat"),
        ("Hal : Permohonan Data", "Permohonan Data"),
        ("DINAS CONTOH Nama SOP : Uji Konsekuensi", "Uji Konsekuensi"),
        ("Nama SOP : Pelayanan Permohonan Informasi", "Pelayanan Permohonan Informasi"),
    ],
)
def test_a_labelled_subject_is_a_title(line: str, title: str) -> None:
    assert best([Line(text=line, page=1, size=11, top=0.2), *BODY]).text == title


@pytest.mark.parametrize(
    "line",
    [
        "KATA PENGANTAR", "DAFTAR ISI", "BAB I", "BAB II. GAMBARAN", "PENDAHULUAN", "A. LATAR BELAKANG",
        "LAPORAN KEGIATAN ........................ 5", "iv", "- 12 -", "www.contoh.go.id",
        "Drs. Nama Pejabat, M.Si", "NIP 19700101 199001 1 001", "DAFTAR TABEL",
    ],
)  # fmt: skip
def test_what_stands_in_every_document_is_no_title(line: str) -> None:
    assert texts([*cover(line), *BODY]) == []


def test_a_style_says_what_a_title_is() -> None:
    styled: list[tuple[str, LineStyle]] = [
        ("Laporan Tahunan", "title"), ("Pendahuluan", "heading1"), ("Capaian Layanan", "heading1"),
        ("Jumlah Permohonan", "heading2"),
    ]  # fmt: skip
    found = titles([Line(text=text, style=style) for text, style in styled])
    assert [title.text for title in found] == [
        "Laporan Tahunan", "Capaian Layanan", "Jumlah Permohonan", "Pendahuluan",
    ]  # fmt: skip
    assert {title.basis for title in found} == {"style"}


def test_a_picture_for_a_cover_leaves_the_preface_to_speak() -> None:
    preface = (
        "KATA PENGANTAR\nPuji syukur atas selesainya penyusunan Laporan Kinerja Instansi\n"
        "Pemerintah (LKjIP) Dinas Contoh Tahun 2023 yang telah disusun bersama."
    )
    title = best([], texts=("", preface), pages=(Page(0, "none"), Page(150)))
    assert title.text == "Laporan Kinerja Instansi Pemerintah (LKjIP) Dinas Contoh Tahun 2023"
    assert title.page == 2
    assert title.strength > 0.5


def test_the_purpose_of_this_report_names_it() -> None:
    said = "Maksud pembuatan laporan layanan informasi publik ini adalah sebagai bahan evaluasi."
    assert best([], texts=("", said)).text == "laporan layanan informasi publik"


def test_a_running_head_that_names_a_kind_is_a_title_and_others_are_not() -> None:
    pages = tuple(
        f"Isi ke-{n}\n" * 20 + f"PPID Contoh\nRENSTRA DINAS 2021-2026 {n}" for n in range(1, 9)
    )
    found = titles([], texts=pages)
    assert [title.text for title in found] == ["RENSTRA DINAS 2021-2026"]


@pytest.mark.parametrize("said", ["Microsoft Word - a.doc", "lap.docx", "untitled", "Slide 1", " "])
def test_a_property_that_a_program_filled_in_says_nothing(said: str) -> None:
    assert titles([], properties={"title": said}) == ()


def test_a_property_is_a_weak_title() -> None:
    title = best([], properties={"title": "Rencana Kerja 2024"})
    assert title.basis == "property"
    assert title.strength < 0.5


def test_a_format_without_layout_is_judged_by_its_first_lines() -> None:
    text = "LAPORAN LAYANAN INFORMASI\nTAHUN 2024\n\nIsi laporan ini adalah uraian kegiatan."
    assert best([], texts=(text,)).text == "LAPORAN LAYANAN INFORMASI TAHUN 2024"


LINES = st.lists(
    st.builds(
        Line,
        text=st.one_of(
            st.text(max_size=40), st.sampled_from([*DECREE, "TENTANG", "DAFTAR", "Hal : x"])
        ),
        page=st.one_of(st.none(), st.integers(1, 3)),
        size=st.one_of(st.none(), st.floats(0, 90)),
        bold=st.booleans(),
        centred=st.booleans(),
        top=st.one_of(st.none(), st.floats(0, 1)),
        style=st.sampled_from(["", "", "title", "heading1", "html-title", "property"]),
    ),
    max_size=40,
)


@given(LINES)
def test_any_lines_give_few_titles_the_strongest_first_and_each_once(lines: list[Line]) -> None:
    found = titles(lines)
    assert len(found) <= MOST
    assert [title.strength for title in found] == sorted((t.strength for t in found), reverse=True)
    assert len({title.normal for title in found}) == len(found)
    assert all(0 <= title.strength <= 1 and title.text for title in found)


def sheet(*above: str, page: int = 1, hidden: bool = False) -> Reading:
    return Reading(
        format="xlsx",
        lines=tuple(Line(text=text, page=page) for text in above),
        tables=(
            Table(name="1", header=("No", "Isi"), rows=3, columns=2, page=page, hidden=hidden),
        ),
    )


def test_the_first_line_above_a_table_names_the_sheet() -> None:
    reading = sheet("PEMERINTAH KABUPATEN CONTOH", "Register Permohonan Tahun 2023", "per Desember")
    (title, *_) = titles_of(reading)
    assert (title.text, title.basis, title.page) == ("Register Permohonan Tahun 2023", "layout", 1)
    assert title.strength >= 0.5


def test_a_hidden_sheet_does_not_name_the_workbook() -> None:
    assert all(title.strength < 0.5 for title in titles_of(sheet("Konsep register", hidden=True)))


def test_a_long_row_above_a_table_is_no_title() -> None:
    assert titles_of(sheet("Pembinaan statistik sektoral " * 6)) == ()
