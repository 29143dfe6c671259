"""Web pages: what a visitor reads, and where the page was saved from."""

import time
from pathlib import Path

import pytest

from emonev.evidence.limits import Limits
from emonev.evidence.readers import read_file
from emonev.evidence.reading import Line, Reading
from emonev.model.facts import LinkSeen, Table

LIMITS = Limits()


def read(folder: Path, source: str | bytes) -> Reading:
    path = folder / "x.html"
    path.write_bytes(source if isinstance(source, bytes) else source.encode())
    return read_file(path, "html", LIMITS)


def text(folder: Path, source: str | bytes) -> str:
    return read(folder, source).texts[0]


def test_the_main_text_is_read_without_menus_and_scripts(tmp_path: Path) -> None:
    source = (
        "<title>DIP - PPID</title><header><nav>Beranda</nav></header><main><h1>Daftar <b>Inf</b>ormasi"
        "</h1><p>Tahun 2024</p><script>let a</script></main><footer>Hak cipta</footer>"
    )
    reading = read(tmp_path, source)
    assert reading.texts == ("Daftar Informasi\nTahun 2024",)
    assert reading.lines == (
        Line(text="DIP - PPID", page=1, style="html-title"),
        Line(text="Daftar Informasi", page=1, style="heading1"),
    )


def test_a_page_of_menus_alone_keeps_them(tmp_path: Path) -> None:
    assert text(tmp_path, "<nav><a href=/a>Profil</a></nav>") == "Profil"


def test_an_article_keeps_its_own_header(tmp_path: Path) -> None:
    source = "<article><header><h1>Maklumat</h1></header><p>Isi</p></article>"
    assert text(tmp_path, source) == "Maklumat\nIsi"


def test_cells_and_blocks_do_not_run_together(tmp_path: Path) -> None:
    source = "<table><tr><td>Renja</td><td>2024</td></tr></table><p>satu</p><p>dua<br>tiga</p>"
    assert text(tmp_path, source) == "Renja\t2024\nsatu\ndua\ntiga"


def test_tables_put_merged_cells_where_they_are_seen(tmp_path: Path) -> None:
    source = (
        "<table><caption>DIP</caption><tr><th rowspan=2>No<th rowspan=2>Informasi<th colspan=2>Waktu"
        "<tr><th>Mulai<th>Selesai<tr><td>1<td>Renja<td>2023<td>2024</table>"
    )
    assert read(tmp_path, source).tables == (
        Table("DIP", ("No", "Informasi", "Waktu Mulai", "Waktu Selesai"), 1, 4, page=1, numbered=1),
    )


def test_a_table_that_only_arranges_others_is_left_out(tmp_path: Path) -> None:
    inner = "<table><tr><th>No<th>Judul<tr><td>1<td>Renja</table>"
    tables = read(tmp_path, f"<table><tr><td>{inner}</td><td>x</td></tr></table>").tables
    assert [table.header for table in tables] == [("No", "Judul")]


def test_links_and_frames_are_found_and_scripts_are_no_links(tmp_path: Path) -> None:
    source = (
        "<p>x<a href='dip.pdf'>Unduh <i>DIP</i></a><a href='#atas'>atas</a>"
        "<a href='javascript:alert(1)'>!</a><iframe src='https://contoh.go.id/lihat'></iframe>"
    )
    assert read(tmp_path, source).links == (
        LinkSeen("https://contoh.go.id/lihat", "", 1),
        LinkSeen("dip.pdf", "Unduh DIP", 1),
    )


@pytest.mark.parametrize(
    "source",
    [
        "<!-- saved from url=(0028)https://ppid.contoh.go.id/dip --><p>x",
        "<!-- Page saved with SingleFile \n url: https://ppid.contoh.go.id/dip \n --><p>x",
        "<link rel=canonical href='https://ppid.contoh.go.id/dip'><p>x",
        "<meta property='og:url' content='https://ppid.contoh.go.id/dip'><p>x",
    ],
)
def test_a_saved_page_says_where_it_came_from(tmp_path: Path, source: str) -> None:
    assert read(tmp_path, source).properties["url"] == "https://ppid.contoh.go.id/dip"


def test_an_address_that_is_none_is_not_taken(tmp_path: Path) -> None:
    source = "<link rel=canonical href='javascript:alert(1)'><p>x"
    assert "url" not in read(tmp_path, source).properties


def test_the_day_of_publication_is_a_property(tmp_path: Path) -> None:
    source = (
        "<meta property='article:published_time' content='2024-09-27T08:00:00+07:00'>"
        "<meta property='article:modified_time' content='besok'><p>x"
    )
    assert read(tmp_path, source).properties == {"created": "2024-09-27T08:00:00+07:00"}


@pytest.mark.parametrize(
    "source",
    [
        "<title>SIPD</title><p>Kata sandi</p><form><input type=PASSWORD></form>",
        "<title>SIPD</title><p>Silakan login terlebih dahulu",
        "<title>Google Drive</title><p>Anda memerlukan akses</p><button>Minta akses</button>",
    ],
)
def test_a_login_page_is_noted(tmp_path: Path, source: str) -> None:
    assert [note.code for note in read(tmp_path, source).notes] == ["saved-login-page"]


def test_a_full_page_with_a_login_box_is_no_login_page(tmp_path: Path) -> None:
    source = "<p>" + "Daftar informasi publik. " * 60 + "<form>Masuk<input type=password></form>"
    assert not read(tmp_path, source).notes


@pytest.mark.parametrize(
    "content",
    [
        "<p>Pérsyaratan “publik”".encode("utf-8-sig"),
        "<p>Pérsyaratan “publik”".encode("utf-16"),
        "<p>Pérsyaratan “publik”".encode("utf-16-le"),
        "<p>Pérsyaratan “publik”".encode(),
        b"<meta charset=windows-1252>" + "<p>Pérsyaratan “publik”".encode("cp1252"),
        "<p>Informasi yang wajib tersedia setiap saat. Pérsyaratan “publik”".encode("cp1252"),
        b"<meta charset=salah>" + "<p>Pérsyaratan “publik”".encode(),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, content: bytes) -> None:
    assert text(tmp_path, content).endswith("Pérsyaratan “publik”")


def test_a_hundred_thousand_nested_elements_do_not_hold_it_up(tmp_path: Path) -> None:
    begun = time.perf_counter()
    reading = read(tmp_path, "<div>" * 100_000 + "Isi" + "</div>" * 100_000)
    assert time.perf_counter() - begun < 5
    assert reading.texts == ("Isi",)


def test_a_long_flat_page_is_not_taken_for_a_deep_one(tmp_path: Path) -> None:
    reading = read(tmp_path, "<ul>" + "<li><a href=x>butir</a></li>" * 20_000 + "</ul>")
    assert reading.texts[0].split("\n") == ["• butir"] * 20_000
    assert not reading.notes


def test_markup_in_text_and_odd_characters_stay_text(tmp_path: Path) -> None:
    source = "<p>&lt;script&gt;alert(1)&lt;/script&gt; \u202egnp.exe &#xD800; {x}"
    assert text(tmp_path, source) == "<script>alert(1)</script> \u202egnp.exe \ufffd {x}"


@pytest.mark.parametrize("source", ["<html></html>", "<p> \n </p>", "<!-- x -->"])
def test_a_page_of_nothing_is_empty(tmp_path: Path, source: str) -> None:
    problem = read(tmp_path, source).problem
    assert problem is not None
    assert problem.code == "empty"


def test_half_a_page_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    assert text(tmp_path, "<p>Daftar</p><table><tr><td>Renja<td") == "Daftar\nRenja"


def test_a_declaration_brings_in_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("SANGAT-RAHASIA", encoding="utf-8")
    source = f'<!DOCTYPE x [<!ENTITY r SYSTEM "{secret.as_uri()}">]><p>isi &r;</p>'
    assert "SANGAT" not in repr(read(tmp_path, source))
