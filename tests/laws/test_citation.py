"""Citations in the forms that rubrics and questionnaires use, and what they name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.laws import Citation, Place, citations_in, read_citation

READ = {
    "UU 14/2008": ("UU 14/2008", []),
    "UU 14/2008 Pasal 9": ("UU 14/2008", ["Pasal 9"]),
    "PERKI 1/2021 Pasal 15 ayat (9) huruf b angka 21": (
        "PERKI 1/2021",
        ["Pasal 15 ayat (9) huruf b angka 21"],
    ),
    "PERKI 1/2021 Pasal 15 ayat (1) huruf a dan c": (
        "PERKI 1/2021",
        ["Pasal 15 ayat (1) huruf a", "Pasal 15 ayat (1) huruf c"],
    ),
    "UU 14/2008 Pasal 9 ayat (2) huruf a–c": (
        "UU 14/2008",
        ["Pasal 9 ayat (2) huruf a", "Pasal 9 ayat (2) huruf b", "Pasal 9 ayat (2) huruf c"],
    ),
    "PERKI 1/2021 Pasal 45 ayat (5)–(7)": (
        "PERKI 1/2021",
        ["Pasal 45 ayat (5)", "Pasal 45 ayat (6)", "Pasal 45 ayat (7)"],
    ),
    "PERKI 1/2021 Pasal 49 ayat (3) s.d. ayat (4)": (
        "PERKI 1/2021",
        ["Pasal 49 ayat (3)", "Pasal 49 ayat (4)"],
    ),
    "PERKI 1/2021 Pasal 14, 16 dan 17": ("PERKI 1/2021", ["Pasal 14", "Pasal 16", "Pasal 17"]),
    "PERKI 1/2021 Pasal 45 sampai dengan Pasal 46": ("PERKI 1/2021", ["Pasal 45", "Pasal 46"]),
    "UU 14/2008 Pasal 11 ayat (1) huruf a dan ayat (2)": (
        "UU 14/2008",
        ["Pasal 11 ayat (1) huruf a", "Pasal 11 ayat (2)"],
    ),
    "PERKI 1/2021 Pasal 15 ayat (9) huruf b angka 21 dan 22, huruf c angka 2": (
        "PERKI 1/2021",
        [
            "Pasal 15 ayat (9) huruf b angka 21",
            "Pasal 15 ayat (9) huruf b angka 22",
            "Pasal 15 ayat (9) huruf c angka 2",
        ],
    ),
    "UU KIP Pasal 12 huruf d": ("UU 14/2008", ["Pasal 12 huruf d"]),
    "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik Pasal 9": (
        "UU 14/2008",
        ["Pasal 9"],
    ),
    "Perki No. 1 Tahun 2021 Psl. 15 ayat 9 hrf b": (
        "PERKI 1/2021",
        ["Pasal 15 ayat (9) huruf b"],
    ),
    "PERKI 1/2021 Lampiran II": ("PERKI 1/2021", ["Lampiran II"]),
    "UU 14/2008 BAB IV Pasal 9": ("UU 14/2008", ["Pasal 9"]),
    "UU 14/2008 Penjelasan Pasal 9": ("UU 14/2008", ["Pasal 9"]),
    "PERDA Kabupaten Natuna 3/2020 Pasal 2": ("PERDA Kabupaten Natuna 3/2020", ["Pasal 2"]),
    "Permendagri 3/2017": ("PERMENDAGRI 3/2017", []),
}


@pytest.mark.parametrize(("text", "read"), READ.items(), ids=list(READ))
def test_a_citation_names_its_places(text: str, read: tuple[str, list[str]]) -> None:
    law, places = read
    cited = read_citation(text)
    assert cited is not None
    assert (cited.law, [str(place) for place in cited.places]) == (law, places)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Pasal 9",
        "UU 14/2008 Pasal",
        "UU 14/2008 Pasal 9 Pasal 10",
        "UU 14/2008 Pasal 9 ayat (a)",
        "UU 14/2008 Pasal 9 huruf 2",
        "UU 14/2008 Pasal 9–3",
        "UU 14/2008 Pasal 9 dan seterusnya",
        "peraturan yang berlaku",
    ],
)
def test_what_cannot_be_read_to_its_end_is_no_citation(text: str) -> None:
    assert read_citation(text) is None


def test_citations_are_found_in_running_text() -> None:
    found = citations_in(
        "Sesuai PermenKP No 42 Tahun 2023 dan UU No. 14 Tahun 2008 Pasal 9 ayat (1) dan (2), "
        "sebagaimana diatur PERKI 1/2021 (Pasal 4), badan publik di daerah …"
    )
    assert list(found) == [
        Citation("PERMENKP 42/2023"),
        Citation("UU 14/2008", (Place("9", "1"), Place("9", "2"))),
        Citation("PERKI 1/2021", (Place("4"),)),
    ]


def test_a_place_contains_itself_and_what_lies_within() -> None:
    ayat = Place("15", "9")
    assert ayat.contains(ayat)
    assert ayat.contains(Place("15", "9", "b", "21"))
    assert not ayat.contains(Place("15", "1"))
    assert not ayat.contains(Place("15"))
    assert not Place("1").contains(Place("15"))
    assert Place(outside="Lampiran II").contains(Place(outside="Lampiran II"))
    assert not Place(outside="Lampiran II").contains(Place("2"))


steps = st.tuples(
    st.integers(1, 64), st.integers(1, 12), st.sampled_from("abcdefgh"), st.integers(1, 23)
)


@given(steps, st.integers(1, 4))
def test_a_place_is_read_as_it_is_written(path: tuple[int, int, str, int], depth: int) -> None:
    place = Place(*map(str, path[:depth]))
    assert read_citation(f"PERKI 1/2021 {place}") == Citation("PERKI 1/2021", (place,))


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    read_citation(text)
    read_citation(f"UU 14/2008 Pasal {text}")
    list(citations_in(f"{text} PERKI 1/2021 Pasal 5 {text}"))
