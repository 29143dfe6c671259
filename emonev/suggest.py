"""Proposals for `replaces`: which of last year's criteria a new one probably continues.

The words decide, an equal id and a common citation speak for a pair; a person confirms. First
every criterion gets at most one partner, best pairs first. What is left over then may join a pair:
an older one whose words fit a newer one that is taken (merged), or a newer one that fits an older
one (split).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from emonev.laws import Place, read_citation
from emonev.model.rubric import Criterion, Rubric
from emonev.model.text import Text
from emonev.normalise import normalise

Reason = Literal["id", "text", "law"]
Part = Literal["pair", "merged", "split"]

PAIR, JOIN = 70, 76  # lowest confidence for a pair, and for joining one; tuned on kabkota 2023→2024
_SAME_ID, _SAME_LAW = 8, 6  # what speaks for a pair beside its words
_WORDS_AT_LEAST = 55  # an equal id alone is no proof: ids are numbers in many questionnaires
_IDLE = re.compile(r"\b(?:apakah|yang|dan|di|pada|telah|sudah|tahun|20[0-9]{2})\b")


class Question(Struct, frozen=True):
    """A criterion as far as a proposal shows it."""

    id: str
    text: Text


class Link(Struct, frozen=True):
    """One older criterion that a newer one probably continues; `confidence` is 0 to 100."""

    older: Question
    confidence: int
    words: int
    reasons: tuple[Reason, ...]
    part: Part


class Proposal(Struct, frozen=True):
    """What `replaces` of a newer criterion should probably hold, the surest first."""

    newer: Question
    links: tuple[Link, ...]


class Suggestions(Struct, frozen=True, kw_only=True):
    """Proposals in the newer questionnaire's order, and what has no counterpart.

    `linked` counts the newer criteria that already say what they replace.
    """

    older: str
    newer: str
    proposals: tuple[Proposal, ...]
    new: tuple[Question, ...]
    dropped: tuple[Question, ...]
    linked: int


class _Pair(Struct, frozen=True):
    older: Criterion
    newer: Criterion
    confidence: int
    words: int
    reasons: tuple[Reason, ...]

    def link(self, part: Part) -> Link:
        return Link(_question(self.older), self.confidence, self.words, self.reasons, part)


def suggest(older: Rubric, newer: Rubric) -> Suggestions:
    """Propose links for the newer criteria that have none, among older ones that nobody replaces."""
    taken = {id_ for criterion in newer.criteria() for id_ in criterion.replaces}
    old = [criterion for criterion in older.criteria() if criterion.id not in taken]
    new = [criterion for criterion in newer.criteria() if not criterion.replaces]
    links = _links(old, new)
    found = {link.older.id for several in links.values() for link in several}
    return Suggestions(
        older=older.id,
        newer=newer.id,
        proposals=tuple(
            Proposal(
                _question(criterion),
                tuple(sorted(links[criterion.id], key=lambda x: -x.confidence)),
            )
            for criterion in new
            if criterion.id in links
        ),
        new=tuple(_question(criterion) for criterion in new if criterion.id not in links),
        dropped=tuple(_question(criterion) for criterion in old if criterion.id not in found),
        linked=sum(bool(criterion.replaces) for criterion in newer.criteria()),
    )


def _question(criterion: Criterion) -> Question:
    return Question(criterion.id, criterion.text)


def _links(old: Sequence[Criterion], new: Sequence[Criterion]) -> dict[str, list[Link]]:
    pairs = sorted(_pairs(old, new), key=lambda pair: -pair.confidence)
    links: dict[str, list[Link]] = {}
    partner: set[str] = set()
    for pair in pairs:
        if pair.newer.id not in links and pair.older.id not in partner:
            links[pair.newer.id] = [pair.link("pair")]
            partner.add(pair.older.id)
    for pair in pairs:
        if pair.confidence < JOIN:
            break
        if pair.older.id not in partner:
            links[pair.newer.id].append(pair.link("merged"))
            partner.add(pair.older.id)
        elif pair.newer.id not in links:
            links[pair.newer.id] = [pair.link("split")]
    return links


def _pairs(old: Sequence[Criterion], new: Sequence[Criterion]) -> Iterator[_Pair]:
    """Yield every pair whose confidence suffices for a proposal."""
    if not old or not new:
        return
    from rapidfuzz import fuzz  # 20 ms; only suggestions need it here

    before, after = _words(old), _words(new)
    cited = {id(criterion): _places(criterion) for criterion in (*old, *new)}
    for later in new:
        for earlier in old:
            one, other = before[earlier.id], after[later.id]
            words = (fuzz.token_set_ratio(one, other) + fuzz.token_sort_ratio(one, other)) / 2
            if words >= _WORDS_AT_LEAST:
                same_law = bool(cited[id(earlier)] & cited[id(later)])
                pair = _pair(earlier, later, int(words), same_law=same_law)
                if pair.confidence >= PAIR:
                    yield pair


def _pair(older: Criterion, newer: Criterion, words: int, *, same_law: bool) -> _Pair:
    same_id = older.id == newer.id
    confidence = min(words + _SAME_ID * same_id + _SAME_LAW * same_law, 100)
    reasons: list[Reason] = ["text"]
    reasons += ["id"] if same_id else []
    reasons += ["law"] if same_law else []
    return _Pair(older, newer, confidence, words, tuple(reasons))


def _words(criteria: Sequence[Criterion]) -> Mapping[str, str]:
    """Return each question without the words that every question has."""
    plain = {c.id: normalise(c.text.id) for c in criteria}
    return {id_: " ".join(_IDLE.sub(" ", text).split()) or text for id_, text in plain.items()}


def _places(criterion: Criterion) -> set[tuple[str, Place]]:
    cited = filter(None, map(read_citation, criterion.law))
    return {(citation.law, place) for citation in cited for place in citation.places}
