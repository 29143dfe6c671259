"""A body's own files: who it is, which rubric holds for which year, and what it answers."""

import datetime
from fractions import Fraction
from typing import Annotated, Literal

from msgspec import Meta, Struct

from emonev.model.text import Language

Decision = Literal["accepted", "rejected", "partly"]
OcrChoice = Literal["auto", "off", "tesseract", "rapidocr"]


class Body(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The public body that is assessed."""

    name: str
    category: str
    province: str = ""


class Letterhead(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whose paper a report is drawn on.

    `logo` is a path in the workspace; in a saved result it is the picture itself, a data address.
    """

    office: str = ""
    logo: str = ""


class Workspace(Struct, frozen=True, kw_only=True):
    """What `emonev.yaml` says. `rubrics` maps an e-Monev year to a rubric's id or file.

    `ocr` says which engine reads pages that are pictures, for `ocr-budget` minutes a run at most.
    """

    body: Body
    rubrics: dict[int, str]
    output: str = "laporan"
    language: Language = "id"
    letterhead: Letterhead | None = None
    ocr: OcrChoice = "auto"
    ocr_budget: Annotated[int, Meta(ge=0, le=10_000)] = 5  # minutes


class Review(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a person decided about a criterion, which wins over the findings.

    `share` (0..1) goes with the decision `partly`. After `until` the decision no longer holds.
    """

    decision: Decision
    by: str
    at: datetime.date
    why: str
    share: Fraction | None = None
    until: datetime.date | None = None


class NotApplicable(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The body's statement that a criterion does not apply; `statement` is a path or glob."""

    reason: str
    statement: str = ""


class Answer(Struct, frozen=True, kw_only=True):
    """What the body says about one criterion.

    `claim` is the share the body claims: 1 for yes, 0 for no, between for partly; None where it
    gave no answer. `evidence` are globs relative to the workspace.
    """

    claim: Fraction | None = None
    note: str = ""
    links: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    not_applicable: NotApplicable | None = None
    review: Review | None = None


class EnteredStage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The value of a stage that people judge (0..100), typed in by a person."""

    value: Fraction
    by: str = ""
    at: datetime.date | None = None
    why: str = ""


class Answers(Struct, frozen=True, kw_only=True):
    """What `jawaban/<year>.yaml` says; `given` is False where there is no such file."""

    answers: dict[str, Answer] = {}
    stages: dict[str, EnteredStage] = {}
    given: bool = False
