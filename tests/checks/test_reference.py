"""The reference in criteria/README.md is current, and what it shows can be loaded as shown."""

import re
from pathlib import Path

import pytest

from emonev.checks import KINDS
from emonev.checks.contains import Contains
from emonev.checks.examples import PERIOD, THIS_YEAR, Example
from emonev.checks.reference import (
    BEGIN,
    END,
    README,
    SHARED,
    as_yaml,
    examples_of,
    main,
    reference,
    renewed,
)
from emonev.checks.reviewed import Reviewed
from emonev.load import load_rubric
from emonev.load.lint import lint_rubric
from emonev.model.check import Check
from emonev.model.text import Text
from emonev.model.years import YearRule

EXAMPLES = [
    pytest.param(example, id=f"{name}: {example.name}")
    for name, kind in KINDS.items()
    for example in examples_of(kind)
]


def whole_rubric() -> str:
    blocks: list[str] = re.findall(
        r"```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL
    )
    return next(block for block in blocks if block.startswith("schema:"))


def loaded(check: str, folder: Path) -> Check:
    """Return the check as the loader reads it from a rubric that asks nothing else."""
    before, _, after = whole_rubric().partition("            checks:\n")
    _, _, rest = after.partition("            remedy:")
    file = folder / "rubric.yaml"
    file.write_text(
        f"{before}            checks:\n              - {check}\n            remedy:{rest}",
        encoding="utf-8",
    )
    (criterion,) = load_rubric(file).criteria()
    return criterion.checks[0]


def test_the_reference_is_current() -> None:
    readme = README.read_text(encoding="utf-8")
    assert readme == renewed(readme), "run: python -m emonev.checks.reference --write"


def test_the_rubric_in_the_readme_has_no_mistakes(tmp_path: Path) -> None:
    file = tmp_path / "contoh-2024.yaml"
    file.write_text(whole_rubric(), encoding="utf-8")
    assert [fault for fault in lint_rubric(file) if fault.severity == "error"] == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_check_reads_back_as_it_is_shown(example: Example, tmp_path: Path) -> None:
    assert loaded(as_yaml(example.check), tmp_path) == example.check


@pytest.mark.parametrize(
    "check",
    [
        Contains(any_of=("a: b", "#x", "ya", "true", "null", "2024", "- x", "“q”", 'say "so"')),
        Contains(all_of=("x, y", "[z]"), near=0, pages=3, of="any", label=Text("Isi", "Content")),
        Reviewed(ask=Text("Sudah: benar?", "Is it, too?")),
    ],
)
def test_odd_words_survive_being_written(check: Check, tmp_path: Path) -> None:
    assert loaded(as_yaml(check), tmp_path) == check


def test_year_rules_are_written_as_they_are_read() -> None:
    kind = KINDS["dated-within"]
    rules = (
        THIS_YEAR,
        YearRule("years", -1, -1),
        YearRule("years", -2, 0),
        YearRule("years", 2021, 2023, relative=False),
        PERIOD,
        YearRule("latest"),
    )
    shown = as_yaml(kind(years=rules))  # type: ignore[call-arg] # the table knows only Check
    assert shown == "{kind: dated-within, years: [N, N-1, N-2..N, 2021..2023, period, latest]}"


def test_every_kind_and_setting_is_in_the_reference() -> None:
    text = reference()
    for name, kind in KINDS.items():
        assert f"### {name}\n" in text
        for field in kind.__struct_encode_fields__:
            assert f"`{field}`" in text or field in SHARED


def test_writing_renews_only_what_stands_between_the_marks(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    main(["--write"], readme)
    assert readme.read_text(encoding="utf-8") == (
        f"before\n{BEGIN}\n\n{reference()}\n{END}\nafter\n"
    )


def test_without_writing_it_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    main([])
    assert capsys.readouterr().out == reference()


def test_what_all_kinds_share_is_explained_once() -> None:
    readme, _, _ = README.read_text(encoding="utf-8").partition(BEGIN)
    assert [name for name in SHARED if f"| `{name}` |" not in readme] == []


def test_every_setting_says_what_it_means() -> None:
    rows = [line for line in reference().splitlines() if line.startswith("| `")]
    assert rows
    assert [row for row in rows if row.rstrip(" |").endswith("–") or row.endswith("|  |")] == []
