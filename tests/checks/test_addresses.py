"""What an address tells without being opened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.checks.addresses import (
    DRIVE,
    LOGIN,
    NOT_AN_ADDRESS,
    NOT_PUBLIC,
    NOT_WEB,
    NUMBERS_ONLY,
    ODD_LETTERS,
    SHORTENED,
    WITH_PASSWORD,
    doubt_of,
    fault_of,
)
from emonev.model.text import Text


@pytest.mark.parametrize(
    "url",
    [
        "https://ppid.contoh.go.id",
        "http://ppid.contoh.go.id:8080/informasi?tahun=2024#dip",
        "  HTTPS://PPID.CONTOH.GO.ID/  ",
        "https://ppid.contoh.go.id/administrasi/admin-umum.html",
        "https://youtu.be/abc_-1",
    ],
)
def test_a_plain_public_address_has_neither_fault_nor_doubt(url: str) -> None:
    assert (fault_of(url, ()), doubt_of(url)) == (None, None)


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("", NOT_AN_ADDRESS),
        ("ppid.contoh.go.id", NOT_AN_ADDRESS),
        ("https://", NOT_AN_ADDRESS),
        ("https://ppid.contoh.go.id/dua kata", NOT_AN_ADDRESS),
        ("https://ppid.contoh.go.id\u202e/", NOT_AN_ADDRESS),
        ("https://ppid..go.id/", NOT_AN_ADDRESS),
        ("https://ppid.contoh.go.id:banyak/", NOT_AN_ADDRESS),
        ("https://[::1/", NOT_AN_ADDRESS),
        ("https://" + "é" * 70 + ".go.id/", NOT_AN_ADDRESS),  # no such name can be registered
        ("javascript:alert(1)", NOT_WEB),
        ("file:///C:/bukti/dip.pdf", NOT_WEB),
        ("ftp://ppid.contoh.go.id/dip.pdf", NOT_WEB),
        ("mailto:ppid@contoh.go.id", NOT_WEB),
        ("https://petugas:rahasia@ppid.contoh.go.id/", WITH_PASSWORD),
        ("https://ppid.contoh.go.id@jahat.example/", WITH_PASSWORD),
        ("http://localhost/ppid", NOT_PUBLIC),
        ("http://server-kantor/ppid", NOT_PUBLIC),
        ("http://ppid.local/", NOT_PUBLIC),
        ("http://127.0.0.1/", NOT_PUBLIC),
        ("http://10.1.2.3/", NOT_PUBLIC),
        ("http://192.168.1.1:8000/", NOT_PUBLIC),
        ("http://[::1]/", NOT_PUBLIC),
        ("http://2130706433/", NOT_PUBLIC),
        ("http://0x7f000001/", NOT_PUBLIC),
    ],
)
def test_an_address_that_cannot_be_evidence_says_why(url: str, fault: Text) -> None:
    assert fault_of(url, ()) == fault


@pytest.mark.parametrize(
    ("url", "doubt"),
    [
        ("https://drive.google.com/file/d/abc/view", DRIVE),
        ("https://www.dropbox.com/s/abc", DRIVE),
        ("https://contoh-my.sharepoint.com/:b:/g/abc", DRIVE),
        ("https://accounts.google.com/signin", LOGIN),
        ("https://ppid.contoh.go.id/wp-login.php", LOGIN),
        ("https://ppid.contoh.go.id/masuk", LOGIN),
        ("https://ppid.contoh.go.id/?page=login", LOGIN),
        ("https://s.id/abc", SHORTENED),
        ("https://bit.ly/dip-2024", SHORTENED),
        ("http://8.8.8.8/ppid", NUMBERS_ONLY),
        ("https://kоminfo.go.id/", ODD_LETTERS),  # the first "о" is Cyrillic
        ("https://xn--kminfo-57g.go.id/", ODD_LETTERS),
    ],
)
def test_an_address_that_a_person_must_open_says_why(url: str, doubt: Text) -> None:
    assert fault_of(url, ()) is None
    assert doubt_of(url) == doubt


@pytest.mark.parametrize(
    ("url", "inside"),
    [
        ("https://natuna.go.id/", True),
        ("https://ppid.natuna.go.id/", True),
        ("https://ppid.natuna.go.id.example.com/", False),
        ("https://palsunatuna.go.id/", False),
    ],
)
def test_a_domain_holds_its_subdomains_and_no_look_alikes(url: str, *, inside: bool) -> None:
    assert (fault_of(url, ("natuna.go.id",)) is None) is inside


@given(st.text(max_size=80))
def test_no_address_breaks_the_check(url: str) -> None:
    if fault_of(url, ("go.id",)) is None:
        doubt_of(url)


@given(st.text(max_size=40))
def test_no_host_breaks_the_check(rest: str) -> None:
    url = "http://" + rest
    fault_of(url, ())
    doubt_of(url)
