"""Which obligations of the law a rubric asks for, by what its criteria cite.

A criterion asks for an obligation when it cites the obligation's place or the provision that
holds it: an ayat covers its letters, a whole article all its ayat. Where it cites only something
within the place (one letter of a list), the obligation is asked for in part. That a criterion
cites a place does not prove that it asks for all that stands there; that none does proves that
nobody thought of it.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from emonev.laws import KINDS, LAWS, Obligation, Place, obligations_of, read_citation
from emonev.model.rubric import Rubric
from emonev.model.text import Text

SCHEMA: Literal["emonev/coverage/1"] = "emonev/coverage/1"

State = Literal["asked", "partly", "not-asked"]
Reach = Literal["same", "wider", "narrower"]


class Cited(Struct, frozen=True):
    """A criterion that cites the place itself, the provision around it, or something within it."""

    criterion: str
    citation: str
    reach: Reach


class ObligationAsked(Struct, frozen=True, kw_only=True):
    """One obligation, and what the rubric asks of it; `evidence` is a suggestion, in Indonesian."""

    key: str
    citation: str
    kind: str
    gist: Text
    deadline: Text | None
    evidence: str
    state: State
    by: tuple[Cited, ...]


class KindCovered(Struct, frozen=True, kw_only=True):
    """How much of one kind of information is asked for; `share` counts what is wholly asked for."""

    kind: str
    title: Text
    obligations: int
    asked: int
    partly: int
    not_asked: int
    share: Fraction


class Coverage(Struct, frozen=True, kw_only=True):
    """A rubric held against the obligations of its category of body.

    `elsewhere` are criteria that cite none of the three laws: practice, or another law.
    """

    schema: Literal["emonev/coverage/1"]
    rubric: str
    title: Text
    year: int
    category: str
    laws: tuple[str, ...]
    total: KindCovered
    kinds: tuple[KindCovered, ...]
    obligations: tuple[ObligationAsked, ...]
    elsewhere: tuple[str, ...]


class _Citation(Struct, frozen=True):
    criterion: str
    law: str
    place: Place

    def reach(self, obligation: Obligation) -> Reach | None:
        """Return how this citation touches an obligation's place."""
        if self.law != obligation.law:
            return None
        if self.place == obligation.place:
            return "same"
        if self.place.contains(obligation.place):
            return "wider"
        return "narrower" if obligation.place.contains(self.place) else None


_ALL = Text("Semua kewajiban", "All obligations")


def coverage_of(rubric: Rubric) -> Coverage:
    """Return what a rubric asks of the obligations that its category of body has."""
    citations = list(_citations(rubric))
    asked = tuple(_asked(each, citations) for each in obligations_of(rubric.category))
    of_kind = {kind: [each for each in asked if each.kind == kind] for kind in KINDS}
    citing = {citation.criterion for citation in citations}
    return Coverage(
        schema=SCHEMA,
        rubric=rubric.id,
        title=rubric.title,
        year=rubric.year,
        category=rubric.category,
        laws=LAWS,
        total=_covered("", _ALL, asked),
        kinds=tuple(_covered(kind, KINDS[kind], found) for kind, found in of_kind.items() if found),
        obligations=asked,
        elsewhere=tuple(c.id for c in rubric.criteria() if c.id not in citing),
    )


def _citations(rubric: Rubric) -> Iterator[_Citation]:
    for criterion in rubric.criteria():
        for law in criterion.law:
            cited = read_citation(law)
            for place in cited.places if cited and cited.law in LAWS else ():
                yield _Citation(criterion.id, cited.law, place)  # type: ignore[union-attr] # as above


def _asked(obligation: Obligation, citations: Sequence[_Citation]) -> ObligationAsked:
    by = tuple(
        Cited(citation.criterion, f"{citation.law} {citation.place}", reach)
        for citation in citations
        if (reach := citation.reach(obligation)) is not None
    )
    whole = any(cited.reach != "narrower" for cited in by)
    return ObligationAsked(
        key=obligation.key,
        citation=obligation.citation,
        kind=obligation.kind,
        gist=obligation.gist,
        deadline=obligation.deadline,
        evidence=obligation.evidence,
        state="asked" if whole else "partly" if by else "not-asked",
        by=by,
    )


def _covered(kind: str, title: Text, asked: Sequence[ObligationAsked]) -> KindCovered:
    states = [each.state for each in asked]
    wholly = states.count("asked")
    return KindCovered(
        kind=kind,
        title=title,
        obligations=len(states),
        asked=wholly,
        partly=states.count("partly"),
        not_asked=states.count("not-asked"),
        share=Fraction(wholly, len(states)) if states else Fraction(0),
    )
