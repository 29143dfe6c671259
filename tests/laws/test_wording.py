"""The words of the laws: every place is there, cut precisely, and what is left out is marked."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.laws import LAWS, SOURCES, Line, Omission, Place, missing, read_citation, wording
from emonev.laws.structure import _laws
from emonev.laws.wording import _articles
from emonev.load.rubric import load_rubric
from emonev.resources import criteria_folder

RUBRICS = sorted(criteria_folder().glob("*.yaml"))
NOT_HELD = {"PERKI 1/2018"}
PLACES = [(law, line.place) for law in LAWS for lines in _articles(law).values() for line in lines]

CUT = {
    "PERKI 1/2021 Pasal 14 ayat (2) huruf a": """\
…
(2) Informasi Publik sebagaimana dimaksud pada ayat (1) paling sedikit terdiri atas:
  a. Informasi tentang profil Badan Publik;
  …""",
    "PERKI 1/2021 Pasal 15 ayat (9) huruf c angka 3 dan 4": """\
…
(9) Informasi pengadaan barang dan jasa Pemerintah sebagaimana dimaksud dalam Pasal 14 ayat (2) \
huruf i paling sedikit terdiri atas:
  …
  c. tahap pelaksanaan, meliputi:
    …
    3. Surat Perintah Mulai Kerja;
    4. Surat Jaminan Pelaksanaan;
…""",
    "UU 14/2008 Pasal 12": """\
Setiap tahun Badan Publik wajib mengumumkan layanan informasi, yang meliputi:
  a. jumlah permintaan informasi yang diterima;
  b. waktu yang diperlukan Badan Publik dalam memenuhi setiap permintaan informasi;
  c. jumlah pemberian dan penolakan permintaan informasi; dan/atau
  d. alasan penolakan permintaan informasi.""",
    "PERKI 1/2021 Pasal 63 huruf b": """\
Pada saat Peraturan ini mulai berlaku:
  …
  b. Peraturan Komisi Informasi Nomor 1 Tahun 2017 tentang Pengklasifikasian Informasi (Berita \
Negara Republik Indonesia Tahun 2017 Nomor 429),
dicabut dan dinyatakan tidak berlaku.""",
}


@pytest.mark.parametrize(("citation", "words"), CUT.items(), ids=list(CUT))
def test_a_citation_shows_its_place_and_what_it_stands_in(citation: str, words: str) -> None:
    assert _words_of(citation) == words


def test_places_of_one_article_are_cut_from_it_together() -> None:
    both = (Place("12", letter="a"), Place("12", letter="d"))
    (found,) = wording("UU 14/2008", both)
    signs = [line.sign if isinstance(line, Line) else "…" for line in found.lines]
    assert signs == ["", "a.", "…", "d."]


def test_only_what_is_cited_is_said_to_be() -> None:
    (found,) = wording("UU 14/2008", (Place("9", "2", "a"),))
    cited = [line.place for line in found.lines if isinstance(line, Line) and line.cited]
    assert cited == [Place("9", "2", "a")]


@pytest.mark.parametrize(
    ("law", "place"),
    [
        ("UU 14/2008", Place("65")),
        ("UU 14/2008", Place("9", "2", "z")),
        ("PERKI 1/2021", Place(outside="Lampiran II")),
        ("PERKI 1/2018", Place("7", letter="a")),
    ],
)
def test_what_is_not_held_has_no_words(law: str, place: Place) -> None:
    assert wording(law, (place,)) == ()


@pytest.mark.parametrize("law", LAWS)
def test_the_texts_have_the_places_that_the_structure_knows(law: str) -> None:
    known = {
        Place(article, paragraph, letter, str(number) if number else "")
        for article, paragraphs in _laws()[law].articles.items()
        for paragraph, letters in paragraphs.items()
        for letter, numbers in letters.items()
        for number in range(numbers + 1)
    } | {
        Place(article, paragraph)
        for article, paragraphs in _laws()[law].articles.items()
        for paragraph in ("", *paragraphs)
    }
    there = {
        place for held, place in PLACES if held == law and not place.paragraph.startswith("[")
    } | {Place(article) for article in _articles(law)}
    assert there == known


@pytest.mark.parametrize("path", RUBRICS, ids=lambda path: path.stem)
def test_every_citation_of_a_shipped_rubric_has_its_words(path: Path) -> None:
    rubric = load_rubric(path)
    cited = [read_citation(law) for criterion in rubric.criteria() for law in criterion.law]
    assert cited
    for citation in cited:
        assert citation is not None
        if citation.law not in NOT_HELD:
            assert citation.places
            assert all(wording(citation.law, (place,)) for place in citation.places), citation


@pytest.mark.parametrize("law", LAWS)
def test_every_law_held_has_a_source(law: str) -> None:
    assert set(SOURCES) == set(LAWS)
    assert law.split("/")[1] in SOURCES[law].title


@given(st.data())
def test_every_line_is_shown_once_or_left_out_in_a_marked_gap(data: st.DataObject) -> None:
    law, place = data.draw(st.sampled_from(PLACES))
    lines = _articles(law)[place.article]
    (found,) = wording(law, (place,))
    shown = [line for line in found.lines if isinstance(line, Line)]
    assert [(one.place, one.words) for one in shown] == [
        (one.place, one.words)
        for one in lines
        if place.contains(one.place) or one.place.contains(place)
    ]
    left_out = any(isinstance(line, Omission) for line in found.lines)
    assert left_out == (len(shown) < len(lines))
    assert missing(law, place) is None or place.paragraph.startswith("[")


@pytest.mark.parametrize("law", LAWS)
def test_no_line_holds_what_a_print_leaves_behind(law: str) -> None:
    """Blanks, broken words, lines that stop half way; of these two are the prints' own."""
    lines = [line for held in _articles(law).values() for line in held]
    assert [line for line in lines if line.words != " ".join(line.words.split())] == []
    assert [line for line in lines if re.search(r"[a-z]- |-$", line.words)] == []
    halved = [line.place for line in lines if not re.search(r"([.;:,)]|dan|atau)$", line.words)]
    assert halved == {
        "PERKI 1/2021": [Place("1", number="10")],
        "UU 14/2008": [Place("27", "4")],
    }.get(law, [])


def _words_of(citation: str) -> str:
    cited = read_citation(citation)
    assert cited is not None
    (found,) = wording(cited.law, cited.places)
    return "\n".join(_as_text(line) for line in found.lines)


def _as_text(line: Line | Omission) -> str:
    words = "…" if isinstance(line, Omission) else f"{line.sign} {line.words}".strip()
    return "  " * line.depth + words
