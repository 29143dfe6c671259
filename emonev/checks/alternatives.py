"""Alternatives tried on a document: whether one holds, how near it comes, and what it lacks."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from emonev.checks.answers import ONE, ZERO, in_turn, quoted
from emonev.checks.confidence import said_once
from emonev.language import say
from emonev.model.finding import Alternative, Finding, Outcome, Proof
from emonev.model.text import Text

IN_FILE = Text("{name} (berkas {file})", "{name} (file {file})")


class Tried(Struct, frozen=True):
    """One alternative with the findings of its checks, which must all be met together.

    `deciding` are those that keep it from being met: what fails, or else what is open. `share` is
    what it brings for certain, `nearness` the part of its checks that is met.
    """

    name: Text
    findings: tuple[Finding, ...]
    outcome: Outcome
    deciding: tuple[Finding, ...]
    share: Fraction
    nearness: Fraction

    @property
    def telling(self) -> tuple[Fraction, bool]:
        """Return how much it says of a document: how near it is, and whether anything was seen."""
        seen = (proof.page is not None for finding in self.deciding for proof in finding.proofs)
        return self.nearness, any(seen)

    def lacks(self, most: int | None = None) -> Text:
        """Return what is said of it where it is not met, each thing once, so many at most."""
        return _told([finding.message for finding in self.deciding], most)

    def holds(self) -> Text:
        """Return what is said of it where it is met."""
        return _told([finding.message for finding in self.findings])

    def or_elsewhere(self, other: "Tried | None") -> "Tried":
        """Return the alternative on another document, which is named, if it fails less there."""
        if other is None or other.telling <= self.telling:
            return self
        paths = [proof.path for finding in other.deciding for proof in finding.proofs]
        if not paths:  # what fails there is no matter of documents
            return other
        file = quoted(paths[0].rpartition("/")[2])
        return replace(other, name=say(IN_FILE, name=self.name, file=file))


def try_alternative(name: Text, findings: tuple[Finding, ...]) -> Tried:
    """Return an alternative by what its checks found: one may be met in part, several may not."""
    lacking = tuple(finding for finding in findings if finding.outcome is not Outcome.MET)
    failed = tuple(finding for finding in lacking if not finding.outcome.is_pending)
    outcome = Outcome.MET
    if lacking:
        outcome = Outcome.NOT_MET if failed else why_pending({one.outcome for one in lacking})
    if len(findings) == 1:
        outcome = findings[0].outcome
    share = findings[0].share if outcome is Outcome.PARTLY else ZERO
    met = Fraction(len(findings) - len(lacking), len(findings))
    return Tried(
        name=name,
        findings=findings,
        outcome=outcome,
        deciding=failed or lacking,
        share=ONE if outcome is Outcome.MET else share,
        nearness=max(share, met),
    )


def reach_of(one: Tried) -> Alternative:
    """Return how far an alternative is, as a finding keeps it."""
    met = sum(finding.outcome is Outcome.MET for finding in one.findings)
    return Alternative(one.name, one.outcome, met, len(one.findings))


def nearest_first(tried: Sequence[Tried]) -> list[Tried]:
    """Return alternatives in the order in which they are told."""
    return sorted(tried, key=lambda one: (-one.share, -one.nearness))


def fails_least(of_one: Sequence[Tried]) -> Tried | None:
    """Return one alternative as it is on the document on which it fails least.

    None where it does not fail on all: the judge tells of the document on which it may be met.
    """
    if any(one.outcome is Outcome.MET or one.outcome.is_pending for one in of_one):
        return None
    return max(of_one, key=lambda one: one.telling)


def why_pending(outcomes: set[Outcome]) -> Outcome:
    """Return `error` where nothing but errors keeps a question open, else `needs-review`."""
    return Outcome.ERROR if outcomes == {Outcome.ERROR} else Outcome.NEEDS_REVIEW


def proofs_of(findings: Iterable[Finding]) -> tuple[Proof, ...]:
    """Return every place once, as first named; a file as such only where no place in it is."""
    proofs = tuple(dict.fromkeys(proof for finding in findings for proof in finding.proofs))
    placed = {proof.path for proof in proofs if proof != Proof(proof.path)}
    return tuple(
        proof for proof in proofs if proof.path not in placed or proof != Proof(proof.path)
    )


def _told(messages: Sequence[Text], most: int | None = None) -> Text:
    return in_turn(said_once([*dict.fromkeys(messages)][:most]))
