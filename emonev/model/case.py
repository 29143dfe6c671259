"""What a check may see: the evidence of one criterion, read, with the rules that apply to it."""

from msgspec import Struct

from emonev.model.facts import DocumentText, Facts
from emonev.model.inventory import Evidence
from emonev.model.portal import Portal
from emonev.model.years import Years


class Exhibit(Struct, frozen=True):
    """One piece of evidence with what was read in it.

    `text` is there only for checks that say `needs_text`, and only where text could be had.
    """

    evidence: Evidence
    facts: Facts
    text: DocumentText | None = None


class Case(Struct, frozen=True, kw_only=True):
    """All that is known of one criterion's evidence before it is judged.

    `closed` are folders that could not be opened and may hold more of it.
    """

    criterion: str
    years: Years
    portal: Portal
    exhibits: tuple[Exhibit, ...] = ()
    links: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
