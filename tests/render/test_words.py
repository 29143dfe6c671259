import re
from pathlib import Path

from emonev.model.finding import Outcome
from emonev.render.words import OUTCOMES, WORDS, words_in
from emonev.resources import reports_folder

RENDER = Path(__file__).parents[2] / "emonev" / "render"
CHOSEN_BY_VALUE = re.compile(
    r"(claimed|supported|reviewed|review|text|status|mode|method_band|claim|cannot)(_.*)?"
)


def test_both_languages_name_the_same_values() -> None:
    for name, text in WORDS.items():
        assert _named(text.id) == _named(text.en), name


def test_every_outcome_has_a_word_and_a_sign_of_its_own() -> None:
    assert set(OUTCOMES) == set(Outcome)
    for place in (1, 2):
        assert len({shown[place] for shown in OUTCOMES.values()}) == len(Outcome)


def test_no_word_is_left_over() -> None:
    files = [*RENDER.glob("*.py"), *reports_folder().rglob("*.j2")]
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in files
        if path.stem not in {"words", "method_words"}
    )
    for name in WORDS:
        used = f"words.{name}" in source or f'"{name}"' in source
        assert used or CHOSEN_BY_VALUE.fullmatch(name), name


def test_words_come_in_the_language_asked_for() -> None:
    assert words_in("id")["total"] == "Nilai akhir"
    assert words_in("en")["total"] == "Total"


def _named(template: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", template))
