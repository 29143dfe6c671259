"""Text layers that are worth keeping, and those that are not."""

import random
import string
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.evidence.ocr.rubbish import is_rubbish

DECREE = """KEPUTUSAN KEPALA DINAS KOMUNIKASI DAN INFORMATIKA
NOMOR 12 TAHUN 2024
TENTANG PENETAPAN DAFTAR INFORMASI PUBLIK
Menimbang: a. bahwa untuk melaksanakan ketentuan Pasal 11 Undang-Undang Nomor 14 Tahun 2008
tentang Keterbukaan Informasi Publik, perlu menetapkan daftar informasi publik setiap tahun;
b. bahwa PPID telah menyusun usulan daftar tersebut bersama seluruh bidang dan UPT."""
ENGLISH = """The service shall answer every request for information within ten working days and may
extend that time once, by seven days, giving its reasons in writing to whoever asked."""
FIGURES = """No. Uraian Pagu Realisasi %
1 Belanja 1.250.000.000 1.198.334.120 95,87
2 Modal 310.500.000 310.500.000 100,00
3 Hibah 45.000.000 0 0,00"""
ACRONYMS = "PPID DPRD BPKAD SKPD OPD NIP LPSE KIP PBJ RKA DPA LRA CALK LKPD BKPSDM " * 4
LINKS = "https://www.media.example/p/CxZqT9wvkVb/?utm_source=ig_web&igshid=MzRlODBiN\n" * 6
DOTS = "Nama pemohon ........................................ □ □ □ □ □ □ □ □ □ □ □ □ □ □\n" * 4


@pytest.mark.parametrize("text", [DECREE, ENGLISH, FIGURES, ACRONYMS, LINKS, DOTS, "", "  \n"])
def test_what_people_write_is_kept(text: str) -> None:
    assert not is_rubbish(text)


@pytest.mark.parametrize("by", [-29, -3, 1, 3, 64, 0x3C0, 0xE000])
def test_glyphs_read_as_others_are_rubbish(by: int) -> None:
    text = "".join(chr(max(33, ord(s) + by)) if s > " " else s for s in DECREE)
    assert is_rubbish(text)


def test_text_in_the_wrong_encoding_is_rubbish() -> None:
    assert is_rubbish(DECREE.encode("utf-8").decode("utf-16-le", "replace"))
    assert is_rubbish(DECREE.encode("cp037", "replace").decode("cp1252", "replace"))


def test_letters_swapped_for_others_are_rubbish() -> None:
    letters = string.ascii_letters
    swapped = DECREE.translate(str.maketrans(letters, letters[11:] + letters[:11]))
    assert is_rubbish(swapped)


@pytest.mark.parametrize("seed", range(5))
def test_a_third_of_the_characters_misread_is_rubbish_and_one_in_thirty_is_not(seed: int) -> None:
    assert is_rubbish(misread(DECREE, 0.35, seed))
    assert not is_rubbish(misread(DECREE, 0.03, seed))


def misread(text: str, share: float, seed: int) -> str:
    chance = random.Random(seed)
    signs = "il1|!;:'~^rnmtcoe0aSs5B8\\{}<>"
    return "".join(
        chance.choice(signs) if sign > " " and chance.random() < share else sign for sign in text
    )


def test_a_few_words_are_too_few_to_judge() -> None:
    assert not is_rubbish("Xqzt Wvbn 12/3")


@given(st.text(max_size=400))
def test_any_text_gets_an_answer(text: str) -> None:
    assert is_rubbish(text) in {True, False}


@pytest.mark.parametrize("unit", ["a", ".", "a.", "@", "www.", ". ", "\u3042", "https://", "□ "])
def test_no_text_takes_long(unit: str) -> None:
    begun = time.process_time()
    is_rubbish(unit * 2_000_000)
    assert time.process_time() - begun < 1.0
