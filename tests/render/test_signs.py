import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.render.signs import visible, visible_lines

ANY = st.text(st.characters())  # surrogates and control signs too


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("laporan\u202efdp.exe", r"laporan\u202efdp.exe"),
        ("a\u200bb", r"a\u200bb"),
        ("baris\nbaru", r"baris\x0abaru"),
        ("\udcff.pdf", r"\udcff.pdf"),
        ("Café – «ß» 日本", "Café – «ß» 日本"),
    ],
)
def test_what_acts_or_hides_is_spelt_out(hostile: str, shown: str) -> None:
    assert visible(hostile) == shown


@given(ANY)
def test_nothing_that_is_shown_can_act_on_a_terminal(text: str) -> None:
    categories = {unicodedata.category(sign) for sign in visible(text)}
    assert not categories & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(ANY)
def test_showing_twice_changes_nothing(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert visible_lines(visible_lines(text)) == visible_lines(text)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_prose_keeps_its_lines(end: str) -> None:
    assert visible_lines(f"satu{end}dua\tdua{end}") == "satu\ndua dua\n"


def test_a_lone_carriage_return_cannot_overwrite_a_line() -> None:
    assert visible_lines("baik\rburuk") == r"baik\x0dburuk"
