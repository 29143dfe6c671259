"""Dates in text: what is found, as what, and in which part."""

import calendar
import datetime
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.evidence.analysis.dates import MOST, Mention, as_seen, kept, mentions_in
from emonev.language import MONTHS

DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2099, 12, 31))
ABBREVIATED = ["Jan", "Peb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sept", "Okt", "Nop", "Des"]
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
FORMS: dict[str, Callable[[datetime.date], str]] = {
    "in words": lambda day: f"{day.day} {MONTHS['id'][day.month - 1]} {day.year}",
    "in capitals": lambda day: f"{day.day} {MONTHS['id'][day.month - 1].upper()} {day.year}",
    "abbreviated": lambda day: f"{day.day} {ABBREVIATED[day.month - 1]}. {day.year}",
    "in English": lambda day: f"{day.day} {MONTHS['en'][day.month - 1]} {day.year}",
    "over lines": lambda day: f"{day.day}\n{MONTHS['id'][day.month - 1]}  {day.year}",
    "with dashes": lambda day: f"{day.day:02}-{day.month:02}-{day.year}",
    "with slashes": lambda day: f"{day.day}/{day.month}/{day.year}",
    "with dots": lambda day: f"{day.day:02}.{day.month:02}.{day.year}",
    "in ISO form": lambda day: day.isoformat(),
    "run together": lambda day: f"{day.day}{MONTHS['id'][day.month - 1]}{day.year}",
}


def only(text: str) -> Mention:
    (mention,) = mentions_in(text)
    return mention


@pytest.mark.parametrize("form", FORMS)
@given(
    day=DAYS,
    before=st.sampled_from(["", "pada ", "(", "rapat, "]),
    after=st.sampled_from(["", ".", " di aula", ")"]),
)
def test_every_form_of_a_day_is_read_as_that_day(
    form: str, day: datetime.date, before: str, after: str
) -> None:
    printed = FORMS[form](day)
    mention = only(before + printed + after)
    assert (mention.first, mention.last) == (day.isoformat(), day.isoformat())
    assert (before + printed + after)[mention.start : mention.end] == printed


@given(
    year=st.integers(1900, 2099), month=st.integers(0, 99), day=st.integers(0, 99),
    form=st.sampled_from(["{d}-{m}-{y}", "{d}/{m}/{y}", "{y}-{m:02}-{d:02}", "{d}.{m}.{y}"]),
)  # fmt: skip
def test_days_that_no_calendar_has_never_appear(year: int, month: int, day: int, form: str) -> None:
    for mention in mentions_in(form.format(d=day, m=month, y=year)):
        if len(mention.first) == 10:
            datetime.date.fromisoformat(mention.first)


@pytest.mark.parametrize("text", ["31 Februari 2024", "30/02/2024", "29 Februari 2023", "0-1-2024"])
def test_an_impossible_day_is_no_date_at_all(text: str) -> None:
    assert list(mentions_in(text)) == []


@given(
    st.integers(1990, 2098),
    st.sampled_from(
        ["-", " - ", " – ", "–", " s.d. ", " s/d ", " sampai dengan ", " hingga ", "/"]
    ),
    st.integers(1, 10),
)
def test_a_span_of_years_is_one_date(first: int, sign: str, length: int) -> None:
    mention = only(f"Periode {first}{sign}{min(first + length, 2099)}")
    assert mention.years == (first, min(first + length, 2099))
    assert mention.role == "about"


@given(st.text(alphabet="0123456789 /-.IVX\nTahunNomorSeptember", max_size=80))
def test_any_text_gives_dates_in_order_that_lie_within_it(text: str) -> None:
    end = 0
    for mention in mentions_in(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.start >= end or mention.role != "text"
        end = mention.end
        first, last = mention.years
        assert 1900 <= first <= last <= 2099
        if len(mention.first) > 4:
            assert 1 <= int(mention.first[5:7]) <= 12


@pytest.mark.parametrize(
    ("text", "first", "last", "role"),
    [
        ("September 2024", "2024-09", "2024-09", "text"),
        ("Tahun Anggaran 2024", "2024", "2024", "about"),
        ("TA 2024", "2024", "2024", "about"),
        ("T.A. 2024", "2024", "2024", "about"),
        ("TAHUN 2 0 2 4", "2024", "2024", "about"),
        ("TAHUN : 2024", "2024", "2024", "about"),
        ("Semester I 2024", "2024-01", "2024-06", "about"),
        ("SEMESTER II TAHUN 2023", "2023-07", "2023-12", "about"),
        ("Triwulan III Tahun Anggaran 2024", "2024-07", "2024-09", "about"),
        ("triwulan keempat 2023", "2023-10", "2023-12", "about"),
        ("RPJMD Tahun 2021 s.d. 2026", "2021", "2026", "about"),
        ("Tahun 2021\n-\n2026", "2021", "2026", "about"),
        ("005/123/KOMINFO/IX/2024", "2024-09", "2024-09", "number"),
        ("Nomor: 12/PPID/XII/2023", "2023-12", "2023-12", "number"),
        ("Undang-Undang Nomor 14 Tahun 2008 tentang", "2008", "2008", "citation"),
        ("UU No. 14 Tahun 2008", "2008", "2008", "citation"),
        ("UU 14/2008", "2008", "2008", "citation"),
        ("Perki 1 Tahun 2021", "2021", "2021", "citation"),
        ("Lembaran Negara Tahun 2008 Nomor 61", "2008", "2008", "citation"),
        ("UUD Negara Republik Indonesia Tahun 1945", "1945", "1945", "citation"),
        ("Ditetapkan di Kota\npada tanggal 5 Januari 2024", "2024-01-05", "2024-01-05", "signed"),
        ("\nSungai Contoh, 5 Januari 2024\nKepala Dinas", "2024-01-05", "2024-01-05", "signed"),
        ("Kota, Agustus 2021\n", "2021-08", "2021-08", "signed"),
        ("rapat 5 Januari 2024 di aula", "2024-01-05", "2024-01-05", "text"),
        ("sejak 2019 sudah", "2019", "2019", "text"),
        ("tanggal 5 bulan Januari tahun 2024 di", "2024-01-05", "2024-01-05", "text"),
        ("bulan Mei Tahun 2024", "2024-05", "2024-05", "text"),
        ("tanggal 27-29 September 2024 di", "2024-09", "2024-09", "text"),
        ("Tahun Pelajaran 2023/2024", "2023", "2024", "about"),
    ],
)  # fmt: skip
def test_the_part_that_a_date_plays(text: str, first: str, last: str, role: str) -> None:
    mention = only(text)
    assert (mention.first, mention.last, mention.role) == (first, last, role)


@pytest.mark.parametrize(
    "text",
    [
        "NIP. 19760101 200501 1 002",
        "Rp2.024.000",
        "Rp 2024",
        "sebanyak 2024 orang",
        "2024,5 hektare",
        "1234567892024",
        "Pasal 3024",
        "semester 5",
    ],
)
def test_numbers_that_only_look_like_years_are_no_dates(text: str) -> None:
    assert list(mentions_in(text)) == []


@given(DAYS)
def test_a_roman_month_stands_in_the_number_of_a_letter(day: datetime.date) -> None:
    mention = only(f"Nomor 800/12/PPID/{ROMAN[day.month - 1]}/{day.year} hal undangan")
    assert (mention.first, mention.role) == (f"{day.year}-{day.month:02}", "number")


def test_a_months_length_is_known() -> None:
    assert only("29 Februari 2024").first == "2024-02-29"
    assert calendar.isleap(2024)


def test_a_fact_shows_what_stands_around_the_date() -> None:
    text = "Laporan ini memuat kegiatan\nselama Tahun Anggaran\n2024 di lingkungan dinas."
    date = as_seen(only(text), text, page=3)
    assert (date.printed, date.page) == ("2024", 3)
    assert date.snippet == (
        "Laporan ini memuat kegiatan selama Tahun Anggaran 2024 di lingkungan dinas."
    )


def test_repeated_dates_are_kept_a_few_times_and_telling_parts_go_first() -> None:
    noise = [Mention(1, n, n + 4, str(1900 + n % 190), "2099", "citation") for n in range(5_000)]
    telling = Mention(9, 0, 4, "2024", "2024", "about")
    chosen = kept([*noise, *[telling] * 9])
    assert len(chosen) == MOST
    assert chosen.count(telling) == 3


def test_a_page_full_of_years_is_looked_at_from_both_ends() -> None:
    rows = "1945\tNomor 1/I/2024\tTahun 2024 - 2024\t31/12/2024\n" * 20_000
    text = f"DATA TAHUN 2023\n{rows}Ranai, 5 Januari 2025\n"
    found = list(mentions_in(text))
    assert len(found) <= 600
    assert (found[0].first, found[0].role) == ("2023", "about")
    assert (found[-1].first, found[-1].role) == ("2025-01-05", "signed")
