"""Whether the places that a rubric cites are written alike, and exist."""

import re
from collections.abc import Iterator

from emonev.language import say
from emonev.laws import LAWS, Missing, missing, read_citation
from emonev.load.decoding import Decoding
from emonev.load.faults import shown
from emonev.model.rubric import Criterion
from emonev.model.text import Text

_LAW = Text(
    "kutipan “{law}” tidak dalam bentuk baku", "the citation “{law}” is not in the usual form"
)
_MEND_LAW = Text(
    "Tulis seperti “PERKI 1/2021 Pasal 15 ayat (9) huruf a” atau “UU 14/2008 Pasal 9”.",
    "Write it as “PERKI 1/2021 Pasal 15 ayat (9) huruf a” or “UU 14/2008 Pasal 9”.",
)

_UNUSUAL = re.compile(r"ayat\s*[0-9]|(?:huruf|angka)\s*\(|\b(?:psl|ps|hrf)\b|butir", re.IGNORECASE)


def laws_are_cited_alike(run: Decoding) -> None:
    """Warn of citations that begin otherwise than "UU 14/2008", or that cannot be read to the end."""
    for criterion in run.every(Criterion):
        for index, law in enumerate(criterion.law):
            if not _is_usual(law):
                mark = run.mark_of(criterion, "law", index)
                run.faults.warn("law-form", mark, say(_LAW, law=shown(law)), _MEND_LAW)


def cited_places_exist(run: Decoding) -> None:
    """Note places that the three laws do not have; other laws are not held and pass in silence.

    An error, because a report would print it as a duty; but no reason to refuse the rubric.
    """
    for criterion in run.every(Criterion):
        for index, law in enumerate(criterion.law):
            for gone in _places_that_are_missing(law):
                mark = run.mark_of(criterion, "law", index)
                run.faults.note("law-nowhere", mark, gone.message, gone.nearby)


def _places_that_are_missing(law: str) -> Iterator[Missing]:
    cited = read_citation(law)
    if cited is not None and cited.law in LAWS:
        yield from filter(None, (missing(cited.law, place) for place in cited.places))


def _is_usual(law: str) -> bool:
    cited = read_citation(law)
    return (
        cited is not None
        and law.casefold().startswith(cited.law.casefold())
        and not _UNUSUAL.search(law)
    )
