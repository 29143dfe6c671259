"""The plan: which criteria to raise, in which order, for how many working days, to which total.

Written as JSON by `emonev plan --json` (schema `emonev/plan/1`). Exact numbers are text, as in
the assessment it was made from.
"""

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from emonev.model.assessment import Bound, Points, Qualification, RubricUsed, Total
from emonev.model.text import Text
from emonev.model.workspace import Body

SCHEMA: Literal["emonev/plan/1"] = "emonev/plan/1"


class Step(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """One criterion raised in the plan's order, and where the whole stands after it.

    `gain` is in points of the total; `per_day` is None where the step takes no time. `to_share`
    below `full_share` is a partial gain: a step or tier on the way, or some of the checks of a
    criterion scored by share, which `mend` names. `crosses` is the band that is entered with this
    step. `pending`: a review that is awaited may bring all of it.
    """

    id: str
    text: Text
    indicator: str
    from_share: Fraction
    to_share: Fraction
    full_share: Fraction
    effort: Fraction
    gain: Fraction
    per_day: Fraction | None
    days: Fraction  # of this step and all before it
    exact_total: Fraction
    total: str
    qualification: Qualification
    crosses: Qualification | None = None
    effort_unknown: bool = False
    pending: bool = False
    kept: bool = False
    remedy: Text | None = None
    law: tuple[str, ...] = ()
    mend: tuple[Text, ...] = ()


class Pending(Struct, frozen=True, kw_only=True, rename="kebab"):
    """A criterion that awaits review: `points` is what a review could still bring, without work."""

    id: str
    text: Text
    points: Fraction


class Loss(Struct, frozen=True, kw_only=True, rename="kebab"):
    """What is left when a verifier rejects one criterion (and, in a sequence, those before it)."""

    id: str
    text: Text
    points: Fraction
    total: str
    qualification: Qualification


class Robustness(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """How much a total bears before its band drops.

    `margin` is the number of points above the least that still gives the band, None in the
    lowest band. `singles` are the criteria of which one rejection is enough, costliest first;
    `fewest` the smallest number of rejections that is, and `sequence` such a set of them. It is
    None where no number of rejections drops the band.
    """

    total: Total
    margin: Fraction | None
    singles: tuple[Loss, ...] = ()
    fewest: int | None = None
    sequence: tuple[Loss, ...] = ()


class Supposed(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """An outcome that was asked about with `--what-if`; `share` None: it does not apply."""

    id: str
    text: Text
    share: Fraction | None
    was_low: Fraction
    was_high: Fraction


class Assumed(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """The value (0..100) that an entered stage is assumed to get; `was` None: not entered yet."""

    id: str
    title: Text
    value: Fraction
    was: Fraction | None = None


class Alternative(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The same question answered as if every review that is awaited went well."""

    effort: Fraction
    steps: int
    total: Total
    reached: bool


class Plan(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """The least effort that reaches `target`, or the most points within `budget`.

    `needed` is the least value, to two places, that the one stage without a value must get for
    the target to be reached once all is done that may be; it is there where work alone is not
    enough.

    `saved` is the total of the assessment, `start` that after what is supposed and assumed, and
    `end` that of the plan. `most` is the total if everything that is not skipped were raised.
    `reached` is None where no band was aimed at.
    """

    schema: Literal["emonev/plan/1"]
    body: Body
    year: int
    assessed_on: str
    rubric: RubricUsed
    aim: Literal["target", "budget", "none"]
    saved: Total
    start: Total
    points: Points
    end: Total
    most: Total
    effort: Fraction
    effort_of_all: Fraction
    steps: tuple[Step, ...]
    now: Robustness
    after: Robustness
    pending: tuple[Pending, ...] = ()
    pending_stages: tuple[Text, ...] = ()
    needed: Assumed | None = None
    target: Bound | None = None
    reached: bool | None = None
    budget: Fraction | None = None
    pending_met: bool = False
    if_confirmed: Alternative | None = None
    kept: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    supposed: tuple[Supposed, ...] = ()
    assumed: tuple[Assumed, ...] = ()
