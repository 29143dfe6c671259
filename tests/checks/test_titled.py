"""What a document is: which titles are believed, and which are left to a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.checks.confidence import as_sure_as_read
from emonev.checks.examples import Basis, a_case, a_document, a_recognised_scan, a_title
from emonev.checks.titled import Titled
from emonev.model.facts import Picture, Title
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.text import Text

RENJA = Titled(any_of=("rencana kerja", "renja"), not_any_of=("rencana strategis", "renstra"))


def asked_of(check: Titled, *titles: Title, pages: tuple[str, ...] = ("Isi dokumen",)) -> Finding:
    document = a_document("dokumen.pdf", *pages, titles=titles)
    return check.look_at(document, a_case(document))


@pytest.mark.parametrize(
    "title",
    [
        "RENCANA KERJA",
        "Rencana  kerja\n(RENJA) 2024",
        "PEMERINTAH KABUPATEN CONTOH DINAS PENDIDIKAN RENCANA KERJA TAHUN 2024",
        "PERUBAHAN RENCANA KERJA 2024",
        "DOKUMEN R E N J A 2024",
        "KEPUTUSAN KEPALA DINAS NOMOR 5 TAHUN 2024 TENTANG RENCANA KERJA DINAS",
        "PERATURAN BUPATI NOMOR 5 TENTANG PERUBAHAN ATAS PERATURAN BUPATI TENTANG RENCANA KERJA",
    ],
)
def test_a_title_that_names_the_document_is_believed(title: str) -> None:
    assert asked_of(RENJA, a_title(title)).outcome is Outcome.MET


@pytest.mark.parametrize(
    "title",
    [
        "LAPORAN PELAKSANAAN RENCANA KERJA",
        "Pedoman Penyusunan Rencana Kerja",
        "Keputusan Bupati Nomor 7 Tahun 2024 tentang Tim Penyusun Rencana Kerja",
        "EVALUASI HASIL RENJA TRIWULAN II",
        "Undangan rapat pembahasan renja",
        "PERATURAN MENTERI NOMOR 86 TAHUN 2017 TENTANG TATA CARA PENYUSUNAN RENCANA KERJA",
        "BAB II RENCANA KERJA",
        "Rancangan Rencana Kerja 2025",
        "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua belas renja",
    ],
)
def test_a_title_about_the_document_needs_a_person(title: str) -> None:
    assert asked_of(RENJA, a_title(title)).outcome is Outcome.NEEDS_REVIEW


@pytest.mark.parametrize(
    "title",
    ["RENCANA STRATEGIS 2021-2026", "RENCANA KERJA (TURUNAN RENSTRA)", "MAKLUMAT PELAYANAN"],
)
def test_a_title_of_another_document_fails(title: str) -> None:
    assert asked_of(RENJA, a_title(title)).outcome is Outcome.NOT_MET


@pytest.mark.parametrize(
    ("phrase", "outcome"),
    [
        ("prosedur pelayanan informasi", Outcome.MET),
        ("standar operasional prosedur", Outcome.MET),
        ("prosedur pelayanan keberatan", Outcome.NOT_MET),
        ("SOP pelayanan informasi", Outcome.MET),
        ("SOP", Outcome.MET),
        ("DIP pelayanan informasi", Outcome.NOT_MET),
    ],
)
def test_a_short_form_in_brackets_is_passed_over(phrase: str, outcome: Outcome) -> None:
    title = a_title("Standar Operasional Prosedur (SOP) Pelayanan Informasi")
    check = Titled(any_of=(phrase,))
    finding = asked_of(check, title)
    assert finding.outcome is outcome


def test_a_short_form_does_not_hide_what_the_title_is_about() -> None:
    assert asked_of(RENJA, a_title("Laporan Rencana Kerja (Renja)")).outcome is Outcome.NEEDS_REVIEW
    sop = Titled(any_of=("SOP layanan",))
    pedoman = a_title("Pedoman Standar Operasional Prosedur (SOP) Layanan")
    assert asked_of(sop, pedoman).outcome is Outcome.NEEDS_REVIEW


def test_a_phrase_around_brackets_is_marked_whole() -> None:
    title = "Prosedur (SOP) Pelayanan Informasi"
    (proof,) = asked_of(Titled(any_of=("prosedur pelayanan",)), a_title(title)).proofs
    ((start, end),) = proof.marks
    assert title[start:end] == "Prosedur (SOP) Pelayanan"


def test_an_excluded_word_counts_behind_the_wanted_one() -> None:
    audited = Titled(any_of=("laporan keuangan",), not_any_of=("unaudited",))
    assert asked_of(audited, a_title("LAPORAN KEUANGAN 2023")).outcome is Outcome.MET
    assert (
        asked_of(audited, a_title("LAPORAN KEUANGAN 2023 (UNAUDITED)")).outcome is Outcome.NOT_MET
    )


def test_the_stronger_title_decides() -> None:
    finding = asked_of(RENJA, a_title("RENCANA KERJA", 0.6), a_title("RENCANA STRATEGIS", 0.9))
    assert finding.outcome is Outcome.NOT_MET
    assert finding.proofs == (Proof("dokumen.pdf", 1, "RENCANA STRATEGIS", ((0, 17),)),)


@pytest.mark.parametrize("basis", ["property", "file-name"])
def test_a_hint_from_outside_the_text_needs_a_person(basis: Basis) -> None:
    hint = a_title("renja 2024", 1.0, basis=basis, page=None)
    finding = asked_of(RENJA, a_title("KATA SAMBUTAN"), hint)
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert "“renja”" in finding.message.id


def test_a_faint_line_needs_a_person() -> None:
    finding = asked_of(RENJA, a_title("Rencana Kerja 2024", 0.3, page=2))
    assert finding.message == Text(
        "“rencana kerja” hanya terlihat sebagai baris yang tidak menonjol (halaman 2); periksa "
        "apakah itu judul.",
        "“rencana kerja” stands only in an inconspicuous line (page 2); check whether that is the "
        "title.",
    )


def test_a_cover_that_is_a_picture_needs_a_person() -> None:
    finding = asked_of(RENJA, pages=("", "Daftar isi"))
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert finding.message.id.startswith("Halaman 1 berupa gambar tanpa teks")


def test_a_title_guessed_inside_is_shown_but_does_not_fail_an_unread_cover() -> None:
    finding = asked_of(
        RENJA, a_title("Laporan tahunan", 0.56, page=2), pages=("", "Kata pengantar")
    )
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert finding.proofs == (Proof("dokumen.pdf", 2, "Laporan tahunan"),)


def test_a_plain_title_inside_fails_in_spite_of_an_unread_cover() -> None:
    finding = asked_of(RENJA, a_title("MAKLUMAT PELAYANAN", 0.9, page=2), pages=("", "Maklumat"))
    assert finding.outcome is Outcome.NOT_MET


def test_a_text_without_any_title_needs_a_person() -> None:
    assert asked_of(RENJA).outcome is Outcome.NEEDS_REVIEW


@given(st.text(max_size=60), st.floats(0, 1), st.sampled_from(["style", "layout", "file-name"]))
def test_no_title_breaks_the_check(text: str, strength: float, basis: Basis) -> None:
    finding = asked_of(RENJA, a_title(text, strength, basis=basis))
    for proof in finding.proofs:
        for start, end in proof.marks:
            assert 0 <= start < end <= len(proof.snippet)


# Titles that OCR read ----------------------------------------------------------------------------


def asked_of_scan(*titles: Title, picture: bool = False) -> Finding:
    scan = a_recognised_scan(
        "pindaian.jpg" if picture else "pindaian.pdf",
        " ".join(title.text for title in titles),
        titles=titles,
        picture=Picture(1240, 1754) if picture else None,
    )
    return as_sure_as_read(RENJA, RENJA.look_at(scan, a_case(scan)), scan)


def test_a_misread_title_is_believed_and_shown_as_it_was_read() -> None:
    finding = asked_of_scan(a_title("RENCANA KERlA DlNAS 2024"))
    assert finding.outcome is Outcome.MET
    assert finding.message.id == (
        "Judulnya “RENCANA KERlA DlNAS 2024” (halaman 1); dokumen yang diminta. Tertulis “rencana "
        "kerla”, dibaca sebagai “rencana kerja”. Dibaca dengan OCR, keyakinan 91 % (halaman 1)."
    )
    assert finding.proofs == (Proof("pindaian.pdf", 1, "RENCANA KERlA DlNAS 2024", ((0, 13),)),)


def test_the_same_title_in_a_text_layer_is_another_one() -> None:
    assert asked_of(RENJA, a_title("RENCANA KERlA DlNAS 2024")).outcome is Outcome.NOT_MET


@pytest.mark.parametrize("before", ["LAP0RAN EVALUASl", "LAPORAN EVALUASl", "REVlEW"])
def test_a_misread_word_still_makes_it_a_document_on_the_thing(before: str) -> None:
    assert asked_of_scan(a_title(f"{before} RENCANA KERJA")).outcome is Outcome.NEEDS_REVIEW


def test_a_misread_exclusion_leaves_the_document_to_a_person() -> None:
    finding = asked_of_scan(a_title("RENCANA STRATEGlS DAN RENCANA KERJA"))
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert finding.message.id == (
        "Judul “RENCANA STRATEGlS DAN RENCANA KERJA” (halaman 1) mungkin menyebut “rencana "
        "strategis”, jenis dokumen yang tidak diminta di sini; periksa sendiri. Dibaca dengan OCR, "
        "keyakinan 91 % (halaman 1)."
    )
    assert asked_of_scan(a_title("RENCANA STRATEGIS")).outcome is Outcome.NOT_MET


def test_an_exact_title_goes_before_a_misread_one_of_the_same_strength() -> None:
    finding = asked_of_scan(a_title("RENCANA KERJA (RENlA)"))
    assert "dibaca sebagai" not in finding.message.id


@pytest.mark.parametrize(
    ("title", "strength", "outcome"),
    [
        ("RENCANA KERJA", 0.9, Outcome.MET),
        ("RENCANA KERJA", 0.6, Outcome.NEEDS_REVIEW),
        ("MAKLUMAT PELAYANAN", 0.9, Outcome.NEEDS_REVIEW),
    ],
)
def test_of_a_picture_only_a_title_that_stands_out_is_believed(
    title: str, strength: float, outcome: Outcome
) -> None:
    assert asked_of_scan(a_title(title, strength), picture=True).outcome is outcome
