"""Everything that one assessment is made of, before it is added up."""

import datetime

from msgspec import Struct

from emonev.model.assessment import Recognition
from emonev.model.case import Exhibit
from emonev.model.inventory import Inventory
from emonev.model.rubric import Rubric
from emonev.model.text import Text
from emonev.model.workspace import Answers, Body, Letterhead
from emonev.voices import Verdict


class Judged(Struct, frozen=True, kw_only=True):
    """One body, one year: the rubric, what was handed in, and the verdict on every criterion."""

    body: Body
    year: int
    rubric: Rubric
    answers: Answers
    inventory: Inventory
    exhibits: tuple[Exhibit, ...]  # every file, without its text
    verdicts: tuple[Verdict, ...]
    today: datetime.date
    notices: tuple[Text, ...] = ()
    letterhead: Letterhead | None = None
    recognition: Recognition | None = None
