"""From what a reader hands over to what is known of a document: titles, dates, numbers, years."""

from emonev.evidence.analysis.file_name import with_file_name
from emonev.evidence.reading import Reading
from emonev.model.facts import DocumentText, Facts

__all__ = ["facts_of", "with_file_name"]


def facts_of(reading: Reading) -> tuple[Facts, DocumentText | None]:
    """Return what is known of a document, and its text where it has any."""
    # The patterns behind it take a while to compile, and only workers need them.
    from emonev.evidence.analysis import facts

    return facts.facts_of(reading)
