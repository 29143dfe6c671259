"""Questionnaires as offices send them: each kind of mess, what becomes of it, and what is told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.errors import EmonevError
from emonev.load import load_rubric
from emonev.load.lint import lint_rubric
from emonev.load.questionnaire import Draft, Given, import_questionnaire
from emonev.model.grid import Sheet
from emonev.model.rubric import Criterion, Rubric, Staircase
from tests.load.rubric_yaml import written

GIVEN = Given(
    id="uji", file="uji.xlsx", category="opd", authority="Komisi Informasi", year=2024, title="Uji"
)


def sheet(text: str, name: str = "Lembar1") -> Sheet:
    """Return a sheet drawn as lines with `|` between the cells; `¶` breaks a line in a cell."""
    rows = [
        [cell.strip().replace("¶", "\n") for cell in line.split("|")] for line in text.split("\n")
    ]
    width = max(map(len, rows))
    return Sheet(name, tuple((*row, *[""] * (width - len(row))) for row in rows))


def drafted(*sheets: Sheet) -> Draft:
    return import_questionnaire(sheets, GIVEN)


def loaded(draft: Draft, folder: Path) -> Rubric:
    return load_rubric(written(folder, draft.yaml, "uji.yaml"))


def criteria(draft: Draft, folder: Path) -> list[Criterion]:
    return list(loaded(draft, folder).criteria())


def told(draft: Draft) -> list[str]:
    return [f"{doubt.place} {doubt.slug}" for doubt in draft.doubts]


FORM = sheet(
    """\
KUESIONER KETERBUKAAN INFORMASI|||||
DINAS CONTOH TAHUN 2024|||||
|||||
No|Pertanyaan|Tersedia||Bukti|Nilai|Bobot
||Ya|Tidak|||
(1)|(2)|(3)|(4)|(5)|(6)|(7)
SARANA||||||
A|Meja layanan|||||
1|Tersedia <b>meja</b> layanan&nbsp;informasi|||Foto tahun 2024|2/1/0|2
2|Formulir:|||||
|a. permohonan|||Foto|1/0,5/0|1
|b. keberatan|||Foto|1/0,5/0|1
KELEMBAGAAN||||||
A|Keputusan|||||
1|SK PPID sesuai PERKI 1/2021 Pasal 7 ayat (1)|||SK (jika tidak ada, surat pernyataan)|3/2/1/0|3""",
    "Kuesioner",
)


def test_a_form_with_two_header_rows_headings_and_numbering_that_begins_again(
    tmp_path: Path,
) -> None:
    draft = drafted(FORM)
    rubric = loaded(draft, tmp_path)
    (stage,) = rubric.stages
    assert [(i.title.id, int(i.weight)) for i in stage.indicators] == [
        ("SARANA", 4),
        ("KELEMBAGAAN", 3),
    ]
    assert [(c.id, c.text.id, c.group) for c in rubric.criteria()] == [
        ("SAR-01", "Tersedia meja layanan informasi", "Meja layanan"),
        ("SAR-02", "Formulir: permohonan", "Meja layanan"),
        ("SAR-03", "Formulir: keberatan", "Meja layanan"),
        ("KEL-01", "SK PPID sesuai PERKI 1/2021 Pasal 7 ayat (1)", "Keputusan"),
    ]
    assert (draft.rows, draft.criteria) == (5, 4)
    assert told(draft) == ["Kuesioner!B10 no-points"]


def test_what_the_words_say_is_kept(tmp_path: Path) -> None:
    last = criteria(drafted(FORM), tmp_path)[-1]
    assert last.law == ("PERKI 1/2021 Pasal 7 ayat (1)",)
    assert last.na.allowed
    assert last.na.needs == "surat-pernyataan"
    assert last.accepts is not None
    assert last.accepts.id == "SK (jika tidak ada, surat pernyataan)"


def test_graded_points_become_steps_for_a_person_to_judge(tmp_path: Path) -> None:
    last = criteria(drafted(FORM), tmp_path)[-1]
    assert isinstance(last.scoring, Staircase)
    assert [str(step) for step in last.scoring.steps] == ["1/3", "2/3", "1"]
    asks = [check.ask.id for check in last.checks]  # type: ignore[attr-defined] # all are `reviewed`
    assert asks[0] == "Apakah bukti layak mendapat paling sedikit 1 dari 3 poin?"


def test_the_lowest_option_may_still_earn_points(tmp_path: Path) -> None:
    graded = sheet("No|Pertanyaan|Sesuai|Hampir|Cukup|Kurang\n1|Apakah SK ada?|3|2,8|2,2|1,8")
    (criterion,) = criteria(drafted(graded), tmp_path)
    assert isinstance(criterion.scoring, Staircase)
    assert [str(step) for step in criterion.scoring.steps] == ["3/5", "11/15", "14/15", "1"]
    assert "Cukup" in drafted(graded).yaml or "cukup" in drafted(graded).yaml


def test_options_with_names_of_their_own_are_known_by_their_falling_points(tmp_path: Path) -> None:
    graded = sheet(
        """\
No|Pertanyaan|Sangat Baik|Baik|Kurang Baik|Target 2024
1|Apakah SK ada?|4|3|1|12
2|Apakah SOP ada?|2|1|0,5|"""
    )
    draft = drafted(graded)
    first, second = criteria(draft, tmp_path)
    assert (int(first.weight), int(second.weight)) == (4, 2)
    assert isinstance(first.scoring, Staircase)
    assert "“sangat baik”" in draft.yaml


def test_yes_and_no_are_all_or_nothing(tmp_path: Path) -> None:
    yes_or_no = sheet("No|Pertanyaan|Pilihan|Poin\n1|Apakah SK ada?|Ya/Tidak|2/0\n2|SOP?||4")
    first, second = criteria(drafted(yes_or_no), tmp_path)
    assert (first.scoring, int(first.weight), len(first.checks)) == ("all", 2, 1)
    assert (second.scoring, int(second.weight)) == ("all", 4)


def test_options_in_rows_of_their_own(tmp_path: Path) -> None:
    rows = sheet(
        """\
No|Pertanyaan|Jawaban|Skor
1|Apakah DIP ditetapkan?|Ditetapkan tahun ini|4
||Ditetapkan tahun lalu|2
||Belum|0
2|Apakah DIK ditetapkan?|Ya|2
||Tidak|0"""
    )
    first, second = criteria(drafted(rows), tmp_path)
    assert isinstance(first.scoring, Staircase)
    assert [str(step) for step in first.scoring.steps] == ["1/2", "1"]
    assert second.scoring == "all"


def test_options_in_rows_may_begin_with_the_worst(tmp_path: Path) -> None:
    rows = sheet(
        """\
No|Pertanyaan|Jawaban|Skor
1|Apakah DIP ditetapkan?|Belum|0
||Ditetapkan tahun lalu|2
||Ditetapkan tahun ini|4
2|Sebutkan tautannya:||
||Lainnya|9
3|Apakah DIK ditetapkan?|Tidak|0"""
    )
    draft = drafted(rows)
    (only,) = criteria(draft, tmp_path)
    assert int(only.weight) == 4
    assert "“Ditetapkan tahun ini”" in draft.yaml
    assert told(draft) == [
        "Lembar1!B5 no-points",
        "Lembar1!C6 left-over",
        "Lembar1!B7 no-points",
    ]


def test_an_indicator_in_merged_cells_holds_until_the_next(tmp_path: Path) -> None:
    rows = sheet(
        """\
Indikator|Sub Indikator|Pertanyaan|Data Dukung|Bobot
Kualitas|Profil|Apakah profil ada?|Tautan|1
||Apakah LHKPN ada?|PDF|1
|Kinerja|Apakah LKjIP ada?|PDF|2
Komitmen||Apakah SK PPID ada?|PDF|3"""
    )
    rubric = loaded(drafted(rows), tmp_path)
    assert [i.title.id for i in rubric.stages[0].indicators] == ["Kualitas", "Komitmen"]
    assert [c.group for c in rubric.criteria()] == ["Profil", "Profil", "Kinerja", None]


def test_headings_in_the_column_of_questions(tmp_path: Path) -> None:
    rows = sheet(
        """\
No|Pertanyaan|Bukti|Bobot
|I. KELEMBAGAAN||30
|A. Legalitas||
1|Apakah SK PPID ada?|PDF|30
|II. SARANA||20
|Meja layanan||
1|Apakah meja layanan ada?|Foto|20
|Apakah papan pengumuman ada?||"""
    )
    draft = drafted(rows)
    rubric = loaded(draft, tmp_path)
    assert [(i.title.id, int(i.weight)) for i in rubric.stages[0].indicators] == [
        ("KELEMBAGAAN", 30),
        ("SARANA", 20),
    ]
    assert [c.group for c in rubric.criteria()] == ["Legalitas", "Meja layanan"]
    assert told(draft) == [
        "Lembar1!D2 part-weight",
        "Lembar1!D5 part-weight",
        "Lembar1!B8 no-points",
    ]


def test_a_sheet_for_each_indicator(tmp_path: Path) -> None:
    head = "No|Uraian|Bukti|Bobot\n"
    draft = drafted(
        sheet("Isilah lembar berikut dengan benar.", "Petunjuk"),
        sheet(head + "1|Apakah SK PPID ada?|PDF|60", "Kelembagaan"),
        sheet(head + "1|Apakah meja layanan ada?|Foto|41", "Sarana Prasarana"),
        Sheet("Rahasia", (("No", "Uraian", "Bobot"), ("1", "Apakah ini?", "5")), hidden=True),
    )
    rubric = loaded(draft, tmp_path)
    assert [i.title.id for i in rubric.stages[0].indicators] == ["Kelembagaan", "Sarana Prasarana"]
    assert [i.id for i in rubric.stages[0].indicators] == ["kelembagaan", "sarana-prasarana"]
    assert told(draft) == ["Petunjuk no-table", "Rahasia hidden-sheet"]


def test_a_name_that_windows_reserves_becomes_another(tmp_path: Path) -> None:
    rows = sheet(
        "Indikator|Pertanyaan|Bobot\nNUL|Apakah SK ada?|1\nSarana 1|Meja?|1\nSarana|Kursi?|1"
    )
    rubric = loaded(drafted(rows), tmp_path)
    assert [i.id for i in rubric.stages[0].indicators] == ["nul-1", "sarana", "sarana-3"]
    assert [c.id for c in rubric.criteria()] == ["NUL-01", "SAR-01", "I03-01"]


def test_columns_without_a_header_are_known_by_what_they_hold(tmp_path: Path) -> None:
    rows = sheet(
        """\
1|Apakah keputusan tentang PPID ada?|Naskah keputusan yang ditandatangani|3/2/1/0
2|Apakah daftar informasi publik ada?|Naskah daftar dan keputusannya|2/1/0
3|Apakah laporan layanan informasi ada?|Naskah laporan tahun sebelumnya|1/0,5/0
4|Apakah maklumat layanan ada di loket?|Foto maklumat di tempat layanan|1/0"""
    )
    asked = criteria(drafted(rows), tmp_path)
    assert [int(c.weight) for c in asked] == [3, 2, 1, 1]
    assert asked[0].text.id == "Apakah keputusan tentang PPID ada?"
    assert asked[0].accepts is not None
    assert asked[0].accepts.id == "Naskah keputusan yang ditandatangani"


def test_numbering_in_the_text_and_a_header_on_every_page(tmp_path: Path) -> None:
    rows = sheet(
        """\
Pertanyaan|Bukti|Bobot
1. Apakah SK ada?|PDF|1
2. Apakah SOP ada?|PDF|1
Pertanyaan|Bukti|Bobot
3) Apakah DIP ada?|PDF|1"""
    )
    asked = criteria(drafted(rows), tmp_path)
    assert [c.text.id for c in asked] == ["Apakah SK ada?", "Apakah SOP ada?", "Apakah DIP ada?"]


def test_what_is_unclear_is_told_with_its_cell() -> None:
    draft = drafted(
        sheet(
            """\
No|Pertanyaan|Bukti|Nilai|Bobot|Verifikator
1|Apakah SK ada?|PDF|3/2/1/0|2|ya
2|Apakah SOP ada?|PDF|03-02-2001||
3|Apakah DIP ada?|PDF|1 s.d. 3||
4|Apakah DIK ada?|PDF||0|
Jumlah||||5|"""
        )
    )
    assert told(draft) == [
        "Lembar1!F1 unused-column",
        "Lembar1!D2 points-weight",
        "Lembar1!D3 points-unclear",
        "Lembar1!B3 no-points",
        "Lembar1!D4 points-unclear",
        "Lembar1!B4 no-points",
        "Lembar1!B5 no-points",
        "Lembar1!E6 sum",
    ]
    assert draft.doubts[2].message.id == (
        "“03-02-2001” adalah tanggal; aplikasi lembar kerja mungkin mengubah poin seperti “3/2/1”"
    )
    for doubt in draft.doubts:
        assert doubt.place in draft.yaml


def test_the_year_is_found_in_the_title_lines() -> None:
    from msgspec.structs import replace

    without = replace(GIVEN, year=None)
    assert import_questionnaire([FORM], without).year == 2024
    nowhere = sheet("No|Pertanyaan|Bobot\n1|Apakah SK 42 Tahun 2023 ada?|1")
    with pytest.raises(EmonevError, match="year was not found"):
        import_questionnaire([nowhere], without)


def test_a_file_without_questions_is_refused() -> None:
    with pytest.raises(EmonevError, match="no questions"):
        drafted(sheet("Selamat datang"), sheet("No|Nama|Alamat\n1|Kantor|Jalan"))


def test_import_then_lint_finds_what_real_questionnaires_had(tmp_path: Path) -> None:
    """A sum of 101, a row copied by accident, a question without points."""
    rows = [f"{n}|Apakah dokumen {word} tersedia?|PDF|10" for n, word in enumerate("abcdefghij", 1)]
    copied = "11|Apakah dokumen c tersedia?|PDF|1"
    text = "\n".join(["No|Pertanyaan|Bukti|Bobot", *rows, copied, "12|Sebutkan dua paket:|PDF|"])
    draft = drafted(sheet(text))
    faults = lint_rubric(written(tmp_path, draft.yaml, "uji.yaml"))
    slugs = {fault.slug for fault in faults}
    assert {"weights-sum", "duplicate-question", "no-english", "not-said"} == slugs
    assert any("101" in fault.message.id for fault in faults)
    assert not any(fault.severity == "error" for fault in faults)
    assert told(draft) == ["Lembar1!B13 no-points"]


cells = st.one_of(
    st.sampled_from(
        ["", "1", "2", "a.", "A", "No", "Pertanyaan", "Bobot", "Nilai", "3/2/1", "0,5", "Jumlah"]
    ),
    st.text(max_size=12),
    st.sampled_from(["Apakah SK ada?", "- bagian", "I. SARANA", "b) bagian", "x: {y}", "# &*!"]),
)


@given(st.lists(st.lists(cells, min_size=1, max_size=6), max_size=12))
def test_any_sheet_gives_a_rubric_or_a_reason(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:  # fmt: skip
    head = ("No", "Pertanyaan", "Bukti", "Nilai", "Bobot")
    grid = Sheet("L", (head, *map(tuple, rows), ("9", "Apakah SK ada?", "PDF", "", "2")))
    try:
        draft = drafted(grid)
    except EmonevError as error:  # a row that looks like part of the header hid the columns
        assert error.slug == "no-questions"  # noqa: PT017 - the other way out is checked below
        return
    path = written(tmp_path_factory.mktemp("uji"), draft.yaml, "uji.yaml")
    rubric = load_rubric(path)
    assert sum(1 for _ in rubric.criteria()) == draft.criteria >= 1
    assert draft.rows >= draft.criteria
