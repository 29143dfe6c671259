"""Personal data in a text: what is some, what only looks like it, and how it is hidden."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.model.facts import DocumentText
from emonev.normalise import Hit, normalise, proof_of
from emonev.personal_data import PROVINCES, masked, personal_data_in

BULLETS = st.sampled_from(["", " ", ".", "-", "\u2013"])


def seen(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in personal_data_in(text)]


@st.composite
def niks(draw: st.DrawFn) -> str:
    """Draw an NIK as its structure asks, printed in one piece or in its parts."""
    born = draw(st.dates(datetime.date(1930, 1, 1), datetime.date(2024, 12, 31)))
    province, regency = draw(st.sampled_from(sorted(PROVINCES))), draw(st.integers(1, 30))
    day = born.day + draw(st.sampled_from([0, 40]))
    region = f"{province}{regency:02}{draw(st.integers(1, 60)):02}"
    birth = f"{day:02}{born:%m%y}"
    return draw(BULLETS).join([region, birth, f"{draw(st.integers(1, 9999)):04}"])


@st.composite
def phones(draw: st.DrawFn) -> str:
    head = draw(st.sampled_from(["08", "+62 8", "+628", "628", "(+62) 8", "+62-8"]))
    start = draw(st.sampled_from(["12", "21", "52", "77", "95"]))
    rest = draw(st.text("0123456789", min_size=7, max_size=9))
    between = draw(BULLETS)
    return head + start + between + rest[:4] + between + rest[4:]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Draw a text in which personal data of every kind stands among words and other numbers."""
    account = draw(st.text("0123456789", min_size=10, max_size=15))
    things = [
        f"NIK {draw(niks())}",
        f"HP {draw(phones())}",
        f"surel {draw(st.text('abcdefghijklmnop', min_size=1, max_size=12))}@gmail.com",
        f"rekening BRI {account} atas nama",
        f"NPWP {draw(st.integers(4, 99)):02}.123.456.7-{draw(st.integers(100, 999))}.000",
        "NIP 19700101 199003 1 001",
        "Rp1.250.000.000,00",
        "13-02-2022 17-03-2022",
        draw(st.text(max_size=20)),
    ]
    between = draw(st.sampled_from([" ", "\n", ", ", "\t"]))
    return between.join(draw(st.permutations(things)))


def test_there_are_38_provinces() -> None:
    assert len(PROVINCES) == 38


@given(niks())
def test_every_nik_is_seen_where_the_page_says_so(nik: str) -> None:
    assert seen(f"NIK: {nik} lahir di") == [("nik", nik)]


@given(phones())
def test_every_mobile_number_is_seen(phone: str) -> None:
    assert seen(f"HP {phone}") == [("phone", phone)]


@pytest.mark.parametrize(
    ("text", "kind", "printed"),
    [
        ("3201120101900001", "nik", "3201120101900001"),
        ("KTP 32.01.12.410190.0001;", "nik", "32.01.12.410190.0001"),
        ("NIK 3201 1201 0190 0001", "nik", "3201 1201 0190 0001"),
        ("(0812) 3456 7890", "phone", "(0812) 3456 7890"),
        ("https://wa.me/6281234567890", "phone", "6281234567890"),
        ("HP 0812-3456-7890, surel ppid@contoh.go.id", "phone", "0812-3456-7890"),
        ("No HP\tNama\n81234567890\tAni", "phone", "81234567890"),
        ("surel: budi.s@yahoo.co.id.", "email", "budi.s@yahoo.co.id"),
        ("Rek. BRI 0123-01-012345-50-1", "bank-account", "0123-01-012345-50-1"),
        ("No. Rekening\nAni, Bank Jateng, 3021456789", "bank-account", "3021456789"),
        ("09.254.294.3-407.000", "npwp", "09.254.294.3-407.000"),
        ("NPWP: 092542943407000", "npwp", "092542943407000"),
    ],
)
def test_what_belongs_to_a_person(text: str, kind: str, printed: str) -> None:
    assert seen(text) == [(kind, printed)]


@pytest.mark.parametrize(
    "text",
    [
        "NIP 197001011990031001",
        "NIP. 19700101 199003 1 001",
        "9901120101900001",  # no such province
        "3240120101900001",  # no such regency
        "3201120132900001",  # no 32nd day
        "3201127201900001",  # nor a 72nd
        "3201123002900001",  # no 30 February
        "3201120101900000",  # no serial number 0000
        "3201120101904321",  # a serial number so high, and nothing says that it is an NIK
        "0.3201120101900001",
        "2018 2019 2020 2021",
        "32 01 12 01 01 90 0001",  # a row of figures, unless something says that it is an NIK
        "(021) 3847790, 0274-123456, Fax. (0283) 351 061",
        "Hotline 0812-3456-7890",
        "WhatsApp PPID: 0812-3456-7890",
        "0812-3456-7890 (hotline PPID)",
        "melalui layanan konsultasi WhatsApp\n0811-150420-7, serta surel",
        "Pagu\tRealisasi\n81234567890\t81100000000",
        "Belanja telepon\t81234567890",
        "100 0 85 90 95 100 100",
        "ppid@contoh.go.id, nama.pejabat@contoh.go.id",
        "ppid.contoh@gmail.com, humas_contoh@yahoo.com",
        "kode rekening 5.1.02.01.01.0024 pada bank",
        "Rekening Kas Umum Daerah Bank Jabar 0123456789012",
        "rekening bank CV Maju Jaya BRI 012301012345501",
        "pembayaran melalui bank sebesar 1.250.000.000 dari rekening",
        "NPWP 01.254.294.3-407.000",
        "092542943407000",
    ],
)
def test_what_is_public_or_something_else(text: str) -> None:
    assert seen(text) == []


def test_what_names_a_number_on_the_page_decides_doubtful_ones() -> None:
    assert seen("Nomor KTP\n3201120101904321") == [("nik", "3201120101904321")]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("NIK 3201120101900001", "NIK 3201••••••••0001"),
        ("HP 0812-3456-7890", "HP 0812-••••-••90"),
        ("budi.s@gmail.com", "b•••••@gmail.com"),
        ("x@gmail.com", "•@gmail.com"),
        ("rekening BCA 1234567890", "rekening BCA ••••••7890"),
        ("NPWP 09.254.294.3-407.000", "NPWP 09.•••.•••.•-•••.000"),
    ],
)
def test_enough_stays_to_find_it_again(text: str, hidden: str) -> None:
    assert masked(text) == hidden


@given(documents())
def test_masked_text_holds_nothing_that_would_be_seen(text: str) -> None:
    hidden = masked(text)
    assert personal_data_in(hidden) == ()
    assert masked(hidden) == hidden


@given(documents())
def test_every_other_sign_keeps_its_place(text: str) -> None:
    hidden = masked(text)
    assert len(hidden) == len(text)
    assert all(new in {old, "•"} for new, old in zip(hidden, text, strict=True))


@given(st.text(alphabet=" .-()0123456789+@gmail.comrekBRI\n", max_size=400))
def test_any_text_is_masked_for_good(text: str) -> None:
    assert personal_data_in(masked(text)) == ()


@given(documents(), st.data())
def test_no_proof_shows_what_was_seen_on_its_page(text: str, data: st.DataObject) -> None:
    normal = normalise(text)
    start = data.draw(st.integers(0, max(0, len(normal) - 1)))
    end = data.draw(st.integers(start, min(len(normal), start + 30)))
    proof = proof_of(Hit(0, start, end), DocumentText((text,), (normal,)), "a.pdf")
    for one in personal_data_in(text):
        assert " ".join(text[one.start : one.end].split()) not in proof.snippet
