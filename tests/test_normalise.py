"""Normal text: what counts as the same words, and where they stand on the page."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from emonev.model.facts import DocumentText
from emonev.normalise import find_phrase, normalise, printed_span, proof_of

SPACED = st.sampled_from(["K E P U T U S A N", "2 0 2 4", "1 2 3 4", "a b", "c  d", "-", "–", "\n"])
PRINTED = st.one_of(
    st.text(), st.lists(st.one_of(SPACED, st.text(max_size=4))).map(" ".join), st.text("ab-–12 \n")
)


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("Daftar  Informasi\n Publik", "daftar informasi publik"),
        ("UNDANG-UNDANG", "undangundang"),
        ("Undang–Undang", "undangundang"),
        ("keter-\nbukaan", "keterbukaan"),
        ("keter- \r\n  bukaan", "keterbukaan"),
        ("COVID-19", "covid19"),
        ("Renstra 2021-2026", "renstra 2021-2026"),
        ("27-09-2024", "27-09-2024"),
        ("informasi - publik", "informasi - publik"),
        ("K E P U T U S A N  B U P A T I", "keputusan bupati"),
        ("T A H U N 2 0 2 4", "tahun 2024"),
        ("1 2 3 4 5 6", "1 2 3 4 5 6"),
        ("1 9 2 0 2 4", "1 9 2 0 2 4"),
        ("eﬁsien ﬂora", "efisien flora"),
        ("Ré\u00adsumé\u200b", "resume"),
        ("a\u00a0b", "a b"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_the_same_words_become_the_same_text(printed: str, normal: str) -> None:
    assert normalise(printed) == normal


@given(PRINTED)
@example("a b  c d")
@example("2 0 2 4 2 0 2 4")
def test_normalising_twice_changes_nothing_more(printed: str) -> None:
    assert normalise(normalise(printed)) == normalise(printed)


WORDS = st.lists(st.from_regex(r"[a-zA-Zé]{2,8}", fullmatch=True), min_size=1, max_size=6)


@given(PRINTED)
@example("K E P U T U S A N  B U P A T I")
@example("Tahun 2 0 2 4")
@example("undang-\n undang 27-09-2024")
@example("α β γ δ")
def test_words_become_the_same_text_on_a_page_of_their_own_and_on_a_full_one(printed: str) -> None:
    full_page = "Isi halaman yang biasa. " * 50
    assert (
        normalise(f"{full_page} . {printed} .")
        == f"{normalise(full_page)} . {normalise(f'{printed} .')}"
    )


@given(WORDS, WORDS, WORDS, st.sampled_from([" ", "  ", "\n", " \r\n "]))
def test_a_found_phrase_leads_back_to_the_words_as_printed(
    before: list[str], wanted: list[str], after: list[str], gap: str
) -> None:
    phrase = gap.join(wanted)
    printed = f"{gap.join(before)} | {phrase} | {gap.join(after)}"
    normal = normalise(printed)
    hits = list(find_phrase(normalise(phrase), [normal]))
    spans = [printed[slice(*printed_span(printed, normal, hit.start, hit.end))] for hit in hits]
    assert phrase in spans


@given(PRINTED, st.data())
def test_any_part_of_the_normal_text_lies_in_its_printed_span(
    printed: str, data: st.DataObject
) -> None:
    normal = normalise(printed)
    words = normal.split(" ") if normal else []
    if not words:
        return
    place = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join([*words[:place], ""]))
    span = printed_span(printed, normal, start, start + len(words[place]))
    assert normalise(words[place]).replace(" ", "") in normalise(printed[slice(*span)]).replace(
        " ", ""
    )


def test_a_phrase_is_found_as_whole_words_only() -> None:
    assert list(find_phrase("dip", ["dipa dan dip"])) == [*find_phrase("dip", ["xxxx xxx dip"])]


def test_words_that_ran_together_are_found() -> None:
    (hit,) = find_phrase("daftar informasi", [normalise("DAFTARINFORMASI Publik")])
    assert (hit.start, hit.end) == (0, 15)


def test_a_proof_shows_the_words_as_printed_and_marks_them() -> None:
    printed = "Lampiran\nD A F T A R Informasi\nPublik tahun 2024"
    text = DocumentText((printed,), (normalise(printed),))
    (hit,) = find_phrase("daftar informasi publik", text.normal)
    proof = proof_of(hit, text, "bukti/dip.pdf")
    ((start, end),) = proof.marks
    assert proof.page == 1
    assert proof.snippet == "Lampiran D A F T A R Informasi Publik tahun 2024"
    assert proof.snippet[start:end] == "D A F T A R Informasi Publik"
