"""Names of evidence folders: a person finds the criterion in them, and any Windows takes them."""

import re
import unicodedata

from emonev.model.rubric import Criterion
from emonev.model.text import Language

LONGEST_NAME = 60  # with the workspace's own path and a file's name, safely below Windows' 260

_OPENING = re.compile(r"^(?:apakah|adakah|sudahkah|is there|are there|has|have|does|do|is|are)\s+", re.IGNORECASE)  # fmt: skip
_CLAUSE = re.compile(r"[,;:?!()]| – | — ")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_DANGLING = frozenset(
    ["dan", "atau", "serta", "yang", "di", "ke", "dari", "untuk", "pada", "dengan", "tentang",
     "oleh", "sesuai", "telah", "dalam", "bagi", "para", "setiap", "paling", "and", "or", "the",
     "of", "for", "in", "on", "with", "to", "by", "a", "an", "at"]
)  # fmt: skip


def folder_name(criterion: Criterion, language: Language) -> str:
    """Return the id and the first words of the question: "JEN-01 - Daftar informasi publik"."""
    room = LONGEST_NAME - len(criterion.id) - len(" - ")
    words = short_words(criterion.text.in_language(language), room)
    return f"{criterion.id} - {words}" if words else criterion.id


def short_words(question: str, room: int) -> str:
    """Return the first words of a question that fit, as far as they make sense by themselves."""
    composed = unicodedata.normalize("NFC", question)
    visible = "".join(c if c.isprintable() else " " for c in composed)
    plain = _OPENING.sub("", " ".join(visible.split()))
    clause = _CLAUSE.split(plain, maxsplit=1)[0]
    words: list[str] = []
    for word in _FORBIDDEN.sub(" ", clause).split():
        if len(" ".join([*words, word])) > room:
            break
        words.append(word)
    while words and words[-1].casefold() in _DANGLING:
        words.pop()
    short = " ".join(words).strip(" .")
    first = short[:1].upper()
    return first + short[1:] if len(first) == 1 else short  # ß would become SS
