"""One criterion as a design receives it: question, points, findings with their proofs, and the law."""

from msgspec import Struct

from emonev.render.law_shown import LawShown
from emonev.render.picture_shown import PictureShown
from emonev.render.shown import Fact, Link, OutcomeShown, PointsShown


class Piece(Struct, frozen=True, kw_only=True, gc=False):
    """Some words of a snippet; `marked` are those that matched."""

    text: str
    marked: bool


class ProofShown(Struct, frozen=True, kw_only=True, gc=False):
    """Where something was seen: a link to the file and page, and what stands there.

    `picture` is of the page; a criterion shows each page once.
    """

    link: Link
    path: str
    place: str
    pieces: tuple[Piece, ...]
    picture: PictureShown | None = None


class FindingShown(Struct, frozen=True, kw_only=True, gc=False):
    """One check's answer; `asked` is the rubric's own name for the question, where it has one."""

    outcome: OutcomeShown
    asked: str
    message: str
    proofs: tuple[ProofShown, ...]


class ReviewShown(Struct, frozen=True, kw_only=True, gc=False):
    """A person's decision; one that has run out is shown and does not count."""

    line: str
    why: str
    in_force: bool
    sentences: tuple[str, ...]


class CriterionShown(Struct, frozen=True, kw_only=True, gc=False):
    """One criterion with all that is known of it.

    `rank` is its place among those that hold back points, the most first; empty where it holds
    back none. `evidence` are the files that no finding names; `proven`: findings name files.
    """

    id: str
    anchor: str
    question: str
    outcome: OutcomeShown
    points: PointsShown
    rank: str
    facts: tuple[Fact, ...]
    law: LawShown
    findings: tuple[FindingShown, ...]
    evidence: tuple[Link, ...]
    proven: bool
    links: tuple[Link, ...]
    review: ReviewShown | None
