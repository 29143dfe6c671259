"""Which years a document is about, and by which rule where several are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.evidence.analysis import facts_of
from emonev.evidence.analysis.candidate import a_title
from emonev.evidence.analysis.years import dates_in_titles
from emonev.evidence.reading import Line, Reading

FILLER = "Uraian kegiatan dinas selama ini.\n" * 5


def about(text: str = "", *titles: str) -> tuple[tuple[int, int] | None, str]:
    lines = tuple(Line(text=title, style="title") for title in titles)
    facts, _ = facts_of(Reading(format="docx", texts=(FILLER + text,), lines=lines))
    return facts.years_about, facts.years_basis


def test_the_title_decides_before_anything_else() -> None:
    text = "Tahun Anggaran 2020. Tahun 2020.\nDitetapkan di Kota pada tanggal 5 Januari 2024\n"
    assert about(text, "Laporan Layanan Informasi Tahun 2023") == ((2023, 2023), "title")


def test_a_span_in_the_title_is_a_span() -> None:
    assert about("", "Rencana Strategis 2021-2026") == ((2021, 2026), "title")


def test_behind_tentang_counts_before_the_number_of_the_decree() -> None:
    title = "Keputusan Kepala Dinas Nomor 5 Tahun 2024 tentang Daftar Informasi Publik Tahun 2023"
    assert about("", title) == ((2023, 2023), "title")


def test_the_number_of_the_decree_counts_where_nothing_else_stands_in_the_title() -> None:
    title = "Keputusan Kepala Dinas Nomor 5 Tahun 2024 tentang Daftar Informasi Publik"
    assert about("", title) == ((2024, 2024), "title")


def test_a_law_is_of_its_own_year_and_not_of_those_it_cites() -> None:
    title = "Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan Undang-Undang Nomor 14 Tahun 2008"
    assert about("", title) == ((2010, 2010), "title")


def test_a_cited_law_in_a_title_that_is_no_law_does_not_count() -> None:
    title = "Laporan Pelaksanaan Undang-Undang Nomor 14 Tahun 2008"
    assert about("Tahun Anggaran 2023", title) == ((2023, 2023), "about")


def test_the_period_named_most_often_counts_next() -> None:
    text = "Tahun 2022 lalu. Tahun 2023 ini. Tahun Anggaran 2023.\nKota, 5 Januari 2024\n"
    assert about(text) == ((2023, 2023), "about")


def test_of_periods_named_as_often_the_later_counts() -> None:
    assert about("Tahun 2024 dan tahun 2023.") == ((2024, 2024), "about")


def test_the_day_of_signing_counts_where_no_period_is_named() -> None:
    text = "UU Nomor 14 Tahun 2008.\nDitetapkan di Kota\npada tanggal 5 Januari 2024\n"
    assert about(text) == ((2024, 2024), "signed")


def test_the_number_of_a_letter_counts_last() -> None:
    assert about("Nomor 005/12/PPID/IX/2022") == ((2022, 2022), "number")


@pytest.mark.parametrize("text", ["", "UU Nomor 14 Tahun 2008", "pada 2019 rapat"])
def test_where_nothing_tells_no_year_is_guessed(text: str) -> None:
    assert about(text) == (None, "")


@given(st.integers(1950, 2090), st.integers(0, 9))
def test_years_of_a_title_come_back_as_they_were_put_in(first: int, length: int) -> None:
    last = first + length
    years = f"{first}-{last}" if length else f"{first}"
    ((_, date),) = dates_in_titles([a_title(f"Rencana Kerja Tahun {years}", "layout", 0.9)])
    assert (date.years[0], date.years[-1], date.role) == (first, last, "title")
