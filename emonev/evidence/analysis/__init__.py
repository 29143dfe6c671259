"""From what a reader hands over to what is known of a document: titles, dates, numbers, years."""

from emonev.evidence.analysis.facts import facts_of
from emonev.evidence.analysis.file_name import with_file_name

__all__ = ["facts_of", "with_file_name"]
