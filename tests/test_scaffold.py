"""A new workspace can be used as it is, on any system, and never costs anybody a file."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.errors import EmonevError
from emonev.load import load_answers, load_rubric, load_workspace, shipped_rubrics
from emonev.model.rubric import NotApplicableRule, Rubric
from emonev.model.text import Text
from emonev.model.workspace import Answer, Body
from emonev.model.years import YearRule
from emonev.scaffold import Made, make_workspace
from emonev.scaffold.files import quoted, with_rubric
from emonev.scaffold.naming import LONGEST_NAME, folder_name, short_words
from emonev.scaffold.note import WIDTH, note_of
from tests.builders import a_criterion, a_rubric, a_stage, an_indicator

BODY = Body(
    name="Pemerintah Kabupaten Natuna", category="kabupaten-kota", province="Kepulauan Riau"
)
RUBRIC = a_rubric(
    a_stage(
        an_indicator(
            a_criterion("JEN-01", text=Text("Apakah DIP diumumkan, lengkap?", "Is it published?")),
            a_criterion("JEN-02", text=Text("Apakah “DIK” ditetapkan?", "Is it decreed?")),
        )
    ),
    a_stage(id="presentasi", entered=True),
)


def files_of(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def contents_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_workspace_has_a_folder_for_each_criterion(tmp_path: Path) -> None:
    made = make_workspace(tmp_path / "natuna", BODY, RUBRIC, 2024)
    assert files_of(tmp_path / "natuna") == [
        "bukti",
        "bukti/2024",
        "bukti/2024/JEN-01 - DIP diumumkan",
        "bukti/2024/JEN-01 - DIP diumumkan/BACA-SAYA.txt",
        "bukti/2024/JEN-02 - “DIK” ditetapkan",
        "bukti/2024/JEN-02 - “DIK” ditetapkan/BACA-SAYA.txt",
        "emonev.yaml",
        "jawaban",
        "jawaban/2024.yaml",
        "laporan",
    ]
    assert made.kept == ()
    assert made.line_to_add is None


def test_what_is_made_can_be_loaded(tmp_path: Path) -> None:
    make_workspace(tmp_path, BODY, RUBRIC, 2024, "en")
    workspace = load_workspace(tmp_path)
    answers = load_answers(tmp_path / "jawaban/2024.yaml", RUBRIC)
    assert workspace.body == BODY
    assert workspace.rubrics == {2024: "kabkota-2024"}
    assert workspace.language == "en"
    assert answers.answers == {"JEN-01": Answer(), "JEN-02": Answer()}


@pytest.mark.parametrize("path", shipped_rubrics(), ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_shipped_rubric_makes_a_workspace(tmp_path: Path, path: Path, language: str) -> None:
    rubric = load_rubric(path)
    make_workspace(tmp_path, BODY, rubric, rubric.year, "en" if language == "en" else "id")
    folders = list((tmp_path / f"bukti/{rubric.year}").iterdir())
    answers = load_answers(tmp_path / f"jawaban/{rubric.year}.yaml", rubric)
    assert len(folders) == len(list(rubric.criteria())) == len(answers.answers)


def test_making_it_again_changes_nothing(tmp_path: Path) -> None:
    make_workspace(tmp_path, BODY, RUBRIC, 2024)
    (tmp_path / "jawaban/2024.yaml").write_text("mine", "utf-8")
    before = contents_of(tmp_path)
    made = make_workspace(tmp_path, BODY, RUBRIC, 2024)
    assert contents_of(tmp_path) == before
    assert made.made == ()


def test_a_folder_that_a_person_renamed_is_taken(tmp_path: Path) -> None:
    (tmp_path / "bukti/2024/jen-01 punya kami").mkdir(parents=True)
    make_workspace(tmp_path, BODY, RUBRIC, 2024)
    assert sorted(path.name for path in (tmp_path / "bukti/2024").iterdir()) == [
        "JEN-02 - “DIK” ditetapkan",
        "jen-01 punya kami",
    ]


def test_another_year_is_added_and_remarks_stay(tmp_path: Path) -> None:
    make_workspace(tmp_path, BODY, RUBRIC, 2024)
    before = (tmp_path / "emonev.yaml").read_text("utf-8")
    made = make_workspace(tmp_path, BODY, RUBRIC, 2025, reference="rubrik kami.yaml")
    after = (tmp_path / "emonev.yaml").read_text("utf-8")
    line = "  2024: kabkota-2024\n"
    assert after == before.replace(line, f"{line}  2025: rubrik kami.yaml\n")
    assert made.line_to_add is None
    assert load_workspace(tmp_path).rubrics == {2024: "kabkota-2024", 2025: "rubrik kami.yaml"}


def test_where_adding_is_unsure_the_line_is_told(tmp_path: Path) -> None:
    text = "schema: emonev/workspace/1\nbody: {name: N, category: c}\nrubrics: {2024: a}\n"
    (tmp_path / "emonev.yaml").write_text(text, "utf-8")
    made = make_workspace(tmp_path, BODY, RUBRIC, 2025)
    assert made.line_to_add == "  2025: kabkota-2024"
    assert (tmp_path / "emonev.yaml").read_text("utf-8") == text


def test_a_file_in_another_encoding_is_left_alone(tmp_path: Path) -> None:
    content = "schema: emonev/workspace/1\nrubrics:\n  2024: a\n".encode("utf-16")
    (tmp_path / "emonev.yaml").write_bytes(content)
    made = make_workspace(tmp_path, BODY, RUBRIC, 2025)
    assert made.line_to_add == "  2025: kabkota-2024"
    assert (tmp_path / "emonev.yaml").read_bytes() == content


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("rubrics:\n  2023: a\nx: 1\n", "rubrics:\n  2023: a\n  2024: bb\nx: 1\n"),
        ("rubrics: # r\r\n    2023: a\r\n\r\nx: 1", "rubrics: # r\r\n    2023: a\r\n    2024: bb\r\n\r\nx: 1"),
        ("rubrics:\n  # lama\n  2023: a # r\n# baru\n", "rubrics:\n  # lama\n  2023: a # r\n  2024: bb\n# baru\n"),
        ("rubrics:\n", None),
        ("rubrics: {2023: a}\n", None),
        ("rubrics:\n  2023:\n    a\n", None),
        ("rubrics:\n  2023: a", None),
        ("body: {}\n", None),
    ],
)  # fmt: skip
def test_a_line_is_added_only_where_that_is_sure(before: str, after: str | None) -> None:
    assert with_rubric(before, 2024, "bb") == after


def test_a_place_where_nothing_can_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "natuna").write_text("a file", "utf-8")
    with pytest.raises(EmonevError) as error:
        make_workspace(tmp_path / "natuna", BODY, RUBRIC, 2024)
    assert error.value.slug == "init-refused"


def test_old_editors_show_what_is_made(tmp_path: Path) -> None:
    make_workspace(tmp_path, BODY, RUBRIC, 2024)
    for name, content in contents_of(tmp_path).items():
        assert content.count(b"\n") == content.count(b"\r\n"), name
        assert content.isascii() or content.startswith(b"\xef\xbb\xbf"), name


@given(st.text(max_size=200), st.sampled_from(["A", "JEN-01", "x" * 40]))
def test_a_folder_name_is_safe_on_windows(question: str, id_: str) -> None:
    name = folder_name(a_criterion(id_, text=Text(question, question)), "id")
    assert name.startswith(id_)
    assert len(name) <= LONGEST_NAME
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
    assert name == name.strip(" .")
    assert name.isprintable()


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Apakah Daftar Informasi Publik (DIP) ditetapkan?", "Daftar Informasi Publik"),
        ("Apakah laporan keuangan yang telah diaudit oleh BPK diumumkan?", "Laporan keuangan yang telah diaudit"),
        ("Berapa SOP/prosedur: ada?", "Berapa SOP prosedur"),
        ("???", ""),
    ],
)  # fmt: skip
def test_a_folder_is_named_by_the_first_words_that_make_sense(question: str, words: str) -> None:
    assert short_words(question, 42) == words


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1))
def test_any_name_of_a_body_survives(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    folder = tmp_path_factory.mktemp("w")
    text = f"schema: emonev/workspace/1\nbody: {{name: {quoted(name)}, category: c}}\nrubrics: {{2024: a}}\n"
    (folder / "emonev.yaml").write_text(text, "utf-8")
    assert load_workspace(folder).body.name == name


@pytest.mark.parametrize(
    "word", ["null", "~", "yes", "- a", "a: b", "a #b", "'", '"', "@a", "a, b"]
)
def test_words_that_mean_something_in_yaml_are_quoted(tmp_path: Path, word: str) -> None:
    make_workspace(tmp_path, Body(name=word, category="c", province=word), RUBRIC, 2024)
    assert load_workspace(tmp_path).body == Body(name=word, category="c", province=word)


NOTE = """\
JEN-07
Apakah rencana strategis tersedia?

Bukti yang diterima:
  Renstra yang telah ditetapkan.

Tahun bukti:
  tahun 2022 sampai 2024, atau edisi terbaru sampai 2024, atau dokumen dengan
  periode yang mencakup tahun 2024

Dasar hukum:
  - UU 14/2008 Pasal 9
  - PERKI 1/2021 Pasal 15

Batas portal:
  Berkas PDF, paling besar 2 MB setiap berkas. Yang lebih besar diserahkan
  sebagai tautan.

Bila belum ada:
  Tetapkan renstra.

Bila tidak berlaku:
  Tulis alasannya di jawaban/2024.yaml dan lampirkan surat pernyataan di
  folder ini.

Cara menyerahkan:
  Letakkan berkas bukti di folder ini; nama berkas bebas. Tulis tautan di
  jawaban/2024.yaml. Berkas petunjuk ini sendiri tidak dinilai.
"""


def test_the_note_says_what_is_asked() -> None:
    criterion = a_criterion(
        "JEN-07",
        text=Text("Apakah rencana strategis tersedia?", "Is there a plan?"),
        accepts=Text("Renstra yang telah ditetapkan.", "A decreed plan."),
        years=(YearRule("years", -2, 0), YearRule("latest"), YearRule("period")),
        law=("UU 14/2008 Pasal 9", "PERKI 1/2021 Pasal 15"),
        remedy=Text("Tetapkan renstra.", "Decree one."),
        na=NotApplicableRule(allowed=True),
    )
    assert note_of(criterion, RUBRIC, 2024, "id") == NOTE


def test_the_note_fits_a_narrow_window() -> None:
    rubric: Rubric = load_rubric(shipped_rubrics()[0])
    for criterion in rubric.criteria():
        assert all(
            len(line) <= WIDTH for line in note_of(criterion, rubric, 2024, "id").split("\n")
        )


def test_what_was_made_is_told(tmp_path: Path) -> None:
    made = make_workspace(tmp_path, BODY, RUBRIC, 2024)
    assert isinstance(made, Made)
    assert "emonev.yaml" in made.made
