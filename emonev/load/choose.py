"""Which rubric and which body a new workspace is for, with all there is where that is unclear."""

from pathlib import Path
from typing import NamedTuple

from emonev.errors import EmonevError
from emonev.language import say
from emonev.load.faults import closest, shown
from emonev.load.rubric import find_rubric, load_rubric, shipped_rubrics
from emonev.load.workspace import WORKSPACE_FILE, load_workspace
from emonev.model.rubric import Rubric
from emonev.model.text import Text
from emonev.model.workspace import Body

_NO_BODY = Text("nama badan publik belum diisi", "the name of the public body is missing")
_GIVE_BODY = Text(
    'Tambahkan --body "Pemerintah Kabupaten …".', 'Add --body "Pemerintah Kabupaten …".'
)
_OTHER_BODY = Text(
    "ruang kerja ini milik {there}, bukan {asked}",
    "this workspace belongs to {there} and not to {asked}",
)
_CHOOSE_FOLDER = Text(
    "Pilih folder lain, atau perbaiki “body” di emonev.yaml.",
    "Choose another folder, or correct “body” in emonev.yaml.",
)
_NO_CATEGORY = Text("kategori badan publik belum diisi", "the category of the body is missing")
_GIVE_CATEGORY = Text("Tambahkan --category; yang ada: {categories}.", "Add --category; there is: {categories}.")  # fmt: skip
_NO_RUBRIC = Text(
    "tidak ada rubrik bawaan untuk {category} tahun {year}",
    "no rubric for {category} of {year} comes with the program",
)
_THERE_IS = Text(
    "{guess}Yang ada: {rubrics}. Pilih salah satunya dengan --rubric ID, atau berikan berkas "
    "rubrik sendiri dengan --rubric BERKAS.",
    "{guess}There is: {rubrics}. Choose one with --rubric ID, or give a rubric file of your own "
    "with --rubric FILE.",
)
_GUESS = Text("Mungkin maksudnya kategori {category}? ", "Is the category {category} meant? ")
_SEVERAL = Text(
    "ada beberapa rubrik untuk {category} tahun {year}: {rubrics}",
    "there are several rubrics for {category} of {year}: {rubrics}",
)
_CHOOSE = Text("Pilih dengan --rubric ID.", "Choose with --rubric ID.")


class Chosen(NamedTuple):
    """A rubric, where it was read, and whether it came with the program."""

    rubric: Rubric
    path: Path
    shipped: bool


def known_body(
    folder: Path, name: str | None, category: str | None, province: str, reference: str | None
) -> Body:
    """Return the body as told; what is not told comes from the workspace that is there."""
    if (folder / WORKSPACE_FILE).exists():
        return _same_body(load_workspace(folder).body, name, category)
    if not name or not name.strip():
        raise EmonevError("body-missing", _NO_BODY, _GIVE_BODY)
    if category is None and reference is not None:
        category = load_rubric(find_rubric(reference, Path())).category
    if category is None:
        known = ", ".join(sorted({rubric.category for rubric in _shipped()}))
        raise EmonevError("category-missing", _NO_CATEGORY, say(_GIVE_CATEGORY, categories=known))
    return Body(name=shown(name, 200), category=shown(category), province=shown(province))


def choose_rubric(reference: str | None, category: str, year: int) -> Chosen:
    """Return the rubric that is named, or else the shipped one for a category and year."""
    if reference is not None:
        path = find_rubric(reference, Path())
        return Chosen(load_rubric(path), path, shipped=path in shipped_rubrics())
    shipped = _shipped()
    fitting = [r for r in shipped if (r.category, r.year) == (category, year)]
    if len(fitting) == 1:
        return Chosen(fitting[0], Path(fitting[0].origin), shipped=True)
    asked = {"category": shown(category), "year": f"{year}"}
    if fitting:
        told = say(_SEVERAL, rubrics=", ".join(r.id for r in fitting), **asked)
        raise EmonevError("rubric-unclear", told, _CHOOSE)
    raise EmonevError("rubric-none", say(_NO_RUBRIC, **asked), _what_there_is(shipped, category))


def _same_body(there: Body, name: str | None, category: str | None) -> Body:
    """Return the workspace's own body; a year of another one must not get into its folder."""
    for own, asked in ((there.name, name), (there.category, category)):
        if asked is not None and asked.strip() != own:
            told = say(_OTHER_BODY, there=shown(own, 200), asked=shown(asked, 200))
            raise EmonevError("other-body", told, _CHOOSE_FOLDER)
    return there


def _shipped() -> list[Rubric]:
    return [load_rubric(path) for path in shipped_rubrics()]


def _what_there_is(shipped: list[Rubric], category: str) -> Text:
    categories = {rubric.category for rubric in shipped}
    near = None if category in categories else closest(category, categories)
    guess = say(_GUESS, category=near) if near else Text("", "")
    rubrics = ", ".join(f"{r.id} ({r.category}, {r.year})" for r in shipped)
    return say(_THERE_IS, guess=guess, rubrics=rubrics)
