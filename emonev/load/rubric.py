"""Rubrics: found by name, read whole and frozen, or refused with everything that is wrong."""

from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from emonev.errors import EmonevError
from emonev.language import say
from emonev.load.collector import without_collector
from emonev.load.decode import Kinds, file_decoder
from emonev.load.decoding import Decoding
from emonev.load.faults import Faults, closest, shown
from emonev.load.rules import check_rules
from emonev.load.source import read_source
from emonev.load.words import INVALID
from emonev.model.rubric import Rubric
from emonev.model.text import Text
from emonev.resources import criteria_folder

SCHEMA = "emonev/rubric/1"
_ENDINGS = (".yaml", ".yml")

_UNKNOWN = Text(
    "rubrik “{reference}” tidak ditemukan, baik di antara rubrik bawaan maupun sebagai berkas {path}",
    "no rubric “{reference}”, neither among the shipped ones nor as the file {path}",
)
_GUESS = Text("Mungkin maksudnya {guess}?", "Is {guess} meant?")
_THERE_IS = Text("Rubrik bawaan: {names}.", "Shipped rubrics: {names}.")


class ReadRubric(NamedTuple):
    """A rubric as far as it could be read, with the places of its parts and its mistakes."""

    rubric: Rubric | None
    run: Decoding


def load_rubric(path: Path, kinds: Kinds | None = None) -> Rubric:
    """Return a rubric without mistakes; raises FaultyFileError with every one there is."""
    with without_collector():
        return _settled(path, kinds)


def read_rubric(path: Path, kinds: Kinds | None = None) -> ReadRubric:
    """Return what can be read of a rubric, with all errors noted.

    Raises FaultyFileError where it is no YAML, EmonevError where there is no file.
    """
    faults = Faults(str(path))
    source = read_source(path, faults)
    run = Decoding(faults)
    decode = file_decoder(Rubric, SCHEMA, _known_kinds() if kinds is None else kinds)
    rubric = decode(source.root, run)
    faults.close_places()
    check_rules(run)
    if rubric is INVALID:
        return ReadRubric(None, run)
    return ReadRubric(structs.replace(rubric, sha256=source.sha256, origin=str(path)), run)


def find_rubric(reference: str, base: Path) -> Path:
    """Return the rubric's file: a path relative to `base`, or the id of a shipped rubric."""
    shipped = {path.stem: path for path in shipped_rubrics()}
    if reference in shipped:
        return shipped[reference]
    named = base / reference
    for path in (named, *(named.with_name(named.name + ending) for ending in _ENDINGS)):
        if _is_file(path):
            return path
    near = closest(reference, shipped)
    mend = say(_GUESS, guess=near) if near else say(_THERE_IS, names=", ".join(sorted(shipped)))
    told = say(_UNKNOWN, reference=shown(reference), path=shown(str(named), 200))
    raise EmonevError("rubric-unknown", told, mend)


def shipped_rubrics() -> tuple[Path, ...]:
    """Return the files of the rubrics that come with the program, sorted by name."""
    return tuple(sorted(criteria_folder().glob("*.yaml")))


def _settled(path: Path, kinds: Kinds | None) -> Rubric:
    # A function of its own, so that the tree is gone when the collector wakes up and looks around.
    rubric, run = read_rubric(path, kinds)
    run.faults.settle()
    assert rubric is not None, "a rubric without faults is whole"
    return rubric


def _known_kinds() -> Kinds:
    from emonev.checks import KINDS

    return KINDS


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name too long, or with a NUL
        return False
