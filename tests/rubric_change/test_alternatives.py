"""More ways to prove the same thing are easier, fewer are harder, whatever way they are written."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.checks import KINDS
from emonev.checks.any_of import AnyOf
from emonev.model.check import Check
from emonev.model.text import Text
from emonev.rubric_change import differences_of_checks


def check(kind: str, **settings: Any) -> Check:
    return KINDS[kind](**settings)


def either(*alternatives: tuple[Check, ...] | Check, **settings: Any) -> AnyOf:
    lists = tuple(one if isinstance(one, tuple) else (one,) for one in alternatives)
    return AnyOf(alternatives=lists, **settings)


NIL = check("statement-of-nil", about=("keberatan",))
TITLED = check("titled", any_of=("register keberatan",))
COLUMNS = check("has-columns", all_of=(("tanggal",),))
REGISTER = (TITLED, COLUMNS)
SIGNED, DATED, EXISTS = check("signed"), check("dated-within"), check("exists")


def said(old: tuple[Check, ...], new: tuple[Check, ...]) -> list[tuple[str, str]]:
    return [(found.direction, found.text.id) for found in differences_of_checks(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ((either(NIL, REGISTER),), (either(REGISTER, NIL),), []),
        (
            (either(NIL, SIGNED),),
            (either(NIL, SIGNED, REGISTER),),
            [("looser", "Juga diterima: judul dokumen “register keberatan”.")],
        ),
        (
            (either(NIL, SIGNED, REGISTER),),
            (either(SIGNED, REGISTER),),
            [("stricter", "Tidak lagi diterima: surat pernyataan nihil.")],
        ),
        (
            (either(NIL, REGISTER),),
            (either(NIL, (*REGISTER, SIGNED)),),
            [("stricter", "Judul dokumen “register keberatan”: Juga diperiksa: tanda tangan.")],
        ),
        (
            (either(NIL, SIGNED),),
            (either(NIL, SIGNED, of="any"),),
            [
                (
                    "looser",
                    "Surat pernyataan nihil atau tanda tangan: tidak lagi harus dokumen yang sama.",
                )
            ],
        ),
        ((NIL,), (either(NIL),), []),
        (
            (NIL,),
            (either(NIL, REGISTER),),
            [("looser", "Juga diterima: judul dokumen “register keberatan”.")],
        ),
        (
            (EXISTS, TITLED, COLUMNS, DATED),
            (EXISTS, either(NIL, REGISTER), DATED),
            [("looser", "Juga diterima: surat pernyataan nihil.")],
        ),
        (
            (either(NIL, REGISTER), DATED),
            (TITLED, COLUMNS, DATED),
            [("stricter", "Tidak lagi diterima: surat pernyataan nihil.")],
        ),
        (
            (check("statement-of-nil", about=("sengketa",)),),
            (either(NIL, REGISTER),),
            [
                (
                    "different",
                    "Surat pernyataan nihil: pokok ditambah “keberatan”, dikurangi “sengketa”.",
                ),
                ("looser", "Juga diterima: judul dokumen “register keberatan”."),
            ],
        ),
        (
            (EXISTS,),
            (EXISTS, either(NIL, REGISTER)),
            [
                (
                    "stricter",
                    "Juga diperiksa: surat pernyataan nihil atau judul dokumen “register keberatan”.",
                )
            ],
        ),
    ],
    ids=[
        "order",
        "one more",
        "one less",
        "harder within",
        "of any",
        "the same in a list of one",
        "joined by another",
        "several joined by another",
        "no longer one of several",
        "another one joined",
        "a new question",
    ],
)
def test_alternatives_are_compared_one_by_one(
    old: tuple[Check, ...], new: tuple[Check, ...], found: list[tuple[str, str]]
) -> None:
    assert said(old, new) == found


def test_names_and_points_of_checks_in_an_alternative_are_no_demand() -> None:
    named = check("signed", label=Text("lembar bertanda tangan", "a signed sheet"), required=True)
    assert said((either(NIL, SIGNED),), (either(NIL, named),)) == []


CHECKS = (NIL, TITLED, COLUMNS, SIGNED, DATED, EXISTS, check("signed", electronic=True))
lists = st.lists(st.sampled_from(CHECKS), min_size=1, max_size=3, unique=True).map(tuple)
wholes = st.lists(lists, min_size=1, max_size=4, unique=True).map(lambda one: either(*one))
asked = st.lists(st.one_of(st.sampled_from(CHECKS), wholes), max_size=4, unique=True).map(tuple)


@given(wholes, lists)
def test_one_alternative_more_is_looser_and_one_less_stricter(
    whole: AnyOf, more: tuple[Check, ...]
) -> None:
    if more in whole.alternatives:
        return
    wider = either(*whole.alternatives, more)
    assert [direction for direction, _ in said((whole,), (wider,))] == ["looser"]
    assert [direction for direction, _ in said((wider,), (whole,))] == ["stricter"]


@given(asked)
def test_nothing_differs_from_itself(checks: tuple[Check, ...]) -> None:
    assert said(checks, checks) == []


MIRRORED = {"stricter": "looser", "looser": "stricter", "different": "different"}


@given(asked, asked)
def test_what_is_harder_one_way_is_easier_the_other(
    old: tuple[Check, ...], new: tuple[Check, ...]
) -> None:
    there = sorted(MIRRORED[direction] for direction, _ in said(old, new))
    assert there == sorted(direction for direction, _ in said(new, old))


@given(lists)
def test_a_list_of_one_alternative_asks_the_same_as_its_checks(checks: tuple[Check, ...]) -> None:
    assert said(checks, (either(checks),)) == []
    assert said((either(checks),), checks) == []
