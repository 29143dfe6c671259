"""The three laws that questionnaires cite: which places they have, and what they oblige bodies to do."""

from emonev.laws.citation import Citation, Place, citations_in, read_citation
from emonev.laws.obligations import KINDS, Obligation, obligations, obligations_of
from emonev.laws.structure import LAWS, Missing, missing
from emonev.laws.wording import SOURCES, Line, Omission, Source, Wording, has_words, wording

__all__ = [
    "KINDS",
    "LAWS",
    "SOURCES",
    "Citation",
    "Line",
    "Missing",
    "Obligation",
    "Omission",
    "Place",
    "Source",
    "Wording",
    "citations_in",
    "has_words",
    "missing",
    "obligations",
    "obligations_of",
    "read_citation",
    "wording",
]
