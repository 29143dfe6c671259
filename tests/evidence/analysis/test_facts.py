"""Facts of a Reading: what is gathered, what is carried over, and what a file's name adds."""

import time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.evidence.analysis import facts_of, with_file_name
from emonev.evidence.analysis.list_items import list_items_in
from emonev.evidence.reading import Line, Reading
from emonev.model.facts import (
    DateSeen,
    DecreeNumber,
    DocumentText,
    Facts,
    Note,
    Page,
    Problem,
    Signature,
    Title,
)
from emonev.model.text import Text

SAID = Text("Ada yang aneh.", "Something is odd.")


def test_a_short_decree_becomes_these_facts() -> None:
    text = (
        "KEPUTUSAN KEPALA DINAS\nNOMOR 5 TAHUN 2024\nTENTANG\nDAFTAR INFORMASI PUBLIK\n"
        "Menimbang :\n1. bahwa UNDANG-\nUNDANG Nomor 14 Tahun 2008;\n2. bahwa perlu;\n"
        "Ditetapkan di Kota\npada tanggal 8 Mei 2024\n"
    )
    facts, words = facts_of(
        Reading(format="text", texts=(text,), notes=(Note("scan", SAID),), properties={"created": "2024-05-09T08:00:00Z"})
    )  # fmt: skip
    whole = "KEPUTUSAN KEPALA DINAS NOMOR 5 TAHUN 2024 TENTANG DAFTAR INFORMASI PUBLIK"
    assert facts == Facts(
        format="text",
        text_source="layer",
        titles=(
            Title("DAFTAR INFORMASI PUBLIK", "daftar informasi publik", "layout", 0.95),
            Title(whole, whole.lower(), "layout", 0.94),
        ),
        dates=(
            DateSeen("2024", "2024", "2024", "title", None, whole),
            DateSeen("2024", "2024", "2024", "citation", None, facts.dates[1].snippet),
            DateSeen("2008", "2008", "2008", "citation", None, facts.dates[2].snippet),
            DateSeen(
                "8 Mei 2024", "2024-05-08", "2024-05-08", "signed", None,
                "… Tahun 2008; 2. bahwa perlu; Ditetapkan di Kota pada tanggal 8 Mei 2024",
            ),
            DateSeen("2024-05-09T08:00:00Z", "2024-05-09", "2024-05-09", "property"),
        ),
        years_about=(2024, 2024),
        years_basis="title",
        numbers=(
            DecreeNumber("NOMOR 5 TAHUN 2024", "5", 2024, None, facts.numbers[0].snippet),
            DecreeNumber("Nomor 14 Tahun 2008", "14", 2008, None, facts.numbers[1].snippet),
        ),
        list_items=2,
        properties={"created": "2024-05-09T08:00:00Z"},
        notes=(Note("scan", SAID),),
    )  # fmt: skip
    assert words is not None
    assert "undangundang nomor 14 tahun 2008" in words.normal[0]
    assert words.printed == (text,)


def test_a_problem_is_carried_over_and_nothing_is_made_up() -> None:
    problem = Problem("encrypted", SAID)
    assert facts_of(Reading(format="pdf", problem=problem)) == (
        Facts(format="pdf", problem=problem),
        None,
    )


def test_a_scan_has_facts_and_no_text() -> None:
    pages = (Page(0, "none", has_picture=True),)
    facts, text = facts_of(Reading(format="pdf", texts=("",), pages=pages, page_count=1))
    assert text is None
    assert facts.text_source == "none"
    assert facts.pages == pages


@pytest.mark.parametrize(
    ("sources", "expected"), [(("none", "layer"), "layer"), (("ocr", "none"), "ocr")]
)
def test_text_on_any_page_is_text_of_the_document(sources: tuple[str, ...], expected: str) -> None:
    pages = tuple(Page(1, source) for source in sources)  # type: ignore[arg-type]
    assert facts_of(Reading(format="pdf", pages=pages))[0].text_source == expected


def test_the_time_of_a_digital_signature_is_a_day_of_signing() -> None:
    signed = Signature(name="Kepala Dinas", signed_at="2024-08-01T14:45:07+07:00")
    (date,) = facts_of(Reading(format="pdf", signatures=(signed,)))[0].dates
    assert (date.first, date.role) == ("2024-08-01", "signed")


def test_a_file_name_is_a_weak_title_and_tells_the_year_only_where_nothing_else_does() -> None:
    facts = with_file_name(
        Facts(format="pdf"), "bukti/2024/JEN-01/Laporan_PPID_Tahun 2023 final.pdf"
    )
    (title,) = facts.titles
    assert (title.text, title.basis) == ("Laporan PPID Tahun 2023", "file-name")
    assert title.strength < 0.5
    assert (facts.years_about, facts.years_basis) == ((2023, 2023), "file-name")
    known = Facts(format="pdf", years_about=(2022, 2022), years_basis="title")
    assert with_file_name(known, "Laporan 2023.pdf").years_about == (2022, 2022)


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("RENSTRA-2017-2023.pdf", (2017, 2023)),
        ("DIP_2024.xlsx", (2024, 2024)),
        ("Perki1th2021.pdf", (2021, 2021)),
        ("laporan 27-09-2024.pdf", (2024, 2024)),
        ("1776910101_69e97f151fc26.png", None),
        ("scan0001.pdf", None),
    ],
)
def test_years_in_file_names(name: str, years: tuple[int, int] | None) -> None:
    assert with_file_name(Facts(format="pdf"), name).years_about == years


@pytest.mark.parametrize(
    "name", ["1776910101_69e97f151fc26.png", "MUUoqdVpZQOLWAKJs3L5aPCpm4NFOIYsf4nL.pdf", "1.jpeg"]
)
def test_a_name_that_a_machine_gave_is_no_title(name: str) -> None:
    assert with_file_name(Facts(format="pdf"), name).titles == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1. satu\n2. dua\n 3) tiga", 3),
        ("a. satu\n(b) dua", 2),
        ("• satu\n- dua\n✓ tiga", 3),
        ("Bab 1. satu\n2024 adalah\n-tanpa jarak\n1.5 juta", 0),
        ("", 0),
    ],
)
def test_items_of_lists_are_counted(text: str, count: int) -> None:
    assert list_items_in(text) == count


ANY = st.text(max_size=200)


@given(st.lists(ANY, max_size=4), st.lists(ANY, max_size=6), st.text(max_size=40))
def test_any_reading_gives_facts_that_can_be_stored(
    texts: list[str], lines: list[str], name: str
) -> None:
    reading = Reading(
        format="pdf",
        texts=tuple(texts),
        pages=tuple(Page(len(text)) for text in texts),
        lines=tuple(Line(text=line, page=1, size=12) for line in lines),
        properties={"title": name, "created": name, "modified": "2024-02-30"},
    )
    facts, text = facts_of(reading)
    facts = with_file_name(facts, name)
    encodable = all(not 0xD800 <= ord(c) <= 0xDFFF for c in "".join([*texts, *lines, name]))
    if encodable:
        assert msgspec.json.decode(msgspec.json.encode(facts), type=Facts) == facts
    assert all(1900 <= min(date.years) <= max(date.years) for date in facts.dates)
    if text is not None:
        assert isinstance(text, DocumentText)
        assert len(text.normal) == len(text.printed) == len(texts)
    assert len(facts.titles) <= 12
    assert len(facts.dates) <= 220


@pytest.mark.parametrize(
    "text",
    [
        "No" + " " * 300_000,
        "Nomor 1" + "-/" * 200_000,
        "a-" * 200_000,
        "a " * 200_000 + "ab",
        "Tahun 2024 - " * 20_000,
        "KATA PENGANTAR " + "Laporan Dan " * 30_000,
        "Maksud " * 60_000,
        "." * 300_000,
        "1. " * 100_000,
        "TENTANG\n" * 40_000,
        "KEPUTUSAN NOMOR 1\n" * 20_000,
    ],
    ids=lambda text: text[:12],
)
def test_no_text_takes_long(text: str) -> None:
    started = time.process_time()
    facts_of(Reading(format="pdf", texts=(text, text[:50_000]), lines=(Line(text=text, page=1),)))
    assert time.process_time() - started < 3
