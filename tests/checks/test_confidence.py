"""What OCR read badly decides nothing, what it read well is said to be read by OCR."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from emonev.checks import misread
from emonev.checks.confidence import READ_BY_OCR, as_sure_as_read, said_once
from emonev.checks.contains import Contains
from emonev.checks.counted import Counted
from emonev.checks.dated_within import DatedWithin
from emonev.checks.examples import a_case, a_date, a_document, a_recognised_scan, a_title
from emonev.checks.has_columns import HasColumns
from emonev.checks.known_words import known_words
from emonev.checks.signed import Signed
from emonev.checks.statement_of_nil import StatementOfNil
from emonev.checks.titled import Titled
from emonev.language import say
from emonev.model.case import Exhibit
from emonev.model.check import DocumentCheck
from emonev.model.facts import LOW_CONFIDENCE, Page, Picture
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.text import Text

MAKLUMAT = Contains(any_of=("maklumat",))
SURE, UNSURE = 93, 58


def asked_of(check: DocumentCheck, document: Exhibit) -> Finding:
    return as_sure_as_read(check, check.look_at(document, a_case(document)), document)


def a_mixed_document(*pages: tuple[str, int | None]) -> Exhibit:
    """Return a document whose pages have a text layer (None) or were read by OCR so surely."""
    read = tuple(
        Page(len(text)) if sure is None else Page(len(text), "ocr", confidence=sure)
        for text, sure in pages
    )
    return a_document("campuran.pdf", *(text for text, _ in pages), pages=read)


def test_what_a_badly_read_page_holds_needs_review_and_says_why() -> None:
    finding = asked_of(MAKLUMAT, a_mixed_document(("Sampul", None), ("MAKLUMAT kami", UNSURE)))
    assert (finding.outcome, finding.share) == (Outcome.NEEDS_REVIEW, Fraction(0))
    assert finding.message.id == (
        "Tercantum “maklumat” (halaman 2). Dibaca dengan OCR, keyakinan 58 %; periksa halaman 2."
    )
    assert finding.message.en == (
        "Holds “maklumat” (page 2). Read by OCR with 58% confidence; check page(s) 2."
    )
    assert finding.proofs == (Proof("campuran.pdf", 2, "MAKLUMAT kami", ((0, 8),)),)


def test_what_is_missing_on_badly_read_pages_needs_review_and_leads_there() -> None:
    pages = (("Sampul", None), ("xx", 41), ("yy", UNSURE), ("Jelas", SURE))
    finding = asked_of(MAKLUMAT, a_mixed_document(*pages))
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert finding.message.id == (
        "Tidak tercantum “maklumat”; lengkapi dokumen atau serahkan dokumen lain. Namun, halaman "
        "2–3 dibaca dengan OCR, keyakinan 41–58 %; periksa halaman itu dahulu."
    )
    assert finding.proofs == (Proof("campuran.pdf", 2),)


def test_what_a_good_page_holds_passes_whatever_other_pages_are_like() -> None:
    finding = asked_of(MAKLUMAT, a_mixed_document(("MAKLUMAT", None), ("xx", 41)))
    assert finding.outcome is Outcome.MET
    assert "OCR" not in finding.message.id


def test_a_well_read_page_passes_and_fails_and_says_that_ocr_read_it() -> None:
    passed = asked_of(MAKLUMAT, a_recognised_scan("a.pdf", "MAKLUMAT", confidence=SURE))
    failed = asked_of(MAKLUMAT, a_recognised_scan("a.pdf", "Prosedur", confidence=SURE))
    assert (passed.outcome, failed.outcome) == (Outcome.MET, Outcome.NOT_MET)
    for finding in (passed, failed):
        assert finding.message.id.endswith("Dibaca dengan OCR, keyakinan 93 % (halaman 1).")


def test_some_words_of_several_need_review_where_the_rest_may_be_misread() -> None:
    check = Contains(all_of=("maklumat", "loket"))
    document = a_mixed_document(("MAKLUMAT", None), ("xx", UNSURE))
    finding = asked_of(check, document)
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert finding.proofs[0].page == 1


def test_pages_behind_those_that_were_asked_for_do_not_matter() -> None:
    check = Contains(any_of=("maklumat",), pages=1)
    document = a_mixed_document(("Sampul", None), ("xx", UNSURE))
    assert asked_of(check, document).outcome is Outcome.NOT_MET


def test_a_picture_may_pass_but_never_fails() -> None:
    photo = Picture(1240, 1754)
    poster = a_recognised_scan("alur.jpg", "ALUR LAYANAN", confidence=SURE, picture=photo)
    finding = asked_of(MAKLUMAT, poster)
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert finding.message.id == (
        "Tidak tercantum “maklumat”; lengkapi dokumen atau serahkan dokumen lain. Namun, ini gambar "
        "yang dibaca dengan OCR, keyakinan 93 %, dan huruf hias sering terlewat; periksa gambar itu "
        "dahulu."
    )
    assert asked_of(Contains(any_of=("alur",)), poster).outcome is Outcome.MET
    assert asked_of(Contains(all_of=("alur", "loket")), poster).outcome is Outcome.NEEDS_REVIEW


def test_a_layer_that_makes_no_sense_decides_nothing_either() -> None:
    document = a_document("a.pdf", "MAKLUMAT %$#", pages=(Page(12, rubbish=True),))
    finding = asked_of(MAKLUMAT, document)
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert finding.message.id == (
        "Tercantum “maklumat” (halaman 1). Namun, teks di balik halaman 1 tidak bermakna; periksa "
        "halaman itu dahulu."
    )
    other = a_document("a.pdf", "%$#", pages=(Page(3, rubbish=True),))
    assert asked_of(MAKLUMAT, other).outcome is Outcome.NEEDS_REVIEW


def test_a_page_without_a_confidence_is_not_trusted() -> None:
    document = a_document("a.pdf", "MAKLUMAT", pages=(Page(8, "ocr"),))
    assert asked_of(MAKLUMAT, document).outcome is Outcome.NEEDS_REVIEW


def test_the_threshold_itself_is_enough() -> None:
    enough = a_recognised_scan("a.pdf", "MAKLUMAT", confidence=LOW_CONFIDENCE)
    short = a_recognised_scan("a.pdf", "MAKLUMAT", confidence=LOW_CONFIDENCE - 1)
    assert asked_of(MAKLUMAT, enough).outcome is Outcome.MET
    assert asked_of(MAKLUMAT, short).outcome is Outcome.NEEDS_REVIEW


def test_a_count_over_badly_read_pages_is_no_count() -> None:
    scan = a_recognised_scan("daftar.pdf", "1. a 2. b 3. c", list_items=3, confidence=UNSURE)
    finding = asked_of(Counted(what="items", at_least=2), scan)
    assert (finding.outcome, finding.count) == (Outcome.NEEDS_REVIEW, None)
    assert asked_of(Counted(what="pages"), scan).outcome is Outcome.MET


def test_another_year_fails_only_where_no_better_one_may_stand_on_a_badly_read_cover() -> None:
    inside = (a_date("Tahun 2022", "2022", "about", page=2),)
    document = a_mixed_document(("xx", UNSURE), ("Tahun 2022", None))
    dated = replace(
        document,
        facts=replace(document.facts, dates=inside, years_about=(2022, 2022), years_basis="about"),
    )
    assert asked_of(DatedWithin(), dated).outcome is Outcome.NEEDS_REVIEW
    titled = replace(
        dated,
        facts=replace(
            dated.facts,
            dates=(replace(inside[0], role="title"),),
            years_basis="title",
        ),
    )
    assert asked_of(DatedWithin(), titled).outcome is Outcome.NOT_MET


def test_another_year_beside_a_cover_without_text_is_not_yet_a_failure() -> None:
    document = a_document(
        "renja.pdf",
        "",
        "Tahun 2021",
        dates=(a_date("Tahun 2021", "2021", "about", page=2),),
        years=(2021, 2021),
        basis="about",
    )
    finding = asked_of(DatedWithin(), document)
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert finding.message.id == (
        "Yang terlihat 2021, menurut masa yang disebut dalam dokumen: “Tahun 2021” (halaman 2), "
        "sedangkan yang diminta 2024; tetapi halaman 1 tanpa teks. Periksa halaman itu."
    )


# Laws --------------------------------------------------------------------------------------------

CHECKS: tuple[DocumentCheck, ...] = (
    Contains(any_of=("daftar informasi publik", "maklumat")),
    Contains(all_of=("permohonan informasi", "keberatan"), near=8),
    Titled(any_of=("laporan layanan", "rencana kerja"), not_any_of=("rencana strategis",)),
    HasColumns(all_of=(("nama pemohon", "pemohon"), ("tanggal",))),
    StatementOfNil(about=("keberatan",)),
    DatedWithin(),
    DatedWithin(date="signed"),
    Counted(what="items", at_least=2),
)
PHRASES = (
    "daftar informasi publik", "maklumat", "permohonan informasi", "keberatan", "laporan layanan",
    "rencana kerja", "rencana strategis", "nama pemohon", "tanggal", "surat pernyataan", "nihil",
    "ditetapkan di ranai", "nip. 19700101 199003 1 001",
)  # fmt: skip
words = st.lists(
    st.sampled_from([*PHRASES, *sorted(known_words())[::29]]), min_size=1, max_size=12
).map(" ".join)
texts = st.lists(words, min_size=1, max_size=3)


def both_ways(texts: list[str], confidence: int) -> tuple[Exhibit, Exhibit]:
    """Return the same document twice: with a text layer, and read by OCR without a mistake."""
    facts = {
        "titles": (a_title(texts[0]), a_title(texts[-1], 0.3, page=len(texts))),
        "dates": (a_date("2023", "2023", "about", page=len(texts)),),
        "years": (2023, 2023),
        "basis": "about",
        "list_items": 1,
    }
    clean = a_document("a.pdf", *texts, **facts)  # type: ignore[arg-type] # one table for both
    return clean, a_recognised_scan("a.pdf", *texts, confidence=confidence, **facts)


@given(st.sampled_from(CHECKS), texts)
def test_what_was_read_without_a_mistake_is_judged_as_clean_text(
    check: DocumentCheck, texts: list[str]
) -> None:
    clean, read = (asked_of(check, one) for one in both_ways(texts, SURE))
    # Ink on a scan is the one thing that clean text tells and OCR cannot.
    if isinstance(check, StatementOfNil) and "OCR tidak membaca" in read.message.id:
        return
    assert read.message.id.startswith(clean.message.id)
    assert replace(read, message=clean.message) == clean


@given(st.sampled_from((*CHECKS, Signed())), texts)
def test_badly_read_text_never_passes_and_never_fails(
    check: DocumentCheck, texts: list[str]
) -> None:
    _, read = both_ways(texts, UNSURE)
    assert asked_of(check, read).outcome is Outcome.NEEDS_REVIEW


@given(st.sampled_from((*CHECKS, Signed())), texts)
def test_clean_text_never_needs_tolerance(check: DocumentCheck, texts: list[str]) -> None:
    def never(*_: object) -> None:
        raise AssertionError("tolerance was asked for")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(misread, "misread_places", never)
        patched.setattr(misread, "is_misread", never)
        asked_of(check, both_ways(texts, SURE)[0])


# Signatures on scans -----------------------------------------------------------------------------


def test_a_misread_block_counts_only_where_ocr_read_it() -> None:
    block = "Ditetapkam di Ranai\nNlP, 19700101 199003 1 001"
    assert asked_of(Signed(), a_recognised_scan("a.pdf", block)).outcome is Outcome.MET
    assert asked_of(Signed(), a_document("a.pdf", block)).outcome is Outcome.NOT_MET


def test_a_scan_without_a_block_may_be_signed_in_ink() -> None:
    scan = a_recognised_scan("a.pdf", "Isi", "Kepala Dinas")
    finding = asked_of(Signed(), scan)
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert finding.message.id == (
        "Tidak terbaca blok tanda tangan, tetapi halaman 1–2 berupa pindaian dan OCR tidak membaca "
        "tinta; periksa halaman itu. Dibaca dengan OCR, keyakinan 91 % (halaman 2)."
    )
    assert asked_of(Signed(electronic=True), scan).outcome is Outcome.NOT_MET


ONE, OTHER = Text("Satu.", "One."), Text("Dua.", "Two.")


def read_by_ocr(message: Text, confidence: str, pages: str) -> Text:
    return say(READ_BY_OCR, message=message, confidence=confidence, pages=pages)


@pytest.mark.parametrize(("confidence", "pages"), [("91", "1"), ("85–97", "1–3, 5")])
def test_what_several_messages_say_of_the_reading_is_said_at_the_last(
    confidence: str, pages: str
) -> None:
    first, last = (read_by_ocr(one, confidence, pages) for one in (ONE, OTHER))
    assert said_once([first, last]) == [ONE, last]
    assert said_once([first, OTHER, last]) == [ONE, OTHER, last]
    assert said_once([first, OTHER]) == [first, OTHER]


def test_another_reading_is_another_thing_to_say() -> None:
    first, last = read_by_ocr(ONE, "91", "1"), read_by_ocr(OTHER, "91", "2")
    assert said_once([first, last]) == [first, last]
    assert said_once([ONE, OTHER]) == [ONE, OTHER]
    assert said_once([]) == []
