"""What a check is called where a sentence speaks of it."""

from typing import Any

import pytest

from emonev.checks import KINDS
from emonev.checks.any_of import AnyOf
from emonev.checks.contains import Contains
from emonev.checks.exists import Exists
from emonev.checks.has_columns import HasColumns
from emonev.checks.names import name_of, name_of_alternative
from emonev.checks.signed import Signed
from emonev.checks.titled import Titled
from emonev.model.check import Check
from emonev.model.text import Text

LABEL = Text("surat tugas", "the order of duty")
EITHER = ((Titled(any_of=("register",)), Signed()), (Exists(label=LABEL),))


@pytest.mark.parametrize(
    ("check", "name"),
    [
        (Signed(), Text("tanda tangan", "the signature")),
        (
            Signed(label=LABEL),
            Text("tanda tangan “surat tugas”", "the signature “the order of duty”"),
        ),
        (
            Contains(any_of=("DIP", "DIK")),
            Text("kata dalam dokumen “DIP”", "words in the document “DIP”"),
        ),
        (
            HasColumns(all_of=(("nomor", "no"), ("tanggal",))),
            Text("kolom tabel “nomor”", "columns of the table “nomor”"),
        ),
        (
            AnyOf(alternatives=EITHER),
            Text(
                "judul dokumen “register” atau surat tugas",
                "the document's title “register” or the order of duty",
            ),
        ),
        (
            AnyOf(alternatives=EITHER, label=LABEL),
            Text(
                "salah satu alternatif “surat tugas”",
                "one of the alternatives “the order of duty”",
            ),
        ),
    ],
)
def test_a_check_is_called_by_its_label_or_by_what_it_looks_at(check: Check, name: Text) -> None:
    assert name_of(check) == name


def test_an_alternative_is_called_by_the_first_label_in_it() -> None:
    assert name_of_alternative((Signed(), Exists(label=LABEL))) == LABEL
    assert name_of_alternative((Signed(), Exists())) == Text("tanda tangan", "the signature")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_name_in_both_languages(kind: str) -> None:
    needed: dict[str, dict[str, Any]] = {
        "titled": {"any_of": ("x",)},
        "contains": {"any_of": ("x",)},
        "has-columns": {"all_of": (("x",),)},
        "any-of": {"alternatives": EITHER},
    }
    name = name_of(KINDS[kind](**needed.get(kind, {})))
    assert kind not in {name.id, name.en}
    assert name.id != name.en
