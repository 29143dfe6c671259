"""What the three laws oblige public bodies to do, one row per place, in our own words.

The gists and the usual evidence are paraphrase and suggestion; citations and deadlines are the
laws'. A key is stable: rows are added, keys are not renamed.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from msgspec import Struct

from emonev.laws.citation import Place, read_citation
from emonev.model.text import Text


class Obligation(Struct, frozen=True, kw_only=True):
    """One duty that can be shown with evidence. `kind` is the kind of information or of work."""

    key: str
    law: str
    place: Place
    kind: str
    applies_to: str
    gist: Text
    deadline: Text | None
    evidence: str

    @property
    def citation(self) -> str:
        return f"{self.law} {self.place}"


KINDS: Final[Mapping[str, Text]] = {
    "berkala": Text("Informasi berkala", "Periodic information"),
    "serta-merta": Text("Informasi serta-merta", "Immediate information"),
    "setiap-saat": Text("Informasi setiap saat", "Information at any time"),
    "dikecualikan": Text("Informasi yang dikecualikan", "Exempt information"),
    "layanan": Text("Pelayanan permohonan", "Serving requests"),
    "ppid": Text("Kelembagaan PPID", "The PPID as an institution"),
    "sop": Text("Standar dan SOP", "Standards and procedures"),
    "sarana": Text("Sarana prasarana", "Facilities"),
    "aksesibilitas": Text("Aksesibilitas", "Accessibility"),
    "anggaran": Text("Anggaran", "Budget"),
    "pelaporan": Text("Pelaporan dan evaluasi", "Reporting and evaluation"),
    "lainnya": Text("Lainnya", "Other"),
}

_GOVERNMENT = frozenset({"all", "state", "risk-permits", "education"})
_STATE = frozenset({"all", "state"})
_ENTERPRISE = frozenset({"all", "enterprise", "statutes"})
# How categories are named in rubrics; any other one is taken for a body of the state.
_GROUPS: Final[Mapping[str, frozenset[str]]] = {
    "kabupaten-kota": _GOVERNMENT,
    "provinsi": _GOVERNMENT,
    "kementerian": _GOVERNMENT,
    "opd": _STATE,
    "desa": _STATE,
    "bumn": _ENTERPRISE | {"state"},
    "bumd": _ENTERPRISE | {"state"},
    "perguruan-tinggi": _STATE | {"education", "statutes"},
    "partai-politik": frozenset({"all", "party", "non-state", "statutes"}),
    "organisasi-nonpemerintah": frozenset({"all", "ngo", "non-state", "statutes"}),
}


def obligations_of(category: str) -> tuple[Obligation, ...]:
    """Return the obligations of a category of body, in the order of the laws."""
    groups = _GROUPS.get(category, _STATE)
    return tuple(each for each in obligations() if each.applies_to in groups)


@cache
def obligations() -> tuple[Obligation, ...]:
    """Return every obligation of every kind of body."""
    with (Path(__file__).parent / "obligations.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(map(_read, csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)))


def _read(row: dict[str, str]) -> Obligation:
    cited = read_citation(row["citation"])
    assert cited is not None, row["citation"]
    deadline = Text(row["deadline_id"], row["deadline_en"]) if row["deadline_id"] else None
    return Obligation(
        key=row["key"],
        law=cited.law,
        place=cited.places[0],
        kind=row["kind"],
        applies_to=row["applies_to"],
        gist=Text(row["gist_id"], row["gist_en"]),
        deadline=deadline,
        evidence=row["evidence_id"],
    )
