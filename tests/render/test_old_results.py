"""Results that were saved once can be drawn for ever: one of each schema that ever was."""

from pathlib import Path

import pytest

from emonev.load import load_assessment
from emonev.model.assessment import SCHEMA
from emonev.model.text import Language
from emonev.render.html import DESIGNS, render_html
from emonev.render.public import for_the_public
from emonev.render.result_sheet import result_csv, result_workbook

SAVED = sorted((Path(__file__).parent / "saved").glob("assessment-*.json"))


def test_there_is_one_of_every_schema() -> None:
    newest = int(SCHEMA.rsplit("/", 1)[-1])
    assert [path.stem for path in SAVED] == [f"assessment-{n}" for n in range(1, newest + 1)]


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_form_can_be_drawn_of_it(path: Path, language: Language) -> None:
    saved = load_assessment(path)
    for design in DESIGNS:
        assert saved.body.name in render_html(saved, language, design=design)
    assert saved.body.name in render_html(for_the_public(saved), language, to_workspace=None)
    assert result_workbook(saved, language)
    assert result_csv(saved, language)
