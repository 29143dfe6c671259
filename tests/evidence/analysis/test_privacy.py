"""Personal data in a document: what is counted, what people are told, and what facts may quote."""

import msgspec
from hypothesis import given

from emonev.evidence.analysis import facts_of
from emonev.evidence.reading import Line, Reading
from emonev.model.facts import Facts, LinkSeen, PersonalData, Table
from emonev.personal_data import personal_data_in
from tests.test_personal_data import documents

FIRST = "Daftar pemohon\nNIK 3201120101900001\nNIK 32.01.12.010190.0001\nNIK 3201124505910002"
SECOND = "Kontak pemohon: 0812-3456-7890, 0812 3456 7890"


def facts(*texts: str, pages: int | None = None) -> Facts:
    return facts_of(Reading(format="pdf", texts=texts, page_count=pages))[0]


def test_each_kind_is_counted_once_per_number_with_its_pages() -> None:
    assert facts(FIRST, SECOND, FIRST, pages=3).personal == (
        PersonalData("nik", 2, "3201••••••••0001", (1, 3)),
        PersonalData("phone", 1, "0812-••••-••90", (2,)),
    )


def test_people_are_told_what_where_and_what_to_do() -> None:
    (note,) = facts(FIRST, SECOND, pages=2).notes
    assert note.code == "personal-data"
    assert note.message.id == (
        "Memuat data pribadi: 2 NIK atau nomor KK (halaman 1; misalnya 3201••••••••0001); "
        "1 nomor telepon seluler (halaman 2; misalnya 0812-••••-••90). Periksa, dan hitamkan pada "
        "salinan yang akan diumumkan."
    )
    assert note.message.en == (
        "Contains personal data: 2 NIK or family card number(s) (page 1; such as "
        "3201••••••••0001); 1 mobile phone number(s) (page 2; such as 0812-••••-••90). Check it, "
        "and black it out in the copy to be published."
    )


def test_a_format_without_pages_names_none() -> None:
    (found,) = facts(FIRST).personal
    assert found.pages == ()
    assert "(misalnya 3201••••••••0001)" in facts(FIRST).notes[0].message.id


def test_a_list_of_many_pages_is_cut_short() -> None:
    read = facts(*[SECOND] * 40, pages=40)
    assert "10, 11, 12, …; misalnya" in read.notes[0].message.id


def test_a_document_without_any_is_told_nothing() -> None:
    read = facts("Keputusan Nomor 188/23 Tahun 2024", "NIP 197001011990031001", pages=2)
    assert (read.personal, read.notes) == ((), ())


def test_the_text_for_matching_stays_as_it_is() -> None:
    text = facts_of(Reading(format="txt", texts=(FIRST,)))[1]
    assert text is not None
    assert text.printed == (FIRST,)


def test_numbers_are_hidden_also_where_the_words_that_tell_them_are_cut_off() -> None:
    page = "Nomor rekening Bank BRI\n012301012345501"
    title = Line(text="012301012345501", page=1, size=20.0, top=0.1)
    table = Table(name="012301012345501", header=("Nama",), rows=1, columns=1)
    reading = Reading(format="pdf", texts=(page,), lines=(title,), tables=(table,), page_count=1)
    assert b"012301012345501" not in msgspec.json.encode(facts_of(reading)[0])


@given(documents())
def test_facts_hold_nothing_of_what_was_seen(text: str) -> None:
    title = Line(text=text, page=1, size=20.0, top=0.1)
    links = (LinkSeen(url="mailto:ppid@contoh.go.id", text=text, page=1),)
    read, _ = facts_of(
        Reading(format="pdf", texts=(text,), lines=(title,), links=links, page_count=1)
    )
    kept = msgspec.json.encode(read).decode()
    for one in personal_data_in(text):
        assert text[one.start : one.end] not in kept
