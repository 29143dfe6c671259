"""What a check found out: an outcome, a sentence for a person, and where it was seen."""

from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any

from msgspec import Meta, Struct, field

from emonev.model.text import Text


class Outcome(StrEnum):
    """The six answers. The last two are pending: unknown is never zero and never a pass."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    NOT_APPLICABLE = "not-applicable"
    NEEDS_REVIEW = "needs-review"
    ERROR = "error"

    @property
    def is_pending(self) -> bool:
        return self in {Outcome.NEEDS_REVIEW, Outcome.ERROR}


class Proof(Struct, frozen=True, omit_defaults=True):
    """Where something was seen.

    `path` is the evidence as the inventory names it; `page` counts from 1 (slide or sheet where
    the format has those); `snippet` is what stands there, as printed, at most some 200
    characters; `marks` are the (start, end) places in the snippet that matched.
    """

    path: str
    page: int | None = None
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()


class Alternative(Struct, frozen=True):
    """One of several ways to prove a thing, and how far it is: so many of its checks are met."""

    name: Text
    outcome: Outcome
    met: Annotated[int, Meta(ge=0)]
    checks: Annotated[int, Meta(ge=1)]


class Finding(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One check's answer. `share` is 0..1 of the check; `count` is there for counting checks.

    `weight` and `required` are the check's own, so that a share can be redone from a saved result;
    `settings` are those of its others that are not their kind's defaults, as the rubric names them.
    `alternatives` are those of a check that has some, in the rubric's order.
    """

    kind: str
    outcome: Outcome
    share: Fraction
    message: Text
    proofs: tuple[Proof, ...] = ()
    count: int | None = None
    label: Text | None = None
    # A factory, because a JSON Schema cannot hold a Fraction as its default.
    weight: Fraction = field(default_factory=lambda: Fraction(1))
    required: bool = False
    settings: dict[str, Any] = {}
    alternatives: tuple[Alternative, ...] = ()
