from pathlib import Path

import pytest

from emonev.errors import EmonevError
from emonev.render.html import render_html
from emonev.render.own_design import TEMPLATE
from tests.render.rich import a_rich_assessment


def test_an_office_draws_its_own_report(tmp_path: Path) -> None:
    drawn = _drawn(
        tmp_path, "<h1>{{ view.head.body }}</h1>{{ words.total }} {{ view.total.total }}"
    )
    assert drawn == "<h1>Pemerintah Kabupaten Contoh</h1>Nilai akhir 38,10–79,43"


def test_shipped_parts_can_be_used_and_foreign_words_stay_escaped(tmp_path: Path) -> None:
    source = (
        '{% import "assessment/macros.html.j2" as draw with context %}{% set full = true %}'
        '{% include "assessment/parts/evidence.html.j2" %}'
    )
    drawn = _drawn(tmp_path, source)
    assert "&lt;img src=x" in drawn
    assert "<img" not in drawn


def test_its_own_style_and_the_policy_go_together(tmp_path: Path) -> None:
    (tmp_path / "style.css").write_text("h1 { color: red }", encoding="utf-8")
    drawn = _drawn(tmp_path, "{{ style }}|{{ policy }}")
    assert drawn.startswith("h1 { color: red }\n@media")
    assert "sha256-" in drawn


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("a\n{% if %}", 2, "Expected an expression"),
        ("a\nb\n{{ view.nothing }}", 3, "has no attribute 'nothing'"),
        ("{{ 1 / 0 }}", 1, "ZeroDivisionError"),
        ("\n\n{% include 'hilang.j2' %}", 3, "hilang.j2"),
        ("\n{{ ''.__class__.__mro__ }}", 2, "unsafe"),
        ("\n{{ view.__class__.__init__.__globals__ }}", 2, "unsafe"),
        ("\n{{ range(10000000) }}", 2, "Range too big"),
        ("\n{% include '../rahasia.txt' %}", 2, "rahasia.txt"),
    ],
)
def test_a_broken_template_is_told_with_its_line(
    tmp_path: Path, source: str, line: int, said: str
) -> None:
    (tmp_path.parent / "rahasia.txt").write_text("rahasia", encoding="utf-8")
    with pytest.raises(EmonevError) as caught:
        _drawn(tmp_path, source)
    assert caught.value.slug == "design-faulty"
    assert f"{tmp_path / TEMPLATE}:{line}:" in caught.value.message.id
    assert said in caught.value.message.id


@pytest.mark.parametrize("content", [b"a{}</style>", b"\xff\xfe", b"/* <!-- */"])
def test_a_style_that_cannot_stand_in_a_page_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "style.css").write_bytes(content)
    with pytest.raises(EmonevError) as caught:
        _drawn(tmp_path, "")
    assert "style.css" in caught.value.message.id


def test_a_folder_without_a_template_is_told(tmp_path: Path) -> None:
    with pytest.raises(EmonevError) as caught:
        render_html(a_rich_assessment(), "id", design=str(tmp_path))
    assert caught.value.slug == "design-missing"
    assert TEMPLATE in caught.value.message.id


def _drawn(folder: Path, source: str) -> str:
    (folder / TEMPLATE).write_text(source, encoding="utf-8")
    return render_html(a_rich_assessment(), "id", design=str(folder))
