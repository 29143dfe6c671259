"""The table of kinds is complete, and every kind tells people what it says in both languages."""

import importlib
import string
import subprocess
import sys
from pathlib import Path

import pytest

import emonev.checks
from emonev.checks import KINDS
from emonev.model.check import CollectionCheck, DocumentCheck, JoinedCheck
from emonev.model.text import Text

ROOM = Path(emonev.checks.__file__).parent
# Shared by the kinds, and no kinds themselves.
COMMON = {
    "__init__",
    "addresses",
    "alternatives",
    "answers",
    "asking",
    "confidence",
    "document_years",
    "examples",
    "formats",
    "known_words",
    "misread",
    "names",
    "phrases",
    "reference",
    "settings",
    "title_reading",
    "title_sighting",
}
MODULES = sorted(path.stem for path in ROOM.glob("*.py") if path.stem not in COMMON)


def messages_of(module: str) -> dict[str, Text]:
    found = vars(importlib.import_module(f"emonev.checks.{module}"))
    texts = {name: value for name, value in found.items() if isinstance(value, Text)}
    for name, value in found.items():
        if isinstance(value, dict):
            texts |= {f"{name}[{key}]": t for key, t in value.items() if isinstance(t, Text)}
    return texts


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_every_file_is_in_the_table() -> None:
    assert sorted(name.replace("-", "_") for name in KINDS) == MODULES


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_is_known_by_the_name_in_the_table(name: str) -> None:
    kind = KINDS[name]
    assert kind.__struct_config__.tag == name
    assert kind.__module__ == "emonev.checks." + name.replace("-", "_")
    assert issubclass(kind, (DocumentCheck, CollectionCheck, JoinedCheck))


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_has_a_manual_that_says_what_it_cannot_see(name: str) -> None:
    manual = KINDS[name].__doc__ or ""
    assert len(manual) > 150
    assert "cannot see" in manual or name == "reviewed"


@pytest.mark.parametrize(
    "module",
    [
        *MODULES,
        "addresses",
        "alternatives",
        "answers",
        "asking",
        "confidence",
        "document_years",
        "names",
    ],
)
def test_messages_have_the_same_places_to_fill_in_both_languages(module: str) -> None:
    texts = messages_of(module)
    assert texts
    for name, text in texts.items():
        assert placeholders(text.id) == placeholders(text.en), name


@pytest.mark.parametrize("module", MODULES)
def test_sentences_end_and_differ_between_the_languages(module: str) -> None:
    for name, text in messages_of(module).items():
        assert text.id != text.en or not text.id.strip(), name
        sentence = text.id[:1].isupper() and len(text.id) > 30
        assert not sentence or text.id.endswith((".", "?", "}")), name


def test_knowing_the_kinds_loads_nothing_heavy() -> None:
    script = (
        "import sys, emonev.checks; "
        "print(sorted({'rapidfuzz', 'yaml', 'ipaddress', 'rich', 'typer'} & set(sys.modules)))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"
