import io
import re
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from emonev.model.assessment import Assessment
from emonev.model.finding import Outcome
from emonev.model.text import Language, Text
from emonev.model.workspace import Body, EnteredStage
from emonev.render.terminal import console, render_criteria, render_explain, render_terminal
from tests.builders import (
    a_criterion_result,
    a_finding,
    a_proof,
    a_stage_result,
    an_assessment,
    an_indicator_result,
)
from tests.conftest import Golden
from tests.render.rich import a_rich_assessment

REPORT = Path("laporan") / "2024.html"
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_whole_output_when_piped(golden: Golden, language: Language) -> None:
    golden(f"terminal.{language}.txt", _printed(a_rich_assessment(), language))


def test_nothing_is_wider_than_80_columns_or_ends_in_blanks() -> None:
    for line in _printed(a_rich_assessment(), "id").splitlines():
        assert len(line) <= 80
        assert line == line.rstrip()


@pytest.mark.parametrize("width", [30, 40, 60, 79])
@pytest.mark.parametrize("language", ["id", "en"])
def test_on_a_narrow_screen_words_go_below_and_none_is_lost(width: int, language: Language) -> None:
    assessment, file = a_rich_assessment(), io.StringIO()
    screen = Console(file=file, width=width, highlight=False, markup=False, emoji=False)
    render_terminal(assessment, language, screen, None)
    render_criteria(assessment, "*", language, screen)
    render_explain(assessment, language, screen)
    narrow, wide = file.getvalue(), io.StringIO()
    longest = max(len(word) for word in narrow.split())
    assert max(len(line) for line in narrow.splitlines()) <= max(width, longest + 12)
    screen = Console(file=wide, width=100, highlight=False, markup=False, emoji=False)
    render_terminal(assessment, language, screen, None)
    assert sorted(set(wide.getvalue().split()) - set(narrow.split())) == []


def test_a_pipe_gets_neither_colour_nor_box_drawing() -> None:
    printed = _printed(a_rich_assessment(), "id")
    assert "\x1b" not in printed
    assert not re.search("[\u2500-\u259f✓✗◐→]", printed)


def test_a_terminal_gets_colour_and_blocks() -> None:
    out = io.StringIO()
    screen = Console(file=out, force_terminal=True, width=80, color_system="standard")
    render_terminal(a_rich_assessment(), "id", screen, REPORT)
    assert "\x1b[" in out.getvalue()
    assert "█" in out.getvalue()
    assert "✗ belum terpenuhi" in out.getvalue()


def test_a_certain_total_is_one_number() -> None:
    entry = EnteredStage(value=Fraction(80), by="Sekretaris PPID")
    printed = _printed(an_assessment(a_stage_result(entered=True, entry=entry)), "id")
    assert "Nilai akhir: 80,00  Menuju Informatif\n" in printed
    assert "(sementara)" not in printed
    assert "Nilai 80 diisi oleh Sekretaris PPID" in printed


def test_a_bar_is_full_only_where_nothing_is_missing() -> None:
    almost = [a_criterion_result(f"A-{n}") for n in range(999)]
    missing = a_criterion_result("B-1", Outcome.NOT_MET)
    printed = _printed(an_assessment(a_stage_result(an_indicator_result(*almost, missing))), "id")
    assert "#" * 19 + "." in printed
    assert "#" * 20 not in printed


def test_only_ten_gaps_are_listed_and_the_rest_is_counted() -> None:
    lost = [a_criterion_result(f"K-{n:02}", Outcome.NOT_MET) for n in range(13)]
    printed = _printed(an_assessment(a_stage_result(an_indicator_result(*lost))), "id")
    assert printed.count("belum terpenuhi") == 10
    assert "3 kriteria lain masih menahan 23,08 poin" in printed


def test_criteria_are_chosen_by_patterns() -> None:
    out = io.StringIO()
    screen = Console(file=out, width=80)
    assert render_criteria(a_rich_assessment(), "jen-03, PEL-0[12]", "id", screen)
    assert re.findall(r"^(\w+-\d+) ", out.getvalue(), re.MULTILINE) == [
        "JEN-03",
        "PEL-01",
        "PEL-02",
    ]


def test_a_pattern_that_matches_nothing_says_so() -> None:
    assert not render_criteria(a_rich_assessment(), "XYZ-*", "id", Console(file=io.StringIO()))


def test_criteria_whole(golden: Golden) -> None:
    out = io.StringIO()
    render_criteria(a_rich_assessment(), "*", "id", Console(file=out, width=80))
    golden("criteria.id.txt", out.getvalue())


def test_the_arithmetic_is_printed_with_its_indentation() -> None:
    out = io.StringIO()
    render_explain(an_assessment(), "id", Console(file=out, width=80))
    assert "\n  JEN-01: 1 × 1 = 1\n" in out.getvalue()


@given(st.text(st.characters(), min_size=1))
def test_hostile_text_cannot_act_on_the_terminal(text: str) -> None:
    pair = Text(text, text)
    finding = a_finding(Outcome.NOT_MET, message=pair, proofs=(a_proof(text, snippet=text),))
    criterion = a_criterion_result(text, Outcome.NOT_MET, text=pair, findings=(finding,))
    assessment = an_assessment(
        a_stage_result(an_indicator_result(criterion, title=pair)),
        body=Body(name=text, category="kabupaten-kota"),
    )
    out = io.StringIO()
    screen = Console(file=out, width=80)
    render_terminal(assessment, "id", screen, Path("2024.html"))
    render_criteria(assessment, "*", "id", screen)
    assert not CONTROL.search(out.getvalue())


def test_markup_in_foreign_text_is_printed_as_it_stands() -> None:
    name = "[red]Kabupaten[/red] :smile:"
    printed = _printed(an_assessment(body=Body(name=name, category="kabupaten-kota")), "id")
    assert name in printed


def test_standard_output_is_80_columns_when_piped(capsys: pytest.CaptureFixture[str]) -> None:
    screen = console()
    assert screen.width == 80
    assert not screen.is_terminal


def _printed(assessment: Assessment, language: Language) -> str:
    out = io.StringIO()
    render_terminal(assessment, language, Console(file=out, width=80), REPORT)
    return out.getvalue()
